import { tenths } from '#kernel/dong'
import { all, countAtLeast, is, not, type ChildCount, type Group } from '../domain/rule-set.ts'
import { convention, nd136, nd20, nd335 } from './sources.ts'

const underSixteen = { belowMonths: 16 * 12 }

const raisedR13: ChildCount = {
  label: {
    vi: 'con dưới 16 tuổi, hoặc 16 đến 22 tuổi đang học',
    en: 'children under 16, or 16 to 22 and studying',
  },
  anyOf: [underSixteen, { fromMonths: 16 * 12, belowMonths: 22 * 12, is: ['isStudying'] }],
}

/** Entry is through a child under 16; one for whom khoản 4 was paid at 16 goes on counting while it studies, without a cap. */
const raisedR26: ChildCount = {
  label: {
    vi: 'con dưới 16 tuổi, hoặc con đã hưởng đến 16 tuổi và đang học liên tục',
    en: 'children under 16, or paid for until 16 and in continuous study',
  },
  anyOf: [underSixteen, { fromMonths: 16 * 12, is: ['continued', 'isStudying'] }],
}

/** MSA-4 — người đơn thân nghèo đang nuôi con. R13 knew the poor only, and capped the amount at two children. */
export const msa4R13: Group = {
  id: 'MSA-4',
  benefit: 'monthly_allowance',
  component: 'single_parent',
  base: 'standard',
  label: { vi: 'Người đơn thân nghèo đang nuôi con', en: 'Poor single parent raising children' },
  cite: nd136('khoản 4 Điều 5'),
  when: all(is('household', 'poor'), not(is('singleParent', 'no')), countAtLeast(raisedR13, 1)),
  bands: [
    {
      id: 'MSA-4-B',
      label: { vi: 'nuôi từ 2 con trở lên', en: 'raising two or more' },
      when: countAtLeast(raisedR13, 2),
      coefficient: tenths(20),
      cite: nd136('điểm d khoản 1 Điều 6'),
    },
    {
      id: 'MSA-4-A',
      label: { vi: 'nuôi 1 con', en: 'raising one' },
      coefficient: tenths(10),
      cite: nd136('điểm d khoản 1 Điều 6'),
    },
  ],
  shrinksNextMonth: { cite: convention('C7') },
}

export const msa4R21: Group = {
  ...msa4R13,
  cite: nd20('khoản 4 Điều 5'),
  when: all(is('household', 'poor', 'near_poor'), not(is('singleParent', 'no')), countAtLeast(raisedR13, 1)),
  per: raisedR13,
  bands: [
    {
      id: 'MSA-4',
      label: { vi: 'cho mỗi con đang nuôi', en: 'for each child raised' },
      coefficient: tenths(10),
      cite: nd20('điểm d khoản 1 Điều 6'),
    },
  ],
}

export const msa4R26: Group = {
  ...msa4R21,
  cite: nd335('khoản 4 Điều 5'),
  when: all(is('household', 'poor', 'near_poor'), not(is('singleParent', 'no')), countAtLeast(raisedR26, 1)),
  per: raisedR26,
  bands: msa4R21.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
