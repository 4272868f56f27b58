import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, todayInVietnam } from '#kernel/civil-date'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { writeStatement, writeStatusReport, type Movement } from '../../../simulators/bank/write-answers.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { checkPromises } from '../db/promises.ts'
import { paymentsJobs } from '../index.ts'
import { givenApprovedRun, staffOf } from '../testing.ts'

const one = 810_000
let own: OwnDatabase
let town: Awaited<ReturnType<typeof givenApprovedRun>>
let staff: ReturnType<typeof staffOf>
let gateway: Server
/** What the gateway does with the next files: an answer, or nothing but a lost connection. */
const answers: (number | 'lost')[] = []

beforeAll(async () => {
  gateway = createServer((asked, answer) => {
    asked.resume().on('end', () => {
      const next = answers.shift() ?? 202
      if (next === 'lost') asked.socket.destroy()
      else answer.writeHead(next).end('{}')
    })
  })
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done))
  const address = gateway.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  own = await openOwnDatabase({ kinds: paymentsJobs })
  town = await givenApprovedRun(own, { people: 9, delivery: { by: 'http', url } })
  staff = staffOf(own)
  await staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId: crypto.randomUUID() })
})
afterAll(async () => {
  gateway.close()
  await own.drop()
})

const envelopeOf = async (kind: 'bank' | 'post_office') =>
  (await staff.clerk(contract.listEnvelopes, { runId: town.runId })).find(
    ({ provider }) => provider.kind === kind,
  )!
const approve = async (id: EnvelopeId) => {
  await staff.accountant(contract.checkEnvelope, { id })
  await staff.approver(contract.approveEnvelope, { id })
}
const send = async (id: EnvelopeId) => {
  await staff.clerk(contract.sendEnvelope, { id })
  await own.runJobs()
  return (await staff.clerk(contract.getEnvelope, { id })).state
}
const keyOf = async (index: number) => {
  const { id } = await envelopeOf('bank')
  return (await staff.clerk(contract.listInstructions, { id })).rows[index]!.endToEndId
}
const stateOf = async (key: string) => {
  const { id } = await envelopeOf('bank')
  return (await staff.clerk(contract.listInstructions, { id })).rows.find(
    ({ endToEndId }) => endToEndId === key,
  )!.state
}
let files = 0
const read = async (text: string) => {
  files++
  await staff.accountant(contract.receiveResponse, {
    providerId: town.bank as ProviderId,
    file: new File([text], `${files}.xml`),
  })
  await own.runJobs()
}
const about = () => ({ messageId: `SK-${files}`, createdAt: '2026-11-24T18:00:00+07:00' })
const statement = (movements: readonly Movement[]) =>
  read(
    writeStatement('camt.053', '2019', {
      ...about(),
      day: '2026-11-24',
      account: '3713012345678',
      opening: 100_000_000,
      movements,
    }),
  )
const debit = (reference: string, endToEndId: string): Movement => ({
  reference,
  side: 'DBIT',
  amount: one,
  endToEndId,
})
const back = (reference: string, endToEndId: string): Movement => ({
  reference,
  side: 'CRDT',
  amount: one,
  endToEndId,
  returned: 'AM05',
})
const openLines = async () =>
  (await staff.accountant(contract.listOpenLines, {})).rows.map(({ endToEndId, verdict, outcome }) => [
    endToEndId,
    outcome,
    verdict,
  ])
const allIsWell = async () =>
  expect((await own.request((ctx) => checkPromises(ctx))).filter(({ broken }) => broken.length > 0)).toEqual(
    [],
  )

describe('a file of which nobody knows whether it arrived', () => {
  test('is refused for certain only where it is refused at first', async () => {
    const { id } = await envelopeOf('post_office')
    await approve(id)
    answers.push(400)
    expect(await send(id)).toBe('approved')
    answers.push('lost')
    expect(await send(id)).toBe('sending')
    // Now even a plain refusal proves nothing about the copy that may have arrived.
    answers.push(400)
    expect(await send(id)).toBe('sending')
    await expect(staff.clerk(contract.cancelEnvelope, { id })).rejects.toThrow('payments.envelope_moved_on')
    await staff.approver(contract.settleDelivery, { id, isTaken: false, note: 'Công văn 12 ngày 24/11/2026' })
    expect(await send(id)).toBe('sent')
  })

  test('has arrived where the provider answers about its orders', async () => {
    const { id } = await envelopeOf('bank')
    await approve(id)
    answers.push('lost', 409)
    expect(await send(id)).toBe('sending')
    expect(await send(id)).toBe('sending')
    const statuses = [{ endToEndId: await keyOf(0), code: 'RJCT', reason: 'AC04', amount: one }]
    const { code } = await envelopeOf('bank')
    await read(writeStatusReport('2019', { ...about(), about: code, statuses }))
    expect(await staff.clerk(contract.getEnvelope, { id })).toMatchObject({
      state: 'sent',
      identity: { transferred: 6 * one },
    })
    await expect(staff.approver(contract.settleDelivery, { id, isTaken: true, note: 'x' })).rejects.toThrow(
      'payments.envelope_moved_on',
    )
    await allIsWell()
  })
})

describe('money that left twice', () => {
  test('and comes back once is a pair: the payment stands', async () => {
    const key = await keyOf(1)
    await statement([debit('FT-A1', key), debit('FT-A2', key)])
    expect(await openLines()).toEqual([[key, 'paid', 'contradicts']])
    await statement([back('RT-A2', key)])
    expect(await stateOf(key)).toBe('paid')
    expect(await openLines()).toEqual([])
    // All three told once more, by a statement of another day, are nothing new.
    await statement([debit('FT-A1', key), debit('FT-A2', key), back('RT-A2', key)])
    expect([await stateOf(key), await openLines()]).toEqual(['paid', []])
    // Another return is of the payment itself.
    await statement([back('RT-A1', key)])
    expect(await stateOf(key)).toBe('returned')
    await allIsWell()
  })

  test('is not ordered a third time while a line waits, and what was rejected can be said to be paid after all', async () => {
    const [rejected, returned] = [await keyOf(0), await keyOf(1)]
    await statement([debit('FT-B1', rejected)])
    expect(await openLines()).toEqual([[rejected, 'paid', 'contradicts']])
    const { id } = await envelopeOf('bank')
    const again = await staff.clerk(contract.reissueEnvelope, { id, requestId: crypto.randomUUID() })
    expect(again).toMatchObject({ disputed: 1 })
    const { rows } = await staff.clerk(contract.listInstructions, { id: again.ids[0]! })
    expect(rows).toHaveLength(1)
    // A new try never lies in a month before that of its list.
    expect(await staff.clerk(contract.getEnvelope, { id: again.ids[0]! })).toMatchObject({ month: '2026-11' })

    const [line] = (await staff.accountant(contract.listOpenLines, {})).rows
    const at = { id: line!.responseId, number: line!.number }
    const candidates = await staff.accountant(contract.listLineCandidates, at)
    expect(candidates.map(({ endToEndId }) => endToEndId)).toEqual([rejected])
    // A line that names an order is about no stranger’s.
    const stranger = (await staff.clerk(contract.listInstructions, { id, state: 'sent' })).rows[0]!
    await expect(
      staff.accountant(contract.matchLine, { ...at, instructionId: stranger.id, note: 'x' }),
    ).rejects.toThrow('payments.instruction_does_not_fit')
    await staff.accountant(contract.matchLine, {
      ...at,
      instructionId: candidates[0]!.id,
      note: 'Giấy báo nợ 12',
    })
    expect([await stateOf(rejected), await stateOf(returned)]).toEqual(['paid', 'returned'])
    await allIsWell()
  })

  test('days nobody can mean are not believed', async () => {
    const key = await keyOf(2)
    await read(
      writeStatement('camt.053', '2019', {
        ...about(),
        day: '2099-12-31',
        account: '3713012345678',
        opening: 100_000_000,
        movements: [debit('FT-C1', key)],
      }),
    )
    const { id } = await envelopeOf('bank')
    const paid = (await staff.clerk(contract.listInstructions, { id })).rows.find(
      ({ endToEndId }) => endToEndId === key,
    )
    expect(paid!.state).toBe('paid')
    expect(paid!.endedOn! <= todayInVietnam()).toBe(true)
  })

  test('an order its files are silent about ends by a letter, told by somebody who neither prepared nor sent it', async () => {
    const { id } = await envelopeOf('bank')
    const silent = (await staff.clerk(contract.listInstructions, { id, state: 'sent' })).rows[0]!
    const letter = {
      id: silent.id,
      outcome: 'paid',
      day: civilDate('2026-11-23'),
      paper: 'Công văn 120/NHNo ngày 23/11/2026',
      requestId: crypto.randomUUID(),
    } as const
    await expect(staff.clerk(contract.endByPaper, letter)).rejects.toThrow('payments.answer_by_second_person')
    const ahead = { ...letter, day: civilDate('2099-11-28') }
    await expect(staff.accountant(contract.endByPaper, ahead)).rejects.toThrow('payments.paper_day_ahead')
    await staff.accountant(contract.endByPaper, letter)
    await staff.accountant(contract.endByPaper, letter)
    expect(await stateOf(silent.endToEndId)).toBe('paid')
    await allIsWell()
  })
})
