import { dong, tenths } from '#kernel/dong'
import { ageFrom, amountBelow, is } from '../../domain/rule-set.ts'
import {
  allOf,
  anyOf,
  entitledTo,
  eventFlag,
  eventIs,
  notOf,
  receives,
  type SupportProcedure,
  type SupportRule,
} from '../../domain/support.ts'
import { nd147, nd176, nd176as335, nd20, nd335 } from '../sources.ts'
import { commune, decidedBy, district } from './authorities.ts'

const twentyTimes = { kind: 'multiple', coefficient: tenths(200), base: 'standard' } as const
const fiftyTimes = { kind: 'multiple', coefficient: tenths(500), base: 'standard' } as const

/** «Hỗ trợ chi phí mai táng» goes to whoever arranged the burial; one only, the highest of every instrument. */
const funeral = {
  family: 'funeral',
  of: ['death'],
  payee: 'organiser',
  isFloor: true,
  oneOf: 'FUNERAL',
  gives: twentyTimes,
} as const

const byDistrict: SupportProcedure = {
  authority: district,
  form: '04',
  within: { count: 5, unit: 'working_days' },
  cite: nd20('Điều 11'),
}

/** «Đang hưởng trợ cấp tuất bảo hiểm xã hội hằng tháng, trợ cấp hằng tháng khác». */
const onSurvivorAllowance = notOf(amountBelow(dong(1), 'socialInsurance', 'meritorious'))

/** Of them the «trợ cấp tuất» alone. */
const onTuat = notOf(amountBelow(dong(1), 'socialInsurance'))

const fun01: SupportRule = {
  ...funeral,
  id: 'FUN-01',
  label: {
    vi: 'Mai táng người đang hưởng trợ cấp xã hội hằng tháng',
    en: 'Funeral of a person on the monthly allowance',
  },
  cite: nd20('Điều 11'),
  when: receives('monthly_allowance'),
  procedure: byDistrict,
}

const fun02: SupportRule = {
  ...fun01,
  id: 'FUN-02',
  label: {
    vi: 'Mai táng con của người đơn thân nghèo đang hưởng trợ cấp',
    en: 'Funeral of a child of a poor single parent on the allowance',
  },
  cite: nd20('Điều 11'),
  when: eventFlag('parentReceives'),
}

const fun03: SupportRule = {
  ...fun01,
  id: 'FUN-03',
  label: {
    vi: 'Mai táng người cao tuổi đang hưởng tuất hoặc trợ cấp hằng tháng khác',
    en: 'Funeral of an older person on a survivor’s or other monthly allowance',
  },
  cite: nd20('Điều 11'),
  when: allOf(ageFrom(80), onSurvivorAllowance),
}

const fun07: SupportRule = {
  ...funeral,
  id: 'FUN-07',
  label: { vi: 'Mai táng người sống tại cơ sở', en: 'Funeral of a resident of a facility' },
  cite: nd20('Điều 25'),
  when: is('facility', 'A', 'B', 'C'),
  gives: fiftyTimes,
  payee: 'facility',
}

/** Causes of emergency relief: disaster, fire, epidemic, serious accidents, force majeure. */
export const violent = ['disaster', 'fire', 'epidemic', 'traffic_accident', 'work_accident', 'force_majeure']

/** EMG-4, which is FUN-08: a member of the household dead or missing. Where nobody takes charge, who buries is helped instead. */
const emg4: SupportRule = {
  ...funeral,
  id: 'EMG-4',
  family: 'emergency',
  label: {
    vi: 'Hộ có người chết, mất tích do thiên tai, hỏa hoạn, dịch bệnh, tai nạn nghiêm trọng',
    en: 'A member dead or missing through disaster, fire, epidemic or a serious accident',
  },
  cite: nd20('khoản 1 Điều 14'),
  when: allOf(eventIs('cause', ...violent), notOf(eventFlag('nobodyBuries'))),
  gives: fiftyTimes,
  payee: 'household',
  procedure: {
    authority: district,
    form: '04',
    within: { count: 3, unit: 'working_days' },
    cite: nd20('khoản 3 Điều 14'),
  },
}

const emg4x: SupportRule = {
  ...emg4,
  id: 'EMG-4X',
  label: {
    vi: 'Tổ chức mai táng người chết không có người nhận',
    en: 'Burial by others, because nobody takes charge',
  },
  cite: nd20('khoản 2 Điều 14'),
  when: allOf(eventFlag('nobodyBuries'), eventIs('cause', ...violent)),
  gives: { kind: 'realCost', atLeast: tenths(500), base: 'standard' },
  payee: 'organiser',
}

export const funeralR21: readonly SupportRule[] = [fun01, fun02, fun03, fun07, emg4, emg4x]

/** The article was read, its number is known from the order of the decree. */
const funeralOf335 = nd335('Điều 11', 'knowledge')
const threeDays = { count: 3, unit: 'working_days' } as const
const byCommune = (rule: SupportRule) =>
  rule.procedure
    ? decidedBy(rule, commune, { within: threeDays, cite: nd147('Điều 6–10', 'uncertain') })
    : rule

/** Decree 176, khoản of Điều 5: who receives the social pension, or would have and had asked. */
const fun04: SupportRule = {
  ...funeral,
  id: 'FUN-04',
  label: {
    vi: 'Mai táng người hưởng hưu trí xã hội, hoặc đã nộp hồ sơ và đủ điều kiện',
    en: 'Funeral of a social pensioner, or of an eligible applicant',
  },
  cite: nd176('Điều 5'),
  when: anyOf(receives('social_pension'), allOf(eventFlag('hasApplied'), entitledTo('social_pension'))),
  procedure: { authority: commune, form: '02', within: threeDays, cite: nd176('Điều 5') },
}

export const funeralR25: readonly SupportRule[] = [...funeralR21.map(byCommune), fun04]

const form03 = { authority: commune, form: '03', within: threeDays, cite: funeralOf335 }
const byDecree335 = (rule: SupportRule, cite = funeralOf335): SupportRule => ({
  ...rule,
  cite,
  ...(rule.procedure && { procedure: form03 }),
})

export const funeralR26: readonly SupportRule[] = [
  byDecree335(fun01),
  byDecree335(fun02),
  byDecree335({
    ...fun03,
    when: anyOf(
      allOf(ageFrom(75), onSurvivorAllowance),
      allOf(ageFrom(70), is('household', 'poor', 'near_poor'), onTuat),
    ),
  }),
  {
    ...fun04,
    id: 'FUN-05',
    cite: nd176as335('Điều 5'),
    gives: { ...twentyTimes, base: 'social_pension' },
    procedure: { ...form03, cite: nd176as335('Điều 5') },
  },
  {
    ...fun04,
    id: 'FUN-05-STANDARD',
    label: {
      vi: 'Mai táng người hưởng hưu trí xã hội, theo mức chuẩn của địa phương',
      en: 'Funeral of a social pensioner, by the local standard',
    },
    // That the higher of the two is given is our reading (C16).
    cite: nd176as335('Điều 5', 'uncertain'),
    procedure: { ...form03, cite: nd176as335('Điều 5') },
  },
  byDecree335({
    ...fun01,
    id: 'FUN-06',
    label: {
      vi: 'Mai táng người đã nộp hồ sơ và đủ điều kiện hưởng trợ cấp xã hội',
      en: 'Funeral of an eligible applicant for the monthly allowance',
    },
    when: allOf(eventFlag('hasApplied'), entitledTo('monthly_allowance')),
  }),
  byDecree335(fun07, nd335('Điều 22')),
  byDecree335(emg4, nd335('Điều 12')),
  byDecree335(emg4x, nd335('Điều 12')),
]
