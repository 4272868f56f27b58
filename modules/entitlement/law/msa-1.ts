import { tenths } from '#kernel/dong'
import { ageBelow, all, any, flag, is, not, type Condition, type Group } from '../domain/rule-set.ts'
import { yearsOfChildhood } from './msa-1-points.ts'
import { nd136, nd20, nd335 } from './sources.ts'

const lost = ['dead', 'missing_declared', 'in_facility', 'detained'] as const

/** Điểm a: abandoned and not adopted; điểm b–l: every pair of two parents who are both lost to the child. */
const withoutSupportR21: Condition = any(flag('abandoned'), all(is('father', ...lost), is('mother', ...lost)))

/**
 * Where R21 asks that one parent be dead, R26 reads «chết hoặc không xác định được»; two unidentified parents stand in no
 * point (open question 12).
 */
const withoutSupportR26: Condition = any(
  flag('abandoned'),
  all(
    is('father', ...lost, 'unidentified'),
    is('mother', ...lost, 'unidentified'),
    not(all(is('father', 'unidentified'), is('mother', 'unidentified'))),
  ),
)

/** MSA-1 — trẻ em dưới 16 tuổi không có nguồn nuôi dưỡng. */
export const msa1R13: Group = {
  id: 'MSA-1',
  benefit: 'monthly_allowance',
  component: 'allowance',
  base: 'standard',
  label: { vi: 'Trẻ em không có nguồn nuôi dưỡng', en: 'Child without a source of support' },
  cite: nd136('khoản 1 Điều 5'),
  when: all(ageBelow(yearsOfChildhood), withoutSupportR21),
  bands: [
    {
      id: 'MSA-1-A',
      label: { vi: 'dưới 4 tuổi', en: 'under 4' },
      when: ageBelow(4),
      coefficient: tenths(25),
      cite: nd136('điểm a khoản 1 Điều 6'),
    },
    {
      id: 'MSA-1-B',
      label: { vi: 'từ đủ 4 đến dưới 16 tuổi', en: 'from 4 to under 16' },
      coefficient: tenths(15),
      cite: nd136('điểm a khoản 1 Điều 6'),
    },
  ],
}

export const msa1R21: Group = {
  ...msa1R13,
  cite: nd20('khoản 1 Điều 5'),
  bands: msa1R13.bands.map((band) => ({ ...band, cite: nd20('điểm a khoản 1 Điều 6') })),
}

export const msa1R26: Group = {
  ...msa1R13,
  cite: nd335('khoản 1 Điều 5'),
  when: all(ageBelow(yearsOfChildhood), withoutSupportR26),
  bands: msa1R13.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
