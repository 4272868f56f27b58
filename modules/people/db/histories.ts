import type { Instant } from '#kernel/civil-date'
import { intersection, type Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { anyOf, plannedFor } from '#platform/server/planned-once'
import type { CircumstanceKind, Evidence } from '../domain/circumstance.ts'
import type { CircumstanceFact, IdentityFact, PersonHistory, RelationFact } from '../domain/history.ts'
import type { MatchTables } from './match-tables.ts'
import type { PeopleTables } from './tables.ts'

const batchSize = 2000
const known = ['recordedAt', 'retractedAt', 'source'] as const

/**
 * Everything ever recorded of these people that the law may ask for, former knowledge included: seven queries for each
 * 2,000 of them. People the actor may not see are left out, and so are relations to people out of sight.
 */
export async function loadHistories(ctx: Ctx, personIds: Iterable<string>): Promise<PersonHistory[]> {
  const histories: PersonHistory[] = []
  for await (const batch of streamHistories(ctx, personIds)) histories.push(...batch)
  return histories
}

/** The same, batch by batch, for those who need not hold them all. */
export async function* streamHistories(
  ctx: Ctx,
  personIds: Iterable<string>,
): AsyncGenerator<PersonHistory[], void, undefined> {
  const ids = [...new Set(personIds)].toSorted()
  for (let start = 0; start < ids.length; start += batchSize)
    yield await loadBatch(ctx, ids.slice(start, start + batchSize))
}

async function loadBatch(ctx: Ctx, ids: readonly string[]): Promise<PersonHistory[]> {
  // Asked at once: the database answers the next question while the rows of the last one are taken apart.
  const [identities, residences, circumstances, shared, relations, merges] = await Promise.all([
    identitiesOf(ctx, ids),
    residencesOf(ctx, ids),
    circumstancesOf(ctx, ids),
    householdCircumstancesOf(ctx, ids),
    relationsOf(ctx, ids),
    mergesOf(ctx, ids),
  ])
  return ids
    .filter((id) => identities.has(id))
    .map((personId) => ({
      personId,
      identity: identities.get(personId)!,
      residences: residences.get(personId) ?? [],
      circumstances: [...(circumstances.get(personId) ?? []), ...(shared.get(personId) ?? [])],
      relations: relations.get(personId) ?? [],
      merges: merges.get(personId),
    }))
}

/** The rows of each person, without the column that says whose they are. */
function byPerson<Row extends { personId: string | null }>(rows: readonly Row[]) {
  const grouped = new Map<string, Omit<Row, 'personId'>[]>()
  for (const { personId, ...row } of rows) {
    const group = grouped.get(personId!)
    if (group) group.push(row)
    else grouped.set(personId!, [row])
  }
  return grouped
}

async function identitiesOf(ctx: Ctx, ids: readonly string[]) {
  return byPerson(
    await ctx
      .db<PeopleTables>()
      .selectFrom('people.personVersion')
      .select(['personId', 'fullName', 'sex', 'born', 'bornPrecision', 'diedOn', ...known])
      .where('personId', '=', anyOf(ids))
      .orderBy('recordedAt')
      .orderBy('id')
      .modifyEnd(plannedFor(ids))
      .execute(),
  )
}

async function mergesOf(ctx: Ctx, ids: readonly string[]) {
  return byPerson(
    await ctx
      .db<MatchTables>()
      .selectFrom('people.merge')
      .select(['mergedId as personId', 'standsUntil', ...known])
      .where('mergedId', '=', anyOf(ids))
      .orderBy('recordedAt')
      .modifyEnd(plannedFor(ids))
      .execute(),
  )
}

async function residencesOf(ctx: Ctx, ids: readonly string[]) {
  return byPerson(
    await ctx
      .db<PeopleTables>()
      .selectFrom('people.residence')
      .select(['personId', 'areaId', 'village', 'during', ...known])
      .where('personId', '=', anyOf(ids))
      .orderBy('during')
      .orderBy('recordedAt')
      .orderBy('id')
      .modifyEnd(plannedFor(ids))
      .execute(),
  )
}

async function circumstancesOf(ctx: Ctx, ids: readonly string[]) {
  return byPerson(
    await ctx
      .db<PeopleTables>()
      .selectFrom('people.circumstance')
      .select(['personId', 'id', 'kind', 'detail', 'evidence', 'during', ...known])
      .$narrowType<{ kind: CircumstanceKind; evidence: Evidence | null }>()
      .where('personId', '=', anyOf(ids))
      .orderBy('during')
      .orderBy('recordedAt')
      .orderBy('id')
      .modifyEnd(plannedFor(ids))
      .execute(),
  )
}

/** What is true of a household is true of its members, for as long as they belonged to it and both were known. */
async function householdCircumstancesOf(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx
    .db<PeopleTables>()
    .selectFrom('people.membership as membership')
    .innerJoin('people.circumstance as fact', 'fact.householdId', 'membership.householdId')
    .select([
      'membership.personId',
      'membership.during as belongs',
      'membership.recordedAt as belongsFrom',
      'membership.retractedAt as belongsUntil',
    ])
    .select(['fact.id', 'fact.kind', 'fact.detail', 'fact.evidence', 'fact.during'])
    .select(['fact.recordedAt', 'fact.retractedAt', 'fact.source'])
    .$narrowType<{ kind: CircumstanceKind; evidence: Evidence | null }>()
    .where('membership.personId', '=', anyOf(ids))
    .orderBy('fact.during')
    .orderBy('fact.recordedAt')
    .orderBy('fact.id')
    .modifyEnd(plannedFor(ids))
    .execute()
  const facts = rows.flatMap(({ belongs, belongsFrom, belongsUntil, ...fact }) => {
    const during = intersection(belongs, fact.during)
    const recordedAt = later(belongsFrom, fact.recordedAt)
    const retractedAt = earlier(belongsUntil, fact.retractedAt)
    const wasKnown = retractedAt === null || isBefore(recordedAt, retractedAt)
    return during && wasKnown ? [{ ...fact, during, recordedAt, retractedAt }] : []
  })
  return byPerson(facts) as ReadonlyMap<string, readonly CircumstanceFact[]> // The rows have exactly these columns.
}

function isBefore(one: Instant, other: Instant) {
  return one.slice(0, -1) < other.slice(0, -1)
}

function later(one: Instant, other: Instant): Instant {
  return isBefore(one, other) ? other : one
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return isBefore(one, other) ? one : other
}

async function relationsOf(ctx: Ctx, ids: readonly string[]) {
  const asked = new Set(ids)
  const rows = await ctx
    .db<PeopleTables>()
    .selectFrom('people.relation as relation')
    .select(['relation.personId', 'relation.otherId', 'relation.kind', 'relation.detail', 'relation.during'])
    .select(['relation.recordedAt', 'relation.retractedAt', 'relation.source'])
    .where((where) =>
      where.or([where('relation.personId', '=', anyOf(ids)), where('relation.otherId', '=', anyOf(ids))]),
    )
    .orderBy('relation.during')
    .orderBy('relation.recordedAt')
    .orderBy('relation.id')
    .modifyEnd(plannedFor(ids))
    .execute()
  const others = new Set(rows.flatMap(({ personId, otherId }) => [personId, otherId]))
  const facts = await factsOfOthers(ctx, [...others])
  const relations = new Map<string, RelationFact[]>()
  for (const { personId, otherId, ...fact } of rows) {
    // Nobody sees a relation of which one side is out of sight; joining the people would cost more than all the rest.
    const [one, other] = [facts(personId), facts(otherId)]
    if (!one || !other) continue
    if (asked.has(personId)) push(relations, personId, { ...fact, side: 'from', otherId, other })
    if (asked.has(otherId)) push(relations, otherId, { ...fact, side: 'to', otherId: personId, other: one })
  }
  return relations
}

function push(relations: Map<string, RelationFact[]>, personId: string, fact: RelationFact) {
  const facts = relations.get(personId)
  if (facts) facts.push(fact)
  else relations.set(personId, [fact])
}

/** When somebody in sight lived and studied, and how disabled they were: what the law asks about a child or a carer. */
async function factsOfOthers(ctx: Ctx, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await ctx
          .db<PeopleTables>()
          .selectFrom('people.circumstance')
          .select(['personId', 'kind', 'detail', 'during', ...known])
          .where('personId', '=', anyOf(ids))
          .where('kind', 'in', ['study', 'disability'])
          .orderBy('during')
          .modifyEnd(plannedFor(ids))
          .execute()
  const facts = byPerson(rows as ((typeof rows)[number] & { during: Period })[])
  const identities = ids.length === 0 ? new Map<string, IdentityFact[]>() : await identitiesOf(ctx, ids)
  return (id: string): RelationFact['other'] | undefined => {
    const lives = identities.get(id)
    if (!lives) return undefined
    const of = facts.get(id) ?? []
    return {
      lives: lives.map(({ born, diedOn, recordedAt, retractedAt, source }) => ({
        born,
        diedOn,
        recordedAt,
        retractedAt,
        source,
      })),
      study: of
        .filter(({ kind }) => kind === 'study')
        .map(({ during, recordedAt, retractedAt, source }) => ({ during, recordedAt, retractedAt, source })),
      disability: of
        .filter(({ kind }) => kind === 'disability')
        .map(({ detail, during, recordedAt, retractedAt, source }) => ({
          level: String(detail['level']),
          during,
          recordedAt,
          retractedAt,
          source,
        })),
    }
  }
}
