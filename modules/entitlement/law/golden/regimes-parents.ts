import type { CaseInput } from '../../domain/case-file.ts'
import { steady, turning } from './regime-rows.ts'

const khoan4 = 'khoản 4 Điều 5, Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'
const both = 'khoản 2 Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'

type Facts = NonNullable<CaseInput['facts']>
type Child = NonNullable<Facts['children']>[number]

const small: Child = { born: '2014-08-08' }
const parent = (facts: Facts, born = '1985-03-03'): CaseInput => ({
  born,
  facts: { household: 'poor', singleParent: 'never_married', children: [small], ...facts },
})
const single = (amount: number) => ({ single_parent: amount })
const beside = (single_parent: number, allowance: number) => ({ single_parent, allowance })

const never = [0, 0, 0, 0] as const
/** 1,0 of 270.000, 360.000, 500.000 and 540.000, for one child. */
const one = [single(270_000), single(360_000), single(500_000), single(540_000)] as const

/** A child who turns 16 on the 31st is 16 at two ends of a month, and not yet 16 and a month. */
const onThe31st = (born: string, more: Partial<Child> = {}): CaseInput =>
  parent({ children: [{ born, ...more }] })
const twoOnThe31st = (born: string, more: Partial<Child> = {}): CaseInput =>
  parent({ children: [{ born, ...more }, { born: '2016-08-08' }] })

/** Single parents in a month of every regime, and what may stand beside khoản 4. */
export const parentsInRegimes = [
  ...steady(
    ['monthly_allowance'],
    [
      ['B-K4-NEVER-MARRIED', 'khoản 4: never married', khoan4, parent({}), one],
      [
        'B-K4-SPOUSE-DEAD',
        'khoản 4: the spouse is dead',
        khoan4,
        parent({ singleParent: 'spouse_dead' }),
        one,
      ],
      [
        'B-K4-SPOUSE-MISSING',
        'khoản 4: the spouse is declared missing',
        khoan4,
        parent({ singleParent: 'spouse_missing' }),
        one,
      ],
      ['B-K4-NOT-SINGLE', 'khoản 4: no single parent', khoan4, parent({ singleParent: 'no' }), never],
      // Decree 136 knew the poor only.
      [
        'B-K4-NEAR-POOR',
        'khoản 4: near-poor',
        khoan4,
        parent({ household: 'near_poor' }),
        [0, single(360_000), single(500_000), single(540_000)],
      ],
      ['B-K4-NOT-POOR', 'khoản 4: not poor', khoan4, parent({ household: 'other' }), never],
      ['B-K4-CHILDLESS', 'khoản 4: no child', khoan4, parent({ children: [] }), never],
      // 2,0 for two or more under Decree 136, then 1,0 for each.
      [
        'B-K4-TWO',
        'khoản 4: two children',
        khoan4,
        parent({ children: [small, { born: '2013-01-01' }] }),
        [single(540_000), single(720_000), single(1_000_000), single(1_080_000)],
      ],
      [
        'B-K4-THREE',
        'khoản 4: three children',
        khoan4,
        parent({ children: [small, { born: '2013-01-01' }, { born: '2015-05-05' }] }),
        [single(540_000), single(1_080_000), single(1_500_000), single(1_620_000)],
      ],
      // 2,0 or 1,5 beside khoản 4, and khoản 4 beside it.
      [
        'B-K4-K5A',
        'khoản 4 beside khoản 5a',
        both,
        parent({ obligor: 'none' }, '1954-03-03'),
        [
          beside(270_000, 405_000),
          beside(360_000, 540_000),
          beside(500_000, 750_000),
          beside(540_000, 810_000),
        ],
      ],
      [
        'B-K4-K5D',
        'khoản 4 beside khoản 5d (3,0)',
        both,
        parent({ obligor: 'none', facilityEligibleInCommunity: true }, '1954-03-03'),
        [
          beside(270_000, 810_000),
          beside(360_000, 1_080_000),
          beside(500_000, 1_500_000),
          beside(540_000, 1_620_000),
        ],
      ],
      [
        'B-K4-K6',
        'khoản 4 beside khoản 6 (1,5)',
        both,
        parent({ disability: 'severe' }),
        [
          beside(270_000, 405_000),
          beside(360_000, 540_000),
          beside(500_000, 750_000),
          beside(540_000, 810_000),
        ],
      ],
      // Decree 136 has people with HIV in khoản 3, which is not in the exception.
      [
        'B-K4-K8',
        'khoản 4 beside khoản 8 (1,5)',
        both,
        parent({ hiv: true }),
        [405_000, beside(360_000, 540_000), beside(500_000, 750_000), beside(540_000, 810_000)],
      ],
      [
        'B-K4-K5C',
        'khoản 4 beside khoản 5c (1,0)',
        both,
        parent({}, '1938-03-03'),
        [beside(270_000, 270_000), beside(360_000, 360_000), single(500_000), single(540_000)],
      ],
      [
        'B-K4-K5B',
        'khoản 4 beside khoản 5b (1,0)',
        both,
        {
          born: '1947-03-03',
          facts: {
            household: 'near_poor',
            singleParent: 'spouse_dead',
            inDifficultArea: true,
            pension: 900_000,
            children: [small],
          },
        },
        [0, beside(360_000, 360_000), single(500_000), single(540_000)],
      ],
    ],
  ),
  ...turning(
    ['monthly_allowance'],
    [
      [
        'B-K4-K1',
        'a parent under 16 without support: the higher of khoản 1 and khoản 4 (1,5 against 1,0)',
        both,
        15,
        'adjusts',
        {
          abandoned: true,
          household: 'poor',
          singleParent: 'never_married',
          children: [{ born: '2018-12-12' }],
        },
        [
          [405_000, 405_000],
          [540_000, 540_000],
          [750_000, 750_000],
          [810_000, 810_000],
        ],
      ],
      [
        'B-K4-K3',
        'a parent under 16 with HIV and a wage: the higher of khoản 3 and khoản 4 (2,0 against 1,0)',
        both,
        15,
        'adjusts',
        {
          hiv: true,
          hasWage: true,
          household: 'poor',
          singleParent: 'never_married',
          children: [{ born: '2018-12-12' }],
        },
        [
          [540_000, 540_000],
          [720_000, 720_000],
          [1_000_000, 1_000_000],
          [1_080_000, 1_080_000],
        ],
      ],
      [
        'B-K4-K2',
        'a studying parent of khoản 2: the higher of khoản 2 and khoản 4 (1,5 against 1,0)',
        both,
        18,
        'adjusts',
        {
          wasChildWithoutSupport: true,
          isStudying: true,
          household: 'poor',
          singleParent: 'never_married',
          children: [{ born: '2018-12-12' }],
        },
        [
          [405_000, 405_000],
          [540_000, 540_000],
          [750_000, 750_000],
          [810_000, 810_000],
        ],
      ],
    ],
  ),
  ...childTurns('B-K4-CHILD-16', 'the only child turns 16 and leaves school', {}, [
    ['2019-05', '2003-05-20', single(270_000), 0],
    ['2023-05', '2007-05-20', single(360_000), 0],
    ['2025-10', '2009-10-20', single(500_000), 0],
    ['2026-12', '2010-12-20', single(540_000), 0],
  ]),
  ...childTurns(
    'B-K4-CHILD-16-STUDY',
    'the only child turns 16 and stays at school, its support continued',
    { isStudying: true, continued: true },
    [
      ['2019-05', '2003-05-20', single(270_000), single(270_000)],
      ['2023-05', '2007-05-20', single(360_000), single(360_000)],
      ['2025-10', '2009-10-20', single(500_000), single(500_000)],
      ['2026-12', '2010-12-20', single(540_000), single(540_000)],
    ],
  ),
  // Decree 335 asks that the support was continued from 16; before it, study is enough.
  ...childTurns(
    'B-K4-CHILD-16-NEW',
    'the only child turns 16 and stays at school, not continued',
    { isStudying: true },
    [
      ['2019-05', '2003-05-20', single(270_000), single(270_000)],
      ['2023-05', '2007-05-20', single(360_000), single(360_000)],
      ['2025-10', '2009-10-20', single(500_000), single(500_000)],
      ['2026-12', '2010-12-20', single(540_000), 0],
    ],
  ),
  ...childTurns(
    'B-K4-CHILD-16-LEFT',
    'the only child turns 16, continued, and has left school',
    { continued: true },
    [
      ['2019-05', '2003-05-20', single(270_000), 0],
      ['2023-05', '2007-05-20', single(360_000), 0],
      ['2025-10', '2009-10-20', single(500_000), 0],
      ['2026-12', '2010-12-20', single(540_000), 0],
    ],
  ),
  ...childTurns(
    'B-K4-CHILD-22',
    'the only child, at university, turns 22; no cap since Decree 335',
    { isStudying: true, continued: true },
    [
      ['2019-05', '1997-05-20', single(270_000), 0],
      ['2023-05', '2001-05-20', single(360_000), 0],
      ['2025-10', '2003-10-20', single(500_000), 0],
      ['2026-12', '2004-12-20', single(540_000), single(540_000)],
    ],
  ),
  // With a second child of under 16: 2,0 and then 1,0, or 1,0 for each; C7 keeps the old amount for the month itself.
  ...childTurns(
    'B-K4-TWO-16',
    'one of two turns 16 and leaves school',
    {},
    [
      ['2019-05', '2003-05-20', single(540_000), single(270_000)],
      ['2023-05', '2007-05-20', single(720_000), single(360_000)],
      ['2025-10', '2009-10-20', single(1_000_000), single(500_000)],
      ['2026-12', '2010-12-20', single(1_080_000), single(540_000)],
    ],
    [{ born: '2016-06-06' }],
  ),
  ...childTurns(
    'B-K4-TWO-16-STUDY',
    'one of two turns 16 and stays at school, continued',
    { isStudying: true, continued: true },
    [
      ['2019-05', '2003-05-20', single(540_000), single(540_000)],
      ['2023-05', '2007-05-20', single(720_000), single(720_000)],
      ['2025-10', '2009-10-20', single(1_000_000), single(1_000_000)],
      ['2026-12', '2010-12-20', single(1_080_000), single(1_080_000)],
    ],
    [{ born: '2016-06-06' }],
  ),
  ...childTurns(
    'B-K4-TWO-16-LEFT',
    'one of two turns 16, continued, and has left school',
    { continued: true },
    [
      ['2019-05', '2003-05-20', single(540_000), single(270_000)],
      ['2023-05', '2007-05-20', single(720_000), single(360_000)],
      ['2025-10', '2009-10-20', single(1_000_000), single(500_000)],
      ['2026-12', '2010-12-20', single(1_080_000), single(540_000)],
    ],
    [{ born: '2016-06-06' }],
  ),
  ...childTurns(
    'B-K4-TWO-16-NEW',
    'one of two turns 16 and stays at school, not continued',
    { isStudying: true },
    [
      ['2019-05', '2003-05-20', single(540_000), single(540_000)],
      ['2023-05', '2007-05-20', single(720_000), single(720_000)],
      ['2025-10', '2009-10-20', single(1_000_000), single(1_000_000)],
      ['2026-12', '2010-12-20', single(1_080_000), single(540_000)],
    ],
    [{ born: '2016-06-06' }],
  ),
  ...childTurns(
    'B-K4-TWO-22',
    'one of two, at university, turns 22',
    { isStudying: true, continued: true },
    [
      ['2019-05', '1997-05-20', single(540_000), single(270_000)],
      ['2023-05', '2001-05-20', single(720_000), single(360_000)],
      ['2025-10', '2003-10-20', single(1_000_000), single(500_000)],
      ['2026-12', '2004-12-20', single(1_080_000), single(1_080_000)],
    ],
    [{ born: '2016-06-06' }],
  ),
  ...[
    ['R13', '2019-02', '2003-01-31', 270_000],
    ['R21', '2023-02', '2007-01-31', 360_000],
    ['R25', '2026-02', '2010-01-31', 500_000],
    ['R26', '2027-02', '2011-01-31', 540_000],
  ].flatMap(([regime, month, born, standard]) => {
    const studies = { isStudying: true, continued: true }
    const amount = Number(standard)
    return [
      {
        id: `B-K4-31ST-${regime}`,
        title: `the only child turned 16 on the 31st and is at school, ${regime}`,
        article: khoan4,
        person: { ...onThe31st(String(born), studies), awarded: ['monthly_allowance' as const] },
        expected: [{ month: String(month), due: single(amount) }], // 1,0 of the standard
      },
      {
        id: `B-K4-TWO-31ST-${regime}`,
        title: `one of two turned 16 on the 31st and is at school, ${regime}`,
        article: khoan4,
        person: { ...twoOnThe31st(String(born), studies), awarded: ['monthly_allowance' as const] },
        expected: [{ month: String(month), due: single(2 * amount) }], // 2,0, or 1,0 for each of two
      },
    ]
  }),
]

type Turned = readonly [birthday: string, born: string, before: object | 0, after: object | 0]

/** A child of a poor widow that reaches an age: the month of the birthday, and the one after it. */
function childTurns(
  id: string,
  title: string,
  child: Partial<Child>,
  turns: readonly Turned[],
  others: readonly Child[] = [],
) {
  const regimes = ['R13', 'R21', 'R25', 'R26']
  return turns.map(([birthday, born, before, after], index) => ({
    id: `${id}-${regimes[index]}`,
    title: `${title}, ${regimes[index]}`,
    article: khoan4,
    person: {
      ...parent({ children: [{ born, ...child }, ...others] }, '1975-03-03'),
      awarded: ['monthly_allowance' as const],
    },
    expected: [
      { month: birthday, due: before === 0 ? {} : before },
      { month: monthAfter(birthday), due: after === 0 ? {} : after },
    ],
  }))
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number] // A month has two parts.
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
