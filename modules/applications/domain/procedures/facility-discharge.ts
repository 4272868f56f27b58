import { nd20, nd335 } from '#modules/entitlement'
import type { Edition, Procedure } from '../procedure.ts'
import { firstOfR21, firstOfR26, workingDays } from './clocks.ts'
import { facilityHead } from './competence.ts'
import { oneOffice } from './parts.ts'

const dischargeR21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR26,
  cite: nd20('Điều 30'),
  channels: { among: ['counter', 'post'], cite: nd20('Điều 30') },
  where: { vi: 'Cơ sở đang nuôi dưỡng', en: 'The facility' },
  forms: [
    {
      number: '09',
      name: {
        vi: 'Đơn đề nghị dừng trợ giúp xã hội tại cơ sở',
        en: 'Request to end the stay',
      },
      cite: nd20('Phụ lục, Mẫu số 09'),
    },
  ],
  papers: [],
  total: workingDays(7, nd20('Điều 30'), 'complete'),
  steps: oneOffice(['discharge']),
  notes: [
    {
      text: {
        vi: 'Biên bản bàn giao có xác nhận của UBND cấp xã. Về cộng đồng phải làm hồ sơ trợ cấp mới: lập sẵn để không đứt tháng.',
        en: 'The handover is confirmed by the commune. The allowance at home needs a new file: open it beforehand.',
      },
      cite: nd20('Điều 30'),
    },
  ],
  open: ['PROC-PAUSE', 'PROC-WAIT'],
}

/** The articles that follow were not read: as Decree 20 (open question 1). */
const dischargeR26: Edition = {
  ...dischargeR21,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 25–27', 'uncertain'),
  channels: { among: ['counter', 'post'], cite: nd335('Điều 25–27', 'uncertain') },
  forms: [],
  total: workingDays(7, nd335('Điều 25–27', 'uncertain'), 'complete'),
  open: ['1', 'PROC-FACILITY-26', 'PROC-FACILITY-AWARD', 'PROC-PAUSE', 'PROC-WAIT'],
}

export const facilityDischarge: Procedure = {
  id: 'facility_discharge',
  name: { vi: 'Dừng trợ giúp xã hội tại cơ sở', en: 'Leaving a facility' },
  about: {
    vi: 'Cho người ở cơ sở muốn về, được nhận nuôi, đã ổn định hoặc không còn thuộc diện nuôi dưỡng.',
    en: 'For residents who want to leave, are adopted, are well again or no longer belong to the groups cared for.',
  },
  benefits: ['facility_care'],
  events: [],
  begunBy: 'either',
  competent: [facilityHead(nd20('Điều 30'))],
  editions: [dischargeR21, dischargeR26],
}
