import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSeconds, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { approveRun, submitRun } from '#modules/payroll'
import { readSheet } from '#platform/server/sheets'
import * as contract from '../contract.ts'
import type { CashListOnDevice, CashPlace, CashRow, HandOut } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { accountant, approver, clerk, clientOf, presently, staffOf } from '../testing.ts'
import { draw } from '../../payroll/testing.ts'

let town: PayingTown
let place: CashPlace
let list: CashListOnDevice
/** A second clerk with the same list in another hand. */
let other: PayingTown['staff']['clerk']

beforeAll(async () => {
  // Every third of eighteen gets cash at the post office.
  town = await openPayingTown({ people: 18 })
  const id = await town.envelopeOf('post_office')
  await town.approve(id)
  await town.send(id)
  other = clientOf(town.own, {
    userId: '0197f000-0000-7000-8000-0000000000dd',
    name: 'Lê Văn Phú',
    can: ['payments.hand_out'],
  })
})
afterAll(() => town.close())

function paid(row: CashRow, more: Partial<HandOut> = {}): HandOut {
  return {
    id: crypto.randomUUID(),
    payeeId: row.payeeId,
    keys: row.open,
    outcome: 'paid',
    reason: null,
    amount: row.amount,
    happenedAt: presently,
    ...more,
  }
}

const place1 = async () =>
  (await town.staff.clerk(contract.listCashPlaces, { month: month('2026-11') })).places[0]!

const openLines = async () => (await town.staff.accountant(contract.listOpenLines, {})).rows

describe('a list of cash', () => {
  test('says where, for whom and how much, and on paper each payee has a code and room to sign', async () => {
    const view = await place1()
    expect(view).toMatchObject({
      name: 'Bưu điện Tam Sơn',
      payees: 6,
      waiting: 6,
      amount: 6 * one,
      lists: [],
    })
    ;({ place } = view)
    for (const format of ['pdf', 'slips'] as const) {
      const file = await town.staff.clerk(contract.downloadCashList, { ...place, format })
      const text = (await PDF.load(new Uint8Array(await file.arrayBuffer())))
        .extractText()
        .map(({ text: page }) => page)
        .join(' ')
      expect(text).toContain('810.000')
    }
    const sheet = await town.staff.clerk(contract.downloadCashList, { ...place, format: 'xlsx' })
    expect(sheet.name).toContain('Bưu điện Tam Sơn')
    const { rows } = await readSheet({ name: sheet.name, bytes: new Uint8Array(await sheet.arrayBuffer()) })
    const lines = rows.slice(0, 3).map(({ cells }) => new Set(cells.flatMap((cell) => cell?.text || [])))
    expect(lines.map((line) => [...line])).toEqual([
      ['ỦY BAN NHÂN DÂN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['XÃ TAM SƠN', 'Độc lập - Tự do - Hạnh phúc'],
      ['DANH SÁCH CHI TIỀN MẶT THÁNG 11/2026'],
    ])
  })

  test('is taken along once for one request, and says nothing of why somebody is entitled', async () => {
    const wish = { place, requestId: crypto.randomUUID(), device: 'Android' }
    const take = () => town.staff.clerk(contract.takeCashList, wish)
    // Pressed twice on a slow telephone, and asked once more later.
    const [first, second] = await Promise.all([take(), take()])
    expect(second.id).toBe(first.id)
    list = first
    expect((await take()).id).toBe(list.id)
    expect(list.rows.map(({ number, amount, state }) => [number, amount, state])).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => [number, one, 'waiting']),
    )
    expect(JSON.stringify(list)).not.toMatch(/disab|allowance|MSA|HIV/i)
    expect((await place1()).lists).toMatchObject([{ takenBy: clerk.name, state: 'out', paid: 0 }])
  })
})

test('nobody takes or closes a place in the name of a unit that is not theirs', async () => {
  const near = clientOf(town.own, {
    areaId: town.commune,
    areaIds: [town.commune],
    can: ['payments.hand_out', 'payments.reconcile'],
  })
  const elsewhere = { ...place, areaId: town.commune + 1 }
  await expect(
    near(contract.takeCashList, { place: elsewhere, requestId: crypto.randomUUID(), device: 'x' }),
  ).rejects.toThrow('payments.area_not_yours')
  await expect(near(contract.closeCashPlace, elsewhere)).rejects.toThrow('payments.area_not_yours')
})

describe('what a phone tells', () => {
  test('is booked once, however often it is sent', async () => {
    const acts = [paid(list.rows[0]!), paid(list.rows[1]!)]
    const send = () => town.staff.clerk(contract.sendHandOuts, { id: list.id, handOuts: acts })
    expect((await send()).verdicts.map(({ verdict }) => verdict)).toEqual(['taken', 'taken'])
    expect((await send()).verdicts.map(({ verdict }) => verdict)).toEqual(['repeated', 'repeated'])
    expect(await town.balance()).toMatchObject({ at_provider: 4 * one, payable: -4 * one })
    await expect(
      town.staff.clerk(contract.sendHandOuts, {
        id: list.id,
        handOuts: [{ ...acts[0]!, outcome: 'absent', reason: 'not_come' }],
      }),
    ).rejects.toThrow('payments.hand_out_changed')
  })

  test('who did not come moves nothing, and whom they say is dead is seen', async () => {
    const absent = paid(list.rows[2]!, { outcome: 'absent', reason: 'not_come' })
    const dead = paid(list.rows[3]!, { outcome: 'absent', reason: 'said_dead' })
    const { verdicts } = await town.staff.clerk(contract.sendHandOuts, {
      id: list.id,
      handOuts: [absent, dead],
    })
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['noted', 'noted'])
    expect(await place1()).toMatchObject({ waiting: 4, paid: 2, saidDead: 1 })
  })

  test('paid on two phones is paid once; the second waits for a person and is not lost', async () => {
    const second = await other(contract.takeCashList, {
      place,
      requestId: crypto.randomUUID(),
      device: 'iPhone',
    })
    await expect(
      other(contract.sendHandOuts, { id: list.id, handOuts: [paid(list.rows[0]!)] }),
    ).rejects.toThrow('payments.cash_list_of_another')
    // The second phone had no network when the first paid this one.
    const twice = paid(list.rows[0]!)
    const { verdicts } = await other(contract.sendHandOuts, { id: second.id, handOuts: [twice] })
    expect(verdicts).toEqual([{ id: twice.id, verdict: 'conflict', because: 'paid' }])
    expect(await openLines()).toMatchObject([{ verdict: 'contradicts', endToEndId: list.rows[0]!.keys[0] }])
    expect(await town.balance()).toMatchObject({ at_provider: 4 * one })
    const [line] = await openLines()
    await town.staff.accountant(contract.setLineAside, {
      id: line!.responseId,
      number: line!.number,
      note: 'Đã thu lại của người nhận, phiếu thu 12',
    })
    await other(contract.handInCashList, { id: second.id })
    // What it told before it may tell again; it has no more to tell.
    const again = await other(contract.sendHandOuts, { id: second.id, handOuts: [twice] })
    expect(again.verdicts.map(({ verdict }) => verdict)).toEqual(['repeated'])
    await expect(
      other(contract.sendHandOuts, { id: second.id, handOuts: [paid(list.rows[4]!)] }),
    ).rejects.toThrow('payments.cash_list_handed_in')
  })

  test('nothing that is not on the list, and no other sum, is taken', async () => {
    for (const wrong of [
      paid(list.rows[4]!, { amount: dong(one + 1) }),
      paid(list.rows[4]!, { keys: ['DC-26-9999-000001'] }),
      paid(list.rows[4]!, { payeeId: list.rows[5]!.payeeId }),
    ])
      await expect(
        town.staff.clerk(contract.sendHandOuts, { id: list.id, handOuts: [wrong] }),
      ).rejects.toThrow('payments.payee_not_on_list')
  })

  test('by a list that was called back it is still taken in, with a word that it was', async () => {
    await expect(town.staff.accountant(contract.closeCashPlace, place)).rejects.toThrow(
      'payments.cash_lists_out',
    )
    await town.staff.accountant(contract.recallCashList, { id: list.id })
    const told = await town.staff.clerk(contract.sendHandOuts, {
      id: list.id,
      handOuts: [paid(list.rows[4]!)],
    })
    expect(told).toMatchObject({ isRecalled: true, verdicts: [{ verdict: 'taken' }] })
  })
})

describe('who did not come', () => {
  test('has not collected when the place is closed, and what a phone says afterwards contradicts', async () => {
    expect(await town.staff.accountant(contract.closeCashPlace, place)).toEqual({
      unclaimed: 3,
      amount: 3 * one,
    })
    expect(await town.staff.accountant(contract.closeCashPlace, place)).toEqual({ unclaimed: 0, amount: 0 })
    const late = paid(list.rows[5]!)
    const { verdicts } = await town.staff.clerk(contract.sendHandOuts, { id: list.id, handOuts: [late] })
    expect(verdicts).toEqual([{ id: late.id, verdict: 'conflict', because: 'unclaimed' }])
    expect(await town.balance()).toMatchObject({ at_provider: 3 * one })
  })

  test('is on the list of the next month with both sums, and signs once', async () => {
    const later = addSeconds(presently, 86_400 * 5)
    const { id: runId } = await draw(town.own, '2026-12', town.commune, later)
    const payers = staffOf(town.own, later)
    await town.own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now: later })
    await town.own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now: later })
    const { ids } = await payers.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
    expect(ids).toHaveLength(3)
    for (const id of ids) {
      await payers.accountant(contract.checkEnvelope, { id })
      await payers.approver(contract.approveEnvelope, { id })
      await town.send(id)
    }
    const next = await payers.clerk(contract.takeCashList, {
      place: { ...place, month: month('2026-12') },
      requestId: crypto.randomUUID(),
      device: 'Android',
    })
    const november = await payers.clerk(contract.listCashPlaces, { month: month('2026-11') })
    const waiting = await payers.clerk(contract.listCashPlaces, { isWaiting: 'true' })
    // The list of November was closed: whoever still waits does so on that of December.
    expect(november.places).toHaveLength(1)
    expect(waiting.places.map((one) => one.place.month)).toEqual(['2026-12'])
    expect(next.rows.map(({ amount, carried, missed }) => [amount, carried, missed])).toEqual(
      expect.arrayContaining([
        [one, 0, 0],
        [2 * one, one, 1],
      ]),
    )
    const both = next.rows.find(({ carried }) => carried > 0)!
    await payers.clerk(contract.sendHandOuts, { id: next.id, handOuts: [paid(both, { happenedAt: later })] })
    expect(await town.balance()).toMatchObject({ at_provider: (3 + 12 + 6 - 2) * one })
  })
})
