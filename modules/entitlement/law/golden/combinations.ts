import type { GoldenCase } from './golden-case.ts'

const overlap = 'khoản 2 Điều 6 Nghị định 20/2021/NĐ-CP'
const poorParent = {
  household: 'poor',
  singleParent: 'spouse_dead',
  children: [{ born: '2014-04-04' }],
} as const
const parent = (born: string, more: object): GoldenCase['person'] => ({
  born,
  facts: { ...poorParent, children: [{ born: '2014-04-04' }], ...more },
})

/** What stands together, what gives way, and who is shut out; cases of our own. */
export const combinationCases: readonly GoldenCase[] = [
  {
    id: 'B-OVL-8',
    title: 'A poor single parent with HIV has both (C12)',
    article: overlap,
    person: parent('1985-01-01', { hiv: true }),
    expected: [
      { month: '2023-03', due: { single_parent: 360_000, allowance: 540_000 }, rules: ['MSA-4', 'MSA-8'] },
    ],
  },
  {
    id: 'B-OVL-5C',
    title: 'A poor widow of 80 raising a child has khoản 4 and khoản 5',
    article: overlap,
    person: parent('1940-01-01', {}),
    expected: [
      { month: '2023-03', due: { single_parent: 360_000, allowance: 360_000 }, rules: ['MSA-4', 'MSA-5C'] },
    ],
  },
  {
    id: 'B-OVL-TWO',
    title: 'In two of khoản 5, 6 and 8: the highest of them beside khoản 4',
    article: overlap,
    person: parent('1955-01-01', { disability: 'severe', obligor: 'none' }),
    expected: [
      { month: '2023-03', due: { single_parent: 360_000, allowance: 720_000 }, rules: ['MSA-4', 'MSA-6-4'] },
    ],
  },
  {
    id: 'B-OVL-2',
    title: 'A student under khoản 2 who is a single parent: only the higher',
    article: overlap,
    person: {
      born: '2003-05-05',
      facts: {
        ...poorParent,
        children: [{ born: '2022-02-02' }],
        wasChildWithoutSupport: true,
        isStudying: true,
      },
    },
    expected: [{ month: '2023-03', due: { allowance: 540_000 }, rules: ['MSA-2'], refused: ['MSA-4'] }],
  },
  {
    id: 'B-OVL-ENDS',
    title: 'The last child of a disabled single parent turns 16 (R26): khoản 4 once more, then khoản 6 alone',
    article: 'khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP',
    person: {
      born: '1985-01-01',
      facts: {
        household: 'poor',
        singleParent: 'spouse_dead',
        disability: 'severe',
        children: [{ born: '2010-11-20' }],
      },
    },
    expected: [
      { month: '2026-11', due: { single_parent: 540_000, allowance: 810_000 } },
      { month: '2026-12', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'B-SP-PARENT',
    title: 'A poor widow of 76 with two children: khoản 4 is higher than the social pension',
    article: 'khoản 2 Điều 3 Nghị định 176/2025/NĐ-CP',
    person: {
      born: '1949-01-01',
      facts: {
        household: 'poor',
        singleParent: 'spouse_dead',
        children: [{ born: '2012-01-01' }, { born: '2013-01-01' }],
      },
    },
    expected: [{ month: '2025-09', due: { single_parent: 1_000_000 }, refused: ['SP-A'] }],
  },
  {
    id: 'B-SP-NOT-AWARDED',
    title: 'Who never asked for the social pension keeps the allowance that was decided',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP',
    person: {
      born: '1949-01-01',
      facts: { household: 'poor', singleParent: 'spouse_dead', children: [{ born: '2012-01-01' }] },
      awarded: ['monthly_allowance'],
    },
    expected: [{ month: '2026-11', due: { single_parent: 540_000 }, refused: ['SP-A'] }],
  },
  {
    id: 'B-FACILITY',
    title: 'Admission to a facility stops the community allowance from the month after (C20)',
    article: 'khoản 5 Điều 25 Nghị định 20/2021/NĐ-CP',
    person: {
      born: '1985-01-01',
      facts: { disability: 'exceptionally_severe', care: 'own_household' },
      changes: [{ from: '2023-05-10', facility: 'A', care: 'none' }],
    },
    expected: [
      { month: '2023-05', due: { allowance: 720_000, care: 360_000 } },
      { month: '2023-06', due: { nursing: 1_440_000 }, refused: ['MSA-6', 'CARE-3'] },
    ],
  },
  {
    id: 'B-FACILITY-D',
    title: 'Who pays for the place in a facility keeps the social pension (C21)',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP',
    person: { born: '1945-01-01', facts: { facility: 'D' } },
    expected: [{ month: '2026-11', due: { social_pension: 540_000 } }],
  },
  {
    id: 'B-FACILITY-SP',
    title: 'Who is cared for by the State in a facility has no social pension (C21)',
    article: 'Điều 2 Nghị định 176/2025/NĐ-CP',
    person: { born: '1945-01-01', facts: { facility: 'B' } },
    expected: [{ month: '2026-11', due: { nursing: 2_160_000 }, refused: ['SP-A'] }],
  },
  {
    id: 'B-PRISON',
    title: 'A prison sentence from 10 November 2026',
    article: 'điểm c khoản 2 Điều 9 Nghị định 335/2026/NĐ-CP',
    person: {
      born: '1985-01-01',
      facts: { disability: 'severe' },
      changes: [{ from: '2026-11-10', servesSentence: true }],
    },
    expected: [
      { month: '2026-11', due: { allowance: 810_000 } },
      { month: '2026-12', due: {}, refused: ['MSA-6'] },
    ],
  },
  {
    id: 'B-MERITORIOUS',
    title:
      'A higher allowance for meritorious service: instead of khoản 6 before October 2026, beside it after',
    article: 'khoản 2 Điều 6 Nghị định 20/2021/NĐ-CP; khoản 2 Điều 6 Nghị định 335/2026/NĐ-CP',
    person: { born: '1985-01-01', facts: { disability: 'severe', meritorious: 2_000_000 } },
    expected: [
      { month: '2026-09', due: {}, refused: ['MSA-6'] },
      { month: '2026-10', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'B-CARE-C14',
    title:
      'A child without support who is exceptionally severely disabled: one line for the carer, the higher (C14)',
    article: 'Điều 20 Nghị định 20/2021/NĐ-CP',
    person: {
      born: '2015-01-01',
      facts: { abandoned: true, disability: 'exceptionally_severe', care: 'taken_in' },
    },
    expected: [
      {
        month: '2023-03',
        due: { allowance: 900_000, care: 900_000 },
        rules: ['CARE-4B'],
        refused: ['CARE-1'],
      },
    ],
  },
]
