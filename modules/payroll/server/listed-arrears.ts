import { monthsThrough, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import {
  benefitOf,
  dueIn,
  lawOfListed,
  type AsIfAwarded,
  type AskArrears,
  type Component,
  type PersonMonthRow,
} from '#modules/entitlement'
import type { LawSays, ListedPerson } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { settle } from '../domain/arrears.ts'
import { givenByLists } from './given-by-lists.ts'
import { listedThrough } from './listed-through.ts'
import { findOpening } from './opening.ts'

/** What the law says of people of an imported list, with what the next run would make good of months before it. */
export async function lawAndArrears(ctx: Ctx, people: readonly ListedPerson[]): Promise<LawSays[]> {
  return owedTo(
    ctx,
    people.map((one) => ({ ...one, areaId: one.person.areaId })),
  )
}

/** The same of awards that wait for a second person, without the months that lists of before have paid. */
export const arrearsOfListed: AskArrears = async (ctx, awards) => {
  const says = await owedTo(
    ctx,
    awards.map((one) => ({ ...one, person: null, facts: [] })),
  )
  return says.map(({ owed }, index) => {
    const { paidThrough } = awards[index]! // One for each.
    return owed.filter(({ month }) => paidThrough === null || month > paidThrough)
  })
}

type Asked = Omit<AsIfAwarded, 'months'>

/**
 * Works out, by the months a run reads and what it settles of them, what confirming an award would bring as arrears («truy
 * lĩnh»): every month from its first one, or from as far as this installation looks back, to the one before the next list.
 */
async function owedTo(ctx: Ctx, people: readonly Asked[]): Promise<LawSays[]> {
  const monthsOf = await monthsLookedAt(ctx, people)
  const says = await lawOfListed(
    ctx,
    people.map((one) => ({ ...one, months: monthsOf(one) })),
  )
  const given = await sumsGiven(
    ctx,
    people,
    says.flatMap(({ months }) => months),
  )
  return says.map(({ months, ...law }, index) => {
    const { benefit } = people[index]! // One for each.
    return {
      ...law,
      owed: months.flatMap((row) => {
        const amount = missingIn(row, benefit, given.get(`${row.personId} ${row.month}`) ?? new Map())
        return amount > 0 ? [{ month: row.month, amount }] : []
      }),
    }
  })
}

async function monthsLookedAt(ctx: Ctx, people: readonly Asked[]): Promise<(one: Asked) => Month[]> {
  const opening = await findOpening(ctx)
  if (!opening) return () => []
  const throughIn = await listedThrough(
    ctx,
    opening,
    people.map(({ areaId }) => areaId),
  )
  return ({ areaId, from }) => {
    const through = throughIn(areaId)
    const since = from > opening.since ? from : opening.since
    return since > through ? [] : [...monthsThrough(since, through)]
  }
}

function missingIn(
  row: PersonMonthRow,
  benefit: Asked['benefit'],
  given: ReadonlyMap<Component, Dong>,
): Dong {
  const due = dueIn(row).filter(({ component }) => benefitOf[component] === benefit)
  return dong(settle(due, given).arrears.reduce((sum, { amount }) => sum + amount, 0))
}

/** What all lists gave for these months, by person and month. */
async function sumsGiven(ctx: Ctx, people: readonly Asked[], rows: readonly PersonMonthRow[]) {
  const months = rows.map(({ month }) => month).toSorted()
  const [from, through] = [months[0], months.at(-1)]
  const sums = new Map<string, Map<Component, Dong>>()
  if (!from || !through) return sums
  const personIds = people.flatMap(({ personId }) => personId ?? [])
  const given = await forWholeCountry(ctx, (ctx) => givenByLists(ctx, { personIds, from, through }))
  for (const { personId, month, component, amount } of given) {
    const key = `${personId} ${month}`
    sums.set(key, (sums.get(key) ?? new Map<Component, Dong>()).set(component, amount))
  }
  return sums
}
