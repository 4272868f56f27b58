import type { CaseInput } from '../../domain/case-file.ts'
import type { GoldenCase } from './golden-case.ts'
import { steady, turning } from './regime-rows.ts'

const taking = 'khoản 1 Điều 20 Nghị định 20/2021/NĐ-CP; khoản 1 Điều 17 Nghị định 335/2026/NĐ-CP'
const disabled = 'khoản 2 Điều 20 Nghị định 20/2021/NĐ-CP; khoản 2 Điều 17 Nghị định 335/2026/NĐ-CP'
const out = 'Điều 20 Nghị định 20/2021/NĐ-CP; Điều 17 Nghị định 335/2026/NĐ-CP; Thông tư 02/2021/TT-BLĐTBXH'
const nursed = 'Điều 25 Nghị định 20/2021/NĐ-CP; Điều 22 Nghị định 335/2026/NĐ-CP'

type Facts = NonNullable<CaseInput['facts']>

/** From 9 to 14 in the months asked about. */
const child = (facts: Facts): CaseInput => ({ born: '2012-01-01', facts })
const adult = (facts: Facts): CaseInput => ({ born: '1990-03-03', facts })
const elder = (facts: Facts): CaseInput => ({
  born: '1954-03-03',
  facts: { household: 'poor', obligor: 'none', ...facts },
})
const exceptional = (facts: Facts): CaseInput =>
  adult({ disability: 'exceptionally_severe', care: 'own_household', ...facts })
const pregnant = (facts: Facts = {}): CaseInput => adult({ disability: 'severe', isPregnant: true, ...facts })

const care = (r21: number, r25: number, r26: number) =>
  [null, { care: r21 }, { care: r25 }, { care: r26 }] as const
const parenting = (r21: number, r25: number, r26: number) =>
  [null, { parenting: r21 }, { parenting: r25 }, { parenting: r26 }] as const
/** 4,0 of 360.000, 500.000 and 540.000. */
const four = [null, { nursing: 1_440_000 }, { nursing: 2_000_000 }, { nursing: 2_160_000 }] as const
const never = [null, 0, 0, 0] as const

/** A month of each regime, and a birth that makes a child small in it. */
const whileSmall = [
  ['R21', '2023-05', '2021-08-08'],
  ['R25', '2025-12', '2024-02-02'],
  ['R26', '2026-12', '2025-03-03'],
] as const

/** Care, parenting and nursing in a month of every regime that knows them: each fact by itself. */
export const careInRegimes: readonly GoldenCase[] = [
  ...steady(
    ['care_support'],
    [
      // 1,5 of each standard.
      [
        'B-C1-TAKEN',
        'a child of khoản 1 from 4, taken in',
        taking,
        child({ abandoned: true, care: 'taken_in' }),
        care(540_000, 750_000, 810_000),
      ],
      [
        'B-C1-OWN',
        'a child of khoản 1 in its own household',
        taking,
        child({ abandoned: true, care: 'own_household' }),
        never,
      ],
      ['B-C1-NOBODY', 'a child of khoản 1 nobody took in', taking, child({ abandoned: true }), never],
      ['B-C1-NOT-1', 'a child taken in that is not of khoản 1', taking, child({ care: 'taken_in' }), never],
      [
        'B-C1C-TAKEN',
        'an older person of khoản 5d, taken in',
        taking,
        elder({ facilityEligibleInCommunity: true, care: 'taken_in' }),
        care(540_000, 750_000, 810_000),
      ],
      [
        'B-C1C-OWN',
        'an older person of khoản 5d in their own household',
        taking,
        elder({ facilityEligibleInCommunity: true, care: 'own_household' }),
        never,
      ],
      [
        'B-C1C-NOT-5D',
        'an older person taken in who is of khoản 5a',
        taking,
        elder({ care: 'taken_in' }),
        never,
      ],
      // 1,0 of each standard.
      [
        'B-C3-OWN',
        'exceptionally severe, cared for at home',
        disabled,
        exceptional({}),
        care(360_000, 500_000, 540_000),
      ],
      ['B-C3-SEVERE', 'severe, cared for at home', disabled, exceptional({ disability: 'severe' }), never],
      ['B-C3-MILD', 'mild, cared for at home', disabled, exceptional({ disability: 'mild' }), never],
      ['B-C3-NONE', 'not disabled, cared for at home', disabled, exceptional({ disability: 'none' }), never],
      [
        'B-C3-NOBODY',
        'exceptionally severe, and nobody cares',
        disabled,
        exceptional({ care: 'none' }),
        never,
      ],
      // 1,5 of each standard.
      [
        'B-C4-TAKEN',
        'an exceptionally severely disabled adult, taken in',
        disabled,
        exceptional({ care: 'taken_in' }),
        care(540_000, 750_000, 810_000),
      ],
      [
        'B-C4-SEVERE',
        'a severely disabled adult, taken in',
        disabled,
        exceptional({ disability: 'severe', care: 'taken_in' }),
        never,
      ],
      [
        'B-C4-MILD',
        'a mildly disabled adult, taken in',
        disabled,
        exceptional({ disability: 'mild', care: 'taken_in' }),
        never,
      ],
      [
        'B-C4-NONE',
        'an adult without a disability, taken in',
        disabled,
        exceptional({ disability: 'none', care: 'taken_in' }),
        never,
      ],
      ['B-C-OUT-A', 'care of a resident of group A', out, exceptional({ facility: 'A' }), never],
      ['B-C-OUT-B', 'care of a resident of group B', out, exceptional({ facility: 'B' }), never],
      ['B-C-OUT-C', 'care of a resident of group C', out, exceptional({ facility: 'C' }), never],
      ['B-C-OUT-D', 'care of a resident of group D', out, exceptional({ facility: 'D' }), never],
      [
        'B-C-PRISON',
        'care of somebody who serves a sentence',
        out,
        exceptional({ servesSentence: true }),
        never,
      ],
    ],
  ),
  ...turning(
    ['care_support'],
    [
      [
        'B-C1-4',
        'a child of khoản 1 taken in turns 4',
        taking,
        4,
        'adjusts',
        { abandoned: true, care: 'taken_in' },
        // 2,5 and then 1,5 of each standard.
        [
          null,
          [{ care: 900_000 }, { care: 540_000 }],
          [{ care: 1_250_000 }, { care: 750_000 }],
          [{ care: 1_350_000 }, { care: 810_000 }],
        ],
      ],
      [
        'B-C4-16',
        'an exceptionally severely disabled child taken in turns 16',
        disabled,
        16,
        'adjusts',
        { disability: 'exceptionally_severe', care: 'taken_in' },
        [
          null,
          [{ care: 900_000 }, { care: 540_000 }],
          [{ care: 1_250_000 }, { care: 750_000 }],
          [{ care: 1_350_000 }, { care: 810_000 }],
        ],
      ],
    ],
  ),
  ...steady(
    ['parenting_support'],
    [
      // 1,5 of each standard.
      ['B-C2-SEVERE', 'severe and pregnant', disabled, pregnant(), parenting(540_000, 750_000, 810_000)],
      [
        'B-C2-EXCEPTIONAL',
        'exceptionally severe and pregnant',
        disabled,
        pregnant({ disability: 'exceptionally_severe' }),
        parenting(540_000, 750_000, 810_000),
      ],
      ['B-C2-MILD', 'mild and pregnant', disabled, pregnant({ disability: 'mild' }), never],
      ['B-C2-NONE', 'not disabled, pregnant', disabled, pregnant({ disability: 'none' }), never],
      [
        'B-C2-SPOUSE',
        'the spouse draws the one share',
        disabled,
        pregnant({ spouseHasParentingSupport: true }),
        never,
      ],
      [
        'B-C2-NEITHER',
        'severe, neither pregnant nor raising a small child',
        disabled,
        pregnant({ isPregnant: false }),
        never,
      ],
      [
        'B-C2-BIG-CHILD',
        'pregnant, with a child who is no longer small',
        disabled,
        pregnant({ children: [{ born: '2015-05-05' }] }),
        parenting(540_000, 750_000, 810_000),
      ],
      ['B-C2-OUT-A', 'pregnant resident of group A', out, pregnant({ facility: 'A' }), never],
      ['B-C2-OUT-B', 'pregnant resident of group B', out, pregnant({ facility: 'B' }), never],
      ['B-C2-OUT-C', 'pregnant resident of group C', out, pregnant({ facility: 'C' }), never],
      ['B-C2-OUT-D', 'pregnant resident of group D', out, pregnant({ facility: 'D' }), never],
      ['B-C2-PRISON', 'pregnant, serves a sentence', out, pregnant({ servesSentence: true }), never],
    ],
  ),
  // 1,5 of each standard for one small child; 2,0 with a pregnancy or a second one.
  ...smallChildren(
    'B-C2-ONE',
    'severe, one small child',
    { disability: 'severe' },
    1,
    [540_000, 750_000, 810_000],
  ),
  ...smallChildren(
    'B-C2-PREGNANT-ONE',
    'severe, pregnant with one small child',
    { disability: 'severe', isPregnant: true },
    1,
    [720_000, 1_000_000, 1_080_000],
  ),
  ...smallChildren(
    'B-C2-TWO-SMALL',
    'severe, two small children',
    { disability: 'severe' },
    2,
    [720_000, 1_000_000, 1_080_000],
  ),
  ...smallChildren(
    'B-C2-THREE-SMALL',
    'severe, three small children: no more than two',
    { disability: 'severe' },
    3,
    [720_000, 1_000_000, 1_080_000],
  ),
  // A child of 36 months on the 20th: 1,5 and then nothing; with a pregnancy or a second one 2,0 and then 1,5.
  ...growing('B-C2-36', 'the only small child reaches 36 months', {}, [], 'stops', [
    [540_000, 0],
    [750_000, 0],
    [810_000, 0],
  ]),
  ...growing(
    'B-C2-36-PREGNANT',
    'pregnant, and the small child reaches 36 months',
    { isPregnant: true },
    [],
    'adjusts',
    [
      [720_000, 540_000],
      [1_000_000, 750_000],
      [1_080_000, 810_000],
    ],
  ),
  ...growing(
    'B-C2-36-TWO',
    'one of two small children reaches 36 months',
    {},
    ['2022-12-12', '2025-02-02', '2026-02-02'],
    'adjusts',
    [
      [720_000, 540_000],
      [1_000_000, 750_000],
      [1_080_000, 810_000],
    ],
  ),
  ...steady(
    ['facility_care'],
    [
      ['B-F-B', 'an adult of group B', nursed, adult({ facility: 'B' }), four],
      ['B-F-C', 'an adult of group C', nursed, adult({ facility: 'C' }), four],
      [
        'B-F-A-ADULT',
        'an adult of group A, neither disabled nor studying',
        nursed,
        adult({ facility: 'A' }),
        never,
      ],
      [
        'B-F-A-SEVERE',
        'a severely disabled adult of group A',
        nursed,
        adult({ facility: 'A', disability: 'severe' }),
        four,
      ],
      [
        'B-F-A-EXCEPTIONAL',
        'an exceptionally severely disabled adult of group A',
        nursed,
        adult({ facility: 'A', disability: 'exceptionally_severe' }),
        four,
      ],
      [
        'B-F-A-MILD',
        'a mildly disabled adult of group A',
        nursed,
        adult({ facility: 'A', disability: 'mild' }),
        never,
      ],
      ['B-F-A-CHILD', 'a child of group A', nursed, child({ facility: 'A' }), four],
      ['B-F-A-ELDER', 'an older person of group A', nursed, elder({ facility: 'A' }), four],
      ['B-F-D', 'an older person of group D', nursed, elder({ facility: 'D' }), never],
      ['B-F-NONE', 'an older person in no facility', nursed, elder({}), never],
    ],
  ),
  ...turning(
    ['facility_care'],
    [
      [
        'B-F-18',
        'group A at 18, not studying',
        nursed,
        18,
        'stops',
        { facility: 'A' },
        [null, [{ nursing: 1_440_000 }, 0], [{ nursing: 2_000_000 }, 0], [{ nursing: 2_160_000 }, 0]],
      ],
      [
        'B-F-18-STUDY',
        'group A at 18, studying',
        nursed,
        18,
        'stops',
        { facility: 'A', isStudying: true },
        [
          null,
          [{ nursing: 1_440_000 }, { nursing: 1_440_000 }],
          [{ nursing: 2_000_000 }, { nursing: 2_000_000 }],
          [{ nursing: 2_160_000 }, { nursing: 2_160_000 }],
        ],
      ],
      [
        'B-F-22',
        'group A at 22, studying: no cap since Decree 335',
        nursed,
        22,
        'stops',
        { facility: 'A', isStudying: true },
        [
          null,
          [{ nursing: 1_440_000 }, 0],
          [{ nursing: 2_000_000 }, 0],
          [{ nursing: 2_160_000 }, { nursing: 2_160_000 }],
        ],
      ],
      [
        'B-F-60',
        'group A at 60',
        nursed,
        60,
        'starts',
        { facility: 'A' },
        [null, [0, { nursing: 1_440_000 }], [0, { nursing: 2_000_000 }], [0, { nursing: 2_160_000 }]],
      ],
    ],
  ),
  {
    id: 'B-F-ADMITTED-R25',
    title: 'A social pensioner admitted on 10 November 2025: that month still pays the pension (C20)',
    article: 'C20 (tháng vào, tháng rời cơ sở)',
    person: { born: '1945-01-01', changes: [{ from: '2025-11-10', facility: 'A' }] },
    // 500.000 of social pension, then 4,0 × 500.000.
    expected: [
      { month: '2025-11', due: { social_pension: 500_000 } },
      { month: '2025-12', due: { nursing: 2_000_000 } },
    ],
  },
  {
    id: 'B-F-ADMITTED-K6-R25',
    title: 'A severely disabled adult admitted on 10 November 2025: that month still pays khoản 6 (C20)',
    article: 'C20 (tháng vào, tháng rời cơ sở)',
    person: {
      born: '1990-01-01',
      facts: { disability: 'severe' },
      changes: [{ from: '2025-11-10', facility: 'A' }],
    },
    // 1,5 × 500.000, then 4,0 × 500.000.
    expected: [
      { month: '2025-11', due: { allowance: 750_000 } },
      { month: '2025-12', due: { nursing: 2_000_000 } },
    ],
  },
]

type Amounts = readonly [r21: number, r25: number, r26: number]

/** A disabled parent of so many children under 36 months, born anew for each regime. */
function smallChildren(
  name: string,
  title: string,
  facts: Facts,
  count: number,
  amounts: Amounts,
): GoldenCase[] {
  return whileSmall.map(([regime, month, born], index) => ({
    id: `${name}-${regime}`,
    title: `${title}, ${regime}`,
    article: disabled,
    person: {
      ...adult({ ...facts, children: Array.from({ length: count }, () => ({ born })) }),
      awarded: ['parenting_support' as const],
    },
    expected: [{ month, due: { parenting: amounts[index]! } }],
  }))
}

/** A severely disabled parent whose child reaches 36 months on the 20th. */
function growing(
  name: string,
  title: string,
  facts: Facts,
  others: readonly string[],
  turn: 'stops' | 'adjusts',
  amounts: readonly [Pair, Pair, Pair],
): GoldenCase[] {
  return (
    [
      ['R21', '2020-05-20', turn === 'stops' ? ['2023-05', '2023-06'] : ['2023-04', '2023-05']],
      ['R25', '2022-10-20', ['2025-10', '2025-11']],
      ['R26', '2023-12-20', turn === 'stops' ? ['2026-12', '2027-01'] : ['2026-11', '2026-12']],
    ] as const
  ).map(([regime, born, months], index) => ({
    id: `${name}-${regime}`,
    title: `${title}, ${regime}`,
    article: disabled,
    person: {
      ...adult({
        disability: 'severe',
        ...facts,
        children: [{ born }, ...others.slice(index, index + 1).map((one) => ({ born: one }))],
      }),
      awarded: ['parenting_support' as const],
    },
    expected: months.map((month, at) => {
      const amount = amounts[index]![at]!
      return { month, due: amount === 0 ? {} : { parenting: amount } }
    }),
  }))
}
type Pair = readonly [before: number, after: number]
