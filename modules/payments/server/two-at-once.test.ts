import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#platform/server/context'
import { writeStatement } from '../../../simulators/bank/write-answers.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId, ProviderId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { accountant, presently } from '../testing.ts'
import { readResponse } from './read-response.ts'
import { matchLine, setLineAside } from './work-list.ts'

let town: PayingTown
let staff: PayingTown['staff']
let id: EnvelopeId

beforeAll(async () => {
  town = await openPayingTown()
  ;({ staff } = town)
  id = await town.envelopeOf('bank')
  await town.approve(id)
  await town.send(id)
})
afterAll(() => town.close())
afterEach(async () => expect(await brokenPromises(town.own)).toEqual([]))

/** Waits until somebody in this database waits for what another has locked. */
async function somebodyWaits() {
  for (;;) {
    const { rows } = await town.own.request((ctx) =>
      sql<{ waits: boolean }>`select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(ctx.db()),
    )
    if (rows[0]!.waits) return
  }
}

/** Does one thing and, before it is committed, begins another that has to wait for it. */
async function overlapping(first: (ctx: Ctx) => Promise<unknown>, second: (ctx: Ctx) => Promise<unknown>) {
  const done = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  const who = { actor: accountant, now: presently }
  const earlier = town.own.request(async (ctx) => {
    await first(ctx)
    done.resolve()
    await letGo.promise
  }, who)
  await Promise.race([done.promise, earlier])
  const later = town.own.request(second, who)
  await Promise.race([somebodyWaits(), later])
  letGo.resolve()
  await Promise.all([earlier, later])
}

let files = 0
const debitOf = (endToEndId: string, reference: string) => (ctx: Ctx) => {
  const text = writeStatement('camt.054', '2019', {
    messageId: `GIAY-BAO-${++files}`,
    createdAt: '2026-11-23T18:00:00+07:00',
    day: '2026-11-23',
    account: '3713012345678',
    opening: 0,
    movements: [{ endToEndId, reference, amount: one, side: 'DBIT' }],
  })
  return readResponse(ctx, {
    providerId: town.bank,
    name: `${files}.xml`,
    sha256: createHash('sha256').update(text).digest('hex'),
    pieces: (async function* () {
      yield Buffer.from(text)
    })(),
  })
}

const openLines = async () => (await staff.accountant(contract.listOpenLines, {})).rows
const orders = async (state: contract.InstructionState) =>
  (await staff.clerk(contract.listInstructions, { id, state, page: 1 })).rows

test('a person matches a line while a statement that tells the same is read: the order is paid once', async () => {
  const { code } = await staff.clerk(contract.getEnvelope, { id })
  const paper = `TRALOI,GIAY-1,${code}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n,da_chi,${one},2026-11-23,,GIAY0\r\nTONG,1,${one}\r\n`
  await staff.accountant(contract.receiveResponse, {
    providerId: town.bank as ProviderId,
    file: new File([paper], 'giay.csv'),
  })
  await town.own.runJobs()
  const [line] = await openLines()
  const [order] = await orders('sent')
  const wish = {
    id: line!.responseId,
    number: line!.number,
    instructionId: order!.id,
    note: 'Theo giấy báo nợ',
  }
  await overlapping((ctx) => matchLine(ctx, wish), debitOf(order!.endToEndId, 'FT-1'))
  expect(await orders('paid')).toMatchObject([{ id: order!.id }])
})

test('a line is set aside while an answer is read that would judge it anew: neither is lost', async () => {
  const [order] = await orders('paid')
  await town.own.request(debitOf(order!.endToEndId, 'FT-2'), { actor: accountant, now: presently })
  const line = (await openLines()).find(({ providerRef }) => providerRef === 'FT-2')
  const wish = { id: line!.responseId, number: line!.number, note: 'Ngân hàng ghi nhầm' }
  const back = (ctx: Ctx) => {
    const text = writeStatement('camt.054', '2019', {
      messageId: 'GIAY-BAO-CO',
      createdAt: '2026-11-23T19:00:00+07:00',
      day: '2026-11-23',
      account: '3713012345678',
      opening: 0,
      movements: [
        { endToEndId: order!.endToEndId, reference: 'FT-3', amount: one, side: 'CRDT', returned: 'AC04' },
      ],
    })
    return readResponse(ctx, {
      providerId: town.bank,
      name: 'co.xml',
      sha256: createHash('sha256').update(text).digest('hex'),
      pieces: (async function* () {
        yield Buffer.from(text)
      })(),
    })
  }
  await overlapping((ctx) => setLineAside(ctx, wish), back)
  // A person looks at the return too, for the debit it belongs to was set aside.
  expect((await openLines()).map(({ providerRef }) => providerRef)).toEqual(['FT-3'])
  expect(await orders('paid')).toMatchObject([{ id: order!.id }])
})
