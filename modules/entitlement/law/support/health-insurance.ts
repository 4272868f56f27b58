import { dong } from '#kernel/dong'
import { ageBelow, ageFrom, amountBelow, flag, is } from '../../domain/rule-set.ts'
import { allOf, anyOf, notOf, receives, type SupportRule } from '../../domain/support.ts'
import { law25, law51of2024, nd20, nd335 } from '../sources.ts'

/** The benefit level digit of a card: what share is paid, and which group letters stood on a card of it (Decision 1351/QĐ-BHXH). */
export const cardLevels = {
  1: { percent: 100, letters: 'CC TE' },
  2: { percent: 100, letters: 'CK CB KC HN DT DK XD BT TS' },
  3: { percent: 95, letters: 'HT TC CN' },
  4: {
    percent: 80,
    letters: 'DN HX CH NN TK HC XK TB NO CT XB TN CS XN MS HD TQ TA TY HG LS PV HS SV GB GD',
  },
  5: { percent: 100, letters: 'QN CA CY' },
} as const

const card = { family: 'health_insurance', of: ['month'], payee: 'person', oneOf: 'CARD' } as const
const gives = (level: keyof typeof cardLevels, letters?: string) =>
  ({ kind: 'card', level, ...(letters && { letters }) }) as const

const onTuat = notOf(amountBelow(dong(1), 'socialInsurance'))
/** Its letters are not known here: BHYT-02 names the group, BHYT-03 leaves it among the others, at 80 %. */
const tuat = {
  ...card,
  id: 'BHYT-TUAT',
  label: {
    vi: 'Thẻ BHYT người cao tuổi hưởng tuất hằng tháng',
    en: 'Health card of an older person on a survivor’s allowance',
  },
} as const

const ofSocialProtection: SupportRule = {
  ...card,
  id: 'BHYT-BT',
  label: { vi: 'Thẻ BHYT người hưởng bảo trợ xã hội', en: 'Health card of social protection' },
  cite: nd20('Điều 9'),
  when: receives('monthly_allowance', 'facility_care'),
  gives: gives(2, 'BT'),
}

/** BHYT — a card at the cost of the State by each title; of several titles one card, the best. */
export const cardsR21: readonly SupportRule[] = [
  {
    ...card,
    id: 'BHYT-TE',
    label: { vi: 'Thẻ BHYT trẻ em dưới 6 tuổi', en: 'Health card of a child under 6' },
    cite: law25('điểm e khoản 3 Điều 12'),
    when: ageBelow(6),
    gives: gives(1, 'TE'),
  },
  ofSocialProtection,
  {
    ...card,
    id: 'BHYT-HN',
    label: { vi: 'Thẻ BHYT người thuộc hộ nghèo', en: 'Health card of a poor household' },
    cite: law25('điểm h khoản 3 Điều 12'),
    when: is('household', 'poor'),
    gives: gives(2, 'HN'),
  },
  {
    ...card,
    id: 'BHYT-DK',
    label: {
      vi: 'Thẻ BHYT người sống ở vùng đặc biệt khó khăn',
      en: 'Health card of an area of extreme difficulty',
    },
    cite: law25('điểm h khoản 3 Điều 12'),
    when: flag('inDifficultArea'),
    gives: gives(2, 'DK'),
  },
  {
    ...tuat,
    cite: law25('điểm b khoản 2 Điều 12'),
    when: allOf(ageFrom(80), onTuat),
    gives: gives(4),
  },
  {
    ...card,
    id: 'BHYT-HT',
    label: { vi: 'Thẻ BHYT người hưởng lương hưu', en: 'Health card of a pensioner' },
    cite: law25('điểm a khoản 2 Điều 12'),
    when: notOf(amountBelow(dong(1), 'pension')),
    gives: gives(3, 'HT'),
  },
  {
    ...card,
    id: 'BHYT-CN',
    label: {
      vi: 'Thẻ BHYT người thuộc hộ cận nghèo, được hỗ trợ mức đóng',
      en: 'Health card of a near-poor household, partly paid',
    },
    cite: law25('điểm a khoản 4 Điều 12'),
    when: is('household', 'near_poor'),
    gives: gives(3, 'CN'),
  },
]

/** Since Law 51/2024; its group letters are not known here (open question BHYT-1). */
export const cardsR25: readonly SupportRule[] = [
  {
    ...card,
    id: 'BHYT-SP',
    label: { vi: 'Thẻ BHYT người hưởng hưu trí xã hội', en: 'Health card of a social pensioner' },
    cite: law51of2024('Điều 12'),
    when: receives('social_pension'),
    gives: gives(2),
  },
  {
    ...tuat,
    cite: law51of2024('Điều 12'),
    when: allOf(onTuat, anyOf(ageFrom(75), allOf(ageFrom(70), is('household', 'poor', 'near_poor')))),
    gives: gives(2),
  },
]

/** Decree 335 keeps the card of Decree 20, and one card for several titles; its article was not read (open question BHYT-335). */
export const cardOfND335 = nd335('chế độ bảo hiểm y tế', 'uncertain')
export const cardsR26: readonly SupportRule[] = [{ ...ofSocialProtection, cite: cardOfND335 }]
