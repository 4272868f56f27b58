import { sql } from 'kysely'
import { addMonths, firstDayOf, monthOf, type CivilDate } from '#kernel/civil-date'
import { contains, intersection, type Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { listAwards, type Award } from '../db/awards.ts'
import type { Benefit } from '../domain/determination.ts'

/** Two awards of one benefit that ran beside each other, because one person was written down twice. */
export type Doubled = { readonly benefit: Benefit; readonly during: Period }

/** How the awards of two records become those of one person. */
export type JoinPlan = {
  /** The record that is kept: the one that is paid, or was paid for longer. */
  readonly keptId: string
  readonly mergedId: string
  readonly doubled: readonly Doubled[]
  /** From this day on nothing is due by the awards of the other record. */
  readonly standsUntil: CivilDate
  /** Either was ever awarded anything. */
  readonly hasAwards: boolean
  /** What the other record is paid for, and the kept one is not: it has to be ended by decision first. */
  readonly stray: Benefit | null
}

/**
 * Says which of two records of one person is to be kept, and which months were awarded twice. Two awards that run by
 * different schemes are for somebody to decide: one of them has to be ended first.
 */
export async function planJoin(ctx: Ctx, ids: readonly [string, string]): Promise<JoinPlan> {
  const awards = await listAwards(ctx, ids)
  const of = (id: string) => awards.filter(({ personId }) => personId === id)
  const open = (id: string) => of(id).filter(({ during }) => contains(during, ctx.today))
  const [keptId, mergedId] = isKept(ctx, [of(ids[1]), of(ids[0])]) ? [ids[1], ids[0]] : ids
  const kept = of(keptId)
  const stray = open(mergedId).find(({ benefit }) => !open(keptId).some((own) => own.benefit === benefit))
  const doubled = of(mergedId).flatMap((other) =>
    kept.flatMap((own) => {
      const during = own.benefit === other.benefit && intersection(own.during, other.during)
      return during ? [{ benefit: other.benefit, during }] : []
    }),
  )
  const first = doubled.map(({ during }) => during.from!).toSorted()[0] // Awards begin.
  return {
    keptId,
    mergedId,
    doubled,
    standsUntil: first ?? firstDayOf(addMonths(monthOf(ctx.today), 1)),
    hasAwards: awards.length > 0,
    stray: stray?.benefit ?? null,
  }
}

/** Whether the first of two records is the one to keep: paid now, or else paid before, or else paid for longer. */
function isKept(ctx: Ctx, [one, other]: readonly [readonly Award[], readonly Award[]]): boolean {
  const rank = (awards: readonly Award[]) =>
    awards.some(({ during }) => contains(during, ctx.today)) ? 2 : awards.length > 0 ? 1 : 0
  if (rank(one) !== rank(other)) return rank(one) > rank(other)
  const since = (awards: readonly Award[]) => awards.map(({ during }) => during.from!).toSorted()[0]
  const [own, others] = [since(one), since(other)]
  return own !== undefined && others !== undefined && own < others
}

/** From now on the awards of the merged record count for the kept one; those paid beside another are marked as such. */
export async function joinAwards(ctx: Ctx, { keptId, mergedId }: JoinPlan): Promise<void> {
  await sql`
    update entitlement.award as other set holder_id = ${keptId}, beside_id = ${besideOneOf(keptId)}
    where person_id = ${mergedId} or holder_id = ${mergedId}`.execute(ctx.db())
}

/** The award of a record that another one of the same benefit ran beside; of its own it is none. */
function besideOneOf(recordId: string) {
  return sql<string | null>`(
    select own.id from entitlement.award as own
    where own.person_id = ${recordId} and own.person_id <> other.person_id and own.benefit = other.benefit
      and own.during && other.during and own.retracted_at is null order by lower(own.during) limit 1)`
}

/** Each award counts for the record it was granted to again; what was merged into that before stays with it. */
export async function partAwards(ctx: Ctx, { mergedId }: { readonly mergedId: string }): Promise<void> {
  await sql`
    update entitlement.award as other set beside_id = ${besideOneOf(mergedId)},
      holder_id = nullif(people.root_of(person_id), person_id)
    where person_id = ${mergedId} or person_id in (
      with recursive under (id) as (
        select ${mergedId}::uuid union select person.person_id from under join people.public_record as person
          on person.merged_into = under.id)
      select id from under)`.execute(ctx.db())
}
