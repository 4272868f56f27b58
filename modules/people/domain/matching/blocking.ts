import { hashOf } from './column.ts'
import type { MatchRules } from './configuration.ts'
import type { Steps } from './steps.ts'
import type { Table } from './table.ts'

type Part = { readonly field: number; readonly part: string }

/** A line of `blocking`, taken to pieces. A field alone means its first part. */
export type BlockRule = { readonly name: string; readonly parts: readonly Part[] }

export function blockRules(table: Table, blocking: MatchRules['blocking']): BlockRule[] {
  return blocking.map((line) => ({
    name: line.join(' + '),
    parts: line.map((text) => {
      const [name, part] = text.split('.')
      const field = table.fields.findIndex((one) => one.name === name)
      if (field < 0) throw new Error(`No field ${text}`)
      return { field, part: part ?? table.fields[field]!.column.parts[0]! }
    }),
  }))
}

/** In a list of hashes: not yet worked out, and nothing to be brought together by. */
const unasked = 0
const none = 1

/** What a record is brought together by under each rule, in 32 bits; 0 where a part is not known. */
export function keyMaker(table: Table, rules: readonly BlockRule[]) {
  const known = rules.map(({ parts }) => parts.map(() => new Uint32Array(1024)))
  const partHash = (rule: number, index: number, value: number): number => {
    let hashes = known[rule]![index]!
    if (value >= hashes.length) {
      const grown = new Uint32Array(Math.max(value + 1, hashes.length * 2))
      grown.set(hashes)
      known[rule]![index] = hashes = grown
    }
    if (hashes[value] === unasked) {
      const { field, part } = rules[rule]!.parts[index]!
      const text = table.fields[field]!.column.partOf(value, part)
      hashes[value] = text === undefined || text === '' ? none : Math.max(none + 1, hashOf(text))
    }
    return hashes[value]!
  }
  return (record: number, rule: number): number => {
    const { parts } = rules[rule]!
    let key = 0x811c9dc5
    for (let index = 0; index < parts.length; index++) {
      const value = table.fields[parts[index]!.field]!.values[record]!
      const hash = value === 0 ? none : partHash(rule, index, value)
      if (hash === none) return 0
      key = Math.imul(key ^ hash, 0x01000193)
      key ^= key >>> 15
    }
    return key >>> 0 || 1
  }
}

export type Blocks = {
  readonly rules: readonly BlockRule[]
  /** By record, then by rule: what is asked for together stands together. 0 where it brings nobody together. */
  readonly keys: Uint32Array
  /** Keys that more records share than are compared, by rule. */
  readonly tooLarge: readonly ReadonlySet<number>[]
  /** By rule, the records that have a key, in its order. */
  readonly orders: readonly Uint32Array[]
  readonly keyOf: (record: number, rule: number) => number
}

/** Sorts the records by their keys, one rule in each step. */
export function* makeBlocks(
  table: Table,
  { blocking, largestBlock }: Pick<MatchRules, 'blocking' | 'largestBlock'>,
): Steps<Blocks> {
  const rules = blockRules(table, blocking)
  const size = table.size()
  const wholeKeyOf = keyMaker(table, rules)
  // Key and place of a record are sorted as one number, which holds 53 bits: of very many records keys are shorter.
  const shift = Math.max(0, Math.ceil(Math.log2(size + 1)) - 21)
  const keyOf = (record: number, rule: number) => {
    const key = wholeKeyOf(record, rule)
    return key === 0 ? 0 : Math.max(1, key >>> shift)
  }
  const keys = new Uint32Array(size * rules.length)
  const orders: Uint32Array[] = []
  const tooLarge: Set<number>[] = []
  for (let rule = 0; rule < rules.length; rule++) {
    const own = new Uint32Array(size)
    for (let record = 0; record < size; record++) own[record] = keyOf(record, rule)
    yield
    const all = orderBy(own)
    const large = new Set<number>()
    let kept = 0
    for (let from = 0, to = 0; from < all.length; from = to) {
      const key = own[all[from]!]!
      while (to < all.length && own[all[to]!] === key) to++
      if (to - from > largestBlock) large.add(key)
      else
        for (let at = from; at < to; at++) {
          keys[all[at]! * rules.length + rule] = key
          all[kept++] = all[at]!
        }
    }
    orders.push(all.slice(0, kept))
    tooLarge.push(large)
    yield
  }
  return { rules, keys, tooLarge, orders, keyOf }
}

/** Records with a key, in the order of their keys: sorted as numbers, the key above the place. */
function orderBy(keys: Uint32Array): Uint32Array {
  const width = 2 ** Math.ceil(Math.log2(keys.length + 1))
  const pairs = new Float64Array(keys.length)
  let count = 0
  for (let record = 0; record < keys.length; record++)
    if (keys[record] !== 0) pairs[count++] = keys[record]! * width + record
  const sorted = pairs.subarray(0, count).sort()
  return Uint32Array.from(sorted, (pair) => pair % width)
}

/** After so many pairs there is a step. */
const pairsInAStep = 20_000

/**
 * Calls with each pair of records that some rule brings together, once. A pair that an earlier rule brought already is
 * known by its keys, so that no list of pairs is kept. Records of one `side` are not compared with each other.
 */
export function* eachPair(
  { keys, orders }: Blocks,
  visit: (one: number, other: number) => void,
  sides?: Int32Array,
): Steps<void> {
  const width = orders.length
  const isBrought = (one: number, other: number, rule: number): boolean => {
    for (let earlier = 0; earlier < rule; earlier++) {
      const key = keys[one * width + earlier]!
      if (key !== 0 && key === keys[other * width + earlier]!) return true
    }
    return false
  }
  const visitBlock = (rule: number, from: number, to: number) => {
    const order = orders[rule]!
    for (let first = from; first < to; first++)
      for (let second = first + 1; second < to; second++) {
        const [one, other] = [order[first]!, order[second]!]
        if (sides && sides[one] === sides[other]) continue
        if (!isBrought(one, other, rule)) visit(one, other)
      }
  }
  let met = 0
  for (const [rule, order] of orders.entries())
    for (let from = 0, to = 0; from < order.length; from = to) {
      const key = keys[order[from]! * width + rule]!
      while (to < order.length && keys[order[to]! * width + rule] === key) to++
      if (to - from < 2) continue
      visitBlock(rule, from, to)
      met += ((to - from) * (to - from - 1)) / 2
      if (met < pairsInAStep) continue
      met = 0
      yield
    }
}

/** Whether some rule brings two records together. */
export function isCandidate({ keys, rules }: Blocks, one: number, other: number): boolean {
  return rules.some((_, rule) => {
    const key = keys[one * rules.length + rule]!
    return key !== 0 && key === keys[other * rules.length + rule]
  })
}
