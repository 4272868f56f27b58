import type { DecisionKind, ProcedureId } from '#modules/applications'
import type { Doing } from './days.ts'

/** Whom a story needs: who has a right and no award, who has none, who receives something, who died, or anybody. */
export type Need = 'pensioner' | 'disabled' | 'tooYoung' | 'recipient' | 'dead'

/** What was done about a file, and how many working days ago. */
export type Told = readonly [doing: Doing, days: number]

/** A file and its way so far, seen from the morning after the last day of the demonstration. */
export type Story = {
  readonly procedure: ProcedureId
  readonly need: Need
  readonly channel?: 'counter' | 'post' | 'online'
  /** Nobody has found the person in the register yet. */
  readonly isUnmatched?: true
  readonly answers?: Readonly<Record<string, string>>
  readonly proposes?: { readonly kind: DecisionKind; readonly action?: string; readonly reason: string }
  readonly told: readonly Told[]
  readonly words?: Partial<Record<'askPapers' | 'withdraw' | 'decline' | 'giveBack' | 'appeal', string>>
}

const pension = { procedure: 'social_pension', need: 'pensioner' } as const
const allowance = { procedure: 'monthly_allowance', need: 'disabled' } as const
const grant = { kind: 'grant', reason: '' } as const
const refusal = {
  kind: 'refuse',
  action: 'propose_refusal',
  reason: 'Chưa đủ 75 tuổi và không thuộc hộ nghèo, hộ cận nghèo. Mời nộp lại khi đủ tuổi.',
} as const
const tooYoung = { procedure: 'social_pension', need: 'tooYoung', proposes: refusal } as const
const accepted = (days: number) => [['receive', days] as const, ['accept', days] as const] as const
const unread = 'Ảnh chụp thẻ căn cước chưa rõ số, đề nghị xuất trình lại.'

/**
 * A desk of a commune as it is on a morning: most files well in time, some near their day, few over it, and those of the
 * last weeks that were answered. The time for an answer is seven working days.
 */
export const stories: readonly Story[] = [
  { ...pension, proposes: grant, told: [...accepted(4), ['take', 4], ['propose', 2]] },
  { ...allowance, proposes: grant, told: [...accepted(6), ['take', 6], ['propose', 4], ['sign', 2]] },
  { ...pension, channel: 'online', isUnmatched: true, told: [['receive', 1]] },
  { ...allowance, told: [...accepted(1), ['take', 1]] },
  { ...pension, proposes: grant, told: [...accepted(7), ['take', 6], ['propose', 2]] },
  {
    ...allowance,
    told: [...accepted(6), ['take', 5], ['askPapers', 4]],
    words: { askPapers: 'Giấy xác nhận khuyết tật rách, không đọc được mức độ.' },
  },
  { ...tooYoung, told: [...accepted(12), ['take', 12], ['propose', 9], ['sign', 7], ['handOver', 6]] },
  { ...pension, told: [...accepted(5), ['take', 4]] },
  {
    procedure: 'suspension',
    need: 'recipient',
    answers: { suspension_ground: 'refuses' },
    proposes: {
      kind: 'suspend',
      reason: 'Đã mời hai lần, không cung cấp thông tin để rà soát điều kiện hưởng.',
    },
    told: [
      ['receive', 8],
      ['propose', 7],
      ['sign', 5],
      ['handOver', 4],
    ],
  },
  { ...allowance, proposes: grant, told: [...accepted(5), ['take', 5], ['propose', 3]] },
  {
    ...pension,
    channel: 'post',
    told: [
      ['receive', 3],
      ['askPapers', 2],
    ],
    words: { askPapers: unread },
  },
  {
    ...pension,
    proposes: grant,
    told: [...accepted(10), ['take', 9], ['propose', 7], ['sign', 5], ['handOver', 4]],
  },
  {
    ...tooYoung,
    told: [...accepted(18), ['take', 18], ['propose', 15], ['sign', 13], ['handOver', 12], ['appeal', 4]],
    words: { appeal: 'Tôi sinh năm 1951, khai sinh ghi sai. Đề nghị xã xem lại giấy tờ của tôi.' },
  },
  { ...allowance, told: [...accepted(9), ['take', 8]] },
  {
    ...pension,
    proposes: grant,
    told: [...accepted(5), ['take', 5], ['propose', 3], ['giveBack', 2]],
    words: { giveBack: 'Đề nghị ghi rõ hình thức nhận tiền trước khi trình lại.' },
  },
  {
    procedure: 'termination',
    need: 'recipient',
    answers: { stop_ground: 'declined' },
    proposes: { kind: 'stop', reason: 'Người hưởng làm đơn từ chối nhận trợ cấp.' },
    told: [
      ['receive', 4],
      ['propose', 3],
    ],
  },
  {
    procedure: 'disability_degree',
    need: 'tooYoung',
    answers: { disability_request: 'determine' },
    told: [['receive', 2]],
  },
  { ...tooYoung, told: [...accepted(6), ['take', 5], ['propose', 1]] },
  {
    ...pension,
    channel: 'online',
    told: [...accepted(9), ['take', 9], ['askPapers', 7], ['supply', 3]],
    words: { askPapers: unread },
  },
  {
    ...allowance,
    proposes: grant,
    told: [...accepted(17), ['take', 16], ['propose', 14], ['sign', 12], ['handOver', 11]],
  },
  {
    procedure: 'funeral_support',
    need: 'dead',
    answers: { who_died: 'social_pension' },
    told: [['receive', 2]],
  },
  { ...pension, told: [...accepted(11), ['take', 10], ['withdraw', 9]] },
  {
    ...tooYoung,
    told: [
      ...accepted(19),
      ['take', 19],
      ['propose', 17],
      ['sign', 16],
      ['handOver', 15],
      ['appeal', 10],
      ['answer', 8],
    ],
    words: { appeal: 'Gia đình tôi thuộc hộ cận nghèo từ đầu năm, vì sao không được hưởng.' },
  },
  {
    ...allowance,
    channel: 'online',
    told: [
      ['receive', 6],
      ['decline', 6],
    ],
    words: { decline: 'Người nộp đang cư trú ở tỉnh khác; mời nộp tại xã nơi cư trú.' },
  },
  { ...allowance, proposes: grant, told: [...accepted(8), ['take', 8], ['propose', 5], ['sign', 3]] },
  { ...pension, told: [...accepted(3), ['take', 2]] },
  { procedure: 'residence_transfer', need: 'recipient', told: [['receive', 2]] },
  {
    ...pension,
    proposes: grant,
    told: [...accepted(14), ['take', 14], ['propose', 12], ['sign', 10], ['handOver', 9]],
  },
]
