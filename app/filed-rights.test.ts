import { sql } from 'kysely'
import { expect } from 'vitest'
import { submitApplication } from '#modules/applications/contract'
import { entitlementSubscribers } from '#modules/entitlement'
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
  expect(list.stake).toEqual({ people: 1, amount: 540_000, waiting: 0, withFile: 1 })
  expect(list.areas).toMatchObject([{ people: 1, amount: 540_000, withFile: 1 }])
  expect((await worker(world).call(getOutreachOverview, {})).views).toContainEqual({
    view: 'unused',
    people: 1,
    amount: 540_000,
    waiting: 0,
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
  expect((await unused(world)).stake).toEqual({ people: 0, amount: 0, waiting: 0, withFile: 1 })
  await sql`update applications.application set ${sql.raw(become!)} where id = ${id}`.execute(world.ctx.db())
  expect(fileByPerson(await unused(world))).toEqual({ [personId]: null })
  expect((await unused(world)).stake).toEqual({ people: 1, amount: 540_000, waiting: 0, withFile: 0 })
})

test('whoever waits on an imported list to be confirmed is not invited, and loses nothing for want of a file', async ({
  world,
}) => {
  const personId = await givenPerson(world.ctx, { born: '1951-03-12', areaId: tamSon })
  await refreshed(world.ctx)
  await entitlementSubscribers['entitlement.grant_listed']!.run(world.ctx, {
    type: 'people.beneficiary_listed',
    eventId: 1,
    personId,
    benefit: 'social_pension',
    decisionNumber: '15/QĐ-UBND',
    signedOn: '2026-10-05',
    signerTitle: 'Chủ tịch Ủy ban nhân dân cấp xã',
    areaId: tamSon,
    from: '2026-10',
    monthly: null,
    requestId: crypto.randomUUID(),
    list: {
      importId,
      fileName: 'ds.xlsx',
      rowNumber: 3,
      broughtBy: importId,
      appliedBy: importId,
      appliedName: 'Lan',
    },
  })
  const list = await unused(world)
  expect(list.stake).toEqual({ people: 0, amount: 0, waiting: 1, withFile: 0 })
  expect(list.rows).toMatchObject([{ file: null, waiting: { importId, areaId: tamSon } }])
  expect((await unused(world, 'open')).rows).toEqual([])
  expect((await unused(world, 'waiting')).rows).toHaveLength(1)
  await expect(worker(world).call(printInvitations, { prospectIds: [list.rows[0]!.id] })).rejects.toThrow(
    'outreach.nobody_to_invite',
  )
})

const importId = '0197f000-0000-7000-8000-0000000000aa'

const worker = (world: World) => world.as({ can: ['outreach.read', 'outreach.follow_up'] })

const unused = (world: World, progress?: 'open' | 'filed' | 'waiting') =>
  worker(world).call(listProspects, { view: 'unused', ...(progress && { progress }) })

function fileByPerson({ rows }: Awaited<ReturnType<typeof unused>>) {
  return Object.fromEntries(rows.map(({ person, file }) => [person.id, file]))
}
