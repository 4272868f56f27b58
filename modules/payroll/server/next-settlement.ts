import { monthsThrough, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { dueIn, replayPersonMonths, type Component } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { settle } from '../domain/arrears.ts'
import { givenByLists } from './given-by-lists.ts'
import { listedThrough } from './listed-through.ts'
import { findOpening, type Opening } from './opening.ts'

/** What the next list of payment would make good of an earlier month of somebody, or find paid above the right. */
export type Settled = {
  readonly personId: string
  readonly month: Month
  readonly component: Component
  readonly kind: 'arrears' | 'overpaid'
  readonly amount: Dong
}

/**
 * What the next list would settle of the earlier months of these people by everything known now: the months a run looks back
 * at, what all lists gave for them, and what had been given before this installation pays.
 */
export async function nextSettlement(ctx: Ctx, personIds: readonly string[]): Promise<Settled[]> {
  const opening = await findOpening(ctx)
  if (!opening || personIds.length === 0) return []
  return forWholeCountry(ctx, async (ctx) => {
    const through = await listedFor(ctx, opening, personIds)
    const last = [...through.values()].toSorted().at(-1)
    if (last === undefined || last < opening.since) return []
    const months = monthsThrough(opening.since, last)
    const given = await givenFor(ctx, [...through.keys()], months, opening)
    const rows = await replayPersonMonths(ctx, [...through.keys()], months, ctx.now)
    return rows
      .filter(({ personId, month }) => month <= through.get(personId)!) // Only they were asked about.
      .flatMap((row): Settled[] => {
        const { personId, month } = row
        const { arrears, overpaid } = settle(dueIn(row), given.get(keyOf(row)) ?? new Map())
        const found = [
          ...arrears.map(({ due: { component }, amount }) => ['arrears', component, amount] as const),
          ...overpaid.map(({ component, amount }) => ['overpaid', component, amount] as const),
        ]
        return found.map(([kind, component, amount]) => ({ personId, month, component, kind, amount }))
      })
  })
}

/** How far the lists go where each of them lives. */
async function listedFor(
  ctx: Ctx,
  opening: Opening,
  personIds: readonly string[],
): Promise<Map<string, Month>> {
  const people = [...(await summariesOf(ctx, personIds)).values()]
  const homes = await areaAt(
    ctx,
    people.map(({ homeAreaId }) => homeAreaId),
    ctx.today,
  )
  const through = await listedThrough(ctx, opening, homes.values())
  return new Map(
    people.map(({ id, homeAreaId }) => [id as string, through(homes.get(homeAreaId) ?? homeAreaId)] as const),
  )
}

type Sums = Map<string, Map<Component, Dong>>

/** What was given for these months: by lists, and before the opening by the law as it was known then. */
async function givenFor(
  ctx: Ctx,
  personIds: readonly string[],
  months: readonly Month[],
  opening: Opening,
): Promise<Sums> {
  const sums: Sums = new Map()
  const add = (key: string, component: Component, amount: Dong) => {
    const own = sums.get(key) ?? new Map<Component, Dong>()
    sums.set(key, own.set(component, dong((own.get(component) ?? 0) + amount)))
  }
  const [from, through] = [months[0]!, months.at(-1)!] // There are some.
  for (const one of await givenByLists(ctx, { personIds, from, through }))
    add(keyOf(one), one.component, one.amount)
  const before = months.filter((month) => month < opening.month)
  for (const row of await replayPersonMonths(ctx, personIds, before, opening.knownAt))
    for (const { component, amount } of dueIn(row)) add(keyOf(row), component, amount)
  return sums
}

const keyOf = ({ personId, month }: { personId: string; month: Month }) => `${personId} ${month}`
