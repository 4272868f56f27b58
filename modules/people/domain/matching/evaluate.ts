import { isCandidate, type Blocks } from './blocking.ts'
import type { Pair } from './find-duplicates.ts'

export type Quality = {
  readonly found: number
  readonly right: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Records that are known to be one person, as pairs. Records of one `side` are never compared, so they do not count. */
export function truePairs(
  gold: readonly (string | undefined)[],
  sides?: Int32Array,
): (readonly [number, number])[] {
  const groups = new Map<string, number[]>()
  for (const [record, key] of gold.entries()) {
    if (key === undefined || key === '') continue
    const group = groups.get(key)
    if (group) group.push(record)
    else groups.set(key, [record])
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .filter((other) => !sides || sides[one] !== sides[other])
        .map((other) => [one, other] as const),
    ),
  )
}

/** How many of the pairs found are right, and how many of the true ones are found. */
export function qualityOf(
  pairs: readonly Pair[],
  gold: readonly (string | undefined)[],
  truths: number,
): Quality {
  const right = pairs.filter(({ one, other }) => isRight(gold, one, other)).length
  return quality(pairs.length, right, truths)
}

function isRight(gold: readonly (string | undefined)[], one: number, other: number): boolean {
  return gold[one] !== undefined && gold[one] !== '' && gold[one] === gold[other]
}

function quality(found: number, right: number, truths: number): Quality {
  const precision = found === 0 ? 1 : right / found
  const recall = truths === 0 ? 1 : right / truths
  return {
    found,
    right,
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** The quality at each of some bounds of the score; pairs come with the highest score first. */
export function curveOf(
  pairs: readonly Pair[],
  gold: readonly (string | undefined)[],
  { truths, bounds }: { readonly truths: number; readonly bounds: readonly number[] },
): (Quality & { readonly bound: number })[] {
  let at = 0
  let right = 0
  return bounds
    .toSorted((a, b) => b - a)
    .map((bound) => {
      for (; at < pairs.length && pairs[at]!.score >= bound; at++)
        if (isRight(gold, pairs[at]!.one, pairs[at]!.other)) right++
      return { bound, ...quality(at, right, truths) }
    })
}

/** Which share of the true pairs blocking brings together at all: no score can find the others. */
export function reachOf(blocks: Blocks, truths: readonly (readonly [number, number])[]): number {
  if (truths.length === 0) return 1
  return truths.filter(([one, other]) => isCandidate(blocks, one, other)).length / truths.length
}
