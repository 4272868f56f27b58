import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '#kernel/civil-date'
import { formatBirth, formatDay } from '#kernel/written'
import { statesOfChanges } from '#modules/changes'
import { areaNames } from '#modules/geography'
import { keptRecords, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { makePdf } from '#platform/server/documents'
import { writeSheet, type Cell } from '#platform/server/sheets'
import type { CampaignView, Counts, PartView, RowFilter } from '../contract.ts'
import { getPart } from '../db/parts.ts'
import { listRows } from '../db/rows.ts'
import { listRequestsOf } from '../db/tasks.ts'
import { problems } from '../domain/problems.ts'
import { listCampaigns } from './campaigns.ts'
import { paper } from './messages.vi.ts'
import { wishOf } from './rows.ts'

type Line = {
  readonly part: PartView
  readonly requests: number
  readonly approved: number
  readonly refused: number
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** As many as a commune has and more. */
const mostRows = 20_000

/** What a review came to by commune, with what its change requests led to since. */
export async function downloadReport(
  ctx: Ctx,
  { id, format }: { id: string; format: 'xlsx' | 'pdf' },
): Promise<File> {
  const [campaign] = await listCampaigns(ctx, { id })
  if (!campaign) throw problems('campaign_not_found', { id })
  const lines = await linesOf(ctx, campaign)
  const rows = lines.map((line) => [line.part.area.name, ...figuresOf(line), stateOf(line.part)])
  const name = paper.fileName(campaign.title)
  if (format === 'pdf')
    return new File([await onPaper(ctx, campaign, rows, lines)], `${name}.pdf`, { type: 'application/pdf' })
  const bytes = await writeSheet({
    name: paper.sheet,
    title: [
      paper.title(campaign.title),
      paper.days(campaign.from, campaign.to),
      paper.printed(ctx.actor.name, ctx.today),
    ],
    columns: paper.columns.map((header, place) => ({
      header,
      width: place === 0 ? 28 : place === paper.columns.length - 1 ? 40 : 14,
      kind: place === 0 || place === paper.columns.length - 1 ? 'text' : 'number',
    })),
    rows,
    totals: [[paper.total, ...totalsOf(lines)]],
    notes: [paper.note],
  })
  return new File([bytes], `${name}.xlsx`, { type: xlsx })
}

async function linesOf(ctx: Ctx, { parts }: CampaignView): Promise<Line[]> {
  const opened = await listRequestsOf(
    ctx,
    parts.map(({ id }) => id),
  )
  const states = await statesOfChanges(
    ctx,
    opened.map(({ changeRequestId }) => changeRequestId),
  )
  const byPart = Map.groupBy(opened, ({ partId }) => partId)
  return parts.map((part) => {
    const own = (byPart.get(part.id) ?? []).map(({ changeRequestId }) => states.get(changeRequestId))
    return {
      part,
      requests: own.length,
      approved: own.filter((state) => state === 'approved').length,
      refused: own.filter((state) => state === 'rejected' || state === 'withdrawn').length,
    }
  })
}

function figuresOf({ part: { counts, tasksOpen }, requests, approved, refused }: Line): number[] {
  return [
    counts.total,
    answered(counts),
    counts.unchanged,
    counts.changed,
    counts.not_met,
    counts.not_found,
    counts.conflict,
    counts.waiting,
    requests,
    approved,
    refused,
    tasksOpen,
  ]
}

/** Whoever was met nowhere yet has no result. */
function answered({ unchanged, changed, not_found }: Counts): number {
  return unchanged + changed + not_found
}

function totalsOf(lines: readonly Line[]): number[] {
  return lines.map(figuresOf).reduce((sum, figures) => sum.map((figure, place) => figure + figures[place]!)) // As many in each.
}

function stateOf({ closedAt, closedName, closeNote }: PartView): string {
  return closedAt === null ? paper.open : paper.closed(dayOf(closedAt), closedName ?? '', closeNote)
}

async function onPaper(
  ctx: Ctx,
  { title, from, to }: CampaignView,
  rows: readonly (readonly Cell[])[],
  lines: readonly Line[],
) {
  const text = (cells: readonly Cell[]) => cells.map((cell) => String(cell ?? ''))
  return makePdf(await readFile(join(import.meta.dirname, 'report.typ'), 'utf8'), {
    words: { system: paper.system, country: paper.country, motto: paper.motto, page: paper.page },
    title: paper.title(title),
    days: paper.days(from, to),
    printed: paper.printed(ctx.actor.name, ctx.today),
    columns: paper.columns,
    rows: rows.map(text),
    total: text([paper.total, ...totalsOf(lines), '']),
    note: paper.note,
  })
}

/** The list of a commune as Excel: everybody, or those without a result. */
export async function downloadRows(ctx: Ctx, { id, ...filter }: RowFilter & { id: string }): Promise<File> {
  const part = await getPart(ctx, id)
  const rows = await listRows(ctx, wishOf(id, filter), { limit: mostRows })
  const people = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const kept = await keptRecords(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const area = (await areaNames(ctx, [part.areaId])).get(part.areaId) ?? ''
  const widths = [6, 28, 12, 22, 20, 22, 12, 50, 30]
  const bytes = await writeSheet({
    name: paper.sheet,
    title: [
      `${part.title} · ${area}`,
      paper.days(part.fromOn, part.toOn),
      paper.printed(ctx.actor.name, ctx.today),
    ],
    columns: paper.list.columns.map((header, place) => ({
      header,
      width: widths[place]!, // As many widths as columns.
      kind: place === 0 ? 'number' : 'text',
    })),
    rows: rows.map(
      ({ personId, village, state, answeredName, answeredAt, reasons, addedAt, leftOn }, place) => {
        const person = people.get(personId)
        const isLater = part.frozenAt !== null && addedAt.slice(0, -1) > part.frozenAt.slice(0, -1)
        return [
          place + 1,
          person?.fullName ?? '',
          person ? formatBirth(person.born, person.bornPrecision) : '',
          village,
          paper.states[state],
          answeredName,
          answeredAt === null ? null : formatDay(dayOf(answeredAt)),
          [...new Set(reasons.map(({ kind }) => paper.reasons[kind]))].join('; '),
          [
            isLater ? [paper.list.later] : [],
            kept.get(personId) === personId ? [] : [paper.list.merged],
            leftOn === null ? [] : [paper.list.left(leftOn)],
          ]
            .flat()
            .join('; '),
        ]
      },
    ),
  })
  return new File([bytes], `${paper.list.fileName(area)}.xlsx`, { type: xlsx })
}
