import { sql } from 'kysely'
import { dayOf, monthOf, type Instant, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { anyOf, plannedFor } from '#platform/server/planned-once'
import type { Lapsing } from '../domain/lapse.ts'
import type { Stood } from '../domain/stood.ts'
import { listAwards, type Award } from './awards.ts'
import { standingOf } from './standings.ts'
import type { EntitlementTables } from './tables.ts'

/** The awards of these people as known now or at a moment, with when the opening of each was recorded. */
export async function listLapsing(
  ctx: Ctx,
  personIds: readonly string[],
  knownAt?: Instant,
): Promise<(Award & Lapsing)[]> {
  const awards = await listAwards(ctx, personIds, knownAt)
  const opened = [...new Set(awards.map(({ openedBy }) => openedBy))]
  const { rows } = await sql<{ id: string; recordedAt: Instant }>`
    select id, recorded_at from entitlement.decision
    where id = ${anyOf(opened)} ${plannedFor(opened)}`.execute(ctx.db())
  const recorded = new Map(rows.map(({ id, recordedAt }) => [id, monthOf(dayOf(recordedAt))]))
  return awards.map((award) => ({ ...award, openedIn: recorded.get(award.openedBy)! })) // A decision opened it.
}

/** How these people stood, from the projection. */
export async function listStood(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<Map<string, readonly Stood[]>> {
  const rows = await ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.standing')
    .select(['personId', 'during', 'facts', 'shareTurns'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('during')
    .execute()
  return Map.groupBy(
    rows.map(({ facts, ...row }) => ({ ...row, standing: standingOf(facts) })),
    ({ personId }) => personId,
  )
}

export type Lapse = { readonly awardId: string; readonly personId: string; readonly month: Month }

/**
 * Makes the rows of these people say exactly this of the awards that were judged, and returns whose said something else. What
 * somebody else gave them meanwhile has been judged by whoever gave it, and stays.
 */
export async function writeLapses(
  ctx: Ctx,
  { personIds, judged }: { readonly personIds: readonly string[]; readonly judged: readonly string[] },
  lapses: readonly Lapse[],
): Promise<string[]> {
  const db = ctx.db()
  const { rows: former } = await sql<Lapse>`
    delete from entitlement.lapse where person_id = any(${[...personIds]}::uuid[])
      and (award_id = any(${[...judged]}::uuid[]) or not exists (
        select from entitlement.award
        where award.id = lapse.award_id and retracted_at is null and not isempty(during)))
    returning award_id, person_id, month`.execute(db)
  const differing = differingIn(former, lapses)
  if (lapses.length === 0) return differing
  await sql`
    insert into entitlement.lapse (award_id, person_id, month)
    select "awardId", "personId", month from json_to_recordset(${JSON.stringify(lapses)}::json)
      as fresh ("awardId" uuid, "personId" uuid, month text)`.execute(db)
  return differing
}

function differingIn(former: readonly Lapse[], fresh: readonly Lapse[]): string[] {
  const keyOf = ({ awardId, month }: Lapse) => `${awardId} ${month}`
  const before = new Set(former.map(keyOf))
  const now = new Set(fresh.map(keyOf))
  const differing = [
    ...former.filter((lapse) => !now.has(keyOf(lapse))),
    ...fresh.filter((lapse) => !before.has(keyOf(lapse))),
  ]
  return [...new Set(differing.map(({ personId }) => personId))]
}

/** Everybody with an award, in order, a batch at a time. */
export async function listPeopleAwarded(ctx: Ctx, after: string, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from entitlement.award
    where retracted_at is null and person_id > ${after} order by person_id limit ${atMost}`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

/** Whether the lapses were worked out by this law; says so from now on. */
export async function markLapses(ctx: Ctx, law: string): Promise<'same' | 'other'> {
  const { numAffectedRows } = await sql`
    insert into entitlement.projection (name, basis) values ('lapse', ${law})
    on conflict (name) do update set basis = excluded.basis where projection.basis <> excluded.basis`.execute(
    ctx.db(),
  )
  return numAffectedRows ? 'other' : 'same'
}
