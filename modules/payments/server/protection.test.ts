import { execFileSync } from 'node:child_process'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSealed, sealFile, type ExchangeKeys } from '#modules/documents'
import { givenExchange } from '../../documents/testing.ts'
import { sealCounter } from '../../../simulators/sealed.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { protectProvider } from './providers.ts'

let town: PayingTown
let theirs: ExchangeKeys
let envelope: EnvelopeId
const before = process.env['ANSINH_PAYMENT_KEYS']
const on = '2026-11-23'

beforeAll(async () => {
  town = await openPayingTown({ people: 6 })
  envelope = await town.envelopeOf('bank')
})
afterAll(async () => {
  if (before === undefined) delete process.env['ANSINH_PAYMENT_KEYS']
  else process.env['ANSINH_PAYMENT_KEYS'] = before
  await town.close()
})

const orders = () => join(town.home, 'orders')
const answers = () => join(town.home, 'answers')
const protect = () =>
  town.own.request((ctx) => protectProvider(ctx, { code: 'ngan-hang', protection: 'sealed' }))
const fetch = async () => {
  await town.staff.clerk(contract.fetchResponses, { id: town.bank as ProviderId })
  await town.own.runJobs()
}
const refused = async () =>
  (await town.staff.clerk(contract.listResponses, {})).flatMap(({ state, because }) =>
    state === 'refused' ? [because] : [],
  )

test('a provider cannot be protected by keys that are not there', async () => {
  delete process.env['ANSINH_PAYMENT_KEYS']
  await expect(protect()).rejects.toThrow('payments.provider_keys_missing')
  const keys = join(town.home, 'keys')
  await mkdir(keys)
  process.env['ANSINH_PAYMENT_KEYS'] = keys
  const exchange = givenExchange()
  ;({ theirs } = exchange)
  await writeFile(join(keys, 'ngan-hang.key.pem'), exchange.ours.ownKey)
  await writeFile(join(keys, 'ngan-hang.own.pem'), exchange.ours.ownCertificate)
  await expect(protect()).rejects.toThrow('payments.provider_keys_missing')
  await writeFile(join(keys, 'ngan-hang.provider.pem'), exchange.ours.otherCertificate)
  await protect()
})

test('its orders leave signed and sealed, and only it can read them', async () => {
  await town.approve(envelope)
  await town.send(envelope)
  expect(await readdir(orders())).toEqual([expect.stringMatching(/^DC-26-\d+\.xml\.p7m$/)])
  const [name] = await readdir(orders())
  const sealed = await readFile(join(orders(), name!))
  expect(sealed.includes('Nguyễn')).toBe(false)
  const opened = await openSealed(sealed, theirs, { isEncrypted: true, on })
  expect(Buffer.from(opened).toString()).toContain('<CstmrCdtTrfInitn>')
  const byHand = await town.staff.clerk(contract.downloadOrderFile, { id: envelope })
  expect(byHand.name).toBe(name)
  expect(Buffer.from(await byHand.arrayBuffer()).includes('Nguyễn')).toBe(false)
  await rm(join(orders(), name!))
  expect(town.bankBooks.receive(name!, Buffer.from(opened))).toMatchObject({ status: 202 })
})

test('asked for by several at once, each gets it whole', async () => {
  const all = await Promise.all(
    Array.from({ length: 12 }, () => town.staff.clerk(contract.downloadOrderFile, { id: envelope })),
  )
  for (const file of all) {
    const opened = await openSealed(new Uint8Array(await file.arrayBuffer()), theirs, {
      isEncrypted: true,
      on,
    })
    expect(Buffer.from(opened).toString()).toContain('<CstmrCdtTrfInitn>')
  }
})

test('an answer that is plain, or sealed by somebody else, is refused and written down with why', async () => {
  await mkdir(answers(), { recursive: true })
  const [report] = town.bankBooks.listAnswers()
  const content = Buffer.from(town.bankBooks.readAnswer(report!)!)
  await writeFile(join(answers(), 'tran.xml'), content)
  const stranger = givenExchange().theirs
  const forged = await sealFile(content, { ...stranger, otherCertificate: theirs.otherCertificate })
  await writeFile(join(answers(), 'gia.xml.p7m'), forged)
  await fetch()
  expect(new Set(await refused())).toEqual(new Set(['not_encrypted', 'signer_unknown']))
  await rm(join(answers(), 'tran.xml'))
  await rm(join(answers(), 'gia.xml.p7m'))
})

test.skipIf(!haveOpenssl())('a bank that seals with OpenSSL is understood, and understands us', async () => {
  const at = (file: string) => join(town.home, file)
  await writeFile(at('bank.key'), theirs.ownKey)
  await writeFile(at('bank.own'), theirs.ownCertificate)
  await writeFile(at('bank.customer'), theirs.otherCertificate)
  const bank = sealCounter(town.bankBooks, {
    key: at('bank.key'),
    own: at('bank.own'),
    customer: at('bank.customer'),
  })
  const again = await town.staff.clerk(contract.downloadOrderFile, { id: envelope })
  // The same message in another envelope: the bank knows it.
  expect(bank.receive(again.name, Buffer.from(await again.arrayBuffer()))).toMatchObject({ status: 200 })
  expect(bank.receive('tran.xml', Buffer.from('<Document/>'))).toMatchObject({ status: 400 })
  await town.endDay(bank, town.bank)
  const { states } = await town.staff.clerk(contract.getEnvelope, { id: envelope })
  expect(states.map(({ state, instructions }) => [state, instructions])).toEqual([['paid', 4]])
})

function haveOpenssl() {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
