import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { civilDate, instant, month, monthsThrough, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { test } from '#testing/world'
import { listAwards } from '../db/awards.ts'
import { listEndings } from '../db/closings.ts'
import { dueIn } from '../domain/index.ts'
import { decided, givenPerson, givenRelation, severe, tamSon, thoTang } from '../testing.ts'
import { closeAward } from './close-awards.ts'
import { grantAward, grantAwards } from './grant-awards.ts'
import { moveAward } from './move-award.ts'
import { refuseBenefit } from './refuse-benefit.ts'
import { replayPersonMonths } from './replay.ts'
import { showDecisions, showEntitlements } from './show-entitlements.ts'
import { resumeAward, suspendAward } from './suspend-award.ts'

const benefit = 'monthly_allowance'

describe('a suspension', () => {
  test('pays nothing from its month on, is known from its record on, and stands with its decision', async ({
    world: { ctx },
  }) => {
    const personId = await givenAwarded(ctx)
    await suspendAward(ctx, suspension(personId))
    expect(await paid(ctx, personId)).toEqual(['2025-12', '2026-01', '2026-02', '2026-03'])
    expect(await paid(ctx, personId, instant('2026-04-05T01:59:59Z'))).toEqual(
      monthsThrough(month('2025-12'), month('2026-06')),
    )
    const { awards } = await showEntitlements(ctx, { personId, on: civilDate('2026-06-30') })
    expect(awards).toMatchObject([
      {
        through: null,
        suspension: { from: '2026-04', ground: 'not_collected', by: { kind: 'suspend', number: 'TD/QĐ' } },
      },
    ])
    expect((await showDecisions(ctx, { personId })).map(({ kind, benefits }) => [kind, benefits])).toEqual([
      ['suspend', [benefit]],
      ['grant', [benefit]],
    ])
    expect(await listEndings(ctx, [personId])).toMatchObject([{ kind: 'suspend', number: 'TD/QĐ' }])
  })

  test.for([
    ['2025-05-05', 'not_collected', 'điểm a khoản 3 Điều 2, 02/2021/TT-BLĐTBXH'],
    ['2026-10-20', 'refuses_review', 'điểm b khoản 1 Điều 9, 335/2026/NĐ-CP'],
  ] as const)('signed on %s as %s rests on %s', async ([signedOn, ground, citation], { world: { ctx } }) => {
    const personId = await givenAwarded(ctx)
    const decision = decided(tamSon, { signedOn: civilDate(signedOn) })
    await suspendAward(ctx, { ...suspension(personId), decision, ground, from: month('2026-11') })
    const { rows } = await sql<{ citations: string[] }>`
      select legal_basis -> 'citations' as citations from entitlement.decision where kind = 'suspend'
        and person_id = ${personId}`.execute(ctx.db())
    expect(rows).toEqual([{ citations: [citation] }])
  })

  test('is done once for one request, and not twice by two', async ({ world: { ctx } }) => {
    const personId = await givenAwarded(ctx)
    const requestId = randomUUID()
    const once = { ...suspension(personId), decision: decided(tamSon, { requestId }) }
    await suspendAward(ctx, once)
    await suspendAward(ctx, once)
    await expect(suspendAward(ctx, suspension(personId))).rejects.toThrow('entitlement.already_suspended')
    await expect(resumeAward(ctx, { ...resumption(personId), decision: once.decision })).rejects.toThrow(
      'entitlement.request_reused',
    )
  })

  test.for([
    ['of a benefit nobody was granted', { benefit: 'social_pension' }, 'entitlement.award_not_open'],
    ['from before the first month', { from: month('2021-12') }, 'entitlement.award_not_open'],
    [
      'by a decision of tomorrow',
      { decision: decided(tamSon, { signedOn: civilDate('2026-11-24') }) },
      'entitlement.signed_in_future',
    ],
    ['for a remand nobody knows of', { ground: 'detained' }, 'entitlement.remand_too_short'],
  ] as const)('%s is refused', async ([, differing, problem], { world: { ctx } }) => {
    const personId = await givenAwarded(ctx)
    await expect(suspendAward(ctx, { ...suspension(personId), ...differing })).rejects.toThrow(problem)
  })

  test('G-PROC-8: a remand suspends the allowance once it has lasted a month, and never the money for care', async ({
    world: { ctx },
  }) => {
    const held = { kind: 'detention', detail: { kind: 'pre_trial' }, during: '[2026-03-01,)' } as const
    const level = { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2020-01-01' }
    const personId = await givenPerson(ctx, {
      areaId: tamSon,
      facts: [{ kind: 'disability', detail: level }, held],
    })
    const carer = await givenPerson(ctx, { areaId: tamSon })
    await givenRelation(ctx, carer, 'cares_for', personId, { arrangement: 'own_household' })
    await grantAwards(ctx, [
      grantTo(personId),
      { ...grantTo(personId), benefit: 'care_support', payeeId: carer },
    ])
    const signed = (day: string) => ({
      ...suspension(personId),
      ground: 'detained' as const,
      decision: decided(tamSon, { signedOn: civilDate(day) }),
    })
    await expect(suspendAward(ctx, signed('2026-03-20'))).rejects.toThrow('entitlement.remand_too_short')
    const care = { ...signed('2026-04-01'), benefit: 'care_support' as const }
    await expect(suspendAward(ctx, care)).rejects.toThrow('entitlement.remand_suspends_no_care')
    await suspendAward(ctx, signed('2026-04-01'))
    // Who may not know of the remand is not told why.
    const { awards } = await showEntitlements(ctx, { personId, on: civilDate('2026-06-30') })
    expect(awards.find((award) => award.benefit === benefit)?.suspension?.ground).toBeNull()
  })
})

describe('a resumption', () => {
  test('G-PROC-6: of somebody still entitled pays every month left out, as if none had been', async ({
    world: { ctx },
  }) => {
    const personId = await givenAwarded(ctx)
    await suspendAward(ctx, suspension(personId))
    await resumeAward(ctx, resumption(personId))
    expect(await paid(ctx, personId)).toEqual(monthsThrough(month('2025-12'), month('2026-06')))
    // What was known between the two decisions stays known.
    expect(await paid(ctx, personId, instant('2026-05-01T00:00:00Z'))).toEqual(
      monthsThrough(month('2025-12'), month('2026-03')),
    )
    expect(await listEndings(ctx, [personId])).toEqual([])
    const { rows } = await sql<{ effective: string; citations: string[] }>`
      select effective, legal_basis -> 'citations' as citations from entitlement.decision
      where kind = 'resume' and person_id = ${personId}`.execute(ctx.db())
    expect(rows).toEqual([{ effective: '2026-04', citations: ['điểm b khoản 1 Điều 6, 02/2021/TT-BLĐTBXH'] }])
  })

  test('of what nobody suspended, or by a decision of tomorrow, is refused', async ({ world: { ctx } }) => {
    const personId = await givenAwarded(ctx)
    await expect(resumeAward(ctx, resumption(personId))).rejects.toThrow('entitlement.award_not_suspended')
    await suspendAward(ctx, suspension(personId))
    const tomorrow = decided(tamSon, { signedOn: civilDate('2026-11-24') })
    await expect(resumeAward(ctx, { ...resumption(personId), decision: tomorrow })).rejects.toThrow(
      'entitlement.signed_in_future',
    )
  })

  test('of somebody entitled no more is refused: the award is stopped from the month it was suspended', async ({
    world: { ctx },
  }) => {
    const personId = await givenPerson(ctx, {
      areaId: tamSon,
      facts: [{ ...severe, during: '[2020-01-01,2026-05-10)' }],
    })
    await grantAwards(ctx, [grantTo(personId)])
    await suspendAward(ctx, suspension(personId))
    await expect(resumeAward(ctx, resumption(personId))).rejects.toMatchObject({
      code: 'entitlement.right_has_ended',
      details: { stopFrom: '2026-04' },
    })
    await closeAward(ctx, {
      personId,
      benefit,
      decision: decided(tamSon, { signedOn: civilDate('2026-06-12') }),
      lastMonth: month('2026-03'),
      reason: 'ineligible',
    })
    expect(await paid(ctx, personId)).toEqual(monthsThrough(month('2025-12'), month('2026-03')))
    const { awards } = await showEntitlements(ctx, { personId, on: civilDate('2026-06-30') })
    expect(awards).toMatchObject([{ through: '2026-03', suspension: null }])
  })

  test('where the degree changed meanwhile pays each month by its own', async ({ world: { ctx } }) => {
    const worse = { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2026-05-12' }
    const personId = await givenPerson(ctx, {
      areaId: tamSon,
      facts: [
        { ...severe, during: '[2020-01-01,2026-05-12)' },
        { kind: 'disability', detail: worse, during: '[2026-05-12,)' },
      ],
    })
    await grantAwards(ctx, [grantTo(personId)])
    await suspendAward(ctx, suspension(personId))
    await resumeAward(ctx, resumption(personId))
    // 1,5 × 500.000 to May, whose change counts from the month after (R25); then 2,0 × 500.000.
    expect(await amounts(ctx, personId)).toEqual([
      ['2026-04', 750_000],
      ['2026-05', 750_000],
      ['2026-06', 1_000_000],
    ])
  })
})

test('of two benefits of which the higher is paid, none takes the place of the suspended one', async ({
  world: { ctx },
}) => {
  const personId = await givenPerson(ctx, { areaId: tamSon, born: '1946-05-10', facts: [severe] })
  await grantAwards(ctx, [grantTo(personId), { ...grantTo(personId), benefit: 'social_pension' }])
  await suspendAward(ctx, suspension(personId))
  expect(await paid(ctx, personId)).toEqual(monthsThrough(month('2025-12'), month('2026-03')))
  await resumeAward(ctx, resumption(personId))
  // 2,0 × 500.000, which is more than the pension of 500.000.
  expect(await amounts(ctx, personId)).toEqual(
    ['2026-04', '2026-05', '2026-06'].map((each) => [each, 1_000_000]),
  )
})

test('a suspended award stands in the way of a grant and of a move, until it is resumed or stopped', async ({
  world: { ctx },
}) => {
  const personId = await givenAwarded(ctx)
  await suspendAward(ctx, suspension(personId))
  const signedOn = civilDate('2026-06-10')
  await expect(
    grantAward(ctx, {
      ...grantTo(personId),
      decision: decided(tamSon, { signedOn }),
      from: month('2026-06'),
    }),
  ).rejects.toThrow('entitlement.award_overlaps')
  const move = {
    personId,
    stop: decided(tamSon, { signedOn }),
    grant: decided(thoTang, { signedOn }),
    lastMonth: month('2026-06'),
  }
  await expect(moveAward(ctx, move)).rejects.toThrow('entitlement.award_suspended')
  await resumeAward(ctx, resumption(personId))
  await moveAward(ctx, move)
  expect(await paid(ctx, personId)).toEqual(monthsThrough(month('2025-12'), month('2026-06')))
})

test('a refusal is recorded with its reason and what it was measured by, and opens nothing', async ({
  world: { ctx },
}) => {
  const personId = await givenPerson(ctx, { areaId: tamSon })
  const refusal = {
    personId,
    benefit: 'social_pension',
    decision: {
      ...decided(tamSon, { signedOn: civilDate('2026-11-20'), requestId: randomUUID() }),
      reason: 'Đang hưởng lương hưu cao hơn trợ cấp hưu trí xã hội.',
    },
  } as const
  const first = await refuseBenefit(ctx, refusal)
  expect(await refuseBenefit(ctx, refusal)).toEqual(first)
  expect(await listAwards(ctx, [personId])).toEqual([])
  expect(await showDecisions(ctx, { personId })).toMatchObject([
    {
      id: first.decisionId,
      kind: 'refuse',
      benefits: ['social_pension'],
      effective: '2026-11',
      citations: expect.arrayContaining([expect.stringContaining('176/2025/NĐ-CP')]),
    },
  ])
  const silent = { ...refusal, decision: { ...decided(tamSon), reason: ' ' } }
  await expect(refuseBenefit(ctx, silent)).rejects.toThrow('entitlement.refusal_without_reason')
  const granted = grantAwards(ctx, [{ ...grantTo(personId), decision: refusal.decision }])
  await expect(granted).rejects.toThrow('entitlement.request_reused')
})

async function givenAwarded(ctx: Ctx) {
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(ctx, [grantTo(personId)])
  return personId
}

function grantTo(personId: string) {
  return {
    personId,
    benefit,
    decision: decided(tamSon),
    from: month('2022-03'),
    recordedAt: instant('2022-03-10T02:00:00Z'),
  } as const
}

function suspension(personId: string) {
  return {
    personId,
    benefit,
    from: month('2026-04'),
    ground: 'not_collected',
    decision: decided(tamSon, { number: 'TD/QĐ', signedOn: civilDate('2026-04-03') }),
    recordedAt: instant('2026-04-05T02:00:00Z'),
  } as const
}

function resumption(personId: string) {
  return {
    personId,
    benefit,
    decision: decided(tamSon, { number: 'TT/QĐ', signedOn: civilDate('2026-06-10') }),
    recordedAt: instant('2026-06-10T02:00:00Z'),
  } as const
}

const window = monthsThrough(month('2025-12'), month('2026-06'))

async function amounts(ctx: Ctx, personId: string, from = '2026-04'): Promise<[string, number][]> {
  const rows = await replayPersonMonths(ctx, [personId], window, ctx.now)
  return rows
    .filter((row) => row.month >= from)
    .map((row) => [row.month, dueIn(row).reduce((sum, { amount }) => sum + amount, 0)])
}

/** The months that pay the person something, as known at a moment. */
async function paid(ctx: Ctx, personId: string, knownAt: Instant = ctx.now): Promise<string[]> {
  const rows = await replayPersonMonths(ctx, [personId], window, knownAt)
  return rows.filter((row) => dueIn(row).length > 0).map((row) => row.month)
}
