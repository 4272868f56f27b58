import type { Ctx } from '#platform/server/context'
import { areaNames } from '#modules/geography'
import { moneyInWords } from '#kernel/money-in-words'
import { dong } from '#kernel/dong'
import { makePdf } from '#platform/server/documents'
import { writeSheet } from '#platform/server/sheets'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PaymentRunId } from '../contract.ts'
import { listLinesToPrint, type LineRow } from '../db/lines.ts'
import { listPayPointRows } from '../db/pay-points.ts'
import { getRunRow, type Run } from '../db/runs.ts'
import { problems } from '../domain/problems.ts'
import { listsToSign, type ListToSign } from '../domain/paper-list.ts'
import { listWords as words } from './messages.vi.ts'

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
  const areas = await areaNames(ctx, new Set([run.areaId, ...lines.map((line) => line.areaId)]))
  const payPoints = new Map((await listPayPointRows(ctx)).map((row) => [row.id, row.name]))
  const bytes =
    format === 'pdf'
      ? await paper(ctx, run, lines, { areas, payPoints })
      : await sheet(run, lines, { areas, payPoints })
  const place = areas.get(areaId ?? run.areaId) ?? ''
  const type =
    format === 'pdf' ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new File([bytes], `${words.fileName(run.month, place)}.${format}`, { type })
}

type Names = {
  readonly areas: ReadonlyMap<number, string>
  readonly payPoints: ReadonlyMap<number, string>
}

function sheet(run: Run, lines: readonly LineRow[], { areas, payPoints }: Names) {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const kinds = [
    'number',
    'text',
    'text',
    'text',
    'text',
    'text',
    'number',
    'number',
    'money',
    'money',
  ] as const
  const widths = [6, 28, 10, 24, 34, 12, 8, 8, 16, 18, 28, 14, 28]
  return writeSheet({
    name: words.sheetName(run.month),
    title: [
      words.title(run.month),
      areas.get(run.areaId) ?? '',
      `${words.fingerprint(spaced(run.inputsHash))} · ${words.state[run.state]}`,
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
      words.month(line.benefitMonth),
      line.coefficient / 10,
      line.units,
      line.standard,
      line.amount,
      line.payeeName,
      words.method[line.method],
      line.payPointId === null ? '' : (payPoints.get(line.payPointId) ?? ''),
    ]),
    totals: [[null, words.total, null, null, null, null, null, null, null, total]],
    notes: [`${words.totalInWords} ${moneyInWords(dong(total))}`],
  })
}

async function paper(ctx: Ctx, run: Run, lines: readonly LineRow[], names: Names) {
  const source = await readFile(join(import.meta.dirname, 'payment-list.typ'), 'utf8')
  return makePdf(source, {
    words: { ...words, title: words.title(run.month) },
    fingerprint: words.fingerprint(spaced(run.inputsHash)),
    state: words.state[run.state],
    lists: listsToSign(lines).map((list) => paperOf(ctx, run, list, names)),
  })
}

function paperOf(ctx: Ctx, run: Run, list: ListToSign, { areas, payPoints }: Names) {
  const unit = areas.get(list.areaId) ?? ''
  const sum = (label: string, { people, regular, arrears }: ListToSign['total']) => ({
    label,
    people: words.people(people),
    ...amounts(regular, arrears),
  })
  return {
    unit,
    dated: words.dated(unit.replace(/^\S+ /, ''), ctx.today),
    subtitle: words.payPoint(list.payPointId === null ? null : (payPoints.get(list.payPointId) ?? '')),
    inWords: moneyInWords(dong(list.total.regular + list.total.arrears)),
    signed: [run.preparedName, '', run.state === 'approved' ? (run.decidedName ?? '') : ''],
    pages: list.pages.map((page) => ({
      rows: page.rows.map(({ number, line, regular, arrears }) => ({
        number: String(number),
        name: line.fullName,
        born: line.born.slice(0, 4),
        payee: line.payeeId === line.personId ? '' : line.payeeName,
        ...amounts(regular, arrears),
      })),
      sum: sum(words.pageSum, page.sum),
      running: sum(words.runningSum, page.running),
    })),
  }
}

const numbers = new Intl.NumberFormat('vi-VN')

function amounts(regular: number, arrears: number) {
  return {
    regular: regular === 0 ? '' : numbers.format(regular),
    arrears: arrears === 0 ? '' : numbers.format(arrears),
    total: numbers.format(regular + arrears),
  }
}

/** The first sixteen digits of the fingerprint, in fours, as people read it aloud. */
function spaced(hash: string | null) {
  return hash?.slice(0, 16).replaceAll(/(.{4})(?!$)/g, '$1 ') ?? ''
}
