import { sql } from 'kysely'
import { afterAll, beforeAll } from 'vitest'
import { civilDate, month, type Instant } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { registerPeople } from '#modules/people'
import { NewPerson, type PersonId } from '#modules/people/contract'
import type { Actor, Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { PairId } from './contract.ts'
import { keepPairs } from './db/found-pairs.ts'

export const communes = { tamSon: 250708824, songLo: 250708848 } as const
export const reason = 'Cùng một người, đã xem thẻ căn cước'
export const officer = { userId: '0197f000-0000-7000-8000-000000000011', name: 'Lê Thị Hoa' }
export const chair = { userId: '0197f000-0000-7000-8000-000000000012', name: 'Phạm Văn Đức' }

/** The database of the file of tests at work: merges commit, so each file asks for one of its own. */
export let own: OwnDatabase
export function inOwnDatabase() {
  beforeAll(async () => {
    own = await openOwnDatabase()
  })
  afterAll(() => own.drop())
}

const everything = ['duplicates.read', 'duplicates.decide']

export function act<Result>(
  work: (ctx: Ctx) => Promise<Result>,
  who: Partial<Actor> = officer,
  now?: Instant,
): Promise<Result> {
  return own.request(work, { actor: { permissions: new Set(everything), ...who }, ...(now && { now }) })
}

export function confirming(who: Partial<Actor>): Partial<Actor> {
  return { ...who, permissions: new Set([...everything, 'duplicates.confirm']) }
}

export async function officerIn(areaId: number, who: Partial<Actor>): Promise<Partial<Actor>> {
  return { ...who, areaId, areaIds: [...(await own.request((ctx) => areaIdsWithin(ctx, areaId)))] }
}

export const whole = (id: PairId) => ({ id, reason, requestId: crypto.randomUUID() })

export async function pair(one: string, other: string): Promise<PairId> {
  const [oneId, otherId] = [one, other].toSorted() as [string, string]
  return act(async (ctx) => {
    await keepPairs(ctx, [{ oneId, otherId, score: 30, likely: 0.9, parts: [] }])
    const { rows } = await sql<{ id: string }>`select id from duplicates.pair
      where one_id = ${oneId} and other_id = ${otherId}`.execute(ctx.db())
    return PairId.parse(rows[0]!.id)
  })
}

export function award(
  personId: string,
  from: string,
  benefit: 'social_pension' | 'monthly_allowance' = 'social_pension',
) {
  const decision = {
    number: '12/QĐ-UBND',
    signedOn: civilDate(`${from}-05`),
    signerTitle: 'Chủ tịch',
    areaId: communes.tamSon,
    source: 'import',
  }
  return act((ctx) => grantAwards(ctx, [{ personId, benefit, from: month(from), decision }]))
}

/** All that is believed of people now, without when and by whom it was written. */
export async function factsOf(...ids: string[]) {
  return act(async (ctx) => {
    const { rows } = await sql<Record<string, unknown>>`
      select full_name, sex, born, phone, home_area_id, home_village, merged_into, name_key,
        (select array_agg(number order by number) from people.identifier where person_id = person.id and retracted_at is null) as numbers,
        (select array_agg(area_id || coalesce(village, '') || during order by during) from people.residence where person_id = person.id and retracted_at is null) as residences,
        (select array_agg(household_id::text || is_head || during order by during) from people.membership where person_id = person.id and retracted_at is null) as memberships,
        (select array_agg(kind || ' ' || other_id order by 1) from people.relation where person_id = person.id and retracted_at is null) as relations,
        (select array_agg(kind || ' ' || during order by kind, during) from people.circumstance where person_id = person.id and retracted_at is null) as circumstances
      from people.person where id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], id)`.execute(
      ctx.db(),
    )
    return rows
  })
}

export function registerAll(people: readonly NewPerson[]): Promise<PersonId[]> {
  return own.request((ctx) => registerPeople(ctx, people))
}

export function person(differing: {
  fullName: string
  born?: string
  sex?: 'female' | 'male'
  village?: string
  areaId?: number
  number?: string
  legacy?: string
  phone?: string
}): NewPerson {
  const { areaId = communes.tamSon, village = null, number, legacy, phone = null, ...who } = differing
  return NewPerson.parse({
    sex: 'female',
    born: '1938-03-12',
    bornPrecision: 'day',
    ...who,
    phone,
    identifiers: [
      ...(number ? [{ kind: 'personal_id', number }] : []),
      ...(legacy ? [{ kind: 'legacy_id', number: legacy }] : []),
    ],
    home: { areaId, village },
    source: 'Tờ khai',
  })
}
