import { month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Parameters } from '../domain/rule-set.ts'
import { cite } from '#kernel/law'
import { convention, nd136, nd176, nd176as335, nd20, nd335, nd76 } from './sources.ts'

type Standard = Parameters['standard']

/** Where no province has a standard of its own. */
export const central = 'central'

/**
 * «Mức chuẩn trợ giúp xã hội», STD-01 and STD-02. A provincial value belongs to the territory whose council set it and goes on
 * until it is ended or the centre overtakes it (C2, C11 of the open questions); the centre is always a floor.
 */
const provincial: Standard = [
  {
    territory: 'vinh-phuc',
    from: month('2016-01'),
    value: dong(447_000),
    cite: {
      ...cite('Nghị quyết của HĐND tỉnh Vĩnh Phúc', 'mức chuẩn trợ giúp xã hội của tỉnh'),
      certainty: 'uncertain',
    },
  },
]

export const standardR13: Standard = [
  { territory: central, from: month('2015-01'), value: dong(270_000), cite: nd136('khoản 1 Điều 4') },
  ...provincial,
]

export const standardR21: Standard = [
  {
    territory: central,
    from: month('2015-01'),
    until: month('2021-07'),
    value: dong(270_000),
    cite: nd136('khoản 1 Điều 4'),
  },
  {
    territory: central,
    from: month('2021-07'),
    until: month('2024-07'),
    value: dong(360_000),
    cite: nd20('khoản 2 Điều 4'),
  },
  { territory: central, from: month('2024-07'), value: dong(500_000), cite: nd76('Điều 1') },
  ...provincial,
]

/** Decree 335 is in force from 2026-10-05 and lifts the months from July of that year (khoản 3 Điều 32). */
export const standardR26: Standard = [
  ...standardR21.map((dated) =>
    dated.territory === central && dated.until === undefined ? { ...dated, until: month('2026-07') } : dated,
  ),
  {
    territory: central,
    from: month('2026-07'),
    value: dong(540_000),
    cite: nd335('khoản 2 Điều 4, khoản 3 Điều 32'),
  },
]

export const socialPensionR25: Parameters['social_pension'] = [
  { from: month('2025-07'), value: dong(500_000), cite: nd176('khoản 1 Điều 3') },
]

export const socialPensionR26: Parameters['social_pension'] = [
  { from: month('2025-07'), until: month('2026-07'), value: dong(500_000), cite: nd176('khoản 1 Điều 3') },
  { from: month('2026-07'), value: dong(540_000), cite: nd176as335('khoản 1 Điều 3; khoản 3 Điều 32') },
]

/** Open question 3: full or only the difference was not read. */
export const smallPension: Parameters['small_pension'] = [
  { from: month('2025-07'), value: 'full', cite: convention('3') },
]

/** Open question 9: R26 compares only instruments on social assistance; before it the higher of the same purpose. */
export const meritoriousOverlap: Parameters['meritorious_overlap'] = [
  { from: month('2015-01'), until: month('2026-10'), value: 'highest', cite: convention('9') },
  { from: month('2026-10'), value: 'both', cite: convention('9') },
]
