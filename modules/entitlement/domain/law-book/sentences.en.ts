import { supplementedTerritories } from '../../law/support/province.ts'
import { phrasesEn } from '../words.en.ts'
import { bookWordsFrom } from './sentences.ts'

const territories: Readonly<Record<string, string>> = {
  central: 'the centre',
  'vinh-phuc': 'the former province of Vĩnh Phúc',
  elsewhere: 'another province',
}

/** Sentences of the law book in English. */
export const bookWordsEn = bookWordsFrom(phrasesEn, {
  chapter: {
    amounts: 'Standard amounts',
    combination: 'How several rights combine',
    exclusions: 'Who is shut out',
    procedure: 'Procedure: from which month, within which time',
  },
  territory: (id) => territories[id] ?? supplementedTerritories.get(id)?.en ?? id,
  notInGroup: (group) => `not in «${group}»`,
  oneOf: 'one of',
  allOf: 'all of',
  noneOf: 'none of',
  notAllOf: 'not all of',
  coefficient: (coefficient) => `coefficient ${coefficient}`,
  counted: (what) => `The coefficient is multiplied by the number of: ${what}.`,
  times: (coefficient, isPension) =>
    `${coefficient} times the ${isPension ? 'social pension' : 'standard amount'}`,
  floor: (what) => `at least ${what}`,
  realCost: (least) => `the real cost, at least ${least}`,
  riceEach: (kilograms, months) => `${kilograms} kg of rice a person and month, for ${months} months at most`,
  daily: (rate, months) => `${rate} a day, for ${months} months at most`,
  topUp: (to) => `what is missing to ${to} a month`,
  forMonths: (what, months) => `${what}, for ${months} months at most`,
  notAwarded: 'nothing awarded',
  recorded: (what) => `only recorded, helped by another law: ${what}`,
  decided: (procedure) => `Decided: ${procedure}`,
  grows: 'An amount that grows within a month is paid at the new level from that month.',
  shrinks:
    'Where the amount shrinks, that month keeps the old one and the new one holds from the month after.',
  sinceMonth: (month) => `from ${month}`,
  monthThrough: (from, through) => `from ${from} through ${through}`,
  overtaken: (used) => `lower than the centre, so ${used} holds`,
  smallPension: {
    full: 'A pension or social-insurance allowance lower than the social pension leaves the whole social pension.',
    difference:
      'A pension or social-insurance allowance lower than the social pension leaves only the difference.',
  },
  meritoriousOverlap: {
    highest:
      'Beside an allowance for meritorious service only the higher of it and the monthly allowance is paid.',
    both: 'An allowance for meritorious service and the monthly allowance are both paid.',
  },
  highest: 'Whoever is in several groups of one benefit is paid the highest amount only.',
  together: (group) => `Whoever is in «${group}» and in one of the following is paid both.`,
  togetherWith: (group) => `together with «${group}»`,
  higherOf: (one, other, kept) =>
    `Of ${one} and ${other} only the higher is paid; where they are equal, the ${kept} is kept.`,
  converts:
    'whoever had no right to that benefit by the law before, in a month before this law came into force',
  oneAMonth: (benefit, against) =>
    `From ${benefit} to ${against} or back within a month: the month pays the one held when it began, and ${benefit} where neither was.`,
  added: (benefits) => `Added without comparing: ${benefits}.`,
  shutOut: (benefit) => `no ${benefit}`,
  start: 'Paid from the month the decision is signed, unless a group has a rule of its own.',
  startOfAge: (group, years) => `«${group}»: paid from the month of the ${years}th birthday.`,
  startOfCertificate: (group) => `«${group}»: paid from the month of the disability certificate.`,
  adjust: {
    month_of_change: 'A new amount holds from the month of the change.',
    month_after: 'A new amount holds from the month after the change.',
  },
  stop: 'Paid no longer from the month after the conditions ended.',
  workingDays: (days) => `Decided within ${days} working days of the complete file.`,
  came: (what) => `added: ${what}`,
  went: (what) => `taken out: ${what}`,
  replaced: (before, after) => `before: ${before} → now: ${after}`,
  inBand: (band) => `«${band}»`,
  changeKind: {
    added: 'New',
    ended: 'Ended',
    changed: 'Changed',
    cited: 'In another article, saying the same',
  },
  nothingChanged: 'The law says the same on both days.',
  noLaw: (day) => `No rules are known for ${day}; the first are of 01/01/2015.`,
  onDay: (day, law) => `The law of ${day}: ${law}`,
  reachingBack: (then, law, from) =>
    `${then}; amounts and groups of ${law} reach back to ${from} for whoever was already paid`,
  retroactive: (inForce) =>
    `The day lies before the law came into force (${inForce}); it reaches back for whoever was already paid.`,
  born: (text) => `born ${text}`,
  died: (day) => `died on ${day}`,
  children: (count, all) => `raises ${count} (${all})`,
  child: (born, isStudying, continued) =>
    `born ${born}${isStudying ? ', studies' : ''}${continued ? ', counted until 16' : ''}`,
  changed: (day, facts) => `from ${day}: ${facts}`,
  awardedOnly: (benefits) => `awarded: ${benefits}`,
  monthly: (name, amount) => `${name} ${amount} a month`,
  lives: (territory) => `lives in ${territory}`,
})
