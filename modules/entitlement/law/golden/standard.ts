import type { GoldenCase } from './golden-case.ts'

// A severely disabled adult draws 1,5 of the standard amount, so the amount shows the standard: 270.000 × 1,5 = 405.000.
const severe = { born: '1985-01-01', facts: { disability: 'severe' } } as const
const inVinhPhuc = { born: '1985-01-01', facts: { disability: 'severe', territory: 'vinh-phuc' } } as const

export const standardCases: readonly GoldenCase[] = [
  {
    id: 'G-STD-1',
    title: 'The centre in June 2021: 270.000',
    article: 'khoản 1 Điều 4 Nghị định 136/2013/NĐ-CP',
    person: severe,
    fixes: ['standard'],
    expected: [{ month: '2021-06', due: { allowance: 405_000 } }],
  },
  {
    id: 'G-STD-2',
    title: 'The centre in July 2021: 360.000',
    article: 'khoản 2 Điều 4 Nghị định 20/2021/NĐ-CP',
    person: severe,
    fixes: ['standard'],
    expected: [{ month: '2021-07', due: { allowance: 540_000 } }],
  },
  {
    id: 'G-STD-3',
    title: 'Vĩnh Phúc in May 2023: 447.000 of the province',
    article: 'khoản 3 Điều 4 Nghị định 20/2021/NĐ-CP',
    person: inVinhPhuc,
    fixes: ['standard', 'standard-vinh-phuc'],
    expected: [{ month: '2023-05', due: { allowance: 670_500 } }],
  },
  {
    id: 'G-STD-4',
    title: 'Vĩnh Phúc in August 2024: the centre is a floor under 447.000',
    article: 'khoản 3 Điều 4 Nghị định 20/2021/NĐ-CP; Điều 1 Nghị định 76/2024/NĐ-CP',
    person: inVinhPhuc,
    fixes: ['standard', 'standard-vinh-phuc'],
    expected: [
      { month: '2024-06', due: { allowance: 670_500 } },
      { month: '2024-07', due: { allowance: 750_000 } },
      { month: '2024-08', due: { allowance: 750_000 } },
    ],
  },
  {
    id: 'G-STD-5',
    title: 'The centre in June 2026: 500.000',
    article: 'Điều 1 Nghị định 76/2024/NĐ-CP',
    person: severe,
    fixes: ['standard'],
    expected: [{ month: '2026-06', due: { allowance: 750_000 } }],
  },
  {
    id: 'G-STD-6',
    title: 'The centre in July 2026, as known before and since Decree 335 came into force',
    article: 'khoản 2 Điều 4, khoản 3 Điều 32 Nghị định 335/2026/NĐ-CP',
    person: severe,
    fixes: ['standard'],
    expected: [
      { month: '2026-07', knownOn: '2026-10-04', due: { allowance: 750_000 } },
      { month: '2026-07', knownOn: '2026-10-05', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'G-STD-7',
    title: 'A province with 600.000 since 2025 stays above the centre of 2026',
    article: 'khoản 3 Điều 4 Nghị định 335/2026/NĐ-CP',
    person: { born: '1985-01-01', facts: { disability: 'severe', territory: 'elsewhere' } },
    fixes: ['standard'],
    provincial: { territory: 'elsewhere', from: '2025-01', value: 600_000 },
    expected: [
      { month: '2024-12', due: { allowance: 750_000 } },
      { month: '2026-08', due: { allowance: 900_000 } },
    ],
  },
  {
    id: 'B-STD-1',
    title: 'Vĩnh Phúc had 447.000 while the centre had 270.000 (from January 2016)',
    article: 'Nghị quyết của HĐND tỉnh Vĩnh Phúc',
    person: inVinhPhuc,
    fixes: ['standard', 'standard-vinh-phuc'],
    expected: [
      { month: '2015-12', due: { allowance: 405_000 } },
      { month: '2016-01', due: { allowance: 670_500 } },
    ],
  },
]
