import type { Label } from '#modules/entitlement'
import type { Action, Actor, DecisionKind, Edition, Step } from '../procedure.ts'
import { noneRead, ofTheWhole, onlyWhenComplete, waitsForThePerson, type WaitingClock } from './clocks.ts'

type Waiting = Extract<Step, { readonly by: Actor }>

export const withdraw: Action = {
  id: 'withdraw',
  label: { vi: 'Rút hồ sơ theo đề nghị', en: 'Withdraw at the applicant’s request' },
  to: 'withdrawn',
  alsoBy: ['applicant'],
}

const decline: Action = {
  id: 'decline',
  label: { vi: 'Từ chối tiếp nhận', en: 'Decline to receive' },
  to: 'declined',
  gives: 'refusal_to_receive',
  needsReason: true,
}

/** The counter: a file is complete, or something is missing. */
export function intake(next: string): readonly [Waiting, Waiting] {
  return [
    {
      id: 'intake',
      name: { vi: 'Tiếp nhận', en: 'Intake' },
      by: 'one_stop',
      clock: onlyWhenComplete,
      tells: {
        vi: 'Xã đã nhận hồ sơ và đang xem giấy tờ đã đủ chưa.',
        en: 'The commune has your file and is checking that nothing is missing.',
      },
      actions: [
        {
          id: 'accept',
          label: { vi: 'Nhận hồ sơ đủ giấy tờ', en: 'Accept the complete file' },
          to: next,
          clock: 'completes',
          gives: 'receipt',
        },
        {
          id: 'ask_papers',
          label: { vi: 'Yêu cầu bổ sung', en: 'Ask for what is missing' },
          to: 'incomplete',
          gives: 'supplement_request',
        },
        decline,
        withdraw,
      ],
    },
    {
      id: 'incomplete',
      name: { vi: 'Chờ nộp đủ giấy tờ', en: 'Waiting for papers' },
      by: 'applicant',
      clock: waitsForThePerson,
      tells: {
        vi: 'Hồ sơ còn thiếu: {missing}. Khi nộp đủ, xã bắt đầu tính ngày trả lời.',
        en: 'Still missing: {missing}. The days for an answer begin once it is there.',
      },
      actions: [
        {
          id: 'supply',
          label: { vi: 'Nhận giấy tờ bổ sung', en: 'Take in the missing papers' },
          to: 'intake',
          alsoBy: ['one_stop', 'commune_officer'],
        },
        { ...decline, alsoBy: ['one_stop'] },
        { ...withdraw, alsoBy: ['one_stop'] },
      ],
    },
  ]
}

/** Nobody is told a last day where the law names none. */
const hasNoTime = (clock: WaitingClock) => clock.kind === 'none'

export const askPapers: Action = {
  id: 'ask_papers',
  label: { vi: 'Yêu cầu bổ sung', en: 'Ask for what is missing' },
  to: 'paused',
  clock: 'pauses',
  gives: 'supplement_request',
}

/** Papers turned out to be missing after all: the clock stands still until they come. */
export function paused(back: string): Step {
  return {
    id: 'paused',
    name: { vi: 'Tạm dừng: chờ bổ sung', en: 'Paused: waiting for papers' },
    by: 'applicant',
    clock: waitsForThePerson,
    tells: {
      vi: 'Xã cần thêm: {missing}. Thời hạn tạm dừng đến khi xã nhận được.',
      en: 'The commune needs {missing}. The clock stands still until it is there.',
    },
    actions: [
      {
        id: 'supply',
        label: { vi: 'Nhận giấy tờ bổ sung', en: 'Take in the missing papers' },
        to: back,
        clock: 'resumes',
        alsoBy: ['one_stop', 'commune_officer'],
      },
      {
        id: 'go_on_without',
        label: { vi: 'Giải quyết với giấy tờ đã có', en: 'Go on with what there is' },
        to: back,
        clock: 'resumes',
        needsReason: true,
        alsoBy: ['commune_officer'],
      },
      { ...withdraw, alsoBy: ['one_stop'] },
    ],
  }
}

/** An officer looks into it and drafts what is to be signed. */
export function verify(options: {
  readonly to: string
  readonly clock: WaitingClock
  readonly proposes: readonly [DecisionKind, ...DecisionKind[]]
  readonly id?: string
  readonly name?: Label
  readonly by?: Actor
}): Step {
  const { to, clock, proposes, id = 'verify', by = 'commune_officer' } = options
  return {
    id,
    name: options.name ?? { vi: 'Xác minh', en: 'Verification' },
    by,
    clock,
    tells: hasNoTime(clock)
      ? { vi: 'Xã đang kiểm tra hồ sơ.', en: 'The commune is looking into it.' }
      : {
          vi: 'Xã đang kiểm tra hồ sơ. Xã trả lời chậm nhất ngày {due}.',
          en: 'The commune is looking into it and answers by {due}.',
        },
    actions: [...proposals(to, proposes), askPapers, withdraw],
  }
}

/** A grant or a refusal, drafted for whoever is next. */
export function proposals(
  to: string,
  proposes: readonly [DecisionKind, ...DecisionKind[]],
): readonly [Action, Action] {
  return [
    {
      id: 'propose',
      label: { vi: 'Trình giải quyết', en: 'Propose to grant' },
      to,
      proposes,
      gives: 'submission_note',
    },
    {
      id: 'propose_refusal',
      label: { vi: 'Trình từ chối', en: 'Propose to refuse' },
      to,
      proposes: ['refuse'],
      needsReason: true,
    },
  ]
}

/** Whoever is competent signs, refuses with reasons, or gives the file back. */
export function decide(options: {
  readonly back: string
  readonly clock: WaitingClock
  readonly kinds: readonly [DecisionKind, ...DecisionKind[]]
  readonly to?: string
}): Waiting {
  const { to = 'hand_over' } = options
  return {
    id: 'decide',
    name: { vi: 'Ký quyết định', en: 'Decision' },
    by: 'competent',
    clock: options.clock,
    tells: hasNoTime(options.clock)
      ? { vi: 'Hồ sơ đang chờ ký.', en: 'The file waits to be signed.' }
      : {
          vi: 'Hồ sơ đang chờ ký. Trả lời chậm nhất ngày {due}.',
          en: 'The file waits to be signed. The answer comes by {due}.',
        },
    actions: [
      {
        id: 'sign',
        label: { vi: 'Ký quyết định', en: 'Sign the decision' },
        to,
        decides: options.kinds,
      },
      {
        id: 'refuse',
        label: { vi: 'Ký văn bản từ chối', en: 'Sign the refusal' },
        to: 'hand_over',
        decides: ['refuse'],
        needsReason: true,
      },
      {
        id: 'send_back',
        label: { vi: 'Trả lại để xem thêm', en: 'Send back' },
        to: options.back,
        needsReason: true,
      },
    ],
  }
}

/** The whole way where one office does everything: verified and signed within the days of the whole, or their own. */
export function oneOffice(
  proposes: readonly [DecisionKind, ...DecisionKind[]],
  clocks: { readonly verify?: WaitingClock; readonly decide?: WaitingClock } = {},
): Edition['steps'] {
  return [
    ...intake('verify'),
    verify({ to: 'decide', clock: clocks.verify ?? ofTheWhole, proposes }),
    paused('verify'),
    decide({ back: 'verify', clock: clocks.decide ?? ofTheWhole, kinds: proposes }),
    ...endings,
  ]
}

/** The way of what an officer begins by duty: no counter, no papers to wait for. */
export function byDuty(options: {
  readonly name: Label
  readonly tells: Label
  readonly act: Label
  readonly proposes: readonly [DecisionKind, ...DecisionKind[]]
  readonly clocks?: { readonly verify?: WaitingClock; readonly decide?: WaitingClock }
}): Edition['steps'] {
  const { name, tells, act, proposes, clocks = {} } = options
  const drop: Action = {
    id: 'drop',
    label: { vi: 'Không đề nghị nữa', en: 'Drop it' },
    to: 'withdrawn',
    needsReason: true,
  }
  const propose: Action = { id: 'propose', label: act, to: 'decide', proposes, gives: 'submission_note' }
  const own = (clock: WaitingClock | undefined) => ({ clock: clock ?? noneRead, tells })
  return [
    {
      id: 'prepare',
      name,
      by: 'commune_officer',
      ...own(clocks.verify),
      actions: [{ ...propose, clock: 'completes' }, drop],
    },
    {
      id: 'revise',
      name: { vi: 'Xem lại đề nghị', en: 'Revising the proposal' },
      by: 'commune_officer',
      ...own(clocks.verify),
      actions: [propose, drop],
    },
    {
      id: 'decide',
      name: { vi: 'Ký quyết định', en: 'Decision' },
      by: 'competent',
      ...own(clocks.decide),
      actions: [
        {
          id: 'sign',
          label: { vi: 'Ký quyết định', en: 'Sign the decision' },
          to: 'hand_over',
          decides: proposes,
        },
        {
          id: 'send_back',
          label: { vi: 'Trả lại để xem thêm', en: 'Send back' },
          to: 'revise',
          needsReason: true,
        },
      ],
    },
    ...endings.filter(({ id }) => id !== 'declined'),
  ]
}

/** Where every file that was decided comes to, and those that were not. */
export const endings: readonly Step[] = [
  {
    id: 'hand_over',
    name: { vi: 'Trả kết quả', en: 'Handing over' },
    by: 'one_stop',
    clock: {
      kind: 'none',
      why: {
        vi: 'Quyết định đã ký; chờ người nhận',
        en: 'The decision is signed; it waits for the person',
      },
    },
    tells: {
      vi: 'Đã có kết quả. Mời đến Bộ phận Một cửa nhận hoặc xem trên cổng.',
      en: 'The answer is there: at the one-stop desk, or on the portal.',
    },
    actions: [
      {
        id: 'hand_over',
        label: { vi: 'Trả kết quả', en: 'Hand over the result' },
        to: 'done',
      },
    ],
  },
  {
    id: 'done',
    name: { vi: 'Đã trả kết quả', en: 'Handed over' },
    tells: { vi: 'Kết quả đã được trao.', en: 'The answer has been handed over.' },
    ends: 'decided',
  },
  {
    id: 'withdrawn',
    name: { vi: 'Đã rút', en: 'Withdrawn' },
    tells: { vi: 'Hồ sơ đã rút theo đề nghị.', en: 'The file was withdrawn as asked.' },
    ends: 'withdrawn',
  },
  {
    id: 'declined',
    name: { vi: 'Không tiếp nhận', en: 'Not received' },
    tells: {
      vi: 'Xã không nhận hồ sơ này: {reason}.',
      en: 'The commune did not take this file in: {reason}.',
    },
    ends: 'not_received',
  },
]
