import { nd20, nd335, type Source } from '#modules/entitlement'
import { personHas } from '../file-condition.ts'
import type { Action, Clock, Edition, Procedure } from '../procedure.ts'
import { atOnce, firstOfR21, firstOfR26, workingDays } from './clocks.ts'
import { facilityHead } from './competence.ts'
import { endings } from './parts.ts'

const threeMonths = (cite: Source): Clock => ({
  kind: 'longest',
  length: 3,
  unit: 'months',
  starts: 'received',
  pauses: false,
  cite,
})

const admit: Action = {
  id: 'admit',
  label: { vi: 'Tiếp nhận ngay, lập biên bản', en: 'Admit at once and write the record' },
  to: 'complete_file',
  clock: 'completes',
  decides: ['admit'],
}

/** Admitted first, the papers after: ten working days from the admission. */
function emergencySteps(cites: { readonly file: Source; readonly stay: Source }): Edition['steps'] {
  return [
    {
      id: 'admit',
      name: { vi: 'Tiếp nhận ngay', en: 'Admission at once' },
      by: 'facility_head',
      clock: atOnce,
      tells: { vi: 'Cơ sở đang tiếp nhận.', en: 'The facility is admitting the person.' },
      actions: [
        admit,
        {
          id: 'decline',
          label: { vi: 'Chuyển nơi khác giúp đỡ', en: 'Send on to other help' },
          to: 'declined',
          needsReason: true,
        },
      ],
    },
    {
      id: 'complete_file',
      name: { vi: 'Hoàn thiện hồ sơ', en: 'Completing the file' },
      by: 'facility_head',
      clock: { ...workingDays(10, cites.file, 'received'), pauses: false },
      tells: {
        vi: 'Người được trợ giúp đang ở cơ sở. Giấy tờ được hoàn thiện trước ngày {due}.',
        en: 'The person is at the facility. The papers are completed by {due}.',
      },
      actions: [
        {
          id: 'file_complete',
          label: { vi: 'Ghi hồ sơ đã đủ', en: 'Record that the file is complete' },
          to: 'stay',
          alsoBy: ['facility_officer'],
        },
      ],
    },
    {
      id: 'stay',
      name: { vi: 'Đang ở cơ sở, chờ về hoặc chuyển', en: 'At the facility' },
      by: 'facility_head',
      clock: threeMonths(cites.stay),
      tells: {
        vi: 'Người được trợ giúp ở cơ sở lâu nhất đến ngày {due}, trừ khi có quyết định khác.',
        en: 'The person may stay until {due}, unless it is decided otherwise.',
      },
      actions: [
        {
          id: 'discharge',
          label: { vi: 'Cho về gia đình, cộng đồng', en: 'Discharge to family or community' },
          to: 'done',
          decides: ['discharge'],
        },
        {
          id: 'stay_on',
          label: { vi: 'Quyết định ở tiếp, lập hồ sơ vào cơ sở', en: 'Stay on: open an admission' },
          to: 'done',
          decides: ['admit'],
          needsReason: true,
        },
      ],
    },
    ...endings.filter(({ id }) => id === 'done' || id === 'declined'),
  ]
}

const announcement = (cite: Source) => ({
  id: 'announcement',
  name: {
    vi: 'Thông báo tìm người thân của trẻ bị bỏ rơi',
    en: 'Public announcement for an abandoned child',
  },
  when: personHas('abandoned'),
  clock: {
    kind: 'lasts',
    length: 25,
    unit: 'working_days',
    starts: 'received',
    pauses: false,
    cite,
  } satisfies Clock,
})

const emergencyR21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR26,
  cite: nd20('Điều 24, Điều 28'),
  channels: { among: ['counter'], cite: nd20('Điều 28') },
  where: { vi: 'Cơ sở trợ giúp xã hội gần nhất', en: 'The nearest facility' },
  forms: [],
  papers: [
    {
      id: 'admission_record',
      name: {
        vi: 'Biên bản có chữ ký của người phát hiện, UBND hoặc công an xã, cơ sở, người được tiếp nhận nếu có thể',
        en: 'Record signed by the finder, commune or police, the facility, and the person where possible',
      },
      how: 'kept',
      isConfidential: true,
      cite: nd20('Điều 28'),
    },
  ],
  total: {
    kind: 'none',
    why: { vi: 'Tiếp nhận ngay, giấy tờ làm sau', en: 'Admitted at once; papers follow' },
  },
  limits: [announcement(nd20('Điều 28'))],
  steps: emergencySteps({ file: nd20('Điều 28'), stay: nd20('khoản 2 Điều 24') }),
  notes: [
    {
      text: {
        vi: 'Quá 3 tháng do cơ quan quản lý cấp trên của cơ sở quyết định.',
        en: 'Beyond three months the superior agency of the facility decides.',
      },
      cite: nd20('khoản 2 Điều 24'),
    },
  ],
  open: [],
}

const emergencyR26: Edition = {
  ...emergencyR21,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('khoản 2 Điều 21, Điều 24'),
  channels: { among: ['counter'], cite: nd335('Điều 24', 'uncertain') },
  limits: [announcement(nd335('Điều 24', 'uncertain'))],
  steps: emergencySteps({ file: nd335('Điều 24', 'uncertain'), stay: nd335('khoản 2 Điều 21') }),
  notes: [
    {
      text: {
        vi: 'Quá 3 tháng do người đứng đầu cơ sở quyết định.',
        en: 'Beyond three months the head of the facility decides.',
      },
      cite: nd335('khoản 2 Điều 21'),
    },
  ],
  open: ['1', 'PROC-FACILITY-26'],
}

export const emergencyAdmission: Procedure = {
  id: 'emergency_admission',
  name: { vi: 'Tiếp nhận khẩn cấp vào cơ sở', en: 'Emergency admission' },
  about: {
    vi: 'Cho nạn nhân của bạo lực, xâm hại, mua bán, và người lang thang cần nơi ở ngay.',
    en: 'For victims of violence, abuse and trafficking, and for people wandering who need a place at once.',
  },
  benefits: ['facility_care'],
  events: ['admission'],
  begunBy: 'either',
  competent: [facilityHead(nd20('Điều 28'))],
  editions: [emergencyR21, emergencyR26],
}
