import { tenths } from '#kernel/dong'
import { ageBelow, all, any, flag, inGroup, is, not, type Group } from '../domain/rule-set.ts'
import { nd20, nd335 } from './sources.ts'

/** MSA-7 — trẻ em dưới 3 tuổi ở xã, thôn đặc biệt khó khăn, không thuộc khoản 1, 3, 6. New in R21. */
export const msa7R21: Group = {
  id: 'MSA-7',
  benefit: 'monthly_allowance',
  component: 'allowance',
  base: 'standard',
  label: {
    vi: 'Trẻ em dưới 3 tuổi, hộ nghèo hoặc cận nghèo, vùng đặc biệt khó khăn',
    en: 'Child under 3, poor or near-poor, in an area of extreme difficulty',
  },
  cite: nd20('khoản 7 Điều 5'),
  when: all(
    ageBelow(3),
    is('household', 'poor', 'near_poor'),
    flag('inDifficultArea'),
    not(any(inGroup('MSA-1'), inGroup('MSA-3'), inGroup('MSA-6'))),
  ),
  bands: [
    {
      id: 'MSA-7',
      label: { vi: 'dưới 3 tuổi', en: 'under 3' },
      coefficient: tenths(15),
      cite: nd20('điểm g khoản 1 Điều 6'),
    },
  ],
}

export const msa7R26: Group = {
  ...msa7R21,
  cite: nd335('khoản 7 Điều 5'),
  bands: msa7R21.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
