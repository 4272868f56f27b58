import type { GoldenCase } from './golden-case.ts'

const art5and6 = (khoan: string) => `khoản ${khoan} Điều 5, khoản 1 Điều 6 Nghị định 20/2021/NĐ-CP`
const nd335 = (khoan: string) => `khoản ${khoan} Điều 5, khoản 1 Điều 6 Nghị định 335/2026/NĐ-CP`
const orphan = { father: 'dead', mother: 'dead' } as const
const abandoned = { abandoned: true } as const
const widow = {
  singleParent: 'spouse_dead',
  household: 'poor',
  children: [{ born: '2013-03-01' }, { born: '2020-08-10' }],
} as const
const widowOf = (born: string, more: object = {}) => ({
  born,
  facts: { ...widow, children: [{ born: '2013-03-01' }, { born: '2020-08-10' }], ...more },
})

/** G-MSA-1 to G-MSA-26 of the dossier. */
export const allowanceCases: readonly GoldenCase[] = [
  {
    id: 'G-MSA-1',
    title: 'An abandoned child of 2',
    article: art5and6('1'),
    person: { born: '2020-03-10', facts: abandoned },
    expected: [{ month: '2022-05', due: { allowance: 900_000 }, rules: ['MSA-1-A'] }],
  },
  {
    id: 'G-MSA-2',
    title: 'A double orphan of 10',
    article: art5and6('1'),
    person: { born: '2014-06-01', facts: orphan },
    expected: [{ month: '2025-03', due: { allowance: 750_000 }, rules: ['MSA-1-B'] }],
  },
  {
    id: 'G-MSA-3',
    title: 'The same child under Decree 335',
    article: nd335('1'),
    person: { born: '2014-06-01', facts: orphan },
    expected: [{ month: '2026-08', due: { allowance: 810_000 }, rules: ['MSA-1-B'] }],
  },
  {
    id: 'G-MSA-4',
    title: 'A severely disabled adult of 35',
    article: nd335('6'),
    person: { born: '1991-01-01', facts: { disability: 'severe' } },
    expected: [{ month: '2026-11', due: { allowance: 810_000 }, rules: ['MSA-6-3'] }],
  },
  {
    id: 'G-MSA-5',
    title: 'An exceptionally severely disabled child of 8',
    article: art5and6('6'),
    person: { born: '2016-01-01', facts: { disability: 'exceptionally_severe' } },
    expected: [{ month: '2024-06', due: { allowance: 900_000 }, rules: ['MSA-6-2'] }],
  },
  {
    id: 'G-MSA-6',
    title: 'The same child once the standard is 500.000',
    article: art5and6('6'),
    person: { born: '2016-01-01', facts: { disability: 'exceptionally_severe' } },
    expected: [{ month: '2024-07', due: { allowance: 1_250_000 }, rules: ['MSA-6-2'] }],
  },
  {
    id: 'G-MSA-7',
    title: 'A poor single mother of two',
    article: art5and6('4'),
    person: widowOf('1990-01-01'),
    expected: [{ month: '2025-09', due: { single_parent: 1_000_000 }, rules: ['MSA-4'] }],
  },
  {
    id: 'G-MSA-8',
    title: 'The same, severely disabled: both are paid',
    article: 'khoản 2 Điều 6 Nghị định 20/2021/NĐ-CP',
    person: widowOf('1985-01-01', { disability: 'severe' }),
    expected: [{ month: '2025-09', due: { single_parent: 1_000_000, allowance: 750_000 } }],
  },
  {
    id: 'G-MSA-9',
    title: 'The same under Decree 335',
    article: 'khoản 2 Điều 6 Nghị định 335/2026/NĐ-CP',
    person: widowOf('1985-01-01', { disability: 'severe' }),
    expected: [{ month: '2026-09', due: { single_parent: 1_080_000, allowance: 810_000 } }],
  },
  {
    id: 'G-MSA-10',
    title: 'A child with HIV of a poor household who is a double orphan: the higher',
    article: 'khoản 2 Điều 6 Nghị định 20/2021/NĐ-CP',
    person: { born: '2015-06-01', facts: { ...orphan, hiv: true, household: 'poor' } },
    expected: [{ month: '2025-01', due: { allowance: 1_000_000 }, rules: ['MSA-3-B'] }],
  },
  {
    id: 'G-MSA-11',
    title: '77, poor, nobody bound to maintain: 1,5 and not the social pension',
    article: 'điểm a khoản 5 Điều 5 Nghị định 20/2021/NĐ-CP',
    person: { born: '1949-01-01', facts: { household: 'poor', obligor: 'none' } },
    expected: [{ month: '2026-06', due: { allowance: 750_000 }, rules: ['MSA-5A-1'], refused: ['SP-A'] }],
  },
  {
    id: 'G-MSA-12',
    title: 'The same person once 75 is the boundary',
    article: 'điểm a khoản 5 Điều 5 Nghị định 335/2026/NĐ-CP',
    person: { born: '1949-01-01', facts: { household: 'poor', obligor: 'none' } },
    expected: [{ month: '2026-07', due: { allowance: 1_080_000 }, rules: ['MSA-5A-2'] }],
  },
  {
    id: 'G-MSA-13',
    title: '83, no pension, near-poor',
    article: 'điểm c khoản 5 Điều 5 Nghị định 20/2021/NĐ-CP',
    person: { born: '1941-01-01', facts: { household: 'near_poor' } },
    expected: [{ month: '2024-10', due: { allowance: 500_000 }, rules: ['MSA-5C'] }],
  },
  {
    id: 'G-MSA-14',
    title: 'The same person has the social pension instead',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP',
    person: { born: '1941-01-01', facts: { household: 'near_poor' } },
    expected: [{ month: '2025-10', due: { social_pension: 500_000 }, rules: ['SP-A'] }],
  },
  {
    id: 'G-MSA-15',
    title: 'A student who turns 22 in April 2025',
    article: art5and6('2'),
    person: { born: '2003-04-11', facts: { wasChildWithoutSupport: true, isStudying: true } },
    expected: [
      { month: '2025-04', due: { allowance: 750_000 }, rules: ['MSA-2'] },
      { month: '2025-05', due: {} },
    ],
  },
  {
    id: 'G-MSA-16',
    title: 'A student who turns 22 in November 2026 goes on: the cap is gone',
    article: nd335('2'),
    person: { born: '2004-11-09', facts: { wasChildWithoutSupport: true, isStudying: true } },
    expected: [{ month: '2026-12', due: { allowance: 810_000 }, rules: ['MSA-2'] }],
  },
  {
    id: 'G-MSA-17',
    title: '76, near-poor, in a commune of extreme difficulty',
    article: 'điểm b khoản 5 Điều 5 Nghị định 20/2021/NĐ-CP',
    person: { born: '1947-01-01', facts: { household: 'near_poor', inDifficultArea: true } },
    expected: [{ month: '2023-02', due: { allowance: 360_000 }, rules: ['MSA-5B'] }],
  },
  {
    id: 'G-MSA-18',
    title: 'A child of 2 in a difficult area who is severely disabled: khoản 7 gives way to khoản 6',
    article: art5and6('7'),
    person: {
      born: '2023-01-01',
      facts: { household: 'near_poor', inDifficultArea: true, disability: 'severe' },
    },
    expected: [{ month: '2025-02', due: { allowance: 1_000_000 }, rules: ['MSA-6-4'], refused: ['MSA-7'] }],
  },
  {
    id: 'G-MSA-19',
    title: 'A severely disabled adult in Vĩnh Phúc',
    article: 'khoản 3 Điều 4, khoản 6 Điều 5 Nghị định 20/2021/NĐ-CP',
    person: { born: '1993-01-01', facts: { disability: 'severe', territory: 'vinh-phuc' } },
    expected: [{ month: '2023-05', due: { allowance: 670_500 }, rules: ['MSA-6-3'] }],
  },
  {
    id: 'G-MSA-20',
    title: 'One parent dead, the other unidentified: only R26 lists the pair',
    article: nd335('1'),
    person: {
      born: '2020-02-02',
      facts: { father: 'unidentified', mother: 'dead' },
      awarded: ['monthly_allowance'],
    },
    decision: { group: 'MSA-1', decidedOn: '2026-10-20', startsIn: '2026-10' },
    expected: [
      { month: '2026-06', due: {}, refused: ['MSA-1'] },
      { month: '2026-09', due: {} },
      { month: '2026-10', due: { allowance: 810_000 }, rules: ['MSA-1-B'] },
    ],
  },
  {
    id: 'G-MSA-21',
    title: 'A poor single father whose only child is 17 and at school',
    article: nd335('4'),
    person: {
      born: '1980-01-01',
      facts: {
        household: 'poor',
        singleParent: 'spouse_dead',
        children: [{ born: '2009-05-05', isStudying: true }],
      },
    },
    expected: [
      { month: '2026-11', due: {}, refused: ['MSA-4'] },
      { month: '2026-06', due: { single_parent: 500_000 }, rules: ['MSA-4'] },
    ],
  },
  {
    id: 'G-MSA-22',
    title: 'An adult with HIV of a poor household who draws a pension',
    article: art5and6('8'),
    person: { born: '1970-01-01', facts: { household: 'poor', hiv: true, pension: 2_100_000 } },
    expected: [
      { month: '2024-01', due: {}, refused: ['MSA-8'] },
      { month: '2026-11', due: {}, refused: ['MSA-8'] },
    ],
  },
  {
    id: 'G-MSA-23',
    title: 'An abandoned child turns 4 on 20 May 2023: the new level in the month itself',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: { born: '2019-05-20', facts: abandoned },
    expected: [
      { month: '2023-04', due: { allowance: 900_000 } },
      { month: '2023-05', due: { allowance: 540_000 } },
    ],
  },
  {
    id: 'G-MSA-24',
    title: 'An abandoned child turns 4 on 20 October 2025: the new level from the month after',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: { born: '2021-10-20', facts: abandoned },
    expected: [
      { month: '2025-10', due: { allowance: 1_250_000 } },
      { month: '2025-11', due: { allowance: 750_000 } },
    ],
  },
  {
    id: 'G-MSA-25',
    title: 'An abandoned child turns 4 on 20 November 2026: the month itself again',
    article: 'khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP',
    person: { born: '2022-11-20', facts: abandoned },
    expected: [
      { month: '2026-10', due: { allowance: 1_350_000 } },
      { month: '2026-11', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'G-MSA-26',
    title: 'Severe becomes exceptionally severe on 3 December 2025',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: {
      born: '1985-01-01',
      facts: { disability: 'severe' },
      changes: [{ from: '2025-12-03', disability: 'exceptionally_severe' }],
    },
    expected: [
      { month: '2025-12', due: { allowance: 750_000 } },
      { month: '2026-01', due: { allowance: 1_000_000 } },
    ],
  },
]
