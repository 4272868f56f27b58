import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import { readSheet } from '#platform/server/sheets'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import { draw, givenDisabled, tamSon } from '../testing.ts'
import { downloadList } from './download-list.ts'
import { setOpening } from './opening.ts'
import { openPayPoint, setChannels } from './pay-points.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

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
    expect(texts.flat().join('|')).not.toContain('MSA')
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
    // 25 people at the commune on 8 + 11 + 6 rows, 5 at the pay point on one page.
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(4)
  })

  test('with nobody on it is refused', async () => {
    await expect(own.request((ctx) => downloadList(ctx, { id, format: 'pdf', areaId: 1 }))).rejects.toThrow(
      'payroll.list_empty',
    )
  })
})
