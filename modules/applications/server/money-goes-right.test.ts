import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { grantAwards, suspendAward } from '#modules/entitlement'
import { test, type World } from '#testing/world'
import { decided, givenFact, givenPerson, givenRelation, severe } from '../../entitlement/testing.ts'
import { givenCollections } from '../../payments/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { listProposals } from './proposals.ts'
import { awardsOf, propose, sign, take, versionOf, wordsOf } from '../testing-decisions.ts'

describe('who receives the money', () => {
  test('is the person, or whom the register knows to receive it, read by itself and named on the paper', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const payeeId = await givenPerson(world.ctx, { areaId: tamSon })
    const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
    const draft = { action: 'propose', kind: 'grant', payeeId } as const
    await expect(propose(officer, id, draft)).rejects.toThrow('applications.payee_not_known')

    await givenRelation(world.ctx, payeeId, 'collects_for', personId)
    expect((await officer.call(api.previewDecision, { id, kind: 'grant' })).payees).toEqual([
      { id: payeeId, fullName: 'Phùng Thị Mận', relation: 'collects_for' },
    ])
    const { proposalId } = await propose(officer, id, draft)
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([
      { isSafe: false, changes: [], payee: { fullName: 'Phùng Thị Mận', relation: 'collects_for' } },
    ])
    const ids = [proposalId]
    const unread = await chair.call(api.signDecisions, { ids, requestId: crypto.randomUUID() })
    expect(unread.left).toMatchObject([{ code: 'applications.payee_differs' }])
    const { documentId } = await sign(chair, proposalId)
    expect(await wordsOf(world, documentId)).toContain('người được ủy quyền nhận thay')
    const { rows } = await payeesOf(world, personId)
    expect(rows).toEqual([{ payeeId }])
  })

  test('is asked again when the relation is over before the signature', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const payeeId = await givenPerson(world.ctx, { areaId: tamSon })
    await givenRelation(world.ctx, payeeId, 'guardian_of', personId)
    const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
    const { proposalId } = await propose(officer, id, { action: 'propose', kind: 'grant', payeeId })
    await sql`update people.relation set retracted_at = '2026-11-23T00:00:00Z'`.execute(world.ctx.db())
    await expect(sign(chair, proposalId)).rejects.toThrow('applications.facts_changed')
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([{ changes: ['payee'] }])
  })
})

describe('a suspension', () => {
  test.for([
    [{}, 'applications.ground_needed'],
    [{ suspension_ground: 'remand' }, 'entitlement.remand_too_short'],
  ] as const)('by %o is refused when it is drafted', async ([answers, problem], { world }) => {
    const { officer } = await staffOf(world)
    const { id } = await givenDuty(world, officer, 'suspension', answers)
    const draft = { action: 'propose', kind: 'suspend', benefit, reasons: ['Không rõ.'] } as const
    await expect(propose(officer, id, draft)).rejects.toThrow(problem)
  })
})

test('what is to pause or end need not be named where one benefit alone is drawn', async ({ world }) => {
  const { officer } = await staffOf(world)
  const { id, personId } = await givenDuty(world, officer, 'suspension', { suspension_ground: 'refuses' })
  const previewed = { id, kind: 'suspend' } as const
  expect(await officer.call(api.previewDecision, previewed)).toMatchObject({ benefit })
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'care_support',
      from: '2026-03' as never,
      decision: decided(tamSon, { source: 'test' }),
    },
  ])
  await expect(officer.call(api.previewDecision, previewed)).rejects.toMatchObject({
    data: { benefits: [benefit, 'care_support'] },
  })
})

describe('a suspension because nobody comes for the money', () => {
  const reasons = ['Không lĩnh tiền từ 3 tháng liên tục.']
  const draft = { action: 'propose', kind: 'suspend', benefit, reasons } as const
  const ground = { suspension_ground: 'uncollected' }

  test('rests on three months of the books of payments, and is drafted anew once somebody came', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const { id, personId } = await givenDuty(world, officer, 'suspension', ground)
    const given = (months: Record<string, 'paid' | 'unclaimed'>) =>
      givenCollections(world.ctx, { personId, areaId: tamSon, months })
    await given({ '2026-08': 'unclaimed', '2026-09': 'unclaimed', '2026-10': 'unclaimed' })
    const { proposalId } = await propose(officer, id, draft)
    await given({ '2026-10': 'paid' })
    await expect(sign(chair, proposalId)).rejects.toThrow('applications.facts_changed')
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([{ changes: ['collecting'] }])
  })

  test('is refused where the money was fetched, and says what it rests on where other books paid', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const fetched = await givenDuty(world, officer, 'suspension', ground)
    await givenCollections(world.ctx, {
      personId: fetched.personId,
      areaId: tamSon,
      months: { '2026-09': 'paid' },
    })
    await expect(propose(officer, fetched.id, { ...draft, deviation: 'Theo bảng kê.' })).rejects.toThrow(
      'applications.collected',
    )

    const elsewhere = await givenDuty(world, officer, 'suspension', ground)
    await expect(propose(officer, elsewhere.id, draft)).rejects.toThrow('deviation_needs_reason')
    const deviation = 'Bảng kê của bưu điện huyện, tháng 8 đến tháng 10 năm 2026.'
    const { proposalId } = await propose(officer, elsewhere.id, { ...draft, deviation })
    await sign(chair, proposalId)
  })
})

test('whoever refuses to be examined is stopped three months after being suspended for it', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const refusing = await givenDuty(world, officer, 'termination', { stop_ground: 'refuses' })
  const draft = { action: 'propose', kind: 'stop', benefit, reasons: ['Vẫn từ chối.'] } as const
  const suspended = (signedOn: string) =>
    suspendAward(world.ctx, {
      personId: refusing.personId,
      benefit,
      from: month('2026-09'),
      ground: 'refuses_review',
      decision: decided(tamSon, { signedOn: civilDate(signedOn), kind: 'suspend' } as never),
    })
  await expect(propose(officer, refusing.id, draft)).rejects.toThrow('entitlement.refusal_too_short')
  await suspended('2026-08-24')
  await expect(propose(officer, refusing.id, draft)).rejects.toThrow('entitlement.refusal_too_short')
  await sql`update entitlement.decision set signed_on = '2026-08-23' where kind = 'suspend'`.execute(
    world.ctx.db(),
  )
  await propose(officer, refusing.id, draft)
})

test('a file that came under a former law goes on by the steps of the law it was complete under', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const receivedAt = instant('2024-05-02T02:00:00Z')
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { receivedAt }))
  await take(officer, id, 'ask_papers', { missing: [{ kind: 'other', why: 'Tờ khai có chữ ký' }] })
  await take(officer, id, 'supply')
  await take(officer, id, 'accept')
  expect(await officer.call(api.getApplication, { id })).toMatchObject({ step: { id: 'verify' } })
})

describe('an ending of what the law goes on paying', () => {
  const draft = { action: 'propose', kind: 'stop', benefit, reasons: ['Theo đề nghị.'] } as const

  test.for([
    ['died', 'not_dead'],
    ['sentence', 'not_serving'],
    ['not_eligible', 'still_right'],
    ['carer', 'still_right'],
  ] as const)('because of «%s» says what it rests on, and is read by itself', async (told, { world }) => {
    const [ground, difference] = told
    const { officer, chair } = await staffOf(world)
    const { id, personId } = await givenDuty(world, officer, 'termination', { stop_ground: ground })
    expect(await officer.call(api.previewDecision, { id, kind: 'stop', benefit })).toMatchObject({
      difference,
      terms: { lines: [{ amount: 810_000 }], monthly: 0 },
    })
    await expect(propose(officer, id, draft)).rejects.toMatchObject({
      code: 'applications.deviation_needs_reason',
      data: { difference },
    })
    const deviation = 'Quyết định của Tòa án số 05, ngày 10/11/2026.'
    const { proposalId } = await propose(officer, id, { ...draft, deviation })
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([{ isSafe: false }])
    const { documentId } = await sign(chair, proposalId)
    const carriedOut = 'các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành'
    expect((await wordsOf(world, documentId)).includes(carriedOut)).toBe(ground === 'died')
    expect(await awardsOf(world, personId)).toMatchObject([{ during: '[2022-03-01,2026-12-01)' }])
    // It is drafted once: what ends after this month has ended already.
    const once = dutyOf(personId, 'termination', { stop_ground: ground })
    const again = await officer.call(api.submitApplication, once)
    await expect(propose(officer, again.id, { ...draft, deviation })).rejects.toMatchObject({
      code: 'applications.award_needed',
      data: { awarded: false, endsOn: '2026-12-01' },
    })
  })

  test('because they decline is never signed with others', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const { id } = await givenDuty(world, officer, 'termination', { stop_ground: 'declined' })
    const { proposalId } = await propose(officer, id, draft)
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([{ isSafe: false, changes: [] }])
    const unread = { ids: [proposalId], requestId: crypto.randomUUID() }
    expect((await chair.call(api.signDecisions, unread)).left).toMatchObject([
      { code: 'applications.deviates' },
    ])
    await sign(chair, proposalId)
  })

  test('is none where the register knows why: a death, a sentence, a condition that is over', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    for (const [ground, happens] of [
      [
        'died',
        (id: string) => sql`update people.person_version set died_on = '2026-11-20' where person_id = ${id}`,
      ],
      ['sentence', (id: string) => givenSentence(world, id)],
      ['not_eligible', (id: string) => disabledUntil(id, '2026-11-20')],
    ] as const) {
      const { id, personId } = await givenDuty(world, officer, 'termination', { stop_ground: ground })
      const happening = happens(personId)
      await ('execute' in happening ? happening.execute(world.ctx.db()) : happening)
      if (ground === 'died')
        await sql`update people.person set died_on = '2026-11-20' where id = ${personId}`.execute(
          world.ctx.db(),
        )
      await propose(officer, id, draft)
    }
    expect((await chair.call(api.listProposals, {})).rows.map(({ isSafe }) => isSafe)).toEqual([
      true,
      true,
      true,
    ])
  })
})

describe('a grant', () => {
  test('is judged on the day it is signed, though the month began with a right', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const grant = { action: 'propose', kind: 'grant' } as const
    const given = async () => {
      const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
      const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
      return { id, personId }
    }
    const healed = await given()
    await disabledUntil(healed.personId, '2026-11-20').execute(world.ctx.db())
    await expect(propose(officer, healed.id, grant)).rejects.toThrow('applications.no_right')

    const dead = await given()
    await sql`update people.person_version set died_on = '2026-11-20' where person_id = ${dead.personId}`.execute(
      world.ctx.db(),
    )
    await sql`update people.person set died_on = '2026-11-20' where id = ${dead.personId}`.execute(
      world.ctx.db(),
    )
    await expect(propose(officer, dead.id, grant)).rejects.toMatchObject({
      code: 'applications.no_right',
      data: { diedOn: '2026-11-20' },
    })
    const preview = await officer.call(api.previewDecision, { id: dead.id, kind: 'refuse' })
    expect(preview).toMatchObject({
      difference: null,
      terms: { reasons: ['Người đề nghị đã chết ngày 20/11/2026, trước khi có quyết định.'] },
    })

    // What ends after the signature was there on its day; what ends before it is seen when it is signed.
    const ending = await given()
    await disabledUntil(ending.personId, '2026-11-25').execute(world.ctx.db())
    await propose(officer, ending.id, grant)
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([{ isSafe: true }])
    const later = { ...chair.ctx, now: instant('2026-11-26T02:00:00Z'), today: civilDate('2026-11-26') }
    expect((await listProposals(later, {})).rows).toMatchObject([{ isSafe: false, changes: ['due'] }])
  })
})

const disabledUntil = (personId: string, until: string) =>
  sql`update people.circumstance set during = daterange('2020-01-01', ${until}::date)
    where person_id = ${personId} and kind = 'disability'`

const givenSentence = (world: World, personId: string) =>
  givenFact(world.ctx, personId, {
    kind: 'detention',
    detail: { kind: 'sentence' },
    during: '[2026-11-05,2027-11-05)',
  })

describe('the last month of what ends', () => {
  test('is the law’s; another has its reason, and none lies beyond the award or the next month', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const { id, personId } = await givenDuty(world, officer, 'termination', {
      stop_ground: 'declined',
    })
    const draft = { action: 'propose', kind: 'stop', benefit, reasons: ['Từ chối nhận.'] } as const
    for (const lastMonth of [month('2031-12'), month('2027-01'), month('2022-02')])
      await expect(
        propose(officer, id, { ...draft, lastMonth, deviation: 'Đã thỏa thuận.' }),
      ).rejects.toThrow('applications.last_month_not_possible')
    const earlier = { ...draft, lastMonth: month('2026-08') }
    await expect(propose(officer, id, earlier)).rejects.toThrow('applications.deviation_needs_reason')
    const version = await versionOf(officer, id)
    const { proposalId } = await propose(officer, id, { ...earlier, deviation: 'Đơn ghi từ tháng 9.' })
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([
      { isSafe: false, terms: { before: 810_000, monthly: 0, effective: '2026-09' } },
    ])
    await expect(take(officer, id, 'send_back', { reason: 'Nhầm.' })).rejects.toThrow('not_competent')
    expect(await versionOf(officer, id)).toBeGreaterThan(version)
    await sign(chair, proposalId)
    expect(await awardsOf(world, personId)).toMatchObject([{ during: '[2022-03-01,2026-09-01)' }])
  })
})

const benefit = 'monthly_allowance'

async function givenDuty(
  world: World,
  officer: World,
  procedure: 'termination' | 'suspension',
  answers: Record<string, string>,
) {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(world.ctx, [{ personId, benefit, from: month('2022-03'), decision: decided(tamSon) }])
  const { id } = await officer.call(api.submitApplication, dutyOf(personId, procedure, answers))
  return { id, personId }
}

function dutyOf(personId: string, procedure: 'termination' | 'suspension', answers: Record<string, string>) {
  // By duty nothing is missing, and still there is no decision without its draft.
  return fileOf(personId, { procedure, asked: { answers }, papers: [], isComplete: true })
}

function payeesOf(world: World, personId: string) {
  return sql`select payee_id from entitlement.award where person_id = ${personId} and retracted_at is null`.execute(
    world.ctx.db(),
  )
}
