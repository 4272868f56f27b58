import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { announceYear } from '#modules/geography'
import { getCalendar } from '#modules/geography/contract'
import { test, type World } from '#testing/world'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { settleDeadlines } from './settle-deadlines.ts'

test('a file that lost its day, or whose days are announced otherwise, shows the right one again and stays what it was', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
  const before = await daysOf(world, id)
  await sql`update applications.application set due_at = null, act_by = null where id = ${id}`.execute(
    world.ctx.db(),
  )
  expect(await settle(world)).toMatchObject({ changed: 1 })
  expect(await daysOf(world, id)).toEqual(before)
  expect(await settle(world)).toMatchObject({ changed: 0 })

  // A day off nobody foresaw: Wednesday 25 November 2026.
  const { days } = await world.as({ can: ['geography.read'] }).call(getCalendar, { year: 2026 })
  await announceYear(world.ctx, {
    year: 2026,
    document: '1/TB-BNV',
    days: [
      ...days.map(({ day, kind, name }) => ({ day, kind, name })),
      { day: civilDate('2026-11-25'), kind: 'holiday', name: 'Quốc tang' },
    ],
  })
  expect(await settle(world)).toMatchObject({ changed: 1 })
  const after = await daysOf(world, id)
  expect(after.dueOn > before.dueOn).toBe(true)
  expect(after.version).toBe(before.version)
})

/** Counts within the transaction of the test. */
function settle({ ctx }: World) {
  return settleDeadlines({ request: (work) => work(ctx), progress: async () => {} } as Parameters<
    typeof settleDeadlines
  >[0])
}

async function daysOf({ ctx }: World, id: string) {
  const { rows } = await sql<{ dueOn: string; version: number }>`
    select due_at::text as due_on, version from applications.application where id = ${id}`.execute(ctx.db())
  return rows[0]!
}
