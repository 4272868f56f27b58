import type { SupportCase } from './support-case.ts'

const nd20 = 'Điều 11 Nghị định 20/2021/NĐ-CP'
const nd335 = 'Điều 11 Nghị định 335/2026/NĐ-CP'
const nd176 = 'Điều 5 Nghị định 176/2025/NĐ-CP'
const severe = { disability: 'severe' } as const
const death = (on: string, more: object = {}) => [{ kind: 'death', on, ...more } as const]

/** G-FUN of the dossier: 20 or 50 times the standard of the month of death, one only, the highest of every instrument. */
export const funeralCases: readonly SupportCase[] = [
  {
    id: 'G-FUN-1',
    title: 'A recipient of khoản 6 dies in September 2023: 20 × 360.000',
    article: nd20,
    case: { born: '1980-01-01', facts: severe, events: death('2023-09-10') },
    month: '2023-09',
    expected: [{ of: 0, given: { 'FUN-01': 7_200_000 } }],
  },
  {
    id: 'G-FUN-2',
    title: 'The same in Vĩnh Phúc: 20 × 447.000',
    article: `${nd20}, khoản 3 Điều 4`,
    case: {
      born: '1980-01-01',
      facts: { ...severe, territory: 'vinh-phuc' },
      events: death('2023-09-10'),
    },
    month: '2023-09',
    expected: [{ of: 0, given: { 'FUN-01': 8_940_000 } }],
  },
  {
    id: 'G-FUN-3',
    title: 'A recipient dies in August 2024: 20 × 500.000',
    article: nd20,
    case: { born: '1980-01-01', facts: severe, diedOn: '2024-08-20' },
    month: '2024-08',
    expected: [{ of: 0, given: { 'FUN-01': 10_000_000 } }],
  },
  {
    id: 'G-FUN-4',
    title: '81, on a survivor’s allowance, dies in August 2024',
    article: nd20,
    case: { born: '1943-05-05', facts: { socialInsurance: 900_000 }, events: death('2024-08-20') },
    month: '2024-08',
    expected: [{ of: 0, given: { 'FUN-03': 10_000_000 }, not: { 'FUN-01': 'refused' } }],
  },
  {
    id: 'G-FUN-5',
    title: '77, on a survivor’s allowance, dies on 20 September 2026: the threshold is 80',
    article: nd20,
    case: { born: '1949-05-05', facts: { socialInsurance: 900_000 }, events: death('2026-09-20') },
    month: '2026-09',
    expected: [{ of: 0, given: {}, not: { 'FUN-03': 'refused' } }],
  },
  {
    id: 'G-FUN-6',
    title: '77, the same, dies on 2 November 2026: the threshold is 75',
    article: nd335,
    case: { born: '1949-05-05', facts: { socialInsurance: 900_000 }, events: death('2026-11-02') },
    month: '2026-11',
    expected: [{ of: 0, given: { 'FUN-03': 10_800_000 } }],
  },
  {
    id: 'B-FUN-3-POOR',
    title: '71, poor, on a survivor’s allowance: only since Decree 335',
    article: nd335,
    case: {
      born: '1955-05-05',
      facts: { socialInsurance: 900_000, household: 'near_poor' },
      events: [...death('2026-11-02')],
    },
    month: '2026-11',
    expected: [{ of: 0, given: { 'FUN-03': 10_800_000 } }],
  },
  {
    // 5.3: from 70 to under 75 «on tuất» only; another monthly allowance counts from 75.
    id: 'B-FUN-3-MERIT',
    title: '71, near-poor, on an allowance for meritorious service: not before 75',
    article: nd335,
    case: {
      members: [
        { key: '71', born: '1955-05-05', facts: { meritorious: 2_000_000, household: 'near_poor' } },
        { key: '75', born: '1951-05-05', facts: { meritorious: 2_000_000, household: 'near_poor' } },
      ],
      events: ['71', '75'].flatMap((who) => death('2026-11-02', { who })),
    },
    month: '2026-11',
    expected: [
      { of: 0, given: { 'FUN-05': 10_800_000 }, not: { 'FUN-03': 'refused' } },
      { of: 1, given: { 'FUN-03': 10_800_000 }, not: { 'FUN-05': 'not_best' } },
    ],
  },
  {
    id: 'G-FUN-7',
    title: 'A social pensioner dies in December 2025',
    article: nd176,
    case: { born: '1947-01-01', events: death('2025-12-12') },
    month: '2025-12',
    expected: [{ of: 0, given: { 'FUN-04': 10_000_000 } }],
  },
  {
    id: 'G-FUN-8',
    title: 'An eligible applicant for the social pension dies four days after filing',
    article: nd176,
    case: { born: '1947-01-01', awarded: [], events: death('2025-12-12', { hasApplied: true }) },
    month: '2025-12',
    expected: [{ of: 0, given: { 'FUN-04': 10_000_000 } }],
  },
  {
    id: 'G-FUN-9',
    title: 'An eligible applicant for the allowance dies undecided in December 2025: «đang hưởng» is needed',
    article: nd20,
    case: {
      born: '1980-01-01',
      facts: severe,
      awarded: [],
      events: death('2025-12-12', { hasApplied: true }),
    },
    month: '2025-12',
    expected: [{ of: 0, given: {}, not: { 'FUN-01': 'refused', 'FUN-04': 'refused' } }],
  },
  {
    id: 'G-FUN-10',
    title: 'The same in November 2026',
    article: nd335,
    case: {
      born: '1980-01-01',
      facts: severe,
      awarded: [],
      events: death('2026-11-12', { hasApplied: true }),
    },
    month: '2026-11',
    expected: [{ of: 0, given: { 'FUN-06': 10_800_000 } }],
  },
  {
    id: 'G-FUN-11',
    title: 'A severely disabled pensioner, 25.300.000 paid by social insurance: nothing more',
    article: nd335,
    case: {
      born: '1960-01-01',
      facts: { ...severe, pension: 4_000_000 },
      events: death('2026-11-12', { otherFuneral: 25_300_000 }),
    },
    month: '2026-11',
    expected: [{ of: 0, given: {}, not: { 'FUN-01': 'paid_elsewhere' } }],
  },
  {
    id: 'G-FUN-12',
    title: 'A resident of a facility dies in January 2025: 50 × 500.000',
    article: 'Điều 25 Nghị định 20/2021/NĐ-CP',
    case: { born: '1950-01-01', facts: { ...severe, facility: 'A' }, events: death('2025-01-15') },
    month: '2025-01',
    expected: [{ of: 0, given: { 'FUN-07': 25_000_000 } }],
  },
  {
    id: 'G-FUN-13',
    title: 'A social pensioner dies on 15 August 2026: by the text in force on the day (C1, to be confirmed)',
    article: nd176,
    case: { born: '1947-01-01', events: death('2026-08-15') },
    month: '2026-08',
    expected: [{ of: 0, given: { 'FUN-04': 10_000_000 } }],
  },
  {
    id: 'B-FUN-05',
    title: 'A social pensioner dies in November 2026: 20 × 540.000 of either base, one of them (C16)',
    article: 'Điều 5 Nghị định 176/2025/NĐ-CP được sửa đổi',
    case: { born: '1947-01-01', events: death('2026-11-15') },
    month: '2026-11',
    expected: [{ of: 0, given: { 'FUN-05': 10_800_000 }, not: { 'FUN-05-STANDARD': 'not_best' } }],
  },
  {
    id: 'B-FUN-02',
    title: 'A child of a poor single mother on khoản 4 dies: nobody need say whose allowance it was',
    article: nd20,
    case: {
      members: [
        { key: 'mẹ', born: '1990-01-01', facts: { household: 'poor', singleParent: 'spouse_dead' } },
        { key: 'con', born: '2015-01-01', childOf: ['mẹ'], facts: { household: 'poor' } },
      ],
      events: death('2024-08-20', { who: 'con' }),
    },
    month: '2024-08',
    expected: [{ of: 0, given: { 'FUN-02': 10_000_000 }, not: { 'FUN-01': 'refused' } }],
  },
  {
    id: 'B-FUN-HIGHER',
    title: 'Social insurance pays less than 20 × 540.000: ours is the highest',
    article: nd335,
    case: { born: '1960-01-01', facts: severe, events: death('2026-11-12', { otherFuneral: 5_000_000 }) },
    month: '2026-11',
    expected: [{ of: 0, given: { 'FUN-01': 10_800_000 } }],
  },
  {
    id: 'B-FUN-TERMS',
    title: 'Since Decree 335 the commune chair decides within three working days, form 03',
    article: nd335,
    case: { born: '1980-01-01', facts: severe, events: death('2026-11-12') },
    month: '2026-11',
    expected: [
      {
        of: 0,
        given: { 'FUN-01': 10_800_000 },
        terms: {
          'FUN-01':
            'chi cho người hoặc tổ chức lo mai táng; Chủ tịch UBND cấp xã, trong 3 ngày làm việc, mẫu 03',
        },
      },
    ],
  },
]
