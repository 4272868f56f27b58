import { tenths } from '#kernel/dong'
import { ageBelow, ageFrom, all, any, is, type Group } from '../domain/rule-set.ts'
import { nd136, nd20, nd335 } from './sources.ts'

const childOrOlder = any(ageBelow(16), ageFrom(60))

/** MSA-6 — người khuyết tật nặng, đặc biệt nặng. Pension and wage do not matter; mild disability gives nothing. */
export const msa6R13: Group = {
  id: 'MSA-6',
  benefit: 'monthly_allowance',
  component: 'allowance',
  base: 'standard',
  label: {
    vi: 'Người khuyết tật nặng, đặc biệt nặng',
    en: 'Person with severe or exceptionally severe disability',
  },
  cite: nd136('khoản 6 Điều 5'),
  when: is('disability', 'severe', 'exceptionally_severe'),
  bands: [
    {
      id: 'MSA-6-2',
      label: {
        vi: 'đặc biệt nặng, trẻ em hoặc người cao tuổi',
        en: 'exceptionally severe, child or older person',
      },
      when: all(is('disability', 'exceptionally_severe'), childOrOlder),
      coefficient: tenths(25),
      cite: nd136('điểm e khoản 1 Điều 6'),
    },
    {
      id: 'MSA-6-1',
      label: { vi: 'đặc biệt nặng, từ đủ 16 đến dưới 60 tuổi', en: 'exceptionally severe, 16 to under 60' },
      when: is('disability', 'exceptionally_severe'),
      coefficient: tenths(20),
      cite: nd136('điểm e khoản 1 Điều 6'),
    },
    {
      id: 'MSA-6-4',
      label: { vi: 'nặng, trẻ em hoặc người cao tuổi', en: 'severe, child or older person' },
      when: childOrOlder,
      coefficient: tenths(20),
      cite: nd136('điểm e khoản 1 Điều 6'),
    },
    {
      id: 'MSA-6-3',
      label: { vi: 'nặng, từ đủ 16 đến dưới 60 tuổi', en: 'severe, 16 to under 60' },
      coefficient: tenths(15),
      cite: nd136('điểm e khoản 1 Điều 6'),
    },
  ],
}

export const msa6R21: Group = {
  ...msa6R13,
  cite: nd20('khoản 6 Điều 5'),
  bands: msa6R13.bands.map((band) => ({ ...band, cite: nd20('điểm e khoản 1 Điều 6') })),
}

export const msa6R26: Group = {
  ...msa6R13,
  cite: nd335('khoản 6 Điều 5'),
  bands: msa6R13.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
