import { law, nd147, nd20, nd335, type RegimeId } from '#modules/entitlement'
import { belowAge, fromAge, personHas, personIs, whenAll, whenAny, whenNot } from '../file-condition.ts'
import type { Clock, Edition, Form, Posting, Procedure } from '../procedure.ts'
import { papersOf } from './papers.ts'
import {
  decide,
  districtThenCommune,
  endings,
  firstOfR21,
  firstOfR25,
  firstOfR26,
  intake,
  ofTheWhole,
  paused,
  proposals,
  verify,
  workingDays,
} from './parts.ts'

/** The time for a decision stands in the law already, beside the month where money starts. */
export function timeToDecide(regime: RegimeId): Clock {
  const { workingDays: days, cite } = law.procedures.find(({ id }) => id === regime)!
  return workingDays(days, cite, 'complete')
}

const severe = personIs('disability', 'severe', 'exceptionally_severe')

/** Only 1d was seen named for its group; the others go by what communes do. */
const formsR21: readonly Form[] = [
  {
    number: '1a',
    name: {
      vi: 'Tờ khai trợ giúp xã hội: trẻ em và người từ 16 tuổi đang học',
      en: 'Declaration: children, and those who study on after 16',
    },
    when: whenAll(
      whenAny(belowAge(16), personHas('wasChildWithoutSupport')),
      whenNot(severe),
      whenNot(personHas('hiv')),
    ),
    cite: nd20('Phụ lục, Mẫu số 1a', 'uncertain'),
  },
  {
    number: '1b',
    name: { vi: 'Tờ khai trợ giúp xã hội: người nhiễm HIV', en: 'Declaration: people with HIV' },
    when: personHas('hiv'),
    cite: nd20('Phụ lục, Mẫu số 1b', 'uncertain'),
  },
  {
    number: '1c',
    name: {
      vi: 'Tờ khai trợ giúp xã hội: người đơn thân nghèo đang nuôi con',
      en: 'Declaration: poor single parents',
    },
    when: personIs('singleParent', 'never_married', 'spouse_dead', 'spouse_missing'),
    cite: nd20('Phụ lục, Mẫu số 1c', 'uncertain'),
  },
  {
    number: '1d',
    name: { vi: 'Tờ khai trợ giúp xã hội: người cao tuổi', en: 'Declaration: older people' },
    when: whenAll(fromAge(60), whenNot(severe)),
    cite: nd20('Phụ lục, Mẫu số 1d', 'knowledge'),
  },
  {
    number: '1đ',
    name: { vi: 'Tờ khai trợ giúp xã hội: người khuyết tật', en: 'Declaration: people with a disability' },
    when: severe,
    cite: nd20('Phụ lục, Mẫu số 1đ', 'uncertain'),
  },
]

const postingR21: Posting = {
  step: 'posting',
  where: { vi: 'Trụ sở Ủy ban nhân dân cấp xã', en: 'The office of the commune' },
  shows: [
    { vi: 'Họ và tên', en: 'Name' },
    { vi: 'Năm sinh', en: 'Year of birth' },
    { vi: 'Thôn, tổ dân phố', en: 'Village' },
    { vi: 'Kết quả xét: đề nghị hưởng hoặc không', en: 'Whether a grant is proposed' },
  ],
  never: [
    { vi: 'Thông tin về HIV/AIDS', en: 'Anything about HIV/AIDS' },
    { vi: 'Khoản, điểm làm căn cứ hưởng', en: 'The clause the right rests on' },
    { vi: 'Số định danh, dạng tật, bệnh', en: 'Identity number, kind of disability, illness' },
  ],
  cite: nd20('điểm b khoản 1 Điều 8'),
}

const { residence, identity, birthCertificate, disabilityCertificate, hivProof } = papersOf(
  nd20('điểm a khoản 1 Điều 8'),
)

/** Districts ended: what lay there came to the commune where the person lives, which looks at it before it is signed. */
const dissolved = { day: firstOfR25, becomes: 'take_over', cite: nd147('Điều 5') } as const

/** Commune, posting, district office, district chair: twenty working days when nobody objects. */
const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 7, Điều 8'),
  channels: { among: ['counter'], cite: nd20('khoản 1 Điều 8') },
  where: {
    vi: 'Ủy ban nhân dân xã, phường, thị trấn nơi cư trú',
    en: 'The commune where the person lives',
  },
  forms: formsR21,
  papers: [residence, identity, birthCertificate, disabilityCertificate, hivProof],
  total: timeToDecide('R21'),
  steps: [
    ...intake('review'),
    verify({
      id: 'review',
      name: { vi: 'Rà soát, họp xét duyệt', en: 'Review and meeting' },
      by: 'review_council',
      to: 'posting',
      clock: workingDays(7, nd20('điểm b khoản 1 Điều 8'), 'complete'),
      proposes: ['grant', 'adjust'],
    }),
    paused('review'),
    {
      id: 'posting',
      name: { vi: 'Niêm yết công khai', en: 'Public posting' },
      by: 'commune_officer',
      clock: {
        kind: 'lasts',
        length: 2,
        unit: 'working_days',
        starts: 'entered',
        pauses: false,
        cite: nd20('điểm b khoản 1 Điều 8'),
      },
      tells: {
        vi: 'Xã dán công khai kết quả xét đến hết ngày {due}. Không có thông tin về bệnh.',
        en: 'The result is posted until {due}, without anything about illness.',
      },
      actions: [
        {
          id: 'no_objection',
          label: { vi: 'Kết thúc niêm yết', en: 'End the posting' },
          to: 'forward',
        },
        {
          id: 'object',
          label: { vi: 'Ghi nhận khiếu nại', en: 'Record an objection' },
          to: 'objection',
          needsReason: true,
        },
      ],
    },
    {
      id: 'objection',
      name: { vi: 'Xem xét khiếu nại', en: 'Objection' },
      by: 'review_council',
      clock: workingDays(10, nd20('điểm c khoản 1 Điều 8')),
      prolongs: true,
      tells: {
        vi: 'Có ý kiến khiếu nại về kết quả xét. Xã kết luận chậm nhất ngày {due}.',
        en: 'Somebody objected. The commune concludes by {due}.',
      },
      actions: proposals('forward', ['grant', 'adjust']),
    },
    {
      id: 'forward',
      name: { vi: 'Chuyển Phòng Lao động – Thương binh và Xã hội', en: 'To the district office' },
      by: 'commune_officer',
      clock: workingDays(3, nd20('điểm c khoản 1 Điều 8')),
      until: dissolved,
      tells: {
        vi: 'Xã đang gửi hồ sơ lên huyện.',
        en: 'The commune is sending the file to the district.',
      },
      actions: [
        {
          id: 'forward',
          label: { vi: 'Gửi hồ sơ lên huyện', en: 'Send to the district' },
          to: 'appraise',
        },
      ],
    },
    {
      id: 'appraise',
      name: {
        vi: 'Phòng Lao động – Thương binh và Xã hội thẩm định',
        en: 'Appraisal by the district office',
      },
      by: 'district_office',
      clock: workingDays(7, nd20('điểm d khoản 1 Điều 8')),
      until: dissolved,
      tells: {
        vi: 'Huyện đang kiểm tra hồ sơ. Chậm nhất ngày {due} huyện trình ký.',
        en: 'The district is looking into it and submits it by {due}.',
      },
      actions: proposals('decide', ['grant', 'adjust']),
    },
    verify({
      id: 'take_over',
      name: { vi: 'Xã tiếp nhận từ cấp huyện', en: 'Taken over from the district' },
      to: 'decide',
      clock: ofTheWhole,
      proposes: ['grant', 'adjust'],
    }),
    decide({
      back: 'appraise',
      clock: workingDays(3, nd20('điểm d khoản 1 Điều 8')),
      kinds: ['grant', 'adjust'],
    }),
    ...endings,
  ],
  posting: postingR21,
  open: ['R21-20', 'PROC-PAUSE', 'PROC-WAIT', 'PROC-FORMS-21'],
}

/** From the commune alone; the chair there decides. */
const oneOffice: Edition['steps'] = [
  ...intake('verify'),
  verify({ to: 'decide', clock: ofTheWhole, proposes: ['grant', 'adjust'] }),
  paused('verify'),
  decide({ back: 'verify', clock: ofTheWhole, kinds: ['grant', 'adjust'] }),
  ...endings,
]

const lookedUpR25 = nd147('Điều 5')
const papersR25 = papersOf(nd20('điểm a khoản 1 Điều 8'), lookedUpR25)

const r25: Edition = {
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 5'),
  channels: { among: ['counter', 'post', 'online'], cite: nd147('khoản 1 Điều 5') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi cư trú', en: 'The commune where the person lives' },
  forms: formsR21,
  papers: [
    papersR25.residence,
    papersR25.identity,
    papersR25.birthCertificate,
    papersR25.disabilityCertificate,
    papersR25.hivProof,
  ],
  total: timeToDecide('R25'),
  steps: oneOffice,
  open: ['PROC-PAUSE', 'PROC-WAIT', 'PROC-FORMS-21', 'PROC-POST'],
}

const papersR26 = papersOf(nd335('Điều 7', 'uncertain'), nd335('Điều 8'))

const r26: Edition = {
  regime: 'R26',
  from: firstOfR26,
  cite: nd335('Điều 7, Điều 8'),
  channels: { among: ['counter', 'post', 'online'], cite: nd335('Điều 8') },
  where: {
    vi: 'Bất kỳ Bộ phận Một cửa nào, qua bưu chính hoặc Cổng Dịch vụ công quốc gia',
    en: 'Any one-stop desk, by post, or on the national portal',
  },
  forms: [
    {
      number: '01',
      name: {
        vi: 'Tờ khai đề nghị trợ cấp xã hội, trợ cấp hưu trí xã hội',
        en: 'Declaration for the allowance and the social pension',
      },
      cite: nd335('Điều 7'),
    },
  ],
  papers: [
    papersR26.residence,
    papersR26.identity,
    papersR26.birthCertificate,
    papersR26.disabilityCertificate,
    papersR26.hivProof,
  ],
  total: timeToDecide('R26'),
  steps: oneOffice,
  open: ['1', 'PROC-PAUSE', 'PROC-WAIT', 'PROC-PAPERS-26', 'PROC-POST'],
}

export const monthlyAllowance: Procedure = {
  id: 'monthly_allowance',
  name: { vi: 'Trợ cấp xã hội hằng tháng', en: 'Monthly social allowance' },
  about: {
    vi: 'Cho trẻ em không có nguồn nuôi dưỡng, người khuyết tật nặng, người đơn thân nghèo nuôi con, người cao tuổi nghèo và một số người khác.',
    en: 'For children without support, people with a severe disability, poor single parents, poor older people and some others.',
  },
  benefits: ['monthly_allowance'],
  begunBy: 'applicant',
  competent: districtThenCommune,
  editions: [r21, r25, r26],
}
