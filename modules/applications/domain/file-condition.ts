import { ageOn, type CivilDate } from '#kernel/civil-date'
import type { EventFacts, EventLeaf, Standing, SupportCondition } from '#modules/entitlement'

/**
 * When a paper or a form is asked for. The leaves are those of the law that can be answered by what somebody says of
 * themselves, and beside them what the procedure itself has asked. Ages are whole years here.
 */
export type FileCondition =
  | Extract<SupportCondition, { readonly kind: 'is' | 'flag' | 'ageFrom' | 'ageBelow' }>
  | Extract<EventLeaf, { readonly kind: 'eventIs' | 'eventFlag' }>
  | { readonly kind: 'answered'; readonly question: string; readonly among: readonly string[] }
  | { readonly kind: 'not'; readonly of: FileCondition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly FileCondition[] }

/** What is known of a file so far; whatever is not there has not been asked or answered. */
export type AskedFacts = {
  readonly on: CivilDate
  readonly standing?: Partial<Standing>
  readonly event?: Partial<EventFacts>
  readonly answers?: Readonly<Record<string, string>>
}

/** Whether a condition is true of a file; undefined as long as what is known does not settle it. */
export function isTrueOfFile(condition: FileCondition, facts: AskedFacts): boolean | undefined {
  const { standing = {}, event = {}, answers = {}, on } = facts
  switch (condition.kind) {
    case 'is':
      return isAmong(standing[condition.fact], condition.among)
    case 'flag':
      return standing[condition.fact]
    case 'ageFrom':
      return standing.born && ageOn(standing.born, on) * 12 >= condition.months
    case 'ageBelow':
      return standing.born && ageOn(standing.born, on) * 12 < condition.months
    case 'eventIs':
      return isAmong(event[condition.fact], condition.among)
    case 'eventFlag':
      // What nobody ticked is not so, as the law itself takes it: a paper does not wait for a «no».
      return event[condition.fact] ?? false
    case 'answered':
      return isAmong(answers[condition.question], condition.among)
    case 'not': {
      const inner = isTrueOfFile(condition.of, facts)
      return inner === undefined ? undefined : !inner
    }
    case 'all':
      return settled(condition.of, facts, false)
    case 'any':
      return settled(condition.of, facts, true)
  }
}

/** One inner condition that is `deciding` settles the whole; otherwise all of them have to be known. */
function settled(
  conditions: readonly FileCondition[],
  facts: AskedFacts,
  deciding: boolean,
): boolean | undefined {
  const truths = conditions.map((condition) => isTrueOfFile(condition, facts))
  if (truths.includes(deciding)) return deciding
  return truths.includes(undefined) ? undefined : !deciding
}

function isAmong(value: string | undefined, among: readonly string[]): boolean | undefined {
  return value === undefined ? undefined : among.includes(value)
}

type Leaf<Kind extends FileCondition['kind']> = Extract<FileCondition, { readonly kind: Kind }>

export const personIs = (fact: Leaf<'is'>['fact'], ...among: string[]): FileCondition => ({
  kind: 'is',
  fact,
  among,
})
export const personHas = (fact: Leaf<'flag'>['fact']): FileCondition => ({ kind: 'flag', fact })
export const fromAge = (years: number): FileCondition => ({ kind: 'ageFrom', months: years * 12 })
export const belowAge = (years: number): FileCondition => ({ kind: 'ageBelow', months: years * 12 })
export const eventIs = (fact: Leaf<'eventIs'>['fact'], ...among: string[]): FileCondition => ({
  kind: 'eventIs',
  fact,
  among,
})
export const eventHas = (fact: Leaf<'eventFlag'>['fact']): FileCondition => ({ kind: 'eventFlag', fact })
export const answered = (question: string, ...among: string[]): FileCondition => ({
  kind: 'answered',
  question,
  among,
})
export const whenAll = (...of: FileCondition[]): FileCondition => ({ kind: 'all', of })
export const whenAny = (...of: FileCondition[]): FileCondition => ({ kind: 'any', of })
export const whenNot = (of: FileCondition): FileCondition => ({ kind: 'not', of })
