import type { AnswerLayout, OrderLayout } from './layout.ts'

const plain = {
  file: 'csv',
  encoding: 'utf-8-mark',
  separator: ',',
  days: 'yyyy-mm-dd',
  money: 'plain',
} as const
const column = { most: null, text: '', total: 'none' } as const

/** The list for a provider that asks for no other (docs in simulators/post-office). */
export const usualOrders: OrderLayout = {
  ...plain,
  hasHeader: true,
  isPlain: false,
  columns: [
    { ...column, field: 'key', header: 'ma_lenh', total: 'label' },
    { ...column, field: 'payee_and_receiver', header: 'nguoi_nhan', total: 'message' },
    { ...column, field: 'channel', header: 'hinh_thuc', total: 'count' },
    { ...column, field: 'bank', header: 'ngan_hang' },
    { ...column, field: 'account', header: 'so_tai_khoan' },
    { ...column, field: 'pay_point', header: 'diem_chi' },
    { ...column, field: 'area', header: 'don_vi' },
    { ...column, field: 'amount', header: 'so_tien', total: 'sum' },
  ],
  channels: { account: 'account', wallet: 'wallet', cash_point: 'cash_point', cash_home: 'cash_home' },
  totalLabel: 'TONG',
}

/** The answer to it. */
export const usualAnswers: AnswerLayout = {
  ...plain,
  columns: [
    { field: 'key', header: 'ma_lenh' },
    { field: 'result', header: 'ket_qua' },
    { field: 'amount', header: 'so_tien' },
    { field: 'day', header: 'ngay' },
    { field: 'reason', header: 'ly_do' },
    { field: 'reference', header: 'ma_tham_chieu' },
  ],
  results: [
    { said: 'da_chi', outcome: 'paid' },
    { said: 'tra_lai', outcome: 'returned' },
    { said: 'tu_choi', outcome: 'rejected' },
    { said: 'da_thu_hoi', outcome: 'recalled' },
    { said: 'chua_linh', outcome: 'unclaimed' },
    // Of money asked back for the treasury, by the code of the refund.
    { said: 'da_hoan_tra', outcome: 'refunded' },
  ],
  otherwise: null,
  totalLabel: 'TONG',
  mark: 'TRALOI',
}
