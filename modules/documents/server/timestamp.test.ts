import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { instant, now } from '#kernel/civil-date'
import { decisionPaper } from '../domain/decision-paper.ts'
import {
  decisions,
  givenCertificateFile,
  startTimestampAuthority,
  type TimestampAuthority,
} from '../testing.ts'
import { certificateFile } from './certificate-file.ts'
import type { SigningKey } from './cms.ts'
import { makePaperPdf } from './make-pdf.ts'
import { checkSignatures, signPdf } from './sign-pdf.ts'
import { askForTimestamp, readToken } from './timestamp.ts'

let authority: TimestampAuthority
let key: SigningKey
const signature = Buffer.from('what a key has signed')

beforeAll(async () => {
  authority = await startTimestampAuthority()
  key = await certificateFile(givenCertificateFile('UBND xã Tam Sơn', 'mat-khau'), 'mat-khau')
})
afterAll(() => authority.stop())
beforeEach(() => authority.behave({}))

test('a signed paper says when somebody else saw its signature, and stays valid under a second one', async () => {
  const { pdf } = await makePaperPdf(decisionPaper(decisions.grant))
  const claimed = { key, name: 'UBND xã Tam Sơn', at: instant('2026-11-23T02:00:05Z'), place: null }
  const before = now()
  const once = await signPdf(pdf, { ...claimed, timestamps: authority.wire })
  const [first, second] = await checkSignatures(await signPdf(once, claimed))
  expect(first).toMatchObject({ isIntact: true, claimedAt: "D:20261123090005+07'00'" })
  expect(first!.timestamp!.certificate.subject).toContain('Dấu thời gian: authority')
  expect(secondsFrom(before, first!.timestamp!.at)).toBeLessThan(60)
  expect(second).toMatchObject({ isIntact: true, timestamp: null })
})

test('a timestamp says nothing of a signature it was not given for', async () => {
  const token = await askForTimestamp(authority.wire, signature)
  expect(await readToken(token, signature)).toMatchObject({ at: expect.any(String) })
  expect(await readToken(token, Buffer.from('another'))).toBeUndefined()
})

test('an answer that was changed on its way is none', async () => {
  const token = await askForTimestamp(authority.wire, signature)
  const changed = Buffer.from(token)
  // The last digit of the moment, which stands before the certificates and their days.
  changed[/\d{14}(?=Z)/.exec(changed.toString('latin1'))!.index + 13]! ^= 1
  expect(await readToken(changed, signature)).toBeUndefined()
})

test.for([
  ['is not there', { isDown: true }, 'timestamp_missing'],
  ['breaks', { isFailing: true }, 'timestamp_missing'],
  ['answers with a page', { garbles: true }, 'timestamp_missing'],
  ['gives none', { refuses: true }, 'timestamp_missing'],
  ['vouches for something else', { stampsTheLast: true }, 'timestamp_wrong'],
  ['is somebody else', { isSomebodyElse: true }, 'timestamp_wrong'],
] as const)('nothing is signed where the authority %s', async ([, behaviour, kind]) => {
  await askForTimestamp(authority.wire, Buffer.from('what was asked before'))
  await authority.behave(behaviour)
  await expect(askForTimestamp(authority.wire, signature)).rejects.toMatchObject({ kind })
})

test('the certificate that was put here is one for timestamps', () => {
  const { keyUsage } = new X509Certificate(readFileSync(authority.wire.certificate))
  expect(keyUsage).toEqual(['1.3.6.1.5.5.7.3.8'])
})

function secondsFrom(one: string, other: string) {
  return Math.abs(Temporal.Instant.from(one).until(Temporal.Instant.from(other)).total('seconds'))
}
