import type { Ctx } from '#platform/server/context'
import { areaNames } from '#modules/geography'
import { moneyInWords } from '#kernel/money-in-words'
import { dong } from '#kernel/dong'
import { formatMonth } from '#kernel/written'
import { makePdf } from '#platform/server/documents'
import { writeSheet } from '#platform/server/sheets'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaymentRunId } from '../contract.ts'
import { listLinesToPrint, type LineToPrint } from '../db/lines.ts'
import { listPayPointRows } from '../db/pay-points.ts'
import { getRunRow, type Run } from '../db/runs.ts'
import { problems } from '../domain/problems.ts'
import { paidBefore } from '../domain/whole-month.ts'
import { listWords as words } from './messages.vi.ts'
import { decidedByOf, planPaper, spaced, type Names } from './plan-paper.ts'

/** A signed list is printed for a commune or a pay point; a whole province is some thousand pages nobody can carry. */
export const mostLinesOnPaper = 3000
const mostLinesInSheet = 300_000

type Wish = {
  readonly id: PaymentRunId
  readonly format: 'xlsx' | 'pdf'
  readonly areaId?: number | undefined
  readonly payPointId?: number | undefined
}

/** The payment list as Excel, or as PDF to be signed, of a unit, a pay point, or all the actor may see. */
export async function downloadList(ctx: Ctx, { id, format, areaId, payPointId }: Wish): Promise<File> {
  const run = await getRunRow(ctx, id)
  const limit = format === 'pdf' ? mostLinesOnPaper : mostLinesInSheet
  const lines = await listLinesToPrint(ctx, run, { areaId, payPointId }, limit + 1)
  if (lines.length === 0) throw problems('list_empty')
  if (lines.length > limit) throw problems('list_too_long', { limit, format })
  const areas = await areaNames(
    ctx,
    new Set([run.areaId, ...run.exceptIds, ...lines.map((line) => line.areaId)]),
  )
  const payPoints = new Map((await listPayPointRows(ctx)).map((row) => [row.id, row.name]))
  const bytes =
    format === 'pdf'
      ? await paper(ctx, run, lines, { areas, payPoints })
      : await sheet(run, lines, { areas, payPoints })
  const place = placeOf(run, lines, areas)
  const type =
    format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([bytes], `${words.fileName(run.month, place)}.${format}`, { type })
}

/** The unit all lines are of, or else that of the run, as far as the run is of it. */
function placeOf(run: Run, lines: readonly LineToPrint[], areas: Names['areas']) {
  if (isOfOneUnit(lines)) return areas.get(lines[0]!.areaId) ?? ''
  const whole = areas.get(run.areaId) ?? ''
  return run.exceptIds.length === 0 ? whole : words.theRest(whole)
}

function isOfOneUnit(lines: readonly LineToPrint[]) {
  return new Set(lines.map((line) => line.areaId)).size === 1
}

function sheet(run: Run, lines: readonly LineToPrint[], { areas, payPoints }: Names) {
  const place = areas.get(isOfOneUnit(lines) ? lines[0]!.areaId : run.areaId) ?? ''
  const apart = isOfOneUnit(lines) ? [] : run.exceptIds.map((unit) => areas.get(unit) ?? '')
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const kinds = [
    'number',
    'text',
    'text',
    'text',
    'text',
    'text',
    'coefficient',
    'number',
    'money',
    'money',
    'money',
  ] as const
  const widths = [6, 28, 10, 24, 34, 12, 8, 8, 16, 18, 18, 28, 14, 28]
  return writeSheet({
    name: words.sheetName(run.month),
    letterhead: [
      [words.committee.toLocaleUpperCase('vi-VN'), words.country],
      [place.toLocaleUpperCase('vi-VN'), words.motto],
    ],
    title: [
      words.title(run.month).toLocaleUpperCase('vi-VN'),
      ...(apart.length > 0 ? [words.without(apart)] : []),
      `${words.fingerprint(spaced(run.inputsHash))} · ${words.state[run.state]} · ${words.inSystem(run.preparedName, decidedByOf(run))}`,
    ],
    columns: words.sheetColumns.map((header, index) => ({
      header,
      width: widths[index]!,
      kind: kinds[index],
    })),
    rows: lines.map((line, index) => [
      index + 1,
      line.fullName,
      line.born.slice(0, 4),
      areas.get(line.areaId) ?? '',
      words.component[line.component],
      formatMonth(line.benefitMonth),
      line.coefficient / 10,
      line.units,
      line.standard,
      // Of arrears, what is left of the month after what was paid of it.
      line.kind === 'arrears' ? paidBefore(line) : null,
      line.amount,
      line.payeeName,
      words.method[line.method],
      line.payPointId === null ? '' : (payPoints.get(line.payPointId) ?? ''),
    ]),
    totals: [
      [null, words.total, ...Array.from({ length: 8 }, () => null), total],
      [null, `${words.totalInWords} ${moneyInWords(dong(total))}`],
      [],
      besideEachOther(words.signatures.map(({ title }) => title)),
      besideEachOther(words.signatures.map(({ how }) => how)),
    ],
  })
}

function besideEachOther([first, second, third]: readonly string[]) {
  return [null, first!, null, null, second!, null, null, null, null, null, null, third!]
}

async function paper(ctx: Ctx, run: Run, lines: readonly LineToPrint[], names: Names) {
  const source = await readFile(join(import.meta.dirname, 'payment-list.typ'), 'utf8')
  return makePdf(source, planPaper(run, lines, names, ctx.today))
}
