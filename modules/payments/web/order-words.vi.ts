import type { Outcome, PaymentChannel } from '../contract.ts'

/** What becomes of an order, and by which way it goes, in the words of every page about money. */
export const outcomes = {
  paid: 'đã chi',
  returned: 'trả lại',
  rejected: 'từ chối',
  recalled: 'đã thu hồi',
  unclaimed: 'chưa lĩnh',
  accepted: 'đã nhận lệnh',
  transferred: 'tiền vào tài khoản',
  refunded: 'hoàn trả ngân sách',
  other: 'không liên quan',
} satisfies Record<Outcome, string> as Record<Outcome, string>

export const channels = {
  account: 'Tài khoản',
  wallet: 'Ví điện tử',
  cash_point: 'Tiền mặt tại điểm chi',
  cash_home: 'Tiền mặt tại nhà',
} satisfies Record<PaymentChannel, string> as Record<PaymentChannel, string>
