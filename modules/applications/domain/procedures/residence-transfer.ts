import { nd147, nd20, nd335 } from '#modules/entitlement'
import { answered, whenNot } from '../file-condition.ts'
import type { Action, Edition, Procedure, Question, Step } from '../procedure.ts'
import { isWaiting } from '../edition.ts'
import { papersOf } from './papers.ts'
import { firstOfR21, firstOfR25, firstOfR26, noneRead, workingDays, type WaitingClock } from './clocks.ts'
import { districtThenCommune } from './competence.ts'
import { decide, endings, intake, paused, verify, withdraw } from './parts.ts'

const how: Question = {
  id: 'move',
  text: { vi: 'Chuyển đến đâu?', en: 'Where to?' },
  answers: [
    { id: 'same_district', label: { vi: 'Xã khác trong cùng huyện', en: 'Another commune of the district' } },
    { id: 'away', label: { vi: 'Huyện khác, tỉnh khác', en: 'Another district or province' } },
  ],
}
const isNear = answered('move', 'same_district')

const sendOn: Action = {
  id: 'sign',
  label: { vi: 'Ký thôi chi trả tại nơi cũ, gửi hồ sơ', en: 'End the payment here and send the file on' },
  to: 'verify',
  decides: ['transfer'],
}

/** A former file ended the payment and never arrived: what was ended goes on by this one. */
export const endedBefore = 'ended_before'

/** Where the old place pays again: who moved is back, or never came. */
export const takingBack = 'take_back'

/** What was ended is not withdrawn or refused at the new place, or it would be paid nowhere: the old place goes on with it. */
const sendBack: Action = {
  id: 'pay_there_again',
  label: {
    vi: 'Người này không đến ở hoặc đã trở lại: chuyển nơi cũ chi trả tiếp',
    en: 'Never came, or has gone back: have the old place pay again',
  },
  to: takingBack,
  needsReason: true,
}

const returned: readonly Step[] = [
  {
    id: takingBack,
    name: { vi: 'Nơi cũ chi trả trở lại', en: 'The old place pays again' },
    by: 'competent',
    at: 'other',
    clock: noneRead,
    tells: {
      vi: 'Nơi ở cũ đang ra quyết định chi trả tiếp, không mất tháng nào.',
      en: 'The old place is deciding to go on paying; no month is lost.',
    },
    actions: [
      {
        id: 'sign',
        label: { vi: 'Ký chi trả tiếp tại nơi cũ', en: 'Go on paying at the old place' },
        to: 'hand_over_back',
        decides: ['transfer'],
      },
      {
        id: 'send_on',
        label: {
          vi: 'Người này vẫn ở nơi mới: gửi lại hồ sơ',
          en: 'Lives at the new place after all: send it on',
        },
        to: 'verify',
        alsoBy: ['commune_officer'],
        needsReason: true,
      },
    ],
  },
  {
    id: 'hand_over_back',
    name: { vi: 'Nơi cũ trả kết quả', en: 'Handing over at the old place' },
    by: 'one_stop',
    at: 'other',
    clock: {
      kind: 'none',
      why: { vi: 'Quyết định đã ký; chờ người nhận', en: 'The decision is signed; it waits for the person' },
    },
    tells: {
      vi: 'Đã có kết quả ở nơi ở cũ. Mời đến Bộ phận Một cửa nơi ấy hoặc xem trên cổng.',
      en: 'The answer is there at the old place: at its one-stop desk, or on the portal.',
    },
    actions: [{ id: 'hand_over', label: { vi: 'Trả kết quả', en: 'Hand over the result' }, to: 'done' }],
  },
]

/** The old place ends its payment and sends the file; the new one decides at its own level. No month twice, and none lost. */
const leave: Step = {
  id: 'leave',
  name: { vi: 'Nơi cũ thôi chi trả, gửi hồ sơ', en: 'The old place ends its payment' },
  by: 'competent',
  at: 'other',
  clock: noneRead,
  tells: {
    vi: 'Nơi ở cũ đang kết thúc chi trả và gửi hồ sơ đến nơi mới.',
    en: 'The old place is ending its payment and sends the file to the new one.',
  },
  actions: [
    sendOn,
    {
      id: 'refuse',
      label: { vi: 'Ký văn bản từ chối', en: 'Sign the refusal' },
      to: 'hand_over',
      decides: ['refuse'],
      needsReason: true,
    },
    {
      id: endedBefore,
      label: {
        vi: 'Nơi cũ đã thôi chi trả từ trước: gửi hồ sơ',
        en: 'The payment ended here before: send the file on',
      },
      to: 'verify',
      alsoBy: ['commune_officer'],
    },
    withdraw,
  ],
}

/**
 * Once the old place has ended its payment the file only goes on: withdrawn or refused, what was ended would be paid nowhere.
 */
function goingOn(step: Step): Step {
  if (!isWaiting(step)) return step
  const [first, ...others] = step.actions.filter(
    ({ id, proposes, decides }) => id !== 'withdraw' && !(proposes ?? decides)?.includes('refuse'),
  )
  return { ...step, actions: [first!, ...others] } // Each of them has a way on.
}

function orBack(step: Step): Step {
  return isWaiting(step) ? { ...step, actions: [...step.actions, sendBack] } : step
}

const arrive = (clocks: {
  readonly verify: WaitingClock
  readonly decide: WaitingClock
}): readonly Step[] => [
  orBack(
    goingOn(
      verify({
        name: { vi: 'Nơi mới xem hồ sơ', en: 'The new place looks into it' },
        to: 'decide',
        clock: clocks.verify,
        proposes: ['transfer', 'adjust'],
      }),
    ),
  ),
  goingOn(paused('verify')),
  goingOn(decide({ back: 'verify', clock: clocks.decide, kinds: ['transfer', 'adjust'] })),
  ...returned,
]

const { residence, identity } = papersOf(nd20('Điều 9'), nd147('Điều 5'))
const [intakeStep, incomplete] = intake('leave')
const [accept, ...otherwise] = intakeStep.actions

const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('khoản 2, khoản 3 Điều 8', 'knowledge'),
  channels: { among: ['counter'], cite: nd20('Điều 8') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi ở mới', en: 'The commune one has moved to' },
  forms: [],
  papers: [
    { ...residence, cite: nd20('Điều 8') },
    { ...identity, cite: nd20('Điều 8') },
  ],
  questions: [how],
  total: {
    kind: 'none',
    why: {
      vi: 'Mỗi cơ quan có thời hạn riêng: 3 + 3 hoặc 3 + 5 ngày làm việc',
      en: 'Each office has its own time: 3 + 3 or 3 + 5 working days',
    },
  },
  steps: [
    {
      ...intakeStep,
      actions: [
        { ...accept, when: whenNot(isNear) },
        {
          ...accept,
          id: 'accept_near',
          label: { vi: 'Nhận đề nghị chuyển trong huyện', en: 'Accept a move within the district' },
          to: 'near',
          when: isNear,
        },
        ...otherwise,
      ],
    },
    incomplete,
    {
      id: 'near',
      name: { vi: 'Xã mới gửi đề nghị lên huyện', en: 'The new commune writes to the district' },
      by: 'commune_officer',
      clock: workingDays(3, nd20('Điều 8'), 'complete'),
      until: { day: firstOfR25, becomes: 'leave', cite: nd147('Điều 5', 'knowledge') },
      tells: {
        vi: 'Xã gửi đề nghị chậm nhất ngày {due}.',
        en: 'The commune writes to the district by {due}.',
      },
      actions: [
        {
          id: 'forward',
          label: { vi: 'Gửi đề nghị lên huyện', en: 'Send to the district' },
          to: 'near_office',
        },
        withdraw,
      ],
    },
    {
      id: 'near_office',
      name: { vi: 'Huyện đổi nơi chi trả', en: 'The district changes where it is paid' },
      by: 'district_office',
      clock: workingDays(3, nd20('Điều 8')),
      until: { day: firstOfR25, becomes: 'leave', cite: nd147('Điều 5', 'knowledge') },
      tells: { vi: 'Huyện đổi nơi chi trả chậm nhất ngày {due}.', en: 'The place is changed by {due}.' },
      actions: [
        {
          id: 'change_place',
          label: { vi: 'Đổi nơi chi trả, không cần quyết định mới', en: 'Change the place, no new decision' },
          to: 'hand_over',
        },
      ],
    },
    leave,
    ...arrive({ verify: workingDays(3, nd20('Điều 8')), decide: workingDays(5, nd20('Điều 8')) }),
    ...endings,
  ],
  notes: [
    {
      text: {
        vi: 'Nơi mới trả từ tháng ngay sau tháng nơi cũ thôi trả, theo mức của nơi mới.',
        en: 'The new place pays from the month after the old one has stopped, at its own level.',
      },
      cite: nd20('Điều 8'),
    },
  ],
  open: ['PROC-PAUSE', 'PROC-WAIT'],
}

const r25: Edition = {
  ...r21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 5'),
  channels: { among: ['counter', 'post', 'online'], cite: nd147('khoản 1 Điều 5') },
  papers: [
    { ...residence, cite: nd147('Điều 5') },
    { ...identity, cite: nd147('Điều 5') },
  ],
  questions: [],
  total: noneRead,
  steps: [...intake('leave'), leave, ...arrive({ verify: noneRead, decide: noneRead }), ...endings],
  open: ['PROC-MOVE', 'PROC-PAUSE', 'PROC-WAIT'],
}

const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 8'),
  channels: { among: ['counter', 'post', 'online'], cite: nd335('Điều 8') },
  papers: [
    { ...residence, cite: nd335('Điều 8') },
    { ...identity, cite: nd335('Điều 8') },
  ],
  notes: [
    {
      text: {
        vi: 'Nơi mới trả từ tháng nơi cũ thôi trả, là tháng đầu tiên nơi cũ không trả nữa (C22), theo mức của nơi mới.',
        en: 'The new place pays from the first month the old one does not (C22), at its own level.',
      },
      cite: nd335('Điều 8', 'uncertain'),
    },
  ],
  open: ['PROC-MOVE', 'PROC-PAUSE', 'PROC-WAIT'],
}

export const residenceTransfer: Procedure = {
  id: 'residence_transfer',
  name: { vi: 'Chuyển nơi hưởng', en: 'Moving an allowance' },
  about: {
    vi: 'Cho người đang hưởng trợ cấp chuyển đến sống ở xã khác. Xã chỉ đổi tên hoặc sáp nhập thì không phải làm.',
    en: 'For recipients who move to another commune. Nothing is needed where a commune was only renamed or merged.',
  },
  benefits: ['monthly_allowance', 'social_pension', 'care_support', 'parenting_support'],
  events: [],
  begunBy: 'applicant',
  competent: districtThenCommune,
  editions: [r21, r25, r26],
}
