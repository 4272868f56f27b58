import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { lastDayOf, monthOf, type Month } from '#kernel/civil-date'
import { areaIdsWithin, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import type { ReportedFigures, SettlementFigures, SettlementSummary, SettlementView } from '../contract.ts'
import { getProvider, listProviderRows } from '../db/providers.ts'
import {
  countPaid,
  findSettlementOf,
  getSettlementRow,
  insertSettlement,
  listSettlementRows,
  listUnsettled,
  sumIdentity,
  sumSources,
  writeLock,
  writeReport,
  type Scope,
  type Settlement,
  findMonthsPaid,
} from '../db/settlements.ts'
import { problems } from '../domain/problems.ts'
import type { Programme } from '../domain/programme.ts'
import { monthsOfSpan, type Span } from '../domain/span.ts'

export async function listSettlements(ctx: Ctx): Promise<SettlementSummary[]> {
  const rows = await listSettlementRows(ctx)
  return summarise(ctx, rows)
}

async function summarise(ctx: Ctx, rows: readonly Settlement[]): Promise<SettlementSummary[]> {
  const providers = new Map((await listProviderRows(ctx)).map(({ id, name }) => [id, name]))
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.map((row) => ({
    id: row.id,
    provider:
      row.providerId === null ? null : { id: row.providerId, name: providers.get(row.providerId) ?? '' },
    area: { id: row.areaId, name: names.get(row.areaId) ?? '' },
    span: row.span,
    first: row.firstMonth,
    last: row.lastMonth,
    state: row.state,
    openedBy: row.openedName,
    openedAt: row.openedAt,
    lockedBy: row.lockedName,
    lockedAt: row.lockedAt,
  }))
}

/** Begins a settlement («lập quyết toán»); the same span of the same provider and unit is settled once. */
export async function openSettlement(
  ctx: Ctx,
  {
    providerId,
    areaId,
    span,
    within,
    requestId,
  }: { providerId: string | null; areaId: number; span: Span; within: Month; requestId: string },
): Promise<{ id: string }> {
  if (!isWithinArea(ctx.actor, areaId)) throw problems('area_not_yours', { areaId })
  if (providerId !== null) await getProvider(ctx, providerId)
  const known = await findSettlementOf(ctx, requestId)
  if (known) return { id: known }
  const { first, last } = monthsOfSpan(span, within)
  const paid = await findMonthsPaid(ctx)
  if (!paid || last < paid.since || (first > paid.through && first > monthOf(ctx.today)))
    throw problems('settlement_of_no_payments', { ...paid })
  const id = await insertSettlement(ctx, {
    requestId,
    providerId,
    areaId,
    span,
    firstMonth: first,
    lastMonth: last,
  })
  if (id === undefined) throw problems('settlement_exists', { first, last })
  return { id }
}

export async function getSettlement(ctx: Ctx, { id }: { id: string }): Promise<SettlementView> {
  const row = await getSettlementRow(ctx, id)
  const [summary] = await summarise(ctx, [row])
  const now = await figuresOf(ctx, row)
  const figures = row.figures ?? now
  return {
    ...summary!,
    figures,
    now: row.figures !== null && differencesOf(row.figures, now).length > 0 ? totalsOf(now) : null,
    reported: row.reported,
    reportedBy: row.reportedName,
    reportedAt: row.reportedAt,
    explanation: row.explanation,
    fingerprint: fingerprintOf(row, figures),
    isMine: row.openedBy === ctx.actor.userId,
    waitsFor: row.state === 'open' ? await findWhatItWaitsFor(ctx, row) : { lastDay: null, providers: [] },
  }
}

/** A span has to be over, for what is still to come is no correction; all providers together come after each of them. */
async function findWhatItWaitsFor(ctx: Ctx, row: Settlement): Promise<SettlementView['waitsFor']> {
  const lastDay = lastDayOf(row.lastMonth)
  const unsettled =
    row.providerId === null
      ? await listUnsettled(ctx, { ...(await scopeOf(ctx, row)), areaId: row.areaId })
      : []
  const names = new Map((await listProviderRows(ctx)).map(({ id, name }) => [id, name]))
  return {
    lastDay: lastDay < ctx.today ? null : lastDay,
    providers: unsettled.map((id) => ({ id, name: names.get(id) ?? '' })),
  }
}

async function scopeOf(ctx: Ctx, { providerId, areaId, firstMonth, lastMonth }: Settlement): Promise<Scope> {
  return {
    providerId,
    areaIds: await areaIdsWithin(ctx, areaId),
    months: { first: firstMonth, last: lastMonth },
  }
}

export async function reportSettlement(
  ctx: Ctx,
  { id, ...report }: { id: string; reported: ReportedFigures; explanation: string | null },
) {
  await getOpen(ctx, id)
  await writeReport(ctx, id, report)
}

/**
 * Locks a settlement («khóa quyết toán»): the figures of our books are frozen as they are, and as whoever locks saw them. Where
 * the provider reports others, somebody has to have said why.
 */
export async function lockSettlement(ctx: Ctx, { id, fingerprint }: { id: string; fingerprint: string }) {
  const row = await getOpen(ctx, id)
  if (row.openedBy === ctx.actor.userId) throw problems('second_person_needed', { id })
  const { lastDay, providers } = await findWhatItWaitsFor(ctx, row)
  if (lastDay !== null) throw problems('settlement_not_over', { lastDay })
  if (providers.length > 0)
    throw problems('settlement_parts_open', { providers: providers.map(({ name }) => name) })
  const figures = await figuresOf(ctx, row)
  if (fingerprint !== fingerprintOf(row, figures)) throw problems('settlement_changed', { id })
  if (row.providerId !== null) {
    if (row.reported === null) throw problems('settlement_unreported', { id })
    const differing = differencesOf(row.reported, figures)
    if (differing.length > 0 && !row.explanation)
      throw problems('settlement_differs', { figures: differing.length })
  }
  await writeLock(ctx, id, figures)
}

/** Another one as soon as the report, its explanation or our books are others. */
function fingerprintOf({ reported, explanation }: Settlement, figures: SettlementFigures): string {
  return createHash('sha256')
    .update(JSON.stringify([reported, explanation, figures]))
    .digest('hex')
}

async function getOpen(ctx: Ctx, id: string): Promise<Settlement> {
  const row = await getSettlementRow(ctx, id, { forUpdate: true })
  if (row.state === 'locked') throw problems('settlement_locked', { id })
  return row
}

const totals = ['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut', 'payees'] as const

function totalsOf(figures: ReportedFigures): ReportedFigures {
  const { carriedIn, transferred, paid, returned, carriedOut, payees } = figures
  return { carriedIn, transferred, paid, returned, carriedOut, payees }
}

function differencesOf(one: ReportedFigures, other: ReportedFigures) {
  return totals.filter((name) => one[name] !== other[name])
}

/** What our books have for a settlement now. */
async function figuresOf(ctx: Ctx, row: Settlement): Promise<SettlementFigures> {
  const scope = await scopeOf(ctx, row)
  const [whole] = await sumIdentity(ctx, scope, sql`'all'`)
  const programmes = await sumIdentity(ctx, scope, sql`posting.programme`)
  const areas = await sumIdentity(ctx, scope, sql`posting.area_id`)
  const names = await areaNames(ctx, new Set(areas.map(({ key }) => Number(key))))
  const none = { carriedIn: 0, transferred: 0, paid: 0, returned: 0, carriedOut: 0 } as Omit<
    ReportedFigures,
    'payees'
  >
  const { key: _, ...identity } = whole ?? { key: null, ...none }
  return {
    ...identity,
    payees: await countPaid(ctx, scope),
    byProgramme: programmes.map(({ key, ...own }) => ({ ...own, programme: key as Programme })), // The column has a check.
    byArea: areas.map(({ key, ...own }) => ({
      ...own,
      area: { id: Number(key), name: names.get(Number(key)) ?? '' },
    })),
    bySource: await sumSources(ctx, scope),
  }
}
