import { is, flag, type Combination, type Exclusion, type Source } from '../domain/rule-set.ts'
import { convention, nd136, nd176, nd176as335, nd20, nd335, tt02 } from './sources.ts'

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

/** C20: nursing in a facility never stands beside what the community is paid, nor beside the care given at home (4.1). */
const nursingApart = {
  benefit: 'facility_care',
  against: ['monthly_allowance', 'care_support', 'parenting_support'],
  cite: convention('C20'),
} as const satisfies Combination['oneAMonth']

export const combinationR21: Combination = {
  highest: { cite: nd20('khoản 2 Điều 6') },
  together: {
    group: 'MSA-4',
    with: ['MSA-5A', 'MSA-5B', 'MSA-5C', 'MSA-5D', 'MSA-6', 'MSA-8'],
    cite: nd20('khoản 2 Điều 6'),
  },
  oneAMonth: nursingApart,
  added: { benefits: ['care_support', 'parenting_support'], cite: nd20('điểm b khoản 2 Điều 20') },
  exclusions: [
    { ...combinationR13.exclusions[0]!, cite: nd20('khoản 5 Điều 25') },
    { ...combinationR13.exclusions[1]!, cite: tt02('điểm c khoản 1 Điều 2') },
    {
      ...combinationR13.exclusions[1]!,
      id: 'PRISON-OTHER',
      benefits: ['care_support', 'parenting_support'],
      cite: convention('18'),
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

export const combinationR25: Combination = {
  ...combinationR21,
  together: { ...combinationR21.together, with: ['MSA-5A', 'MSA-5D', 'MSA-6', 'MSA-8'] },
  /** The tie goes to the allowance: whoever has both had it first (open question 4). */
  higherOf: {
    benefits: ['monthly_allowance', 'social_pension'],
    keeps: 'monthly_allowance',
    cite: nd176('khoản 2 Điều 3'),
  },
  oneAMonth: { ...nursingApart, against: ['social_pension', ...nursingApart.against] },
  exclusions: [
    ...combinationR21.exclusions.map((exclusion): Exclusion =>
      exclusion.id === 'PRISON-OTHER'
        ? { ...exclusion, benefits: ['social_pension', ...exclusion.benefits] }
        : exclusion,
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

/** That residents have no community allowance was not read in Decree 335: known of its design, no article named. */
const sourcesR26: Readonly<Record<string, Source>> = {
  FACILITY: nd335('chế độ tại cơ sở trợ giúp xã hội', 'knowledge'),
  PRISON: nd335('điểm c khoản 2 Điều 9'),
  'FACILITY-CARE': nd335('Điều 17'),
}

export const combinationR26: Combination = {
  ...combinationR25,
  highest: { cite: nd335('khoản 2 Điều 6') },
  together: { ...combinationR25.together, cite: nd335('khoản 2 Điều 6') },
  higherOf: { ...combinationR25.higherOf!, cite: nd176as335('khoản 1 Điều 31 của 335/2026/NĐ-CP') },
  added: { ...combinationR25.added, cite: nd335('khoản 2 Điều 17') },
  exclusions: combinationR25.exclusions.map((exclusion) => {
    const cite = sourcesR26[exclusion.id]
    return cite === undefined ? exclusion : { ...exclusion, cite }
  }),
}
