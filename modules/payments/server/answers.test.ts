import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { month } from '#kernel/civil-date'
import { getRun } from '#modules/payroll'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { openBank } from '../../../simulators/bank/bank.ts'
import { openPostOffice } from '../../../simulators/post-office/post-office.ts'
import { putIntoFolder, takeFromFolder, type Counter } from '../../../simulators/transport.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { paymentsJobs } from '../index.ts'
import { givenApprovedRun, staffOf } from '../testing.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** What the bank does to an account is in the last four figures of its number: simulators/bank/README.md. */
const fates = ['0001', '9901', '9902', '9903', '9904', '9905', '9906', '9907'] as const

let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let staff: ReturnType<typeof staffOf>
let home: string
let bank: Counter
let office: Counter

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: paymentsJobs })
  home = await mkdtemp(join(tmpdir(), 'ansinh-providers-'))
  // Every third of the people gets cash, so of twelve eight have an account, one for each fate.
  let fate = 0
  town = await givenApprovedRun(own, {
    people: 12,
    delivery: { by: 'folder', outbox: join(home, 'orders'), inbox: join(home, 'answers') },
    accountOf: () => `260020${fates[fate++]}`,
  })
  staff = staffOf(own)
  bank = openBank({
    path: ':memory:',
    account: '3713012345678',
    funds: 100_000_000,
    statements: 'camt.053',
    day: '2026-11-23',
  })
  office = openPostOffice({ path: ':memory:', day: '2026-11-23', unclaimed: 2 })
  const { ids } = await staff.clerk(contract.prepareEnvelopes, {
    runId: town.runId,
    requestId: crypto.randomUUID(),
  })
  for (const id of ids) await sendThrough(id)
})
afterAll(async () => {
  await own.drop()
  await rm(home, { recursive: true })
})

async function sendThrough(id: EnvelopeId) {
  await staff.accountant(contract.checkEnvelope, { id })
  await staff.approver(contract.approveEnvelope, { id })
  await staff.clerk(contract.sendEnvelope, { id })
  await own.runJobs()
}

/** The provider takes what lies in its folder, ends its day, and its answers are read. */
async function day(provider: Counter, providerId: string) {
  takeFromFolder(provider, join(home, 'orders'))
  provider.closeDay()
  putIntoFolder(provider, join(home, 'answers'))
  await staff.clerk(contract.fetchResponses, { id: providerId as ProviderId })
  await own.runJobs()
  await rm(join(home, 'answers'), { recursive: true })
}

const envelopeOf = async (kind: 'bank' | 'post_office') => {
  const [envelope] = (await staff.clerk(contract.listEnvelopes, { runId: town.runId })).filter(
    ({ provider }) => provider.kind === kind,
  )
  return staff.clerk(contract.getEnvelope, { id: envelope!.id })
}

const statesOf = async (kind: 'bank' | 'post_office') =>
  Object.fromEntries((await envelopeOf(kind)).states.map(({ state, instructions }) => [state, instructions]))

const one = 810_000

describe('a bank that is late, partial, wrong and silent', () => {
  test('rejects at once, pays at the end of its day, and what it says wrongly waits for a person', async () => {
    // The bank would read the list of the post office too, were it there.
    takeFromFolder(office, join(home, 'orders-of-nobody'))
    const post = await envelopeOf('post_office')
    await rename(join(home, 'orders', `${post.code}.csv`), join(home, `${post.code}.csv`))
    await day(bank, town.bank)
    expect(await statesOf('bank')).toEqual({ paid: 4, rejected: 1, sent: 3 })
    const { rows } = await staff.accountant(contract.listOpenLines, {})
    expect(rows.map(({ verdict, amount, instruction }) => [verdict, amount, instruction !== null])).toEqual([
      ['amount_differs', one - 1000, true],
      ['contradicts', one, true],
    ])
    expect((await envelopeOf('bank')).identity).toEqual({
      transferred: 8 * one,
      carriedIn: 0,
      paid: 4 * one,
      carriedOut: 4 * one,
      returned: 0,
    })
  })

  test('the day after it pays who was late and gives back what could not be credited', async () => {
    await day(bank, town.bank)
    expect(await statesOf('bank')).toEqual({ paid: 4, rejected: 1, returned: 1, sent: 2 })
    expect((await envelopeOf('bank')).identity).toMatchObject({ paid: 4 * one, carriedOut: 4 * one })
  })

  test('its files a second time change nothing, be they packed or not', async () => {
    const before = await staff.accountant(contract.getTrialBalance, {})
    const text = bank.readAnswer(bank.listAnswers()[1]!)!
    const hand = (bytes: string | Buffer<ArrayBuffer>) =>
      staff.accountant(contract.receiveResponse, {
        providerId: town.bank as ProviderId,
        file: new File([bytes], 'lại.xml'),
      })
    await hand(text)
    await hand(gzipSync(text))
    await expect(hand(gzipSync(text).subarray(0, 200))).rejects.toThrow('payments.file_not_understood')
    await own.runJobs()
    expect(await staff.accountant(contract.getTrialBalance, {})).toEqual(before)
    expect(await staff.clerk(contract.listResponses, {})).toHaveLength(bank.listAnswers().length)
  })

  test('totals and differences say what waits for an answer, for a person, and lies there', async () => {
    const standings = await staff.clerk(contract.listProviderStandings, {})
    // Two lines of the statements wait for a person; all else they tell is on our books.
    const { statements } = standings.find(({ provider }) => provider.id === town.bank)!
    expect(statements).toMatchObject({ waiting: 1000 - 2 * one, aside: 0, gap: 0 })
    const bankStands = standings.find(({ provider }) => provider.id === town.bank)!
    const { total } = await staff.clerk(contract.listOpenLines, {})
    const { states, identity } = await staff.clerk(contract.getEnvelope, {
      id: (await envelopeOf('bank')).id,
    })
    const sent = states.find(({ state }) => state === 'sent')
    expect(bankStands).toMatchObject({
      waiting: { orders: sent?.instructions ?? 0, amount: sent?.amount ?? 0 },
      open: { lines: total },
      balance: identity.carriedOut,
      lying: identity.carriedOut - (sent?.amount ?? 0),
    })
    expect(bankStands.said).not.toBeNull()
  })

  test('the reconciliation cannot be closed while something is open', async () => {
    const { id } = await envelopeOf('bank')
    await expect(staff.clerk(contract.reconcileEnvelope, { id })).rejects.toThrow('payments.envelope_open')
  })

  test('a person matches what fits, and sets aside what moves no money of ours with a reason', async () => {
    const [wrong, second] = (await staff.accountant(contract.listOpenLines, {})).rows
    const at = ({ responseId, number }: { responseId: string; number: number }) => ({
      id: responseId,
      number,
    })
    await expect(
      staff.clerk(contract.matchLine, {
        ...at(wrong!),
        instructionId: wrong!.instruction!.id,
        note: 'Theo sao kê',
      }),
    ).rejects.toThrow('payments.instruction_does_not_fit')
    await expect(staff.clerk(contract.setLineAside, { ...at(second!), note: ' ' })).rejects.toThrow(
      'invalid_input',
    )
    const note = 'Ngân hàng xác nhận ghi nhầm, đã hoàn lại'
    for (const line of [wrong!, second!]) {
      // The clerk has prepared the orders they tell of.
      await expect(staff.clerk(contract.setLineAside, { ...at(line), note })).rejects.toThrow(
        'payments.answer_by_second_person',
      )
      await staff.accountant(contract.setLineAside, { ...at(line), note })
    }
    await expect(staff.accountant(contract.setLineAside, { ...at(second!), note: 'x' })).rejects.toThrow(
      'payments.line_settled',
    )
    expect((await staff.accountant(contract.listOpenLines, {})).total).toBe(0)
    // Who said so, and why, is seen afterwards.
    const settled = await staff.accountant(contract.listOpenLines, { isSettled: 'true' })
    expect(settled.rows.map(({ verdict, settled: by }) => [verdict, by?.note])).toEqual(
      [wrong, second].map(() => ['set_aside', 'Ngân hàng xác nhận ghi nhầm, đã hoàn lại']),
    )
    expect(settled.rows[0]!.settled!.by).not.toBe('')
  })

  test('what it was silent about is matched by hand from the paper it brings later', async () => {
    const { id } = await envelopeOf('bank')
    const { rows } = await staff.clerk(contract.listInstructions, { id, state: 'sent' })
    // It says so without our reference, and under a name its clerk has mistyped.
    const paper = `TRALOI,GIAY-1,${(await envelopeOf('bank')).code}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n${rows
      .map((_, index) => `,da_chi,${one},2026-11-25,,GIAY${index}\r\n`)
      .join('')}TONG,${rows.length},${rows.length * one}\r\n`
    // It is looked at before it is whole, and after; the third time it is known.
    const inbox = join(home, 'answers')
    await mkdir(inbox)
    const heard: number[] = []
    for (const text of [paper.slice(0, paper.length / 2), paper, paper]) {
      await writeFile(join(inbox, 'Giấy (1).CSV'), text)
      await staff.clerk(contract.fetchResponses, { id: town.bank as ProviderId })
      await own.runJobs()
      heard.push((await staff.accountant(contract.listOpenLines, {})).total)
    }
    await rm(inbox, { recursive: true })
    expect(heard).toEqual([0, rows.length, rows.length])
    for (const line of (await staff.accountant(contract.listOpenLines, {})).rows) {
      const at = { id: line.responseId, number: line.number }
      const [candidate] = await staff.clerk(contract.listLineCandidates, at)
      const match = { ...at, instructionId: candidate!.id, note: 'Theo giấy báo nợ' }
      // The clerk has prepared them and fetched the file: whose money it was is not theirs alone to say.
      await expect(staff.clerk(contract.matchLine, match)).rejects.toThrow('payments.answer_by_second_person')
      await staff.accountant(contract.matchLine, match)
    }
    expect(await statesOf('bank')).toEqual({ paid: 6, rejected: 1, returned: 1 })
  })

  test('a file that is none, or of another account, is written down as refused and counts for nothing', async () => {
    const before = await staff.accountant(contract.getTrialBalance, {})
    const foreign = bank.readAnswer(bank.listAnswers()[1]!)!.replaceAll('3713012345678', '3713099999999')
    for (const [name, text] of [
      ['khac.xml', foreign],
      ['hong.xml', '<!DOCTYPE x><x/>'],
    ] as const) {
      await staff.accountant(contract.receiveResponse, {
        providerId: town.bank as ProviderId,
        file: new File([text], name),
      })
      await own.runJobs()
    }
    const refused = (await staff.clerk(contract.listResponses, {})).filter(({ state }) => state === 'refused')
    expect(refused.map(({ name, because }) => [name, because])).toEqual(
      expect.arrayContaining([
        ['khac.xml', 'account'],
        ['hong.xml', 'doctype'],
      ]),
    )
    expect(await staff.accountant(contract.getTrialBalance, {})).toEqual(before)
  })
})

describe('a post office', () => {
  test('tells who got the money and who did not come, and the month is accounted for', async () => {
    const post = await envelopeOf('post_office')
    await writeFile(
      join(home, 'orders', `${post.code}.csv`),
      await (await staff.clerk(contract.downloadOrderFile, { id: post.id })).text(),
    )
    await day(office, town.postOffice)
    expect(await statesOf('post_office')).toEqual({ paid: 2, unclaimed: 2 })
    await staff.clerk(contract.reconcileEnvelope, { id: post.id })
    await staff.clerk(contract.reconcileEnvelope, { id: (await envelopeOf('bank')).id })
    const run = await own.request((ctx) => getRun(ctx, { id: town.runId }))
    expect(run.state).toBe('reconciled')
  })
})

describe('trying again', () => {
  let again: EnvelopeId

  test('what came back is ordered anew, once, by money that lies at the provider already', async () => {
    const { id } = await envelopeOf('bank')
    const wish = { id, month: month('2026-12'), requestId: crypto.randomUUID() }
    await expect(staff.clerk(contract.reissueEnvelope, { ...wish, month: month('2027-01') })).rejects.toThrow(
      'payments.month_too_late',
    )
    const made = await staff.clerk(contract.reissueEnvelope, wish)
    expect(await staff.clerk(contract.reissueEnvelope, wish)).toEqual(made)
    ;[again] = made.ids as [EnvelopeId]
    const envelope = await staff.clerk(contract.getEnvelope, { id: again })
    expect(envelope).toMatchObject({ purpose: 'reissue', instructions: 2, amount: 2 * one, carried: 2 * one })
    await expect(
      staff.clerk(contract.reissueEnvelope, { ...wish, requestId: crypto.randomUUID() }),
    ).rejects.toThrow('payments.nothing_to_reissue')
    const { rows } = await staff.clerk(contract.listInstructions, { id, state: 'returned' })
    expect(rows[0]!.replacedBy).toMatch(/^DC-26-\d{4}-00000\d$/)
  })

  test('it goes out as new orders, and the books of the next month begin with what was carried in', async () => {
    const before = await staff.accountant(contract.getTrialBalance, {})
    await sendThrough(again)
    expect(await staff.accountant(contract.getTrialBalance, {})).toEqual(before)
    expect((await staff.clerk(contract.getEnvelope, { id: again })).identity).toEqual({
      transferred: 0,
      carriedIn: 2 * one,
      paid: 0,
      carriedOut: 2 * one,
      returned: 0,
    })
  })

  test('debit and credit of the whole ledger are equal, and what is owed is what was not paid', async () => {
    const { accounts, debit, credit } = await staff.accountant(contract.getTrialBalance, {})
    expect(debit).toBe(credit)
    const balance = Object.fromEntries(accounts.map((row) => [row.account, row.debit - row.credit]))
    expect(balance).toMatchObject({
      payable: -4 * one,
      at_provider: 4 * one,
      expense: 12 * one,
      treasury: -12 * one,
    })
  })
})
