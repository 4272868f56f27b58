import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest'
import { checkSignatures, forgetKey } from '#modules/documents'
import { test, type World } from '#testing/world'
import { startSigningService, type SigningService } from '../../documents/testing.ts'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { propose, sign } from '../testing-decisions.ts'
import { makeDocuments } from './make-documents.ts'

let service: SigningService
beforeAll(async () => {
  service = await startSigningService({ [tamSon]: 'UBND xã Tam Sơn', other: 'UBND xã Thổ Tang' })
  process.env['ANSINH_SIGNING_KEYS'] = service.keys
  process.env['ANSINH_SIGNING_URL'] = service.url('v1')
  process.env['ANSINH_SIGNING_CLIENT'] = service.client
  process.env['ANSINH_SIGNING_SECRET'] = service.secret
})
afterAll(async () => {
  for (const name of ['KEYS', 'URL', 'CLIENT', 'SECRET']) delete process.env[`ANSINH_SIGNING_${name}`]
  await service.stop()
})
beforeEach(async () => {
  await service.behave({})
  forgetKey(String(tamSon))
})

test('a decision is signed by the key of its unit at the service', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  const { documentId } = await sign(chair, await givenProposal(world))
  await make(world)
  expect(await shown(officer, documentId)).toMatchObject({
    state: 'made',
    certificate: expect.stringContaining('UBND xã Tam Sơn'),
    unsigned: null,
  })
  expect(await checkSignatures(await pdfOf(officer, documentId))).toMatchObject([
    { isIntact: true, coversWholeFile: true, claimedAt: "D:20261123090000+07'00'" },
  ])
})

describe('what has its number loses nothing', () => {
  test('while the service is silent: it waits unsigned, is tried again by itself or at once, and is the same paper then', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    await service.behave({ isDown: true })
    const [one, two] = [
      await sign(chair, await givenProposal(world)),
      await sign(chair, await givenProposal(world)),
    ]
    await make(world)
    const { rows, unsigned } = await officer.call(api.listIssued, { isUnsigned: 'true' })
    expect(unsigned).toBe(2)
    expect(rows).toMatchObject([
      { number: two.number, state: 'pending', unsigned: { why: 'no_answer' } },
      {
        number: one.number,
        state: 'pending',
        unsigned: { why: 'no_answer', triesAgainAt: '2026-11-23T02:01:00.000000Z' },
      },
    ])
    await expect(pdfOf(officer, one.documentId)).rejects.toThrow('document_not_made')

    await service.behave({})
    const before = (await service.signatures()).length
    await make(world) // Its time has not come.
    expect(await shown(officer, one.documentId)).toMatchObject({ state: 'pending' })
    await sql`update applications.document set try_again_at = ${world.ctx.now} where id = ${two.documentId}`.execute(
      world.ctx.db(),
    )
    await officer.call(api.signAgain, { id: one.documentId as api.DocumentId })
    await make(world)
    for (const { documentId } of [one, two])
      expect(await shown(officer, documentId)).toMatchObject({ state: 'made', unsigned: null })
    expect((await service.signatures()).length - before).toBe(2)
    await officer.call(api.signAgain, { id: one.documentId as api.DocumentId }) // Signed already: nothing happens.
    await make(world)
    expect((await service.signatures()).length - before).toBe(2)
  })

  test.for([
    ['refuses', { refuses: 'invalid_pin' }, 'refused'],
    ['shows another certificate', { showsInstead: 'other' }, 'certificate_differs'],
    ['signs with another key', { signsInstead: 'other' }, 'signature_wrong'],
  ] as const)(
    'when the service %s: it waits for somebody, and the key is asked once for them all',
    async ([, behaviour, why], { world }) => {
      const { officer, chair } = await staffOf(world)
      await service.behave(behaviour)
      const signed = [
        await sign(chair, await givenProposal(world)),
        await sign(chair, await givenProposal(world)),
      ]
      const before = (await service.signatures()).length
      await make(world)
      for (const { documentId } of signed)
        expect(await shown(officer, documentId)).toMatchObject({
          state: 'pending',
          certificate: null,
          unsigned: { why, triesAgainAt: null },
        })
      expect((await service.signatures()).length - before).toBe(why === 'signature_wrong' ? 1 : 0)
      await service.behave({})
      // One is asked for, and whatever the same key did not sign comes along.
      await officer.call(api.signAgain, { id: signed[0]!.documentId as api.DocumentId })
      await make(world)
      for (const { documentId } of signed)
        expect(await shown(officer, documentId)).toMatchObject({ state: 'made' })
    },
  )
})

async function givenProposal(world: World) {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
  return (await propose(officer, id, { action: 'propose', kind: 'grant' })).proposalId
}

/** Makes the papers within the transaction of the test. */
async function make({ ctx }: World) {
  await makeDocuments({ request: (work) => work(ctx), progress: async () => {} } as Parameters<
    typeof makeDocuments
  >[0])
}

async function shown(officer: World, id: string) {
  const { rows } = await officer.call(api.listIssued, {})
  return rows.find((row) => row.id === id)
}

async function pdfOf(officer: World, id: string): Promise<Uint8Array> {
  const file = await officer.call(api.downloadDocument, { id: id as api.DocumentId })
  return new Uint8Array(await (file as Blob).arrayBuffer())
}
