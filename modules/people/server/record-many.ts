import { sql } from 'kysely'
import { addDays, type BirthPrecision, type CivilDate } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getPeopleForUpdate } from '../db/facts.ts'
import type { IdentifierKind } from '../domain/identifier.ts'
import { personKeys } from '../domain/name.ts'
import { assertBirthFitsTies } from './assert-ties.ts'
import { assertBirth, assertName } from './check-person.ts'
import { refusing } from './command.ts'

/**
 * The commands of the register for many people at once, one of each person: what they write is what the single commands
 * write, and a test holds them to it. What can never be they refuse as the single commands do; whether a change comes late
 * or twice whoever calls them has seen.
 */
type Of<Fact> = readonly (Fact & { readonly personId: string; readonly source: string })[]

export type Death = { readonly diedOn: CivilDate }
export type Move = {
  readonly areaId: number
  readonly village: string | null
  readonly address: string | null
  readonly from: CivilDate
}
export type Identity = {
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
}
export type NewNumber = {
  readonly kind: IdentifierKind
  readonly number: string
  readonly verifiedOn: CivilDate | null
}
export type Tie = {
  readonly otherId: string
  readonly kind: 'spouse_of' | 'parent_of'
  readonly from: CivilDate
}
export type Joining = {
  readonly householdId: string
  readonly relationToHead: string
  readonly from: CivilDate
}

function begin(ctx: Ctx, facts: Of<unknown>) {
  return getPeopleForUpdate(
    ctx,
    facts.map(({ personId }) => personId),
  )
}

const rowsOf = (facts: readonly unknown[]) => sql`${JSON.stringify(facts)}::json`
const stamp = (ctx: Ctx) => sql`${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid`

/** As `recordDeath`: the person leaves the household and the ties that only the living have. */
export async function recordDeaths(ctx: Ctx, deaths: Of<Death>) {
  if (deaths.length === 0) return
  await begin(ctx, deaths)
  const given = rowsOf(deaths.map((one) => ({ ...one, until: addDays(one.diedOn, 1) })))
  const of = sql`json_to_recordset(${given}) as given ("personId" uuid, "diedOn" date, until date, source text)`
  await sql`update people.person set died_on = given."diedOn" from ${of} where person.id = given."personId"`.execute(
    ctx.db(),
  )
  await writeVersions(ctx, deaths)
  const cut = (table: string, whose: string, isOf: string, columns: string) => sql`
    with told as materialized (select * from ${of}),
    given as materialized (${sql.raw(whose)}),
    gone as (
      update people.${sql.raw(table)} as fact set retracted_at = ${ctx.now}::timestamptz from given
      where ${sql.raw(isOf)} and fact.retracted_at is null and (upper_inf(fact.during) or upper(fact.during) > given.until)
      returning ${sql.raw(columns.replaceAll(/\w+/g, 'fact.$&'))}, fact.during, given.until, given.source as said)
    insert into people.${sql.raw(table)} (${sql.raw(columns)}, during, source, recorded_at, recorded_by)
    select ${sql.raw(columns)}, daterange(lower(during), until), said, ${stamp(ctx)} from gone
    where lower(during) is null or lower(during) < until`
  await cut(
    'membership',
    'select * from told',
    `fact.person_id = given."personId"`,
    'household_id, person_id, is_head, relation_to_head',
  ).execute(ctx.db())
  await cut(
    'relation',
    // Each side by its own index: who has died is looked for in no other ties than their own.
    `select distinct on (tie.id) tie.id as tie_id, told.until, told.source from told
      join lateral (
        select id from people.relation where person_id = told."personId"
        union all select id from people.relation where other_id = told."personId") as tie on true
      order by tie.id, told.until`,
    `fact.id = given.tie_id and fact.kind in ('spouse_of', 'cares_for', 'collects_for', 'guardian_of')`,
    'person_id, other_id, kind, detail',
  ).execute(ctx.db())
  for (const { personId, diedOn } of deaths) ctx.emit({ type: 'people.died', personId, diedOn })
}

/** As `correctIdentity`. */
export async function correctIdentities(ctx: Ctx, identities: Of<Identity>) {
  if (identities.length === 0) return
  const people = await begin(ctx, identities)
  for (const { personId, fullName, ...birth } of identities) {
    const before = people.get(personId)! // Locked with the others.
    if (fullName !== before.fullName) assertName(fullName)
    assertBirth(ctx, birth, before.diedOn)
  }
  await assertBirthFitsTies(
    ctx,
    identities.map((after) => ({ person: people.get(after.personId)!, after })),
  )
  const given = rowsOf(identities.map((one) => ({ ...one, ...personKeys(one.fullName) })))
  await sql`
    update people.person set full_name = given."fullName", sex = given.sex, born = given.born,
      born_precision = given."bornPrecision", name_key = given."nameKey", plain_key = given."plainKey",
      sort_key = given."sortKey"
    from json_to_recordset(${given}) as given ("personId" uuid, "fullName" text, sex text, born date,
      "bornPrecision" text, "nameKey" text, "plainKey" text, "sortKey" text)
    where person.id = given."personId"`.execute(ctx.db())
  await writeVersions(ctx, identities)
  for (const { personId } of identities) ctx.emit({ type: 'people.identity_corrected', personId })
}

/** Retracts what was believed of these people so far, and records what `people.person` says now. */
async function writeVersions(ctx: Ctx, people: Of<unknown>) {
  const given = rowsOf(people.map(({ personId, source }) => ({ personId, source })))
  await sql`update people.person_version set retracted_at = ${ctx.now}::timestamptz
    from json_to_recordset(${given}) as given ("personId" uuid)
    where person_version.person_id = given."personId" and retracted_at is null`.execute(ctx.db())
  await sql`
    insert into people.person_version (person_id, full_name, sex, born, born_precision, died_on, ethnic_group, phone,
      source, recorded_at, recorded_by)
    select person.id, full_name, sex, born, born_precision, died_on, ethnic_group, phone, given.source, ${stamp(ctx)}
    from json_to_recordset(${given}) as given ("personId" uuid, source text)
    join people.person on person.id = given."personId"`.execute(ctx.db())
}

/** As `recordResidence`; nobody of them lives anywhere from a later day on. */
export async function recordResidences(ctx: Ctx, moves: Of<Move>) {
  if (moves.length === 0) return
  await begin(ctx, moves)
  const given = rowsOf(moves)
  const of = sql`json_to_recordset(${given}) as given ("personId" uuid, "areaId" integer, village text, address text,
    "from" date, source text)`
  const { rows: left } = await sql<{ personId: string; areaId: number }>`
    with given as materialized (select * from ${of}),
    gone as (
      update people.residence set retracted_at = ${ctx.now}::timestamptz from given
      where residence.person_id = given."personId" and retracted_at is null and residence.during @> given."from"
      returning residence.*, given."from" as until),
    kept as (
      insert into people.residence (person_id, area_id, village, address, during, source, recorded_at, recorded_by)
      select person_id, area_id, village, address, daterange(lower(during), until), source, ${stamp(ctx)} from gone)
    select person_id, area_id from gone`.execute(ctx.db())
  await sql`
    insert into people.residence (person_id, area_id, village, address, during, source, recorded_at, recorded_by)
    select "personId", "areaId", village, address, daterange("from", null), source, ${stamp(ctx)} from ${of}`.execute(
    ctx.db(),
  )
  await sql`
    update people.person set home_area_id = given."areaId", home_village = given.village from ${of}
    where person.id = given."personId"`.execute(ctx.db())
  await tellMoves(ctx, moves, new Map(left.map(({ personId, areaId }) => [personId, areaId])))
}

async function tellMoves(ctx: Ctx, moves: Of<Move>, leftOf: ReadonlyMap<string, number>) {
  for (const [on, together] of Map.groupBy(moves, ({ from }) => from)) {
    const units = together.flatMap(({ personId, areaId }) => [areaId, leftOf.get(personId) ?? areaId])
    const became = await areaAt(ctx, units, on)
    for (const { personId, areaId } of together) {
      const fromAreaId = leftOf.get(personId)
      if (fromAreaId !== undefined && became.get(fromAreaId) !== became.get(areaId))
        ctx.emit({ type: 'people.moved', personId, fromAreaId, toAreaId: areaId, on })
    }
  }
}

/** As `recordIdentifier`, in place of a former number of the kind. */
export async function recordIdentifiers(ctx: Ctx, numbers: Of<NewNumber>) {
  if (numbers.length === 0) return
  await begin(ctx, numbers)
  const of = sql`json_to_recordset(${rowsOf(numbers)}) as given ("personId" uuid, kind text, number text,
    "verifiedOn" date, source text)`
  await sql`update people.identifier set retracted_at = ${ctx.now}::timestamptz from ${of}
    where identifier.person_id = given."personId" and identifier.kind = given.kind and retracted_at is null`.execute(
    ctx.db(),
  )
  await sql`
    insert into people.identifier (person_id, kind, number, verified_on, source, recorded_at, recorded_by)
    select "personId", kind, number, "verifiedOn", source, ${stamp(ctx)} from ${of}`.execute(ctx.db())
  for (const { personId } of numbers) ctx.emit({ type: 'people.number_recorded', personId })
}

/** As `recordRelation`. */
export async function recordTies(ctx: Ctx, ties: Of<Tie>) {
  if (ties.length === 0) return
  await getPeopleForUpdate(
    ctx,
    ties.flatMap(({ personId, otherId }) => [personId, otherId]),
  )
  await refusing(() =>
    sql`
      insert into people.relation (person_id, other_id, kind, during, source, recorded_at, recorded_by)
      select "personId", "otherId", kind, daterange("from", null), source, ${stamp(ctx)}
      from json_to_recordset(${rowsOf(ties)}) as given ("personId" uuid, "otherId" uuid, kind text, "from" date,
        source text)`.execute(ctx.db()),
  )
  for (const { personId, otherId } of ties)
    ctx.emit({ type: 'people.relations_changed', personIds: [personId, otherId] })
}

/** As `recordMembership`, of people who were of no household before. */
export async function joinHouseholds(ctx: Ctx, joining: Of<Joining>) {
  if (joining.length === 0) return
  await begin(ctx, joining)
  await refusing(() =>
    sql`
      insert into people.membership (household_id, person_id, is_head, relation_to_head, during, source, recorded_at,
        recorded_by)
      select "householdId", "personId", false, "relationToHead", daterange("from", null), source, ${stamp(ctx)}
      from json_to_recordset(${rowsOf(joining)}) as given ("personId" uuid, "householdId" uuid, "relationToHead" text,
        "from" date, source text)`.execute(ctx.db()),
  )
  for (const { personId, householdId } of joining)
    ctx.emit({ type: 'people.household_changed', householdId, personId })
}
