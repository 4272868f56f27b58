import type { GoldenCase } from './golden-case.ts'

const nd20 = 'Điều 25 Nghị định 20/2021/NĐ-CP'
const nd335 = 'Điều 22 Nghị định 335/2026/NĐ-CP'
const convention = 'C20 (tháng vào, tháng rời cơ sở)'

/** The monthly nursing allowance of G-FAC, and its months of admission, discharge and growing up. */
export const facilityCases: readonly GoldenCase[] = [
  {
    id: 'G-FAC-1',
    title: 'An abandoned child of 2 in a facility: 5,0 × 360.000, and no community allowance',
    article: nd20,
    person: { born: '2021-01-10', facts: { abandoned: true, facility: 'A' } },
    expected: [{ month: '2023-05', due: { nursing: 1_800_000 }, rules: ['FAC-1A'], refused: ['MSA-1'] }],
  },
  {
    id: 'G-FAC-2',
    title: 'An exceptionally severely disabled adult in a facility: 4,0 × 540.000, and no khoản 6',
    article: nd335,
    person: { born: '1980-01-01', facts: { disability: 'exceptionally_severe', facility: 'A' } },
    expected: [{ month: '2026-11', due: { nursing: 2_160_000 }, rules: ['FAC-1B'], refused: ['MSA-6'] }],
  },
  {
    id: 'G-FAC-3',
    title: 'A voluntary resident of 70 pays by contract: nothing of the State',
    article: 'khoản 5 Điều 24 Nghị định 20/2021/NĐ-CP; khoản 4 Điều 21 Nghị định 335/2026/NĐ-CP',
    person: { born: '1953-03-03', facts: { facility: 'D' } },
    expected: [
      { month: '2023-05', due: {}, refused: ['FAC-1'] },
      { month: '2025-09', due: {}, refused: ['FAC-1'] },
      { month: '2026-11', due: {}, refused: ['FAC-1'] },
    ],
  },
  {
    id: 'G-FAC-5',
    title: 'A resident turns 16 on 10 February 2025 and leaves school: on for 24 months at most',
    article: nd20,
    person: {
      born: '2009-02-10',
      facts: { abandoned: true, facility: 'A', isStudying: true },
      changes: [{ from: '2025-02-10', isStudying: false }],
    },
    expected: [
      { month: '2025-03', due: { nursing: 2_000_000 }, rules: ['FAC-1B'] },
      { month: '2027-02', due: { nursing: 2_160_000 } },
      { month: '2027-03', due: {}, refused: ['FAC-1'] },
    ],
  },
  {
    id: 'G-FAC-6',
    title: 'A student in a facility turns 22 on 1 March 2025: March is the last month (R21)',
    article: nd20,
    person: { born: '2003-03-01', facts: { facility: 'A', isStudying: true } },
    expected: [
      { month: '2025-03', due: { nursing: 2_000_000 } },
      { month: '2025-04', due: {}, refused: ['FAC-1'] },
    ],
  },
  {
    id: 'B-FAC-STUDY',
    title: 'A student in a facility turns 22 in November 2026 and stays: the cap is gone',
    article: nd335,
    person: { born: '2004-11-09', facts: { facility: 'A', isStudying: true } },
    expected: [{ month: '2026-12', due: { nursing: 2_160_000 }, rules: ['FAC-1B'] }],
  },
  {
    id: 'B-FAC-4TH-BIRTHDAY',
    title: 'A resident turns 4 on 20 May 2023: the lower amount from June, even under R21 (C20)',
    article: convention,
    person: { born: '2019-05-20', facts: { abandoned: true, facility: 'A' } },
    expected: [
      // 5,0 × 360.000, then 4,0 × 360.000.
      { month: '2023-05', due: { nursing: 1_800_000 }, rules: ['FAC-1A'] },
      { month: '2023-06', due: { nursing: 1_440_000 }, rules: ['FAC-1B'] },
    ],
  },
  {
    id: 'B-FAC-4TH-BIRTHDAY-R26',
    title: 'The same on 20 November 2026',
    article: convention,
    person: { born: '2022-11-20', facts: { abandoned: true, facility: 'A' } },
    expected: [
      { month: '2026-11', due: { nursing: 2_700_000 }, rules: ['FAC-1A'] },
      { month: '2026-12', due: { nursing: 2_160_000 }, rules: ['FAC-1B'] },
    ],
  },
  {
    id: 'B-FAC-4TH-BIRTHDAY-R25',
    title: 'The same on 20 October 2025',
    article: convention,
    person: { born: '2021-10-20', facts: { abandoned: true, facility: 'A' } },
    expected: [
      { month: '2025-10', due: { nursing: 2_500_000 }, rules: ['FAC-1A'] },
      { month: '2025-11', due: { nursing: 2_000_000 }, rules: ['FAC-1B'] },
    ],
  },
  {
    id: 'B-FAC-ADMITTED',
    title: 'Admitted on 10 November 2026 without an allowance before: the month of admission counts',
    article: convention,
    person: {
      born: '1990-01-01',
      changes: [{ from: '2026-11-10', facility: 'B' }],
    },
    expected: [
      { month: '2026-10', due: {}, refused: ['FAC-1'] },
      { month: '2026-11', due: { nursing: 2_160_000 } },
    ],
  },
  {
    id: 'B-FAC-ADMITTED-PENSIONER',
    title: 'A social pensioner admitted on 10 November 2026: that month still pays the pension',
    article: convention,
    person: { born: '1945-01-01', changes: [{ from: '2026-11-10', facility: 'A' }] },
    expected: [
      { month: '2026-11', due: { social_pension: 540_000 }, refused: ['FAC-1'] },
      { month: '2026-12', due: { nursing: 2_160_000 }, refused: ['SP-A'] },
    ],
  },
  {
    id: 'B-FAC-DISCHARGED',
    title: 'Discharged on 10 November 2026: that month still nurses, khoản 6 from December',
    article: convention,
    person: {
      born: '1990-01-01',
      facts: { disability: 'exceptionally_severe', facility: 'A' },
      changes: [{ from: '2026-11-10', facility: 'none' }],
    },
    expected: [
      { month: '2026-11', due: { nursing: 2_160_000 }, refused: ['MSA-6'] },
      { month: '2026-12', due: { allowance: 1_080_000 }, refused: ['FAC-1'] },
    ],
  },
  // Who leaves: 4,0 of 360.000, 500.000 and 540.000 for the month; from the next 2,0 for khoản 6 and 1,0 for the household.
  ...(
    [
      ['R21', '2023-05', { nursing: 1_440_000 }, '2023-06', { allowance: 720_000, care: 360_000 }],
      ['R25', '2025-11', { nursing: 2_000_000 }, '2025-12', { allowance: 1_000_000, care: 500_000 }],
      ['R26', '2026-11', { nursing: 2_160_000 }, '2026-12', { allowance: 1_080_000, care: 540_000 }],
    ] as const
  ).map(([regime, month, due, next, after]): GoldenCase => ({
    id: `B-FAC-DISCHARGED-CARE-${regime}`,
    title: `Discharged on the 10th to a household that cares: no care support beside the nursing, ${regime}`,
    article: `${convention}; Điều 20 Nghị định 20/2021/NĐ-CP, Điều 17 Nghị định 335/2026/NĐ-CP`,
    person: {
      born: '1986-01-01',
      facts: { disability: 'exceptionally_severe', care: 'own_household', facility: 'A' },
      changes: [{ from: `${month}-10`, facility: 'none' }],
    },
    expected: [
      { month, due, rules: ['FAC-1B'], refused: ['MSA-6', 'CARE-3'] },
      { month: next, due: after, rules: ['MSA-6-1', 'CARE-3'], refused: ['FAC-1'] },
    ],
  })),
  // A severely disabled mother: 4,0 for the month; from the next 1,5 for khoản 6 and 1,5 for the child under 36 months.
  ...(
    [
      ['R21', '2023-05', { nursing: 1_440_000 }, '2023-06', { allowance: 540_000, parenting: 540_000 }],
      ['R25', '2025-11', { nursing: 2_000_000 }, '2025-12', { allowance: 750_000, parenting: 750_000 }],
      ['R26', '2026-11', { nursing: 2_160_000 }, '2026-12', { allowance: 810_000, parenting: 810_000 }],
    ] as const
  ).map(([regime, month, due, next, after]): GoldenCase => ({
    id: `B-FAC-DISCHARGED-MOTHER-${regime}`,
    title: `A mother discharged on the 10th: the support for her small child from the month after, ${regime}`,
    article: `${convention}; điểm a khoản 2 Điều 20 Nghị định 20/2021/NĐ-CP, Điều 17 Nghị định 335/2026/NĐ-CP`,
    person: {
      born: '1995-01-01',
      facts: {
        disability: 'severe',
        facility: 'A',
        children: [{ born: `${Number(month.slice(0, 4)) - 1}-06-15` }],
      },
      changes: [{ from: `${month}-10`, facility: 'none' }],
    },
    expected: [
      { month, due, rules: ['FAC-1B'], refused: ['MSA-6', 'CARE-2'] },
      { month: next, due: after, rules: ['MSA-6-3', 'CARE-2A'], refused: ['FAC-1'] },
    ],
  })),
  {
    id: 'B-FAC-ADMITTED-CARE',
    title: 'Cared for at home and admitted on 10 November 2026: that month pays home, the next the facility',
    article: convention,
    person: {
      born: '1986-01-01',
      facts: { disability: 'exceptionally_severe', care: 'own_household' },
      changes: [{ from: '2026-11-10', facility: 'A' }],
    },
    expected: [
      // 2,0 × 540.000 and 1,0 × 540.000; then 4,0 × 540.000.
      { month: '2026-11', due: { allowance: 1_080_000, care: 540_000 }, refused: ['FAC-1'] },
      { month: '2026-12', due: { nursing: 2_160_000 }, refused: ['MSA-6', 'CARE-3'] },
    ],
  },
  {
    id: 'B-FAC-FOUND-ADMITTED',
    title:
      'Found abandoned on 10 November 2026 and admitted on the 12th: nothing was held before, so nursing',
    article: convention,
    person: {
      born: '2025-01-01',
      changes: [
        { from: '2026-11-10', abandoned: true },
        { from: '2026-11-12', facility: 'A' },
      ],
    },
    expected: [
      // 5,0 × 540.000 from the month of admission, not the 2,5 of two days at home.
      { month: '2026-11', due: { nursing: 2_700_000 }, rules: ['FAC-1A'], refused: ['MSA-1'] },
      { month: '2026-12', due: { nursing: 2_700_000 } },
    ],
  },
  {
    id: 'B-FAC-DISCHARGED-SEVERE',
    title:
      'Admitted on 3 November 2026, discharged on the 10th with a certificate: November nurses, December pays',
    article: `${convention}; quy ước WITHIN`,
    person: {
      born: '1990-01-01',
      changes: [
        { from: '2026-11-03', facility: 'B' },
        { from: '2026-11-10', facility: 'none', disability: 'severe' },
      ],
    },
    expected: [
      // 4,0 × 540.000; then 1,5 × 540.000.
      { month: '2026-11', due: { nursing: 2_160_000 }, refused: ['MSA-6'] },
      { month: '2026-12', due: { allowance: 810_000 }, rules: ['MSA-6-3'] },
    ],
  },
  {
    id: 'B-FAC-GROWN',
    title: 'A resident of group A who is 30, neither disabled nor studying, is nursed no longer',
    article: nd20,
    person: { born: '1993-01-01', facts: { facility: 'A' } },
    expected: [
      { month: '2023-05', due: {}, refused: ['FAC-1'] },
      { month: '2026-11', due: {}, refused: ['FAC-1'] },
    ],
  },
]
