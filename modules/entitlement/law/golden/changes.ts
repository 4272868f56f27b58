import type { GoldenCase } from './golden-case.ts'

const severeSince = (from: string) =>
  ({
    born: '1985-01-01',
    changes: [{ from, disability: 'severe' as const }],
    awarded: ['monthly_allowance'],
  }) satisfies GoldenCase['person']

/** Poverty, decisions and transitions: G-POV, G-PROC, G-DIS and G-TRN of the dossier that concern these amounts. */
export const changeCases: readonly GoldenCase[] = [
  {
    id: 'G-POV-1',
    title: 'An adult with HIV whose household is near-poor from January 2026',
    article: 'khoản 8 Điều 5 Nghị định 20/2021/NĐ-CP; điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: {
      born: '1984-02-02',
      facts: { household: 'poor', hiv: true },
      changes: [{ from: '2026-01-01', household: 'near_poor' }],
    },
    expected: [
      { month: '2026-01', due: { allowance: 750_000 }, rules: ['MSA-8'] },
      { month: '2026-02', due: {}, refused: ['MSA-8'] },
    ],
  },
  {
    id: 'G-POV-2',
    title: 'A single mother whose household becomes near-poor goes on',
    article: 'khoản 4 Điều 5 Nghị định 20/2021/NĐ-CP',
    person: {
      born: '1990-01-01',
      facts: { household: 'poor', singleParent: 'never_married', children: [{ born: '2018-08-08' }] },
      changes: [{ from: '2026-01-01', household: 'near_poor' }],
    },
    expected: [
      { month: '2026-01', due: { single_parent: 500_000 } },
      { month: '2026-02', due: { single_parent: 500_000 } },
    ],
  },
  {
    id: 'G-POV-3',
    title: 'A social pensioner of 72 whose household leaves the near-poor list',
    article: 'khoản 2 Điều 2 Nghị định 176/2025/NĐ-CP',
    person: {
      born: '1953-06-06',
      facts: { household: 'near_poor' },
      changes: [{ from: '2026-01-01', household: 'other' }],
    },
    expected: [
      { month: '2026-01', due: { social_pension: 500_000 } },
      { month: '2026-02', due: {}, refused: ['SP-B'] },
    ],
  },
  {
    id: 'G-PROC-3',
    title: 'The 80th birthday on 20 December 2024, decided on 10 February 2025',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: { born: '1944-12-20', awarded: ['monthly_allowance'] },
    decision: { group: 'MSA-5C', decidedOn: '2025-02-10', startsIn: '2024-12' },
    expected: [
      { month: '2024-11', due: {} },
      { month: '2024-12', due: { allowance: 500_000 }, rules: ['MSA-5C'] },
      { month: '2025-01', due: { allowance: 500_000 } },
      { month: '2025-02', due: { allowance: 500_000 } },
    ],
  },
  {
    id: 'G-PROC-4',
    title: 'HIV, filed on 20 December 2024, decided on 15 January 2025',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: { born: '1984-02-02', facts: { household: 'poor', hiv: true }, awarded: ['monthly_allowance'] },
    decision: { group: 'MSA-8', decidedOn: '2025-01-15', startsIn: '2025-01' },
    expected: [
      { month: '2024-12', due: {} },
      { month: '2025-01', due: { allowance: 750_000 }, rules: ['MSA-8'] },
    ],
  },
  {
    id: 'G-PROC-5',
    title: 'A recipient dies on 8 November 2026: November is due, December is not',
    article: 'khoản 4 Điều 8, khoản 2 Điều 9 Nghị định 335/2026/NĐ-CP',
    person: { born: '1985-01-01', facts: { disability: 'severe' }, diedOn: '2026-11-08' },
    expected: [
      { month: '2026-11', due: { allowance: 810_000 } },
      { month: '2026-12', due: {} },
    ],
  },
  {
    id: 'G-PROC-9',
    title:
      'Moves to another province in September 2025: the old place pays September by its standard, the new one October',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; khoản 3 Điều 4 Nghị định 20/2021/NĐ-CP',
    person: {
      born: '1985-01-01',
      facts: { disability: 'severe', territory: 'elsewhere' },
      changes: [{ from: '2025-09-20', territory: 'central' }],
    },
    provincial: { territory: 'elsewhere', from: '2025-01', value: 600_000 },
    expected: [
      { month: '2025-09', due: { allowance: 900_000 } },
      { month: '2025-10', due: { allowance: 750_000 } },
    ],
  },
  {
    id: 'G-PROC-9-BACK',
    title: 'The other way round: the higher standard from the month after the move',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP; khoản 3 Điều 4 Nghị định 20/2021/NĐ-CP',
    person: {
      born: '1985-01-01',
      facts: { disability: 'severe' },
      changes: [{ from: '2025-09-20', territory: 'elsewhere' }],
    },
    provincial: { territory: 'elsewhere', from: '2025-01', value: 600_000 },
    expected: [
      { month: '2025-09', due: { allowance: 750_000 } },
      { month: '2025-10', due: { allowance: 900_000 } },
    ],
  },
  {
    id: 'G-DIS-4',
    title: 'Severe, certificate of 28 May 2024, decided on 3 July 2024: 1.830.000 with the first payment',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: severeSince('2024-05-28'),
    decision: {
      group: 'MSA-6',
      decidedOn: '2024-07-03',
      certificateOn: '2024-05-28',
      startsIn: '2024-05',
    },
    expected: [
      { month: '2024-04', due: {} },
      { month: '2024-05', due: { allowance: 540_000 } },
      { month: '2024-06', due: { allowance: 540_000 } },
      { month: '2024-07', due: { allowance: 750_000 } },
    ],
  },
  {
    id: 'G-DIS-5',
    title: 'Severe, certificate of 20 August 2025, decided on 5 September 2025: no arrears',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: severeSince('2025-08-20'),
    decision: {
      group: 'MSA-6',
      decidedOn: '2025-09-05',
      certificateOn: '2025-08-20',
      startsIn: '2025-09',
    },
    expected: [
      { month: '2025-08', due: {} },
      { month: '2025-09', due: { allowance: 750_000 } },
    ],
  },
  {
    id: 'G-DIS-6',
    title: 'Exceptionally severe since 4, turns 6: to be looked at again, and paid until a decision suspends',
    article: 'khoản 6 Điều 5 Nghị định 20/2021/NĐ-CP; Thông tư 01/2019/TT-BLĐTBXH',
    person: { born: '2019-11-05', facts: { disability: 'exceptionally_severe' } },
    expected: [
      { month: '2025-10', due: { allowance: 1_250_000 }, rules: ['MSA-6-2'] },
      { month: '2025-11', due: { allowance: 1_250_000 }, rules: ['MSA-6-2'] },
      { month: '2025-12', due: { allowance: 1_250_000 }, rules: ['MSA-6-2'] },
    ],
  },
  {
    id: 'G-DIS-7',
    title: 'Mild disability gives no allowance and no care',
    article: 'khoản 6 Điều 5 Nghị định 335/2026/NĐ-CP',
    person: { born: '1985-01-01', facts: { disability: 'mild', care: 'own_household' } },
    expected: [
      { month: '2024-05', due: {}, refused: ['MSA-6', 'CARE-3'] },
      { month: '2026-11', due: {}, refused: ['MSA-6', 'CARE-3'] },
    ],
  },
  {
    id: 'G-TRN-1',
    title: 'A severely disabled adult paid at 500.000 from July to October 2026: 4 × 60.000 of arrears',
    article: 'khoản 3 Điều 32 Nghị định 335/2026/NĐ-CP',
    person: { born: '1985-01-01', facts: { disability: 'severe' } },
    expected: [
      ...['2026-07', '2026-08', '2026-09', '2026-10'].flatMap((month) => [
        { month, knownOn: '2026-09-24', due: { allowance: 750_000 } },
        { month, knownOn: '2026-11-23', due: { allowance: 810_000 } },
      ]),
      { month: '2026-11', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'G-TRN-2',
    title: 'A social pensioner paid 500.000 from July to October 2026: 4 × 40.000 of arrears',
    article: 'khoản 3 Điều 32 Nghị định 335/2026/NĐ-CP',
    person: { born: '1948-01-01' },
    expected: ['2026-07', '2026-08', '2026-09', '2026-10'].flatMap((month) => [
      { month, knownOn: '2026-09-24', due: { social_pension: 500_000 } },
      { month, knownOn: '2026-11-23', due: { social_pension: 540_000 } },
    ]),
  },
]
