import type { FundSource, Outcome, PaymentChannel, Programme } from '../contract.ts'

/** What becomes of an order, by which way it goes, what it is for and whose money it is: in the words of every page about money. */
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

export const programmes = {
  monthly_allowance: 'Trợ cấp xã hội hằng tháng',
  social_pension: 'Trợ cấp hưu trí xã hội',
  care: 'Hỗ trợ chăm sóc, nuôi dưỡng',
  one_off: 'Trợ giúp một lần',
} satisfies Record<Programme, string> as Record<Programme, string>

export const sources = {
  central: 'Ngân sách trung ương',
  province: 'Ngân sách cấp tỉnh',
  commune: 'Ngân sách cấp xã',
} satisfies Record<FundSource, string> as Record<FundSource, string>
