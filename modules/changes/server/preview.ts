import { sql } from 'kysely'
import { addMonths, monthOf, monthsThrough, type Month } from '#kernel/civil-date'
import { dueIn, listAwards, replayPersonMonths } from '#modules/entitlement'
import { membersNow, summariesOf, tiesNow } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { effectiveOn, othersIn, type Change } from '../domain/change.ts'
import { effectsOf, keyOf, type Dues, type Effect } from '../domain/effect.ts'
import { apply } from './apply.ts'

type About = Pick<Parameters<typeof apply>[1], 'personId' | 'change' | 'evidence'>

/** So far back lists are looked at again. */
export const monthsBack = 12
const monthsAhead = 3
const mostPeople = 30

/**
 * What a change would come to, for everybody whose rights may rest on it: it is recorded, the law is asked, and the record
 * is taken back, all within one savepoint. So nobody has to trust a second description of what recording does.
 */
export async function previewEffects(ctx: Ctx, about: About): Promise<(Effect & { isBorn: boolean })[]> {
  const personIds = await peopleConcerned(ctx, about)
  const months = monthsOf(ctx, about.change)
  const before = await duesOf(ctx, personIds, months)
  const { after, born } = await onTrial(ctx, async (ctx) => {
    await apply(ctx, { ...about, source: 'preview' })
    const born = await bornTo(ctx, about)
    return { after: await duesOf(ctx, [...personIds, ...born], months), born: new Set(born) }
  })
  const given = effectsOf({ before: before.given, after: after.given }, { months, isAwarded: true })
  // What nobody was awarded begins with a decision, so earlier months are of no interest.
  const ahead = months.filter((month) => month >= monthOf(ctx.today))
  const possible = effectsOf(
    { before: before.possible, after: after.possible },
    { months: ahead, isAwarded: false },
  )
  return [...given, ...possible].map((effect) => ({ ...effect, isBorn: born.has(effect.personId) }))
}

/** The child of a birth is in the register only while it is tried. */
async function bornTo(ctx: Ctx, { personId, change }: About): Promise<string[]> {
  if (change.kind !== 'birth') return []
  const children = (await tiesNow(ctx, [personId], ['parent_of'])).filter((tie) => tie.personId === personId)
  const people = await summariesOf(
    ctx,
    children.map(({ otherId }) => otherId),
  )
  const { fullName, born } = change.child
  return [...people.values()]
    .filter((one) => one.born === born && one.fullName === fullName)
    .map(({ id }) => id)
    .slice(-1)
}

/** The months from the change on, no further back than lists are looked at again, and some to come. */
function monthsOf({ today }: Ctx, change: Change): Month[] {
  const present = monthOf(today)
  const earliest = addMonths(present, -monthsBack)
  const on = effectiveOn(change)
  const first = on === null || monthOf(on) < earliest ? earliest : monthOf(on)
  return monthsThrough(first, addMonths(present > first ? present : first, monthsAhead))
}

/** Those of their household as it was and as it will be, and those they are tied to. */
async function peopleConcerned(ctx: Ctx, { personId, change }: About): Promise<string[]> {
  const own = [personId, ...othersIn(change)]
  const householdIds = 'householdId' in change ? [change.householdId] : []
  const members = await membersNow(ctx, { personIds: own, householdIds })
  const ties = await tiesNow(ctx, own, ['parent_of', 'spouse_of', 'cares_for', 'guardian_of'])
  const near = [
    ...members.map((member) => member.personId),
    ...ties.flatMap((tie) => [tie.personId, tie.otherId]),
  ]
  // Whoever is given something is looked at first; whoever is not may have a right from then on, as an orphan has.
  const holders = new Set((await listAwards(ctx, near)).map((award) => award.personId))
  const others = near.toSorted((one, other) => Number(holders.has(other)) - Number(holders.has(one)))
  return [...new Set([...own, ...others])].slice(0, mostPeople)
}

/** What these people are given in these months, and what they would be given were it asked for. */
export async function duesOf(ctx: Ctx, personIds: readonly string[], months: readonly Month[]) {
  const rows = await replayPersonMonths(ctx, personIds, months, ctx.now)
  const given = new Map<string, number>()
  const possible = new Map<string, number>()
  const add = (dues: Map<string, number>, key: string, amount: number) =>
    dues.set(key, (dues.get(key) ?? 0) + amount)
  for (const row of rows) {
    for (const { component, amount } of dueIn(row))
      add(given, keyOf(row.personId, component, row.month), amount)
    if (row.awarded === 'all' || row.awarded.size > 0) continue
    for (const { component, amount } of dueIn({ ...row, awarded: 'all' }))
      add(possible, keyOf(row.personId, component, row.month), amount)
  }
  return { given, possible } satisfies Record<string, Dues>
}

/** Does something and takes it back: nothing is written, told or put into the trail. */
export async function onTrial<Result>(ctx: Ctx, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return forWholeCountry(ctx, async (ctx) => {
    await sql`savepoint on_trial`.execute(ctx.db())
    try {
      return await work({ ...ctx, emit: () => {}, audit: () => {} })
    } finally {
      await sql`rollback to savepoint on_trial`.execute(ctx.db())
    }
  })
}
