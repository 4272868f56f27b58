import type { GoldenCase } from './golden-case.ts'

const nd20 = (place: string) => `${place} Điều 20 Nghị định 20/2021/NĐ-CP`
const nd335 = (place: string) => `${place} Điều 17 Nghị định 335/2026/NĐ-CP`

/**
 * G-CARE-1 to 8, 12 and 13 of the dossier. G-CARE-9, 10 and 11 are days of temporary care, which is no monthly amount: they
 * belong to the rules of emergency care.
 */
export const careCases: readonly GoldenCase[] = [
  {
    id: 'G-CARE-1',
    title: 'A severely disabled woman of 30 who is pregnant',
    article: nd20('điểm a khoản 2'),
    person: { born: '1995-01-01', facts: { disability: 'severe', isPregnant: true } },
    expected: [{ month: '2025-02', due: { allowance: 750_000, parenting: 750_000 }, rules: ['CARE-2A'] }],
  },
  {
    id: 'G-CARE-2',
    title: 'The same, with a child of 20 months as well',
    article: nd20('điểm a khoản 2'),
    person: {
      born: '1995-01-01',
      facts: { disability: 'severe', isPregnant: true, children: [{ born: '2023-06-15' }] },
    },
    expected: [{ month: '2025-02', due: { allowance: 750_000, parenting: 1_000_000 }, rules: ['CARE-2B'] }],
  },
  {
    id: 'G-CARE-3',
    title: 'Both spouses severely disabled with a child of 10 months: the mother, who draws the one share',
    article: nd335('điểm a khoản 2'),
    person: { born: '1996-01-01', facts: { disability: 'severe', children: [{ born: '2025-10-10' }] } },
    expected: [{ month: '2026-08', due: { allowance: 810_000, parenting: 810_000 }, rules: ['CARE-2A'] }],
  },
  {
    id: 'G-CARE-3-SPOUSE',
    title: 'The same couple: the father, whose wife draws the one share (2.430.000 for the household)',
    article: nd335('điểm a khoản 2'),
    person: {
      born: '1993-01-01',
      facts: {
        sex: 'male',
        disability: 'severe',
        children: [{ born: '2025-10-10' }],
        spouseHasParentingSupport: true,
      },
    },
    expected: [{ month: '2026-08', due: { allowance: 810_000 }, refused: ['CARE-2'] }],
  },
  {
    id: 'G-CARE-4',
    title: 'Parents care at home for an exceptionally severely disabled son of 40',
    article: nd335('điểm c khoản 2'),
    person: { born: '1986-01-01', facts: { disability: 'exceptionally_severe', care: 'own_household' } },
    expected: [
      { month: '2026-11', due: { allowance: 1_080_000, care: 540_000 }, rules: ['MSA-6-1', 'CARE-3'] },
    ],
  },
  {
    id: 'G-CARE-5',
    title: 'A household takes in an exceptionally severely disabled child of 7',
    article: nd335('điểm d khoản 2'),
    person: { born: '2019-06-06', facts: { disability: 'exceptionally_severe', care: 'taken_in' } },
    expected: [
      {
        month: '2026-11',
        due: { allowance: 1_350_000, care: 1_350_000 },
        rules: ['MSA-6-2', 'CARE-4B'],
        refused: ['CARE-3'],
      },
    ],
  },
  {
    id: 'G-CARE-6',
    title: 'A grandmother takes in a double orphan of 3',
    article: nd20('điểm a khoản 1'),
    person: { born: '2019-04-15', facts: { father: 'dead', mother: 'dead', care: 'taken_in' } },
    expected: [{ month: '2023-03', due: { allowance: 900_000, care: 900_000 }, rules: ['CARE-1A'] }],
  },
  {
    id: 'G-CARE-7',
    title: 'The same child turns 4 on 15 April 2023',
    article: nd20('điểm b khoản 1'),
    person: { born: '2019-04-15', facts: { father: 'dead', mother: 'dead', care: 'taken_in' } },
    expected: [{ month: '2023-04', due: { allowance: 540_000, care: 540_000 }, rules: ['CARE-1B'] }],
  },
  {
    id: 'G-CARE-8',
    title: 'One of two exceptionally severely disabled members of a home: the household is paid for each',
    article: nd20('điểm c khoản 2'),
    person: { born: '1980-01-01', facts: { disability: 'exceptionally_severe', care: 'own_household' } },
    expected: [{ month: '2025-09', due: { allowance: 1_000_000, care: 500_000 }, rules: ['CARE-3'] }],
  },
  {
    id: 'G-CARE-8-SECOND',
    title: 'The other member, a child',
    article: nd20('điểm c khoản 2'),
    person: { born: '2015-01-01', facts: { disability: 'exceptionally_severe', care: 'own_household' } },
    expected: [{ month: '2025-09', due: { allowance: 1_250_000, care: 500_000 }, rules: ['CARE-3'] }],
  },
  {
    id: 'G-CARE-12',
    title: 'The child of a severely disabled mother reaches 36 months on 10 November 2026',
    article: nd335('điểm a khoản 2'),
    person: { born: '1995-01-01', facts: { disability: 'severe', children: [{ born: '2023-11-10' }] } },
    expected: [
      { month: '2026-11', due: { allowance: 810_000, parenting: 810_000 } },
      { month: '2026-12', due: { allowance: 810_000 } },
    ],
  },
  {
    id: 'G-CARE-13',
    title: 'The carer is sanctioned on 12 October 2025: the care ends, the child’s allowance goes on',
    article: 'khoản 2 Điều 2 Thông tư 02/2021/TT-BLĐTBXH',
    person: {
      born: '2018-01-01',
      facts: { abandoned: true, care: 'taken_in' },
      changes: [{ from: '2025-10-12', care: 'none' }],
    },
    expected: [
      { month: '2025-10', due: { allowance: 750_000, care: 750_000 } },
      { month: '2025-11', due: { allowance: 750_000 } },
    ],
  },
]
