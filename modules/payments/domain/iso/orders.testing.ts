import { civilDate, instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Order, OrderFile } from './orders.ts'

/** An order into an account, and the file of a commune that holds it and no other. */
export const anOrder: Order = {
  number: 1,
  endToEndId: 'DC-26-0001-000001',
  payeeName: 'Nguyễn Thị Hòa',
  areaId: 8824,
  amount: dong(447_000),
  channel: 'account',
  bank: 'Agribank',
  bic: 'VBAAVNVX',
  account: '2600205123456',
  payPointId: null,
  holder: null,
  receiver: null,
}

export const aFile: OrderFile = {
  messageId: 'DC-26-0001',
  format: 'pain.001.001.09',
  createdAt: instant('2026-11-23T02:00:00Z'),
  executeOn: civilDate('2026-12-01'),
  month: month('2026-12'),
  debtor: { name: 'Ủy ban nhân dân xã Tam Sơn', account: '3713012345678', bic: 'VBAAVNVX' },
  isOnce: false,
  isPlain: false,
  blocks: [{ areaId: 8824, orders: 1, amount: dong(447_000) }],
}
