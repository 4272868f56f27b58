import {
  supportLaw,
  supportOn,
  type Benefit,
  type EventKind,
  type SupportRule,
} from '#modules/entitlement/engine'
import { receipts, type BenefitChance } from './chances.ts'
import type { Known } from './known.ts'
import type { Fact } from './question.ts'
import { truthOf, type Truth } from './truth.ts'

/** A right that is no monthly amount, as far as is known. */
export type SupportChance = {
  readonly rule: SupportRule
  readonly of: EventKind | 'month'
  readonly truth: Truth
  readonly open: ReadonlySet<Fact>
}

/** Cards somebody pays for, wholly or in part: no right of those who ask here. */
const ownCost = new Set(['BHYT-HT', 'BHYT-CN'])

/** Which rights of a month the questions look for: the card the State pays, and what a province adds. */
function isAskedAbout({ id, family }: SupportRule): boolean {
  return (family === 'health_insurance' || family === 'province') && !ownCost.has(id)
}

/** Rights that follow from the facts of the month and from what happened. */
export function supportChances(
  known: Known,
  chances: ReadonlyMap<Benefit, BenefitChance>,
): readonly SupportChance[] {
  const rules = supportOn(supportLaw, known.today)?.rules ?? []
  const isDead = known.answers.get('who')?.includes('deceased') === true
  const kinds: readonly (EventKind | 'month')[] = [
    ...known.events.keys(),
    ...(isDead ? [] : ['month' as const]),
  ]
  return kinds.flatMap((of) =>
    rules
      .filter((rule) => rule.of.includes(of) && (of !== 'month' || isAskedAbout(rule)))
      .map((rule) => chanceOf(known, chances, rule, of)),
  )
}

function chanceOf(
  known: Known,
  chances: ReadonlyMap<Benefit, BenefitChance>,
  rule: SupportRule,
  of: EventKind | 'month',
): SupportChance {
  const setting = receipts(known, chances, of === 'death')
  const truth = truthOf(rule.when, known, of === 'month' ? setting : { ...setting, event: of })
  const open = new Set<Fact>(typeof truth === 'boolean' ? [] : truth)
  if (truth !== false && rule.gives.kind === 'rice' && known.events.get('hunger')?.persons === undefined)
    open.add('event.persons')
  return { rule, of, truth, open }
}

/** What the rights still depend on; a card that is certain and as good makes the others silent. */
export function openSupports(supports: readonly SupportChance[]): ReadonlySet<Fact> {
  return new Set(standingSupports(supports).flatMap(({ open }) => [...open]))
}

/** Those no other one that is certain makes idle. */
export function standingSupports(supports: readonly SupportChance[]): readonly SupportChance[] {
  return supports.filter((support) => !supports.some((other) => outdoes(other, support)))
}

function outdoes(other: SupportChance, support: SupportChance): boolean {
  if (other === support || other.truth !== true || other.rule.oneOf !== support.rule.oneOf) return false
  const [sure, open] = [other.rule.gives, support.rule.gives]
  if (sure.kind === 'card' && open.kind === 'card') return sure.level <= open.level
  if (sure.kind === 'multiple' && open.kind === 'multiple')
    return sure.base === open.base && sure.coefficient >= open.coefficient
  return sure.kind === 'fixed' && open.kind === 'fixed' && sure.amount >= open.amount
}
