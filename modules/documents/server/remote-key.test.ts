import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '#kernel/civil-date'
import { decisionPaper } from '../domain/decision-paper.ts'
import { decisions, startSigningService, type SigningService } from '../testing.ts'
import { makePaperPdf } from './make-pdf.ts'
import { remoteKey } from './remote-key.ts'
import { checkSignatures, signPdf } from './sign-pdf.ts'

let service: SigningService
beforeAll(async () => {
  service = await startSigningService(
    {
      'tam-son': 'UBND xã Tam Sơn',
      'tho-tang': 'UBND xã Thổ Tang',
      'tien-lu': 'UBND xã Tiên Lữ',
      'lien-hoa': 'UBND xã Liên Hòa',
    },
    { onP256: ['tien-lu', 'lien-hoa'] },
  )
})
afterAll(() => service.stop())
beforeEach(() => service.behave({}))

test.for([
  ['RSA', 'v1', 'tam-son', 'UBND xã Tam Sơn'],
  ['RSA', 'v2', 'tam-son', 'UBND xã Tam Sơn'],
  ['ECDSA', 'v1', 'tien-lu', 'UBND xã Tiên Lữ'],
  ['ECDSA', 'v2', 'tien-lu', 'UBND xã Tiên Lữ'],
] as const)(
  'a decision is signed by a key that stays with the service, which sees a hash and no paper (%s, %s)',
  async ([, version, id, name]) => {
    const before = (await service.signatures()).length
    const { pdf, places } = await makePaperPdf(decisionPaper(decisions.grant))
    const signed = await signPdf(pdf, {
      key: await openKey({ version, id, holder: id }),
      name,
      at: instant('2026-11-23T02:00:05Z'),
      place: places[0]!,
    })
    const [signature, ...more] = await checkSignatures(signed)
    expect(more).toEqual([])
    expect(signature).toMatchObject({ isIntact: true, coversWholeFile: true })
    expect(signature!.certificate.subject).toContain(name)
    const asked = (await service.signatures()).slice(before)
    expect(asked.map(({ credentialID, hash }) => [credentialID, Buffer.from(hash, 'base64').length])).toEqual(
      [[id, 32]],
    )
  },
)

describe('nothing is signed, and it is said why, when the service', () => {
  test.for([
    ['is not there', { isDown: true }, 'no_answer'],
    ['is busy', { isBusy: true }, 'busy'],
    ['breaks', { isFailing: true }, 'failing'],
    ['answers with a page', { garbles: true }, 'not_understood'],
    ['shows the certificate of another', { showsInstead: 'tho-tang' }, 'certificate_differs'],
    ['says that the certificate was revoked', { certStatus: 'revoked' }, 'certificate_unusable'],
  ] as const)('%s', async ([, behaviour, kind]) => {
    await service.behave(behaviour)
    await expect(openKey()).rejects.toMatchObject({ name: 'SigningTrouble', kind })
  })

  test.for([
    ['says no', { refuses: 'access_denied' }, 'refused'],
    ['loses the connection after it has signed', { losesAnswers: true }, 'no_answer'],
    ['signs with the key of another', { signsInstead: 'tho-tang' }, 'signature_wrong'],
  ] as const)('%s', async ([, behaviour, kind]) => {
    const key = await openKey()
    await service.behave(behaviour)
    await expect(key.sign(Buffer.from('a paper'))).rejects.toMatchObject({ kind })
    await service.behave({})
    expect((await key.sign(Buffer.from('a paper'))).length).toBe(256)
  })

  test('signs with the key of another on the same curve', async () => {
    const key = await openKey({ id: 'tien-lu', holder: 'tien-lu' })
    await service.behave({ signsInstead: 'lien-hoa' })
    await expect(key.sign(Buffer.from('a paper'))).rejects.toMatchObject({ kind: 'signature_wrong' })
  })

  test('does not know the PIN, this installation, or the key', async () => {
    const key = await openKey({ pin: '000000' })
    await expect(key.sign(Buffer.from('a paper'))).rejects.toMatchObject({ kind: 'refused' })
    await expect(openKey({ pin: undefined })).rejects.toMatchObject({ kind: 'refused' })
    await expect(openKey({ secret: 'another secret' })).rejects.toMatchObject({ kind: 'not_trusted' })
    await expect(openKey({ id: 'nobody' })).rejects.toMatchObject({ kind: 'refused' })
  })
})

test('a token that ran out is asked for anew, and nobody notices', async () => {
  const key = await openKey()
  await service.behave({ forgetsTokens: true })
  expect((await key.sign(Buffer.from('a paper'))).length).toBe(256)
})

type Differing = {
  readonly version?: 'v1' | 'v2'
  readonly secret?: string
  readonly id?: string
  readonly holder?: string
  readonly pin?: string | undefined
}

function openKey(differing: Differing = {}) {
  const { version = 'v1', secret = service.secret, id = 'tam-son', holder = 'tam-son' } = differing
  // Another client for another secret: a token is that of a client.
  const client = secret === service.secret ? service.client : 'somebody'
  return remoteKey(
    { url: service.url(version), client, secret, tokenUrl: undefined },
    {
      id,
      pin: 'pin' in differing ? differing.pin : service.pin,
      certificate: new X509Certificate(readFileSync(join(service.keys, `${holder}.certificate.pem`))),
    },
  )
}
