import { dong, tenths } from '#kernel/dong'
import { ageFrom, all, amountBelow, flag, is, not, type Group } from '../domain/rule-set.ts'
import { nd136, nd20, nd335 } from './sources.ts'

const noPay = [not(flag('hasWage')), amountBelow(dong(1), 'pension', 'socialInsurance')]

/**
 * MSA-8 — người nhiễm HIV/AIDS thuộc hộ nghèo, không có thu nhập ổn định hằng tháng. R13 asked for someone from 16 who cannot
 * work; no fact says so, and having no wage or pension stands for it (open question 19).
 */
export const msa8R13: Group = {
  id: 'MSA-8',
  benefit: 'monthly_allowance',
  component: 'allowance',
  base: 'standard',
  label: {
    vi: 'Người nhiễm HIV thuộc hộ nghèo, không có thu nhập ổn định',
    en: 'Person with HIV in a poor household without steady income',
  },
  cite: nd136('khoản 3 Điều 5', 'uncertain'),
  when: all(ageFrom(16), is('household', 'poor'), ...noPay, flag('hiv')),
  bands: [
    {
      id: 'MSA-8',
      label: { vi: 'không có thu nhập ổn định', en: 'no steady income' },
      coefficient: tenths(15),
      cite: nd136('điểm c khoản 1 Điều 6', 'uncertain'),
    },
  ],
}

/** C12: the allowance of khoản 4 is no «stable income» here, so both are paid. */
export const msa8R21: Group = {
  ...msa8R13,
  cite: nd20('khoản 8 Điều 5'),
  when: all(is('household', 'poor'), ...noPay, flag('hiv')),
  bands: msa8R13.bands.map((band) => ({ ...band, cite: nd20('điểm h khoản 1 Điều 6') })),
}

/** The income test is now a closed list: wage, remuneration, pension, monthly social-insurance allowance. */
export const msa8R26: Group = {
  ...msa8R21,
  cite: nd335('khoản 8 Điều 5'),
  bands: msa8R13.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
