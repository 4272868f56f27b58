import { describe, expect } from 'vitest'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { propose, sign } from '../testing-decisions.ts'
import { givenRecipient } from '../testing-support.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'

describe('what the counter is told before a file is received', () => {
  test('of whom the register knows, nothing it knows is asked, and the result is that of the law', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const preview = await officer.call(api.previewIntake, { procedure: 'monthly_allowance', personId })
    expect(preview.questions.map(({ fact }) => fact)).not.toContain('disability')
    expect(preview).toMatchObject({
      dueOn: '2026-12-03',
      results: [
        { benefit: 'monthly_allowance', isRight: true, isAwarded: false, terms: { monthly: 810_000 } },
      ],
    })
    expect(preview.papers.filter(({ state }) => state === 'missing')).toEqual([])
  })

  test.for([
    ['funeral_support', true],
    ['emergency_death', true],
    ['termination', true],
    ['monthly_allowance', false],
    ['suspension', false],
    ['emergency_relief', false],
  ] as const)('%s may be about somebody who has died: %s', async ([procedure, mayHaveDied], { world }) => {
    const { officer } = await staffOf(world)
    expect(await officer.call(api.previewIntake, { procedure })).toMatchObject({ mayHaveDied })
  })

  test('of somebody new the law goes by what is said, and asks for the paper of it', async ({ world }) => {
    const { officer } = await staffOf(world)
    const ask = (standing: Record<string, unknown>) =>
      officer.call(api.previewIntake, {
        procedure: 'monthly_allowance',
        subject: { fullName: 'Khổng Thị Hợi', born: '1984-05-10' as never }, // A day as it is sent.
        asked: { standing },
      })
    const before = await ask({})
    expect(before.results).toMatchObject([{ isRight: false }])
    expect(before.questions.map(({ fact }) => fact)).toContain('disability')

    const after = await ask({ disability: 'severe' })
    expect(after.results).toMatchObject([{ isRight: true, terms: { monthly: 810_000 } }])
    // What was answered stays there to be corrected.
    expect(after.questions.map(({ fact }) => fact)).toContain('disability')
    expect(after.papers).toContainEqual(
      expect.objectContaining({ kind: 'disability_certificate', state: 'missing', heldBy: null }),
    )
  })

  test('whoever may not read of it is not asked about HIV', async ({ world }) => {
    const { officer } = await staffOf(world)
    const asked = async (who: World) =>
      (
        await who.call(api.previewIntake, {
          procedure: 'monthly_allowance',
          subject: { fullName: 'Khổng Thị Hợi', born: '1984-05-10' as never }, // A day as it is sent.
        })
      ).questions.map(({ fact }) => fact)
    expect(await asked(officer)).toContain('hiv')
    const other = world.as({
      userId: officer.ctx.actor.userId,
      areaId: tamSon,
      areaIds: [tamSon],
      can: ['applications.handle'],
    })
    expect(await asked(other)).not.toContain('hiv')
  })

  test('where something drawn is to pause, end or move, the law is not asked about, only what is drawn is shown', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const drawing = await givenRecipient(world)
    const drawsNothing = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const asked = (procedure: api.SubmitApplication['procedure'], personId: string) =>
      officer.call(api.previewIntake, { procedure, personId })
    expect(await asked('suspension', drawing)).toMatchObject({
      about: 'award',
      mayPay: false,
      questions: [],
      procedureQuestions: [{ id: 'suspension_ground' }],
      results: [{ benefit: 'monthly_allowance', isAwarded: true, terms: { monthly: 810_000 } }],
    })
    expect(await asked('termination', drawsNothing)).toMatchObject({
      about: 'award',
      questions: [],
      results: [],
    })
    // Whoever moves here is in the register of the commune they left, and is not taken into ours beside it.
    expect(await asked('residence_transfer', drawing)).toMatchObject({
      about: 'award',
      isKnownElsewhere: true,
    })
    expect(await asked('disability_degree', drawing)).toMatchObject({ about: 'neither', mayPay: false })
    expect(await asked('facility_admission', drawing)).toMatchObject({
      about: 'right',
      results: [{ benefit: 'facility_care' }],
    })
  })

  test('of what is suspended it is shown what goes on once it is resumed', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenRecipient(world)
    const { id } = await officer.call(
      api.submitApplication,
      fileOf(personId, {
        procedure: 'suspension',
        asked: { answers: { suspension_ground: 'refuses' } },
        papers: [],
        isComplete: true,
      }),
    )
    const { proposalId } = await propose(officer, id, {
      action: 'propose',
      kind: 'suspend',
      benefit: 'monthly_allowance',
      reasons: ['Không đến xác định lại.'],
    })
    await sign(chair, proposalId)
    expect(await officer.call(api.previewIntake, { procedure: 'resumption', personId })).toMatchObject({
      about: 'award',
      mayPay: true,
      questions: [],
      results: [{ benefit: 'monthly_allowance', terms: { monthly: 810_000 } }],
    })
  })

  test('another open file of the same person is told', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { code } = await officer.call(api.submitApplication, fileOf(personId))
    const { alike } = await officer.call(api.previewIntake, { procedure: 'monthly_allowance', personId })
    expect(alike).toMatchObject([{ code }])
  })
})

describe('what was signed', () => {
  test('is found by its number, the code in its corner and the name it is about', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id, version } = await officer.call(api.submitApplication, {
      ...fileOf(personId),
      isComplete: true,
    })
    const { proposalId } = await officer.call(api.proposeDecision, {
      id,
      version,
      action: 'propose',
      kind: 'grant',
      requestId: crypto.randomUUID(),
    })
    const { signed } = await chair.call(api.signDecisions, {
      ids: [proposalId],
      requestId: crypto.randomUUID(),
    })
    const { number } = signed[0]!
    const find = async (q: string) =>
      (await officer.call(api.listIssued, { q })).rows.map((row) => row.number)
    const [row] = (await officer.call(api.listIssued, {})).rows
    expect(row).toMatchObject({ number, kind: 'decision', fullName: 'Phùng Thị Mận', application: { id } })
    expect(await find(number)).toEqual([number])
    expect(await find(row!.verification)).toEqual([number])
    expect(await find('phung man')).toEqual([number])
    expect(await find('nobody')).toEqual([])
  })
})
