import { tenths } from '#kernel/dong'
import {
  ageBelow,
  all,
  any,
  countAtLeast,
  flag,
  inGroup,
  is,
  not,
  type ChildCount,
  type Group,
  type Source,
} from '../domain/rule-set.ts'
import { nd20, nd335 } from './sources.ts'

const care = { benefit: 'care_support', component: 'care', base: 'standard' } as const
const takenIn = is('care', 'taken_in')

/** CARE-1 — nhận chăm sóc, nuôi dưỡng trẻ em thuộc khoản 1. Like every care line it is paid to the carer. */
const care1 = (cite: Source): Group => ({
  ...care,
  id: 'CARE-1',
  label: {
    vi: 'Nhận chăm sóc, nuôi dưỡng trẻ em không có nguồn nuôi dưỡng',
    en: 'Taking in a child without a source of support',
  },
  cite,
  when: all(takenIn, inGroup('MSA-1')),
  bands: [
    {
      id: 'CARE-1A',
      label: { vi: 'trẻ dưới 4 tuổi', en: 'child under 4' },
      when: ageBelow(4),
      coefficient: tenths(25),
      cite,
    },
    {
      id: 'CARE-1B',
      label: { vi: 'trẻ từ đủ 4 đến dưới 16 tuổi', en: 'child from 4 to under 16' },
      coefficient: tenths(15),
      cite,
    },
  ],
})

/** CARE-1C — nhận chăm sóc người cao tuổi of rule MSA-5D. */
const care1c = (cite: Source): Group => ({
  ...care,
  id: 'CARE-1C',
  label: {
    vi: 'Nhận chăm sóc người cao tuổi đủ điều kiện vào cơ sở',
    en: 'Taking in an older person who qualifies for a facility',
  },
  cite,
  when: all(takenIn, inGroup('MSA-5D')),
  bands: [
    {
      id: 'CARE-1C',
      label: { vi: 'cho mỗi người', en: 'for each person' },
      coefficient: tenths(15),
      cite,
    },
  ],
})

/** CARE-3 — hộ gia đình đang trực tiếp chăm sóc người khuyết tật đặc biệt nặng. */
const care3 = (cite: Source): Group => ({
  ...care,
  id: 'CARE-3',
  label: {
    vi: 'Hộ gia đình trực tiếp chăm sóc người khuyết tật đặc biệt nặng',
    en: 'Household caring for its member with exceptionally severe disability',
  },
  cite,
  when: all(is('disability', 'exceptionally_severe'), is('care', 'own_household')),
  bands: [
    {
      id: 'CARE-3',
      label: { vi: 'cho mỗi người', en: 'for each person' },
      coefficient: tenths(10),
      cite,
    },
  ],
})

/** CARE-4 — nhận chăm sóc, nuôi dưỡng người khuyết tật đặc biệt nặng by decision. */
const care4 = (cite: Source): Group => ({
  ...care,
  id: 'CARE-4',
  label: {
    vi: 'Nhận chăm sóc, nuôi dưỡng người khuyết tật đặc biệt nặng',
    en: 'Taking in a person with exceptionally severe disability',
  },
  cite,
  when: all(is('disability', 'exceptionally_severe'), takenIn),
  bands: [
    {
      id: 'CARE-4B',
      label: { vi: 'trẻ em', en: 'child' },
      when: ageBelow(16),
      coefficient: tenths(25),
      cite,
    },
    {
      id: 'CARE-4A',
      label: { vi: 'từ đủ 16 tuổi', en: 'from 16' },
      coefficient: tenths(15),
      cite,
    },
  ],
})

const small: ChildCount = {
  label: { vi: 'con dưới 36 tháng tuổi', en: 'children under 36 months' },
  anyOf: [{ belowMonths: 36 }],
}

/** CARE-2 — người khuyết tật nặng, đặc biệt nặng mang thai hoặc nuôi con nhỏ; of either sex, one share for a couple. */
const care2 = (cite: Source): Group => ({
  id: 'CARE-2',
  benefit: 'parenting_support',
  component: 'parenting',
  base: 'standard',
  label: {
    vi: 'Người khuyết tật đang mang thai hoặc nuôi con dưới 36 tháng tuổi',
    en: 'Disabled person who is pregnant or raising a child under 36 months',
  },
  cite,
  when: all(
    is('disability', 'severe', 'exceptionally_severe'),
    any(flag('isPregnant'), countAtLeast(small, 1)),
    not(flag('spouseHasParentingSupport')),
  ),
  bands: [
    {
      id: 'CARE-2B',
      label: {
        vi: 'mang thai và nuôi con dưới 36 tháng, hoặc nuôi từ 2 con dưới 36 tháng',
        en: 'pregnant and raising a child under 36 months, or raising two or more',
      },
      when: any(all(flag('isPregnant'), countAtLeast(small, 1)), countAtLeast(small, 2)),
      coefficient: tenths(20),
      cite,
    },
    {
      id: 'CARE-2A',
      label: {
        vi: 'mang thai hoặc nuôi 1 con dưới 36 tháng',
        en: 'pregnant or raising one child under 36 months',
      },
      coefficient: tenths(15),
      cite,
    },
  ],
})

export const careR21: readonly Group[] = [
  care1(nd20('điểm a, b khoản 1 Điều 20')),
  care1c(nd20('điểm b khoản 1 Điều 20')),
  care2(nd20('điểm a khoản 2 Điều 20')),
  care3(nd20('điểm c khoản 2 Điều 20')),
  care4(nd20('điểm d khoản 2 Điều 20')),
]

export const careR26: readonly Group[] = [
  care1(nd335('khoản 1 Điều 17')),
  care1c(nd335('khoản 1 Điều 17')),
  care2(nd335('điểm a khoản 2 Điều 17')),
  care3(nd335('điểm c khoản 2 Điều 17')),
  care4(nd335('điểm d khoản 2 Điều 17')),
]
