import { civilDate, month } from '#kernel/civil-date'
import { amend, type Regime, type RuleSet } from '../domain/rule-set.ts'
import { careR21, careR26 } from './care.ts'
import { combinationR13, combinationR21, combinationR25, combinationR26 } from './combination.ts'
import { facilityR21, facilityR26 } from './facility.ts'
import { msa1R13, msa1R21, msa1R26 } from './msa-1.ts'
import { msa2R13, msa2R21, msa2R26 } from './msa-2.ts'
import { msa3R13, msa3R21, msa3R26 } from './msa-3.ts'
import { msa4R13, msa4R21, msa4R26 } from './msa-4.ts'
import {
  msa5aR13,
  msa5aR21,
  msa5aR26,
  msa5bR21,
  msa5cR13,
  msa5cR21,
  msa5dR13,
  msa5dR21,
  msa5dR26,
} from './msa-5.ts'
import { msa6R13, msa6R21, msa6R26 } from './msa-6.ts'
import { msa7R21, msa7R26 } from './msa-7.ts'
import { msa8R13, msa8R21, msa8R26 } from './msa-8.ts'
import { spA, spAR26, spB, spBR26 } from './social-pension.ts'
import { nd136, nd176, nd20, nd335 } from './sources.ts'
import {
  meritoriousOverlap,
  smallPension,
  socialPensionR25,
  socialPensionR26,
  standardR13,
  standardR21,
  standardR26,
} from './standard.ts'

/** Decree 136/2013, for history and arrears only; its care and facility support are not in the dossier (open question 19). */
export const r13: RuleSet = {
  id: 'R13',
  label: { vi: 'Nghị định 136/2013/NĐ-CP', en: 'Decree 136/2013/NĐ-CP' },
  parameters: {
    standard: standardR13,
    social_pension: [],
    small_pension: [],
    meritorious_overlap: meritoriousOverlap,
  },
  groups: [msa1R13, msa2R13, msa3R13, msa4R13, msa5aR13, msa5cR13, msa5dR13, msa6R13, msa8R13],
  combination: combinationR13,
}

/** Decree 20/2021: 75-year-olds and small children in difficult areas, a single parent’s amount for each child, care support, nursing in facilities. */
export const r21: RuleSet = amend(r13, {
  id: 'R21',
  label: { vi: 'Nghị định 20/2021/NĐ-CP', en: 'Decree 20/2021/NĐ-CP' },
  groups: [
    msa1R21,
    msa2R21,
    msa3R21,
    msa4R21,
    msa5aR21,
    msa5bR21,
    msa5cR21,
    msa5dR21,
    msa6R21,
    msa7R21,
    msa8R21,
    ...careR21,
    facilityR21,
  ],
  parameters: { standard: standardR21 },
  combination: combinationR21,
})

/** Decree 176/2025: two groups of older people become the social pension. */
export const r25: RuleSet = amend(r21, {
  id: 'R25',
  label: {
    vi: 'Nghị định 20/2021/NĐ-CP và Nghị định 176/2025/NĐ-CP',
    en: 'Decree 20/2021/NĐ-CP and Decree 176/2025/NĐ-CP',
  },
  without: ['MSA-5B', 'MSA-5C'],
  groups: [spA, spB],
  parameters: { social_pension: socialPensionR25, small_pension: smallPension },
  combination: combinationR25,
})

/** Decree 335/2026: 75 instead of 80 in khoản 5a, wider orphans, study without a cap, new amounts. */
export const r26: RuleSet = amend(r25, {
  id: 'R26',
  label: { vi: 'Nghị định 335/2026/NĐ-CP', en: 'Decree 335/2026/NĐ-CP' },
  groups: [
    msa1R26,
    msa2R26,
    msa3R26,
    msa4R26,
    msa5aR26,
    msa5dR26,
    msa6R26,
    msa7R26,
    msa8R26,
    ...careR26,
    facilityR26,
    spAR26,
    spBR26,
  ],
  parameters: { standard: standardR26, social_pension: socialPensionR26 },
  combination: combinationR26,
})

/** The law since 2015, oldest first. R26 came into force on 2026-10-05 and reaches back to July. */
export const regimes: readonly [Regime, ...Regime[]] = [
  {
    from: month('2015-01'),
    issued: civilDate('2013-10-21'),
    inForce: civilDate('2015-01-01'),
    rules: r13,
    cite: nd136('Điều 4'),
  },
  {
    from: month('2021-07'),
    issued: civilDate('2021-03-15'),
    inForce: civilDate('2021-07-01'),
    rules: r21,
    cite: nd20('Điều 37'),
  },
  {
    // The law that made the social pension was public a year before its decree, so lists for July 2025 follow it.
    from: month('2025-07'),
    issued: civilDate('2024-06-29'),
    inForce: civilDate('2025-07-01'),
    rules: r25,
    cite: nd176('Điều 2'),
  },
  {
    from: month('2026-07'),
    issued: civilDate('2026-08-21'),
    inForce: civilDate('2026-10-05'),
    rules: r26,
    cite: nd335('khoản 3–5 Điều 32'),
    converts: {
      label: {
        vi: 'Quyền chỉ có từ Nghị định 335/2026/NĐ-CP: người chưa hưởng trước đó được tính sớm nhất từ tháng 10/2026, khi có quyết định',
        en: 'A right that exists only since Decree 335/2026: whoever received nothing before has it from October 2026 at the earliest, by decision',
      },
      // Derived, and asked about (open question TRN-05).
      cite: nd335('khoản 3–5 Điều 32, khoản 4 Điều 8', 'uncertain'),
    },
  },
]
