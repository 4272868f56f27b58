import { sql } from 'kysely'
import { homesKnown } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { PersonId, type NewPerson, type RegisterPerson } from '../contract.ts'
import { recorded } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import type { IdentifierKind } from '../domain/identifier.ts'
import { personKeys } from '../domain/name.ts'
import { problems } from '../domain/problems.ts'
import { rangeOf } from '#kernel/period'
import {
  assertBirth,
  assertNumber,
  assertNumberFits,
  assertName,
  assertPhone,
  assertStart,
  sourceOfNumber,
} from './check-person.ts'
import { command } from './command.ts'
import { normalisePhone } from './normalise-phone.ts'

/** Takes one person into the register («tiếp nhận»), with number, home and source. */
export function registerPerson(ctx: Ctx, input: RegisterPerson): Promise<{ personId: PersonId }> {
  return command(ctx, 'register_person', input, async () => {
    for (const identifier of input.identifiers) assertNumberFits(identifier, input)
    if (input.phone) assertPhone(input.phone)
    const [personId] = await registerPeople(ctx, [input])
    return { personId: personId! }
  })
}

const batchSize = 1000

/**
 * Takes many people in, in the order given, and returns their ids; the first one who is refused refuses all, with
 * `row` in the details of the problem.
 */
export async function registerPeople(ctx: Ctx, people: readonly NewPerson[]): Promise<PersonId[]> {
  const isHome = await homesKnown(ctx)
  const checked = people.map((person, row) => {
    const { home, born } = person
    if (!isHome(home.areaId, home.from ?? null))
      throw problems('area_not_found', { areaId: home.areaId, row })
    if (!isWithinArea(ctx.actor, home.areaId)) throw problems('not_in_area', { areaId: home.areaId, row })
    assertBirth(ctx, person)
    const from = home.from ?? born
    assertStart(ctx, { from, born })
    const identifiers = person.identifiers.map(({ kind, number, verifiedOn, keptBecause }) => ({
      kind,
      number: assertNumber(kind, number),
      verifiedOn,
      keptBecause,
    }))
    if (new Set(identifiers.map(({ kind }) => kind)).size < identifiers.length)
      throw problems('number_of_kind_exists', { row })
    return { ...person, fullName: assertName(person.fullName), home: { ...home, from }, identifiers }
  })
  await assertNumbersFree(
    ctx,
    checked.flatMap(({ identifiers }) => identifiers),
  )
  const ids: PersonId[] = []
  for (let start = 0; start < checked.length; start += batchSize)
    ids.push(...(await insertPeople(ctx, checked.slice(start, start + batchSize))))
  ctx.emit({ type: 'people.registered', personIds: ids })
  return ids
}

/** Says whose a number is where the actor may know, and that it is taken where they may not. */
export async function assertNumbersFree(
  ctx: Ctx,
  identifiers: readonly { readonly kind: IdentifierKind; readonly number: string }[],
) {
  const numbers = identifiers.map(({ number }) => number)
  if (numbers.length === 0) return
  const held = await ctx
    .db<PeopleTables>()
    .selectFrom('people.identifier as identifier')
    .innerJoin('people.person as person', 'person.id', 'identifier.personId')
    .select([
      'identifier.kind',
      'identifier.number',
      'person.id as personId',
      'person.fullName',
      'person.born',
    ])
    .where('identifier.kind', 'in', [...new Set(identifiers.map(({ kind }) => kind))])
    .where('identifier.number', '=', sql<string>`any(${numbers}::text[])`)
    .where('identifier.retractedAt', 'is', null)
    .execute()
  const holder = held.find(({ kind, number }) =>
    identifiers.some((identifier) => identifier.kind === kind && identifier.number === number),
  )
  if (holder) throw problems('number_in_use', holder)
}

type Checked = Omit<NewPerson, 'home'> & { home: NewPerson['home'] & { from: NewPerson['born'] } }

async function insertPeople(ctx: Ctx, people: readonly Checked[]): Promise<PersonId[]> {
  const db = ctx.db<PeopleTables>()
  const identities = people.map(({ fullName, sex, born, bornPrecision, ethnicGroup, phone }) => ({
    fullName,
    sex,
    born,
    bornPrecision,
    diedOn: null,
    ethnicGroup,
    phone: phone && normalisePhone(phone),
  }))
  const rows = await db
    .insertInto('people.person')
    .values(
      people.map(({ home }, index) => ({
        ...identities[index]!,
        homeAreaId: home.areaId,
        homeVillage: home.village,
        createdAt: ctx.now,
        ...personKeys(identities[index]!.fullName),
      })),
    )
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => PersonId.parse(id))
  await db
    .insertInto('people.personVersion')
    .values(
      people.map(({ source }, index) => ({
        personId: ids[index]!,
        ...identities[index]!,
        ...recorded(ctx, source),
      })),
    )
    .execute()
  await db
    .insertInto('people.residence')
    .values(
      people.map(({ home: { areaId, village, address, from }, source }, index) => ({
        personId: ids[index]!,
        areaId,
        village,
        address,
        during: rangeOf({ from, until: null }),
        ...recorded(ctx, source),
      })),
    )
    .execute()
  const identifiers = people.flatMap(({ identifiers, source }, index) =>
    identifiers.map(({ keptBecause, ...identifier }) => ({
      personId: ids[index]!,
      ...identifier,
      ...recorded(ctx, sourceOfNumber(source, keptBecause)),
    })),
  )
  if (identifiers.length > 0) await db.insertInto('people.identifier').values(identifiers).execute()
  return ids
}
