import { tenths } from '#kernel/dong'
import { ageBelow, all, flag, is, type Group } from '../domain/rule-set.ts'
import { nd136, nd20, nd335 } from './sources.ts'

/** MSA-3 — trẻ em nhiễm HIV/AIDS thuộc hộ nghèo; near-poor is not enough (POV-03). */
export const msa3R13: Group = {
  id: 'MSA-3',
  benefit: 'monthly_allowance',
  component: 'allowance',
  base: 'standard',
  label: { vi: 'Trẻ em nhiễm HIV thuộc hộ nghèo', en: 'Child with HIV in a poor household' },
  cite: nd136('khoản 3 Điều 5'),
  when: all(ageBelow(16), is('household', 'poor'), flag('hiv')),
  bands: [
    {
      id: 'MSA-3-A',
      label: { vi: 'dưới 4 tuổi', en: 'under 4' },
      when: ageBelow(4),
      coefficient: tenths(25),
      cite: nd136('điểm c khoản 1 Điều 6'),
    },
    {
      id: 'MSA-3-B',
      label: { vi: 'từ đủ 4 đến dưới 16 tuổi', en: 'from 4 to under 16' },
      coefficient: tenths(20),
      cite: nd136('điểm c khoản 1 Điều 6'),
    },
  ],
}

export const msa3R21: Group = {
  ...msa3R13,
  cite: nd20('khoản 3 Điều 5'),
  bands: msa3R13.bands.map((band) => ({ ...band, cite: nd20('điểm c khoản 1 Điều 6') })),
}

export const msa3R26: Group = {
  ...msa3R13,
  cite: nd335('khoản 3 Điều 5'),
  bands: msa3R13.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
