import type { AmountFact, ChoiceFact, FlagFact } from '#modules/entitlement/engine'
import { money } from './format.ts'

const lost = (who: string) => ({
  dead: `${who} đã mất`,
  unidentified: `không biết ${who} là ai`,
  missing_declared: `${who} bị Tòa án tuyên bố mất tích`,
  in_facility: `${who} đang ở cơ sở trợ giúp xã hội`,
  detained: `${who} đang chấp hành án hoặc ở cơ sở bắt buộc`,
})

const is: Readonly<Partial<Record<ChoiceFact, Readonly<Record<string, string>>>>> = {
  household: { poor: 'thuộc hộ nghèo', near_poor: 'thuộc hộ cận nghèo' },
  disability: {
    exceptionally_severe: 'có giấy xác nhận khuyết tật đặc biệt nặng',
    severe: 'có giấy xác nhận khuyết tật nặng',
  },
  father: lost('cha'),
  mother: lost('mẹ'),
  obligor: {
    none: 'không có ai chăm sóc, nuôi dưỡng',
    on_allowance: 'người nuôi dưỡng cũng đang nhận trợ cấp',
  },
  care: { own_household: 'được gia đình chăm sóc', taken_in: 'được người khác nhận chăm sóc' },
  facility: { A: 'đang ở cơ sở trợ giúp xã hội' },
}

/** Of the private question nothing is repeated, for somebody may look over the shoulder. */
const flag: Readonly<Partial<Record<FlagFact, string>>> = {
  abandoned: 'bị bỏ rơi, chưa có cha mẹ nuôi',
  hiv: 'điều riêng tư đã trả lời',
  isStudying: 'đang đi học',
  wasChildWithoutSupport: 'trước 16 tuổi đã nhận trợ cấp này',
  isPregnant: 'đang mang thai',
  inDifficultArea: 'sống ở vùng đặc biệt khó khăn',
  facilityEligibleInCommunity: 'không tự lo được, có người nhận chăm sóc',
}

const age = (months: number) => (months < 36 ? `${months} tháng tuổi` : `${Math.floor(months / 12)} tuổi`)
const limit = (months: number) => (months <= 36 ? `${months} tháng tuổi` : `${months / 12} tuổi`)

const without: Readonly<Record<AmountFact, string>> = {
  pension: 'không có lương hưu',
  socialInsurance: 'không có trợ cấp bảo hiểm xã hội hằng tháng',
  meritorious: 'không có trợ cấp người có công',
}
const small: Readonly<Record<AmountFact, (most: number) => string>> = {
  pension: (most) => `lương hưu dưới ${money(most)}`,
  socialInsurance: (most) => `trợ cấp bảo hiểm xã hội dưới ${money(most)}`,
  meritorious: (most) => `trợ cấp người có công dưới ${money(most)}`,
}

export const reasonsVi = {
  is,
  flag,
  alone: 'một mình nuôi con',
  ageFrom: (found: number, needed: number) => `${age(found)} (cần từ đủ ${limit(needed)})`,
  ageBelow: (found: number, needed: number) => `${age(found)} (cần dưới ${limit(needed)})`,
  children: (found: number, areSmall: boolean) =>
    `đang nuôi ${found} con dưới ${areSmall ? '36 tháng tuổi' : '16 tuổi'}`,
  without,
  small,
}
export type ReasonWords = typeof reasonsVi
