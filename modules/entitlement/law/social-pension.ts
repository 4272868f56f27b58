import { tenths } from '#kernel/dong'
import { ageBelow, ageFrom, all, amountBelow, is, type Group } from '../domain/rule-set.ts'
import { nd176, nd176as335 } from './sources.ts'

const pension = { benefit: 'social_pension', component: 'social_pension', base: 'social_pension' } as const

/** Two sources together count; a small pension does not shut out (SP-03). Meritorious allowances are not looked at (SP-05). */
const noOrSmallPension = amountBelow('social_pension', 'pension', 'socialInsurance')

/** SP-A — trợ cấp hưu trí xã hội từ đủ 75 tuổi. */
export const spA: Group = {
  ...pension,
  id: 'SP-A',
  label: { vi: 'Hưu trí xã hội, từ đủ 75 tuổi', en: 'Social pension, from 75' },
  cite: nd176('điểm a, b khoản 1 Điều 2'),
  when: all(ageFrom(75), noOrSmallPension),
  bands: [
    {
      id: 'SP-A',
      label: { vi: 'từ đủ 75 tuổi', en: 'from 75' },
      coefficient: tenths(10),
      cite: nd176('khoản 1 Điều 3'),
    },
  ],
}

/** SP-B — từ đủ 70 đến dưới 75 tuổi thuộc hộ nghèo, hộ cận nghèo. */
export const spB: Group = {
  ...pension,
  id: 'SP-B',
  label: {
    vi: 'Hưu trí xã hội, từ đủ 70 đến dưới 75 tuổi, hộ nghèo hoặc cận nghèo',
    en: 'Social pension, 70 to under 75, poor or near-poor',
  },
  cite: nd176('khoản 2 Điều 2'),
  when: all(ageFrom(70), ageBelow(75), is('household', 'poor', 'near_poor'), noOrSmallPension),
  bands: [
    {
      id: 'SP-B',
      label: { vi: 'từ đủ 70 đến dưới 75 tuổi', en: 'from 70 to under 75' },
      coefficient: tenths(10),
      cite: nd176('khoản 1 Điều 3'),
    },
  ],
}

const byDecree335 = (group: Group): Group => ({
  ...group,
  bands: group.bands.map((band) => ({ ...band, cite: nd176as335('khoản 1 Điều 3') })),
})
export const spAR26 = byDecree335(spA)
export const spBR26 = byDecree335(spB)
