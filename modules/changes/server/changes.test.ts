import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as files from '../../applications/contract.ts'
import { awardsOf, dueOf, propose, sign, take } from '../../applications/testing.ts'
import { givenPerson, givenPoorHousehold } from '../../entitlement/testing.ts'
import { givenListed } from '../../payroll/testing.ts'
import { getPerson, recordResidence } from '../../people/contract.ts'
import * as api from '../contract.ts'
import {
  ask,
  decide,
  deskOf,
  givenRecipient,
  joinHousehold,
  paper,
  tamSon,
  songLo,
  thoTang,
} from '../testing.ts'

const worse: api.Change = {
  kind: 'disability',
  level: 'exceptionally_severe',
  types: ['sight'],
  certificate: '12/GXN',
  issuedOn: civilDate('2026-11-10'),
}

describe('a new degree of disability', () => {
  test('is asked for with its paper, seen in money beforehand, and recorded by the decision of somebody else', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenRecipient(world)
    const seen = await officer.call(api.previewChange, { personId: personId as never, change: worse })
    expect(seen).toMatchObject({
      refusal: null,
      effects: [
        {
          component: 'allowance',
          from: '2026-11',
          through: null,
          before: 810_000,
          after: 1_080_000,
          isAwarded: true,
        },
      ],
    })
    expect(await dueOf(world, personId, '2026-12')).toEqual({ allowance: 810_000 })

    const id = await ask(officer, personId, worse)
    await expect(ask(officer, personId, worse)).rejects.toThrow('changes.asked_already')
    const both = world.as({ ...officer.ctx.actor, can: ['changes.approve', 'changes.read'] } as never)
    await expect(decide(both, id, 'approve')).rejects.toThrow('changes.approver_submitted')
    await decide(chair, id, 'approve')
    expect(await dueOf(world, personId, '2026-12')).toEqual({ allowance: 1_080_000 })
    const { circumstances } = await officer.call(getPerson, { id: personId as never })
    expect(circumstances).toContainEqual(
      expect.objectContaining({ kind: 'disability', evidence: expect.objectContaining(paper) }),
    )
    const decided = await officer.call(api.getRequest, { id })
    expect(decided.events.map(({ step }) => step)).toEqual(['open', 'approve'])
    expect(decided.preview.differences).toContainEqual({
      field: 'disability_level',
      about: null,
      before: 'severe',
      after: 'exceptionally_severe',
    })
    await expect(decide(chair, id, 'reject', 'Không đúng')).rejects.toThrow('changes.request_moved_on')
  })

  test('contested, it is decided again, by a third person', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenRecipient(world)
    const first = await ask(officer, personId, worse)
    await expect(decide(chair, first, 'reject')).rejects.toThrow('changes.note_needed')
    await decide(chair, first, 'reject', 'Giấy xác nhận chưa có chữ ký.')
    const { id } = await officer.call(api.openRequest, {
      personId: personId as never,
      change: worse,
      evidence: paper,
      contestsId: first,
      requestId: crypto.randomUUID(),
    })
    await expect(decide(chair, id, 'approve')).rejects.toThrow('changes.decided_before')
    const deputy = world.as({
      ...chair.ctx.actor,
      userId: '0197f000-0000-7000-8000-0000000000a3',
      can: ['changes.approve', 'changes.read', 'people.read_confidential'],
    })
    await decide(deputy, id, 'approve')
    expect(await officer.call(api.getRequest, { id })).toMatchObject({ state: 'approved', contests: first })
  })
})

describe('requests that meet', () => {
  test('stand in each other’s way when they touch the same, and are looked at again when the register has changed', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenRecipient(world)
    const name = await ask(officer, personId, { kind: 'identity', fullName: 'Phùng Thị Mận Hồng' })
    const born = await ask(officer, personId, { kind: 'identity', born: civilDate('1984-05-11') })
    expect(await officer.call(api.getRequest, { id: born })).toMatchObject({ conflicts: [{ id: name }] })
    await expect(decide(chair, born, 'approve')).rejects.toThrow('changes.conflicting_request')
    const degree = await ask(officer, personId, worse)
    expect((await officer.call(api.getRequest, { id: degree })).conflicts).toEqual([])
    await officer.call(api.withdrawRequest, { id: born, note: 'Nhập nhầm', requestId: crypto.randomUUID() })
    await decide(chair, name, 'approve')
    await decide(chair, degree, 'approve')
    const again = await ask(officer, personId, { kind: 'identity', fullName: 'Phùng Thị Mận' })
    await expect(decide(chair, again, 'send_back', 'Thiếu trích lục')).resolves.toEqual({ id: again })
    expect(await officer.call(api.listRequests, { view: 'found' })).toMatchObject({
      rows: [{ id: again, state: 'found' }],
      counts: { found: 1, submitted: 0 },
    })
  })
})

describe('a household', () => {
  test('that would join one which has just joined it is looked at again: nobody goes round in a circle', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const people = [
      await givenPerson(world.ctx, { areaId: tamSon }),
      await givenPerson(world.ctx, { areaId: tamSon }),
    ] as const
    for (const personId of people) await givenPoorHousehold(world.ctx, personId)
    const [one, other] = [await householdOf(officer, people[0]), await householdOf(officer, people[1])]
    const join = (personId: string, householdId: string) =>
      ask(officer, personId, {
        kind: 'merge_household',
        householdId,
        relationToHead: 'em',
        from: civilDate('2026-11-01'),
      })
    const [there, back] = [await join(people[0], other), await join(people[1], one)]
    await decide(chair, there, 'approve')
    await expect(decide(chair, back, 'approve')).rejects.toThrow('changes.not_in_household')
    expect(await householdOf(officer, people[0])).toBe(other)
    expect(await householdOf(officer, people[1])).toBe(other)
  })

  test('that splits takes the poverty list along to nobody who leaves, and the page says what that costs', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const mother = await givenPerson(world.ctx, { born: '1950-01-01', areaId: tamSon })
    await givenPoorHousehold(world.ctx, mother)
    const { household } = await officer.call(getPerson, { id: mother as never })
    const child = await givenRecipient(world)
    await joinHousehold(world, household!.id, child)
    const id = await ask(officer, child, {
      kind: 'split_household',
      members: [],
      from: civilDate('2026-11-01'),
    })
    await decide(chair, id, 'approve')
    const after = await officer.call(getPerson, { id: child as never })
    expect(after.household?.members).toMatchObject([{ person: { id: child }, isHead: true }])
    expect(after.poverty).toBeNull()
    await expect(
      ask(officer, mother, {
        kind: 'merge_household',
        householdId: household!.id,
        relationToHead: 'mẹ',
        from: civilDate('2026-11-01'),
      }),
    ).rejects.toThrow('changes.no_other_household')
  })
})

describe('a move to another commune', () => {
  test('hands over the first month that no list of the old one gives yet', async ({ world }) => {
    const { officer } = await deskOf(world)
    const personId = await givenRecipient(world)
    await givenListed(world.ctx, { personId, areaId: tamSon, month: '2026-12' })
    const change = { kind: 'move', areaId: thoTang, from: civilDate('2026-11-02') } as const
    expect(await officer.call(api.previewChange, { personId: personId as never, change })).toMatchObject({
      handOver: { lastMonthHere: '2026-12', firstMonthThere: '2027-01' },
    })
  })

  test('is seen by both, recorded by the old one, and the allowance follows by decisions of both', async ({
    world,
  }) => {
    const [old, next] = [await deskOf(world), await deskOf(world, thoTang)]
    const personId = await givenRecipient(world)
    const id = await ask(old.officer, personId, {
      kind: 'move',
      areaId: thoTang,
      from: civilDate('2026-11-02'),
    })
    expect(await next.officer.call(api.getRequest, { id })).toMatchObject({
      preview: { handOver: { lastMonthHere: '2026-11' } },
      person: { fullName: null },
      steps: [],
    })
    expect(await old.chair.call(api.getRequest, { id })).toMatchObject({
      preview: { handOver: { lastMonthHere: '2026-11', firstMonthThere: '2026-12' } },
    })
    await expect(decide(next.chair, id, 'approve')).rejects.toThrow('changes.request_not_found')
    await decide(old.chair, id, 'approve')
    await world.deliver()

    const { rows } = await next.officer.call(files.listApplications, {})
    expect(rows).toMatchObject([{ procedure: 'residence_transfer' }])
    const file = rows[0]!.id
    await take(next.officer, file, 'accept', { otherAreaId: tamSon })
    const leaving = await propose(old.officer, file, {
      action: 'sign',
      kind: 'transfer',
      detail: { kind: 'transfer', movedOn: civilDate('2026-11-02') },
    })
    await sign(old.chair, leaving.proposalId)
    const arriving = await propose(next.officer, file, { action: 'propose', kind: 'transfer' })
    await sign(next.chair, arriving.proposalId)
    expect(await awardsOf(world, personId)).toMatchObject([
      { during: '[2022-03-01,2026-12-01)', areaId: tamSon },
      { during: '[2026-12-01,)', areaId: thoTang },
    ])
  })
})

test.for([
  ['the day after', '2026-11-03'],
  ['told for the same day', '2026-11-02'],
] as const)(
  'who moves on before they were taken in has one file, at the last place: %s',
  async ([, day], { world }) => {
    const [old, between, next] = [
      await deskOf(world),
      await deskOf(world, thoTang),
      await deskOf(world, songLo),
    ]
    const personId = await givenRecipient(world)
    const move = async (desk: typeof old, areaId: number, from: string) => {
      await decide(
        desk.chair,
        await ask(desk.officer, personId, { kind: 'move', areaId, from: civilDate(from) }),
        'approve',
      )
      await world.deliver()
    }
    await move(old, thoTang, '2026-11-02')
    await move(between, songLo, day)
    expect((await between.officer.call(files.listApplications, {})).rows).toEqual([])
    expect((await next.officer.call(files.listApplications, {})).rows).toMatchObject([
      { procedure: 'residence_transfer' },
    ])
  },
)

test.for([
  ['no unit at all', 0],
  ['a province', 250790025],
  ['a commune that has become another', 8827],
] as const)('nobody moves to what is no commune of the day: %s', async ([, areaId], { world }) => {
  const { officer } = await deskOf(world)
  const personId = await givenRecipient(world)
  const move = { kind: 'move', areaId, from: civilDate('2026-11-20') } as const
  for (const asking of [
    () => officer.call(api.previewChange, { personId: personId as never, change: move }),
    () => ask(officer, personId, move),
    () =>
      officer.call(recordResidence, { personId: personId as never, areaId, from: move.from, source: 'Đơn' }),
  ])
    await expect(asking()).rejects.toThrow('area_not_found')
})

describe('a death', () => {
  test('ends the award with its month by the signature of the chair, and the burial has its file', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenRecipient(world)
    const id = await ask(officer, personId, { kind: 'death', diedOn: civilDate('2026-11-08') })
    expect((await chair.call(api.getRequest, { id })).preview.effects).toMatchObject([
      { from: '2026-12', through: null, before: 810_000, after: 0, isAwarded: true },
    ])
    await decide(chair, id, 'approve')
    await world.deliver()
    await world.deliver()
    const open = await filesOf(officer)
    expect(open.map(({ procedure }) => procedure).toSorted()).toEqual(['funeral_support', 'termination'])
    const stop = await chair.call(files.getApplication, {
      id: open.find(({ procedure }) => procedure === 'termination')!.id,
    })
    expect(stop).toMatchObject({ step: { id: 'decide' }, proposal: { kind: 'stop', state: 'drafted' } })
    await sign(chair, stop.proposal!.id)
    expect(await awardsOf(world, personId)).toMatchObject([
      { during: '[2022-03-01,2026-12-01)', closeReason: 'died' },
    ])
  })

  test('that was told after an award had been granted puts the end of that award on a desk, and no burial', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenRecipient(world)
    const death = await ask(officer, personId, { kind: 'death', diedOn: civilDate('2022-01-15') })
    await decide(chair, death, 'approve')
    await world.deliver()
    await world.deliver()
    const open = await filesOf(officer)
    expect(open.map(({ procedure }) => procedure)).toEqual(['termination'])
    const stop = await chair.call(files.getApplication, { id: open[0]!.id })
    expect(stop).toMatchObject({ step: { id: 'decide' }, proposal: { kind: 'stop', state: 'drafted' } })
    await sign(chair, stop.proposal!.id)
    expect(await awardsOf(world, personId), 'no month of it was ever due').toEqual([])
  })

  test('that was none is undone, and what it ended in the household holds again', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    await givenPoorHousehold(world.ctx, personId)
    await decide(
      chair,
      await ask(officer, personId, { kind: 'death', diedOn: civilDate('2026-11-08') }),
      'approve',
    )
    await decide(chair, await ask(officer, personId, { kind: 'alive' }), 'approve')
    const after = await officer.call(getPerson, { id: personId as never })
    expect(after).toMatchObject({ diedOn: null, household: { members: [{ person: { id: personId } }] } })
  })
})

async function householdOf(officer: World, personId: string): Promise<string> {
  return (await officer.call(getPerson, { id: personId as never })).household!.id
}

async function filesOf(officer: World) {
  return (await officer.call(files.listApplications, {})).rows
}
