import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import {
  benefitOf,
  dueIn,
  explain,
  isConfidentialRule,
  law,
  plainStanding,
  regimeFor,
  versionOf,
  type Benefit,
  type Due,
  type Explanation,
  type PersonMonthRow,
  type Source,
  type Standing,
} from '#modules/entitlement'
import type { Basis, DecisionKind, Ending, Terms } from '../domain/proposal.ts'
import { effectiveIn } from '../domain/effects.ts'
import { paperWords } from './messages.vi.ts'
import { reasonsToRefuse } from './refusal-reasons.ts'

/** What the law makes of a decision, by everything known now. */
export type Computed = {
  readonly terms: Terms
  readonly basis: Basis
  readonly isConfidential: boolean
}

/** Somebody of whom the register knows no home: no law can be asked, and nothing is due. */
export function nobody(personId: string, month: Month, knownOn: CivilDate): PersonMonthRow {
  return {
    personId,
    areaId: 0,
    month,
    knownOn,
    awards: [],
    awarded: new Set(),
    earlier: undefined,
    later: undefined,
  }
}

type Asked = {
  readonly benefit: Benefit
  readonly kind: DecisionKind
  readonly reasons?: readonly string[] | undefined
  readonly lastMonth?: Month | undefined
}

type Setting = {
  readonly signedOn: CivilDate
  readonly diedOn: CivilDate | null
  /** What a decision holds up now. */
  readonly suspended?: readonly Benefit[]
  /** Which facts the file tells: what was asked for is answered. */
  readonly told?: ReadonlySet<string>
  /** How papers speak of the person: «bà». */
  readonly who: string
  /** Whoever asks may read what few may know: why somebody has no right is told them, and stands on no paper. */
  readonly mayReadAll?: boolean
  /** What a suspension, a resumption or an ending rests on, beside the rules. */
  readonly source?: Source | undefined
  /** What was drawn until now, of what is adjusted. */
  readonly paid?: Dong | undefined
  /** Why it ends, of what ends. */
  readonly ending?: Omit<Ending, 'goesOn'> | undefined
}

const nothing: ReadonlySet<string> = new Set()

/** What the law makes of one decision about somebody as they stand in a month. */
export function compute(
  { benefit, kind, reasons = [], lastMonth }: Asked,
  known: PersonMonthRow,
  setting: Setting,
): Computed {
  const { signedOn, diedOn, suspended = [], source, paid, ending } = setting
  const row = asDecided(known)
  const open = new Set(row.awards.map((award) => award.benefit))
  const whole = { ...row, awarded: new Set([...open, benefit]) }
  const explanation = explain(whole)
  const lines = explanation.due.filter(({ component }) => benefitOf[component] === benefit)
  const now = open.has(benefit) ? dueIn({ ...row, awarded: open }) : []
  const regime = regimeFor(law, row.month, signedOn)
  const paying = new Set(lines.map(({ rule }) => rule))
  const groups = explanation.groups.filter(
    ({ band, outcome }) => outcome === 'paid' && band && paying.has(band.id),
  )
  const gaveWay = explanation.combination.find(
    (step) => step.kind === 'higher_benefit' && step.lost === benefit,
  )
  // Money ends with the month after, so the month of the decision is the last; of the dead the month they died in.
  const last = kind === 'stop' ? (diedOn ? monthOf(diedOn) : (lastMonth ?? row.month)) : (lastMonth ?? null)
  const terms: Terms = {
    effective: effectiveIn(kind, row.month, last ?? undefined),
    lastMonth: last,
    lines: lines.map(linesOf),
    // After it nothing is paid, whatever the law would give.
    monthly: kind === 'stop' || kind === 'suspend' ? dong(0) : sumOf(lines),
    before: paid ?? sumOf(now.filter(({ component }) => benefitOf[component] === benefit)),
    gaveWay:
      gaveWay?.kind === 'higher_benefit' ? { benefit, amount: gaveWay.lostAmount, to: gaveWay.kept } : null,
    ruleSet: regime ? versionOf(regime.rules) : '',
    rules: [...paying],
    // What takes money away rests on the clause of its ground, not on those that give it.
    citations: [
      ...(source ? [textOf(source)] : []),
      ...new Set(
        (kind === 'stop' || kind === 'suspend' ? [] : groups).flatMap(({ cite, band }) => [
          textOf(cite),
          ...(band ? [textOf(band.cite)] : []),
        ]),
      ),
    ],
    // What the law said when it was drafted comes along with what the officer wrote.
    reasons: [...new Set([...againstIt({ benefit, kind }, { explanation, lines }, setting), ...reasons])],
    once: null,
  }
  const basis: Basis = {
    facts: differing(row.later ?? row.earlier),
    awarded: [...open].toSorted(),
    due: lines.map(({ component, rule, amount }) => ({ component, rule, amount })),
    ruleSet: terms.ruleSet,
    diedOn,
    ...(suspended.length > 0 && { suspended: suspended.toSorted() }),
    ...(ending && { ending: { ...ending, goesOn: sumOf(linesAfter(whole, benefit)) } }),
  }
  return { terms, basis, isConfidential: terms.rules.some(isConfidentialRule) }
}

/** Why it is refused, and of what is not a right why it is not granted. */
function againstIt(
  { benefit, kind }: Pick<Asked, 'benefit' | 'kind'>,
  { explanation, lines }: { readonly explanation: Explanation; readonly lines: readonly Due[] },
  { diedOn, told = nothing, who, mayReadAll = false }: Setting,
): readonly string[] {
  const isNoRight = kind === 'grant' && lines.length === 0
  if (kind !== 'refuse' && !isNoRight) return []
  if (diedOn) return [paperWords.diedBefore(diedOn)]
  // Against a right the law knows no reason: those of the officer stand alone.
  if (lines.length > 0) return []
  // A refusal goes out as it stands here.
  return reasonsToRefuse(explanation, { benefit, told, who, tellsAll: isNoRight && mayReadAll })
}

/** Nothing is decided for the dead: what their last day was worth is for the list of the month to say. */
function asDecided(row: PersonMonthRow): PersonMonthRow {
  return row.livedThrough ? { ...row, later: undefined, livedThrough: undefined } : row
}

/** What the law gives of a benefit by how somebody stands as a month ends, whatever they had as it began. */
export function linesAfter(row: PersonMonthRow, benefit: Benefit): Due[] {
  const awarded = new Set([...row.awards.map((award) => award.benefit), benefit])
  const { later } = asDecided(row)
  return dueIn({ ...row, earlier: later, later, awarded, suspended: undefined }).filter(
    ({ component }) => benefitOf[component] === benefit,
  )
}

/** A line of a decision: that of the law, without the rule set, which the whole decision names. */
export function linesOf({
  component,
  rule,
  coefficient,
  units,
  standard,
  amount,
}: Due): Omit<Due, 'ruleSet'> {
  return { component, rule, coefficient, units, standard, amount }
}

export function sumOf(lines: readonly { readonly amount: Dong }[]): Dong {
  return dong(lines.reduce((sum, { amount }) => sum + amount, 0))
}

export const textOf = ({ place, document }: { readonly place: string; readonly document: string }) =>
  `${place}, ${document}`

/** What is known of somebody beyond what is taken to be so of everybody. */
export function differing(standing: Standing | undefined): Partial<Standing> {
  if (!standing) return {}
  const plain: Partial<Standing> = plainStanding
  return Object.fromEntries(
    Object.entries(standing).filter(
      ([fact, value]) => JSON.stringify(plain[fact as keyof Standing]) !== JSON.stringify(value),
    ),
  )
}
