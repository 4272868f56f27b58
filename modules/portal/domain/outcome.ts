import { addMonths, addYears, lastDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import {
  determineSupport,
  engine,
  explain,
  lackingOf,
  payeeOf,
  plainEvent,
  plainStanding,
  subjectOf,
  type Benefit,
  type ConditionNode,
  type EventKind,
  type GroupExplanation,
  type Payee,
  type Standing,
  type SupportExplanation,
} from '#modules/entitlement/engine'
import { adviceFor, type Advice } from './advice.ts'
import { chancesOf, territoryOf, type BenefitChance } from './chances.ts'
import type { Known } from './known.ts'
import { openRights, type OpenRight } from './open-rights.ts'
import type { Fact, Range } from './question.ts'
import { supportChances } from './supports.ts'

/** Money of every month the answers are enough for. */
export type MonthlyRight = {
  readonly benefit: Benefit
  readonly payee: Payee
  readonly amount: Dong
  readonly group: GroupExplanation
}

/** What is not due, for one reason somebody can understand: a fact, or a birthday to come. */
export type MissingRight = {
  readonly group: GroupExplanation
  readonly node: ConditionNode
  readonly from?: Month
}

export type EventRights = { readonly kind: EventKind; readonly rights: readonly SupportExplanation[] }

/** The result of an interview: all of it comes of the law, and none of it is a promise. */
export type Outcome = {
  readonly month: Month
  readonly monthly: readonly MonthlyRight[]
  readonly total: Dong
  /** Rights that gave way to a higher one of the person. */
  readonly gaveWay: readonly MonthlyRight[]
  readonly card: SupportExplanation | undefined
  readonly supplements: readonly SupportExplanation[]
  readonly events: readonly EventRights[]
  readonly open: readonly OpenRight[]
  readonly missing: readonly MissingRight[]
  readonly advice: readonly Advice[]
  readonly workingDays: number
  readonly isBirthGuessed: boolean
}

const outcomes = new WeakMap<Known, Outcome>()

/** Worked out once for what is known: it is thought of before it is shown, and asked for again beside it. */
export function outcomeOf(known: Known): Outcome {
  const found = outcomes.get(known) ?? workedOut(known)
  outcomes.set(known, found)
  return found
}

function workedOut(known: Known): Outcome {
  const who = known.answers.get('who')?.[0]
  const isPerson = who !== undefined && who !== 'deceased' && who !== 'takeIn' && known.birth !== undefined
  const chances = chancesOf(known)
  const month = isPerson ? monthOfPerson(known, chances) : nothingMonthly
  return {
    month: known.ml.month,
    ...month,
    events: eventsOf(known, chances),
    open: openRights(known, chances, isPerson),
    advice: adviceFor(known),
    workingDays: known.ml.procedure.workingDays,
    isBirthGuessed: known.birth?.isGuess === true,
  }
}

const nothingMonthly = {
  monthly: [],
  total: dong(0),
  gaveWay: [],
  card: undefined,
  supplements: [],
  missing: [],
} as const

function monthOfPerson(known: Known, chances: ReadonlyMap<Benefit, BenefitChance>) {
  const standing = standingOf(known)
  const { month } = known.ml
  const explanation = explain({
    month,
    knownOn: known.today,
    earlier: standing,
    later: standing,
    awarded: 'all',
  })
  const isSure = ({ benefit, group }: { benefit: Benefit; group: string }) => {
    const chance = chances.get(benefit)!
    return chance.truth === true && chance.groups.some((one) => one.group.id === group && one.truth === true)
  }
  const rightsOf = (...outcomes: GroupExplanation['outcome'][]) =>
    explanation.groups
      .filter((group) => outcomes.includes(group.outcome) && group.arithmetic && isSure(group))
      .map((group): MonthlyRight => ({
        benefit: group.benefit,
        payee: payeeOf[group.component],
        amount: group.arithmetic!.amount,
        group,
      }))
  const monthly = rightsOf('paid')
  const subject = subjectOf(engine, {
    event: plainEvent(lastDayOf(month) as CivilDate),
    standingOn: () => standing,
    awarded: new Set(monthly.map(({ benefit }) => benefit)),
    knownOn: known.today,
  })
  const supports = supportChances(known, chances).filter(({ of, truth }) => of === 'month' && truth === true)
  const granted = (subject && determineSupport(subject, 'month'))?.rights.filter(
    ({ rule, outcome }) => outcome === 'granted' && supports.some((one) => one.rule.id === rule),
  )
  return {
    monthly,
    total: dong(monthly.reduce((sum, { amount }) => sum + amount, 0)),
    gaveWay: rightsOf('gave_way', 'not_highest'),
    card: granted?.find(({ family }) => family === 'health_insurance'),
    supplements: granted?.filter(({ family }) => family === 'province') ?? [],
    missing: missingOf(known, chances, { groups: explanation.groups, monthly }),
  }
}

/** The rights one step away: a single fact is otherwise, or only age is lacking. The nearest birthday of a benefit counts. */
function missingOf(
  { ml }: Known,
  chances: ReadonlyMap<Benefit, BenefitChance>,
  { groups, monthly }: { groups: readonly GroupExplanation[]; monthly: readonly MonthlyRight[] },
): MissingRight[] {
  const horizon = addMonths(ml.month, nearMonths)
  const has = new Set(monthly.map(({ benefit }) => benefit))
  // What an unknown answer leaves open is not lacking.
  const isOpen = ({ benefit, group }: GroupExplanation) =>
    chances.get(benefit)!.groups.some((one) => one.group.id === group)
  const found = groups.flatMap((group): MissingRight[] => {
    if (group.outcome !== 'refused' || group.confidential || has.has(group.benefit) || isOpen(group))
      return []
    const lacks = lackingOf(group.condition)
    const [lack] = lacks
    if (lacks.length !== 1 || !lack || lack.never) return []
    const from = lack.on && monthOf(lack.on)
    if (from ? from > horizon : !isWorthTelling(lack.node)) return []
    return [{ group, node: lack.node, ...(from && { from }) }]
  })
  return found.toSorted((one, other) => Number(one.from !== undefined) - Number(other.from !== undefined))
}

/** Five years ahead; who is forty does not read about being seventy-five. */
const nearMonths = 60

/** Poverty and maintenance may be otherwise next year. Nobody is told that they lack a disability or a facility. */
function isWorthTelling(node: ConditionNode): boolean {
  return node.kind === 'is' && (node.fact === 'household' || node.fact === 'obligor')
}

/** The person as the law is asked about them; whatever was not told stands against them, so that nothing is promised. */
export function standingOf(known: Known): Standing {
  const { facts, birth } = known
  const against = { hasWage: true, spouseHasParentingSupport: true }
  const told: Record<string, unknown> = {}
  for (const [name, value] of facts)
    if (name in plainStanding && typeof value !== 'object' && name !== 'children') told[name] = value
  const sum = (name: Fact) => dong((facts.get(name) as Range | undefined)?.from ?? 999_999_999) // Sums are ranges.
  const standing = {
    ...plainStanding,
    ...against,
    ...told,
    born: birth!.born,
    bornPrecision: birth!.bornPrecision,
    territory: territoryOf(known),
    children: childrenOf(known),
  } as Standing // Facts are told with values of the law.
  const isChild = birth!.born > known.at.bornBy(16 * 12)
  // Nobody asks a child for a pension.
  const unasked = isChild ? dong(0) : undefined
  return {
    ...standing,
    pension: unasked ?? sum('pension'),
    socialInsurance: unasked ?? sum('socialInsurance'),
    meritorious: unasked ?? dong((facts.get('meritorious') as Range | undefined)?.from ?? 0),
    ...(isChild && { hasWage: facts.get('hasWage') === true }),
  }
}

/** Children of whom one knows only that they are small, or under 16. */
function childrenOf({ facts, today }: Known): Standing['children'] {
  const small = Number(facts.get('smallChildren') ?? 0)
  const older = Math.max(0, Number(facts.get('children') ?? 0) - small)
  const child = (age: number) => ({ born: addYears(today, -age), isStudying: false, continued: false })
  return [...Array.from({ length: small }, () => child(1)), ...Array.from({ length: older }, () => child(8))]
}

function eventsOf(known: Known, chances: ReadonlyMap<Benefit, BenefitChance>): EventRights[] {
  const sure = supportChances(known, chances)
  return [...known.events].map(([kind, facts]) => {
    const standing = known.birth
      ? standingOf(known)
      : standingOf({
          ...known,
          birth: { born: addYears(known.today, -40), bornPrecision: 'year', isGuess: true },
        })
    const subject = subjectOf(engine, {
      event: { ...plainEvent(known.today), ...facts },
      standingOn: (day) => (monthOf(day) >= addMonths(known.ml.month, -1) ? standing : undefined),
      awarded: 'all',
      knownOn: known.today,
    })
    const receives = (benefit: Benefit) => known.facts.get(`received.${benefit}`) === true
    const asked =
      subject && kind === 'death' && known.answers.has('deceased')
        ? { ...subject, receives, entitledTo: () => true }
        : subject
    const rights = (asked && determineSupport(asked, kind))?.rights ?? []
    return {
      kind,
      rights: rights.filter(
        ({ rule, outcome }) =>
          outcome === 'granted' &&
          sure.some(
            (one) => one.rule.id === rule && one.of === kind && one.truth === true && one.open.size === 0,
          ),
      ),
    }
  })
}
