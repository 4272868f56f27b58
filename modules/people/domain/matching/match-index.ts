import { makeBlocks, type Blocks } from './blocking.ts'
import type { LearnedWeights, MatchRules } from './configuration.ts'
import { scoreFor, makeScorer, type Scorer } from './score.ts'
import { atOnce } from './steps.ts'
import type { Table } from './table.ts'

export type Candidate = { readonly record: number; readonly score: number }

/**
 * Records that stay in memory, so that one more can be compared with all that may be the same person, at once: it is looked
 * up under each rule of blocking, and only what it meets there is scored. Weights and counts stay as they were learned.
 */
export function openMatchIndex(table: Table, rules: MatchRules, weights: LearnedWeights) {
  const blocks = atOnce(makeBlocks(table, rules))
  const scorer = makeScorer(table, weights, rules.together)
  const later = blocks.rules.map(() => new Map<number, number[]>())
  const first = table.size()
  const bound = (likely: number) => scoreFor(likely, weights.prior)

  const look = (record: number, from: number): Candidate[] => {
    const met = new Set<number>()
    for (let rule = 0; rule < blocks.rules.length; rule++) {
      const key = blocks.keyOf(record, rule)
      if (key === 0 || blocks.tooLarge[rule]!.has(key)) continue
      for (const other of run(blocks, rule, key)) met.add(other)
      for (const other of later[rule]!.get(key) ?? []) met.add(other)
    }
    met.delete(record)
    return Array.from(met, (other) => ({ record: other, score: scorer.score(other, record) }))
      .filter(({ score }) => score >= from)
      .sort((a, b) => b.score - a.score || a.record - b.record)
  }

  return {
    scorer: scorer as Scorer,
    /** Whom a new record may be, without keeping it; `parts` are worked out while it is still known. */
    ask: (textOf: (column: string) => string, likely: number) => {
      const record = table.add(textOf)
      try {
        return look(record, bound(likely)).map((found) => ({
          ...found,
          parts: scorer.parts(found.record, record),
        }))
      } finally {
        table.forgetLast()
      }
    },
    /** Keeps a new record, so that later ones meet it. */
    keep: (textOf: (column: string) => string): number => {
      const record = table.add(textOf)
      for (let rule = 0; rule < blocks.rules.length; rule++) {
        const key = blocks.keyOf(record, rule)
        if (key === 0) continue
        const same = later[rule]!.get(key)
        if (same) same.push(record)
        else later[rule]!.set(key, [record])
      }
      return record
    },
    /** How many records there were at first, and are now. */
    sizes: () => ({ first, now: table.size() }),
  }
}

/** The records of a key, found by halves. */
function run({ keys, orders }: Blocks, rule: number, key: number): Uint32Array {
  const order = orders[rule]!
  const keyAt = (place: number) => keys[order[place]! * orders.length + rule]!
  const from = firstNotBelow(order.length, keyAt, key)
  return order.subarray(from, firstNotBelow(order.length, keyAt, key + 1))
}

function firstNotBelow(length: number, keyAt: (place: number) => number, key: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyAt(middle) < key) low = middle + 1
    else high = middle
  }
  return low
}
