import type { CaseInput } from '../../domain/case-file.ts'
import type { GoldenCase } from './golden-case.ts'
import { steady, turning } from './regime-rows.ts'

const sp = 'Điều 2, khoản 1 Điều 3 Nghị định 176/2025/NĐ-CP'
const out = 'C21; điểm c khoản 2 Điều 9 Nghị định 335/2026/NĐ-CP'
const higher = 'khoản 2 Điều 3 Nghị định 176/2025/NĐ-CP; khoản 1 Điều 31 Nghị định 335/2026/NĐ-CP'

type Facts = NonNullable<CaseInput['facts']>

/** 78 and 79 in the months asked about. */
const old = (facts: Facts): CaseInput => ({ born: '1947-03-03', facts })
/** 72 and 73. */
const younger = (facts: Facts): CaseInput => ({ born: '1953-03-03', facts })
const pension = (amount: number) => ({ social_pension: amount })

/** The whole amount, 500.000 and then 540.000; there was none before July 2025. */
const whole = [null, null, pension(500_000), pension(540_000)] as const
const never = [null, null, 0, 0] as const

/** The social pension in both of its regimes: every age, household and pension by itself. */
export const pensionInRegimes: readonly GoldenCase[] = [
  ...steady(
    ['social_pension'],
    [
      ['B-SPA-PENSION', 'a pension far above it', sp, old({ pension: 2_000_000 }), never],
      [
        'B-SPA-INSURANCE',
        'an allowance of social insurance far above it',
        sp,
        old({ socialInsurance: 2_000_000 }),
        never,
      ],
      [
        'B-SPA-SUM',
        'two small amounts that together reach it',
        sp,
        old({ pension: 270_000, socialInsurance: 270_000 }),
        never,
      ],
      [
        'B-SPA-SMALL',
        'a small pension is no obstacle, and takes nothing away (SP-03)',
        sp,
        old({ pension: 100_000 }),
        whole,
      ],
      [
        'B-SPA-SMALL-INSURANCE',
        'nor is a small allowance of social insurance',
        sp,
        old({ socialInsurance: 100_000 }),
        whole,
      ],
      ['B-SPB-POOR', '70 to 75 and poor', sp, younger({ household: 'poor' }), whole],
      ['B-SPB-NEAR-POOR', '70 to 75 and near-poor', sp, younger({ household: 'near_poor' }), whole],
      ['B-SPB-NOT-POOR', '70 to 75 and not poor', sp, younger({}), never],
      [
        'B-SPB-PENSION',
        '70 to 75, poor, a pension far above it',
        sp,
        younger({ household: 'poor', pension: 2_000_000 }),
        never,
      ],
      [
        'B-SPB-INSURANCE',
        '70 to 75, poor, an allowance of social insurance far above it',
        sp,
        younger({ household: 'poor', socialInsurance: 2_000_000 }),
        never,
      ],
      [
        'B-SPB-SMALL',
        '70 to 75, poor, a small pension',
        sp,
        younger({ household: 'poor', pension: 100_000 }),
        whole,
      ],
      ['B-SP-OUT-A', 'resident of group A', out, old({ facility: 'A' }), never],
      ['B-SP-OUT-B', 'resident of group B', out, old({ facility: 'B' }), never],
      ['B-SP-OUT-C', 'resident of group C', out, old({ facility: 'C' }), never],
      ['B-SP-OUT-D', 'resident of group D, who pays by contract', out, old({ facility: 'D' }), whole],
      ['B-SP-PRISON', 'serves a sentence', out, old({ servesSentence: true }), never],
    ],
  ),
  ...turning(
    ['social_pension'],
    [
      [
        'B-SPA-75',
        'from 75',
        sp,
        75,
        'starts',
        {},
        [null, null, [0, pension(500_000)], [0, pension(540_000)]],
      ],
      [
        'B-SPB-70',
        'from 70, poor',
        sp,
        70,
        'starts',
        { household: 'poor' },
        [null, null, [0, pension(500_000)], [0, pension(540_000)]],
      ],
      [
        'B-SPB-75',
        'near-poor at 75: nothing changes',
        sp,
        75,
        'adjusts',
        { household: 'near_poor' },
        [null, null, [pension(500_000), pension(500_000)], [pension(540_000), pension(540_000)]],
      ],
    ],
  ),
  {
    id: 'B-SPB-75-RULE',
    title: 'Near-poor, 75 on 20 October 2025: khoản 2 Điều 2 once more, khoản 1 from November',
    article: sp,
    person: { born: '1950-10-20', facts: { household: 'near_poor' }, awarded: ['social_pension'] },
    expected: [
      { month: '2025-10', due: pension(500_000), rules: ['SP-B'] }, // 1,0 × 500.000
      { month: '2025-11', due: pension(500_000), rules: ['SP-A'] },
    ],
  },
  {
    id: 'B-SPB-75-LEAP',
    title: 'Near-poor, born on 29 February 1952: 74 at both ends of February 2027',
    article: sp,
    person: { born: '1952-02-29', facts: { household: 'near_poor' }, awarded: ['social_pension'] },
    expected: [{ month: '2027-02', due: pension(540_000), rules: ['SP-B'] }], // 1,0 × 540.000
  },
  {
    id: 'B-SP-TIE',
    title: 'A poor widow of 76 with one child: equally high, so khoản 4 is kept (SP-04)',
    article: higher,
    person: {
      born: '1949-01-01',
      facts: { household: 'poor', singleParent: 'spouse_dead', children: [{ born: '2014-08-08' }] },
    },
    // 1,0 × 500.000 against 500.000; 1,0 × 540.000 against 540.000.
    expected: [
      { month: '2025-12', due: { single_parent: 500_000 } },
      { month: '2026-12', due: { single_parent: 540_000 } },
    ],
  },
]
