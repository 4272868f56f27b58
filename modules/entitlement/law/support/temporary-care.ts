import { dong } from '#kernel/dong'
import { ageBelow } from '../../domain/rule-set.ts'
import { allOf, anyOf, eventIs, notOf, eventFlag, type SupportRule } from '../../domain/support.ts'
import { nd147, nd20, nd335, tt02 } from '../sources.ts'
import { commune, decidedBy, district } from './authorities.ts'
import { violent } from './funeral.ts'

/** CARE-E — meals of temporary care in the community («chăm sóc tạm thời»), by the day, at most three months (C15). */
const careE: SupportRule = {
  id: 'CARE-E',
  family: 'temporary_care',
  of: ['temporary_care'],
  label: {
    vi: 'Chăm sóc tạm thời tại cộng đồng: tiền ăn',
    en: 'Temporary care in the community: meals',
  },
  cite: tt02('Điều 3'),
  when: anyOf(
    allOf(eventIs('reason', 'child_without_parents'), ageBelow(16)),
    eventIs('reason', 'victim', 'wandering', 'province'),
  ),
  gives: { kind: 'daily', rate: dong(60_000), months: 3 },
  payee: 'carer',
  procedure: {
    authority: district,
    within: { count: 5, unit: 'working_days' },
    cite: nd20('Điều 21'),
  },
}

const inKind = (rule: SupportRule, id: string, vi: string, en: string): SupportRule => ({
  ...rule,
  id,
  label: { vi: `Chăm sóc tạm thời: ${vi.split(':')[0]}`, en: `Temporary care: ${en.split(':')[0]}` },
  gives: { kind: 'inKind', what: { vi: vi.split(': ')[1]!, en: en.split(': ')[1]! } },
})

const treatment = (rule: SupportRule) =>
  inKind(
    rule,
    'CARE-E-TREATMENT',
    'điều trị: theo pháp luật bảo hiểm y tế; chưa có thẻ thì bằng mức quỹ trả cho nhóm tương ứng',
    'treatment: by health-insurance law; without a card, what the fund pays for the comparable group',
  )
const transport = (rule: SupportRule, vi: string, en: string) =>
  inKind(
    rule,
    'CARE-E-TRANSPORT',
    `đi lại về nơi cư trú hoặc đến cơ sở: ${vi}`,
    `transport home or to a facility: ${en}`,
  )

/** EMG-6: the event that takes both parents opens the package of CARE-E. */
const emg6: SupportRule = {
  id: 'EMG-6',
  family: 'emergency',
  of: ['parents_lost'],
  label: {
    vi: 'Trẻ em có cả cha mẹ chết, mất tích, không còn người thân chăm sóc',
    en: 'Child both of whose parents died or are missing, with no relative to care',
  },
  cite: nd20('Điều 16'),
  when: allOf(eventIs('cause', ...violent), ageBelow(16), notOf(eventFlag('relativeCares'))),
  gives: {
    kind: 'inKind',
    what: {
      vi: 'chăm sóc tạm thời tại cộng đồng: tiền ăn theo ngày, điều trị, đi lại (CARE-E)',
      en: 'temporary care in the community: meals by the day, treatment, transport (CARE-E)',
    },
    months: 3,
  },
  payee: 'carer',
}

export const careR21: readonly SupportRule[] = [
  careE,
  treatment(careE),
  transport(
    careE,
    'vé phương tiện công cộng; xe cơ quan 0,2 lít xăng/km; thuê xe theo hợp đồng',
    'public fare; an agency car 0,2 litre of petrol a kilometre; a hired car by contract',
  ),
  emg6,
]

/** Without a district the commune chair decides; the days were not read, and are taken to be those of the allowance (FUN-DAYS). */
export const careR25: readonly SupportRule[] = careR21.map((rule) =>
  rule.procedure
    ? decidedBy(rule, commune, {
        within: { count: 10, unit: 'working_days' },
        cite: nd147('Điều 6–10', 'uncertain'),
      })
    : rule,
)

const r26: SupportRule = {
  ...careE,
  cite: nd335('khoản 2 Điều 16'),
  gives: { kind: 'daily', rate: dong(100_000), months: 3 },
  procedure: { authority: commune, cite: nd335('Điều 18') },
}

/** Điều 15, who is cared for, was not read: as Decree 20 (open question 1). */
export const careR26: readonly SupportRule[] = [
  r26,
  treatment(r26),
  transport(r26, 'theo Nghị định 72/2023/NĐ-CP', 'by Decree 72/2023/NĐ-CP'),
  { ...emg6, cite: nd335('Điều 12') },
]
