import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { benefitOf, dueIn, listAwards, replayPersonMonths, type Benefit } from '#modules/entitlement'
import { membersNow, summariesOf, tiesNow } from '#modules/people'
import { nextSettlement } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { onTrial } from '#platform/server/on-trial'
import { forWholeCountry } from '#platform/server/whole-country'
import { effectiveOn, othersIn } from '../domain/change.ts'
import { effectsOf, keyOf, type Dues, type Effect } from '../domain/effect.ts'
import { settlementOf, type Settlement } from '../domain/settlement.ts'
import { apply } from './apply.ts'
import { monthsToCompare } from './months-to-compare.ts'

type About = Pick<Parameters<typeof apply>[1], 'personId' | 'change' | 'evidence'>

const mostPeople = 30

type Looked = { readonly from: Month; readonly through: Month }

/**
 * What a change would come to, for everybody whose rights may rest on it: it is recorded, the law is asked, and the record
 * is taken back, all within one savepoint. So nobody has to trust a second description of what recording does.
 */
export async function previewEffects(
  ctx: Ctx,
  about: About,
): Promise<{
  effects: (Effect & { isBorn: boolean })[]
  settlement: Settlement[]
  looked: Looked | null
}> {
  const personIds = await peopleConcerned(ctx, about)
  const awards = await forWholeCountry(ctx, (ctx) => listAwards(ctx, personIds))
  const months = monthsToCompare(ctx, awards, effectiveOn(about.change))
  const before = await duesOf(ctx, personIds, months)
  const { after, given, born, settled } = await tryForWholeCountry(ctx, async (ctx) => {
    await apply(ctx, { ...about, source: 'preview' })
    const born = await bornTo(ctx, about)
    const after = await duesOf(ctx, [...personIds, ...born], months)
    const given = effectsOf({ before: before.given, after: after.given }, { months, isAwarded: true })
    return {
      after,
      given,
      born: new Set(born),
      settled: await nextSettlement(ctx, paidOtherwise(ctx, given)),
    }
  })
  const settledBefore = await nextSettlement(ctx, paidOtherwise(ctx, given))
  // What nobody was awarded begins with a decision, so earlier months are of no interest; and what a list of before has paid is awarded.
  const ahead = months.filter((month) => month >= monthOf(ctx.today) && about.change.kind !== 'paid_months')
  const possible = effectsOf(
    { before: before.possible, after: after.possible },
    { months: ahead, isAwarded: false },
  )
  return {
    effects: [...given, ...possible].map((effect) => ({ ...effect, isBorn: born.has(effect.personId) })),
    settlement: settlementOf(settledBefore, settled),
    looked: lookedAt(months),
  }
}

/** Whose months a list may have paid already come to something else. */
function paidOtherwise({ today }: Ctx, effects: readonly Effect[]): string[] {
  // The list of a month is drawn up before it begins.
  const listed = addMonths(monthOf(today), 1)
  return [...new Set(effects.filter(({ from }) => from <= listed).map(({ personId }) => personId))]
}

/** What the register would refuse is not asked for: whoever decides could only refuse it again. */
export async function assertRecordable(ctx: Ctx, about: About): Promise<void> {
  await tryForWholeCountry(ctx, (ctx) => apply(ctx, { ...about, source: 'preview' }))
}

/** The first and the last of the months that were looked at, for whoever reads what came of it. */
export function lookedAt(months: readonly Month[]): Looked | null {
  const [from, through] = [months[0], months.at(-1)]
  return from && through ? { from, through } : null
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

/**
 * What these people are given in these months, and what they would be given were it asked for: anything, of whoever is given
 * nothing, and what stands beside an allowance instead of giving way to it, of whoever is given one.
 */
export async function duesOf(ctx: Ctx, personIds: readonly string[], months: readonly Month[]) {
  const rows = await replayPersonMonths(ctx, personIds, months, ctx.now)
  const given = new Map<string, number>()
  const possible = new Map<string, number>()
  const add = (dues: Map<string, number>, key: string, amount: number) =>
    dues.set(key, (dues.get(key) ?? 0) + amount)
  for (const row of rows) {
    for (const { component, amount } of dueIn(row))
      add(given, keyOf(row.personId, component, row.month), amount)
    const { awarded } = row
    if (awarded === 'all') continue
    for (const { component, amount } of dueIn({ ...row, awarded: 'all' })) {
      const benefit = benefitOf[component]
      if (awarded.size === 0 || (standsBeside.has(benefit) && !awarded.has(benefit)))
        add(possible, keyOf(row.personId, component, row.month), amount)
    }
  }
  return { given, possible } satisfies Record<string, Dues>
}

/** Support for care is paid for another purpose than the allowance and is added to it (điểm b khoản 2 Điều 20 of 20/2021/NĐ-CP). */
const standsBeside: ReadonlySet<Benefit> = new Set(['care_support', 'parenting_support'])

/** As the register would do it, whoever it concerns; of whom the actor may not see a refusal tells nothing. */
export async function tryForWholeCountry<Result>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  const tried = await forWholeCountry(ctx, async (ctx) => {
    try {
      return { result: await onTrial(ctx, work) }
    } catch (error) {
      if (error instanceof Problem) return { refusal: error }
      throw error
    }
  })
  if (tried.refusal) throw new Problem(tried.refusal.code, tried.refusal.status)
  return tried.result
}
