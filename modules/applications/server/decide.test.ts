import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { fileOf, propose, staffOf, take, tamSon } from '../testing.ts'
import { dueOf, sign as signRead, upheld, versionOf } from '../testing-decisions.ts'

describe('a file from the counter to the decision', () => {
  test('is received, complete, proposed and signed, and opens an award', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id, code } = await officer.call(api.submitApplication, fileOf(personId))
    expect(code).toMatch(/^HS-26-/)
    const received = await officer.call(api.getApplication, { id })
    // Nothing is promised yet, and whoever has it sees since when it lies.
    const lying = { state: 'ok', left: 7, dueOn: '2026-12-03' }
    expect(received).toMatchObject({ step: { id: 'intake' }, clock: lying, completeOn: null })

    const accepted = await officer.call(api.takeAction, act(id, received.version, 'accept'))
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'verify' },
      clock: { state: 'ok', left: 7, dueOn: '2026-12-03' },
    })

    const preview = await officer.call(api.previewDecision, { id, kind: 'grant' })
    expect(preview).toMatchObject({
      isRight: true,
      delayCost: 810_000,
      terms: { effective: '2026-11', monthly: 810_000 },
    })

    const { proposalId } = await officer.call(api.proposeDecision, {
      ...act(id, accepted.version, 'propose'),
      kind: 'grant',
    })
    const { rows } = await chair.call(api.listProposals, {})
    expect(rows).toMatchObject([{ id: proposalId, isSafe: true, terms: { monthly: 810_000 } }])

    const signed = await chair.call(api.signDecisions, { ids: [proposalId], requestId: crypto.randomUUID() })
    expect(signed).toMatchObject({ left: [], signed: [{ number: '01/QĐ-UBND' }] })
    expect(await awardsOf(world, personId)).toEqual([
      {
        benefit: 'monthly_allowance',
        during: '[2026-11-01,)',
        number: '01/QĐ-UBND',
        signerTitle: 'Chủ tịch Ủy ban nhân dân xã Tam Sơn',
      },
    ])
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'hand_over' },
      outcome: 'grant',
      clock: null,
      documents: [{ kind: 'receipt' }, { kind: 'decision', number: '01/QĐ-UBND', state: 'pending' }],
    })
  })
})

describe('whom a file is about', () => {
  test('is put right until a decision is drafted, and the paper is about the same person', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const [first, second] = [await givenEntitled(world), await givenEntitled(world)]
    const { id } = await officer.call(api.submitApplication, fileOf(first))
    const match = async (personId: string) =>
      officer.call(api.matchPerson, {
        id,
        version: await versionOf(officer, id),
        personId,
        isSameAllTheSame: true,
        requestId: crypto.randomUUID(),
      })
    await match(second)
    await take(officer, id, 'accept')
    const { proposalId } = await propose(officer, id, { action: 'propose', kind: 'grant' })
    await expect(match(first)).rejects.toThrow('applications.already_matched')

    // Whatever else exchanged them: nothing is signed about the one in the name of the other.
    const exchange = (personId: string) =>
      sql`update applications.application set person_id = ${personId} where id = ${id}`.execute(
        world.ctx.db(),
      )
    await exchange(first)
    const ids = [proposalId]
    const { left } = await chair.call(api.signDecisions, { ids, requestId: crypto.randomUUID() })
    expect(left).toMatchObject([{ code: 'applications.person_exchanged' }])
    await exchange(second)

    await sign(chair, proposalId)
    await expect(match(first)).rejects.toThrow('applications.already_matched')
  })
})

const givenEntitled = (world: World) => givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })

describe('a grant an appeal was upheld against', () => {
  test('is replaced by another, or by a refusal that ends what was granted', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, born: '1940-05-10' })
    const { id } = await officer.call(
      api.submitApplication,
      fileOf(personId, {
        procedure: 'social_pension',
        subject: { fullName: 'Phùng Thị Mận', sex: 'female', born: '1940-05-10' },
        asked: {},
        papers: [
          { kind: 'identity', state: 'provided' },
          { kind: 'residence', state: 'provided' },
        ],
        isComplete: true,
      }),
    )
    const grant = { action: 'propose', kind: 'grant' } as const
    const refusal = { action: 'propose_refusal', kind: 'refuse', reasons: ['Có lương hưu.'] } as const
    await signRead(chair, (await propose(officer, id, grant)).proposalId)
    const paid = await dueOf(world, personId, '2026-12')
    expect(Object.values(paid)).toEqual([540_000])

    await upheld(world, id)
    await signRead(chair, (await propose(officer, id, grant)).proposalId)
    expect(await dueOf(world, personId, '2026-12')).toEqual(paid)
    expect(await awardsOf(world, personId)).toMatchObject([
      { during: 'empty', number: '01/QĐ-UBND' },
      { during: '[2026-11-01,)', number: '02/QĐ-UBND' },
    ])

    await upheld(world, id)
    await expect(propose(officer, id, refusal)).rejects.toThrow('applications.deviation_needs_reason')
    const preview = await officer.call(api.previewDecision, { id, kind: 'refuse' })
    expect(preview).toMatchObject({ difference: 'has_right' })
    const deviation = 'Có lương hưu, sổ chưa ghi.'
    await signRead(chair, (await propose(officer, id, { ...refusal, deviation })).proposalId)
    expect(await dueOf(world, personId, '2026-11')).toEqual(paid)
    expect(await dueOf(world, personId, '2026-12')).toEqual({})
  })
})

describe('two people at one file', () => {
  test('lose nothing: the second hears who changed what', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id } = await officer.call(api.submitApplication, fileOf(personId))
    await officer.call(api.takeAction, act(id, 1, 'accept'))
    const late = officer.call(api.recordPapers, {
      id,
      version: 1,
      papers: [{ kind: 'identity', state: 'accepted' }],
      requestId: crypto.randomUUID(),
    })
    await expect(late).rejects.toMatchObject({
      code: 'applications.changed_meanwhile',
      data: {
        version: 2,
        changedBy: 'Nguyễn Thị Lan',
        events: [{ kind: 'accept', byName: 'Nguyễn Thị Lan' }],
      },
    })
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ version: 2 })
  })
})

describe('a signature', () => {
  test('is refused once the facts are others than when it was drafted', async ({ world }) => {
    const { chair, personId, proposalId } = await givenProposal(world)
    await sql`update people.circumstance set detail = detail || '{"level":"exceptionally_severe"}'
      where person_id = ${personId}`.execute(world.ctx.db())
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([
      { isSafe: false, changes: ['disability', 'due'] },
    ])
    const { signed, left } = await sign(chair, proposalId)
    expect(signed).toEqual([])
    expect(left).toMatchObject([
      {
        code: 'applications.facts_changed',
        details: {
          changes: [{ what: 'disability', before: 'severe', after: 'exceptionally_severe' }, { what: 'due' }],
        },
      },
    ])
    expect(await awardsOf(world, personId)).toEqual([])
  })

  test('is not that of who drafted it, nor of another unit', async ({ world }) => {
    const { officer, chair, proposalId } = await givenProposal(world)
    const both = world.as({ ...officer.ctx.actor, can: ['applications.sign', 'people.read_confidential'] })
    expect((await sign(both, proposalId)).left).toMatchObject([{ code: 'applications.signer_drafted' }])
    const country = world.as({
      ...chair.ctx.actor,
      areaId: 0,
      areaIds: [],
      can: [...chair.ctx.actor.permissions],
    })
    expect((await sign(country, proposalId)).left).toMatchObject([{ code: 'applications.not_competent' }])
    const next = (await staffOf(world, 250708848)).chair
    expect((await sign(next, proposalId)).left).toMatchObject([{ code: 'applications.proposal_not_found' }])
  })

  test('under what is not the law’s result is given to each by itself', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const { id, version } = await givenFile(world)
    const refusal = {
      ...act(id, version, 'propose_refusal'),
      kind: 'refuse' as const,
      reasons: ['Không cư trú tại xã.'],
    }
    await expect(officer.call(api.proposeDecision, refusal)).rejects.toThrow('deviation_needs_reason')
    const { proposalId } = await officer.call(api.proposeDecision, {
      ...refusal,
      requestId: crypto.randomUUID(),
      deviation: 'Công an xã xác nhận đã chuyển đi.',
    })
    expect((await sign(chair, proposalId)).left).toMatchObject([{ code: 'applications.deviates' }])
    const { signed } = await chair.call(api.signDecisions, {
      ids: [proposalId],
      isRead: true,
      requestId: crypto.randomUUID(),
    })
    expect(signed).toMatchObject([{ number: '01/TB-UBND' }])
  })

  test('sent twice is one', async ({ world }) => {
    const { chair, proposalId } = await givenProposal(world)
    const input = { ids: [proposalId], requestId: crypto.randomUUID() }
    expect(await chair.call(api.signDecisions, input)).toEqual(await chair.call(api.signDecisions, input))
  })

  test('can be put off: the draft goes back with the reason', async ({ world }) => {
    const { officer, chair, proposalId, id } = await givenProposal(world)
    const back = { id: proposalId, reason: 'Kiểm tra lại nơi cư trú.', requestId: crypto.randomUUID() }
    expect(await chair.call(api.returnProposal, back)).toEqual({ step: 'verify' })
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'verify' },
      proposal: { state: 'returned', returnReason: 'Kiểm tra lại nơi cư trú.' },
    })
    expect((await sign(chair, proposalId)).left).toMatchObject([{ code: 'applications.proposal_settled' }])
  })

  test('raises what somebody has, when they have come to be more disabled', async ({ world }) => {
    const { officer, chair, personId, proposalId } = await givenProposal(world)
    await sign(chair, proposalId)
    const { id, version } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
    const same = { ...act(id, version, 'propose'), kind: 'adjust' as const, reasons: ['Rà soát.'] }
    await expect(officer.call(api.proposeDecision, same)).rejects.toThrow('applications.nothing_changes')
    await sql`update people.circumstance set detail = detail || '{"level":"exceptionally_severe"}'
      where person_id = ${personId}`.execute(world.ctx.db())
    const again = await officer.call(api.proposeDecision, {
      ...act(id, version, 'propose'),
      kind: 'adjust',
      reasons: ['Mức độ khuyết tật thay đổi.'],
    })
    expect((await chair.call(api.listProposals, {})).rows).toMatchObject([
      { terms: { before: 810_000, monthly: 1_080_000 } },
    ])
    expect((await sign(chair, again.proposalId)).signed).toMatchObject([{ number: '02/QĐ-UBND' }])
  })
})

describe('a file that tells of HIV', () => {
  test('is not there for who may not read of it', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id } = await officer.call(
      api.submitApplication,
      fileOf(personId, { papers: [{ kind: 'hiv_proof', state: 'provided' }] }),
    )
    expect(await officer.call(api.getApplication, { id })).toMatchObject({ flags: ['confidential'] })
    const other = world.as({ ...officer.ctx.actor, can: ['applications.read'] })
    await expect(other.call(api.getApplication, { id })).rejects.toThrow('applications.application_not_found')
    expect((await other.call(api.listApplications, {})).rows).toEqual([])
  })
})

async function givenFile(world: World) {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id, version } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
  return { id, version, personId }
}

async function givenProposal(world: World) {
  const { officer, chair } = await staffOf(world)
  const { id, version, personId } = await givenFile(world)
  const { proposalId } = await officer.call(api.proposeDecision, {
    ...act(id, version, 'propose'),
    kind: 'grant',
  })
  return { officer, chair, id, personId, proposalId }
}

function sign(world: World, proposalId: api.ProposalId) {
  return world.call(api.signDecisions, { ids: [proposalId], requestId: crypto.randomUUID() })
}

function act(id: string, version: number, action: string) {
  return { id: id as api.ApplicationId, version, action, requestId: crypto.randomUUID() }
}

async function awardsOf(world: World, personId: string) {
  const { rows } = await sql`
    select award.benefit, during::text, number, signer_title from entitlement.award join entitlement.decision on decision.id = opened_by
    where award.person_id = ${personId} and retracted_at is null`.execute(world.ctx.db())
  return rows
}
