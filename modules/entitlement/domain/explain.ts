import { monthOf } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { yearsOfChildhood } from '../law/msa-1-points.ts'
import {
  amountOf,
  bandOf,
  count,
  determine,
  endOf,
  engine,
  hasRightOn,
  hasTurnedBefore,
  heldOn,
  holds,
  inMonth,
  price,
  pricedAs,
  type Determined,
  type Monthly,
  type Right,
} from './determine.ts'
import { benefitOf, benefits, type Benefit, type Component, type PersonMonth } from './determination.ts'
import type {
  CombinationStep,
  ConventionId,
  Explanation,
  GroupExplanation,
  GroupOutcome,
  Named,
} from './explanation.ts'
import { conventionsOfBirth } from './explanation.ts'
import { confidentialFacts } from './facts.ts'
import { instantOn, provincialIn, valueIn, type Instant, type MonthLaw } from './law-in-force.ts'
import type { Condition, Group, Source } from './rule-set.ts'
import type { Standing } from './standing.ts'
import { firstFailing, trace, whenOldEnough } from './trace.ts'

/** Why a person is due what they are due, and for each group they are not in, the first condition that failed. */
export function explain(asked: PersonMonth, within: Pick<typeof engine, 'lawIn'> = engine): Explanation {
  const ml = within.lawIn(asked.month, asked.knownOn)
  if (!ml) return { ...blank(asked), due: [], total: dong(0) }
  const person = { ...asked, earlier: alive(asked.earlier, ml.earlier), later: alive(asked.later, ml.later) }
  const determined = determine(ml, person)
  const due = determined.due
  const standing = person.later ?? person.earlier
  const every = new Map(
    benefits.map((benefit) => [benefit, determined.rights.get(benefit) ?? inMonth(ml, benefit, person)]),
  )
  return {
    ...blank(person),
    regime: regimeOf(ml),
    ...(standing && { standard: standardOf(ml, pricedAs(person, every.get('monthly_allowance')!)) }),
    groups: standing
      ? ml.regime.rules.groups.map((group) =>
          explainGroup(ml, person, group, every.get(group.benefit)!, determined),
        )
      : [],
    combination: standing ? steps(ml, person, standing, determined) : [],
    conventions: standing ? conventions(ml, standing, person, determined) : [],
    due,
    total: dong(due.reduce((sum, { amount }) => sum + amount, 0)),
  }
}

/** Nobody stands anywhere before the birth. */
function alive(standing: Standing | undefined, { day }: Instant): Standing | undefined {
  return standing && standing.born <= day ? standing : undefined
}

const blank = ({ month, knownOn }: PersonMonth) =>
  ({ format: 'explanation.v1', month, knownOn, groups: [], combination: [], conventions: [] }) as const

function explainGroup(
  ml: MonthLaw,
  person: PersonMonth,
  group: Group,
  monthly: Monthly,
  determined: Determined,
): GroupExplanation {
  const paid = monthly.paid.find((right) => right.group === group)
  const fromStart = paid
    ? monthly.earlier.includes(paid) && !monthly.later.includes(paid)
    : monthly.why === 'level_of_start' || monthly.why === 'stops_next_month'
  const isEarlier = person.later === undefined || (fromStart && person.earlier !== undefined)
  const { within } = monthly
  const at = within ? instantOn(within.through, ml.later) : isEarlier ? ml.earlier : endOf(ml, person)
  const standing = within?.standing ?? (isEarlier ? person.earlier : person.later)!
  const condition = trace(group.when, standing, at)
  const exclusion = ml.exclusionsOf.get(group.benefit)?.find(({ when }) => holds(when, standing, at))
  const right = paid ?? (condition.holds ? rightOf(group, standing, at) : undefined)
  const outcome = outcomeOf(right, paid, exclusion !== undefined, group.benefit, determined, person)
  const failing = outcome === 'refused' ? firstFailing(condition) : undefined
  const until = exclusion && ml.conversion.includes(exclusion) ? monthOf(ml.regime.inForce) : undefined
  const reachedIn = failing && whenOldEnough(failing, group, standing, at)
  return {
    group: group.id,
    benefit: group.benefit,
    component: group.component,
    label: group.label,
    cite: group.cite,
    outcome,
    day: at.day,
    condition,
    ...(right && {
      band: {
        id: right.band.id,
        label: right.band.label,
        ...(right.band.when && { condition: trace(right.band.when, standing, at) }),
        cite: right.band.cite,
      },
      arithmetic: arithmeticOf(ml, pricedAs(person, monthly), right),
    }),
    ...(failing && { firstFailing: failing }),
    ...(reachedIn && { reachedIn }),
    ...(outcome === 'lapsed' && { lapsedIn: person.lapsed!.get(group.benefit)! }),
    ...(outcome === 'suspended' && { suspendedFrom: person.suspended!.get(group.benefit)! }),
    ...(outcome === 'excluded' &&
      exclusion && {
        exclusion: {
          id: exclusion.id,
          label: exclusion.label,
          cite: exclusion.cite,
          condition: trace(exclusion.when, standing, at),
          ...(until && { until }),
        },
      }),
    confidential: restsOnConfidential(group.when),
  }
}

/** Whether being in a group gives a confidential fact away; being outside another group does not. */
function restsOnConfidential(condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.some(restsOnConfidential)
  return (condition.kind === 'flag' || condition.kind === 'is') && confidentialFacts.has(condition.fact)
}

function rightOf(group: Group, standing: Standing, at: Instant): Right {
  return { group, band: bandOf(group, standing, at), units: group.per ? count(group.per, standing, at) : 1 }
}

function arithmeticOf(ml: MonthLaw, standing: Standing, right: Right) {
  const { coefficient, units, standard, amount } = price(ml, standing, right)
  return { coefficient, units, standard, amount }
}

function outcomeOf(
  right: Right | undefined,
  paid: Right | undefined,
  isExcluded: boolean,
  benefit: Benefit,
  { rights, gaveWay, waiting, belowMeritorious }: Determined,
  { lapsed, suspended }: PersonMonth,
): GroupOutcome {
  if (!right) return 'refused'
  if (paid) {
    // What has lapsed while it was suspended asks for a new decision, not for a resumption.
    if (!rights.has(benefit))
      return lapsed?.has(benefit) ? 'lapsed' : suspended?.has(benefit) ? 'suspended' : 'not_awarded'
    if (belowMeritorious !== undefined && benefit === 'monthly_allowance') return 'below_meritorious'
    if (waiting.includes(benefit)) return 'waits'
    return gaveWay?.benefit === benefit ? 'gave_way' : 'paid'
  }
  return isExcluded ? 'excluded' : 'not_highest'
}

function steps(
  ml: MonthLaw,
  person: PersonMonth,
  standing: Standing,
  determined: Determined,
): CombinationStep[] {
  const { combination } = ml.regime.rules
  const found: CombinationStep[] = []
  for (const [benefit, monthly] of determined.rights) {
    const { paid, earlier, why } = monthly
    const name = (right: Right): Named => ({
      rule: right.band.id,
      label: right.group.label,
      amount: price(ml, pricedAs(person, monthly), right).amount,
      confidential: restsOnConfidential(right.group.when),
    })
    const [first] = paid
    if (!first) continue
    const isDue = determined.due.some(({ component }) => benefitOf[component] === benefit)
    const { within } = monthly
    const at = within
      ? instantOn(within.through, ml.later)
      : earlier.includes(first)
        ? ml.earlier
        : endOf(ml, person)
    const others = heldOn(ml, at, benefit, within?.standing ?? standing).filter(({ group }) =>
      paid.every((right) => right.group !== group),
    )
    if (paid.length > 1)
      found.push({ kind: 'together', benefit, kept: paid.map(name), cite: combination.together.cite })
    else if (others.length > 0)
      found.push({
        kind: 'highest',
        benefit,
        kept: name(first),
        over: others.map(name),
        cite: combination.highest.cite,
      })
    // Of what waits or gives way nothing is said to count from this month.
    if (isDue && why !== 'nothing' && why !== 'level_of_end' && (within || differs(monthly)))
      found.push({ kind: 'timing', benefit, why, cite: timingSource(ml, person, first, monthly) })
  }
  if (determined.belowMeritorious !== undefined)
    found.push({
      kind: 'below_meritorious',
      meritorious: determined.belowMeritorious,
      cite: valueIn(ml.regime.rules.parameters.meritorious_overlap, ml.month)!.cite,
    })
  const { gaveWay } = determined
  if (gaveWay && combination.higherOf)
    found.push({
      kind: 'higher_benefit',
      kept: gaveWay.to,
      lost: gaveWay.benefit,
      keptAmount: gaveWay.sums[1],
      lostAmount: gaveWay.sums[0],
      cite: combination.higherOf.cite,
    })
  const { oneAMonth } = combination
  for (const waits of determined.waiting)
    if (oneAMonth) {
      const kept = waits === oneAMonth.benefit ? paidBefore(determined, oneAMonth.against) : oneAMonth.benefit
      const isNew = determined.rights.get(kept)?.earlier.length === 0
      found.push({ kind: 'one_a_month', kept, waits, ...(isNew && { isNew }), cite: oneAMonth.cite })
    }
  const paying = benefits.filter((benefit) =>
    determined.due.some(({ component }) => benefitOf[component] === benefit),
  )
  const added = paying.filter((benefit) => combination.added.benefits.includes(benefit))
  if (added.length > 0 && paying.length > 1)
    found.push({ kind: 'added', benefits: added, cite: combination.added.cite })
  return found
}

function paidBefore({ due }: Determined, against: readonly Benefit[]): Benefit {
  return against.find((benefit) => due.some(({ component }) => benefitOf[component] === benefit))!
}

function differs({ earlier, later }: Monthly): boolean {
  return (
    earlier.length !== later.length ||
    later.some(({ band, units }, index) => band !== earlier[index]?.band || units !== earlier[index].units)
  )
}

function timingSource(ml: MonthLaw, person: PersonMonth, right: Right, monthly: Monthly): Source {
  const { shrinksNextMonth, growsAtOnce } = right.group
  const { why } = monthly
  if (why === 'shrinks_next_month' && shrinksNextMonth) return shrinksNextMonth.cite
  if (why === 'grows_at_once' && growsAtOnce) return growsAtOnce.cite
  return ml.turn && isBefore(ml.turn, { ml, person, right, monthly })
    ? ml.turn.procedure.cite
    : ml.procedure.cite
}

/** C5: whether what is told happened before the procedure changed; a start follows the day it is decided on instead. */
function isBefore(
  turn: Instant,
  { ml, person, right, monthly }: { ml: MonthLaw; person: PersonMonth; right: Right; monthly: Monthly },
): boolean {
  const { benefit } = right.group
  const { why, earlier, within } = monthly
  if (within) return within.through <= turn.day
  if (why === 'stops_next_month') return !hasRightOn(ml, turn, benefit, person.atTurn ?? person.earlier)
  return why !== 'starts' && hasTurnedBefore(ml, benefit, person, earlier)
}

function conventions(
  ml: MonthLaw,
  standing: Standing,
  person: PersonMonth,
  determined: Determined,
): ConventionId[] {
  const { due, belowMeritorious } = determined
  const whys = [...determined.rights.values()].map(({ why }) => why)
  const shrinks = (component: Component) =>
    [...determined.rights.values()].some(
      ({ why, paid }) =>
        why === 'shrinks_next_month' && paid.some(({ group }) => group.component === component),
    )
  const isPaid = (id: string) =>
    [...determined.rights.values()].some(({ paid }) => paid.some(({ group }) => group.id === id))
  const isHeld = (id: string) =>
    determined.rights.has('care_support') &&
    heldOn(ml, endOf(ml, person), 'care_support', standing).some(({ group }) => group.id === id)
  const ofBirth = conventionsOfBirth(standing)
  const uses: Record<ConventionId, boolean> = {
    C1: isRetroactive(ml),
    C2:
      standing.territory !== 'central' &&
      provincialIn(ml.regime.rules, ml.month, standing.territory)?.value ===
        ml.base('standard', standing.territory),
    C5: ml.turn !== undefined && whys.includes('level_of_start'),
    C6: whys.includes('grows_at_once'),
    'C5-C6': growsByTheTurn(ml, standing, determined),
    C7: shrinks('single_parent'),
    C9: ofBirth.includes('C9'),
    C10: ofBirth.includes('C10'),
    C12: isPaid('MSA-4') && isPaid('MSA-8') && ml.regime.rules.id !== 'R26',
    C13: isPaid('MSA-5A') && standing.obligor === 'on_allowance' && ml.later.socialPension > 0,
    C14: isHeld('CARE-1') && isHeld('CARE-4'),
    C20: determined.waiting.length > 0 || shrinks('nursing'),
    WITHIN: whys.includes('begins_and_ends'),
    'SP-03':
      due.some(({ component }) => component === 'social_pension') &&
      amountOf(['pension', 'socialInsurance'], standing) > 0,
    '12':
      standing.father === 'unidentified' &&
      standing.mother === 'unidentified' &&
      !standing.abandoned &&
      standing.born > ml.later.bornBy(12 * yearsOfChildhood),
    NCC:
      belowMeritorious !== undefined ||
      (standing.meritorious > 0 && person.awarded !== 'all' && due.length > 0),
  }
  return (Object.keys(uses) as ConventionId[]).filter((id) => uses[id]) // The keys of the record just written.
}

/** What C6 let grow in the month itself until the month before, C5 lets wait because it grew before the procedure changed. */
function growsByTheTurn({ turn }: MonthLaw, standing: Standing, { rights }: Determined): boolean {
  if (!turn) return false
  return [...rights.values()].some(
    ({ why, paid }) =>
      why === 'level_of_start' &&
      paid.some(
        ({ group, band }) =>
          group.growsAtOnce && bandOf(group, standing, turn).coefficient > band.coefficient,
      ),
  )
}

function isRetroactive({ regime, month }: MonthLaw): boolean {
  return monthOf(regime.inForce) > month
}

function regimeOf(ml: MonthLaw): NonNullable<Explanation['regime']> {
  const { regime, procedure } = ml
  return {
    id: regime.rules.id,
    label: regime.rules.label,
    ruleSet: ml.version,
    from: regime.from,
    inForce: regime.inForce,
    isRetroactive: isRetroactive(ml),
    cite: regime.cite,
    procedure: { id: procedure.id, adjust: procedure.adjust, cite: procedure.cite },
  }
}

function standardOf(ml: MonthLaw, { territory }: Standing): NonNullable<Explanation['standard']> {
  const central = provincialIn(ml.regime.rules, ml.month, 'central')!
  const provincial = territory === 'central' ? undefined : provincialIn(ml.regime.rules, ml.month, territory)
  const shown = ({ value, cite }: { value: Dong; cite: Source }) => ({ value, cite })
  return {
    territory,
    central: shown(central),
    ...(provincial && { provincial: shown(provincial) }),
    used: ml.base('standard', territory),
  }
}
