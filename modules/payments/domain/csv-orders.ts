import type { Order, OrderFile } from './iso/orders.ts'

/** The columns of a list for a provider without ISO messages, and of its answer (docs in simulators/post-office). */
export const orderColumns = [
  'ma_lenh',
  'nguoi_nhan',
  'hinh_thuc',
  'ngan_hang',
  'so_tai_khoan',
  'diem_chi',
  'don_vi',
  'so_tien',
] as const

export type PlaceNames = {
  readonly areas: ReadonlyMap<number, string>
  readonly payPoints: ReadonlyMap<number, string>
}

/** Writes a list of orders as CSV in pieces: a line of heads, the orders, and a last line with count and sum. */
export async function* writeCsvOrders(
  file: OrderFile,
  pages: AsyncIterable<readonly Order[]>,
  { areas, payPoints }: PlaceNames,
): AsyncGenerator<string> {
  // The mark tells Excel that the letters are UTF-8.
  yield `\uFEFF${row(orderColumns)}`
  let orders = 0
  let amount = 0
  for await (const page of pages) {
    let piece = ''
    for (const order of page) {
      orders++
      amount += order.amount
      piece += row([
        order.endToEndId,
        order.receiver ? `${order.payeeName} (nhận thay: ${order.receiver.fullName})` : order.payeeName,
        order.channel,
        order.bank ?? '',
        order.account ?? '',
        order.payPointId === null ? '' : (payPoints.get(order.payPointId) ?? ''),
        areas.get(order.areaId) ?? '',
        String(order.amount),
      ])
    }
    yield piece
  }
  const expected = file.blocks.reduce((sum, block) => sum + block.amount, 0)
  const count = file.blocks.reduce((sum, block) => sum + block.orders, 0)
  if (orders !== count || amount !== expected)
    throw new Error(`A list of ${count} orders, ${expected} đồng, has ${orders}, ${amount}`)
  yield row(['TONG', file.messageId, String(orders), '', '', '', '', String(amount)])
}

/** A line of CSV; what a spreadsheet would run as a formula is text. */
export function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: string) {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
