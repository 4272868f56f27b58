import { hashOf } from './column.ts'
import type { MatchRules } from './configuration.ts'
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
  /** By rule, then by record. */
  readonly keys: readonly Uint32Array[]
  /** Keys that more records share than are compared, by rule. */
  readonly tooLarge: readonly ReadonlySet<number>[]
  /** By rule, the records that have a key, in its order. */
  readonly orders: readonly Uint32Array[]
  readonly keyOf: (record: number, rule: number) => number
}

/** Sorts the records by their keys, one rule after the other. */
export function makeBlocks(
  table: Table,
  { blocking, largestBlock }: Pick<MatchRules, 'blocking' | 'largestBlock'>,
): Blocks {
  const rules = blockRules(table, blocking)
  const size = table.size()
  const wholeKeyOf = keyMaker(table, rules)
  // Key and place of a record are sorted as one number, which holds 53 bits: of very many records keys are shorter.
  const shift = Math.max(0, Math.ceil(Math.log2(size + 1)) - 21)
  const keyOf = (record: number, rule: number) => {
    const key = wholeKeyOf(record, rule)
    return key === 0 ? 0 : Math.max(1, key >>> shift)
  }
  const keys: Uint32Array[] = []
  const orders: Uint32Array[] = []
  const tooLarge: Set<number>[] = []
  for (let rule = 0; rule < rules.length; rule++) {
    const own = new Uint32Array(size)
    for (let record = 0; record < size; record++) own[record] = keyOf(record, rule)
    const order = orderBy(own)
    const large = new Set<number>()
    eachRun(own, order, (from, to) => {
      if (to - from > largestBlock) large.add(own[order[from]!]!)
    })
    keys.push(own)
    orders.push(order)
    tooLarge.push(large)
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

function eachRun(keys: Uint32Array, order: Uint32Array, visit: (from: number, to: number) => void) {
  for (let from = 0; from < order.length;) {
    const key = keys[order[from]!]!
    let to = from + 1
    while (to < order.length && keys[order[to]!] === key) to++
    if (to - from > 1) visit(from, to)
    from = to
  }
}

/**
 * Calls with each pair of records that some rule brings together, once. A pair that an earlier rule brought already is
 * known by its keys, so that no list of pairs is kept. Records of one `side` are not compared with each other.
 */
export function eachPair(
  blocks: Blocks,
  visit: (one: number, other: number, rule: number) => void,
  { sides, only }: { readonly sides?: Int32Array | undefined; readonly only?: number | undefined } = {},
) {
  const { keys, orders, tooLarge } = blocks
  const isBrought = (one: number, other: number, rule: number): boolean => {
    for (let earlier = 0; earlier < rule; earlier++) {
      const key = keys[earlier]![one]!
      if (key !== 0 && key === keys[earlier]![other]! && !tooLarge[earlier]!.has(key)) return true
    }
    return false
  }
  for (let rule = 0; rule < keys.length; rule++) {
    if (only !== undefined && only !== rule) continue
    const own = keys[rule]!
    const order = orders[rule]!
    eachRun(own, order, (from, to) => {
      if (tooLarge[rule]!.has(own[order[from]!]!)) return
      for (let first = from; first < to; first++)
        for (let second = first + 1; second < to; second++) {
          const [one, other] = [order[first]!, order[second]!]
          if (sides && sides[one] === sides[other]) continue
          if (only === undefined && isBrought(one, other, rule)) continue
          visit(one, other, rule)
        }
    })
  }
}

/** Whether some rule brings two records together. */
export function isCandidate({ keys, tooLarge }: Blocks, one: number, other: number): boolean {
  return keys.some(
    (own, rule) => own[one] !== 0 && own[one] === own[other] && !tooLarge[rule]!.has(own[one]!),
  )
}
