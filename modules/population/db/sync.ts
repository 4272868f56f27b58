import { sql } from 'kysely'
import { addSeconds, type CivilDate, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { ChangeKind } from '../domain/change.ts'
import type { Outcome, Reason } from '../domain/outcome.ts'
import type { Trouble } from '../domain/trouble.ts'
import type { PopulationTables } from './tables.ts'

export function readSync(ctx: Ctx) {
  return ctx.db<PopulationTables>().selectFrom('population.sync').selectAll().executeTakeFirstOrThrow() // The migration made it.
}

/** Whoever takes changes in holds it to the end, so that none is taken in twice. */
export function lockSync(ctx: Ctx) {
  return ctx
    .db<PopulationTables>()
    .selectFrom('population.sync')
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow()
}

export async function moveOn(
  ctx: Ctx,
  { lastNumber, newestNumber }: { lastNumber: number; newestNumber: number },
) {
  await ctx
    .db<PopulationTables>()
    .updateTable('population.sync')
    .set({
      lastNumber,
      newestNumber,
      tries: 0,
      downSince: null,
      nextTryAt: null,
      trouble: null,
      lastSuccessAt: ctx.now,
    })
    .execute()
}

/** It did not answer: it is left alone for so many seconds. */
export async function markDown(ctx: Ctx, { trouble, seconds }: { trouble: Trouble; seconds: number }) {
  const { tries, downSince } = await lockSync(ctx)
  await ctx
    .db<PopulationTables>()
    .updateTable('population.sync')
    .set({
      trouble,
      tries: tries + 1,
      downSince: downSince ?? ctx.now,
      nextTryAt: addSeconds(ctx.now, seconds),
    })
    .execute()
}

export type Entry = {
  readonly number: number
  readonly kind: ChangeKind | null
  readonly happenedOn: CivilDate | null
  readonly toldAt: Instant | null
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly personId: string | null
  readonly requestId: string | null
  readonly given: unknown
}

export async function insertEntries(ctx: Ctx, entries: readonly Entry[]) {
  if (entries.length === 0) return
  await sql`
    insert into population.entry (number, kind, happened_on, told_at, taken_at, outcome, reason, person_id, request_id, given)
    select number, kind, "happenedOn", "toldAt", ${ctx.now}::timestamptz, outcome, reason, "personId", "requestId",
      nullif(given, 'null'::jsonb)
    from json_to_recordset(${JSON.stringify(entries)}::json) as row (number bigint, kind text, "happenedOn" date,
      "toldAt" timestamptz, outcome text, reason text, "personId" uuid, "requestId" uuid, given jsonb)`.execute(
    ctx.db(),
  )
}

export type LogView = 'all' | 'refused' | 'asked'

/** The log from the newest on, with nothing that names anybody. */
export async function listEntries(
  ctx: Ctx,
  { view, before, most }: { view: LogView; before?: number | undefined; most: number },
) {
  const only =
    view === 'refused'
      ? sql`outcome = 'refused'`
      : view === 'asked'
        ? sql`outcome in ('asked', 'asked_before')`
        : sql`true`
  type Row = {
    number: number
    kind: ChangeKind | null
    happenedOn: CivilDate | null
    takenAt: Instant
    outcome: Outcome
    reason: Reason | null
  }
  const { rows } = await sql<Row>`
    select number, kind, happened_on, taken_at, outcome, reason from population.entry
    where ${only} and number < ${before ?? Number.MAX_SAFE_INTEGER} order by number desc limit ${most}`.execute(
    ctx.db(),
  )
  return rows
}

export async function countOutcomes(ctx: Ctx, since: Instant) {
  const { rows } = await sql<{ outcome: Outcome; count: number }>`
    select outcome, count(*)::integer as count from population.entry where taken_at >= ${since}
    group by outcome`.execute(ctx.db())
  return rows
}
