import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { listOneOffsDue, listOneOffsOf, settleOneOffs, takeOneOffs } from '#modules/entitlement'
import { test, type World } from '#testing/world'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import { grantAwards } from '#modules/entitlement'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { propose, sign, take, upheld, versionOf, wordsOf } from '../testing-decisions.ts'

const buried = {
  kind: 'named',
  fullName: 'Phùng Văn Hùng',
  number: '026070001234',
  relation: 'con',
} as const

describe('funeral support', () => {
  test('is computed by the law of the death, due to whoever buried, and given once', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world, '2026-11-10')
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    const detail = { kind: 'support', event: {}, payee: buried, amount: null } as never
    const preview = await officer.call(api.previewDecision, { id, kind: 'support', detail })
    expect(preview).toMatchObject({
      isRight: true,
      terms: {
        once: 10_800_000,
        given: [{ rule: 'FUN-01', amount: 10_800_000, quantity: '20 × 540.000 đồng' }],
      },
    })
    const { proposalId } = await propose(officer, id, { action: 'propose', kind: 'support', detail })
    const { documentId, number } = await sign(chair, proposalId)
    expect(number).toBe('01/QĐ-UBND')
    expect(await wordsOf(world, documentId)).toMatch(/10\.800\.000 đồng.*Phùng Văn Hùng.*con/)

    const due = await listOneOffsDue(world.ctx, { areaIds: [tamSon] })
    expect(due).toMatchObject([
      {
        personId,
        rule: 'FUN-01',
        amount: 10_800_000,
        event: 'death',
        eventOn: '2026-11-10',
        payee: { fullName: 'Phùng Văn Hùng', number: '026070001234' },
        state: 'due',
      },
    ])
    await paidByLists(world, due[0]!.id)

    const again = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    await expect(propose(officer, again, { action: 'propose', kind: 'support', detail })).rejects.toThrow(
      'applications.given_before',
    )
  })

  test('is given anew after an upheld appeal while it is unpaid, and never refused away once it is paid', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world, '2026-11-10')
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    const detail = { kind: 'support', event: {}, payee: buried, amount: null } as never
    const support = { action: 'propose', kind: 'support', detail } as const
    await sign(chair, (await propose(officer, id, support)).proposalId)
    const states = async () => (await listOneOffsOf(world.ctx, [personId])).map(({ state }) => state)
    const refusal = {
      action: 'propose_refusal',
      kind: 'refuse',
      reasons: ['Người khác lo mai táng.'],
    } as const

    await upheld(world, id)
    await expect(propose(officer, id, refusal)).rejects.toThrow('applications.deviation_needs_reason')
    await sign(chair, (await propose(officer, id, support)).proposalId)
    expect(await states()).toEqual(['cancelled', 'due'])

    await upheld(world, id)
    const deviation = 'Người khác lo mai táng.'
    const { documentId } = await sign(
      chair,
      (await propose(officer, id, { ...refusal, deviation })).proposalId,
    )
    expect(await states()).toEqual(['cancelled', 'cancelled'])
    expect(await wordsOf(world, documentId)).toContain('chưa chi và được hủy')

    await upheld(world, id)
    await sign(chair, (await propose(officer, id, support)).proposalId)
    await paidByLists(world, (await listOneOffsDue(world.ctx, { areaIds: [tamSon] }))[0]!.id)
    await upheld(world, id)
    for (const wish of [support, { ...refusal, deviation }])
      await expect(propose(officer, id, wish)).rejects.toThrow('applications.paid_before')
  })

  test('goes to another payee by a decision of its own once the first has died unpaid', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world, '2026-11-10')
    const son = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
    const to = (payee: object) =>
      propose(officer, id, {
        action: 'propose',
        kind: 'support',
        detail: { kind: 'support', event: {}, payee, amount: null } as never,
      })
    const first = await sign(chair, (await to({ kind: 'person', personId: son, relation: 'con' })).proposalId)
    const again = async () =>
      officer.call(api.decideAgain, {
        id,
        version: await versionOf(officer, id),
        reason: 'Trích lục khai tử số 9.',
        requestId: crypto.randomUUID(),
      })
    await expect(again()).rejects.toThrow('applications.payee_living')
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ unpaid: null })
    await sql`update people.person set died_on = '2026-11-21' where id = ${son}`.execute(world.ctx.db())
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      unpaid: { amount: 10_800_000, payee: 'Phùng Thị Mận', diedOn: '2026-11-21' },
    })
    await again()
    await expect(to({ kind: 'person', personId: son, relation: 'con' })).rejects.toThrow('payee_not_living')
    const { number, documentId } = await sign(chair, (await to(buried)).proposalId)
    expect(await wordsOf(world, first.documentId)).not.toContain('thay thế')
    expect(await wordsOf(world, documentId)).toContain(`thay thế Quyết định số ${first.number}`)
    expect(await listOneOffsOf(world.ctx, [personId])).toMatchObject([
      { state: 'cancelled', payeeId: son },
      { state: 'due', payee: { fullName: buried.fullName } },
    ])
    const { documents, unpaid } = await officer.call(api.getApplication, { id })
    expect(documents.find((one) => one.id === first.documentId)).toMatchObject({
      superseded: { why: 'replaced', by: { number } },
    })
    // Of whom the register does not know, the office says it: and the same name is not paid again.
    expect(unpaid).toMatchObject({ payee: buried.fullName, diedOn: null })
    await again()
    await expect(to(buried)).rejects.toThrow('applications.payee_not_living')
    await paidByLists(world, (await listOneOffsDue(world.ctx, { areaIds: [tamSon] }))[0]!.id)
    await expect(again()).rejects.toThrow('applications.nothing_unpaid')
  })

  test('waits for the death in the register, for a payee, and never goes below the least', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const alive = await givenRecipient(world)
    const id = await givenFile(officer, 'funeral_support', alive, { who_died: 'allowance' })
    const detail = (more: object = {}) =>
      ({ kind: 'support', event: { on: '2026-11-10' }, payee: buried, amount: null, ...more }) as never
    await expect(
      propose(officer, id, { action: 'propose', kind: 'support', detail: detail() }),
    ).rejects.toThrow('applications.event_incomplete')
    const dead = await givenRecipient(world, '2026-11-10')
    const other = await givenFile(officer, 'funeral_support', dead, { who_died: 'allowance' })
    for (const [more, problem] of [
      [{ payee: null }, 'payee_needed'],
      [{ amount: 10_000_000 }, 'below_least'],
      [{ amount: 15_000_000 }, 'deviation_needs_reason'],
    ] as const)
      await expect(
        propose(officer, other, { action: 'propose', kind: 'support', detail: detail(more) }),
      ).rejects.toThrow(`applications.${problem}`)
  })

  test('that the law does not give is refused in writing, and no award is touched', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn: '2026-11-10' })
    const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'survivor' })
    const detail = { kind: 'support', event: {}, payee: buried, amount: null } as never
    await expect(propose(officer, id, { action: 'propose', kind: 'support', detail })).rejects.toThrow(
      'no_right',
    )
    const { proposalId } = await propose(officer, id, {
      action: 'propose_refusal',
      kind: 'refuse',
      reasons: ['Người mất không hưởng trợ cấp hằng tháng.'],
    })
    const { number, documentId } = await sign(chair, proposalId)
    expect(number).toBe('01/TB-UBND')
    expect(await wordsOf(world, documentId)).toContain('không đủ điều kiện hưởng hỗ trợ chi phí mai táng')
  })
})

describe('emergency relief', () => {
  test('gives rice to a household by heads and months, three months at most (G-EMG-3)', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenRelief(officer, personId, 'hunger')
    const event = { on: '2026-11-20', cause: 'crop_failure', persons: 3, months: 4 }
    const { proposalId } = await propose(officer, id, {
      action: 'urgent',
      kind: 'support',
      reasons: ['Thiếu đói ngay trong tuần.'],
      detail: { kind: 'support', event, payee: null, amount: null },
    })
    const { documentId } = await sign(chair, proposalId)
    expect(await wordsOf(world, documentId)).toContain('135 kg gạo')
    expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toEqual([])
    expect(await chair.call(api.getApplication, { id })).toMatchObject({ step: { id: 'deliver' } })
    await take(officer, id, 'delivered')
    await take(officer, id, 'reported')
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ step: { id: 'done' } })
  })

  test('gives rice once for one event, though nothing of it is on a list of payments', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const draft = async (on: string) =>
      propose(officer, await givenRelief(officer, personId, 'hunger'), {
        action: 'urgent',
        kind: 'support',
        reasons: ['Thiếu đói.'],
        detail: {
          kind: 'support',
          event: { on, cause: 'crop_failure', persons: 2, months: 1 },
          payee: null,
          amount: null,
        },
      })
    const [one, other] = [await draft('2026-11-20'), await draft('2026-11-20')]
    const signed = await chair.call(api.signDecisions, {
      ids: [one.proposalId, other.proposalId],
      requestId: crypto.randomUUID(),
    })
    expect(signed).toMatchObject({ signed: [{}], left: [{ code: 'applications.given_before' }] })
    await expect(draft('2026-11-20')).rejects.toThrow('applications.given_before')
    await draft('2026-11-22')
  })

  test('gives rice once more by the same file after an upheld appeal, with the reason', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenRelief(officer, personId, 'hunger')
    const draft = (months: number, deviation?: string) =>
      propose(officer, id, {
        action: 'urgent',
        kind: 'support',
        reasons: ['Thiếu đói.'],
        ...(deviation && { deviation }),
        detail: {
          kind: 'support',
          event: { on: '2026-11-20', cause: 'crop_failure', persons: 2, months },
          payee: null,
          amount: null,
        },
      })
    await sign(chair, (await draft(1)).proposalId)
    await upheld(world, id)
    await expect(draft(2)).rejects.toThrow('applications.deviation_needs_reason')
    const { proposalId } = await draft(2, 'Đã cấp 30 kg theo quyết định trước, cấp thêm 30 kg.')
    await sign(chair, proposalId)
  })

  test('gives a badly hurt person ten times the standard of the day of the accident (G-EMG-4, G-EMG-5)', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenRelief(officer, personId, 'injury')
    const hurt = (treatmentDays: number) =>
      ({
        action: 'urgent',
        kind: 'support',
        reasons: ['Đang điều trị.'],
        detail: {
          kind: 'support',
          event: { on: '2026-09-09', cause: 'disaster', treatmentDays },
          payee: null,
          amount: null,
        },
      }) as const
    const tooShort = expect.stringMatching(
      /: theo giấy tờ hiện có, mới cấp cứu và điều trị 2 ngày, chưa đủ 3 ngày \(/,
    )
    await expect(propose(officer, id, hurt(2))).rejects.toMatchObject({
      code: 'applications.no_right',
      data: { reasons: expect.arrayContaining([tooShort]) as unknown },
    })
    const { proposalId } = await propose(officer, id, hurt(5))
    await sign(chair, proposalId)
    expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toMatchObject([
      { rule: 'EMG-3', amount: 5_000_000, payeeId: personId },
    ])
  })
})

describe('support after a death in a disaster', () => {
  const event = { on: '2026-11-18', cause: 'disaster' }
  const draft = (payee: object, more: object = {}) =>
    ({
      action: 'propose',
      kind: 'support',
      detail: { kind: 'support', event: { ...event, ...more }, payee, amount: null },
    }) as never

  test('is not for somebody alive: of who is missing it says what it rests on, and they receive nothing', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenFile(officer, 'emergency_death', personId, {})
    const self = { kind: 'person', personId, relation: null }
    for (const [given, problem] of [
      [draft(buried), 'deviation_needs_reason'],
      [draft(self), 'payee_not_living'],
      [draft(buried, { nobodyBuries: true }), 'event_incomplete'],
    ] as const)
      await expect(propose(officer, id, given)).rejects.toThrow(`applications.${problem}`)
    const deviation = 'Quyết định của Tòa án số 12 tuyên bố mất tích.'
    const { proposalId } = await propose(officer, id, { ...(draft(buried) as object), deviation } as never)
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([
      { isSafe: false, terms: { once: 27_000_000 } },
    ])
    const { documentId } = await sign(chair, proposalId)
    const words = await wordsOf(world, documentId)
    expect(words).toContain('hỗ trợ khẩn cấp khi có người mất tích')
    expect(words).not.toContain('mai táng')
  })

  test('rests on the death in the register, by its day', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn: '2026-11-18' })
    const id = await givenFile(officer, 'emergency_death', personId, {})
    await expect(propose(officer, id, draft(buried, { on: '2026-11-17' }))).rejects.toThrow(
      'applications.event_incomplete',
    )
    await propose(officer, id, draft(buried))
  })
})

test('support for a home burnt down goes to the household in need, once for one home', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  const id = await givenFile(officer, 'emergency_housing', personId, {})
  const event = { on: '2026-11-18', cause: 'fire', damage: 'destroyed' }
  const draft = (more: object) =>
    ({
      action: 'propose',
      kind: 'support',
      detail: { kind: 'support', event: { ...event, ...more }, payee: null, amount: null },
    }) as const
  await expect(propose(officer, id, draft({}))).rejects.toThrow('no_right') // G-EMG-8
  const { proposalId } = await propose(officer, id, draft({ isInHardship: true }))
  await sign(chair, proposalId)
  expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toMatchObject([
    { rule: 'EMG-5A', amount: 40_000_000, isHousehold: true },
  ])
})

describe('temporary care', () => {
  test('pays meals by the day to whoever cares, and no day beyond three months (G-CARE-10, G-CARE-11)', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const id = await givenFile(officer, 'temporary_care', personId, {}, { reason: 'victim' })
    const draft = (through: string) =>
      ({
        action: 'propose',
        kind: 'support',
        detail: {
          kind: 'support',
          event: { on: '2026-10-10', through, reason: 'victim' },
          payee: buried,
          amount: null,
        },
      }) as never
    await expect(propose(officer, id, draft('2027-01-17'))).rejects.toThrow('stay_too_long')
    const { proposalId } = await propose(officer, id, draft('2026-11-23'))
    await sign(chair, proposalId)
    expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toMatchObject([
      { rule: 'CARE-E', amount: 4_500_000, payee: { fullName: 'Phùng Văn Hùng' } },
    ])
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ step: { id: 'stay' } })
  })
})

/** A list takes what is due, a second time without harm; another list does not get it; given back it is due again. */
async function paidByLists(world: World, id: string) {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
  await takeOneOffs(world.ctx, [id], one)
  await takeOneOffs(world.ctx, [id], one)
  await expect(takeOneOffs(world.ctx, [id], other)).rejects.toThrow('entitlement.one_off_elsewhere')
  await settleOneOffs(world.ctx, [id], one, 'returned')
  await takeOneOffs(world.ctx, [id], other)
  await settleOneOffs(world.ctx, [id], other, 'paid')
  await expect(settleOneOffs(world.ctx, [id], one, 'paid')).rejects.toThrow('entitlement.one_off_elsewhere')
  expect(await listOneOffsDue(world.ctx, { areaIds: [tamSon] })).toEqual([])
}

/** Somebody on the allowance since 2022. */
async function givenRecipient(world: World, diedOn: string | null = null): Promise<string> {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, diedOn, facts: [severe] })
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      from: '2022-03' as never,
      decision: decided(tamSon, { source: 'test' }),
    },
  ])
  return personId
}

async function givenFile(
  officer: World,
  procedure: 'funeral_support' | 'emergency_death' | 'emergency_housing' | 'temporary_care',
  personId: string,
  answers: Record<string, string>,
  event: Record<string, unknown> = {},
): Promise<api.ApplicationId> {
  const papers = {
    funeral_support: ['death_certificate', 'stop_of_survivor_allowance'],
    emergency_death: ['death_certificate'],
    emergency_housing: [],
    temporary_care: ['incident_record'],
  }
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, {
      procedure,
      asked: { answers, event },
      papers: papers[procedure].map((kind) => ({ kind, state: 'provided' as const })),
      isComplete: true,
    }),
  )
  return id
}

async function givenRelief(officer: World, personId: string, relief: string): Promise<api.ApplicationId> {
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, {
      procedure: 'emergency_relief',
      asked: { answers: { relief } },
      papers: relief === 'injury' ? [{ kind: 'treatment_record', state: 'provided' }] : [],
    }),
  )
  expect(await versionOf(officer, id)).toBe(1)
  return id
}

test('what is decided about a support is asked again when it is signed', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  const personId = await givenRecipient(world, '2026-11-10')
  const id = await givenFile(officer, 'funeral_support', personId, { who_died: 'allowance' })
  const { proposalId } = await propose(officer, id, {
    action: 'propose',
    kind: 'support',
    detail: { kind: 'support', event: {}, payee: buried, amount: null } as never,
  })
  // It comes out that the award had ended years before.
  await sql`update entitlement.award set during = '[2022-03-01,2023-01-01)', closed_by = opened_by, close_reason = 'other'
    where person_id = ${personId}`.execute(world.ctx.db())
  await expect(sign(chair, proposalId)).rejects.toThrow('applications.facts_changed')
})
