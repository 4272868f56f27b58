import type { SupportCase } from './support-case.ts'

const nd20 = (article: string) => `${article} Nghị định 20/2021/NĐ-CP`
const four = ['a', 'b', 'c', 'd'].map((key, index) => ({ key, born: `${1980 + index * 7}-01-01` }))
const careIn = (on: string, through: string) => ({
  born: '1990-01-01',
  events: [{ kind: 'temporary_care', on, through, reason: 'victim' } as const],
})
const typhoon = (treatmentDays: number) => ({
  born: '1990-01-01',
  events: [{ kind: 'injury', on: '2024-09-09', cause: 'disaster', treatmentDays } as const],
})

/** G-EMG, and the temporary care of G-CARE-9 to 11. */
export const emergencyCases: readonly SupportCase[] = [
  {
    id: 'G-EMG-1',
    title: 'Lunar New Year, a household of four: 4 × 15 kg × 1 month',
    article: nd20('khoản 1 Điều 12'),
    case: { members: four, events: [{ kind: 'hunger', on: '2024-02-05', cause: 'new_year' }] },
    month: '2024-02',
    expected: [{ of: 0, given: { 'EMG-1A': 60 }, not: { 'EMG-1B': 'refused' } }],
  },
  {
    id: 'G-EMG-2',
    title: 'Between harvests, four persons, two months',
    article: nd20('khoản 1 Điều 12'),
    case: {
      members: four,
      events: [{ kind: 'hunger', on: '2024-04-05', cause: 'between_harvests', months: 2 }],
    },
    month: '2024-04',
    expected: [{ of: 0, given: { 'EMG-1B': 120 } }],
  },
  {
    id: 'G-EMG-3',
    title: 'Crop failure, three persons, four months asked for: three at most',
    article: nd20('khoản 1 Điều 12'),
    case: {
      born: '1980-01-01',
      events: [{ kind: 'hunger', on: '2024-04-05', cause: 'crop_failure', persons: 3, months: 4 }],
    },
    month: '2024-04',
    expected: [{ of: 0, given: { 'EMG-1B': 135 } }],
  },
  {
    id: 'G-EMG-4',
    title: 'The typhoon of 9 September 2024, five days in hospital: at least 10 × 500.000',
    article: nd20('khoản 1 Điều 13'),
    case: typhoon(5),
    month: '2024-09',
    expected: [{ of: 0, given: { 'EMG-3': 5_000_000 }, not: { 'EMG-3X': 'refused' } }],
  },
  {
    id: 'B-EMG-3-DAYS',
    title: 'Three days are enough',
    article: nd20('khoản 1 Điều 13'),
    case: typhoon(3),
    month: '2024-09',
    expected: [{ of: 0, given: { 'EMG-3': 5_000_000 } }],
  },
  {
    id: 'G-EMG-5',
    title: 'The same, two days in hospital: nothing',
    article: nd20('khoản 2 Điều 2'),
    case: typhoon(2),
    month: '2024-09',
    expected: [{ of: 0, given: {}, not: { 'EMG-3': 'refused' } }],
  },
  {
    id: 'G-EMG-6',
    title: 'Two members killed by a landslide in September 2024: 2 × 25.000.000',
    article: nd20('khoản 1 Điều 14'),
    case: {
      members: four,
      events: ['b', 'c'].map((who) => ({ kind: 'death', on: '2024-09-10', who, cause: 'disaster' }) as const),
    },
    month: '2024-09',
    expected: [
      { of: 0, given: { 'EMG-4': 25_000_000 } },
      { of: 1, given: { 'EMG-4': 25_000_000 } },
    ],
  },
  {
    id: 'B-EMG-4X',
    title: 'Nobody takes charge, the burial cost 31.000.000: the real cost, and not 50 × 500.000',
    article: nd20('khoản 2 Điều 14'),
    case: {
      born: '1970-01-01',
      events: [{ kind: 'death', on: '2024-09-10', cause: 'disaster', nobodyBuries: true, cost: 31_000_000 }],
    },
    month: '2024-09',
    expected: [{ of: 0, given: { 'EMG-4X': 31_000_000 }, not: { 'EMG-4': 'refused' } }],
  },
  {
    // 14.2 gives whoever buries the real cost, at least 50 × 500.000; the household of 14.1 arranged nothing.
    id: 'B-EMG-4X-FLOOR',
    title: 'Nobody takes charge, the burial cost 20.000.000, or just 25.000.000: 50 × 500.000 to who buried',
    article: nd20('khoản 2 Điều 14'),
    case: {
      members: four,
      events: [20_000_000, 25_000_000].map(
        (cost, index) =>
          ({
            kind: 'death',
            on: '2024-09-10',
            who: ['b', 'c'][index]!,
            cause: 'disaster',
            nobodyBuries: true,
            cost,
          }) as const,
      ),
    },
    month: '2024-09',
    expected: [
      { of: 0, given: { 'EMG-4X': 25_000_000 }, not: { 'EMG-4': 'refused' } },
      { of: 1, given: { 'EMG-4X': 25_000_000 }, not: { 'EMG-4': 'refused' } },
    ],
  },
  {
    // The same floor by Decree 335: 50 × 540.000.
    id: 'B-EMG-4X-FLOOR-R26',
    title: 'Nobody takes charge in November 2026, the burial cost 27.000.000: 50 × 540.000 to who buried',
    article: 'Điều 12 Nghị định 335/2026/NĐ-CP',
    case: {
      born: '1970-01-01',
      events: [{ kind: 'death', on: '2026-11-10', cause: 'disaster', nobodyBuries: true, cost: 27_000_000 }],
    },
    month: '2026-11',
    expected: [{ of: 0, given: { 'EMG-4X': 27_000_000 }, not: { 'EMG-4': 'refused' } }],
  },
  {
    id: 'G-EMG-7',
    title: 'A near-poor household, the house burnt down in May 2023: at least 40.000.000',
    article: nd20('khoản 1 Điều 15'),
    case: {
      born: '1970-01-01',
      facts: { household: 'near_poor' },
      events: [{ kind: 'home', on: '2023-05-05', cause: 'fire', damage: 'destroyed' }],
    },
    month: '2023-05',
    expected: [{ of: 0, given: { 'EMG-5A': 40_000_000 } }],
  },
  {
    id: 'G-EMG-8',
    title: 'Neither poor nor in hardship, the house burnt down: nothing under EMG-5A',
    article: nd20('khoản 1 Điều 15'),
    case: {
      born: '1970-01-01',
      events: [{ kind: 'home', on: '2023-05-05', cause: 'fire', damage: 'destroyed' }],
    },
    month: '2023-05',
    expected: [{ of: 0, given: {}, not: { 'EMG-5A': 'refused' } }],
  },
  {
    id: 'G-EMG-9',
    title: 'Not poor, ordered to relocate from a landslide: at least 30.000.000',
    article: nd20('khoản 2 Điều 15'),
    case: {
      born: '1970-01-01',
      events: [{ kind: 'home', on: '2023-05-05', cause: 'disaster', relocationOrdered: true }],
    },
    month: '2023-05',
    expected: [{ of: 0, given: { 'EMG-5B': 30_000_000 } }],
  },
  {
    id: 'B-EMG-5-ONE',
    title:
      'Heavily damaged, poor, ordered to relocate, and without essentials: the higher of two, and the goods',
    article: 'C18; Điều 12 Nghị định 335/2026/NĐ-CP',
    case: {
      born: '1970-01-01',
      facts: { household: 'poor' },
      events: [
        {
          kind: 'home',
          on: '2026-11-05',
          cause: 'disaster',
          damage: 'heavily_damaged',
          relocationOrdered: true,
          lacksEssentials: true,
        },
      ],
    },
    month: '2026-11',
    expected: [{ of: 0, given: { 'EMG-2': true, 'EMG-5B': 30_000_000 }, not: { 'EMG-5C': 'not_best' } }],
  },
  {
    id: 'G-EMG-10',
    title: 'Hurt in another province without a relative: two days, the place of treatment',
    article: nd20('khoản 2 Điều 13'),
    case: {
      born: '1990-01-01',
      events: [
        { kind: 'injury', on: '2026-03-02', cause: 'traffic_accident', treatmentDays: 6, place: 'elsewhere' },
      ],
    },
    month: '2026-03',
    expected: [
      {
        of: 0,
        given: { 'EMG-3X': 5_000_000 },
        not: { 'EMG-3': 'refused' },
        terms: {
          'EMG-3X':
            'chi cho người được trợ giúp; Chủ tịch UBND cấp xã nơi điều trị, theo đề nghị của cơ sở y tế, trong 2 ngày',
        },
      },
    ],
  },
  {
    id: 'B-EMG-C17',
    title: 'Hurt away from home with a relative who cares: as at home (C17)',
    article: 'C17',
    case: {
      born: '1990-01-01',
      events: [
        {
          kind: 'injury',
          on: '2026-11-02',
          cause: 'traffic_accident',
          treatmentDays: 6,
          place: 'elsewhere',
          relativeCares: true,
        },
      ],
    },
    month: '2026-11',
    expected: [{ of: 0, given: { 'EMG-3': 5_400_000 } }],
  },
  {
    id: 'G-EMG-11',
    title: 'Death of a recipient in a serious traffic accident: 27.000.000, and not 10.800.000 beside it',
    article: 'Điều 11, Điều 12 Nghị định 335/2026/NĐ-CP',
    case: {
      born: '1980-01-01',
      facts: { disability: 'severe' },
      events: [{ kind: 'death', on: '2026-11-05', cause: 'traffic_accident' }],
    },
    month: '2026-11',
    expected: [{ of: 0, given: { 'EMG-4': 27_000_000 }, not: { 'FUN-01': 'not_best' } }],
  },
  {
    id: 'B-EMG-C1',
    title: 'Hurt on 4 October 2026 and on 5 October 2026: 500.000 before Decree 335 is in force (C1)',
    article: 'C1',
    case: {
      born: '1990-01-01',
      events: ['2026-10-04', '2026-10-05'].map(
        (on) => ({ kind: 'injury', on, cause: 'fire', treatmentDays: 4 }) as const,
      ),
    },
    month: '2026-10',
    expected: [
      { of: 0, given: { 'EMG-3': 5_000_000 } },
      { of: 1, given: { 'EMG-3': 5_400_000 } },
    ],
  },
  {
    id: 'B-EMG-6',
    title: 'A child of 7 loses both parents in a flood: the package of temporary care, three months at most',
    article: nd20('Điều 16'),
    case: {
      born: '2017-01-01',
      events: [{ kind: 'parents_lost', on: '2024-09-10', cause: 'disaster' }],
    },
    month: '2024-09',
    expected: [{ of: 0, given: { 'EMG-6': true }, before: { 'EMG-6': '2024-12-10' } }],
  },
  {
    // The dossier: «both parents dead/missing from the event» – of those of this chapter.
    id: 'B-EMG-6-CAUSE',
    title: 'Both parents lost to no event of emergency relief: no package by it',
    article: nd20('Điều 16'),
    case: { born: '2017-01-01', events: [{ kind: 'parents_lost', on: '2024-09-10', cause: 'other' }] },
    month: '2024-09',
    expected: [{ of: 0, given: {}, not: { 'EMG-6': 'refused' } }],
  },
  {
    id: 'B-CARE-E-CHILD',
    title: 'A child without parents in temporary care, and somebody born in 1990 said to be one',
    article: 'khoản 2 Điều 18 Nghị định 20/2021/NĐ-CP',
    case: {
      members: [
        { key: 'trẻ em', born: '2015-01-01' },
        { key: 'người lớn', born: '1990-01-01' },
      ],
      events: ['trẻ em', 'người lớn'].map(
        (who) =>
          ({
            kind: 'temporary_care',
            on: '2026-03-02',
            through: '2026-03-11',
            who,
            reason: 'child_without_parents',
          }) as const,
      ),
    },
    month: '2026-03',
    // Ten days of 60.000.
    expected: [
      { of: 0, given: { 'CARE-E': 600_000, 'CARE-E-TREATMENT': true, 'CARE-E-TRANSPORT': true } },
      {
        of: 1,
        given: {},
        not: { 'CARE-E': 'refused', 'CARE-E-TREATMENT': 'refused', 'CARE-E-TRANSPORT': 'refused' },
      },
    ],
  },
  {
    id: 'B-EMG-7',
    title: 'The breadwinner is lost to a disaster: help with work by another law, recorded',
    article: nd20('khoản 1 Điều 17'),
    case: { born: '1990-01-01', events: [{ kind: 'livelihood', on: '2024-09-10', cause: 'disaster' }] },
    month: '2024-09',
    expected: [{ of: 0, given: { 'EMG-7': true } }],
  },
  {
    id: 'G-CARE-9',
    title: 'A victim in temporary care for 45 days of March and April 2026: 45 × 60.000',
    article: 'Điều 3 Thông tư 02/2021/TT-BLĐTBXH',
    case: careIn('2026-03-02', '2026-04-15'),
    month: '2026-03',
    expected: [
      {
        of: 0,
        given: { 'CARE-E': 2_700_000, 'CARE-E-TREATMENT': true, 'CARE-E-TRANSPORT': true },
        over: { 'CARE-E': 0 },
      },
    ],
  },
  {
    id: 'G-CARE-10',
    title: 'The same from 10 October 2026: 45 × 100.000',
    article: 'khoản 2 Điều 16 Nghị định 335/2026/NĐ-CP',
    case: careIn('2026-10-10', '2026-11-23'),
    month: '2026-10',
    expected: [{ of: 0, given: { 'CARE-E': 4_500_000, 'CARE-E-TREATMENT': true, 'CARE-E-TRANSPORT': true } }],
  },
  {
    id: 'B-CARE-E-C15',
    title: 'From 1 to 10 October 2026: four days at 60.000 and six at 100.000 (C15)',
    article: 'C15',
    case: careIn('2026-10-01', '2026-10-10'),
    month: '2026-10',
    expected: [{ of: 0, given: { 'CARE-E': 840_000, 'CARE-E-TREATMENT': true, 'CARE-E-TRANSPORT': true } }],
  },
  {
    id: 'G-CARE-11',
    title: 'A stay of 100 days without a new decision: nothing beyond three months (90 days from 10 January)',
    article: 'Điều 3 Thông tư 02/2021/TT-BLĐTBXH',
    case: careIn('2026-01-10', '2026-04-19'),
    month: '2026-01',
    expected: [
      {
        of: 0,
        given: { 'CARE-E': 5_400_000, 'CARE-E-TREATMENT': true, 'CARE-E-TRANSPORT': true },
        over: { 'CARE-E': 10 },
        before: { 'CARE-E': '2026-04-10' },
      },
    ],
  },
  {
    id: 'B-CARE-E-NONE',
    title: 'Nobody the law names for temporary care',
    article: 'khoản 2 Điều 18 Nghị định 20/2021/NĐ-CP',
    case: {
      born: '1990-01-01',
      events: [{ kind: 'temporary_care', on: '2026-03-02', through: '2026-03-10', reason: 'none' }],
    },
    month: '2026-03',
    expected: [
      {
        of: 0,
        given: {},
        not: { 'CARE-E': 'refused', 'CARE-E-TREATMENT': 'refused', 'CARE-E-TRANSPORT': 'refused' },
      },
    ],
  },
  {
    id: 'B-EMG-6-GROWN',
    title: 'A child cared for by relatives, and one who turned 16 the day before: no package',
    article: nd20('Điều 16'),
    case: {
      members: [
        { key: 'a', born: '2017-01-01' },
        { key: 'b', born: '2008-09-09' },
      ],
      events: [
        { kind: 'parents_lost', on: '2024-09-10', who: 'a', cause: 'disaster', relativeCares: true },
        { kind: 'parents_lost', on: '2024-09-10', who: 'b', cause: 'disaster' },
      ],
    },
    month: '2024-09',
    expected: [
      { of: 0, given: {}, not: { 'EMG-6': 'refused' } },
      { of: 1, given: {}, not: { 'EMG-6': 'refused' } },
    ],
  },
  {
    id: 'B-EMG-7-ILLNESS',
    title: 'Work lost for another reason is no emergency',
    article: nd20('khoản 1 Điều 17'),
    case: { born: '1990-01-01', events: [{ kind: 'livelihood', on: '2024-09-10', cause: 'other' }] },
    month: '2024-09',
    expected: [{ of: 0, given: {}, not: { 'EMG-7': 'refused' } }],
  },
]
