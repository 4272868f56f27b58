import type { SupportCase } from './support-case.ts'

const law25 = 'khoản 3 Điều 12, Điều 22 Luật 25/2008/QH12'
const person = 'person'
const resident = {
  'BHYT-BT': 'BT2',
  'FAC-ITEMS': 5_400_000,
  'FAC-HEALTH': 10_800_000,
  'FAC-UTILITIES': 8_100_000,
  'FAC-EQUIPMENT': 15_000_000,
  'FAC-FOOD': true,
  'FAC-TREATMENT': true,
} as const

/** Cards, facilities, education and supplements: what follows from the facts of a month. */
export const rightsCases: readonly SupportCase[] = [
  {
    id: 'G-BHYT-1',
    title: 'Severely disabled, poor, in a difficult area: one card of level 2, three equal titles',
    article: law25,
    case: { born: '1990-01-01', facts: { disability: 'severe', household: 'poor', inDifficultArea: true } },
    month: '2024-05',
    expected: [
      { of: person, given: { 'BHYT-BT': 'BT2' }, not: { 'BHYT-HN': 'not_best', 'BHYT-DK': 'not_best' } },
    ],
  },
  {
    id: 'G-BHYT-2',
    title: 'A double orphan of 4: TE1 is better than BT2, until the sixth birthday',
    article: law25,
    case: { born: '2020-02-02', facts: { father: 'dead', mother: 'dead' } },
    month: '2024-05',
    expected: [
      {
        of: person,
        given: { 'BHYT-TE': 'TE1' },
        not: { 'BHYT-BT': 'not_best' },
        before: { 'BHYT-TE': '2026-02-02' },
      },
    ],
  },
  {
    id: 'G-BHYT-3',
    title: 'A pensioner (95 %) severely disabled: BT (100 %) wins',
    article: law25,
    case: { born: '1960-01-01', facts: { disability: 'severe', pension: 4_000_000 } },
    month: '2024-05',
    expected: [{ of: person, given: { 'BHYT-BT': 'BT2' }, not: { 'BHYT-HT': 'not_best' } }],
  },
  {
    id: 'B-BHYT-SP',
    title: 'A social pensioner of 76 in August 2025: a card of level 2 whose letters are not known',
    article: 'Luật 51/2024/QH15',
    case: { born: '1949-01-01' },
    month: '2025-08',
    expected: [{ of: person, given: { 'BHYT-SP': '2' }, not: { 'BHYT-BT': 'refused' } }],
  },
  {
    // BHYT-02: 12(2)b names who is 80 and on monthly «tuất»; BHYT-03: level 4, 80 %, among the others.
    id: 'B-BHYT-TUAT-R21',
    title: 'On a survivor’s allowance, 80 on the last day of May 2024, and on the day after it',
    article: law25,
    case: {
      members: [
        { key: '80', born: '1944-05-31', facts: { socialInsurance: 900_000 } },
        { key: '79', born: '1944-06-01', facts: { socialInsurance: 900_000 } },
      ],
    },
    month: '2024-05',
    expected: [
      { of: '80', given: { 'BHYT-TUAT': '4' } },
      { of: '79', given: {}, not: { 'BHYT-TUAT': 'refused' } },
    ],
  },
  {
    id: 'B-BHYT-NONE',
    title: 'An adult of no group has no card of the State',
    article: law25,
    case: { born: '1990-01-01' },
    month: '2026-11',
    expected: [{ of: person, given: {}, not: { 'BHYT-BT': 'refused', 'BHYT-TE': 'refused' } }],
  },
  {
    id: 'B-EDU-1',
    title: 'A double orphan of 10 at school: a card, and proof for the school',
    article: 'Điều 9, Điều 10 Nghị định 20/2021/NĐ-CP',
    case: { born: '2014-01-01', facts: { father: 'dead', mother: 'dead', isStudying: true } },
    month: '2024-05',
    expected: [{ of: person, given: { 'BHYT-BT': 'BT2', 'EDU-1': true }, not: { 'EDU-3': 'refused' } }],
  },
  {
    id: 'B-EDU-2',
    title: 'A student of 19 formerly under khoản 1 in 2025: no tuition',
    article: 'Nghị định 238/2025/NĐ-CP',
    case: { born: '2006-01-01', facts: { wasChildWithoutSupport: true, isStudying: true } },
    month: '2025-10',
    expected: [{ of: person, given: { 'BHYT-BT': 'BT2', 'EDU-1': true, 'EDU-2': true } }],
  },
  {
    id: 'B-TRAIN-CARER',
    title: 'Parents who care at home for an exceptionally severely disabled son: guidance for them',
    article: 'Điều 4 Thông tư 02/2021/TT-BLĐTBXH',
    case: { born: '1990-01-01', facts: { disability: 'exceptionally_severe', care: 'own_household' } },
    month: '2024-05',
    expected: [{ of: person, given: { 'BHYT-BT': 'BT2', 'TRAIN-CARER': true } }],
  },
  {
    id: 'B-FAC-RIGHTS-R26',
    title: 'An exceptionally severely disabled resident in November 2026: 10, 20 and 15 × 540.000 a year',
    article: 'Điều 22, 23 Nghị định 335/2026/NĐ-CP',
    case: { born: '1980-01-01', facts: { disability: 'exceptionally_severe', facility: 'A' } },
    month: '2026-11',
    expected: [{ of: person, given: resident, not: { 'FAC-SCHOOL': 'refused' } }],
  },
  {
    id: 'B-FAC-RIGHTS-R21',
    title: 'A resident of 14 out of school in 2024: medicine up to 100.000 a month, and vocational training',
    article: 'Điều 25, 26 Nghị định 20/2021/NĐ-CP',
    case: { born: '2010-01-01', facts: { abandoned: true, facility: 'A' } },
    month: '2024-05',
    expected: [
      {
        of: person,
        given: {
          'BHYT-BT': 'BT2',
          'FAC-ITEMS': true,
          'FAC-MEDICINE': 100_000,
          'FAC-UTILITIES': true,
          'FAC-TREATMENT': true,
          'FAC-VOCATIONAL': true,
        },
      },
    ],
  },
  {
    id: 'B-FAC-RIGHTS-D',
    title: 'Who pays for the place has none of it',
    article: 'khoản 4 Điều 21 Nghị định 335/2026/NĐ-CP',
    case: { born: '1956-06-01', facts: { facility: 'D' } },
    month: '2026-11',
    expected: [{ of: person, given: {}, not: { 'FAC-ITEMS': 'refused', 'FAC-FOOD': 'refused' } }],
  },
  {
    id: 'G-FAC-4',
    title: 'A victim admitted on 10 January 2026: looked at again no later than 10 April',
    article: 'khoản 2 Điều 24 Nghị định 20/2021/NĐ-CP',
    case: {
      born: '1990-01-01',
      changes: [{ from: '2026-01-10', facility: 'B' }],
      events: [{ kind: 'admission', on: '2026-01-10' }],
    },
    month: '2026-01',
    expected: [{ of: 0, given: { 'FAC-B': true }, before: { 'FAC-B': '2026-04-10' } }],
  },
  {
    id: 'B-FAC-A-STAY',
    title: 'Who is admitted under group A has no three months',
    article: 'Điều 24 Nghị định 20/2021/NĐ-CP',
    case: {
      born: '2015-01-01',
      facts: { abandoned: true },
      changes: [{ from: '2026-01-10', facility: 'A' }],
      events: [{ kind: 'admission', on: '2026-01-10' }],
    },
    month: '2026-01',
    expected: [{ of: 0, given: {}, not: { 'FAC-B': 'refused' } }],
  },
  {
    id: 'G-FAC-10',
    title: 'Personal items of 5.600.000 for one resident in a year: 200.000 above the ceiling',
    article: 'Điều 23 Nghị định 335/2026/NĐ-CP',
    case: {
      born: '1980-01-01',
      facts: { disability: 'exceptionally_severe', facility: 'A' },
      events: [{ kind: 'spending', on: '2026-12-15', item: 'personal', cost: 5_600_000 }],
    },
    month: '2026-12',
    expected: [{ of: 0, given: { 'FAC-ITEMS': 5_400_000 }, over: { 'FAC-ITEMS': 200_000 } }],
  },
  {
    id: 'B-TOP-SP',
    title: 'A social pensioner of Hải Phòng: 700.000 less 500.000, and less 540.000 since July 2026',
    article: 'Nghị quyết của HĐND thành phố Hải Phòng',
    case: { born: '1945-01-01', facts: { territory: 'hai-phong' } },
    month: '2025-09',
    expected: [{ of: person, given: { 'BHYT-SP': '2', 'TOP-SP-HP': 200_000 } }],
  },
  {
    id: 'B-TOP-SP-26',
    title: 'A level of 530.000 in Tuyên Quang adds nothing to 540.000',
    article: 'Nghị quyết của HĐND tỉnh Tuyên Quang',
    case: { born: '1945-01-01', facts: { territory: 'tuyen-quang' } },
    month: '2026-11',
    expected: [{ of: person, given: { 'BHYT-SP': '2' }, not: { 'TOP-SP-TQ': 'covered' } }],
  },
  {
    id: 'B-FAC-SCHOOL',
    title: 'A severely disabled resident of 10 at school in 2026: books, and proof for the school',
    article: 'Điều 23 Nghị định 335/2026/NĐ-CP',
    case: { born: '2016-01-01', facts: { disability: 'severe', facility: 'A', isStudying: true } },
    month: '2026-11',
    expected: [
      {
        of: person,
        given: { ...resident, 'FAC-SCHOOL': true, 'EDU-3': true },
        not: { 'FAC-VOCATIONAL': 'refused', 'EDU-1': 'refused' },
      },
    ],
  },
  ...[
    ['ha-noi', 'HN', 150_000] as const,
    ['ho-chi-minh', 'HCM', 150_000] as const,
    ['quang-ninh', 'QN', 200_000] as const,
    ['tuyen-quang', 'TQ', 30_000] as const,
  ].map(([territory, id, amount]): SupportCase => ({
    id: `B-TOP-SP-${id}`,
    title: `A social pensioner where the province tops up (${territory}), before July 2026`,
    article: 'Nghị quyết của HĐND tỉnh, thành phố',
    case: { born: '1945-01-01', facts: { territory } },
    month: '2025-09',
    expected: [{ of: person, given: { 'BHYT-SP': '2', [`TOP-SP-${id}`]: amount } }],
  })),
]
