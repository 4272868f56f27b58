import { dong, type Dong } from '#kernel/dong'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Component } from '#modules/entitlement'
import { listRunRows } from '../db/runs.ts'
import { listCountsOfRuns } from '../db/totals.ts'
import type { RunState } from '../domain/run-state.ts'

export type PublicSum = { readonly people: number; readonly amount: Dong }

/** How many people were paid and how much in the last month that was approved: by unit, and by what the money is for. */
export type PublicTotals = {
  readonly month: Month
  readonly areas: ReadonlyMap<number, PublicSum>
  readonly components: ReadonlyMap<Component, PublicSum>
}

const decided: ReadonlySet<RunState> = new Set(['approved', 'sent', 'reconciled', 'closed'])

/** What the database counted of those runs: no rule and no person, nothing that tells why somebody is paid. */
export async function publicTotals(ctx: Ctx): Promise<PublicTotals | undefined> {
  const runs = (await listRunRows(ctx, {})).filter(({ state }) => decided.has(state))
  const month = runs[0]?.month
  if (month === undefined) return undefined
  const counts = await listCountsOfRuns(
    ctx,
    runs.filter((run) => run.month === month).map(({ id }) => id),
  )
  const areas = new Map<number, PublicSum>()
  const components = new Map<Component, PublicSum>()
  const add = <Key>(sums: Map<Key, PublicSum>, key: Key, { people, amount }: PublicSum) => {
    const before = sums.get(key)
    sums.set(key, {
      people: (before?.people ?? 0) + people,
      amount: dong((before?.amount ?? 0) + amount),
    })
  }
  for (const { dimension, key, ...sum } of [...counts.values()].flat())
    if (dimension === 'area') add(areas, Number(key), sum)
    else if (dimension === 'component') add(components, key as Component, sum) // The key of a line’s component.
  return { month, areas, components }
}
