import type { GoldenCase } from './golden-case.ts'

const article2 = 'Điều 2, khoản 1 Điều 3 Nghị định 176/2025/NĐ-CP'
const higher = 'khoản 2 Điều 3 Nghị định 176/2025/NĐ-CP (hưởng chế độ cao hơn)'

/** G-SP-1 to G-SP-11 of the dossier. */
export const socialPensionCases: readonly GoldenCase[] = [
  {
    id: 'G-SP-1',
    title: '78, decided on 12 August 2025: nothing for July',
    article: article2,
    person: { born: '1947-02-03', awarded: ['social_pension'] },
    decision: { group: 'SP-A', decidedOn: '2025-08-12', startsIn: '2025-08' },
    expected: [{ month: '2025-07', due: {} }],
  },
  {
    id: 'G-SP-2',
    title: '78, decided on 12 August 2025: the month of the decision',
    article: article2,
    person: { born: '1947-02-03', awarded: ['social_pension'] },
    decision: { group: 'SP-A', decidedOn: '2025-08-12', startsIn: '2025-08' },
    expected: [{ month: '2025-08', due: { social_pension: 500_000 }, rules: ['SP-A'] }],
  },
  {
    id: 'G-SP-3',
    title: '72, near-poor',
    article: article2,
    person: { born: '1953-03-03', facts: { household: 'near_poor' }, awarded: ['social_pension'] },
    decision: { group: 'SP-B', decidedOn: '2025-09-09', startsIn: '2025-09' },
    expected: [{ month: '2025-09', due: { social_pension: 500_000 }, rules: ['SP-B'] }],
  },
  {
    id: 'G-SP-4',
    title: '72, not poor',
    article: article2,
    person: { born: '1953-03-03' },
    expected: [
      { month: '2025-09', due: {}, refused: ['SP-A', 'SP-B'] },
      { month: '2026-11', due: {}, refused: ['SP-A', 'SP-B'] },
    ],
  },
  {
    id: 'G-SP-5',
    title: '79 and severely disabled: the allowance is higher',
    article: higher,
    person: { born: '1946-05-05', facts: { disability: 'severe' } },
    expected: [{ month: '2026-01', due: { allowance: 1_000_000 }, rules: ['MSA-6-4'], refused: ['SP-A'] }],
  },
  {
    id: 'G-SP-6',
    title: '82, on khoản 5 điểm c until June 2025: the social pension follows without a gap',
    article: 'Nghị định 176/2025/NĐ-CP (chuyển tiếp)',
    person: { born: '1943-01-01' },
    expected: [
      { month: '2025-06', due: { allowance: 500_000 }, rules: ['MSA-5C'] },
      { month: '2025-07', due: { social_pension: 500_000 }, rules: ['SP-A'] },
    ],
  },
  {
    id: 'G-SP-7',
    title: 'The same person in August 2026',
    article: 'khoản 1 Điều 31 Nghị định 335/2026/NĐ-CP',
    person: { born: '1943-01-01' },
    expected: [{ month: '2026-08', due: { social_pension: 540_000 }, rules: ['SP-A'] }],
  },
  {
    id: 'G-SP-8',
    title: '76 with a pension of 2.000.000',
    article: article2,
    person: { born: '1949-09-09', facts: { pension: 2_000_000 } },
    expected: [{ month: '2026-02', due: {}, refused: ['SP-A'] }],
  },
  {
    id: 'G-SP-9',
    title: '76 with a monthly social-insurance allowance of 400.000: the whole social pension (convention)',
    article: article2,
    person: { born: '1949-09-09', facts: { socialInsurance: 400_000 } },
    expected: [{ month: '2026-02', due: { social_pension: 500_000 }, rules: ['SP-A'] }],
  },
  {
    id: 'G-SP-10',
    title: '75, a poor widow raising a grandchild: khoản 4 needs a child of her own',
    article: 'khoản 4 Điều 5 Nghị định 335/2026/NĐ-CP; ' + article2,
    person: { born: '1951-02-02', facts: { household: 'poor', singleParent: 'spouse_dead', children: [] } },
    expected: [{ month: '2026-09', due: { social_pension: 540_000 }, refused: ['MSA-4'] }],
  },
  {
    id: 'G-SP-11',
    title: '75, a poor widow raising an adopted child of 12: one of two equal amounts',
    article: higher,
    person: {
      born: '1951-02-02',
      facts: { household: 'poor', singleParent: 'spouse_dead', children: [{ born: '2014-04-04' }] },
    },
    expected: [{ month: '2026-09', due: { single_parent: 540_000 }, refused: ['SP-A'] }],
  },
]
