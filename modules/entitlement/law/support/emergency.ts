import { dong, tenths } from '#kernel/dong'
import { is } from '../../domain/rule-set.ts'
import {
  allOf,
  anyOf,
  eventAtLeast,
  eventFlag,
  eventIs,
  notOf,
  type SupportProcedure,
  type SupportRule,
} from '../../domain/support.ts'
import { convention, nd147, nd20, nd335 } from '../sources.ts'
import { commune, decidedBy, district } from './authorities.ts'

const urgent = {
  vi: 'Trường hợp đặc biệt khẩn cấp: Chủ tịch UBND cấp xã quyết định thủ tục rút gọn, không bình xét',
  en: 'If exceptionally urgent, the commune chair sets a short procedure without the review',
}
const inTwoDays = { count: 2, unit: 'days' } as const
const list = (form: string): SupportProcedure => ({
  authority: commune,
  form,
  within: inTwoDays,
  note: urgent,
  cite: nd20('khoản 3 Điều 12'),
})

const relief = { family: 'emergency', payee: 'household' } as const
const rice = (months: number) => ({ kind: 'rice', kilograms: 15, months }) as const

const emg1a: SupportRule = {
  ...relief,
  id: 'EMG-1A',
  of: ['hunger'],
  label: { vi: 'Hộ thiếu đói dịp Tết âm lịch: gạo', en: 'Short of food at Lunar New Year: rice' },
  cite: nd20('khoản 1 Điều 12'),
  when: eventIs('cause', 'new_year'),
  gives: rice(1),
  procedure: list('5a'),
}

const emg1b: SupportRule = {
  ...emg1a,
  id: 'EMG-1B',
  label: {
    vi: 'Thiếu đói do thiên tai, hỏa hoạn, mất mùa, giáp hạt: gạo',
    en: 'Short of food through disaster, fire, crop failure or between harvests: rice',
  },
  when: eventIs('cause', 'disaster', 'fire', 'crop_failure', 'between_harvests', 'force_majeure'),
  gives: rice(3),
}

const emg2: SupportRule = {
  ...relief,
  id: 'EMG-2',
  of: ['home'],
  label: { vi: 'Mất nhà, không còn nhu yếu phẩm: hiện vật', en: 'Home and essentials lost: goods' },
  cite: nd20('khoản 2 Điều 12'),
  when: allOf(
    eventIs('cause', 'disaster', 'fire', 'epidemic', 'force_majeure'),
    eventFlag('lacksEssentials'),
  ),
  gives: {
    kind: 'inKind',
    what: {
      vi: 'lều bạt, nước uống, thực phẩm, chăn màn, xoong nồi, chất đốt, xuồng máy và nhu yếu phẩm khác',
      en: 'tent, water, food, bedding, pots, fuel, boat and other essentials',
    },
  },
  procedure: list('5b'),
}

const accidents = ['disaster', 'fire', 'traffic_accident', 'work_accident', 'force_majeure']
const badlyHurt = [eventIs('cause', ...accidents), eventAtLeast('treatmentDays', 3)]
const tenTimes = { kind: 'multiple', coefficient: tenths(100), base: 'standard' } as const
const alone = allOf(eventIs('place', 'elsewhere'), notOf(eventFlag('relativeCares')))

const emg3: SupportRule = {
  ...relief,
  id: 'EMG-3',
  of: ['injury'],
  label: {
    vi: 'Bị thương nặng, cấp cứu và điều trị từ 3 ngày',
    en: 'Badly hurt, three days or more of emergency care and treatment',
  },
  cite: nd20('khoản 1 Điều 13'),
  when: allOf(...badlyHurt, notOf(alone)),
  gives: tenTimes,
  payee: 'person',
  isFloor: true,
  procedure: list('5b'),
}

const emg3x: SupportRule = {
  ...emg3,
  id: 'EMG-3X',
  label: {
    vi: 'Bị thương nặng ngoài nơi cư trú, không có người thân chăm sóc',
    en: 'Badly hurt away from home, with no relative to care',
  },
  cite: nd20('khoản 2 Điều 13'),
  when: allOf(...badlyHurt, alone),
  procedure: {
    authority: {
      vi: 'Chủ tịch UBND cấp huyện nơi điều trị, theo đề nghị của cơ sở y tế',
      en: 'district chair of the place of treatment, asked by the treating body',
    },
    within: inTwoDays,
    cite: nd20('khoản 2 Điều 13'),
  },
}

const inNeed = anyOf(is('household', 'poor', 'near_poor'), eventFlag('isInHardship'))
const housing = {
  ...relief,
  of: ['home'],
  isFloor: true,
  oneOf: 'HOUSING',
  procedure: { authority: district, form: '06', cite: nd20('Điều 15') },
} as const

const emg5: readonly SupportRule[] = [
  {
    ...housing,
    id: 'EMG-5A',
    label: {
      vi: 'Nhà đổ, sập, trôi, cháy hoàn toàn, không còn nơi ở',
      en: 'Home collapsed, swept away or burnt down, nowhere to live',
    },
    cite: nd20('khoản 1 Điều 15'),
    when: allOf(eventIs('damage', 'destroyed'), inNeed),
    gives: { kind: 'fixed', amount: dong(40_000_000) },
  },
  {
    ...housing,
    id: 'EMG-5B',
    label: {
      vi: 'Di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền',
      en: 'Emergency relocation by decision of an authority',
    },
    cite: nd20('khoản 2 Điều 15'),
    when: eventFlag('relocationOrdered'),
    gives: { kind: 'fixed', amount: dong(30_000_000) },
  },
  {
    ...housing,
    id: 'EMG-5C',
    label: { vi: 'Nhà hư hỏng nặng, không ở được', en: 'Home heavily damaged, unfit to live in' },
    cite: nd20('khoản 3 Điều 15'),
    when: allOf(eventIs('damage', 'heavily_damaged'), inNeed),
    gives: { kind: 'fixed', amount: dong(20_000_000) },
  },
]

const emg7: SupportRule = {
  ...relief,
  id: 'EMG-7',
  of: ['livelihood'],
  label: {
    vi: 'Mất người lao động chính hoặc tư liệu sản xuất chính',
    en: 'Breadwinner or main means of production lost',
  },
  cite: nd20('khoản 1 Điều 17'),
  when: eventIs('cause', ...accidents, 'epidemic'),
  gives: {
    kind: 'record',
    what: {
      vi: 'hỗ trợ tạo việc làm, phát triển sản xuất theo pháp luật khác; ở đây chỉ ghi nhận',
      en: 'help with work and production by another law; only recorded here',
    },
  },
}

export const emergencyR21: readonly SupportRule[] = [emg1a, emg1b, emg2, emg3, emg3x, ...emg5, emg7]

const atTreatment = {
  vi: 'Chủ tịch UBND cấp xã nơi điều trị, theo đề nghị của cơ sở y tế',
  en: 'commune chair of the place of treatment, asked by the treating body',
}
const byCommune = (rule: SupportRule, cite: SupportProcedure['cite']): SupportRule =>
  rule.procedure ? decidedBy(rule, rule.id === 'EMG-3X' ? atTreatment : commune, { cite }) : rule

export const emergencyR25: readonly SupportRule[] = emergencyR21.map((rule) =>
  byCommune(rule, nd147('Điều 5–10', 'uncertain')),
)

/** Its text was not seen: the kilograms and months are those of Decree 20 meanwhile (C19). */
const rice335 = nd335('điểm a khoản 1 Điều 12', 'uncertain')

/** Điều 12 gathers every amount. The clocks stay those of R21 (C19), the forms were not read and none is named. */
export const emergencyR26: readonly SupportRule[] = emergencyR25.map(({ procedure, ...rule }) => {
  const { form: _, ...unformed } = procedure ?? {}
  return {
    ...rule,
    cite: rule.gives.kind === 'rice' ? rice335 : nd335('Điều 12'),
    ...(procedure && {
      procedure: {
        ...unformed,
        authority: procedure.authority,
        cite: procedure.within ? convention('C19') : nd335('Điều 13'),
      },
    }),
  }
})
