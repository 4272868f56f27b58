import { formatDate } from '#kernel/written'
import { eventPhrasesEn } from './event-words.en.ts'
import type { Phrases } from './phrases.ts'
import { wordsFrom } from './words.ts'

const parent = {
  alive_available: 'alive and able to raise the child',
  dead: 'dead',
  unidentified: 'unidentified',
  missing_declared: 'declared missing',
  in_facility: 'living in a social assistance facility',
  detained: 'serving a sentence or a compulsory measure',
} as const

const age = (years: number, months: number) =>
  months === 0 ? `${years}` : years === 0 ? `${months} months` : `${years} years ${months} months`

export const phrasesEn: Phrases = {
  locale: 'vi-VN', // Figures are written as on the lists and decisions, in every language.
  pick: ({ en }) => en,
  day: formatDate,
  month: formatDate,
  benefit: {
    monthly_allowance: 'monthly social allowance',
    social_pension: 'social pension',
    care_support: 'support for taking in and caring',
    parenting_support: 'support during pregnancy and for raising small children',
    facility_care: 'nursing allowance in a facility',
  },
  component: {
    allowance: 'Monthly social allowance',
    single_parent: 'Allowance of a poor single parent',
    social_pension: 'Social pension',
    care: 'Support for taking in and caring',
    parenting: 'Support during pregnancy and for raising small children',
    nursing: 'Nursing allowance in a social assistance facility',
  },
  outcome: {
    paid: 'granted',
    not_highest: 'meets the conditions, but only the highest amount is paid',
    gave_way: 'meets the conditions, but another benefit is as high or higher',
    waits: 'never in one month with another benefit: this month pays that one',
    below_meritorious: 'meets the conditions, but the allowance for meritorious service is not lower',
    not_awarded: 'meets the conditions, but no decision grants it',
    lapsed: 'meets the conditions again, but needs a new decision',
    suspended: 'meets the conditions, but a decision suspends it',
    excluded: 'shut out by the law',
    refused: 'does not meet the conditions',
  },
  certainty: { verified: 'Checked against the text', knowledge: 'Well known', uncertain: 'To be confirmed' },
  convention: {
    C1: 'Decree 335/2026/NĐ-CP is in force from 05/10/2026; who was already paid has the new amounts from 07/2026.',
    C2: 'The standard of a province goes on in its old territory until replaced or overtaken by the centre.',
    C5: 'In 10/2026 changes before the 5th follow the old procedure, later ones the new.',
    C6: 'At 75 in 07–09/2026: the new amount from the month of the birthday.',
    'C5-C6':
      'At 75 on 1 to 4 October 2026: the new amount from 11/2026 as with every change before the 5th, though at 75 in September or from the 5th on it is paid in the month itself.',
    C7: 'One child no longer counts: the old amount for that month, the new one from the month after.',
    C9: 'Only the year or month of birth is known: it counts from the first day of it.',
    C10: 'Born on 29 February: in a common year the age is reached on 1 March.',
    C12: 'The amount of khoản 4 is no stable income for khoản 8: both are paid.',
    C13: 'An obligor who passed to the social pension still counts as receiving a monthly allowance.',
    C14: 'A child of khoản 1 with exceptionally severe disability, taken in: one amount for care, the higher.',
    C20: 'Admitted or discharged within the month: it pays the benefit held when it began; at 4 the nursing allowance shrinks from the month after.',
    WITHIN: 'A right that begins and ends within one month is due for that month.',
    'SP-03': 'A pension below the social pension: the whole social pension is paid.',
    '12': 'Both parents unidentified: khoản 1 has no point of its own, only điểm a. A child who was abandoned and is not adopted has the right once «abandoned» is recorded.',
    NCC: 'Together with an allowance for meritorious service: to be reviewed by the competent officer.',
  },
  fact: {
    sex: { name: 'sex', values: { female: 'female', male: 'male' } },
    household: {
      name: 'household',
      values: { poor: 'poor', near_poor: 'near-poor', other: 'neither poor nor near-poor' },
    },
    disability: {
      name: 'disability',
      values: {
        exceptionally_severe: 'exceptionally severe',
        severe: 'severe',
        mild: 'mild',
        none: 'no certificate',
      },
    },
    father: { name: 'father', values: parent },
    mother: { name: 'mother', values: parent },
    singleParent: {
      name: 'single parent',
      values: {
        no: 'no',
        never_married: 'never married',
        spouse_dead: 'spouse dead',
        spouse_missing: 'spouse declared missing',
      },
    },
    obligor: {
      name: 'anyone bound to maintain the person',
      values: { present: 'yes', none: 'nobody', on_allowance: 'yes, but on social allowance too' },
    },
    facility: {
      name: 'lives in a facility',
      values: {
        none: 'no',
        A: 'as a person under protection',
        B: 'in urgent need of protection',
        C: 'under the law on administrative sanctions',
        D: 'paying for the place',
      },
    },
    care: {
      name: 'cared for by',
      values: {
        none: 'nobody',
        own_household: 'the own household',
        taken_in: 'a household or person by decision',
      },
    },
  },
  flag: {
    inDifficultArea: {
      yes: 'lives in a commune or village of extreme difficulty',
      no: 'does not live in a commune or village of extreme difficulty',
    },
    abandoned: { yes: 'abandoned and not adopted', no: 'not abandoned' },
    hiv: { yes: 'lives with HIV', no: 'HIV not recorded' },
    isStudying: { yes: 'studies', no: 'does not study' },
    wasChildWithoutSupport: {
      yes: 'was paid under khoản 1 of Điều 5 until 16',
      no: 'was never paid under khoản 1 of Điều 5',
    },
    isPregnant: { yes: 'pregnant', no: 'not pregnant' },
    facilityEligibleInCommunity: {
      yes: 'qualifies for a facility and is cared for in the community',
      no: 'is not one who qualifies for a facility and is cared for in the community',
    },
    hasWage: { yes: 'has a wage', no: 'has no wage' },
    spouseHasParentingSupport: {
      yes: 'the spouse draws this share',
      no: 'the spouse does not draw this share',
    },
    servesSentence: { yes: 'serves a prison sentence', no: 'serves no prison sentence' },
  },
  amount: {
    pension: 'pension',
    socialInsurance: 'monthly social-insurance allowance',
    meritorious: 'allowance for meritorious service',
  },
  or: ' or ',
  and: '; ',
  not: (what) => `not: ${what}`,
  lostParents: {
    requirement: 'within one of the points a–l of khoản 1 Điều 5',
    point: (point, how) => `point ${point}: ${how}`,
    father: (is) => `father ${is}`,
    mother: (is) => `mother ${is}`,
    is: parent,
    both: (are) => `both parents ${are}`,
    oneAndOther: (one, other) => `one parent ${one}, the other ${other}`,
    bothUnknown: 'father and mother are not both unidentified',
  },
  oneOf: 'one of the following',
  noneOf: 'none of the following',
  anyOf: (what) => `one of: ${what}`,
  ageFrom: (years, months) => `aged ${age(years, months)} or over`,
  ageBelow: (years, months) => `under ${age(years, months)}`,
  age: (years, months, reached) => `aged ${age(years, months)}${reached ? `, of age on ${reached}` : ''}`,
  event: eventPhrasesEn,
  livesIn: (label) => `lives in ${label}`,
  livesElsewhere: 'lives elsewhere',
  atLeast: (count, children) => `raises at least ${count} of: ${children}`,
  counted: (found, born) => (found === 0 ? 'none counted' : `${found} counted (born ${born.join(', ')})`),
  inGroup: (label) => `is in «${label}»`,
  noAmount: (names) => `no ${names}`,
  amountBelow: (names, limit, isSocialPension) =>
    `no ${names}, or less than ${isSocialPension ? 'the social pension of ' : ''}${limit}`,
  hasAmount: (names) => `has a ${names}`,
  amountFrom: (names, limit) => `has a ${names} of ${limit} or more`,
  amountIs: (value) => `draws ${value} a month`,
  private: 'a private condition has been confirmed',
  units: (coefficient, units, standard, amount) =>
    `${coefficient} × ${units > 1 ? `${units} × ` : ''}${standard} = ${amount}`,
  refused: (requirement, found, month) =>
    `stops at «${requirement}»${found ? ` – now: ${found}` : ''}${month ? ` · ${month} at the earliest` : ''}`,
  lapsed: (month) =>
    `the conditions ceased to be met in ${month}; they are met again, and a new decision is needed`,
  suspended: (month) =>
    `meets the conditions, but is suspended from ${month}; a decision to resume pays the months from then on`,
  highest: (kept, over) => `Only the highest amount is paid: ${kept}; not added: ${over}.`,
  together: (kept) => `Both are paid, because a poor single parent is also in khoản 5, 6 or 8: ${kept}.`,
  higherBenefit: (kept, keptAmount, lost, lostAmount) =>
    `Only the higher benefit is paid: ${kept} ${keptAmount}, not ${lost} ${lostAmount}.`,
  oneAMonth: (kept, waits, isNew) =>
    isNew
      ? `Never both in one month: neither was held when it began, so it pays the ${kept} and not the ${waits}.`
      : `Never both in one month: this month pays the ${kept} held when it began, the ${waits} comes from the next.`,
  belowMeritorious: (amount) =>
    `The allowance for meritorious service (${amount}) is not lower, so no social allowance is added.`,
  added: (benefits) => `Added, because it is for the care: ${benefits}.`,
  timing: {
    level_of_start: (benefit) =>
      `A change takes effect the month after, so the ${benefit} keeps its old amount this month.`,
    stops_next_month: (benefit) => `The right ended within the month: the ${benefit} stops the month after.`,
    grows_at_once: (benefit) =>
      `The amount grew within the month: ${benefit} is paid at the new one from this month.`,
    shrinks_next_month: (benefit) =>
      `The amount falls within the month: the ${benefit} shrinks the month after.`,
    begins_and_ends: (benefit) => `Begun and ended within the month: ${benefit} is due for this month alone.`,
    starts: (benefit) => `The conditions were met within this month: the ${benefit} counts from this month.`,
  },
  regime: (label, month, from) => `${month} follows ${label}, for the months from ${from}.`,
  retroactive: (inForce, from) =>
    `It is in force from ${inForce}, but who was already paid is recalculated from ${from}.`,
  noRegime: (month) => `No rules are known for ${month}.`,
  standard: (used, central, provincial) =>
    provincial
      ? `Standard amount ${used}: the higher of the centre’s ${central} and the province’s ${provincial}.`
      : `Standard amount ${used}, of the centre.`,
  since: (month) => `a right since ${month}`,
  paidSince: (month) => `paid since ${month}`,
  inMonth: (month) => month,
  before: (month) => `before ${month}`,
  starts: {
    month_of_decision: 'paid from the month of the decision',
    month_of_age: 'paid from the month the age is reached',
    month_of_certificate: 'paid from the month of the disability certificate',
  },
  until: (month) => (month ? `through ${month}` : 'no end is known: as long as the conditions are met'),
  endsWith: (condition) => `then no longer “${condition}”`,
  endsBy: { death: 'the person has died', law: 'then the law has no such group' },
  source: (place, document) =>
    document.startsWith('docs/') ? `convention ${place} of this system` : `${place}, ${document}`,
  entitled: (total, sum) => `ENTITLED to ${total} a month${sum ? ` = ${sum}` : ''}`,
  notEntitled: 'NOT ENTITLED to anything this month',
  headings: {
    law: 'Law and standard amount',
    granted: 'Granted',
    combined: 'How amounts combine',
    others: 'Not granted',
    conventions: 'To be confirmed',
  },
}

/** Sentences of explanations in English. */
export const wordsEn = wordsFrom(phrasesEn)
