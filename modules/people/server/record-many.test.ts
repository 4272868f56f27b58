import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { communes, register } from '../testing.ts'
import { correctIdentity } from './correct-identity.ts'
import { recordDeath } from './record-death.ts'
import { recordIdentifier } from './record-identifier.ts'
import { recordMembership } from './record-membership.ts'
import {
  correctIdentities,
  joinHouseholds,
  recordDeaths,
  recordIdentifiers,
  recordResidences,
  recordTies,
} from './record-many.ts'
import { recordRelation } from './record-relation.ts'
import { recordResidence } from './record-residence.ts'

const source = 'Dân cư'
const from = civilDate('2026-09-01')

test('many at once write what the single commands write, and tell the same', async ({ world }) => {
  const { ctx } = world
  const [one, oneSpouse] = [await register(world, { number: '026138004567' }), await register(world)]
  const [other, otherSpouse] = [await register(world, { number: '026138004568' }), await register(world)]
  const { householdId } = await recordMembership(ctx, {
    personId: oneSpouse,
    isHead: true,
    relationToHead: 'chủ hộ',
    from: civilDate('2020-01-01'),
    source,
  })
  const member = { isHead: false, relationToHead: 'vợ', from }
  const home = { areaId: communes.songLo, village: 'Thôn Đông', address: null, from }
  const identity = { fullName: 'Nguyễn Thị Hoà Bình', born: civilDate('1938-03-13') }
  const number = { kind: 'personal_id' as const, verifiedOn: from }
  const diedOn = civilDate('2026-11-08')
  const before = world.events.length

  await recordMembership(ctx, { personId: one, householdId, ...member, source })
  await recordRelation(ctx, {
    personId: one,
    otherId: oneSpouse,
    kind: 'spouse_of',
    detail: {},
    from,
    until: null,
    source,
  })
  await recordResidence(ctx, { personId: one, ...home, source })
  await correctIdentity(ctx, { personId: one, ...identity, source } as never)
  await recordIdentifier(ctx, { personId: one, ...number, number: '026138004569', replaces: true, source })
  await recordDeath(ctx, { personId: one, diedOn, source })
  const told = world.events.slice(before)

  const middle = world.events.length
  const { relationToHead } = member
  await joinHouseholds(ctx, [{ personId: other, householdId, relationToHead, from, source }])
  await recordTies(ctx, [{ personId: other, otherId: otherSpouse, kind: 'spouse_of', from, source }])
  await recordResidences(ctx, [{ personId: other, ...home, source }])
  await correctIdentities(ctx, [
    { personId: other, ...identity, sex: 'female', bornPrecision: 'day', source },
  ])
  await recordIdentifiers(ctx, [{ personId: other, ...number, number: '026138004570', source }])
  await recordDeaths(ctx, [{ personId: other, diedOn, source }])

  expect(await factsOf(world, other)).toEqual(await factsOf(world, one))
  const named = JSON.stringify(world.events.slice(middle))
    .replaceAll(other, one)
    .replaceAll(otherSpouse, oneSpouse)
  expect(JSON.parse(named)).toEqual(told)
})

/** Everything recorded of somebody, without what tells them apart. */
async function factsOf({ ctx }: World, personId: string) {
  const { rows } = await sql<{ fact: string }>`
    select to_jsonb(person) - 'id' as fact from people.person where id = ${personId}
    union all select to_jsonb(f) - 'id' - 'person_id' from people.person_version f where person_id = ${personId}
    union all select to_jsonb(f) - 'id' - 'person_id' from people.residence f where person_id = ${personId}
    union all select to_jsonb(f) - 'id' - 'person_id' from people.membership f where person_id = ${personId}
    union all select to_jsonb(f) - 'id' - 'person_id' - 'other_id' from people.relation f where person_id = ${personId}
    union all select to_jsonb(f) - 'id' - 'person_id' - 'number' from people.identifier f where person_id = ${personId}`.execute(
    ctx.db(),
  )
  return rows.map(({ fact }) => JSON.stringify(fact)).toSorted()
}
