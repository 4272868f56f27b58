import { sql } from 'kysely'
import { addMonths, monthOf, type CivilDate, type Instant, type Month } from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { Benefit } from '../domain/determination.ts'
import { standingOf, type StandingPeriod } from './standings.ts'
import type { DifferingFacts } from './tables.ts'

/** A benefit granted, in the unit that pays it, and its months; open where no decision has ended it. */
export type AwardMonths = {
  readonly benefit: Benefit
  readonly areaId: number
  readonly from: Month
  readonly through: Month | null
  /** The first month without a right, where the award has lapsed or will: from then it pays by a new decision only. */
  readonly lapsedFrom: Month | null
  /** By decision it pays nothing at present; the right goes on. */
  readonly isSuspended: boolean
}

/** A person as the months to come are worked out from: how they stand and what they were granted, each oldest first. */
export type Outlook = {
  readonly personId: string
  readonly standings: readonly StandingPeriod[]
  readonly awards: readonly AwardMonths[]
  /** When either last changed, as far as that is known. */
  readonly changedAt: Instant | null
}

/** The outlook of these people, in the order asked. */
export async function listOutlooks(ctx: Ctx, personIds: readonly string[]): Promise<Outlook[]> {
  const ids = [...personIds]
  const { rows: stood } = await sql<{
    personId: string
    during: Period
    areaId: number
    facts: DifferingFacts
    shareTurns: boolean
  }>`
    select person_id, during, area_id, facts, share_turns from entitlement.standing
    where person_id = any(${ids}::uuid[])
    order by person_id, during`.execute(ctx.db())
  const { rows: granted } = await sql<{
    personId: string
    benefit: Benefit
    areaId: number
    during: Period
    lapsedFrom: Month | null
    isSuspended: boolean
  }>`
    select award.person_id, benefit, area_id, during, lapse.month as lapsed_from, suspended_from is not null as is_suspended
    from entitlement.award left join entitlement.lapse on lapse.award_id = award.id
    where award.person_id = any(${ids}::uuid[]) and retracted_at is null and not isempty(during)
    order by award.person_id, during, benefit`.execute(ctx.db())
  const { rows: changed } = await sql<{ personId: string; changedAt: Instant }>`
    select person_id, changed_at from entitlement.changed where person_id = any(${ids}::uuid[])`.execute(
    ctx.db(),
  )
  const changes = new Map(changed.map(({ personId, changedAt }) => [personId, changedAt]))
  const standings = Map.groupBy(stood, ({ personId }) => personId)
  const awards = Map.groupBy(granted, ({ personId }) => personId)
  return ids.map((personId) => ({
    personId,
    changedAt: changes.get(personId) ?? null,
    standings: (standings.get(personId) ?? []).map(({ during, areaId, facts, shareTurns }) => ({
      during,
      areaId,
      standing: standingOf(facts),
      shareTurns,
    })),
    awards: (awards.get(personId) ?? []).map(({ benefit, areaId, during, lapsedFrom, isSuspended }) => ({
      benefit,
      areaId,
      lapsedFrom,
      isSuspended,
      from: monthOf(during.from!), // An award has a first month.
      through: during.until && addMonths(monthOf(during.until), -1),
    })),
  }))
}

/** People who ever stood before the law, in the order of their ids, after one of them. */
export async function listStandingPeople(ctx: Ctx, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from entitlement.standing
    where person_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by person_id limit ${limit}`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

/** Whose standing or awards changed after a moment, with or without an award; the oldest change first. */
export async function listChanges(
  ctx: Ctx,
  after: Instant,
): Promise<{ personId: string; changedAt: Instant }[]> {
  const { rows } = await sql<{ personId: string; changedAt: Instant }>`
    select person_id, changed_at from entitlement.changed where changed_at > ${after}
    order by changed_at, person_id`.execute(ctx.db())
  return rows
}

/** The units, as recorded, in which anybody stands as poor or near-poor on a day: those whose list of that time is in. */
export async function listAreasWithPoor(ctx: Ctx, day: CivilDate): Promise<number[]> {
  const { rows } = await sql<{ areaId: number }>`
    select distinct area_id from entitlement.standing
    where facts ? 'household' and during @> ${day}::date`.execute(ctx.db())
  return rows.map(({ areaId }) => areaId)
}

/** Who stands as poor or near-poor in these units on a day. */
export async function listPoorIn(ctx: Ctx, areaIds: readonly number[], day: CivilDate): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from entitlement.standing
    where facts ? 'household' and during @> ${day}::date and area_id = any(${[...areaIds]}::integer[])`.execute(
    ctx.db(),
  )
  return rows.map(({ personId }) => personId)
}
