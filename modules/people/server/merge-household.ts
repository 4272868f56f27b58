import type { CivilDate } from '#kernel/civil-date'
import { contains, intersection, overlaps, rangeOf, type Period } from '#kernel/period'
import { getPersonForUpdate, recorded } from '../db/facts.ts'
import { membersNow } from '../db/household-now.ts'
import type { PeopleTables } from '../db/tables.ts'
import { householdOfOne, type HouseholdOfOne } from '../domain/household-of-one.ts'
import { problems } from '../domain/problems.ts'
import { assertHeadOfAge } from './assert-head-of-age.ts'
import { note, takeBack, type Merge, type Writing } from './merge-trail.ts'

/** Ends rows with the day before; those that only begin later are gone. */
export function clipped<Row extends { readonly during: Period }>(
  rows: readonly Row[],
  from: CivilDate | null,
): Row[] {
  if (from === null) return []
  return rows.flatMap((row) => {
    const during = intersection(row.during, { from: null, until: from })
    return during ? [{ ...row, during }] : []
  })
}

/** Whoever is merged away is of no household from now on, and no household loses its head by it unsaid. */
export async function takeHousehold(writing: Writing, { keptId, mergedId, take, nextHead }: Merge) {
  const { ctx } = writing
  const members = await membersNow(ctx, { personIds: [keptId, mergedId] })
  const { goesOver, left } = householdOfOne(members, { keptId, mergedId, takesHome: take.includes('home') })
  const former = await membershipsOf(writing, mergedId)
  await replace(writing, mergedId, former, clipped(former, ctx.today))
  const goesOn = goesOver ? former.find(({ during }) => during.until === null) : undefined
  if (goesOn) {
    // Whoever was a member through yesterday under the other record goes on from today, as head where they led it.
    const { from } = goesOn.during
    const rest = { from: from === null || from < ctx.today ? ctx.today : from, until: null }
    const own = (await membershipsOf(writing, keptId)).filter(({ during }) => overlaps(during, rest))
    await replace(writing, keptId, own, [...clipped(own, rest.from), { ...goesOn, during: rest }])
  }
  if (left) await passOn(writing, left, nextHead)
}

type Left = NonNullable<HouseholdOfOne<Awaited<ReturnType<typeof membersNow>>[number]>['left']>

/** Whoever was named heads those who stay, from today on; that nobody is known yet has to be said as well. */
async function passOn(writing: Writing, { householdId, staying }: Left, nextHead: Merge['nextHead']) {
  const { ctx } = writing
  if (nextHead === undefined) throw problems('next_head_needed', { householdId })
  if (nextHead === 'nobody') return
  const { personId, relationToHead } = nextHead
  if (!staying.some((one) => one.personId === personId)) throw problems('next_head_not_staying', { personId })
  const { born } = await getPersonForUpdate(ctx, personId)
  await assertHeadOfAge(ctx, { personId, born, householdId, from: ctx.today })
  const own = (await membershipsOf(writing, personId)).filter(({ during }) => contains(during, ctx.today))
  const during = { from: ctx.today, until: null }
  await replace(writing, personId, own, [
    ...clipped(own, ctx.today),
    { householdId, isHead: true, relationToHead, during },
  ])
}

type Membership = {
  readonly householdId: string
  readonly isHead: boolean
  readonly relationToHead: string
  readonly during: Period
}

function membershipsOf({ ctx }: Writing, personId: string) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.membership')
    .select(['id', 'householdId', 'isHead', 'relationToHead', 'during'])
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .execute()
}

async function replace(
  writing: Writing,
  personId: string,
  former: readonly { readonly id: string }[],
  rows: readonly Membership[],
) {
  const { ctx, trail, source } = writing
  await takeBack(writing, 'people.membership', former)
  if (rows.length === 0) return
  const written = await ctx
    .db<PeopleTables>()
    .insertInto('people.membership')
    .values(
      rows.map(({ householdId, isHead, relationToHead, during }) => ({
        householdId,
        personId,
        isHead,
        relationToHead,
        during: rangeOf(during),
        ...recorded(ctx, source),
      })),
    )
    .returning('id')
    .execute()
  note(trail.wrote, 'people.membership', written)
}
