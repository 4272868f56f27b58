import { expect } from 'vitest'
import { sql } from 'kysely'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { QueueView } from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'

/** Above Tam Sơn: so many units that each view is counted by itself. */
const country = { areaId: 0, areaIds: [], can: ['applications.read', 'people.read_confidential'] }

test('a view holds as many files as it counts, in the order of the queue, for a commune and for everybody above', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const ids: string[] = []
  for (let index = 0; index < 6; index++)
    ids.push((await officer.call(api.submitApplication, fileOf(null, { requestId: crypto.randomUUID() }))).id)
  const [over, due, , paused, toSign, closed] = ids
  await set(world, over!, `act_by = '2026-11-20T10:00:00Z'`)
  await set(
    world,
    due!,
    `act_by = '2026-11-23T10:00:00Z', assignee_id = '${officer.ctx.actor.userId}', assignee_name = 'Lan'`,
  )
  await set(world, paused!, `act_by = null, paused_at = '2026-11-20T10:00:00Z'`)
  await set(world, toSign!, `act_by = '2026-11-30T10:00:00Z', step = 'decide'`)
  await set(world, closed!, `closed_at = '2026-11-20T10:00:00Z', outcome = 'withdrawn'`)
  const expected = { open: 5, mine: 1, unassigned: 4, over: 1, due: 1, paused: 1, to_sign: 1, closed: 1 }
  for (const who of [officer, world.as({ ...country, userId: officer.ctx.actor.userId })]) {
    const { counts } = await who.call(api.listApplications, { areaId: tamSon })
    expect(Object.fromEntries(counts.map(({ view, files }) => [view, files]))).toEqual(expected)
    for (const view of QueueView.options) {
      const { rows } = await who.call(api.listApplications, { view, areaId: tamSon })
      expect([view, rows.length]).toEqual([view, expected[view]])
    }
  }
  const { rows } = await officer.call(api.listApplications, {})
  expect(rows.map(({ id }) => id as string).slice(0, 2)).toEqual([over, due])
  expect(rows.at(-1)?.id).toBe(paused)
})

async function set(world: World, id: string, what: string) {
  await sql`update applications.application set ${sql.raw(what)} where id = ${id}`.execute(world.ctx.db())
}
