import { rangeOf, contains } from '#kernel/period'
import type { CivilDate, Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { PersonId } from '../contract.ts'
import { getPeopleForUpdate, recorded } from '../db/facts.ts'
import { factsHeld } from '../db/imports.ts'
import type { PeopleTables } from '../db/tables.ts'
import { listedAward, listedFacts, type ListedFact } from '../domain/import/facts.ts'
import type { ImportFinding } from '../domain/import/findings.ts'
import type { StagedPerson } from '../domain/import/staged-person.ts'
import { assertStart } from './check-person.ts'
import { command } from './command.ts'
import { missingFacts } from './import-match.ts'
import { checkDetail } from './record-circumstance.ts'
import { recordDeath } from './record-death.ts'
import { keepIdentifier } from './record-identifier.ts'
import { registerPeople } from './register-person.ts'

/** A row that may be taken into the register, with what everything written for it says of itself. */
export type ReadyRow = {
  readonly rowNumber: number
  readonly findings: readonly ImportFinding[]
  readonly person: StagedPerson
  readonly personId: string | null
  readonly requestId: string
  readonly list: { readonly importId: string; readonly fileName: string; readonly broughtBy: string }
  /** The last month the lists before have paid, by the row or for the whole file. */
  readonly paidThrough: Month | null
  readonly source: string
}

/** A row whose person is in the register. */
type Placed = { readonly id: PersonId; readonly row: ReadyRow; readonly isNew: boolean }

/**
 * Takes rows into the register with few statements for all of them, and gives whom each became. The first that is
 * refused refuses all. What a row says is paid is only told: another person has to confirm it, so who brought the list and
 * who takes it in are named with it.
 */
export async function applyRows(ctx: Ctx, rows: readonly ReadyRow[]): Promise<PersonId[]> {
  const { placed } = await command(ctx, 'import_rows', {}, async () => {
    const people = await placeRows(ctx, rows)
    await completeNumbers(ctx, people)
    await recordFacts(ctx, people)
    await recordDeaths(ctx, people)
    return { placed: people }
  })
  for (const { id, row } of placed) {
    const award = listedAward(row.person)
    if (award)
      ctx.emit({
        type: 'people.beneficiary_listed',
        personId: id,
        areaId: row.person.areaId,
        requestId: row.requestId,
        ...award,
        paidThrough: row.paidThrough,
        isPaidTold: award.paidThrough !== null,
        list: {
          ...row.list,
          rowNumber: row.rowNumber,
          appliedBy: ctx.actor.userId,
          appliedName: ctx.actor.name,
        },
      })
  }
  return placed.map(({ id }) => id)
}

/** Registers who is new and locks who is not. */
async function placeRows(ctx: Ctx, rows: readonly ReadyRow[]): Promise<Placed[]> {
  const added = rows.filter(({ personId }) => personId === null)
  const ids = await registerNew(ctx, added)
  const idOf = new Map(added.map((row, index) => [row, ids[index]!]))
  await getPeopleForUpdate(
    ctx,
    rows.flatMap(({ personId }) => personId ?? []),
  )
  return rows.map((row) => ({
    row,
    id: idOf.get(row) ?? PersonId.parse(row.personId),
    isNew: row.personId === null,
  }))
}

async function registerNew(ctx: Ctx, rows: readonly ReadyRow[]): Promise<PersonId[]> {
  if (rows.length === 0) return []
  return registerPeople(
    ctx,
    rows.map(({ person: { areaId, village, address, identifiers, ...rest }, source }) => ({
      ...rest,
      identifiers: identifiers.map((one) => ({ ...one, verifiedOn: null })),
      home: { areaId, village, address },
      source,
    })),
  )
}

/** A list may know a number the register does not; it never replaces one. */
async function completeNumbers(ctx: Ctx, people: readonly Placed[]) {
  const known = people.filter(({ isNew }) => !isNew)
  if (known.length === 0) return
  const held = await ctx
    .db<PeopleTables>()
    .selectFrom('people.identifier')
    .select(['personId', 'kind'])
    .where('personId', 'in', idsOf(known))
    .where('retractedAt', 'is', null)
    .execute()
  const kindsOf = Map.groupBy(held, ({ personId }) => personId)
  for (const { id: personId, row } of known)
    for (const { kind, number } of row.person.identifiers)
      if (!kindsOf.get(personId)?.some((one) => one.kind === kind))
        await keepIdentifier(ctx, {
          personId,
          kind,
          number,
          verifiedOn: null,
          replaces: false,
          source: row.source,
        })
}

type Missing = ListedFact & { readonly of: Placed }

async function recordFacts(ctx: Ctx, people: readonly Placed[]) {
  const known = people.filter(({ isNew }) => !isNew)
  const held = Map.groupBy(await factsHeld(ctx, idsOf(known)), ({ personId }) => personId)
  const missing = people.flatMap((of): Missing[] =>
    missingFacts(
      listedFacts(of.row.person, { today: ctx.today, file: of.row.list.fileName }),
      held.get(of.id) ?? [],
    ).map((fact) => ({ ...fact, of })),
  )
  if (missing.length === 0) return
  const households = await ensureHouseholds(
    ctx,
    missing.filter(({ kind }) => kind === 'poverty'),
  )
  await ctx
    .db<PeopleTables>()
    .insertInto('people.circumstance')
    .values(
      missing.map(({ kind, detail, from, evidence, of: { id, row } }) => ({
        personId: kind === 'poverty' ? null : id,
        householdId: kind === 'poverty' ? households.get(id)! : null,
        kind,
        detail: JSON.stringify(checkDetail(ctx, kind, detail)),
        during: rangeOf({ from, until: null }),
        evidence: JSON.stringify(evidence),
        ...recorded(ctx, row.source),
      })),
    )
    .execute()
  for (const personId of new Set(missing.map(({ of }) => of.id)))
    ctx.emit({ type: 'people.circumstances_changed', personId })
}

type InNeed = { readonly of: Placed; readonly from: CivilDate }

/** The poverty list is a household’s; a list of persons does not say whose, so each without one stands in their own. */
async function ensureHouseholds(ctx: Ctx, inNeed: readonly InNeed[]): Promise<Map<string, string>> {
  const households = await householdsHeld(ctx, inNeed)
  const without = inNeed.filter(({ of }) => !households.has(of.id))
  if (without.length === 0) return households
  const db = ctx.db<PeopleTables>()
  const founded = await db
    .insertInto('people.household')
    .values(
      without.map(() => ({
        code: `H-${crypto.randomUUID().slice(-12).toUpperCase()}`,
        createdAt: ctx.now,
      })),
    )
    .returning('id')
    .execute()
  await db
    .insertInto('people.membership')
    .values(
      without.map(({ of: { id, row }, from }, index) => {
        assertStart(ctx, { from, born: row.person.born })
        return {
          householdId: founded[index]!.id,
          personId: id,
          isHead: false,
          relationToHead: 'Chưa rõ',
          during: rangeOf({ from, until: null }),
          ...recorded(ctx, row.source),
        }
      }),
    )
    .execute()
  for (const [index, { of }] of without.entries()) {
    const householdId = founded[index]!.id
    households.set(of.id, householdId)
    ctx.emit({ type: 'people.household_changed', householdId, personId: of.id })
  }
  return households
}

/** Of which household those already registered were on the day. */
async function householdsHeld(ctx: Ctx, inNeed: readonly InNeed[]): Promise<Map<string, string>> {
  const known = inNeed.filter(({ of }) => !of.isNew)
  if (known.length === 0) return new Map()
  const memberships = await ctx
    .db<PeopleTables>()
    .selectFrom('people.membership')
    .select(['personId', 'householdId', 'during'])
    .where('personId', 'in', idsOf(known.map(({ of }) => of)))
    .where('retractedAt', 'is', null)
    .execute()
  const ofPerson = Map.groupBy(memberships, ({ personId }) => personId)
  return new Map(
    known.flatMap(({ of: { id }, from }) => {
      const held = ofPerson.get(id)?.find(({ during }) => contains(during, from))
      return held ? [[id, held.householdId] as const] : []
    }),
  )
}

async function recordDeaths(ctx: Ctx, people: readonly Placed[]) {
  const dead = people.filter(({ row }) => row.person.diedOn !== null)
  if (dead.length === 0) return
  const recordedBefore = await ctx
    .db<PeopleTables>()
    .selectFrom('people.person')
    .select('id')
    .where('id', 'in', idsOf(dead))
    .where('diedOn', 'is not', null)
    .execute()
  const known = new Set(recordedBefore.map(({ id }) => id))
  for (const { id: personId, row } of dead)
    if (!known.has(personId))
      await recordDeath(ctx, { personId, diedOn: row.person.diedOn!, source: row.source })
}

function idsOf(people: readonly Placed[]) {
  return people.map(({ id }) => id)
}
