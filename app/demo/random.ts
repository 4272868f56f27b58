import { createHash } from 'node:crypto'
import type { Chance } from '#kernel/chance'

/** Numbers that look random and are the same for the same seed on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, not including, the bound. */
  readonly below: (bound: number) => number
  /** A whole number from the first through the last. */
  readonly between: (first: number, last: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  readonly shuffle: <Item>(items: Item[]) => Item[]
}

/** The generator sfc32, started from a digest of the words given, so that streams do not resemble each other. */
export function randomFrom(...words: readonly (string | number)[]): Random {
  const digest = createHash('sha256').update(words.join('\n')).digest()
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    next,
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)]!, // Never asked of an empty list.
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last--) {
        const other = below(last + 1)
        ;[items[last], items[other]] = [items[other]!, items[last]!]
      }
      return items
    },
  }
}

/** Where the ids and codes of a piece of work come from: the same whenever it is done, and not those of any other. */
export function chanceFrom(...words: readonly (string | number)[]): Chance {
  const { below } = randomFrom(...words)
  let count = 0
  return {
    below,
    id: () => {
      const hex = createHash('md5')
        .update([...words, count++].join('\n'))
        .digest('hex')
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `7${hex.slice(13, 16)}`,
        `8${hex.slice(17, 20)}`,
        hex.slice(20),
      ].join('-')
    },
  }
}

/** Items and how often each is drawn. */
export type Weights<Item> = { readonly items: readonly Item[]; readonly upTo: readonly number[] }

export function weigh<Item>(pairs: Iterable<readonly [Item, number]>): Weights<Item> {
  const items: Item[] = []
  const upTo: number[] = []
  let sum = 0
  for (const [item, weight] of pairs) {
    items.push(item)
    upTo.push((sum += weight))
  }
  return { items, upTo }
}

export function draw<Item>(random: Random, { items, upTo }: Weights<Item>): Item {
  const at = random.next() * upTo.at(-1)!
  let low = 0
  let high = upTo.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (upTo[middle]! > at) high = middle
    else low = middle + 1
  }
  return items[low]!
}

/** Shares a whole number out by weight, the remainders to the largest fractions, so that the sum is exact. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((all, share) => all + share, 0)
  const byFraction = exact
    .map((value, index) => ({ index, fraction: value - Math.floor(value) }))
    .toSorted((one, other) => other.fraction - one.fraction || one.index - other.index)
  for (const { index } of byFraction.slice(0, left)) shares[index]!++
  return shares
}

/** As many of each item as its weight asks, in random order: a marginal met to the person. */
export function quota<Item>(
  random: Random,
  total: number,
  pairs: readonly (readonly [Item, number])[],
): Item[] {
  const shares = apportion(
    total,
    pairs.map(([, weight]) => weight),
  )
  return random.shuffle(pairs.flatMap(([item], index) => Array<Item>(shares[index]!).fill(item)))
}
