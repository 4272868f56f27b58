import type { LineComponent } from '../contract/shared.ts'

/** What the components are called in Vietnamese, alike on the screen, in a sheet and on paper. */
export const componentNames: Readonly<Record<LineComponent, string>> = {
  allowance: 'Trợ cấp xã hội hằng tháng',
  single_parent: 'Đơn thân nghèo nuôi con',
  social_pension: 'Trợ cấp hưu trí xã hội',
  care: 'Hỗ trợ chăm sóc, nuôi dưỡng',
  parenting: 'Hỗ trợ người khuyết tật nuôi con nhỏ',
  nursing: 'Trợ cấp nuôi dưỡng tại cơ sở',
}
