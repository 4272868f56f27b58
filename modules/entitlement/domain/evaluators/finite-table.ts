import { benefits, type Benefit, type Due, type PersonMonth } from '../determination.ts'
import { count, determine } from '../determine.ts'
import { canonical } from '../fingerprint.ts'
import type { Instant, MonthLaw } from '../law-in-force.ts'
import type { Standing } from '../standing.ts'
import type { RuleSet } from '../rule-set.ts'
import { asAtMonthEnd } from './columns.ts'
import { axesOf, readingOf, standingOf, type Axis, type Piece, type Reading } from './finite-table-classes.ts'

/**
 * The law of a month as a table: whoever is asked about is replaced by the one person who stands for their class, and each pair
 * of classes is worked out once. It is right if, and only if, the law tells nobody of a class apart.
 */
export function tableFor(ml: MonthLaw): { readonly due: (person: PersonMonth) => readonly Due[] } {
  const { reading, axesAt } = classesOf(ml)
  // Where only the difference to a pension is paid, its amount is looked at for itself.
  const isTopUp = ml.smallPension === 'difference'
  const known = new Map<string, readonly Due[]>()

  /** Whoever stands for somebody on a day, and all that is looked at beside their class. */
  function representatives(at: Instant) {
    const axes = axesAt(at, isTopUp)
    const alike = new Map<string, { standing: Standing; isMany: boolean }>()
    return (standing: Standing | undefined): Representative => {
      if (!standing || standing.born > at.day) return nobody
      const classes = axes.map(({ classOf }) => classOf(standing, at))
      const place = classes.join()
      let found = alike.get(place)
      if (!found) {
        const one = standingOf(
          classes.map((index, axis) => axes[axis]!.pieces[index]!),
          at,
        )
        // A table ends somewhere; whoever has more children than can matter is counted child by child.
        const isMany = reading.counts.some(({ of }) => count(of, one, at) >= reading.cap)
        alike.set(place, (found = { standing: one, isMany }))
      }
      const { territory, pension, socialInsurance, meritorious, born, children } = standing
      const beside = {
        territory,
        meritorious,
        ...(isTopUp && { pension, socialInsurance }),
        // C5 asks about a day between the two.
        ...(ml.turn && { born }),
        ...(found.isMany && { children }),
      }
      const { standing: one } = found
      return {
        key: `${place};${Object.values(beside)
          .map((value) => (typeof value === 'object' ? JSON.stringify(value) : value))
          .join()}`,
        standing: () => ({ ...one, ...beside }),
      }
    }
  }

  const [earlier, later] = [representatives(ml.earlier), representatives(ml.later)]
  return {
    due: (person) => {
      // C5 asks about a third day, and what begins and ends in the month about others: no class of either end.
      const isAskedAlone = ml.turn && (person.atTurn || (person.earlier?.children.length ?? 0) > 0)
      if (isAskedAlone || person.within) return determine(ml, person).due
      const ends = [earlier(person.earlier), later(asAtMonthEnd(person))] as const
      const awarded = person.awarded === 'all' ? 'all' : [...person.awarded].join()
      const key = `${ends[0].key} ${ends[1].key} ${awarded}`
      let found = known.get(key)
      if (!found) {
        const alike = {
          ...person,
          earlier: ends[0].standing(),
          later: ends[1].standing(),
          livedThrough: undefined,
        }
        known.set(key, (found = determine(ml, alike).due))
      }
      return found
    },
  }
}

/**
 * The classes of a rule set: worked out once, because ages are counted back from whatever day is asked about. Months that
 * only convert what there was ask more than their rule set.
 */
function classesOf(ml: MonthLaw): Classes {
  const ofRules = kept.get(ml.regime.rules) ?? new Map<string, Classes>()
  kept.set(ml.regime.rules, ofRules)
  const asked = canonical(ml.conversion.map(({ when }) => when))
  const known = ofRules.get(asked)
  if (known) return known
  const reading = readingOf([ml], benefits)
  const axes = new Map<string, Axis[]>()
  const classes = {
    reading,
    axesAt(at: Instant, isTopUp: boolean): readonly Axis[] {
      const key = `${at.socialPension} ${isTopUp}`
      // Where only the difference to a pension is paid, its amount is looked at for itself.
      const found =
        axes.get(key) ?? axesOf(reading, at, ['age', 'territory', ...(isTopUp ? ['amounts' as const] : [])])
      axes.set(key, found)
      return found
    },
  }
  ofRules.set(asked, classes)
  return classes
}
type Classes = {
  readonly reading: Reading
  readonly axesAt: (at: Instant, isTopUp: boolean) => readonly Axis[]
}
const kept = new WeakMap<RuleSet, Map<string, Classes>>()

type Representative = { readonly key: string; readonly standing: () => Standing | undefined }
const nobody: Representative = { key: '-', standing: () => undefined }

/** Every way to take one piece of each axis; the first axis goes through its pieces first. */
export function* combinationsOf(axes: readonly Axis[]): Generator<Piece[]> {
  const [first, ...others] = axes
  if (!first) {
    yield []
    return
  }
  for (const rest of combinationsOf(others)) for (const piece of first.pieces) yield [piece, ...rest]
}

/**
 * Benefits that give way to one another, or wait for one another, and so have to be looked at together. Whoever is always
 * shut out of the one by what gives the other passes between them only with facts that change.
 */
export function benefitsTogether(ml: MonthLaw): Benefit[][] {
  const { groups, combination } = ml.regime.rules
  const { higherOf, oneAMonth } = combination
  const meeting = oneAMonth?.against.filter((other) => !isApart(ml, oneAMonth.benefit, other)) ?? []
  const compared = new Set([
    ...(higherOf?.benefits ?? []),
    ...(oneAMonth && meeting.length > 0 ? [oneAMonth.benefit, ...meeting] : []),
  ])
  const given = benefits.filter((benefit) => groups.some((group) => group.benefit === benefit))
  const together = given.filter((benefit) => compared.has(benefit))
  return [
    ...(together.length > 0 ? [together] : []),
    ...given.filter((benefit) => !compared.has(benefit)).map((benefit) => [benefit]),
  ]
}

/** Whether every group of one benefit asks for a word of a fact that shuts out of the other. */
function isApart({ groupsOf, exclusionsOf }: MonthLaw, benefit: Benefit, other: Benefit): boolean {
  const asked = (groupsOf.get(benefit) ?? []).map(({ when }) => (when.kind === 'all' ? when.of : [when]))
  return (exclusionsOf.get(other) ?? []).some(
    ({ when }) =>
      when.kind === 'is' &&
      asked.every((conditions) =>
        conditions.some(
          (one) =>
            one.kind === 'is' &&
            one.fact === when.fact &&
            one.among.every((word) => when.among.includes(word)),
        ),
      ),
  )
}
