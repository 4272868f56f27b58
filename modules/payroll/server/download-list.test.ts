import { Workbook } from '@cj-tech-master/excelts'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { readSheet } from '#platform/server/sheets'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import { listLinesToPrint } from '../db/lines.ts'
import { getRunRow } from '../db/runs.ts'
import { draw, givenDisabled, tamSon } from '../testing.ts'
import { downloadList } from './download-list.ts'
import { setOpening } from './opening.ts'
import { setChannels } from './channels.ts'
import { openPayPoint } from './pay-points.ts'
import { planPaper } from './plan-paper.ts'

let own: OwnDatabase
let commune: number
let payPoint: number
let id: PaymentRunId

const family = ['Nguyễn', 'Trần', 'Phùng', 'Đỗ', 'Lê']
const given = ['Ánh', 'Bảy', 'Chắt', 'Đượm', 'Ỷ', 'Út', 'Hoà', 'Quý']
const names = Array.from({ length: 30 }, (_, index) => `${family[index % 5]} Thị ${given[index % 8]}`)

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-11-30'))).get(tamSon)!
      const people = await givenDisabled(
        ctx,
        names.map((name) => ({ name, areaId: tamSon })),
      )
      payPoint = (await openPayPoint(ctx, { areaId: commune, name: 'Bưu điện Tam Sơn', kind: 'post_office' }))
        .id
      await setChannels(
        ctx,
        people
          .slice(0, 5)
          .map((personId) => ({ personId, channel: { method: 'cash', payPointId: payPoint } })),
      )
      await setChannels(
        ctx,
        people.slice(5, 10).map((personId) => ({
          personId,
          channel: { method: 'account', bank: 'Agribank', account: '2600205123456' },
        })),
      )
      await setOpening(ctx, { month: month('2026-11'), knownAt: instant('2026-10-15T00:00:00Z') })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  ;({ id } = await draw(own, '2026-11', commune))
})
afterAll(() => own.drop())

describe('a list to take along', () => {
  test('as Excel has every line, sorted as Vietnamese names are, and the total in words', async () => {
    const file = await own.request((ctx) => downloadList(ctx, { id, format: 'xlsx' }))
    expect(file.name).toMatch(/^Danh sách chi trả 2026-11 - .+\.xlsx$/)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { rows } = await readSheet({ name: file.name, bytes })
    const texts = rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))
    const lines = texts.filter(([number]) => /^\d+$/.test(number ?? ''))
    expect(lines).toHaveLength(30)
    expect(lines[0]).toEqual(expect.arrayContaining(['1984', 'Trợ cấp xã hội hằng tháng', '11/2026']))
    expect(texts.flat().join('|')).toContain('Hai mươi tư triệu ba trăm nghìn đồng')
    expect(texts.flat()).toEqual(
      expect.arrayContaining(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'THỦ TRƯỞNG ĐƠN VỊ']),
    )
    expect(texts.flat().join('|')).not.toContain('MSA')
  })

  test('as Excel counts people and shares in whole numbers, under a letterhead as on paper', async () => {
    const file = await own.request((ctx) => downloadList(ctx, { id, format: 'xlsx', areaId: commune }))
    const workbook = new Workbook()
    await workbook.xlsx.load(new Uint8Array(await file.arrayBuffer()))
    const sheet = workbook.worksheets[0]!
    expect(['A1', 'A2', 'E1', 'E2', 'A3'].map((cell) => sheet.getCell(cell).value)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ TAM SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'DANH SÁCH CHI TRẢ TRỢ GIÚP XÃ HỘI THÁNG 11/2026',
    ])
    const spans = ['D1', 'N1', 'D2', 'N2', 'N3', 'N4'].map((cell) => sheet.getCell(cell).master.address)
    expect(spans).toEqual(['A1', 'E1', 'A2', 'E2', 'A3', 'A4'])
    // Number, coefficient and shares of the first line, below the heads of the columns.
    expect(['A6', 'G6', 'H6'].map((cell) => sheet.getCell(cell).numFmt)).toEqual(['0', '0.0#', '0'])
    expect(['A6', 'G6', 'H6'].map((cell) => sheet.getCell(cell).value)).toEqual([1, 1.5, 1])
  })

  test('of a pay point has that pay point’s people only', async () => {
    const file = await own.request((ctx) => downloadList(ctx, { id, format: 'xlsx', payPointId: payPoint }))
    const { rows } = await readSheet({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    expect(rows.filter(({ cells }) => /^\d+$/.test(cells[0]?.text ?? ''))).toHaveLength(5)
  })

  test('as PDF is set in type, a list for each pay point, fonts embedded', async () => {
    const file = await own.request((ctx) => downloadList(ctx, { id, format: 'pdf' }))
    const bytes = Buffer.from(await file.arrayBuffer())
    if (process.env['KEEP_PDF']) await writeFile(process.env['KEEP_PDF'], bytes)
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('Tinos')
    // 20 people at the commune on 9 + 8 + 3 rows, 5 at the pay point, 5 by transfer, and the sum of all.
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(6)
  })

  test('asks for a signature only for cash, numbers everybody once, and ends with the sum of all', async () => {
    const plan = await own.request(async (ctx) => {
      const run = await getRunRow(ctx, id)
      const lines = await listLinesToPrint(ctx, run, {}, 100)
      const names = {
        areas: new Map([[commune, 'Xã Tam Sơn']]),
        payPoints: new Map([[payPoint, 'Bưu điện']]),
      }
      return planPaper(run, lines, names, ctx.today)
    })
    expect(
      plan.lists.map(({ subtitle, columns, pages }) => [
        subtitle,
        columns.at(-1),
        pages[0]!.rows[0]!.number,
        pages.at(-1)!.running.people,
      ]),
    ).toEqual([
      ['Tiền mặt, chi trả tại xã', 'Ký nhận', '1', '20 người'],
      ['Tiền mặt, điểm chi trả: Bưu điện', 'Ký nhận', '21', '5 người'],
      ['Chuyển khoản', 'Ngân hàng, tài khoản', '26', '5 người'],
    ])
    expect(plan.lists[2]!.pages[0]!.rows.map(({ account }) => account)).toEqual(
      Array(5).fill('Agribank ****3456'),
    )
    expect(JSON.stringify(plan)).not.toContain('2600205123456')
    expect(plan.whole).toMatchObject({
      sum: { people: '30 người', total: '24.300.000' },
      inWords: 'Hai mươi tư triệu ba trăm nghìn đồng',
    })
    expect(plan.inSystem).toBe('Lập trên hệ thống: Trần Thị Kế')
  })

  test('with nobody on it is refused', async () => {
    await expect(own.request((ctx) => downloadList(ctx, { id, format: 'pdf', areaId: 1 }))).rejects.toThrow(
      'payroll.list_empty',
    )
  })
})
