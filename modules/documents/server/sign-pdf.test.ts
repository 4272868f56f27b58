import { beforeAll, describe, expect, test } from 'vitest'
import { instant } from '#kernel/civil-date'
import { decisionPaper } from '../domain/decision-paper.ts'
import { decisions, givenCertificateFile } from '../testing.ts'
import { certificateFile } from './certificate-file.ts'
import type { SigningKey } from './cms.ts'
import { cleanUpload } from './clean-upload.ts'
import { makePaperPdf } from './make-pdf.ts'
import { checkSignatures, signPdf } from './sign-pdf.ts'

const at = instant('2026-11-23T02:00:05Z')
let minh: SigningKey
let office: SigningKey

beforeAll(async () => {
  minh = await certificateFile(givenCertificateFile('Trần Văn Minh', 'an-sinh-2026'), 'an-sinh-2026')
  office = await certificateFile(givenCertificateFile('UBND xã Tam Sơn', 'mat-khau'), 'mat-khau')
})

describe('a signed decision', () => {
  test('is checked by anybody: who signed, that nothing was changed, that nothing was added', async () => {
    const signed = await givenSigned()
    const [signature, ...more] = await checkSignatures(signed)
    expect(more).toEqual([])
    expect(signature).toMatchObject({
      isIntact: true,
      coversWholeFile: true,
      claimedAt: "D:20261123090005+07'00'",
    })
    expect(signature!.certificate.subject).toContain('Trần Văn Minh')
  })

  test('keeps what was there before byte for byte', async () => {
    const { pdf } = await makePaperPdf(decisionPaper(decisions.grant))
    const signed = await givenSigned()
    expect(Buffer.from(signed.subarray(0, pdf.length)).equals(pdf)).toBe(true)
  })

  test('says so for a single byte that was changed, wherever it stands', async () => {
    const signed = await givenSigned()
    for (const share of [0.01, 0.35, 0.99]) {
      const forged = signed.slice()
      const at = Math.floor(forged.length * share)
      forged[at]! ^= 1
      const [signature] = await checkSignatures(forged)
      expect(signature?.isIntact).toBe(false)
    }
  })

  test('shows what was added after it, and stays valid beside a second signature', async () => {
    const once = await givenSigned()
    const twice = await signPdf(once, { key: office, name: 'UBND xã Tam Sơn', at, place: null })
    const [first, second, ...more] = await checkSignatures(twice)
    expect(more).toEqual([])
    expect(first).toMatchObject({ isIntact: true, coversWholeFile: false })
    expect(second).toMatchObject({ isIntact: true, coversWholeFile: true })
    expect(second!.certificate.subject).toContain('UBND xã Tam Sơn')
  })

  test('can be handed in again as a paper of another file', async () => {
    expect((await cleanUpload(await givenSigned())).pages).toBe(1)
  })
})

test('a signature by another key than that of the certificate it names is not valid', async () => {
  const { pdf, places } = await makePaperPdf(decisionPaper(decisions.grant))
  const key = { ...minh, sign: office.sign }
  const signed = await signPdf(pdf, { key, name: 'Trần Văn Minh', at, place: places[0]! })
  expect((await checkSignatures(signed))[0]?.isIntact).toBe(false)
})

test('a certificate file does not open with a wrong password', async () => {
  await expect(certificateFile(givenCertificateFile('Trần Văn Minh', 'dung'), 'sai')).rejects.toThrow(
    /password|PKCS#12/i,
  )
})

async function givenSigned() {
  const { pdf, places } = await makePaperPdf(decisionPaper(decisions.grant))
  return signPdf(pdf, { key: minh, name: 'Trần Văn Minh', at, place: places[0]! })
}
