import type { GoldenCase } from './golden-case.ts'

const stop = 'khoản 4 Điều 8, khoản 2 Điều 9 Nghị định 335/2026/NĐ-CP'
const severe = { disability: 'severe' } as const
const exceptionally = { disability: 'exceptionally_severe' } as const
const allowance = (amount: number) => ({ allowance: amount })

/**
 * What happens within one month: a life that ends in it, a right that begins and ends, and facts that change before the procedure does (C5). A start counts
 * from the month of the decision and a stop from the month after, so whatever begins and ends in one month is due for it.
 */
export const withinAMonth: readonly GoldenCase[] = [
  {
    id: 'B-DIES-IN-FIRST-MONTH',
    title: 'Severe since 3 November 2026, dies on the 20th: 1,5 × 540.000 for November alone',
    article: stop,
    person: { born: '1990-01-01', changes: [{ from: '2026-11-03', ...severe }], diedOn: '2026-11-20' },
    expected: [
      { month: '2026-10', due: {} },
      { month: '2026-11', due: allowance(810_000), rules: ['MSA-6-3'] },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-DIES-AFTER-75',
    title: 'Turns 75 on 3 November 2026, dies on the 25th: the social pension of November',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP; khoản 1 Điều 31 Nghị định 335/2026/NĐ-CP',
    person: { born: '1951-11-03', diedOn: '2026-11-25' },
    expected: [
      { month: '2026-11', due: { social_pension: 540_000 } },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-DIES-BEFORE-75',
    title: 'Would have turned 75 on 28 November 2026, dies on the 25th: the age was never reached',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP',
    person: { born: '1951-11-28', diedOn: '2026-11-25' },
    expected: [{ month: '2026-11', due: {}, refused: ['SP-A'] }],
  },
  {
    id: 'B-DIES-ON-75',
    title: 'Dies on the 75th birthday: the age was reached on that day',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP',
    person: { born: '1951-11-25', diedOn: '2026-11-25' },
    expected: [{ month: '2026-11', due: { social_pension: 540_000 } }],
  },
  {
    id: 'B-DIES-AT-80-R21',
    title: 'Turns 80 on 5 December 2024, dies on the 20th: 1,0 × 500.000 for the month of the birthday',
    article: 'điểm c khoản 5 Điều 5, khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: { born: '1944-12-05', diedOn: '2024-12-20' },
    expected: [
      { month: '2024-12', due: allowance(500_000), rules: ['MSA-5C'] },
      { month: '2025-01', due: {} },
    ],
  },
  {
    id: 'B-DIES-RAISED-R26',
    title:
      'Exceptionally severe since 5 November 2026, dies on the 20th: the month of the change is paid at 2,0',
    article: stop,
    person: {
      born: '1990-01-01',
      facts: severe,
      changes: [{ from: '2026-11-05', ...exceptionally }],
      diedOn: '2026-11-20',
    },
    expected: [
      { month: '2026-11', due: allowance(1_080_000), rules: ['MSA-6-1'] },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-DIES-RAISED-R25',
    title: 'The same in May 2026: what changes counts from the month after, in which nobody is left',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: {
      born: '1990-01-01',
      facts: severe,
      changes: [{ from: '2026-05-05', ...exceptionally }],
      diedOn: '2026-05-20',
    },
    expected: [
      { month: '2026-05', due: allowance(750_000), rules: ['MSA-6-3'] },
      { month: '2026-06', due: {} },
    ],
  },
  {
    id: 'B-DIES-ON-LAST-DAY',
    title: 'Dies on 30 November 2026: November is the last month',
    article: stop,
    person: { born: '1990-01-01', facts: severe, diedOn: '2026-11-30' },
    expected: [
      { month: '2026-11', due: allowance(810_000) },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-DIES-ON-FIRST-DAY',
    title: 'Dies on 1 November 2026: November is still due',
    article: stop,
    person: { born: '1990-01-01', facts: severe, diedOn: '2026-11-01' },
    expected: [
      { month: '2026-11', due: allowance(810_000) },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-WITHIN-FACILITY',
    title: 'Admitted on 3 November 2026 and discharged on the 20th: 4,0 × 540.000 for November alone',
    article: 'khoản 1 Điều 22, khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP; quy ước C20, WITHIN',
    person: {
      born: '1990-01-01',
      changes: [
        { from: '2026-11-03', facility: 'B' },
        { from: '2026-11-21', facility: 'none' },
      ],
    },
    expected: [
      { month: '2026-10', due: {} },
      { month: '2026-11', due: { nursing: 2_160_000 }, rules: ['FAC-1B'] },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-WITHIN-FACILITY-C20',
    title:
      'The same of somebody with an allowance in the community: that month pays the allowance, never both',
    article: 'quy ước C20, WITHIN',
    person: {
      born: '1990-01-01',
      facts: severe,
      changes: [
        { from: '2026-11-03', facility: 'A' },
        { from: '2026-11-21', facility: 'none' },
      ],
    },
    expected: [
      { month: '2026-11', due: allowance(810_000), refused: ['FAC-1'] },
      { month: '2026-12', due: allowance(810_000) },
    ],
  },
  {
    id: 'B-WITHIN-CERTIFICATE',
    title: 'Severe from 3 to 20 November 2026: 1,5 × 540.000 for November alone',
    article: `${stop}; quy ước WITHIN`,
    person: {
      born: '1990-01-01',
      changes: [
        { from: '2026-11-03', ...severe },
        { from: '2026-11-21', disability: 'none' },
      ],
    },
    expected: [
      { month: '2026-11', due: allowance(810_000), rules: ['MSA-6-3'] },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'B-WITHIN-LAST-DAY',
    title: 'Severe from 3 November through its last day: two months are due, because the stop is in December',
    article: stop,
    person: {
      born: '1990-01-01',
      changes: [
        { from: '2026-11-03', ...severe },
        { from: '2026-12-01', disability: 'none' },
      ],
    },
    expected: [
      { month: '2026-11', due: allowance(810_000) },
      { month: '2026-12', due: allowance(810_000) },
      { month: '2027-01', due: {} },
    ],
  },
  {
    id: 'B-WITHIN-R25',
    title: 'Severe from 5 to 20 May 2026: 1,5 × 500.000; only what changes waits for the month after',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; quy ước WITHIN',
    person: {
      born: '1990-01-01',
      changes: [
        { from: '2026-05-05', ...severe },
        { from: '2026-05-21', disability: 'none' },
      ],
    },
    expected: [
      { month: '2026-05', due: allowance(750_000), rules: ['MSA-6-3'] },
      { month: '2026-06', due: {} },
    ],
  },
  {
    id: 'B-WITHIN-HIGHER',
    title: 'The same of somebody with the social pension: for that month the higher, 2,0 × 540.000',
    article: 'khoản 2 Điều 31 Nghị định 335/2026/NĐ-CP; quy ước WITHIN',
    person: {
      born: '1946-01-01',
      changes: [
        { from: '2026-11-05', ...severe },
        { from: '2026-11-21', disability: 'none' },
      ],
    },
    expected: [
      { month: '2026-11', due: allowance(1_080_000), rules: ['MSA-6-4'] },
      { month: '2026-12', due: { social_pension: 540_000 } },
    ],
  },
  {
    id: 'B-C5-RAISED-BEFORE',
    title: 'From severe to exceptionally severe on 2 October 2026: the old procedure, so from November',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; quy ước C5',
    person: { born: '1990-01-01', facts: severe, changes: [{ from: '2026-10-02', ...exceptionally }] },
    expected: [
      { month: '2026-10', due: allowance(810_000), rules: ['MSA-6-3'] },
      { month: '2026-11', due: allowance(1_080_000), rules: ['MSA-6-1'] },
    ],
  },
  {
    id: 'B-C5-RAISED-AFTER',
    title: 'The same on 5 October 2026: the new procedure, so from October',
    article: 'khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP; quy ước C5',
    person: { born: '1990-01-01', facts: severe, changes: [{ from: '2026-10-05', ...exceptionally }] },
    expected: [{ month: '2026-10', due: allowance(1_080_000), rules: ['MSA-6-1'] }],
  },
  {
    id: 'B-C5-LOWERED-BEFORE',
    title: 'From exceptionally severe to severe on 2 October 2026: October is paid as before',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; quy ước C5',
    person: { born: '1990-01-01', facts: exceptionally, changes: [{ from: '2026-10-02', ...severe }] },
    expected: [
      { month: '2026-10', due: allowance(1_080_000), rules: ['MSA-6-1'] },
      { month: '2026-11', due: allowance(810_000), rules: ['MSA-6-3'] },
    ],
  },
  {
    id: 'B-C5-LOWERED-AFTER',
    title: 'The same on 6 October 2026: the month of the change is paid at the new level',
    article: 'khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP; quy ước C5',
    person: { born: '1990-01-01', facts: exceptionally, changes: [{ from: '2026-10-06', ...severe }] },
    expected: [{ month: '2026-10', due: allowance(810_000), rules: ['MSA-6-3'] }],
  },
  {
    id: 'B-C5-75-BEFORE',
    title:
      '75 on 4 October 2026: the old procedure, so from November; whether C6 goes before is asked (C5-C6)',
    article: 'điểm a khoản 5 Điều 5 Nghị định 335/2026/NĐ-CP; quy ước C5-C6',
    person: {
      born: '1951-10-04',
      facts: { household: 'poor', obligor: 'none' },
      awarded: ['monthly_allowance'],
    },
    expected: [
      { month: '2026-10', due: allowance(810_000), rules: ['MSA-5A-1'] },
      { month: '2026-11', due: allowance(1_080_000), rules: ['MSA-5A-2'] },
    ],
  },
  {
    id: 'B-C5-STARTS-BEFORE',
    title: 'A right that begins on 2 October 2026 begins with the month: only adjustments wait',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; quy ước C5',
    person: { born: '1990-01-01', changes: [{ from: '2026-10-02', ...severe }] },
    expected: [{ month: '2026-10', due: allowance(810_000), rules: ['MSA-6-3'] }],
  },
  {
    id: 'B-C5-SECOND-CHILD',
    title: 'The second child of a single parent, born on 2 October 2026, counts from November',
    article:
      'khoản 4 Điều 5 Nghị định 335/2026/NĐ-CP; điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; quy ước C5',
    person: {
      born: '1990-01-01',
      facts: {
        household: 'poor',
        singleParent: 'never_married',
        children: [{ born: '2018-08-08' }, { born: '2026-10-02' }],
      },
    },
    expected: [
      { month: '2026-10', due: { single_parent: 540_000 } },
      { month: '2026-11', due: { single_parent: 1_080_000 } },
    ],
  },
]
