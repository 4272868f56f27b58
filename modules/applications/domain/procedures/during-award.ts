import { nd147, nd335, suspensions, tt02, type Benefit, type Label, type Source } from '#modules/entitlement'
import type { Clock, DecisionKind, Edition, Limit, Procedure, Question } from '../procedure.ts'
import { firstOfR21, firstOfR25, firstOfR26, noneRead } from './clocks.ts'
import { districtThenCommune } from './competence.ts'
import { byDuty } from './parts.ts'

const benefits: readonly Benefit[] = [
  'monthly_allowance',
  'social_pension',
  'care_support',
  'parenting_support',
]

/** The same way in every regime: an officer finds the ground, whoever is competent signs. */
function editions(options: {
  readonly kind: DecisionKind
  readonly words: { readonly name: Label; readonly tells: Label; readonly act: Label }
  readonly cites: { readonly r21: Source; readonly r26: Source }
  readonly questions: readonly Question[]
  readonly limits?: (cite: Source) => readonly Limit[]
}): readonly [Edition, Edition, Edition] {
  const { kind, words, cites, questions, limits } = options
  const r21: Edition = {
    regime: 'R21',
    from: firstOfR21,
    until: firstOfR25,
    cite: cites.r21,
    channels: { among: ['counter'], cite: cites.r21 },
    where: { vi: 'Ủy ban nhân dân cấp xã nơi hưởng', en: 'The commune that pays' },
    forms: [],
    papers: [],
    questions,
    total: noneRead,
    limits: limits?.(cites.r21) ?? [],
    steps: byDuty({ ...words, proposes: [kind] }),
    open: ['PROC-AWARD'],
  }
  const r25: Edition = {
    ...r21,
    regime: 'R25',
    from: firstOfR25,
    until: firstOfR26,
    channels: { among: ['counter', 'post'], cite: nd147('Điều 5') },
  }
  const r26: Edition = {
    ...r25,
    regime: 'R26',
    from: firstOfR26,
    until: undefined,
    cite: cites.r26,
    channels: { among: ['counter', 'post'], cite: nd335('Điều 8') },
    limits: limits?.(cites.r26) ?? [],
  }
  return [r21, r25, r26]
}

const refusalLimit = (cite: Source): readonly Limit[] => [
  {
    id: 'refusal',
    name: {
      vi: 'Vẫn từ chối xác định lại sau khi tạm dừng: thôi hưởng',
      en: 'Still refusing to be examined after the suspension: the benefit ends',
    },
    clock: {
      kind: 'longest',
      length: suspensions.refusalMonths,
      unit: 'months',
      starts: 'complete',
      pauses: false,
      cite,
    } satisfies Clock,
  },
]

export const suspension: Procedure = {
  id: 'suspension',
  name: { vi: 'Tạm dừng trợ cấp', en: 'Suspending a benefit' },
  about: {
    vi: 'Khi người hưởng không lĩnh tiền 3 tháng liền, từ chối xác định lại hoặc bị tạm giam từ một tháng.',
    en: 'When nothing was collected for three months, an examination is refused, or somebody is held for a month.',
  },
  benefits,
  events: [],
  begunBy: 'officer',
  competent: districtThenCommune,
  editions: editions({
    kind: 'suspend',
    words: {
      name: { vi: 'Xem xét tạm dừng', en: 'Considering a suspension' },
      tells: {
        vi: 'Xã đang xem xét tạm dừng trợ cấp. Mời liên hệ với xã.',
        en: 'The commune is considering a suspension. Please get in touch.',
      },
      act: { vi: 'Trình tạm dừng', en: 'Propose to suspend' },
    },
    cites: { r21: tt02('khoản 3 Điều 2'), r26: nd335('khoản 1 Điều 9') },
    questions: [
      {
        id: 'suspension_ground',
        text: { vi: 'Lý do tạm dừng', en: 'Ground' },
        answers: [
          {
            id: 'uncollected',
            label: { vi: 'Không lĩnh tiền từ 3 tháng liên tục', en: 'Uncollected for three months in a row' },
          },
          {
            id: 'refuses',
            label: {
              vi: 'Từ chối xác định lại hoặc cung cấp thông tin',
              en: 'Refuses to be examined or to inform',
            },
          },
          { id: 'remand', label: { vi: 'Bị tạm giam từ 1 tháng', en: 'Held before trial for a month' } },
        ],
      },
    ],
    limits: refusalLimit,
  }),
}

export const resumption: Procedure = {
  id: 'resumption',
  name: { vi: 'Tiếp tục hưởng', en: 'Resuming a benefit' },
  about: {
    vi: 'Khi lý do tạm dừng không còn: được nhận bù các tháng trước nếu vẫn đủ điều kiện.',
    en: 'When the ground of the suspension is gone; earlier months are made good where the right went on.',
  },
  benefits,
  events: [],
  begunBy: 'either',
  competent: districtThenCommune,
  editions: editions({
    kind: 'resume',
    words: {
      name: { vi: 'Xem xét tiếp tục', en: 'Considering to resume' },
      tells: {
        vi: 'Xã đang xem xét chi trả tiếp.',
        en: 'The commune is considering to resume the payment.',
      },
      act: { vi: 'Trình tiếp tục hưởng', en: 'Propose to resume' },
    },
    cites: { r21: tt02('điểm b khoản 1 Điều 6'), r26: nd335('khoản 4 Điều 9') },
    questions: [],
  }),
}

export const termination: Procedure = {
  id: 'termination',
  name: { vi: 'Thôi hưởng', en: 'Ending a benefit' },
  about: {
    vi: 'Khi người hưởng mất, không còn đủ điều kiện, chấp hành án phạt tù hoặc từ chối nhận. Thôi trả từ tháng sau.',
    en: 'When the recipient dies, no longer qualifies, serves a sentence or declines. It ends with the month after.',
  },
  benefits,
  events: [],
  begunBy: 'either',
  competent: districtThenCommune,
  editions: editions({
    kind: 'stop',
    words: {
      name: { vi: 'Xem xét thôi hưởng', en: 'Considering to end it' },
      tells: {
        vi: 'Xã đang xem xét thôi chi trả. Nếu không đồng ý, mời liên hệ với xã.',
        en: 'The commune is considering to end the payment. If you disagree, please get in touch.',
      },
      act: { vi: 'Trình thôi hưởng', en: 'Propose to end it' },
    },
    cites: { r21: tt02('khoản 1, khoản 2 Điều 2'), r26: nd335('khoản 2 Điều 9') },
    questions: [
      {
        id: 'stop_ground',
        text: { vi: 'Lý do thôi hưởng', en: 'Ground' },
        answers: [
          { id: 'died', label: { vi: 'Chết hoặc được tuyên bố mất tích', en: 'Dead or declared missing' } },
          { id: 'not_eligible', label: { vi: 'Không còn đủ điều kiện', en: 'No longer eligible' } },
          {
            id: 'sentence',
            label: {
              vi: 'Chấp hành án phạt tù, hoặc theo kết luận của cơ quan có thẩm quyền',
              en: 'Serves a sentence, or by decision of an authority',
            },
          },
          { id: 'declined', label: { vi: 'Từ chối nhận', en: 'Declines the benefit' } },
          {
            id: 'refuses',
            label: {
              vi: 'Vẫn từ chối xác định lại sau 3 tháng tạm dừng',
              en: 'Still refuses three months after the suspension',
            },
          },
          {
            id: 'carer',
            label: {
              vi: 'Người nhận chăm sóc không còn đủ điều kiện, bị xử phạt hoặc kết án',
              en: 'The carer no longer qualifies, was sanctioned or convicted',
            },
          },
        ],
      },
    ],
  }),
}
