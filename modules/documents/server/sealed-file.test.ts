import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenExchange } from '../testing.ts'
import { SealError, type ExchangeKeys } from './seal-error.ts'
import { openSealed, sealFile, signFile } from './sealed-file.ts'

const on = '2026-11-23'
const content = Buffer.from('<Document>Trợ cấp xã hội</Document>'.repeat(200))
let ours: ExchangeKeys
let theirs: ExchangeKeys
let strangers: ExchangeKeys

beforeAll(() => {
  ;({ ours, theirs } = givenExchange())
  strangers = givenExchange().theirs
})

describe('a file between two houses', () => {
  test('arrives as it was, signed or sealed', async () => {
    for (const isEncrypted of [false, true]) {
      const file = await (isEncrypted ? sealFile : signFile)(content, ours)
      expect(Buffer.from(file).includes('Trợ cấp')).toBe(!isEncrypted)
      expect(Buffer.from(await openSealed(file, theirs, { isEncrypted, on })).equals(content)).toBe(true)
    }
  })

  test.for([
    ['plain', async () => content, 'not_encrypted'],
    ['signed and in no envelope', () => signFile(content, ours), 'not_encrypted'],
    [
      'for somebody else',
      () => sealFile(content, { ...ours, otherCertificate: strangers.ownCertificate }),
      'not_encrypted',
    ],
    [
      'by somebody else',
      () => sealFile(content, { ...strangers, otherCertificate: theirs.ownCertificate }),
      'signer_unknown',
    ],
    [
      'by somebody else in our name',
      () => sealFile(content, { ...ours, ownKey: strangers.ownKey, otherCertificate: theirs.ownCertificate }),
      'signature_wrong',
    ],
  ] as const)('that is %s is not taken: %s', async ([, make, fault]) => {
    await expect(openSealed(await make(), theirs, { isEncrypted: true, on })).rejects.toThrow(fault)
  })

  test('of which a byte was changed is not taken', async () => {
    const file = await signFile(content, ours)
    const at = Buffer.from(file).indexOf('xã')
    file[at] = 0x58
    await expect(openSealed(file, theirs, { isEncrypted: false, on })).rejects.toThrow('signature_wrong')
    await expect(openSealed(content, theirs, { isEncrypted: false, on })).rejects.toThrow('not_signed')
  })

  test('damaged anywhere is not taken, and never as something else', async () => {
    const file = await sealFile(content, ours)
    const signed = await signFile(content, ours)
    for (const [whole, isEncrypted] of [
      [file, true],
      [signed, false],
    ] as const)
      for (let wound = 0; wound < 60; wound++) {
        const damaged = Uint8Array.from(whole)
        const at = Math.floor((wound / 60) * damaged.length)
        damaged[at] = damaged[at]! ^ 0x15
        const opened = await openSealed(damaged, theirs, { isEncrypted, on }).catch((error: unknown) => error)
        // A bit nobody signs, such as one of a length written otherwise, changes nothing.
        const isSound =
          opened instanceof SealError || (opened instanceof Uint8Array && Buffer.from(opened).equals(content))
        expect(isSound).toBe(true)
      }
  })

  test('by a certificate that has ended is not taken', async () => {
    const file = await sealFile(content, ours)
    await expect(openSealed(file, theirs, { isEncrypted: true, on: '2037-01-01' })).rejects.toThrow(
      'certificate_ended',
    )
  })
})

describe.skipIf(!haveOpenssl())('OpenSSL, which others use,', () => {
  const home = mkdtempSync(join(tmpdir(), 'ansinh-seal-'))
  const at = (name: string) => join(home, name)
  afterAll(() => rmSync(home, { recursive: true }))
  const cms = (...words: string[]) => execFileSync('openssl', ['cms', '-binary', ...words], { stdio: 'pipe' })

  beforeAll(() => {
    writeFileSync(at('key'), theirs.ownKey)
    writeFileSync(at('own'), theirs.ownCertificate)
    writeFileSync(at('other'), theirs.otherCertificate)
    writeFileSync(at('content'), content)
  })

  test('opens what we seal and finds our signature', async () => {
    writeFileSync(at('in'), await sealFile(content, ours))
    cms(
      '-decrypt',
      '-inform',
      'DER',
      '-in',
      at('in'),
      '-recip',
      at('own'),
      '-inkey',
      at('key'),
      '-out',
      at('signed'),
    )
    cms(
      '-verify',
      '-inform',
      'DER',
      '-in',
      at('signed'),
      '-CAfile',
      at('other'),
      '-certfile',
      at('other'),
      '-purpose',
      'any',
      '-out',
      at('out'),
    )
    expect(readFileSync(at('out')).equals(content)).toBe(true)
  })

  test('seals what we open', async () => {
    cms(
      '-sign',
      '-nodetach',
      '-outform',
      'DER',
      '-in',
      at('content'),
      '-signer',
      at('own'),
      '-inkey',
      at('key'),
      '-md',
      'sha256',
      '-out',
      at('signed'),
    )
    cms(
      '-encrypt',
      '-aes-256-cbc',
      '-outform',
      'DER',
      '-in',
      at('signed'),
      '-recip',
      at('other'),
      '-keyopt',
      'rsa_padding_mode:oaep',
      '-keyopt',
      'rsa_oaep_md:sha256',
      '-out',
      at('sealed'),
    )
    const opened = await openSealed(readFileSync(at('sealed')), ours, { isEncrypted: true, on })
    expect(Buffer.from(opened).equals(content)).toBe(true)
  })
})

function haveOpenssl() {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
