import { PDF } from '@libpdf/core'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import * as contract from '../contract.ts'
import type { ProviderId, ReportedFigures } from '../contract.ts'
import { monthsOfSpan } from '../domain/span.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { staffOf } from '../testing.ts'

let town: PayingTown
let staff: PayingTown['staff']
let id: string
let whole: { id: string }
/** The same people, when the year is over. */
let later: PayingTown['staff']

beforeAll(async () => {
  // The second of the six with an account is given back the day after it was paid.
  const endings = ['0001', '9902', '0003', '0004', '0005', '0006']
  let next = 0
  town = await openPayingTown({ accountOf: () => `26002000${endings[next++]}` })
  ;({ staff } = town)
  later = staffOf(town.own, instant('2027-01-04T02:00:00Z'))
  const envelope = await town.envelopeOf('bank')
  await town.approve(envelope)
  await town.send(envelope)
  await town.endDay(town.bankBooks, town.bank)
})
afterAll(() => town.close())

/** Looked at by whoever locks it, and locked as it was seen. */
async function lock(people: PayingTown['staff'], settlement: string) {
  const { fingerprint } = await people.approver(contract.getSettlement, { id: settlement })
  await people.approver(contract.lockSettlement, { id: settlement, fingerprint })
}

const report = (more: Partial<ReportedFigures> = {}): ReportedFigures => ({
  carriedIn: dong(0),
  transferred: dong(6 * one),
  paid: dong(6 * one),
  returned: dong(0),
  carriedOut: dong(0),
  payees: 6,
  ...more,
})

test.for([
  ['month', '2026-11', '2026-11', '2026-11'],
  ['quarter', '2026-11', '2026-10', '2026-12'],
  ['quarter', '2026-01', '2026-01', '2026-03'],
  ['year', '2026-11', '2026-01', '2026-12'],
] as const)('a %s around %s', ([span, within, first, last]) => {
  expect(monthsOfSpan(span, month(within))).toEqual({ first, last })
})

describe('the settlement of a quarter', () => {
  test('is opened once, and says what our books have, by programme, unit and source', async () => {
    const wish = {
      providerId: town.bank as ProviderId,
      areaId: town.commune,
      span: 'quarter' as const,
      within: month('2026-11'),
      requestId: crypto.randomUUID(),
    }
    ;({ id } = await staff.accountant(contract.openSettlement, wish))
    expect(await staff.accountant(contract.openSettlement, wish)).toEqual({ id })
    for (const within of ['1900-01', '2031-05'].map(month))
      await expect(
        staff.accountant(contract.openSettlement, { ...wish, within, requestId: crypto.randomUUID() }),
      ).rejects.toThrow('payments.settlement_of_no_payments')
    await expect(
      staff.accountant(contract.openSettlement, {
        ...wish,
        within: month('2026-10'),
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('payments.settlement_exists')
    const { figures } = await staff.accountant(contract.getSettlement, { id })
    expect(figures).toMatchObject({ ...report(), bySource: [{ source: 'province', spent: 6 * one }] })
    for (const part of [figures.byProgramme, figures.byArea])
      expect(part.reduce((sum, { paid }) => sum + paid, 0)).toBe(6 * one)
  })

  test('is not locked before its last day is over', async () => {
    await expect(lock(staff, id)).rejects.toThrow('payments.settlement_not_over')
    const { waitsFor } = await staff.approver(contract.getSettlement, { id })
    expect(waitsFor).toEqual({ lastDay: '2026-12-31', providers: [] })
    const onTheLastDay = staffOf(town.own, instant('2026-12-31T16:59:00Z'))
    await expect(lock(onTheLastDay, id)).rejects.toThrow('payments.settlement_not_over')
  })

  test('all providers together come after each of them', async () => {
    whole = await later.accountant(contract.openSettlement, {
      areaId: town.commune,
      span: 'year' as const,
      within: month('2026-11'),
      providerId: null,
      requestId: crypto.randomUUID(),
    })
    await expect(lock(later, whole.id)).rejects.toThrow('payments.settlement_parts_open')
    // The post office has had no money yet.
    const { waitsFor } = await later.approver(contract.getSettlement, whole)
    expect(waitsFor).toMatchObject({ lastDay: null, providers: [{ id: town.bank }] })
  })

  test('is locked by a second person, and only when the provider’s report agrees or somebody says why not', async () => {
    await expect(lock(later, id)).rejects.toThrow('payments.settlement_unreported')
    const wrong = { id, reported: report({ paid: dong(5 * one), carriedOut: dong(one) }) }
    await staff.accountant(contract.reportSettlement, { ...wrong, explanation: null })
    await expect(lock(later, id)).rejects.toThrow('payments.settlement_differs')
    const explanation = 'Ngân hàng ghi nhận lệnh cuối ngày sang hôm sau'
    await staff.accountant(contract.reportSettlement, { ...wrong, explanation })
    // What came after the approver had looked is not what they lock.
    const { fingerprint } = await later.approver(contract.getSettlement, { id })
    const other = { id, reported: report({ paid: dong(4 * one), carriedOut: dong(2 * one) }), explanation }
    await staff.accountant(contract.reportSettlement, other)
    await expect(later.approver(contract.lockSettlement, { id, fingerprint })).rejects.toThrow(
      'payments.settlement_changed',
    )
    await staff.accountant(contract.reportSettlement, { ...wrong, explanation })
    await lock(later, id)
    expect(await staff.approver(contract.getSettlement, { id })).toMatchObject({ state: 'locked', now: null })
  })

  test('a report has no figure below nothing', async () => {
    for (const wrong of [{ paid: dong(-999_999_999) }, { carriedIn: dong(-1) }])
      await expect(
        staff.accountant(contract.reportSettlement, {
          id: whole.id,
          reported: report(wrong),
          explanation: null,
        }),
      ).rejects.toThrow('invalid_input')
  })

  test('then all providers together, months without money need no settlement', async () => {
    await lock(later, whole.id)
    expect(await later.approver(contract.getSettlement, whole)).toMatchObject({ state: 'locked' })
  })

  test('locked it stays, whoever asks', async () => {
    await expect(
      staff.accountant(contract.reportSettlement, { id, reported: report(), explanation: null }),
    ).rejects.toThrow('payments.settlement_locked')
    await expect(
      town.own.request((ctx) =>
        sql`update payments.settlement set explanation = 'khác' where id = ${id}`.execute(ctx.db()),
      ),
    ).rejects.toThrow('A locked settlement is not changed')
  })

  test('what is booked for its months later stands beside it as a correction, and changes nothing of it', async () => {
    await town.endDay(town.bankBooks, town.bank)
    const { figures, now } = await staff.approver(contract.getSettlement, { id })
    expect(figures).toMatchObject(report())
    expect(now).toEqual(report({ paid: dong(5 * one), carriedOut: dong(one), payees: 5 }))
  })

  test('on paper and in a sheet it has both sides and the corrections', async () => {
    const pdf = await staff.approver(contract.downloadSettlement, { id, format: 'pdf' })
    const pages = (await PDF.load(new Uint8Array(await pdf.arrayBuffer()))).extractText()
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/quý 4 năm 2026.*4\.860\.000.*4\.050\.000.*Điều chỉnh phát sinh sau khi khóa/)
    // What the parts come to can be held against the whole.
    expect(text).toMatch(/II\. Theo chế độ.*Cộng.*III\. Theo.*Cộng.*IV\. Theo.*Cộng/)
    const sheet = await staff.approver(contract.downloadSettlement, { id, format: 'xlsx' })
    expect(sheet.name).toContain('quý 4 năm 2026')
  })
})
