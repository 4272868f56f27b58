import type { CaseInput } from '../../domain/case-file.ts'
import { steady, turning } from './regime-rows.ts'

const khoan1 = 'khoản 1 Điều 5, Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'
const khoan2 = 'khoản 2 Điều 5, Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'
const khoan3 = 'khoản 3 Điều 5, Điều 6 các Nghị định 136/2013, 20/2021 và 335/2026/NĐ-CP'
const khoan7 = 'khoản 7 Điều 5, Điều 6 các Nghị định 20/2021 và 335/2026/NĐ-CP'

type Facts = NonNullable<CaseInput['facts']>

/** From 7 to 14 in the months asked about. */
const child = (facts: Facts): CaseInput => ({ born: '2012-01-01', facts })
const parents = (father: NonNullable<Facts['father']>, mother: NonNullable<Facts['mother']>) =>
  child({ father, mother })

/** 1,5 of 270.000, 360.000, 500.000 and 540.000. */
const supported = [405_000, 540_000, 750_000, 810_000] as const
const never = [0, 0, 0, 0] as const
/** One dead, missing and so on, the other unidentified: only Decree 335 lists the pair. */
const onlyR26 = [0, 0, 0, 810_000] as const

/** Children in a month of every regime: each pair of parents of khoản 1, and each fact of khoản 2, 3 and 7 by itself. */
export const childrenInRegimes = [
  ...steady(
    ['monthly_allowance'],
    [
      ['B-K1-ABANDONED', 'abandoned (điểm a)', khoan1, child({ abandoned: true }), supported],
      ['B-K1-DEAD', 'both parents dead (điểm b)', khoan1, parents('dead', 'dead'), supported],
      [
        'B-K1-MISSING-DEAD',
        'father missing, mother dead (điểm c)',
        khoan1,
        parents('missing_declared', 'dead'),
        supported,
      ],
      [
        'B-K1-DEAD-MISSING',
        'father dead, mother missing (điểm c)',
        khoan1,
        parents('dead', 'missing_declared'),
        supported,
      ],
      [
        'B-K1-FACILITY-DEAD',
        'father in a facility, mother dead (điểm d)',
        khoan1,
        parents('in_facility', 'dead'),
        supported,
      ],
      [
        'B-K1-DEAD-FACILITY',
        'father dead, mother in a facility (điểm d)',
        khoan1,
        parents('dead', 'in_facility'),
        supported,
      ],
      [
        'B-K1-DETAINED-DEAD',
        'father detained, mother dead (điểm đ)',
        khoan1,
        parents('detained', 'dead'),
        supported,
      ],
      [
        'B-K1-DEAD-DETAINED',
        'father dead, mother detained (điểm đ)',
        khoan1,
        parents('dead', 'detained'),
        supported,
      ],
      ['B-K1-ALIVE-DEAD', 'the father is there', khoan1, parents('alive_available', 'dead'), never],
      ['B-K1-DEAD-ALIVE', 'the mother is there', khoan1, parents('dead', 'alive_available'), never],
      [
        'B-K1-NOBODY-KNOWN',
        'both unidentified stands in no point',
        khoan1,
        parents('unidentified', 'unidentified'),
        never,
      ],
      [
        'B-K1-UNKNOWN-ALIVE',
        'father unidentified, the mother is there',
        khoan1,
        parents('unidentified', 'alive_available'),
        never,
      ],
      [
        'B-K1-ALIVE-UNKNOWN',
        'the father is there, mother unidentified',
        khoan1,
        parents('alive_available', 'unidentified'),
        never,
      ],
      [
        'B-K1-UNKNOWN-DEAD',
        'father unidentified, mother dead',
        khoan1,
        parents('unidentified', 'dead'),
        onlyR26,
      ],
      [
        'B-K1-DEAD-UNKNOWN',
        'father dead, mother unidentified',
        khoan1,
        parents('dead', 'unidentified'),
        onlyR26,
      ],
      [
        'B-K1-UNKNOWN-MISSING',
        'father unidentified, mother missing',
        khoan1,
        parents('unidentified', 'missing_declared'),
        onlyR26,
      ],
      [
        'B-K1-MISSING-UNKNOWN',
        'father missing, mother unidentified',
        khoan1,
        parents('missing_declared', 'unidentified'),
        onlyR26,
      ],
      [
        'B-K1-UNKNOWN-FACILITY',
        'father unidentified, mother in a facility',
        khoan1,
        parents('unidentified', 'in_facility'),
        onlyR26,
      ],
      [
        'B-K1-FACILITY-UNKNOWN',
        'father in a facility, mother unidentified',
        khoan1,
        parents('in_facility', 'unidentified'),
        onlyR26,
      ],
      [
        'B-K1-UNKNOWN-DETAINED',
        'father unidentified, mother detained',
        khoan1,
        parents('unidentified', 'detained'),
        onlyR26,
      ],
      [
        'B-K1-DETAINED-UNKNOWN',
        'father detained, mother unidentified',
        khoan1,
        parents('detained', 'unidentified'),
        onlyR26,
      ],
    ],
  ),
  ...turning(
    ['monthly_allowance'],
    [
      [
        'B-K1-4',
        'khoản 1 at 4',
        khoan1,
        4,
        'adjusts',
        { abandoned: true },
        // 2,5 and then 1,5 of each standard.
        [
          [675_000, 405_000],
          [900_000, 540_000],
          [1_250_000, 750_000],
          [1_350_000, 810_000],
        ],
      ],
      [
        'B-K1-16',
        'khoản 1 at 16',
        khoan1,
        16,
        'stops',
        { father: 'dead', mother: 'dead' },
        [
          [405_000, 0],
          [540_000, 0],
          [750_000, 0],
          [810_000, 0],
        ],
      ],
      [
        'B-K2-16',
        'khoản 2 from 16',
        khoan2,
        16,
        'starts',
        { wasChildWithoutSupport: true, isStudying: true },
        // 1,5 of each standard, and not a month before the sixteenth birthday.
        [
          [0, 405_000],
          [0, 540_000],
          [0, 750_000],
          [0, 810_000],
        ],
      ],
      [
        'B-K2-22',
        'khoản 2 at 22: «tối đa không quá 22 tuổi» until Decree 335',
        khoan2,
        22,
        'stops',
        { wasChildWithoutSupport: true, isStudying: true },
        [
          [405_000, 0],
          [540_000, 0],
          [750_000, 0],
          [810_000, 810_000],
        ],
      ],
      [
        'B-K2-NOT-STUDYING',
        'at 16, supported as a child and not studying',
        khoan2,
        16,
        'starts',
        { wasChildWithoutSupport: true },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K2-NEVER-SUPPORTED',
        'at 16, studying and never supported',
        khoan2,
        16,
        'starts',
        { isStudying: true },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K3-4',
        'khoản 3 at 4, with a survivor’s allowance so that khoản 8 is no matter',
        khoan3,
        4,
        'adjusts',
        { hiv: true, household: 'poor', socialInsurance: 400_000 },
        // 2,5 and then 2,0 of each standard.
        [
          [675_000, 540_000],
          [900_000, 720_000],
          [1_250_000, 1_000_000],
          [1_350_000, 1_080_000],
        ],
      ],
      [
        'B-K3-16',
        'khoản 3 at 16, with a survivor’s allowance so that khoản 8 does not follow',
        khoan3,
        16,
        'stops',
        { hiv: true, household: 'poor', socialInsurance: 400_000 },
        [
          [540_000, 0],
          [720_000, 0],
          [1_000_000, 0],
          [1_080_000, 0],
        ],
      ],
      [
        'B-K3-16-K8',
        'khoản 3 at 16 goes on as khoản 8',
        khoan3,
        16,
        'adjusts',
        { hiv: true, household: 'poor' },
        // 2,0 and then 1,5 of each standard.
        [
          [540_000, 405_000],
          [720_000, 540_000],
          [1_000_000, 750_000],
          [1_080_000, 810_000],
        ],
      ],
      [
        'B-K3-NEAR-POOR',
        'a near-poor child with HIV',
        khoan3,
        4,
        'adjusts',
        { hiv: true, household: 'near_poor' },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K3-NOT-POOR',
        'a child with HIV whose household is not poor',
        khoan3,
        4,
        'adjusts',
        { hiv: true },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K3-NO-HIV',
        'a poor child without HIV',
        khoan3,
        4,
        'adjusts',
        { household: 'poor' },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K7-3',
        'khoản 7 at 3, near-poor',
        khoan7,
        3,
        'stops',
        { household: 'near_poor', inDifficultArea: true },
        // 1,5 of each standard; R13 had no khoản 7.
        [
          [0, 0],
          [540_000, 0],
          [750_000, 0],
          [810_000, 0],
        ],
      ],
      [
        'B-K7-3-POOR',
        'khoản 7 at 3, poor',
        khoan7,
        3,
        'stops',
        { household: 'poor', inDifficultArea: true },
        [
          [0, 0],
          [540_000, 0],
          [750_000, 0],
          [810_000, 0],
        ],
      ],
      [
        'B-K7-NOT-POOR',
        'khoản 7 asks for a poor or near-poor household',
        khoan7,
        3,
        'stops',
        { inDifficultArea: true },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
      [
        'B-K7-ELSEWHERE',
        'khoản 7 asks for an area of extreme difficulty',
        khoan7,
        3,
        'stops',
        { household: 'poor' },
        [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      ],
    ],
  ),
]
