import { nd147, nd20, nd335, type Label, type Source } from '#modules/entitlement'
import { answered, belowAge, personHas, personIs, whenAll, whenNot } from '../file-condition.ts'
import type { Actor, Clock, Edition, Paper, Posting, Procedure, Question, Step } from '../procedure.ts'
import {
  atOnce,
  firstOfR21,
  firstOfR25,
  firstOfR26,
  noneRead,
  ofTheWhole,
  workingDays,
  type WaitingClock,
} from './clocks.ts'
import { facilityHead } from './competence.ts'
import { decide, endings, intake, paused, proposals, verify } from './parts.ts'

const which: Question = {
  id: 'admission',
  text: { vi: 'Vào cơ sở theo diện nào?', en: 'On which terms?' },
  answers: [
    {
      id: 'state',
      label: { vi: 'Nhà nước nuôi dưỡng', en: 'Maintained by the State' },
    },
    {
      id: 'voluntary',
      label: { vi: 'Tự nguyện, tự trả chi phí', en: 'Voluntary, at one’s own cost' },
    },
  ],
}
const isVoluntary = answered('admission', 'voluntary')

/** Whoever decides takes the person in. */
const receives: Label = { vi: 'Cơ sở quyết định tiếp nhận', en: 'The facility decides' }

const papers = (cite: Source): readonly Paper[] => [
  {
    id: 'birth_certificate',
    name: { vi: 'Giấy khai sinh của trẻ em', en: 'Birth certificate of the child' },
    when: whenAll(belowAge(16), whenNot(isVoluntary)),
    how: 'kept',
    cite,
  },
  {
    id: 'disability_certificate',
    name: { vi: 'Giấy xác nhận khuyết tật', en: 'Disability certificate' },
    when: whenAll(personIs('disability', 'severe', 'exceptionally_severe'), whenNot(isVoluntary)),
    how: 'kept',
    held: { by: 'register', since: firstOfR21, cite },
    cite,
  },
  {
    id: 'hiv_proof',
    name: {
      vi: 'Giấy xác nhận của cơ quan y tế về nhiễm HIV',
      en: 'Proof of HIV infection by a health authority',
    },
    when: whenAll(personHas('hiv'), whenNot(isVoluntary)),
    how: 'kept',
    isConfidential: true,
    cite,
  },
  {
    id: 'identity_copy',
    name: { vi: 'Bản sao thẻ căn cước', en: 'Copy of the identity card' },
    when: isVoluntary,
    how: 'kept',
    held: { by: 'population_database', since: firstOfR25, cite: nd147('Điều 5', 'uncertain') },
    cite,
  },
]

const posting: Posting = {
  step: 'review',
  where: { vi: 'Trụ sở Ủy ban nhân dân cấp xã', en: 'The office of the commune' },
  shows: [
    { vi: 'Họ và tên', en: 'Name' },
    { vi: 'Năm sinh', en: 'Year of birth' },
    { vi: 'Thôn, tổ dân phố', en: 'Village' },
  ],
  never: [
    { vi: 'Thông tin về HIV/AIDS', en: 'Anything about HIV/AIDS' },
    { vi: 'Số định danh, dạng tật, bệnh', en: 'Identity number, kind of disability, illness' },
  ],
  cite: nd20('điểm b khoản 1 Điều 28'),
}

/** Whoever pays for the place signs a contract; no authority is asked. */
const contract: Step = {
  id: 'contract',
  name: { vi: 'Ký hợp đồng với cơ sở', en: 'Contract with the facility' },
  by: 'facility_head',
  at: 'other',
  clock: noneRead,
  tells: { vi: 'Cơ sở mời ký hợp đồng.', en: 'The facility invites you to sign a contract.' },
  actions: [
    {
      id: 'sign',
      label: { vi: 'Ký hợp đồng, tiếp nhận', en: 'Sign the contract and admit' },
      to: 'hand_over',
      decides: ['admit'],
    },
    {
      id: 'refuse',
      label: { vi: 'Trả lời không tiếp nhận được', en: 'Answer that there is no place' },
      to: 'hand_over',
      decides: ['refuse'],
      needsReason: true,
    },
  ],
}

function atTheCounter(next: string): Edition['steps'] {
  const [first, ...rest] = intake(next)
  const [accept, ...others] = first.actions
  return [
    {
      ...first,
      actions: [
        { ...accept, when: whenNot(isVoluntary) },
        {
          ...accept,
          id: 'accept_contract',
          label: { vi: 'Nhận đề nghị vào cơ sở tự nguyện', en: 'Accept a voluntary admission' },
          to: 'contract',
          when: isVoluntary,
        },
        ...others,
      ],
    },
    ...rest,
  ]
}

/** One office after another; each forwards with its proposal. */
function office(
  id: string,
  options: { readonly name: Label; readonly by: Actor; readonly to: string; readonly clock: Clock },
): Step {
  const { name, by, to, clock } = options
  return {
    id,
    name,
    by,
    clock,
    until: { day: firstOfR25, becomes: 'take_over', cite: nd147('Điều 6–10', 'uncertain') },
    tells: { vi: `${name.vi}: trả lời chậm nhất ngày {due}.`, en: `${name.en}: an answer by {due}.` },
    actions: proposals(to, ['admit']),
  }
}

const admissionR21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 24, Điều 27, Điều 28'),
  channels: { among: ['counter'], cite: nd20('Điều 28') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi cư trú', en: 'The commune where the person lives' },
  forms: [
    {
      number: '07',
      name: { vi: 'Tờ khai đề nghị vào cơ sở trợ giúp xã hội', en: 'Request for admission' },
      when: whenNot(isVoluntary),
      cite: nd20('Phụ lục, Mẫu số 07'),
    },
    {
      number: '08',
      name: { vi: 'Hợp đồng cung cấp dịch vụ chăm sóc tự nguyện', en: 'Contract for voluntary care' },
      when: isVoluntary,
      cite: nd20('Phụ lục, Mẫu số 08'),
    },
  ],
  papers: papers(nd20('Điều 27')),
  questions: [which],
  total: workingDays(27, nd20('Điều 28'), 'complete'),
  steps: [
    ...atTheCounter('review'),
    verify({
      id: 'review',
      name: { vi: 'Xã xét duyệt, niêm yết 7 ngày làm việc', en: 'Review and posting for seven working days' },
      by: 'review_council',
      to: 'appraise',
      clock: workingDays(10, nd20('khoản 1 Điều 28'), 'complete'),
      proposes: ['admit'],
    }),
    paused('review'),
    office('appraise', {
      name: {
        vi: 'Phòng Lao động – Thương binh và Xã hội thẩm định',
        en: 'Appraisal by the district office',
      },
      by: 'district_office',
      to: 'district',
      clock: workingDays(7, nd20('khoản 1 Điều 28')),
    }),
    office('district', {
      name: { vi: 'Chủ tịch UBND cấp huyện xem xét', en: 'The district chair' },
      by: 'district_chair',
      to: 'department',
      clock: workingDays(3, nd20('khoản 1 Điều 28')),
    }),
    office('department', {
      name: { vi: 'Sở xem xét, chuyển cơ sở', en: 'The department, which passes it to the facility' },
      by: 'health_department',
      to: 'decide',
      clock: workingDays(7, nd20('khoản 1 Điều 28')),
    }),
    verify({
      id: 'take_over',
      name: { vi: 'Xã tiếp nhận từ cấp huyện', en: 'Taken over from the district' },
      to: 'decide',
      clock: ofTheWhole,
      proposes: ['admit'],
    }),
    { ...decide({ back: 'review', clock: atOnce, kinds: ['admit'] }), name: receives, at: 'other' },
    contract,
    ...endings,
  ],
  posting,
  limits: [
    {
      id: 'posting',
      name: { vi: 'Niêm yết, trong 10 ngày xét duyệt', en: 'Posting, within the ten days of the review' },
      clock: {
        kind: 'lasts',
        length: 7,
        unit: 'working_days',
        starts: 'complete',
        pauses: false,
        cite: nd20('điểm b khoản 1 Điều 28'),
      },
    },
  ],
  open: ['PROC-PAUSE', 'PROC-WAIT'],
}

const throughCommune = (clocks: {
  readonly verify: WaitingClock
  readonly decide: WaitingClock
}): Edition['steps'] => [
  ...atTheCounter('verify'),
  verify({ to: 'decide', clock: clocks.verify, proposes: ['admit'] }),
  paused('verify'),
  { ...decide({ back: 'verify', clock: clocks.decide, kinds: ['admit'] }), name: receives, at: 'other' },
  contract,
  ...endings,
]

const admissionR25: Edition = {
  ...admissionR21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 6–10', 'uncertain'),
  channels: { among: ['counter', 'post', 'online'], cite: nd147('Điều 6–10', 'uncertain') },
  total: workingDays(10, nd147('Điều 6–10', 'uncertain'), 'complete'),
  steps: throughCommune({ verify: ofTheWhole, decide: ofTheWhole }),
  posting: undefined,
  limits: [],
  open: ['PROC-FACILITY-25', 'PROC-POST', 'PROC-PAUSE', 'PROC-WAIT'],
}

const admissionR26: Edition = {
  ...admissionR25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 21, Điều 24'),
  channels: { among: ['counter', 'post', 'online'], cite: nd335('Điều 24', 'uncertain') },
  forms: [
    {
      number: '04',
      name: { vi: 'Tờ khai đề nghị vào cơ sở trợ giúp xã hội', en: 'Request for admission' },
      when: whenNot(isVoluntary),
      cite: nd335('Mẫu số 04'),
    },
  ],
  papers: papers(nd335('Điều 24', 'uncertain')),
  total: workingDays(5, nd335('Điều 24'), 'complete'),
  steps: throughCommune({
    verify: workingDays(3, nd335('Điều 24'), 'complete'),
    decide: workingDays(2, nd335('Điều 24')),
  }),
  open: ['1', 'PROC-FACILITY-26', 'PROC-FACILITY-AWARD', 'PROC-POST', 'PROC-PAUSE', 'PROC-WAIT'],
}

export const facilityAdmission: Procedure = {
  id: 'facility_admission',
  name: { vi: 'Tiếp nhận vào cơ sở trợ giúp xã hội', en: 'Admission to a facility' },
  about: {
    vi: 'Cho trẻ em, người cao tuổi, người khuyết tật không có nơi nương tựa, và người muốn vào cơ sở tự trả chi phí.',
    en: 'For children, older and disabled people with no one to rely on, and whoever wants a place at their own cost.',
  },
  benefits: ['facility_care'],
  events: ['admission'],
  begunBy: 'applicant',
  competent: [facilityHead(nd20('Điều 28'))],
  editions: [admissionR21, admissionR25, admissionR26],
}
