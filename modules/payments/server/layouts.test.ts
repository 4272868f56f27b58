import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSheet } from '#platform/server/sheets'
import * as contract from '../contract.ts'
import { AnswerLayout, OrderLayout, type EnvelopeId, type ProviderId } from '../contract.ts'
import { usualAnswers, usualOrders } from '../domain/layout/built-in.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { clientOf, presently, type Client } from '../testing.ts'

let town: PayingTown
let id: ProviderId
let envelopeId: EnvelopeId
let administrator: Client

/** A workbook with other columns, and an answer in other words. */
const orders = OrderLayout.parse({
  ...usualOrders,
  file: 'xlsx',
  columns: [
    { field: 'number', header: 'STT', most: null, text: '', total: 'label' },
    { field: 'payee', header: 'Họ và tên', most: null, text: '', total: 'none' },
    { field: 'key', header: 'Mã', most: null, text: '', total: 'count' },
    { field: 'amount', header: 'Tiền', most: null, text: '', total: 'sum' },
  ],
})
const answers = AnswerLayout.parse({
  ...usualAnswers,
  money: 'dots',
  separator: ';',
  columns: [
    { field: 'key', header: 'Mã' },
    { field: 'result', header: 'Kết quả' },
    { field: 'amount', header: 'Tiền' },
  ],
  results: [{ said: 'đã phát', outcome: 'paid' }],
  totalLabel: null,
  mark: null,
})

beforeAll(async () => {
  town = await openPayingTown()
  id = town.postOffice as ProviderId
  envelopeId = await town.envelopeOf('post_office')
  administrator = clientOf(
    town.own,
    {
      userId: '0197f000-0000-7000-8000-0000000000ad',
      name: 'Quản trị',
      can: ['payments.lay_out', 'payments.approve'],
    },
    presently,
  )
})
afterAll(() => town.close())

const keep = (more: object = {}) =>
  administrator(contract.keepLayout, { id, orders, answers, requestId: crypto.randomUUID(), ...more })

test('what its words mean is said once, and by whoever approves payments', async () => {
  const twice = {
    ...usualAnswers,
    results: [...usualAnswers.results, { said: 'Đã chi', outcome: 'unclaimed' }],
  }
  expect(AnswerLayout.safeParse(twice).success).toBe(false)
  const keeper = clientOf(town.own, { can: ['payments.lay_out'] }, presently)
  const other = { id, orders: usualOrders, requestId: crypto.randomUUID() }
  await expect(keeper(contract.keepLayout, { ...other, answers })).rejects.toThrow(
    'payments.layout_meaning_by_approver',
  )
})

describe('the list of a provider', () => {
  test('is laid out the usual way until somebody says otherwise', async () => {
    expect(await administrator(contract.getLayout, { id })).toMatchObject({
      orders: usualOrders,
      answers: usualAnswers,
      made: null,
    })
  })

  test('is tried on an envelope before it is used, whose payees whoever tries it does not see', async () => {
    const preview = await administrator(contract.previewLayout, { id, orders, envelopeId })
    expect(preview).toMatchObject({ name: expect.stringMatching(/\.xlsx$/), left: 0 })
    expect(preview.rows).toHaveLength(5)
    expect(preview.rows.at(-1)).toEqual(['TONG', '', '3', String(3 * one)])
    const { rows } = await town.staff.clerk(contract.listInstructions, { id: envelopeId, page: 1 })
    const said = JSON.stringify(preview.rows)
    for (const { payee, endToEndId } of rows) {
      expect(said).toContain(endToEndId)
      expect(said).not.toContain(payee.name)
    }
  })

  test('goes out as it was kept, and is the same to the byte when it is made again, whatever is kept later', async () => {
    await keep()
    await town.approve(envelopeId)
    await town.send(envelopeId)
    const [name] = (await readdir(join(town.home, 'orders'))).filter((one) => one.endsWith('.xlsx'))
    const sent = await readFile(join(town.home, 'orders', name!))
    const sheet = await readSheet({ name: name!, bytes: sent })
    const cells = sheet.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))
    expect(cells[0]).toEqual(['STT', 'Họ và tên', 'Mã', 'Tiền'])
    expect(cells).toHaveLength(5)
    expect(cells.at(-1)).toEqual(['TONG', '', '3', String(3 * one)])
    await keep({ orders: usualOrders })
    const again = await town.staff.clerk(contract.downloadOrderFile, { id: envelopeId })
    expect(Buffer.from(await again.arrayBuffer()).equals(sent)).toBe(true)
  })
})

describe('the answer of a provider', () => {
  const answer = async (results: readonly string[]) => {
    const { rows } = await town.staff.clerk(contract.listInstructions, { id: envelopeId, page: 1 })
    const lines = rows.map(({ endToEndId }, place) => `${endToEndId};${results[place]};810.000`)
    return new File([`Mã;Kết quả;Tiền\r\n${lines.join('\r\n')}\r\n`], 'tra-loi.csv')
  }
  const read = async (file: File) => {
    await town.staff.accountant(contract.receiveResponse, { providerId: id, file })
    await town.own.runJobs()
    return town.staff.clerk(contract.listResponses, {})
  }
  const states = async () => {
    const { rows } = await town.staff.clerk(contract.listInstructions, { id: envelopeId, page: 1 })
    return rows.map(({ state }) => state)
  }

  test('with rows that cannot be read is refused as a whole, and each of them is told with why', async () => {
    const file = await answer(['đã phát', 'vắng nhà', 'đã phát'])
    const [refused] = await read(file)
    expect(refused).toMatchObject({
      state: 'refused',
      faults: [{ row: 3, header: 'Kết quả', said: 'vắng nhà', why: 'result' }],
    })
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
    const tried = await administrator(contract.tryAnswer, { id, answers: JSON.stringify(answers), file })
    expect(tried).toMatchObject({ lines: 2, wrong: 1, because: null, faults: refused!.faults })
  })

  test('written at home by whoever prepared and sent the orders counts for nothing', async () => {
    const file = await answer(['đã phát', 'đã phát', 'đã phát'])
    const { jobId } = await town.staff.clerk(contract.receiveResponse, { providerId: id, file })
    await town.own.runJobs()
    const { rows } = await town.own.request((ctx) =>
      sql`select state, problem ->> 'code' as code from platform.job where id = ${jobId}`.execute(ctx.db()),
    )
    expect(rows).toEqual([{ state: 'failed', code: 'payments.answer_by_second_person' }])
    expect(await states()).toEqual(['sent', 'sent', 'sent'])
    expect(await town.staff.clerk(contract.listResponses, {})).toHaveLength(1)
  })

  test('is read after all once its layout is mended, and only once', async () => {
    const results = [...answers.results, { said: 'Vắng nhà', outcome: 'unclaimed' as const }]
    await keep({ answers: { ...answers, results } })
    const file = await answer(['đã phát', 'vắng nhà', 'đã phát'])
    const [newest] = await read(file)
    expect(newest).toMatchObject({ state: 'read', lines: 3, amount: 3 * one })
    expect(await states()).toEqual(['paid', 'unclaimed', 'paid'])
    expect(await read(file)).toHaveLength(2)
  })
})

test('nobody lays out the lists of a provider that serves units that are not theirs', async () => {
  const elsewhere = clientOf(town.own, { areaId: 3, areaIds: [3], can: ['payments.lay_out'] }, presently)
  await expect(elsewhere(contract.getLayout, { id })).rejects.toThrow('payments.provider_not_found')
  expect(await elsewhere(contract.listLayouts, {})).toEqual([])
})
