import type { GoldenCase } from './golden-case.ts'

const conversion = 'khoản 3–5 Điều 32, khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP (TRN-01, TRN-05)'
const orphan = { father: 'dead', mother: 'unidentified' } as const
const nothing = (...months: string[]) => months.map((month) => ({ month, due: {} }))

/**
 * TRN-05: July to September 2026 only convert what was received by the law before. What Decree 335 itself opened is for
 * those on the rolls from July, and for everybody else from the month of a decision, October 2026 at the earliest.
 */
export const conversionCases: readonly GoldenCase[] = [
  {
    id: 'B-TRN-05-ORPHAN',
    title:
      'Father dead, mother unidentified: no orphan of Decree 20, so never on the rolls before October 2026',
    article: `${conversion}; khoản 1 Điều 5`,
    person: { born: '2020-01-01', facts: orphan },
    expected: [
      ...nothing('2026-06', '2026-07', '2026-08', '2026-09'),
      { month: '2026-10', due: { allowance: 810_000 }, rules: ['MSA-1-B'] }, // 1,5 × 540.000
      { month: '2026-11', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'B-TRN-05-ON-THE-ROLLS',
    title: 'The same child on the rolls by khoản 7: moves in July 2026 to what Decree 335 gives it, khoản 1',
    article: `${conversion}; khoản 1, khoản 7 Điều 5`,
    fixes: ['CONVERSION'],
    person: { born: '2024-05-01', facts: { ...orphan, household: 'near_poor', inDifficultArea: true } },
    expected: [
      { month: '2026-06', due: { allowance: 750_000 }, rules: ['MSA-7'] }, // 1,5 × 500.000
      { month: '2026-07', knownOn: '2026-09-24', due: { allowance: 750_000 } },
      { month: '2026-07', due: { allowance: 1_350_000 }, rules: ['MSA-1-A'] }, // 2,5 × 540.000
    ],
  },
  {
    id: 'B-TRN-05-TAKEN-IN',
    title: 'Who took such an orphan in has the money for care from October 2026, too',
    article: `${conversion}; khoản 1 Điều 17`,
    person: { born: '2020-01-01', facts: { ...orphan, care: 'taken_in' } },
    expected: [
      ...nothing('2026-07', '2026-09'),
      // 1,5 × 540.000 for the child, and 1,5 for the carer.
      { month: '2026-10', due: { allowance: 810_000, care: 810_000 }, rules: ['MSA-1-B', 'CARE-1B'] },
    ],
  },
  {
    id: 'B-TRN-05-SMALL-PENSION',
    title: 'Near-poor, 72, a pension of 520.000: below the social pension only since it is 540.000',
    article: `${conversion}; Điều 2 Nghị định 176/2025/NĐ-CP`,
    person: { born: '1954-01-01', facts: { household: 'near_poor', pension: 520_000 } },
    expected: [
      ...nothing('2026-06', '2026-07', '2026-08', '2026-09'),
      { month: '2026-10', due: { social_pension: 540_000 }, rules: ['SP-B'] },
    ],
  },
  {
    id: 'B-TRN-07',
    title:
      'Khoản 2 until 22, on 15 August 2026: stopped from September, and only a new decision begins again',
    article: `${conversion}; khoản 2 Điều 5 (TRN-07)`,
    person: { born: '2004-08-15', facts: { wasChildWithoutSupport: true, isStudying: true } },
    expected: [
      { month: '2026-07', due: { allowance: 810_000 }, rules: ['MSA-2'] }, // 1,5 × 540.000, on the rolls
      { month: '2026-08', due: { allowance: 810_000 } }, // The stop is the month after.
      ...nothing('2026-09'),
      { month: '2026-10', due: { allowance: 810_000 }, rules: ['MSA-2'] },
    ],
  },
  {
    id: 'B-TRN-07-FACILITY',
    title: 'The same of a student nursed in a facility',
    article: `${conversion}; Điều 22`,
    person: { born: '2004-08-15', facts: { facility: 'A', isStudying: true } },
    expected: [
      { month: '2026-08', due: { nursing: 2_160_000 } }, // 4,0 × 540.000
      ...nothing('2026-09'),
      { month: '2026-10', due: { nursing: 2_160_000 } },
    ],
  },
  {
    // 22 on 10 May 2025: khoản 2 Điều 5 of Decree 20 goes «tối đa 22 tuổi», and the stop is the month after. Whoever was stopped
    // received nothing that khoản 3 Điều 32 of Decree 335 could convert; what khoản 2 Điều 5 gives again takes a decision.
    id: 'B-TRN-05-PAST-22',
    title:
      'Khoản 2 until 22, a year before Decree 335: nothing to convert, and a right again from October 2026',
    article: `${conversion}; khoản 2 Điều 5`,
    person: { born: '2003-05-10', facts: { wasChildWithoutSupport: true, isStudying: true } },
    expected: [
      { month: '2025-05', due: { allowance: 750_000 }, rules: ['MSA-2'] }, // 1,5 × 500.000
      ...nothing('2025-06', '2026-06', '2026-07', '2026-08', '2026-09'),
      { month: '2026-10', due: { allowance: 810_000 }, rules: ['MSA-2'] }, // 1,5 × 540.000, by a decision of then
    ],
  },
  {
    // Khoản 3 Điều 32: whoever receives by Decree 20 moves to «mức tương ứng» of Decree 335 from 1 July 2026, and khoản 5 điểm a
    // gives 2,0 from 75 where it gave it from 80. Who knows only Decree 20 in August still sees 1,5.
    id: 'B-TRN-05-BOUNDARY-75',
    title: 'Poor, 76, no obligor, on the rolls by khoản 5 điểm a: from July 2026 by the boundary of 75',
    article: `${conversion}; điểm a khoản 5 Điều 5`,
    person: { born: '1950-02-01', facts: { household: 'poor', obligor: 'none' } },
    fixes: ['CONVERSION'],
    expected: [
      { month: '2026-06', due: { allowance: 750_000 }, rules: ['MSA-5A-1'] }, // 1,5 × 500.000
      { month: '2026-07', knownOn: '2026-08-20', due: { allowance: 750_000 } },
      { month: '2026-07', due: { allowance: 1_080_000 }, rules: ['MSA-5A-2'] }, // 2,0 × 540.000
      { month: '2026-09', due: { allowance: 1_080_000 } },
    ],
  },
  {
    // Khoản 4 Điều 32: the same of the social pension of Decree 176, from 500.000 to 540.000 without an application.
    id: 'B-TRN-05-PENSION',
    title: '77, no pension, on the rolls of the social pension: 540.000 from July 2026',
    article: `${conversion}; Điều 31`,
    person: { born: '1949-03-01' },
    fixes: ['CONVERSION'],
    expected: [
      { month: '2026-06', due: { social_pension: 500_000 }, rules: ['SP-A'] },
      { month: '2026-07', due: { social_pension: 540_000 }, rules: ['SP-A'] },
    ],
  },
  {
    // Who begins to meet khoản 6 in August meets it by Decree 20, too: nothing is opened by Decree 335, so nobody is shut out.
    id: 'B-TRN-05-BOTH-LAWS',
    title:
      'A severe disability since 10 August 2026: a right by both laws, so from the month of the decision',
    article: `${conversion}; khoản 6 Điều 5`,
    person: { born: '1986-01-01', changes: [{ from: '2026-08-10', disability: 'severe' }] },
    fixes: ['CONVERSION'],
    decision: { group: 'MSA-6', decidedOn: '2026-08-20', certificateOn: '2026-08-10', startsIn: '2026-08' },
    expected: [
      ...nothing('2026-07'),
      { month: '2026-08', due: { allowance: 810_000 }, rules: ['MSA-6-3'] }, // 1,5 × 540.000
    ],
  },
]
