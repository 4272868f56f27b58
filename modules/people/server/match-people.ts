import { sql } from 'kysely'
import { setImmediate as turn } from 'node:timers/promises'
import type { Ctx } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import { forWholeCountry } from '#platform/server/whole-country'
import { replaceKeys } from '../db/keys-of-everybody.ts'
import {
  countMatchDue,
  countPeopleInRegister,
  dueWhereAreasChanged,
  findModel,
  forgetKeys,
  listComparable,
  listComparableAfter,
  takeMatchDue,
  writeKeys,
  type Comparable,
  type Keys,
} from '../db/matching.ts'
import type { MatchTables } from '../db/match-tables.ts'
import { firstWeights } from '../domain/duplicates/first-weights.ts'
import { recordCells } from '../domain/duplicates/record-cells.ts'
import { enoughToLearn, expectedPrior, worthALook } from '../domain/duplicates/register-rules.ts'
import { areTwins } from '../domain/duplicates/twins.ts'
import type { MatchRules } from '../domain/matching/configuration.ts'
import { findDuplicatesInSteps } from '../domain/matching/find-duplicates.ts'
import { likelihood, type Part } from '../domain/matching/score.ts'
import { inTurns } from '../domain/matching/steps.ts'
import { openTable, type Table } from '../domain/matching/table.ts'
import { areasNow, keysIn, keysRow, likenessesOfMany, openMatcher, rulesFor } from './matcher.ts'

/** Two records of the register that may be one person; the smaller id comes first. */
export type LikelyPair = {
  readonly oneId: string
  readonly otherId: string
  readonly score: number
  readonly likely: number
  readonly parts: readonly Pick<Part, 'comparison' | 'level' | 'bits'>[]
}

/** What a look at some people brought; whoever was looked at has no other pairs than these. */
export type Looked = {
  readonly lookedAt: readonly string[] | 'everybody'
  readonly pairs: readonly LikelyPair[]
}

/** A register that has grown by so much is learned anew. */
const growth = 1.5
const dueAtOnce = 250
const readAtOnce = 20_000
const writtenAtOnce = 20_000
const understoodAtOnce = 250

/**
 * Finds whoever may be written down twice: everybody in a first whole look, from then on only whoever changed since. What
 * is found is handed over batch by batch, each with the transaction it is to be kept in.
 */
export async function matchPeople(job: Job, keep: (ctx: Ctx, looked: Looked) => Promise<void>) {
  const plan = await job.request(async (ctx) => ({
    model: await findModel(ctx),
    people: await countPeopleInRegister(ctx),
  }))
  if (!plan.model || plan.people > plan.model.people * growth) {
    await matchEverybody(job, keep)
  } else await job.request(async (ctx) => dueWhereAreasChanged(ctx, await areasNow(ctx)))
  let done = 0
  for (;;) {
    const { looked, left } = await job.request((ctx) => matchNextDue(ctx, keep))
    done += looked
    if (looked === 0) return { people: done }
    await job.progress(done, done + left, 'changed')
  }
}

/** Compares the next few people who changed with everybody who shares a key with them. */
export async function matchNextDue(
  ctx: Ctx,
  keep: (ctx: Ctx, looked: Looked) => Promise<void>,
  limit = dueAtOnce,
) {
  return forWholeCountry(ctx, async (ctx) => {
    const ids = await takeMatchDue(ctx, limit)
    if (ids.length === 0) return { looked: 0, left: 0 }
    const matcher = await openMatcher(ctx)
    const records = await listComparable(ctx, ids)
    const present = new Set(records.map(({ id }) => id))
    await forgetKeys(
      ctx,
      ids.filter((id) => !present.has(id)),
    )
    await writeKeys(
      ctx,
      records.map((record) => keysRow(matcher, record.id, record)),
    )
    const pairs = new Map<string, LikelyPair>()
    const found = await likenessesOfMany(ctx, matcher, records, worthALook)
    for (const [place, { id }] of records.entries())
      for (const { personId, ...likeness } of found[place]!) {
        if (personId === id) continue
        const pair = pairOf(id, personId, likeness)
        pairs.set(`${pair.oneId} ${pair.otherId}`, pair)
      }
    await keep(ctx, { lookedAt: ids, pairs: await withoutRelatives(ctx, [...pairs.values()]) })
    return { looked: ids.length, left: await countMatchDue(ctx) }
  })
}

/** Reads everybody, learns how records are weighed where there are enough of them, and finds all pairs at once. */
async function matchEverybody(job: Job, keep: (ctx: Ctx, looked: Looked) => Promise<void>) {
  const { modelId, beganAt, now, people } = await job.request(beginWholeLook)
  const rules = rulesFor(now)
  const everybody = await readEverybody(job, { rules, people })
  const { table, ids } = everybody
  const isLearned = ids.length >= enoughToLearn
  const weights = isLearned ? undefined : { ...firstWeights, prior: expectedPrior(ids.length) }
  await job.progress(ids.length, ids.length, 'comparing')
  const steps = findDuplicatesInSteps(table, weights ? { ...rules, weights } : rules, { likely: worthALook })
  // The database indexes while pairs are weighed here.
  const [found] = await Promise.all([
    inTurns(steps, async () => {
      job.signal.throwIfAborted()
      await turn()
    }),
    job.request((ctx) => replaceKeys(ctx, keysOfEverybody(everybody, rules, now))),
  ])
  const { prior: _, ...learned } = found.scorer.weights
  const pairs = found.pairs.map(({ one, other, score }) =>
    pairOf(ids[one]!, ids[other]!, {
      score,
      likely: likelihood(score, found.prior),
      parts: found.scorer.parts(one, other),
    }),
  )
  await job.progress(ids.length, ids.length, 'writing')
  await job.request(async (ctx) => {
    await keep(ctx, { lookedAt: 'everybody', pairs: await withoutRelatives(ctx, pairs) })
    await ctx
      .db<MatchTables>()
      .updateTable('people.matchModel')
      .set({
        prior: found.prior,
        weights: isLearned ? JSON.stringify(learned) : null,
        people: ids.length,
        endedAt: ctx.now,
      })
      .where('id', '=', modelId)
      .execute()
    // Whoever was being written while this began may have been missed, and was not due yet.
    await sql`
      insert into people.match_due (person_id)
      select person_id from people.person_version where recorded_at > ${beganAt}::timestamptz - interval '5 minutes'
      on conflict do nothing`.execute(ctx.db())
  })
}

/** Everybody as a table of what is compared; ids and homes by the places of the records. */
type Everybody = { readonly table: Table; readonly ids: readonly string[]; readonly homes: readonly number[] }

async function readEverybody(job: Job, given: { readonly rules: MatchRules; readonly people: number }) {
  const table = openTable(given.rules)
  const ids: string[] = []
  const homes: number[] = []
  const read = (after: string | null) => job.request((ctx) => listComparableAfter(ctx, after, readAtOnce))
  const understand = async (batch: readonly Comparable[]) => {
    for (const record of batch) {
      table.add(recordCells(record))
      homes.push(record.homeAreaId)
      // What was asked of the database gets its turn in between.
      if (ids.push(record.id) % understoodAtOnce === 0) await turn()
    }
  }
  for (let batch = await read(null); batch.length > 0;) {
    const isLast = batch.length < readAtOnce
    // While some are understood, the database reads the next.
    const [next] = await Promise.all([isLast ? [] : read(batch.at(-1)!.id), understand(batch)])
    await job.progress(ids.length, Math.max(given.people, ids.length), 'reading')
    batch = next
  }
  return { table, ids, homes } satisfies Everybody
}

function* keysOfEverybody(
  { table, ids, homes }: Everybody,
  rules: MatchRules,
  now: ReadonlyMap<number, number>,
): Generator<readonly Keys[]> {
  const keysOf = keysIn(table, rules)
  for (let start = 0; start < ids.length; start += writtenAtOnce)
    yield ids.slice(start, start + writtenAtOnce).map((personId, index) => {
      const home = homes[start + index]!
      return { personId, keys: keysOf(start + index), areaNowId: now.get(home) ?? home }
    })
}

/** From here on whoever changes is due by themselves. */
async function beginWholeLook(ctx: Ctx) {
  await ctx.db<MatchTables>().deleteFrom('people.matchModel').where('endedAt', 'is', null).execute()
  const people = await countPeopleInRegister(ctx)
  const { id } = await ctx
    .db<MatchTables>()
    .insertInto('people.matchModel')
    .values({ prior: expectedPrior(people), weights: null, people, beganAt: ctx.now, endedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { modelId: id, beganAt: ctx.now, now: await areasNow(ctx), people }
}

function pairOf(
  oneId: string,
  otherId: string,
  { score, likely, parts }: Pick<LikelyPair, 'score' | 'likely'> & { readonly parts: readonly Part[] },
): LikelyPair {
  const said = parts.map(({ comparison, level, bits }) => ({
    comparison,
    level,
    bits: Math.round(bits * 10) / 10,
  }))
  return oneId < otherId
    ? { oneId, otherId, score, likely, parts: said }
    : { oneId: otherId, otherId: oneId, score, likely, parts: said }
}

/** Nobody is their own parent, spouse or ward, nor their own twin: such pairs are two people. */
async function withoutRelatives(ctx: Ctx, pairs: readonly LikelyPair[]): Promise<LikelyPair[]> {
  const likely = pairs.filter(({ parts }) => !areTwins(parts))
  if (likely.length === 0) return []
  const { rows } = await sql<{ oneId: string; otherId: string }>`
    select least(person_id, other_id) as one_id, greatest(person_id, other_id) as other_id
    from people.relation
    where retracted_at is null and person_id = any(${[...new Set(likely.flatMap(({ oneId, otherId }) => [oneId, otherId]))]}::uuid[])`.execute(
    ctx.db(),
  )
  const related = new Set(rows.map(({ oneId, otherId }) => `${oneId} ${otherId}`))
  return likely.filter(({ oneId, otherId }) => !related.has(`${oneId} ${otherId}`))
}
