import { convention, disabilityClock, nd28 } from '#modules/entitlement'
import { whenNot } from '../file-condition.ts'
import type { Edition, Procedure } from '../procedure.ts'
import { firstOfR21, noneRead, workingDays } from './clocks.ts'
import { communeChair } from './competence.ts'
import { asked, council, forms, isReplacement, law51, posting, tt01 } from './disability-parts.ts'
import { endings, intake, paused, withdraw } from './parts.ts'

const fiveDays = workingDays(5, tt01('thời hạn cấp giấy xác nhận khuyết tật'))

/** The whole is the council’s time and the certificate’s; the conclusion of a medical board comes in between where it is needed. */
const edition: Edition = {
  regime: 'R21',
  from: firstOfR21,
  cite: tt01('thời hạn xác định mức độ khuyết tật'),
  channels: {
    among: ['counter', 'post', 'online', 'home_visit'],
    cite: tt01('hồ sơ, trình tự', 'uncertain'),
  },
  where: {
    vi: 'Ủy ban nhân dân cấp xã nơi cư trú; người ở cơ sở: nơi cơ sở đóng',
    en: 'The commune where the person lives; for residents of a facility, where it stands',
  },
  forms,
  papers: [
    {
      id: 'medical_conclusion',
      name: {
        vi: 'Bản sao kết luận của Hội đồng giám định y khoa, bệnh án, nếu có',
        en: 'Conclusion of a medical board, medical record, if there is one',
      },
      when: whenNot(isReplacement),
      isOptional: true,
      how: 'kept',
      isConfidential: true,
      cite: tt01('hồ sơ đề nghị', 'uncertain'),
    },
  ],
  questions: [asked],
  total: workingDays(
    disabilityClock.workingDays + fiveDays.length,
    tt01('thời hạn xác định mức độ khuyết tật và cấp giấy xác nhận'),
    'complete',
  ),
  limits: [
    {
      id: 'withdrawal',
      name: {
        vi: 'Thu hồi giấy xác nhận cấp sai, kể từ kết luận bằng văn bản',
        en: 'Withdrawal of a wrong certificate, from the written conclusion',
      },
      clock: workingDays(5, tt01('thu hồi giấy xác nhận khuyết tật')),
    },
  ],
  steps: [
    ...withReplacement(intake('assess')),
    {
      id: 'assess',
      name: { vi: 'Hội đồng họp, kết luận', en: 'The council meets and concludes' },
      by: 'disability_council',
      clock: {
        ...workingDays(disabilityClock.workingDays, disabilityClock.cite, 'complete'),
        orBefore: { length: 30, unit: 'calendar_days', cite: law51('Điều 18', 'knowledge') },
      },
      tells: {
        vi: 'Hội đồng của xã sẽ gặp người được trợ giúp, có thể tại nhà. Có kết luận chậm nhất ngày {due}.',
        en: 'The council of the commune meets the person, at home if need be, and concludes by {due}.',
      },
      actions: [
        {
          id: 'conclude',
          label: { vi: 'Ghi kết luận của Hội đồng', en: 'Record the conclusion' },
          to: 'certify',
          proposes: ['certify'],
        },
        {
          id: 'conclude_none',
          label: { vi: 'Ghi kết luận không khuyết tật', en: 'Conclude that there is no disability' },
          to: 'certify',
          proposes: ['refuse'],
          needsReason: true,
        },
        {
          id: 'refer',
          label: { vi: 'Chuyển Hội đồng giám định y khoa', en: 'Refer to the medical board' },
          to: 'medical_board',
          needsReason: true,
        },
        {
          id: 'ask_papers',
          label: { vi: 'Yêu cầu bổ sung', en: 'Ask for what is missing' },
          to: 'paused',
          clock: 'pauses',
          gives: 'supplement_request',
        },
        withdraw,
      ],
    },
    paused('assess'),
    {
      id: 'medical_board',
      name: { vi: 'Chờ Hội đồng giám định y khoa', en: 'Waiting for the medical board' },
      by: 'medical_board',
      clock: noneRead,
      tells: {
        vi: 'Hồ sơ ở Hội đồng giám định y khoa. Giấy xác nhận được cấp trong 5 ngày làm việc sau kết luận.',
        en: 'The file is with the medical board. The certificate follows within five working days of its conclusion.',
      },
      actions: [
        {
          id: 'board_concluded',
          label: { vi: 'Ghi kết luận giám định', en: 'Record its conclusion' },
          to: 'certify',
          proposes: ['certify', 'refuse'],
          alsoBy: ['commune_officer'],
        },
        withdraw,
      ],
    },
    {
      id: 'certify',
      name: { vi: 'Niêm yết, cấp giấy xác nhận', en: 'Posting and certificate' },
      by: 'competent',
      clock: fiveDays,
      tells: {
        vi: 'Đã có kết luận. Xã niêm yết và cấp giấy chậm nhất ngày {due}.',
        en: 'There is a conclusion. It is posted and the certificate issued by {due}.',
      },
      actions: [
        {
          id: 'sign',
          label: { vi: 'Ký giấy xác nhận khuyết tật', en: 'Sign the certificate' },
          to: 'hand_over',
          decides: ['certify'],
        },
        {
          id: 'refuse',
          label: { vi: 'Ký văn bản trả lời không khuyết tật', en: 'Sign that there is no disability' },
          to: 'hand_over',
          decides: ['refuse'],
          needsReason: true,
        },
        {
          id: 'object',
          label: { vi: 'Ghi nhận ý kiến không đồng ý', en: 'Record a disagreement' },
          to: 'objection',
          needsReason: true,
          alsoBy: ['commune_officer'],
        },
      ],
    },
    {
      id: 'objection',
      name: { vi: 'Kiểm tra ý kiến không đồng ý', en: 'Looking into a disagreement' },
      by: 'disability_council',
      clock: workingDays(5, tt01('giải quyết ý kiến về kết luận')),
      prolongs: true,
      tells: {
        vi: 'Xã đang kiểm tra ý kiến không đồng ý và trả lời chậm nhất ngày {due}.',
        en: 'The commune is looking into the disagreement and answers by {due}.',
      },
      actions: [
        {
          id: 'uphold',
          label: { vi: 'Giữ kết luận', en: 'Uphold the conclusion' },
          to: 'certify',
          needsReason: true,
        },
        {
          id: 'refer',
          label: { vi: 'Chuyển Hội đồng giám định y khoa', en: 'Refer to the medical board' },
          to: 'medical_board',
          needsReason: true,
        },
      ],
    },
    {
      id: 'replace',
      name: { vi: 'Cấp đổi, cấp lại giấy', en: 'Replacing the certificate' },
      by: 'competent',
      clock: workingDays(5, tt01('cấp đổi, cấp lại giấy xác nhận khuyết tật'), 'complete'),
      tells: {
        vi: 'Xã cấp lại giấy chậm nhất ngày {due}.',
        en: 'The commune replaces the certificate by {due}.',
      },
      actions: [
        {
          id: 'sign',
          label: { vi: 'Ký giấy xác nhận khuyết tật', en: 'Sign the certificate' },
          to: 'hand_over',
          decides: ['certify'],
        },
        {
          id: 'refuse',
          label: { vi: 'Ký văn bản từ chối', en: 'Sign the refusal' },
          to: 'hand_over',
          decides: ['refuse'],
          needsReason: true,
        },
      ],
    },
    ...endings,
  ],
  posting,
  councils: [council],
  notes: [
    {
      text: {
        vi: 'Giấy xác nhận có giá trị từ ngày ký và không có ngày hết hạn.',
        en: 'The certificate holds from the day it is signed and does not expire.',
      },
      cite: law51('Điều 19'),
    },
    {
      text: {
        vi: 'Kết luận giám định trước ngày 01/06/2012: mất sức từ 81 % là đặc biệt nặng, 61–80 % là nặng, dưới 61 % là nhẹ.',
        en: 'Medical conclusions before 2012-06-01: 81 % and more is exceptionally severe, 61–80 % severe, less is mild.',
      },
      cite: nd28('Điều 3', 'knowledge'),
    },
    {
      text: {
        vi: 'Thông tư cho Hội đồng 20 ngày làm việc, Luật cho 30 ngày; hạn nào đến trước thì theo hạn đó, chẳng hạn qua Tết.',
        en: 'The circular gives the council 20 working days, the Law 30 days; whichever ends first holds, as over Tết.',
      },
      cite: convention('C24'),
    },
  ],
  open: ['PROC-DISABILITY', 'PROC-PAUSE', 'PROC-WAIT'],
}

/** At the counter a mere replacement goes its own way. */
function withReplacement([first, ...rest]: ReturnType<typeof intake>): Edition['steps'] {
  const [accept, ...others] = first.actions
  return [
    {
      ...first,
      actions: [
        { ...accept, when: whenNot(isReplacement) },
        {
          ...accept,
          id: 'accept_replacement',
          label: { vi: 'Nhận đề nghị cấp đổi, cấp lại', en: 'Accept for a replacement' },
          to: 'replace',
          when: isReplacement,
        },
        ...others,
      ],
    },
    ...rest,
  ]
}

export const disabilityDegree: Procedure = {
  id: 'disability_degree',
  name: { vi: 'Xác định mức độ khuyết tật', en: 'Determining the degree of disability' },
  about: {
    vi: 'Cho người cần giấy xác nhận khuyết tật, hoặc cần xác định lại, đổi giấy.',
    en: 'For people who need a disability certificate, a new determination, or a new paper.',
  },
  benefits: [],
  events: [],
  begunBy: 'applicant',
  competent: [communeChair(firstOfR21, law51('Điều 19'))],
  editions: [edition],
}
