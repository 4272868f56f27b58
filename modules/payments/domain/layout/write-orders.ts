import type { CivilDate } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import { fieldText } from '../bank-text.ts'
import { narrativeOf, type Order, type OrderFile } from '../iso/orders.ts'
import type { DayFormat, MoneyFormat, OrderColumn, OrderLayout } from './layout.ts'

export type PlaceNames = {
  readonly areas: ReadonlyMap<number, string>
  readonly payPoints: ReadonlyMap<number, string>
}
export type Row = readonly (string | number)[]
type File = Pick<OrderFile, 'messageId' | 'executeOn' | 'month' | 'isOnce' | 'blocks'>

/** The rows of a list of orders in the layout of a provider: heads, orders page by page, and the totals, which must be right. */
export async function* rowsOfOrders(
  file: File,
  pages: AsyncIterable<readonly Order[]>,
  { layout, places }: { layout: OrderLayout; places: PlaceNames },
): AsyncGenerator<Row[]> {
  if (layout.hasHeader) yield [layout.columns.map(({ header }) => header)]
  let orders = 0
  let amount = 0
  for await (const page of pages) {
    yield page.map((order) => layout.columns.map((column) => cellOf(column, order, { file, layout, places })))
    orders += page.length
    amount = page.reduce((sum, order) => sum + order.amount, amount)
  }
  const expected = file.blocks.reduce((sum, block) => sum + block.amount, 0)
  const count = file.blocks.reduce((sum, block) => sum + block.orders, 0)
  if (orders !== count || amount !== expected)
    throw new Error(`A list of ${count} orders, ${expected} đồng, has ${orders}, ${amount}`)
  if (layout.columns.some(({ total }) => total !== 'none'))
    yield [layout.columns.map((column) => totalOf(column, { file, layout, orders, amount }))]
}

type About = { readonly file: File; readonly layout: OrderLayout; readonly places: PlaceNames }

function cellOf({ field, most, text }: OrderColumn, order: Order, { file, layout, places }: About) {
  const { isPlain } = layout
  const said = (value: string) => fieldText(value, { isPlain, most: most ?? 1000 })
  switch (field) {
    case 'number':
      return order.number
    case 'key':
      return order.endToEndId
    case 'payee':
      return said(order.payeeName)
    case 'payee_and_receiver':
      return said(
        order.receiver ? `${order.payeeName} (nhận thay: ${order.receiver.fullName})` : order.payeeName,
      )
    case 'receiver':
      return said(order.receiver?.fullName ?? '')
    case 'holder':
      return said(order.holder ?? order.payeeName)
    case 'channel':
      return layout.channels[order.channel]
    case 'bank':
      return said(order.bank ?? '')
    case 'bic':
      return order.bic ?? ''
    case 'account':
      return order.account ?? ''
    case 'pay_point':
      return said(order.payPointId === null ? '' : (places.payPoints.get(order.payPointId) ?? ''))
    case 'area':
      return said(places.areas.get(order.areaId) ?? '')
    case 'amount':
      return writeMoney(order.amount, layout)
    case 'day':
      return writeDay(file.executeOn, layout.days)
    case 'month':
      return formatMonth(file.month)
    case 'narrative':
      return said(narrativeOf(file))
    case 'text':
      return said(text)
  }
}

function totalOf(
  { total }: OrderColumn,
  { file, layout, orders, amount }: { file: File; layout: OrderLayout; orders: number; amount: number },
) {
  switch (total) {
    case 'none':
      return ''
    case 'label':
      return layout.totalLabel
    case 'message':
      return file.messageId
    case 'count':
      return orders
    case 'sum':
      return writeMoney(amount, layout)
  }
}

const groups = { dots: '.', commas: ',' } as const

/** In a workbook money is a number, whatever it looks like there. */
function writeMoney(amount: number, { file, money }: { file: 'csv' | 'xlsx'; money: MoneyFormat }) {
  if (file === 'xlsx') return amount
  return money === 'plain' ? String(amount) : String(amount).replaceAll(/\B(?=(\d{3})+$)/g, groups[money])
}

function writeDay(day: CivilDate, format: DayFormat) {
  const [year, month, date] = day.split('-')
  switch (format) {
    case 'yyyy-mm-dd':
      return day
    case 'dd/mm/yyyy':
      return `${date}/${month}/${year}`
    case 'yyyymmdd':
      return `${year}${month}${date}`
  }
}
