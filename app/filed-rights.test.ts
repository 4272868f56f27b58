import { sql } from 'kysely'
import { expect } from 'vitest'
import { submitApplication } from '#modules/applications/contract'
import { getOutreachOverview, listProspects, printInvitations } from '#modules/outreach/contract'
import { test, type World } from '#testing/world'
import { fileOf, givenPerson, staffOf } from '../modules/applications/testing.ts'
import { refreshed } from '../modules/outreach/testing.ts'

const tamSon = 250708824

test('whoever has a file in hand is not offered another, and is not counted as losing money', async ({
  world,
}) => {
  const born = '1951-03-12'
  const asking = await givenPerson(world.ctx, { born, areaId: tamSon })
  const forgotten = await givenPerson(world.ctx, { born: '1951-04-12', areaId: tamSon })
  await refreshed(world.ctx)
  const { officer } = await staffOf(world)
  const { id, code } = await officer.call(
    submitApplication,
    fileOf(asking, {
      procedure: 'social_pension',
      subject: { fullName: 'Phùng Thị Mận', sex: 'female', born },
      asked: {},
      papers: [{ kind: 'identity', state: 'provided' }],
    }),
  )
  // Of another right no file speaks.
  await officer.call(
    submitApplication,
    fileOf(forgotten, { subject: { fullName: 'Phùng Thị Mận', sex: 'female', born: '1951-04-12' } }),
  )

  const list = await unused(world)
  expect(fileByPerson(list)).toEqual({ [asking]: { id, code }, [forgotten]: null })
  expect(list.stake).toEqual({ people: 1, amount: 540_000, withFile: 1 })
  expect(list.areas).toMatchObject([{ people: 1, amount: 540_000, withFile: 1 }])
  expect((await worker(world).call(getOutreachOverview, {})).views).toContainEqual({
    view: 'unused',
    people: 1,
    amount: 540_000,
    withFile: 1,
  })
  expect((await unused(world, 'open')).rows.map(({ person }) => person.id)).toEqual([forgotten])
  expect((await unused(world, 'filed')).rows.map(({ person }) => person.id)).toEqual([asking])
  const filed = list.rows.find(({ person }) => person.id === asking)!
  await expect(worker(world).call(printInvitations, { prospectIds: [filed.id] })).rejects.toThrow(
    'outreach.nobody_to_invite',
  )
})

test.for([
  ['a refusal', `outcome = 'refuse'`],
  ['a withdrawal', `outcome = 'withdrawn', closed_at = now()`],
])('%s brings the row back as something to be done', async ([, become], { world }) => {
  const born = '1951-03-12'
  const personId = await givenPerson(world.ctx, { born, areaId: tamSon })
  await refreshed(world.ctx)
  const { officer } = await staffOf(world)
  const subject = { fullName: 'Phùng Thị Mận', sex: 'female' as const, born }
  const file = fileOf(personId, { procedure: 'social_pension', subject, asked: {}, papers: [] })
  const { id } = await officer.call(submitApplication, file)
  expect((await unused(world)).stake).toEqual({ people: 0, amount: 0, withFile: 1 })
  await sql`update applications.application set ${sql.raw(become!)} where id = ${id}`.execute(world.ctx.db())
  expect(fileByPerson(await unused(world))).toEqual({ [personId]: null })
  expect((await unused(world)).stake).toEqual({ people: 1, amount: 540_000, withFile: 0 })
})

const worker = (world: World) => world.as({ can: ['outreach.read', 'outreach.follow_up'] })

const unused = (world: World, progress?: 'open' | 'filed') =>
  worker(world).call(listProspects, { view: 'unused', ...(progress && { progress }) })

function fileByPerson({ rows }: Awaited<ReturnType<typeof unused>>) {
  return Object.fromEntries(rows.map(({ person, file }) => [person.id, file]))
}
