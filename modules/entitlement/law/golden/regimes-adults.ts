import type { CaseInput } from '../../domain/case-file.ts'
import { steady, turning } from './regime-rows.ts'

const khoan5 = 'khoản 5 Điều 5, Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'
const khoan6 = 'khoản 6 Điều 5, Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'
const khoan8 =
  'khoản 8 Điều 5 các Nghị định 20/2021 và 335/2026/NĐ-CP; khoản 3 Điều 5 Nghị định 136/2013/NĐ-CP'
const excluded = 'khoản 5 Điều 25, Điều 8 Nghị định 20/2021/NĐ-CP; Điều 5, 9 Nghị định 335/2026/NĐ-CP'

type Facts = NonNullable<CaseInput['facts']>

/** From 60 to 72 in the months asked about. */
const elder = (facts: Facts): CaseInput => ({ born: '1954-03-03', facts })
const adult = (facts: Facts): CaseInput => ({ born: '1985-03-03', facts })
const withHiv = (facts: Facts = {}): CaseInput => adult({ hiv: true, household: 'poor', ...facts })

const never = [0, 0, 0, 0] as const
/** 1,5 of 270.000, 360.000, 500.000 and 540.000. */
const oneAndAHalf = [405_000, 540_000, 750_000, 810_000] as const
const nowhere = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 0],
] as const

/** Older people, people with disabilities and with HIV in a month of every regime: each fact by itself. */
export const adultsInRegimes = [
  ...steady(
    ['monthly_allowance'],
    [
      [
        'B-K5A-NONE',
        'khoản 5a: nobody bound to maintain',
        khoan5,
        elder({ household: 'poor', obligor: 'none' }),
        oneAndAHalf,
      ],
      [
        'B-K5A-ON-ALLOWANCE',
        'khoản 5a: who is bound draws an allowance',
        khoan5,
        elder({ household: 'poor', obligor: 'on_allowance' }),
        oneAndAHalf,
      ],
      [
        'B-K5A-PRESENT',
        'khoản 5a: somebody is bound to maintain',
        khoan5,
        elder({ household: 'poor' }),
        never,
      ],
      [
        'B-K5A-NEAR-POOR',
        'khoản 5a: near-poor is not enough',
        khoan5,
        elder({ household: 'near_poor', obligor: 'none' }),
        never,
      ],
      ['B-K5A-NOT-POOR', 'khoản 5a: not poor', khoan5, elder({ obligor: 'none' }), never],
      // 3,0 of each standard.
      [
        'B-K5D-NONE',
        'khoản 5d: qualifies for a facility, cared for in the community',
        khoan5,
        elder({ household: 'poor', obligor: 'none', facilityEligibleInCommunity: true }),
        [810_000, 1_080_000, 1_500_000, 1_620_000],
      ],
      [
        'B-K5D-ON-ALLOWANCE',
        'khoản 5d: who is bound draws an allowance, so khoản 5a only',
        khoan5,
        elder({ household: 'poor', obligor: 'on_allowance', facilityEligibleInCommunity: true }),
        oneAndAHalf,
      ],
      [
        'B-K5D-PRESENT',
        'khoản 5d: somebody is bound to maintain',
        khoan5,
        elder({ household: 'poor', facilityEligibleInCommunity: true }),
        never,
      ],
      [
        'B-K5D-NEAR-POOR',
        'khoản 5d: near-poor is not enough',
        khoan5,
        elder({ household: 'near_poor', obligor: 'none', facilityEligibleInCommunity: true }),
        never,
      ],
      [
        'B-K5D-NOT-POOR',
        'khoản 5d: not poor',
        khoan5,
        elder({ obligor: 'none', facilityEligibleInCommunity: true }),
        never,
      ],
      ['B-K6-SEVERE', 'khoản 6: severe', khoan6, adult({ disability: 'severe' }), oneAndAHalf],
      // 2,0 of each standard.
      [
        'B-K6-EXCEPTIONAL',
        'khoản 6: exceptionally severe',
        khoan6,
        adult({ disability: 'exceptionally_severe' }),
        [540_000, 720_000, 1_000_000, 1_080_000],
      ],
      ['B-K6-MILD', 'khoản 6: mild', khoan6, adult({ disability: 'mild' }), never],
      ['B-K6-NONE', 'no khoản at all', khoan6, adult({}), never],
      ['B-K8', 'khoản 8: poor with HIV', khoan8, withHiv(), oneAndAHalf],
      ['B-K8-NO-HIV', 'khoản 8: poor without HIV', khoan8, adult({ household: 'poor' }), never],
      [
        'B-K8-NEAR-POOR',
        'khoản 8: near-poor is not enough',
        khoan8,
        withHiv({ household: 'near_poor' }),
        never,
      ],
      ['B-K8-NOT-POOR', 'khoản 8: not poor', khoan8, withHiv({ household: 'other' }), never],
      ['B-K8-WAGES', 'khoản 8: a wage is steady income', khoan8, withHiv({ hasWage: true }), never],
      ['B-K8-PENSION', 'khoản 8: so is a pension of one đồng', khoan8, withHiv({ pension: 1 }), never],
      [
        'B-K8-INSURANCE',
        'khoản 8: so is an allowance of social insurance of one đồng',
        khoan8,
        withHiv({ socialInsurance: 1 }),
        never,
      ],
      // A resident whom the State cares for has no community allowance; who pays by contract keeps 1,5.
      ['B-OUT-A', 'resident of group A', excluded, adult({ disability: 'severe', facility: 'A' }), never],
      ['B-OUT-B', 'resident of group B', excluded, adult({ disability: 'severe', facility: 'B' }), never],
      ['B-OUT-C', 'resident of group C', excluded, adult({ disability: 'severe', facility: 'C' }), never],
      [
        'B-OUT-D',
        'resident of group D',
        excluded,
        adult({ disability: 'severe', facility: 'D' }),
        oneAndAHalf,
      ],
      [
        'B-OUT-PRISON',
        'serves a sentence',
        excluded,
        adult({ disability: 'severe', servesSentence: true }),
        never,
      ],
    ],
  ),
  ...turning(
    ['monthly_allowance'],
    [
      [
        'B-K5A-60',
        'khoản 5a from 60',
        khoan5,
        60,
        'starts',
        { household: 'poor', obligor: 'none' },
        [
          [0, 405_000],
          [0, 540_000],
          [0, 750_000],
          [0, 810_000],
        ],
      ],
      [
        'B-K5A-80',
        'khoản 5a at 80; since Decree 335 the boundary is behind',
        khoan5,
        80,
        'adjusts',
        { household: 'poor', obligor: 'none' },
        // 1,5 and then 2,0 of each standard; 2,0 already.
        [
          [405_000, 540_000],
          [540_000, 720_000],
          [750_000, 1_000_000],
          [1_080_000, 1_080_000],
        ],
      ],
      [
        'B-K5A-75',
        'khoản 5a at 75: the boundary of Decree 335',
        khoan5,
        75,
        'adjusts',
        { household: 'poor', obligor: 'none' },
        [
          [405_000, 405_000],
          [540_000, 540_000],
          [750_000, 750_000],
          [810_000, 1_080_000],
        ],
      ],
      [
        'B-K5D-60',
        'khoản 5d from 60',
        khoan5,
        60,
        'starts',
        { household: 'poor', obligor: 'none', facilityEligibleInCommunity: true },
        [
          [0, 810_000],
          [0, 1_080_000],
          [0, 1_500_000],
          [0, 1_620_000],
        ],
      ],
      [
        'B-K5B-75-POOR',
        'khoản 5b from 75, poor, with somebody bound to maintain',
        khoan5,
        75,
        'starts',
        { household: 'poor', inDifficultArea: true, pension: 2_000_000 },
        // Decree 20 alone, 1,0 of 360.000; 136 had no such point, and from July 2025 it is the social pension.
        [
          [0, 0],
          [0, 360_000],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K5B-75-NEAR',
        'khoản 5b from 75, near-poor',
        khoan5,
        75,
        'starts',
        { household: 'near_poor', inDifficultArea: true, pension: 2_000_000 },
        [
          [0, 0],
          [0, 360_000],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K5B-80-PENSION',
        'khoản 5b to 80, with a pension so that khoản 5c does not follow',
        khoan5,
        80,
        'stops',
        { household: 'near_poor', inDifficultArea: true, pension: 2_000_000 },
        [
          [0, 0],
          [360_000, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      ['B-K5B-NOT-POOR', 'khoản 5b: not poor', khoan5, 75, 'starts', { inDifficultArea: true }, nowhere],
      [
        'B-K5B-ELSEWHERE',
        'khoản 5b: not in an area of extreme difficulty',
        khoan5,
        75,
        'starts',
        { household: 'near_poor' },
        nowhere,
      ],
      [
        'B-K5C-80-TURN',
        'khoản 5c from 80',
        khoan5,
        80,
        'starts',
        {},
        // 1,0 of 270.000 and of 360.000; the social pension from July 2025 is no allowance.
        [
          [0, 270_000],
          [0, 360_000],
          [0, 0],
          [0, 0],
        ],
      ],
      ['B-K5C-PENSION', 'khoản 5c: a pension of one đồng', khoan5, 80, 'starts', { pension: 1 }, nowhere],
      [
        'B-K5C-INSURANCE',
        'khoản 5c: an allowance of social insurance of one đồng',
        khoan5,
        80,
        'starts',
        { socialInsurance: 1 },
        nowhere,
      ],
      [
        'B-K6-16-EXC',
        'khoản 6 at 16, exceptionally severe',
        khoan6,
        16,
        'adjusts',
        { disability: 'exceptionally_severe' },
        // 2,5 and then 2,0 of each standard.
        [
          [675_000, 540_000],
          [900_000, 720_000],
          [1_250_000, 1_000_000],
          [1_350_000, 1_080_000],
        ],
      ],
      [
        'B-K6-60-EXC',
        'khoản 6 at 60, exceptionally severe',
        khoan6,
        60,
        'adjusts',
        { disability: 'exceptionally_severe' },
        [
          [540_000, 675_000],
          [720_000, 900_000],
          [1_000_000, 1_250_000],
          [1_080_000, 1_350_000],
        ],
      ],
      [
        'B-K6-16-SEV',
        'khoản 6 at 16, severe',
        khoan6,
        16,
        'adjusts',
        { disability: 'severe' },
        // 2,0 and then 1,5 of each standard.
        [
          [540_000, 405_000],
          [720_000, 540_000],
          [1_000_000, 750_000],
          [1_080_000, 810_000],
        ],
      ],
      [
        'B-K6-60-SEV',
        'khoản 6 at 60, severe',
        khoan6,
        60,
        'adjusts',
        { disability: 'severe' },
        [
          [405_000, 540_000],
          [540_000, 720_000],
          [750_000, 1_000_000],
          [810_000, 1_080_000],
        ],
      ],
    ],
  ),
]
