import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import {
  countPeopleInRegister,
  findModel,
  listComparable,
  listHomeAreas,
  listSample,
  listSharing,
  listSharingByKey,
  type Keys,
} from '../db/matching.ts'
import { firstWeights } from '../domain/duplicates/first-weights.ts'
import { recordCells, type Recordable } from '../domain/duplicates/record-cells.ts'
import { expectedPrior, registerRules } from '../domain/duplicates/register-rules.ts'
import { blockRules, keyMaker } from '../domain/matching/blocking.ts'
import type { LearnedWeights, MatchRules } from '../domain/matching/configuration.ts'
import { likelihood, makeScorer, scoreFor, type Part, type Scorer } from '../domain/matching/score.ts'
import { openTable, type Table } from '../domain/matching/table.ts'

/** How common a name is, is counted among so many people at most: more of them say the same. */
const sampleSize = 30_000
/** New names stay in the memory of a matcher; after so many records it is opened anew. */
const mostRecords = 200_000

/** How likely somebody is the same person as a record of the register, and why. */
export type Likeness = {
  readonly personId: string
  readonly score: number
  readonly likely: number
  readonly parts: readonly Part[]
}

export type Matcher = {
  readonly rules: MatchRules
  readonly keysOf: (record: Recordable) => number[]
  /** Who of some people this record may be, the likeliest first. */
  readonly compare: (
    record: Recordable,
    others: readonly (Recordable & { readonly id: string })[],
    likely: number,
  ) => Likeness[]
  /** The same of many records that meet some of the same people: each of these is read once for all of them. */
  readonly compareMany: (
    records: readonly Recordable[],
    others: readonly (Recordable & { readonly id: string })[],
    /** The places of those among the others that a record meets. */
    met: (record: number) => readonly number[],
    likely: number,
  ) => Likeness[][]
  readonly areaNow: (areaId: number) => number
  readonly isWornOut: () => boolean
}

/** Units of the past that people live in, and what each is today. */
export async function areasNow(ctx: Ctx): Promise<Map<number, number>> {
  return areaAt(ctx, await listHomeAreas(ctx), ctx.today)
}

export function rulesFor(now: ReadonlyMap<number, number>): MatchRules {
  return registerRules(
    Object.fromEntries(
      Array.from(now).flatMap(([id, nowId]) => (id === nowId ? [] : [[String(id), String(nowId)]])),
    ),
  )
}

/** The keys of the records of a table; a rule’s keys are no other’s. */
export function keysIn(table: Table, rules: MatchRules): (record: number) => number[] {
  const blocks = blockRules(table, rules.blocking)
  const keyOf = keyMaker(table, blocks)
  return (record) =>
    blocks.flatMap((_, rule) => {
      const key = keyOf(record, rule)
      return key === 0 ? [] : [Math.imul(key ^ ((rule + 1) * 0x9e3779b1), 0x85ebca6b) | 0]
    })
}

let held: { readonly name: string; readonly matcher: Matcher } | undefined

/**
 * What one more record is compared by: weights as the last whole look learned them, and how common names are as a sample of
 * the register says. Kept in memory from then on, for it takes a moment to make.
 */
export async function openMatcher(ctx: Ctx): Promise<Matcher> {
  return forWholeCountry(ctx, async (ctx) => {
    const model = await findModel(ctx)
    const name = `${model?.id} ${ctx.today}`
    if (model && held?.name === name && !held.matcher.isWornOut()) return held.matcher
    const people = model?.people ?? (await countPeopleInRegister(ctx))
    const matcher = makeMatcher({
      now: await areasNow(ctx),
      sample: await listSample(ctx, { people, wanted: sampleSize }),
      weights: { ...(model?.weights ?? firstWeights), prior: model?.prior ?? expectedPrior(people) },
    })
    if (model) held = { name, matcher }
    return matcher
  })
}

function makeMatcher(given: {
  readonly now: ReadonlyMap<number, number>
  readonly sample: readonly Recordable[]
  readonly weights: LearnedWeights
}): Matcher {
  const { now, sample, weights } = given
  const rules = rulesFor(now)
  const table = openTable(rules)
  for (const record of sample) table.add(recordCells(record))
  const scorer = makeScorer(table, weights, rules.together)
  const keysOf = keysIn(table, rules)
  let added = 0
  const withRecords = <Result>(records: readonly Recordable[], work: (first: number) => Result): Result => {
    const first = table.size()
    added += records.length
    try {
      for (const record of records) table.add(recordCells(record))
      return work(first)
    } finally {
      while (table.size() > first) table.forgetLast()
    }
  }
  return {
    rules,
    keysOf: (record) => withRecords([record], keysOf),
    compare: (record, others, likely) =>
      withRecords([record, ...others], (first) => {
        const candidates = others.map(({ id }, index) => ({ id, place: first + 1 + index }))
        return likenesses(scorer, first, candidates, { likely, prior: weights.prior })
      }),
    compareMany: (records, others, met, likely) =>
      withRecords([...others, ...records], (first) =>
        records.map((_, index) => {
          const candidates = met(index).map((place) => ({ id: others[place]!.id, place: first + place }))
          return likenesses(scorer, first + others.length + index, candidates, {
            likely,
            prior: weights.prior,
          })
        }),
      ),
    areaNow: (areaId) => now.get(areaId) ?? areaId,
    isWornOut: () => added > mostRecords,
  }
}

function likenesses(
  scorer: Scorer,
  record: number,
  others: readonly { readonly id: string; readonly place: number }[],
  { likely, prior }: { likely: number; prior: number },
): Likeness[] {
  const bound = scoreFor(likely, prior)
  return others
    .flatMap(({ id, place }) => {
      const score = scorer.score(record, place)
      if (score < bound) return []
      return [{ personId: id, score, likely: likelihood(score, prior), parts: scorer.parts(record, place) }]
    })
    .toSorted((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1))
}

/** Whom a record may be the same person as, wherever they live: for whoever may say no more of it than that. */
export async function likenessesOf(
  ctx: Ctx,
  matcher: Matcher,
  { record, likely }: { record: Recordable; likely: number },
): Promise<Likeness[]> {
  return forWholeCountry(ctx, async (ctx) => {
    const ids = await listSharing(ctx, matcher.keysOf(record), matcher.rules.largestBlock)
    return matcher.compare(record, await listComparable(ctx, ids), likely)
  })
}

/** The same for many records at once, in two questions for all of them. */
export async function likenessesOfMany(
  ctx: Ctx,
  matcher: Matcher,
  records: readonly Recordable[],
  likely: number,
): Promise<Likeness[][]> {
  return forWholeCountry(ctx, async (ctx) => {
    const keys = records.map((record) => matcher.keysOf(record))
    const sharing = await listSharingByKey(ctx, keys.flat(), matcher.rules.largestBlock)
    const byKey = Map.groupBy(sharing, ({ key }) => key)
    const others = await listComparable(ctx, [...new Set(sharing.map(({ personId }) => personId))])
    const placeOf = new Map(others.map(({ id }, place) => [id, place]))
    const met = (record: number) => {
      const sharers = keys[record]!.flatMap((key) => byKey.get(key) ?? [])
      const ids = new Set(sharers.map(({ personId }) => personId))
      // Whoever was merged into another is nobody to compare with.
      return [...ids].flatMap((id) => placeOf.get(id) ?? [])
    }
    return matcher.compareMany(records, others, met, likely)
  })
}

export function keysRow(matcher: Matcher, personId: string, record: Recordable): Keys {
  return { personId, keys: matcher.keysOf(record), areaNowId: matcher.areaNow(record.homeAreaId) }
}
