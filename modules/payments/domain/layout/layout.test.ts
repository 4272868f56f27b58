import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Order } from '../iso/orders.ts'
import { NotUnderstood } from '../not-understood.ts'
import type { ResponseReader } from '../response.ts'
import { usualAnswers, usualOrders } from './built-in.ts'
import { writeDelimited } from './delimited.ts'
import { AnswerLayout, OrderLayout } from './layout.ts'
import { readAnswers, RowsWrong } from './read-answers.ts'
import { rowsOfOrders } from './write-orders.ts'

const order: Order = {
  number: 1,
  endToEndId: 'DC-26-0002-000001',
  payeeName: 'Nguyễn Thị Hòa',
  areaId: 8824,
  amount: dong(1_350_000),
  channel: 'cash_home',
  bank: null,
  bic: null,
  account: null,
  payPointId: 7,
  holder: null,
  receiver: { fullName: 'Trần Văn Nam' },
}
const places = { areas: new Map([[8824, 'Xã Tam Sơn']]), payPoints: new Map([[7, 'Bưu cục "Chợ"']]) }
const file = {
  messageId: 'DC-26-0002',
  executeOn: civilDate('2026-12-01'),
  month: month('2026-12'),
  isOnce: false,
  blocks: [{ areaId: 8824, orders: 1, amount: dong(1_350_000) }],
}

/** What a post office of another kind asks for. */
const others: OrderLayout = OrderLayout.parse({
  file: 'csv',
  encoding: 'utf-16',
  separator: ';',
  days: 'dd/mm/yyyy',
  money: 'dots',
  hasHeader: true,
  isPlain: true,
  columns: [
    { field: 'number', header: 'STT', most: null, text: '', total: 'label' },
    { field: 'payee', header: 'HO TEN', most: 10, text: '', total: 'none' },
    { field: 'channel', header: 'HINH THUC', most: null, text: '', total: 'count' },
    { field: 'amount', header: 'SO TIEN', most: null, text: '', total: 'sum' },
    { field: 'day', header: 'NGAY', most: null, text: '', total: 'none' },
    { field: 'text', header: 'LOAI', most: null, text: 'TGXH', total: 'none' },
    { field: 'key', header: 'MA', most: null, text: '', total: 'none' },
  ],
  channels: { account: 'CK', wallet: 'VI', cash_point: 'TM', cash_home: 'TN' },
  totalLabel: 'Cong',
})

describe('a list of orders', () => {
  test('in the usual layout says who is paid where, and in its last row how much', async () => {
    expect(await written(usualOrders)).toBe(
      '\uFEFFma_lenh,nguoi_nhan,hinh_thuc,ngan_hang,so_tai_khoan,diem_chi,don_vi,so_tien\r\n' +
        'DC-26-0002-000001,Nguyễn Thị Hòa (nhận thay: Trần Văn Nam),cash_home,,,"Bưu cục ""Chợ""",Xã Tam Sơn,1350000\r\n' +
        'TONG,DC-26-0002,1,,,,,1350000\r\n',
    )
  })

  test('in the layout of a provider has its columns, its words, its dates and its letters', async () => {
    expect(await written(others, 'utf16le')).toBe(
      '\uFEFFSTT;HO TEN;HINH THUC;SO TIEN;NGAY;LOAI;MA\r\n' +
        '1;Nguyen Thi;TN;1.350.000;01/12/2026;TGXH;DC-26-0002-000001\r\n' +
        'Cong;;1;1.350.000;;;\r\n',
    )
  })

  test('is never finished with other totals than it begins with', async () => {
    const short = { ...file, blocks: [{ areaId: 8824, orders: 2, amount: dong(2) }] }
    await expect(written(usualOrders, 'utf8', short)).rejects.toThrow('has 1, 1350000')
  })

  test.for([
    ['no key', { columns: others.columns.filter(({ field }) => field !== 'key') }],
    ['no amount', { columns: others.columns.filter(({ field }) => field !== 'amount') }],
    ['the same head twice', { columns: [...others.columns, others.columns[0]] }],
  ] as const)('with %s is no layout', ([, wrong]) => {
    expect(OrderLayout.safeParse({ ...others, ...wrong }).success).toBe(false)
  })
})

const theirs: AnswerLayout = AnswerLayout.parse({
  ...others,
  encoding: 'utf-8',
  columns: [
    { field: 'key', header: 'Mã lệnh' },
    { field: 'result', header: 'Kết quả' },
    { field: 'amount', header: 'Số tiền' },
    { field: 'day', header: 'Ngày trả' },
  ],
  results: [
    { said: 'Đã nhận', outcome: 'paid' },
    { said: 'Vắng', outcome: 'unclaimed' },
  ],
  otherwise: null,
  totalLabel: 'Tổng cộng',
  mark: null,
})

describe('an answer in the layout of a provider', () => {
  const rows = [
    'BƯU ĐIỆN TỈNH;;;;',
    'STT;Ngày trả;MA LENH;Số tiền;Kết quả',
    '1;05/12/2026;DC-1;540.000;đã nhận',
    '2;18/12/2026;DC-2;1.080.000;VẮNG',
    ';Tổng cộng;2;1.620.000;',
  ]

  test('is found by its heads, below whatever stands above them, and read by its words', () => {
    const { lines, head } = readAll(readAnswers(theirs), rows.join('\n'), 5)
    expect(lines).toMatchObject([
      { endToEndId: 'DC-1', outcome: 'paid', amount: 540_000, bookedOn: '2026-12-05' },
      { endToEndId: 'DC-2', outcome: 'unclaimed', amount: 1_080_000, bookedOn: '2026-12-18' },
    ])
    expect(head).toMatchObject({ kind: 'csv', messageId: '', about: null })
  })

  test('tells of each row that cannot be taken which it is and why, and is refused as a whole', () => {
    const wrong = [
      ...rows.slice(0, 3),
      '2;18/12/2026;DC-2;5.4tr;VẮNG',
      '3;18/12/2026;DC-3;540.000;đi vắng',
      '4;31/02/2026;DC-4;540.000;vắng',
      '5;18/12/2026;;540.000;vắng',
      ';Tổng cộng;1;540.001;',
      'hết',
    ]
    expect(faultsOf(wrong.join('\n'))).toEqual([
      [4, 'Số tiền', '5.4tr', 'amount'],
      [5, 'Kết quả', 'đi vắng', 'result'],
      [6, 'Ngày trả', '31/02/2026', 'day'],
      [7, 'Mã lệnh', '', 'missing'],
      [8, 'Số tiền', '1, 540001', 'sum_differs'],
      [9, null, 'hết', 'after_total'],
    ])
  })

  test('may name nothing but who was paid: a line without a result then means what the layout says', () => {
    const bare = { ...theirs, otherwise: 'paid' as const, totalLabel: null }
    const { lines } = readAll(readAnswers(bare), [...rows.slice(0, 2), '1;;DC-1;540.000;'].join('\n'))
    expect(lines).toMatchObject([{ outcome: 'paid', bookedOn: null }])
  })

  test.for([
    ['neither a key nor an account with a name', { columns: theirs.columns.slice(1) }],
    ['no way to tell what happened', { results: [] }],
  ] as const)('with %s is no layout', ([, wrong]) => {
    expect(AnswerLayout.safeParse({ ...theirs, ...wrong }).success).toBe(false)
  })

  test('broken anywhere is refused or read, and nothing else ever happens', () => {
    const text = rows.join('\n')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ';', '"', '\n', 'x', '\u0000', '999')), {
          minLength: 1,
          maxLength: 4,
        }),
        (wounds) => {
          let broken = text
          for (const [at, what] of wounds) {
            const place = at % broken.length
            broken = broken.slice(0, place) + what + broken.slice(place + 1)
          }
          expect(['read', 'refused']).toContain(readOrRefuse(broken))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('an answer in CSV', () => {
  const good =
    'TRALOI,BD-1,DC-26-0002\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\nDC-26-0002-000001,da_chi,540000,2026-12-05,,P1\r\nDC-26-0002-000002,chua_linh,810000,2026-12-18,"Vắng nhà, đã báo",P2\r\nTONG,2,1350000\r\n'

  test('says who got the money and who did not', () => {
    const { lines, head } = readAll(readAnswers(usualAnswers), good, 7)
    expect(head).toMatchObject({ kind: 'csv', messageId: 'BD-1', about: 'DC-26-0002' })
    expect(lines).toMatchObject([
      { endToEndId: 'DC-26-0002-000001', outcome: 'paid', amount: 540_000, providerRef: 'P1' },
      { endToEndId: 'DC-26-0002-000002', outcome: 'unclaimed', reason: 'Vắng nhà, đã báo' },
    ])
  })

  test.for([
    ['without its last line', good.slice(0, good.indexOf('TONG'))],
    ['with another sum', good.replace('1350000', '1350001')],
    ['with another count', good.replace('TONG,2', 'TONG,3')],
    ['with an unknown result', good.replace('da_chi', 'da_an')],
    ['with hundredths', good.replace('540000', '540000.5')],
    ['with an open quotation', good.replace('báo"', 'báo')],
    ['with more after the end', `${good}x,y\r\n`],
    ['without columns', good.replace('ma_lenh,', '')],
  ] as const)('%s is refused', ([, text]) => {
    expect(() => readAll(readAnswers(usualAnswers), text)).toThrow(NotUnderstood)
  })
})

async function written(layout: OrderLayout, encoding: BufferEncoding = 'utf8', said = file) {
  const rows = rowsOfOrders(said, pagesOf([order]), { layout, places })
  return Buffer.concat(await Array.fromAsync(writeDelimited(rows, layout))).toString(encoding)
}

async function* pagesOf(orders: readonly Order[]) {
  yield orders
}

function faultsOf(text: string) {
  try {
    readAll(readAnswers(theirs), text)
  } catch (error) {
    if (error instanceof RowsWrong)
      return error.faults.map(({ row, header, said, why }) => [row, header, said, why])
    throw error
  }
  return []
}

function readOrRefuse(text: string) {
  try {
    readAll(readAnswers(theirs), text)
    return 'read'
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
    return 'refused'
  }
}

function readAll(reader: ResponseReader, text: string, size = 64_000) {
  const bytes = Buffer.from(text)
  const lines = []
  for (let at = 0; at < bytes.length; at += size) lines.push(...reader.write(bytes.subarray(at, at + size)))
  const { lines: last, head } = reader.end()
  return { lines: [...lines, ...last], head }
}
