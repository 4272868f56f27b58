import { month } from '#kernel/civil-date'
import { dong, tenths } from '#kernel/dong'
import {
  ageBelow,
  ageFrom,
  all,
  amountBelow,
  flag,
  inGroup,
  is,
  not,
  type Group,
} from '../domain/rule-set.ts'
import { convention, nd136, nd20, nd335 } from './sources.ts'

const older = { benefit: 'monthly_allowance', component: 'allowance', base: 'standard' } as const

/** MSA-5A — người cao tuổi thuộc hộ nghèo, không có người phụng dưỡng, hoặc người đó cũng đang hưởng trợ cấp. */
export const msa5aR13: Group = {
  ...older,
  id: 'MSA-5A',
  label: {
    vi: 'Người cao tuổi thuộc hộ nghèo, không có người phụng dưỡng',
    en: 'Older person in a poor household without anyone bound to maintain them',
  },
  cite: nd136('điểm a khoản 5 Điều 5'),
  when: all(ageFrom(60), is('household', 'poor'), is('obligor', 'none', 'on_allowance')),
  bands: [
    {
      id: 'MSA-5A-2',
      label: { vi: 'từ đủ 80 tuổi', en: 'from 80' },
      when: ageFrom(80),
      coefficient: tenths(20),
      cite: nd136('điểm đ khoản 1 Điều 6'),
    },
    {
      id: 'MSA-5A-1',
      label: { vi: 'từ đủ 60 đến dưới 80 tuổi', en: 'from 60 to under 80' },
      coefficient: tenths(15),
      cite: nd136('điểm đ khoản 1 Điều 6'),
    },
  ],
}

export const msa5aR21: Group = {
  ...msa5aR13,
  cite: nd20('điểm a khoản 5 Điều 5'),
  bands: msa5aR13.bands.map((band) => ({ ...band, cite: nd20('điểm đ khoản 1 Điều 6') })),
}

/** The boundary moves from 80 to 75; in the retroactive months in the month of the birthday, though the procedure of R25 adjusts in the month after. */
export const msa5aR26: Group = {
  ...msa5aR13,
  cite: nd335('điểm a khoản 5 Điều 5'),
  bands: [
    {
      id: 'MSA-5A-2',
      label: { vi: 'từ đủ 75 tuổi', en: 'from 75' },
      when: ageFrom(75),
      coefficient: tenths(20),
      cite: nd335('khoản 1 Điều 6'),
    },
    {
      id: 'MSA-5A-1',
      label: { vi: 'từ đủ 60 đến dưới 75 tuổi', en: 'from 60 to under 75' },
      coefficient: tenths(15),
      cite: nd335('khoản 1 Điều 6'),
    },
  ],
  growsAtOnce: { until: month('2026-10'), cite: convention('C6') },
}

/** MSA-5B — 75 đến dưới 80, xã, thôn đặc biệt khó khăn; moved to the social pension on 2025-07-01. */
export const msa5bR21: Group = {
  ...older,
  id: 'MSA-5B',
  label: {
    vi: 'Người từ đủ 75 đến dưới 80 tuổi, hộ nghèo hoặc cận nghèo, vùng đặc biệt khó khăn',
    en: 'Aged 75 to under 80, poor or near-poor, in an area of extreme difficulty',
  },
  cite: nd20('điểm b khoản 5 Điều 5'),
  when: all(
    ageFrom(75),
    ageBelow(80),
    is('household', 'poor', 'near_poor'),
    flag('inDifficultArea'),
    not(inGroup('MSA-5A')),
  ),
  bands: [
    {
      id: 'MSA-5B',
      label: { vi: 'từ đủ 75 đến dưới 80 tuổi', en: 'from 75 to under 80' },
      coefficient: tenths(10),
      cite: nd20('điểm đ khoản 1 Điều 6'),
    },
  ],
}

/** MSA-5C — từ đủ 80 tuổi, không lương hưu, không trợ cấp BHXH; moved to the social pension on 2025-07-01. */
export const msa5cR13: Group = {
  ...older,
  id: 'MSA-5C',
  label: {
    vi: 'Người từ đủ 80 tuổi không có lương hưu, trợ cấp bảo hiểm xã hội',
    en: 'Aged 80 or over without pension or social-insurance allowance',
  },
  cite: nd136('điểm b khoản 5 Điều 5'),
  when: all(ageFrom(80), amountBelow(dong(1), 'pension', 'socialInsurance'), not(inGroup('MSA-5A'))),
  bands: [
    {
      id: 'MSA-5C',
      label: { vi: 'từ đủ 80 tuổi', en: 'from 80' },
      coefficient: tenths(10),
      cite: nd136('điểm đ khoản 1 Điều 6'),
    },
  ],
}

export const msa5cR21: Group = {
  ...msa5cR13,
  cite: nd20('điểm c khoản 5 Điều 5'),
  bands: msa5cR13.bands.map((band) => ({ ...band, cite: nd20('điểm đ khoản 1 Điều 6') })),
}

/** MSA-5D — đủ điều kiện vào cơ sở nhưng được chăm sóc tại cộng đồng; điểm d of R21 is điểm b of R26, the rule is one. */
export const msa5dR13: Group = {
  ...older,
  id: 'MSA-5D',
  label: {
    vi: 'Người cao tuổi đủ điều kiện vào cơ sở, được nhận chăm sóc tại cộng đồng',
    en: 'Older person who qualifies for a facility and is cared for in the community',
  },
  cite: nd136('điểm c khoản 5 Điều 5'),
  when: all(ageFrom(60), is('household', 'poor'), is('obligor', 'none'), flag('facilityEligibleInCommunity')),
  bands: [
    {
      id: 'MSA-5D',
      label: { vi: 'được nhận chăm sóc tại cộng đồng', en: 'cared for in the community' },
      coefficient: tenths(30),
      cite: nd136('điểm đ khoản 1 Điều 6'),
    },
  ],
}

export const msa5dR21: Group = {
  ...msa5dR13,
  cite: nd20('điểm d khoản 5 Điều 5'),
  bands: msa5dR13.bands.map((band) => ({ ...band, cite: nd20('điểm đ khoản 1 Điều 6') })),
}

export const msa5dR26: Group = {
  ...msa5dR13,
  cite: nd335('điểm b khoản 5 Điều 5'),
  bands: msa5dR13.bands.map((band) => ({ ...band, cite: nd335('khoản 1 Điều 6') })),
}
