import { is, flag, type Combination } from '../domain/rule-set.ts'
import { convention, nd136, nd176, nd176as335, nd20, nd335 } from './sources.ts'

const inFacility = is('facility', 'A', 'B', 'C')

/** Prison and residence in a facility; the exception of R13 for khoản 5 and 6 is as in R21 (open question 19). */
export const combinationR13: Combination = {
  highest: { cite: nd136('khoản 2 Điều 6') },
  together: {
    group: 'MSA-4',
    with: ['MSA-5A', 'MSA-5C', 'MSA-5D', 'MSA-6'],
    cite: nd136('khoản 2 Điều 6', 'uncertain'),
  },
  added: { benefits: [], cite: nd136('Điều 6') },
  exclusions: [
    {
      id: 'FACILITY',
      benefits: ['monthly_allowance'],
      when: inFacility,
      label: {
        vi: 'Đang được nuôi dưỡng trong cơ sở trợ giúp xã hội',
        en: 'Lives and is cared for in a social assistance facility',
      },
      cite: nd136('khoản 1 Điều 5'),
    },
    {
      id: 'PRISON',
      benefits: ['monthly_allowance'],
      when: flag('servesSentence'),
      label: { vi: 'Đang chấp hành án phạt tù', en: 'Is serving a prison sentence' },
      cite: nd136('Điều 8', 'uncertain'),
    },
  ],
}

/** An own household that is left: whoever lives in a facility of any kind generates no care line (4.1). */
const noCareInFacility = is('facility', 'A', 'B', 'C', 'D')

export const combinationR21: Combination = {
  highest: { cite: nd20('khoản 2 Điều 6') },
  together: {
    group: 'MSA-4',
    with: ['MSA-5A', 'MSA-5B', 'MSA-5C', 'MSA-5D', 'MSA-6', 'MSA-8'],
    cite: nd20('khoản 2 Điều 6'),
  },
  oneAMonth: { benefit: 'facility_care', against: ['monthly_allowance'], cite: convention('C20') },
  added: { benefits: ['care_support', 'parenting_support'], cite: nd20('điểm b khoản 2 Điều 20') },
  exclusions: [
    { ...combinationR13.exclusions[0]!, cite: nd20('khoản 5 Điều 25') },
    {
      ...combinationR13.exclusions[1]!,
      benefits: ['monthly_allowance', 'care_support', 'parenting_support'],
      cite: { document: '02/2021/TT-BLĐTBXH', place: 'điểm c khoản 1 Điều 2', certainty: 'verified' },
    },
    {
      id: 'FACILITY-CARE',
      benefits: ['care_support', 'parenting_support'],
      when: noCareInFacility,
      label: {
        vi: 'Đang ở cơ sở trợ giúp xã hội nên không có kinh phí chăm sóc tại cộng đồng',
        en: 'Lives in a facility, so nobody cares at home',
      },
      cite: nd20('Điều 20'),
    },
  ],
}

const everything = ['monthly_allowance', 'social_pension', 'care_support', 'parenting_support'] as const

export const combinationR25: Combination = {
  ...combinationR21,
  together: { ...combinationR21.together, with: ['MSA-5A', 'MSA-5D', 'MSA-6', 'MSA-8'] },
  /** The tie goes to the allowance: whoever has both had it first (open question 4). */
  higherOf: {
    benefits: ['monthly_allowance', 'social_pension'],
    keeps: 'monthly_allowance',
    cite: nd176('khoản 2 Điều 3'),
  },
  oneAMonth: {
    benefit: 'facility_care',
    against: ['monthly_allowance', 'social_pension'],
    cite: convention('C20'),
  },
  exclusions: [
    ...combinationR21.exclusions.map((exclusion) =>
      exclusion.id === 'PRISON' ? { ...exclusion, benefits: everything } : exclusion,
    ),
    {
      id: 'FACILITY-SP',
      benefits: ['social_pension'],
      when: inFacility,
      label: {
        vi: 'Đang được nuôi dưỡng trong cơ sở trợ giúp xã hội',
        en: 'Lives and is cared for in a social assistance facility',
      },
      cite: convention('C21'),
    },
  ],
}

const placesR26: Readonly<Record<string, string>> = {
  FACILITY: 'khoản 1 Điều 5',
  PRISON: 'điểm c khoản 2 Điều 9',
  'FACILITY-CARE': 'Điều 17',
}

export const combinationR26: Combination = {
  ...combinationR25,
  highest: { cite: nd335('khoản 2 Điều 6') },
  together: { ...combinationR25.together, cite: nd335('khoản 2 Điều 6') },
  higherOf: { ...combinationR25.higherOf!, cite: nd176as335('khoản 1 Điều 31 của 335/2026/NĐ-CP') },
  added: { ...combinationR25.added, cite: nd335('khoản 2 Điều 17') },
  exclusions: combinationR25.exclusions.map((exclusion) => {
    const place = placesR26[exclusion.id]
    return place === undefined ? exclusion : { ...exclusion, cite: nd335(place) }
  }),
}
