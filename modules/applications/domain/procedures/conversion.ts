import { nd147, nd176, nd20, nd335, tt02 } from '#modules/entitlement'
import type { Edition, Procedure } from '../procedure.ts'
import { firstOfR21, firstOfR25, firstOfR26, noneRead } from './clocks.ts'
import { districtThenCommune } from './competence.ts'
import { byDuty } from './parts.ts'

const steps = byDuty({
  name: { vi: 'Rà soát danh sách đang hưởng', en: 'Going through those on the rolls' },
  tells: {
    vi: 'Xã đang chuyển sang mức mới. Không phải nộp hồ sơ.',
    en: 'The commune is moving everybody to the new level. No file is needed.',
  },
  act: { vi: 'Trình danh sách chuyển mức', en: 'Submit the list' },
  proposes: ['convert'],
})

/** TRN-03: from Decree 136 to Decree 20, by a list the district chair approved. */
const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 37'),
  channels: { among: ['counter'], cite: tt02('Điều 5') },
  where: { vi: 'Không phải nộp hồ sơ', en: 'No file is needed' },
  forms: [],
  papers: [],
  total: noneRead,
  steps,
  open: ['PROC-CONVERSION'],
}

/** SP-06: khoản 5 điểm b, c to the social pension, by the commune’s own decision. */
const r25: Edition = {
  ...r21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd176('Điều 4', 'uncertain'),
  channels: { among: ['counter'], cite: nd147('Điều 5') },
  open: ['7', 'PROC-CONVERSION'],
}

/** TRN-01: from Decree 20 and Decree 176 to the level of Decree 335, from July 2026. */
const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('khoản 3, khoản 4, khoản 5 Điều 32'),
  channels: { among: ['counter'], cite: nd335('khoản 4 Điều 32') },
  notes: [
    {
      text: {
        vi: 'Người đang hưởng chuyển sang mức mới từ tháng 07/2026; phần chênh lệch được nhận bù.',
        en: 'Those on the rolls move to the new level from July 2026; the difference is made good.',
      },
      cite: nd335('khoản 3 Điều 32'),
    },
  ],
  open: ['PROC-CONVERSION'],
}

export const conversion: Procedure = {
  id: 'conversion',
  name: { vi: 'Chuyển mức theo quy định mới', en: 'Conversion to a new law' },
  about: {
    vi: 'Cho mọi người đang hưởng khi luật đổi mức hoặc đổi chế độ.',
    en: 'For everybody on the rolls when a law changes the level or the benefit.',
  },
  benefits: ['monthly_allowance', 'social_pension', 'care_support', 'parenting_support', 'facility_care'],
  events: [],
  begunBy: 'officer',
  competent: districtThenCommune,
  editions: [r21, r25, r26],
}
