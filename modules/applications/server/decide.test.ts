import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'

describe('a file from the counter to the decision', () => {
  test('is received, complete, proposed and signed, and opens an award', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id, code } = await officer.call(api.submitApplication, fileOf(personId))
    expect(code).toMatch(/^HS-26-/)
    const received = await officer.call(api.getApplication, { id })
    expect(received).toMatchObject({ step: { id: 'intake' }, clock: null, completeOn: null })

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
      { benefit: 'monthly_allowance', during: '[2026-11-01,)', number: '01/QĐ-UBND' },
    ])
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'hand_over' },
      outcome: 'grant',
      clock: null,
      documents: [{ kind: 'receipt' }, { kind: 'decision', number: '01/QĐ-UBND', state: 'pending' }],
    })
  })
})

function act(id: string, version: number, action: string) {
  return { id: id as api.ApplicationId, version, action, requestId: crypto.randomUUID() }
}

async function awardsOf(world: World, personId: string) {
  const { rows } = await sql`
    select award.benefit, during::text, number from entitlement.award join entitlement.decision on decision.id = opened_by
    where award.person_id = ${personId} and retracted_at is null`.execute(world.ctx.db())
  return rows
}
