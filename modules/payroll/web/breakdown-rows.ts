import { groupsTogether, nameOfRule } from '#modules/entitlement/contract'
import type { LineComponent, RunView, Tally } from '../contract.ts'
import { visibleRule } from '../domain/discretion.ts'

/** A row of the breakdown by benefit and group: a group, groups together, or a whole benefit. */
export type BreakdownRow = Tally & {
  readonly component: LineComponent
  readonly rule: string | null
  readonly sumOf: 'group' | 'unnamed' | 'component'
  /** The lines this row is the sum of, exactly; undefined where they may not be asked for by group. */
  readonly leadsTo?: { readonly component: string; readonly rule?: string }
}

type Counted = Pick<RunView, 'byComponent' | 'byRule' | 'unnamed'>

/**
 * The groups of each benefit together, and under those of several groups what they come to; a person counts there once. A
 * sum over many people may name more than a line of one person does (domain/discretion.ts): such groups lead nowhere one by
 * one, and together to the lines of all of them.
 */
export function breakdownRows(run: Counted, mayReadConfidential: boolean): BreakdownRow[] {
  return run.byComponent.flatMap((benefit) => {
    const { component } = benefit
    const groups = run.byRule.filter((group) => group.component === component)
    const isNamed = ({ rule }: { rule: string | null }) =>
      rule !== null && visibleRule(rule, mayReadConfidential) !== null
    const named = groups.filter(isNamed)
    const unnamed = groups.filter((group) => !isNamed(group))
    const together = run.unnamed.find((tally) => tally.component === component)
    const lines = named.length === 0 ? { component } : { component, rule: 'other' }
    const rows: BreakdownRow[] = [
      ...named.map((group) => ({
        ...group,
        sumOf: 'group' as const,
        leadsTo: { component, rule: group.rule! }, // A named group has one.
      })),
      ...unnamed.map((group) => ({
        ...group,
        sumOf: 'group' as const,
        ...(unnamed.length === 1 && { leadsTo: lines }),
      })),
    ]
    if (unnamed.length > 1 && named.length > 0 && together)
      rows.push({ ...together, rule: null, sumOf: 'unnamed', leadsTo: lines })
    if (groups.length > 1) rows.push({ ...benefit, rule: null, sumOf: 'component', leadsTo: { component } })
    return rows
  })
}

/** The groups a sum keeps private have one name everywhere; whoever is not told why people are paid is told no group at all. */
export function nameOfGroup(rule: string | null, language: 'vi' | 'en', isTold: boolean): string | undefined {
  if (rule !== null) return nameOfRule(rule, language)
  return isTold ? groupsTogether[language] : undefined
}
