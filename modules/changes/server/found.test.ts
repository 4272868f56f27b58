import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test } from '#testing/world'
import { givenPerson, givenRelation } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { ask, decide, deskOf, givenRecipient, tamSon, thoTang } from '../testing.ts'
import { openFound, type Found } from './open.ts'

const child = { sex: 'female', born: civilDate('2026-10-10'), personalId: null } as const

test('what nobody has looked at yet is shown beside a death, and does not hold it up', async ({ world }) => {
  const { officer, chair } = await deskOf(world)
  const personId = await givenRecipient(world)
  await openFound(world.ctx, [told(personId, { kind: 'identity', fullName: 'Phùng Thị Mơ' })])
  const death = await ask(officer, personId, { kind: 'death', diedOn: civilDate('2026-11-08') })
  expect((await officer.call(api.getRequest, { id: death })).conflicts).toMatchObject([{ state: 'found' }])
  await decide(chair, death, 'approve')
  expect(await officer.call(api.getRequest, { id: death })).toMatchObject({ state: 'approved' })
})

test.for<[string, api.Change]>([
  ['people.death_in_future', { kind: 'death', diedOn: civilDate('2027-11-22') }],
  ['people.name_wrong', { kind: 'identity', fullName: 'x1!' }],
  ['people.name_wrong', { kind: 'birth', child: { ...child, fullName: 'Phùng @' } }],
])(
  '%s: what the register would refuse is not put before whoever decides',
  async ([code, change], { world }) => {
    const { officer } = await deskOf(world)
    const personId = await givenRecipient(world)
    const seen = await officer.call(api.previewChange, { personId: personId as never, change })
    expect(seen.refusal).toBe(code)
    await expect(ask(officer, personId, change)).rejects.toThrow(code)
  },
)

test('the commune somebody is to move to sees where they will live, and no more', async ({ world }) => {
  const there = await deskOf(world, thoTang)
  const personId = await givenRecipient(world)
  const change = {
    kind: 'move',
    areaId: thoTang,
    village: 'Khu 3',
    address: null,
    from: civilDate('2026-11-10'),
  } as const
  const [id] = await openFound(world.ctx, [told(personId, change)])
  expect(await there.officer.call(api.getRequest, { id: id! })).toMatchObject({
    person: { fullName: null },
    preview: {
      differences: [{ field: 'home', before: null, after: expect.stringContaining('Khu 3, Xã Thổ Tang') }],
    },
  })
})

test('a refusal found by trying for the whole country tells nothing of whoever is out of sight', async ({
  world,
}) => {
  const { officer } = await deskOf(world)
  const personId = await givenRecipient(world)
  const elsewhere = await givenPerson(world.ctx, { areaId: thoTang, born: '2005-05-10' })
  await givenRelation(world.ctx, personId, 'parent_of', elsewhere)
  const asked = ask(officer, personId, { kind: 'identity', born: '2006-05-10' })
  await expect(asked).rejects.toThrow('people.parent_born_after_child')
  await expect(asked).rejects.toHaveProperty('data', {})
})

test('what the population register tells anew takes the place of what it told before, field by field', async ({
  world,
}) => {
  const { officer } = await deskOf(world)
  const personId = await givenRecipient(world)
  const move = (areaId: number, on: string): api.Change => ({
    kind: 'move',
    areaId,
    village: null,
    address: null,
    from: civilDate(on),
  })
  const open = async (change: api.Change) => (await openFound(world.ctx, [told(personId, change)]))[0]!
  const first = await open(move(thoTang, '2026-10-02'))
  const later = await open(move(tamSon, '2026-11-05'))
  const late = await open(move(thoTang, '2026-09-01'))
  const name = await open({ kind: 'identity', fullName: 'Phùng Thị Mơ' })
  const born = await open({ kind: 'identity', born: civilDate('1984-05-11') })
  const both = await open({ kind: 'identity', fullName: 'Phùng Thị Mợ', sex: 'female' })
  const { rows } = await officer.call(api.listRequests, { view: 'found' })
  expect(rows.map(({ id }) => id).toSorted()).toEqual([later, late, born, both].toSorted())
  for (const id of [first, name])
    expect(await officer.call(api.getRequest, { id })).toMatchObject({
      state: 'withdrawn',
      note: 'CSDL dân cư đã báo thông tin mới hơn.',
    })
})

const told = (personId: string, change: api.Change): Found => ({
  personId,
  change,
  evidence: null,
  because: 'officer_has_evidence',
})
