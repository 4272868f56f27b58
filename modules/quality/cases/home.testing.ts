import { sql } from 'kysely'
import { civilDate } from '#kernel/civil-date'
import { recordDeath, recordResidence } from '#modules/people'
import type { World } from '#testing/world'
import { givenRelation } from '../../entitlement/testing.ts'
import { register } from '../../people/testing.ts'
import { PersonId } from '../../people/contract.ts'
import { given, household, joined, none, poor, songLo, type Case } from './given.testing.ts'

/** Where and with whom somebody lives: what each rule finds, and does not. */
export const homeCases: readonly Case[] = [
  [
    'a guardian who has died',
    'dead_guardian',
    async (world) => {
      const child = await given(world, { born: '2018-01-01' })
      const guardian = await given(world, { born: '1950-01-01', diedOn: '2026-08-01' })
      await givenRelation(world.ctx, guardian, 'guardian_of', child)
      return child
    },
    { detail: { tie: 'guardian_of' }, since: '2026-08-01' },
  ],
  ['no village', 'no_village', (world) => register(world)],
  ['a village', 'no_village', (world) => none(register(world, { village: 'Thôn Đông' }))],
  ['a household whose head has died', 'dead_head', (world) => household(world, { headDied: true })],
  ['a household whose head is alive', 'dead_head', (world) => none(household(world, {}))],
  [
    'a household without a head',
    'no_head',
    async (world) => {
      const id = await household(world, {})
      await sql`update people.membership set is_head = false where household_id in (
        select household_id from people.membership where person_id = ${id})`.execute(world.ctx.db())
      await sql`update people.person_version set born = '1930-01-01' where person_id = ${id}`.execute(
        world.ctx.db(),
      )
      return id
    },
  ],
  [
    'a household whose head is recorded dead and is of it no more',
    'no_head',
    async (world) => {
      const { head, id } = await family(world)
      await recordDeath(world.ctx, { personId: head, diedOn: civilDate('2026-05-01'), source: 'Khai tử' })
      return id
    },
  ],
  [
    'a household whose head has moved away alone',
    'head_elsewhere',
    async (world) => {
      const { head, id } = await family(world)
      await movedTo(world, head, songLo)
      return id
    },
    { since: '2026-05-01' },
  ],
  [
    'a household that has moved with its head',
    'head_elsewhere',
    async (world) => {
      const { head, id } = await family(world)
      for (const one of [head, id]) await movedTo(world, one, songLo)
      return { not: id }
    },
  ],
  [
    'on a list of the poor, and nobody is left',
    'empty_household',
    async (world) => {
      const id = await poor(world, '2026-01-01', 2026, songLo)
      await sql`update people.membership set during = daterange('2020-01-01', '2026-06-01')
        where person_id = ${id}`.execute(world.ctx.db())
      return id
    },
    { since: '2026-06-01' },
  ],
  [
    'a district, which ended and nothing followed',
    'unit_unknown',
    async (world) => {
      const { rows } = await sql<{ id: number }>`select id from geography.area
        where level = 2 and not upper_inf(during) limit 1`.execute(world.ctx.db())
      return given(world, { areaId: rows[0]!.id })
    },
  ],
]

/** A head and one more, both alive. */
async function family(world: World) {
  const [head, id] = [await given(world, { born: '1950-01-01' }), await given(world, { born: '1980-01-01' })]
  const { householdId } = await joined(world, head, { isHead: true })
  await joined(world, id, { householdId })
  return { head: PersonId.parse(head), id: PersonId.parse(id) }
}

function movedTo(world: World, personId: PersonId, areaId: number) {
  const there = { areaId, village: null, address: null, from: civilDate('2026-05-01') }
  return recordResidence(world.ctx, { personId, ...there, source: 'Giấy chuyển hộ khẩu' })
}
