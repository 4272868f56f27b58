import type { FundSource, Programme } from '../contract.ts'

/** What budget lines are for and where their money comes from, in the words of every page about money. */
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
