/** How much hangs on it: money goes wrong, a right may come out wrong, or a file will stall. */
export type Severity = 'money' | 'right' | 'file'

/** Where it is put right. */
export type Fix =
  | 'number'
  | 'identity'
  | 'disability'
  | 'stop_award'
  | 'way'
  | 'guardian'
  | 'carer'
  | 'household'
  | 'home'
  | 'transfer'
  | 'facts'
  | 'verify'

export type Rule = {
  readonly severity: Severity
  readonly fix: Fix
  /** Whether what it looks at is kept with its past, so that months gone by can be counted as well. */
  readonly hasPast: boolean
}

/**
 * What is looked for in the register. What the database makes impossible is not here: a second household, home or head at a
 * time, one number for two people, a second award of one benefit, a circle of merges.
 */
export const rules = {
  /** An award that is still open after a death. */
  dead_with_award: { severity: 'money', fix: 'stop_award', hasPast: true },
  /** The money of somebody alive goes to somebody dead. */
  dead_payee: { severity: 'money', fix: 'way', hasPast: true },
  /** The facts an award rests on are no longer there. */
  no_right_behind_award: { severity: 'money', fix: 'stop_award', hasPast: false },
  /** One account for people nothing ties together. */
  shared_account: { severity: 'money', fix: 'way', hasPast: false },
  /** The paper by which somebody receives in another’s place has run out. */
  authority_ended: { severity: 'money', fix: 'way', hasPast: false },
  /** Paid by one commune, at home in another. */
  paid_elsewhere: { severity: 'money', fix: 'transfer', hasPast: true },
  /** Something that holds today still names a record that was merged into another. */
  merged_still_named: { severity: 'money', fix: 'way', hasPast: false },
  impossible_age: { severity: 'right', fix: 'identity', hasPast: true },
  /** A parent not twelve years older than the child. */
  parent_too_young: { severity: 'right', fix: 'identity', hasPast: true },
  /** Only a year or month, in the year in which an age the law names is reached. */
  vague_birth: { severity: 'right', fix: 'identity', hasPast: true },
  /** The guardian of a child, or the carer, has died, and nobody has taken their place. */
  dead_guardian: { severity: 'right', fix: 'guardian', hasPast: true },
  dead_head: { severity: 'right', fix: 'household', hasPast: true },
  no_head: { severity: 'right', fix: 'household', hasPast: true },
  /** The head lives in another commune, and the others stay. */
  head_elsewhere: { severity: 'right', fix: 'household', hasPast: true },
  /** A household that is on a list of the poor and has nobody left. */
  empty_household: { severity: 'right', fix: 'facts', hasPast: true },
  /** A certificate that ends soon or has ended, or was made for a child who has since turned six. */
  certificate_ending: { severity: 'right', fix: 'disability', hasPast: true },
  disability_without_paper: { severity: 'right', fix: 'disability', hasPast: true },
  /** On a list of the poor of a former year, in a commune whose list of this year is not in. */
  poverty_list_old: { severity: 'right', fix: 'facts', hasPast: true },
  number_missing: { severity: 'file', fix: 'number', hasPast: true },
  number_contradicts: { severity: 'file', fix: 'identity', hasPast: true },
  number_unverified: { severity: 'file', fix: 'verify', hasPast: true },
  unit_unknown: { severity: 'file', fix: 'home', hasPast: true },
  no_village: { severity: 'file', fix: 'home', hasPast: true },
  /** Nobody said how the money goes: it is paid in cash at the commune. */
  no_way: { severity: 'file', fix: 'way', hasPast: false },
} as const satisfies Readonly<Record<string, Rule>>

export type RuleId = keyof typeof rules
export const ruleIds = Object.keys(rules) as RuleId[] // The keys are the rules.
