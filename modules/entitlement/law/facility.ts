import { tenths } from '#kernel/dong'
import {
  ageBelow,
  ageFrom,
  all,
  any,
  flag,
  is,
  type Band,
  type Condition,
  type Group,
  type Source,
} from '../domain/rule-set.ts'
import { convention, nd20, nd335 } from './sources.ts'

/**
 * Group A is children without support, older people and people with disabilities; the first have to leave when they are
 * grown, but for those who study. Twenty-four months after the sixteenth birthday is the eighteenth.
 */
const isStillNursed = (study: Condition): Condition =>
  all(
    is('facility', 'A', 'B', 'C'),
    any(
      is('facility', 'B', 'C'),
      ageBelow(18),
      ageFrom(60),
      is('disability', 'severe', 'exceptionally_severe'),
      study,
    ),
  )

const bands = (cite: Source): readonly Band[] => [
  {
    id: 'FAC-1A',
    label: { vi: 'dưới 4 tuổi', en: 'under 4' },
    when: ageBelow(4),
    coefficient: tenths(50),
    cite,
  },
  { id: 'FAC-1B', label: { vi: 'từ đủ 4 tuổi', en: 'from 4' }, coefficient: tenths(40), cite },
]

/** FAC-1 — trợ cấp nuôi dưỡng hằng tháng of residents the State cares for; group D pays for itself. The payee is the facility. */
export const facilityR21: Group = {
  id: 'FAC-1',
  benefit: 'facility_care',
  component: 'nursing',
  base: 'standard',
  label: {
    vi: 'Được nuôi dưỡng tại cơ sở trợ giúp xã hội',
    en: 'Nursed in a social assistance facility',
  },
  cite: nd20('Điều 25'),
  when: isStillNursed(all(flag('isStudying'), ageBelow(22))),
  bands: bands(nd20('Điều 25')),
  shrinksNextMonth: { cite: convention('C20') },
}

/** Study has no cap; that the 24 months go on beside the «reintegration» of Decree 335 is open question FAC-24. */
export const facilityR26: Group = {
  ...facilityR21,
  cite: nd335('Điều 22'),
  when: isStillNursed(flag('isStudying')),
  bands: bands(nd335('Điều 22')),
}
