import { convention, nd147, nd20, nd335, type Label, type Source } from '#modules/entitlement'
import { answered } from '../file-condition.ts'
import type { Actor, Clock, Edition, Procedure, Question } from '../procedure.ts'
import { atOnce, firstOfR21, firstOfR25, firstOfR26, ofTheWhole } from './clocks.ts'
import { communeChair } from './competence.ts'
import { decide, endings } from './parts.ts'

const what: Question = {
  id: 'relief',
  text: { vi: 'Cần trợ giúp gì?', en: 'What is needed?' },
  answers: [
    { id: 'hunger', label: { vi: 'Gạo vì thiếu đói', en: 'Rice against hunger' } },
    {
      id: 'goods',
      label: {
        vi: 'Lều, nước, chăn, xoong nồi: mất nhà, không còn gì',
        en: 'Tents, water, bedding: all is lost',
      },
    },
    { id: 'injury', label: { vi: 'Bị thương nặng tại nơi cư trú', en: 'Serious injury at home' } },
    {
      id: 'injury_away',
      label: {
        vi: 'Bị thương nặng ngoài nơi cư trú, không có người thân chăm sóc',
        en: 'Serious injury away from home, with no relative to care',
      },
    },
  ],
}
const isAway = answered('relief', 'injury_away')

/** Two plain days, and no asking for papers holds them up. */
const twoDays = (cite: Source): Clock => ({
  kind: 'within',
  length: 2,
  unit: 'calendar_days',
  starts: 'complete',
  pauses: false,
  cite,
})

/** The list of the village, its meeting, the commune chair; what the commune cannot give is asked of those above. */
function steps(above: { readonly by: Actor; readonly name: Label }): Edition['steps'] {
  const signing = decide({ back: 'review', clock: ofTheWhole, kinds: ['support'], to: 'deliver' })
  const [sign, ...others] = signing.actions
  return [
    {
      id: 'list',
      name: { vi: 'Lập danh sách', en: 'List' },
      by: 'village_head',
      clock: atOnce,
      tells: { vi: 'Thôn đang lập danh sách cần trợ giúp.', en: 'The village is listing who needs help.' },
      actions: [
        {
          id: 'submit_list',
          label: { vi: 'Gửi danh sách cho xã', en: 'Send the list to the commune' },
          to: 'review',
          clock: 'completes',
          alsoBy: ['commune_officer'],
        },
        {
          id: 'urgent',
          label: {
            vi: 'Đặc biệt khẩn cấp: trình ngay, không bình xét',
            en: 'Exceptionally urgent: no meeting',
          },
          to: 'decide',
          clock: 'completes',
          needsReason: true,
          proposes: ['support'],
          alsoBy: ['commune_officer'],
        },
        {
          id: 'withdraw',
          label: { vi: 'Không đề nghị nữa', en: 'Drop it' },
          to: 'withdrawn',
          alsoBy: ['commune_officer'],
        },
      ],
    },
    {
      id: 'review',
      name: { vi: 'Họp thôn bình xét', en: 'Village meeting' },
      by: 'review_council',
      clock: ofTheWhole,
      tells: {
        vi: 'Thôn họp xét danh sách. Xã quyết định chậm nhất ngày {due}.',
        en: 'The village meets about the list. The commune decides by {due}.',
      },
      actions: [
        {
          id: 'propose',
          label: { vi: 'Trình hỗ trợ', en: 'Propose the support' },
          to: 'decide',
          proposes: ['support'],
          alsoBy: ['commune_officer'],
        },
        {
          id: 'propose_refusal',
          label: { vi: 'Trình không hỗ trợ', en: 'Propose to refuse' },
          to: 'decide',
          proposes: ['refuse'],
          needsReason: true,
          alsoBy: ['commune_officer'],
        },
      ],
    },
    {
      ...signing,
      actions: [
        sign,
        ...others,
        {
          id: 'ask_above',
          label: { vi: 'Đề nghị cấp trên vì không đủ nguồn', en: 'Ask above: the commune has too little' },
          to: 'above',
          needsReason: true,
        },
      ],
    },
    {
      id: 'above',
      name: above.name,
      by: above.by,
      clock: atOnce,
      tells: {
        vi: 'Xã không đủ nguồn và đã đề nghị cấp trên hỗ trợ.',
        en: 'The commune has too little and has asked the authorities above.',
      },
      actions: [
        {
          id: 'granted',
          label: { vi: 'Nhận hỗ trợ từ cấp trên', en: 'Take over what was granted' },
          to: 'decide',
          proposes: ['support'],
          alsoBy: ['commune_officer'],
        },
        {
          id: 'not_granted',
          label: { vi: 'Cấp trên không hỗ trợ', en: 'Nothing was granted' },
          to: 'decide',
          proposes: ['refuse'],
          needsReason: true,
          alsoBy: ['commune_officer'],
        },
      ],
    },
    {
      id: 'deliver',
      name: { vi: 'Cấp phát', en: 'Delivery' },
      by: 'commune_officer',
      clock: atOnce,
      tells: {
        vi: 'Đã có quyết định hỗ trợ. Xã đang cấp phát.',
        en: 'The support is decided and is being delivered.',
      },
      actions: [
        { id: 'delivered', label: { vi: 'Ghi đã giao đủ', en: 'Record the delivery' }, to: 'report' },
      ],
    },
    {
      id: 'report',
      name: { vi: 'Báo cáo kết thúc đợt', en: 'Report at the end of the round' },
      by: 'commune_officer',
      clock: { kind: 'none', why: { vi: 'Khi kết thúc đợt', en: 'When the round ends' } },
      tells: { vi: 'Đã giao hỗ trợ.', en: 'The support has been delivered.' },
      actions: [{ id: 'reported', label: { vi: 'Gửi báo cáo đợt', en: 'Send the report' }, to: 'done' }],
    },
    ...endings.filter(({ id }) => id !== 'declined'),
  ]
}

const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 12, Điều 13'),
  channels: { among: ['counter', 'home_visit'], cite: nd20('khoản 3 Điều 12') },
  where: { vi: 'Trưởng thôn hoặc Ủy ban nhân dân cấp xã', en: 'The village head or the commune' },
  forms: [
    {
      number: '5a',
      name: { vi: 'Danh sách hộ thiếu đói', en: 'List of households short of food' },
      when: answered('relief', 'hunger'),
      cite: nd20('Phụ lục, Mẫu số 5a'),
    },
    {
      number: '5b',
      name: { vi: 'Danh sách hộ cần nhu yếu phẩm', en: 'List of households in need of goods' },
      when: answered('relief', 'goods'),
      cite: nd20('Phụ lục, Mẫu số 5b'),
    },
  ],
  papers: [
    {
      id: 'treatment_record',
      name: {
        vi: 'Giấy tờ về cấp cứu, điều trị từ 3 ngày trở lên',
        en: 'Proof of three days or more of emergency care and treatment',
      },
      when: answered('relief', 'injury', 'injury_away'),
      how: 'kept',
      isConfidential: true,
      cite: nd20('khoản 2 Điều 2, Điều 13'),
    },
    {
      id: 'letter_of_hospital',
      name: { vi: 'Văn bản đề nghị của cơ sở điều trị', en: 'Letter of the treating body' },
      when: isAway,
      how: 'kept',
      cite: nd20('khoản 2 Điều 13'),
    },
  ],
  questions: [what],
  total: twoDays(nd20('khoản 3 Điều 12, khoản 2 Điều 13')),
  steps: steps({
    by: 'district_office',
    name: { vi: 'Đề nghị huyện, tỉnh hỗ trợ', en: 'Asked of the district and the province' },
  }),
  notes: [
    {
      text: {
        vi: 'Đặc biệt khẩn cấp: Chủ tịch UBND cấp xã quyết định quy trình rút gọn, không qua bình xét.',
        en: 'Where it is exceptionally urgent the commune chair shortens the procedure and skips the meeting.',
      },
      cite: nd20('khoản 2 Điều 17'),
    },
  ],
  open: ['PROC-RELIEF'],
}

const above = {
  by: 'health_department',
  name: { vi: 'Đề nghị tỉnh hỗ trợ', en: 'Asked of the province' },
} as const

const r25: Edition = {
  ...r21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 5–10', 'uncertain'),
  steps: steps(above),
  open: ['FUN-DAYS', 'PROC-RELIEF'],
}

/** Điều 13: the commune reviews, lists and decides; its days and forms were not read and stay those of Decree 20 (C19). */
const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 12, Điều 13'),
  channels: { among: ['counter', 'home_visit'], cite: nd335('Điều 13') },
  forms: [],
  total: twoDays(convention('C19')),
  notes: [],
  open: ['1', 'C17, C18, C19', 'PROC-RELIEF'],
}

export const emergencyRelief: Procedure = {
  id: 'emergency_relief',
  name: {
    vi: 'Trợ giúp khẩn cấp: lương thực, nhu yếu phẩm, người bị thương',
    en: 'Emergency relief: food, goods, injuries',
  },
  about: {
    vi: 'Cho hộ thiếu đói, hộ mất nhà vì thiên tai, hỏa hoạn, và người bị thương nặng.',
    en: 'For households short of food or without a home after a disaster or fire, and for people seriously injured.',
  },
  benefits: [],
  events: ['hunger', 'injury', 'home'],
  begunBy: 'either',
  competent: [
    communeChair(firstOfR21, nd20('khoản 3 Điều 12')),
    {
      from: firstOfR21,
      when: isAway,
      by: 'district_chair',
      title: {
        vi: 'Chủ tịch Ủy ban nhân dân cấp huyện nơi điều trị',
        en: 'Chair of the district People’s Committee of the place of treatment',
      },
      cite: nd20('khoản 2 Điều 13'),
    },
    communeChair(firstOfR25, nd147('Điều 5–10', 'uncertain')),
  ],
  editions: [r21, r25, r26],
}
