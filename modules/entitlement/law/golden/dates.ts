import type { CaseInput } from '../../domain/case-file.ts'
import type { GoldenCase } from './golden-case.ts'

const severe: CaseInput = { born: '1985-01-01', facts: { disability: 'severe' } }
const veteran: CaseInput = { born: '1985-01-01', facts: { disability: 'severe', meritorious: 2_000_000 } }
const fourOn = (born: string): CaseInput => ({ born, facts: { abandoned: true } })

/** Which law a month has, by the day it was made public and the day it came into force: both sides of every date. */
export const dateCases: readonly GoldenCase[] = [
  {
    id: 'B-DATE-R13',
    title:
      'Decree 136: January 2015 is the first month, as known since the decree was public on 21 October 2013',
    article: 'Điều 4 Nghị định 136/2013/NĐ-CP',
    person: severe,
    expected: [
      { month: '2014-12', due: {} },
      { month: '2015-01', knownOn: '2013-10-20', due: {} },
      // 1,5 × 270.000.
      { month: '2015-01', knownOn: '2013-10-21', due: { allowance: 405_000 } },
      { month: '2015-01', knownOn: '2014-12-20', due: { allowance: 405_000 } },
      { month: '2015-01', due: { allowance: 405_000 } },
    ],
  },
  {
    id: 'B-DATE-R21',
    title: 'Decree 20: July 2021, as known before and since it was public on 15 March 2021',
    article: 'Điều 37 Nghị định 20/2021/NĐ-CP',
    person: severe,
    expected: [
      { month: '2021-07', knownOn: '2021-03-14', due: { allowance: 405_000 } }, // 1,5 × 270.000
      { month: '2021-07', knownOn: '2021-03-15', due: { allowance: 540_000 } }, // 1,5 × 360.000
      { month: '2021-07', knownOn: '2021-06-20', due: { allowance: 540_000 } },
    ],
  },
  {
    id: 'B-DATE-R25',
    title: 'The social pension: July 2025, as known before and since the law was public on 29 June 2024',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP; Luật 41/2024/QH15',
    person: { born: '1940-01-01' },
    expected: [
      { month: '2025-07', knownOn: '2024-06-28', due: { allowance: 500_000 }, rules: ['MSA-5C'] }, // 1,0 × 500.000
      { month: '2025-07', knownOn: '2024-06-29', due: { social_pension: 500_000 } },
      { month: '2025-07', knownOn: '2025-06-20', due: { social_pension: 500_000 } },
    ],
  },
  {
    id: 'B-DATE-R26',
    title: 'Decree 335: November 2026, as known before and since it was public on 21 August 2026',
    article: 'khoản 3 Điều 32 Nghị định 335/2026/NĐ-CP',
    person: severe,
    expected: [
      { month: '2026-11', knownOn: '2026-08-20', due: { allowance: 750_000 } }, // 1,5 × 500.000
      { month: '2026-11', knownOn: '2026-08-21', due: { allowance: 810_000 } }, // 1,5 × 540.000
    ],
  },
  {
    id: 'B-DATE-ADJUST-R13-R21',
    title: 'June 2021 still adjusts by Decree 136, July by Decree 20: in the month itself, whatever the day',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: fourOn('2017-06-10'),
    expected: [{ month: '2021-06', due: { allowance: 405_000 } }], // 1,5 × 270.000
  },
  {
    id: 'B-DATE-ADJUST-R21-FIRST',
    title: 'A child who turns 4 on 1 July 2021 is adjusted in July',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP',
    person: fourOn('2017-07-01'),
    expected: [{ month: '2021-07', due: { allowance: 540_000 } }], // 1,5 × 360.000
  },
  {
    id: 'B-DATE-ADJUST-R21-LAST',
    title: 'A child who turns 4 on 30 June 2025 is adjusted in June: the last day of Decree 20’s procedure',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP; Nghị định 147/2025/NĐ-CP',
    person: fourOn('2021-06-30'),
    expected: [{ month: '2025-06', due: { allowance: 750_000 } }], // 1,5 × 500.000
  },
  {
    id: 'B-DATE-ADJUST-R25',
    title:
      'A child who turns 4 on 20 July 2025, as known before and since Decree 147 was public on 12 June 2025',
    article: 'điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: fourOn('2021-07-20'),
    expected: [
      { month: '2025-07', knownOn: '2025-06-11', due: { allowance: 750_000 } }, // 1,5 × 500.000, in the month
      { month: '2025-07', knownOn: '2025-06-12', due: { allowance: 1_250_000 } }, // 2,5 × 500.000, the month after
      { month: '2025-07', knownOn: '2025-06-20', due: { allowance: 1_250_000 } },
    ],
  },
  {
    id: 'B-DATE-ADJUST-R26',
    title: 'A child who turns 4 on 20 November 2026, as known before and since Decree 335 was public',
    article: 'khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP',
    person: fourOn('2022-11-20'),
    expected: [
      { month: '2026-11', knownOn: '2026-08-20', due: { allowance: 1_250_000 } }, // 2,5 × 500.000, the month after
      { month: '2026-11', knownOn: '2026-08-21', due: { allowance: 810_000 } }, // 1,5 × 540.000, in the month
    ],
  },
  {
    id: 'B-DATE-ADJUST-4-OCTOBER',
    title: 'C5: a child who turns 4 on 4 October 2026 is adjusted by the old procedure, the month after',
    article: 'C5; điểm d khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    person: fourOn('2022-10-04'),
    expected: [
      { month: '2026-10', due: { allowance: 1_350_000 } }, // 2,5 × 540.000
      { month: '2026-11', due: { allowance: 810_000 } }, // 1,5 × 540.000
    ],
  },
  {
    id: 'B-DATE-MERITORIOUS',
    title:
      'A higher allowance for meritorious service instead of khoản 6, since the first month and in every regime before October 2026',
    article: 'khoản 2 Điều 6 các Nghị định 136/2013 và 20/2021/NĐ-CP (NCC)',
    person: veteran,
    expected: [
      { month: '2015-01', due: {} },
      { month: '2023-05', due: {} },
      { month: '2025-12', due: {} },
      { month: '2026-12', due: { allowance: 810_000 } }, // 1,5 × 540.000 beside it
    ],
  },
  {
    id: 'B-START-5B',
    title: 'Khoản 5b, 75 on 10 March 2022, decided on 5 June 2022: from March',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP (C8)',
    person: {
      born: '1947-03-10',
      facts: { household: 'near_poor', inDifficultArea: true },
      awarded: ['monthly_allowance'],
    },
    decision: { group: 'MSA-5B', decidedOn: '2022-06-05', startsIn: '2022-03' },
    expected: [
      { month: '2022-02', due: {} },
      { month: '2022-03', due: { allowance: 360_000 }, rules: ['MSA-5B'] }, // 1,0 × 360.000
    ],
  },
  {
    id: 'B-START-CERTIFICATE',
    title: 'A certificate of May 2021 decided on in July 2021: not before Decree 20 (C8b)',
    article: 'khoản 1 Điều 8 Nghị định 20/2021/NĐ-CP (C8b)',
    person: { born: '1985-01-01', facts: { disability: 'severe' }, awarded: ['monthly_allowance'] },
    decision: { group: 'MSA-6', decidedOn: '2021-07-20', certificateOn: '2021-05-10', startsIn: '2021-07' },
    expected: [
      { month: '2021-06', due: {} },
      { month: '2021-07', due: { allowance: 540_000 } }, // 1,5 × 360.000
    ],
  },
]
