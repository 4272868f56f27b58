import { formatCount, formatDate } from '#kernel/written'
import { groupsTogether } from '#modules/entitlement/contract'
import type { Words } from './words.ts'
import type { NewGroup, PovertyLevel } from './scenario.ts'

const money = (amount: number | string | null) => `${formatCount(Number(amount))} đ`
const coefficient = (value: number | string | null) =>
  (Number(value) / 10).toLocaleString('vi-VN', { minimumFractionDigits: 1 })
const age = (months: number | string | null) =>
  Number(months) % 12 === 0 ? `${Number(months) / 12} years` : `${months} months`
const households: Readonly<Record<PovertyLevel, string>> = {
  poor: 'poor households',
  poor_or_near_poor: 'poor and near-poor households',
  any: 'all households',
}
const modes: Readonly<Record<string, string>> = {
  full: 'the whole social pension',
  difference: 'only the difference',
}
const degrees = { exceptionally_severe: 'exceptionally severe', severe: 'severe', mild: 'mild' } as const

function askedBy({ fromAge, belowAge, poverty, disability, inDifficultArea, withoutPension }: NewGroup) {
  return [
    ...(fromAge === null ? [] : [`from ${fromAge}`]),
    ...(belowAge === null ? [] : [`below ${belowAge}`]),
    ...(poverty === 'any' ? [] : [households[poverty]]),
    ...(disability.length === 0
      ? []
      : [`${disability.map((degree) => degrees[degree]).join(' or ')} disability`]),
    ...(inDifficultArea ? ['in an area of extreme difficulty'] : []),
    ...(withoutPension ? ['without pension or social-insurance allowance'] : []),
  ].join(', ')
}

export const wordsEn: Words = {
  change: ({ change, before, name }) => {
    switch (change.kind) {
      case 'standard':
        return `Provincial standard: ${money(before)} → ${money(change.value)}`
      case 'social_pension':
        return `Social pension: ${money(before)} → ${money(change.value)}`
      case 'coefficient':
        return `Coefficient of “${name?.en ?? change.rule}”: ${coefficient(before)} → ${coefficient(change.value)}`
      case 'age':
        return `Age ${change.whose === 'child' ? 'of the child ' : ''}in “${name?.en ?? change.group}”: ${age(before)} → ${age(change.to)}`
      case 'poverty':
        return `Households of “${name?.en ?? change.group}”: ${households[before as PovertyLevel]} → ${households[change.to]}`
      case 'small_pension':
        return `Pension below the social pension: ${modes[String(before)]} → ${modes[change.to]}`
      case 'without':
        return `Without “${name?.en ?? change.group}”`
      case 'new_group':
        return `New provincial group “${change.name}”: ${askedBy(change)}; coefficient ${coefficient(change.coefficient)}`
    }
  },
  flag: (flag) => {
    switch (flag.code) {
      case 'uncertain_source':
        return `The text behind the present rule (${flag.cite.text}) has not been read. Check it before submitting.`
      case 'social_pension_apart':
        return `The social pension stays at ${money(flag.value)}; it does not follow the provincial standard. Add the change “Social pension” for both.`
      case 'small_pension_uncertain':
        return 'Whether a small pension leaves the whole social pension or only the difference is unclear in Decree 176/2025; the figures follow what the system applies.'
      case 'central_overtakes':
        return `From ${formatDate(flag.month)} the national standard is ${money(flag.value)}, not below the proposal, which then costs nothing more; the yearly cost here ${flag.isDeducted ? 'counts only the months before.' : 'does not deduct that.'}`
      case 'other_law_by_start':
        return `By the starting month the law is ${flag.law.en}; the figures follow the law of the base month.`
      case 'register_incomplete':
        return `The newly eligible are counted among ${formatCount(flag.people)} people in the register; whoever is not recorded is missing, so this is a lower bound.`
      case 'communes_hidden':
        return 'Changes by commune are not shown, because they could reveal the health of people there.'
    }
  },
  refusal: ({ code, details: d }) => {
    switch (code) {
      case 'month_before_law':
        return `This month cannot be reckoned: the law is known from ${formatDate(String(d['first']))}. Choose a month from then on.`
      case 'month_to_come':
        return 'This month has not come, so the register has no figures. Choose this month or an earlier one; the start may be in the future.'
      case 'starts_before_base':
        return `The start is before the month of the figures (${formatDate(String(d['month']))}). Choose that month or a later one, or figures of an earlier month.`
      case 'below_central':
        return `This is below the national standard of ${money(d['floor']!)} (${d['place']}). A province may only set as much or more.`
      case 'below_social_pension':
        return `This is below the national social pension of ${money(d['floor']!)} (${d['place']}). A province may only set as much or more.`
      case 'no_social_pension':
        return 'There is no social pension in this month; it began in 07/2025. Choose a later month, or take this change out.'
      case 'amount_not_whole':
        return `Times the coefficient ${coefficient(d['coefficient']!)} this is not a whole đồng, and the law does not say how to round. Choose a multiple of 10 đồng.`
      case 'rule_unknown':
        return 'The law of this month has no such amount. Choose one from the list.'
      case 'group_unknown':
        return 'The law of this month has no such group. Choose one from the list.'
      case 'boundary_unknown':
        return `“${d['group']}” has no boundary at ${age(d['months']!)}. Choose one of its ages.`
      case 'age_crosses':
        return `The new age passes or meets another of “${d['group']}” (${age(d['other']!)}), so that nobody would be in between. Choose one before it, or move the other first.`
      case 'no_poverty_condition':
        return `“${d['group']}” does not ask about poverty, so there is nothing to change. Choose another group.`
      case 'changed_twice':
        return 'This is changed above already. Two changes of one thing contradict each other; take one out.'
      case 'group_for_everybody':
        return 'This group asks nothing, so everybody would be in it. Set at least one condition.'
      case 'ages_exclude_everybody':
        return `Nobody is both from ${d['fromAge']} and below ${d['belowAge']}. Change one of the ages.`
      case 'others_refer_to_it':
        return `“${d['group']}” cannot be taken out because other rules name it: ${d['others']}. Change those first, or lower its coefficient.`
      case 'unsound':
        return `Together these changes are no consistent rule set (${d['inEnglish'] ?? d['fault']}). Take them out one by one to find which.`
    }
  },
  assumptions: ({ month: base, takeUp, knownOn }) => [
    `Numbers, ages and circumstances stay as in ${formatDate(base)}; a year is the first twelve such months, without those in which the proposal has no effect any more.`,
    'The cost of the month follows what was known when the figures were taken, also what came after the list was drawn up; it may differ from the regular sum of the list already made for this month.',
    'Whoever receives is reckoned by the decisions in force; arrears, the cost of paying out and health insurance are left out.',
    `The newly eligible are counted apart, assuming that ${takeUp}% apply.`,
    'Of a couple with two rights for raising small children one share is counted, the higher.',
    `Law and facts as known on ${formatDate(knownOn)}; a national standard that begins later is left out.`,
  ],
  group: ({ id, name }) => (id === 'together' ? groupsTogether.en : name.en),
  age: ({ from, below }) =>
    below === null ? `from ${from}` : from === 0 ? `below ${below}` : `${from} to below ${below}`,
  sex: { female: 'Women', male: 'Men' },
  household: { poor: 'Poor households', near_poor: 'Near-poor households', other: 'Other households' },
  withheld: 'withheld',
}
