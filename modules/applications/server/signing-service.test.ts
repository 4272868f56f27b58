import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished } from 'vitest'
import { checkSignatures, forgetKey } from '#modules/documents'
import { test } from '#testing/world'
import { startSigningService, type SigningService } from '../../documents/testing.ts'
import * as api from '../contract.ts'
import { staffOf, tamSon } from '../testing.ts'
import { sign } from '../testing-decisions.ts'
import { givenDraftedGrant, makePapers, pdfOf, shownPaper } from '../testing-papers.ts'

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
  const { documentId } = await sign(chair, await givenDraftedGrant(world))
  await makePapers(world)
  expect(await shownPaper(officer, documentId)).toMatchObject({
    state: 'made',
    certificate: expect.stringContaining('UBND xã Tam Sơn'),
    unsigned: null,
  })
  expect(await checkSignatures(await pdfOf(officer, documentId))).toMatchObject([
    { isIntact: true, coversWholeFile: true, claimedAt: "D:20261123090000+07'00'" },
  ])
})

test('a decision waits for whoever vouches for the moment, where somebody was named', async ({ world }) => {
  const { officer, chair } = await staffOf(world)
  process.env['ANSINH_TIMESTAMP_URL'] = 'http://127.0.0.1:1'
  process.env['ANSINH_TIMESTAMP_CERTIFICATE'] = 'none.pem'
  onTestFinished(() => {
    delete process.env['ANSINH_TIMESTAMP_URL']
    delete process.env['ANSINH_TIMESTAMP_CERTIFICATE']
  })
  const { documentId } = await sign(chair, await givenDraftedGrant(world))
  await makePapers(world)
  expect(await shownPaper(officer, documentId)).toMatchObject({
    state: 'pending',
    unsigned: { why: 'timestamp_missing', triesAgainAt: expect.any(String) },
  })
})

describe('what has its number loses nothing', () => {
  test('while the service is silent: it waits unsigned, is tried again by itself or at once, and is the same paper then', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    await service.behave({ isDown: true })
    const [one, two] = [
      await sign(chair, await givenDraftedGrant(world)),
      await sign(chair, await givenDraftedGrant(world)),
    ]
    await makePapers(world)
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
    await makePapers(world) // Its time has not come.
    expect(await shownPaper(officer, one.documentId)).toMatchObject({ state: 'pending' })
    await sql`update applications.document set try_again_at = ${world.ctx.now} where id = ${two.documentId}`.execute(
      world.ctx.db(),
    )
    await officer.call(api.signAgain, { id: one.documentId as api.DocumentId })
    await makePapers(world)
    for (const { documentId } of [one, two])
      expect(await shownPaper(officer, documentId)).toMatchObject({ state: 'made', unsigned: null })
    expect((await service.signatures()).length - before).toBe(2)
    await officer.call(api.signAgain, { id: one.documentId as api.DocumentId }) // Signed already: nothing happens.
    await makePapers(world)
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
        await sign(chair, await givenDraftedGrant(world)),
        await sign(chair, await givenDraftedGrant(world)),
      ]
      const before = (await service.signatures()).length
      await makePapers(world)
      for (const { documentId } of signed)
        expect(await shownPaper(officer, documentId)).toMatchObject({
          state: 'pending',
          certificate: null,
          unsigned: { why, triesAgainAt: null },
        })
      expect((await service.signatures()).length - before).toBe(why === 'signature_wrong' ? 1 : 0)
      await service.behave({})
      // One is asked for, and whatever the same key did not sign comes along.
      await officer.call(api.signAgain, { id: signed[0]!.documentId as api.DocumentId })
      await makePapers(world)
      for (const { documentId } of signed)
        expect(await shownPaper(officer, documentId)).toMatchObject({ state: 'made' })
    },
  )
})
