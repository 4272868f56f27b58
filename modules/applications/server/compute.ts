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
  replayPersonMonths,
  versionOf,
  wordsVi,
  type Benefit,
  type Explanation,
  type PersonMonthRow,
  type Standing,
} from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Basis, DecisionKind, Terms } from '../domain/proposal.ts'
import { effectiveIn } from '../domain/effects.ts'
import { problems } from '../domain/problems.ts'

export type Asked = {
  readonly personId: string
  readonly benefit: Benefit
  readonly kind: DecisionKind
  /** What the officer wrote: why it is refused, or ends. */
  readonly reasons?: readonly string[] | undefined
  /** The last month paid, of what ends. */
  readonly lastMonth?: Month | undefined
}

/** What the law makes of a decision, by everything known now. */
export type Computed = {
  readonly terms: Terms
  readonly basis: Basis
  readonly explanation: Explanation
  readonly isConfidential: boolean
}

/** Asks the law about decisions signed on a day; in the order asked, however many there are in a few statements. */
export async function computeDecisions(
  ctx: Ctx,
  asked: readonly Asked[],
  signedOn: CivilDate,
): Promise<Computed[]> {
  const people = [...new Set(asked.map(({ personId }) => personId))]
  const summaries = await summariesOf(ctx, people)
  const month = monthOf(signedOn)
  const rows = new Map(
    (await replayPersonMonths(ctx, people, [month], ctx.now)).map((row) => [row.personId, row]),
  )
  return asked.map((one) => {
    const { diedOn } = summaries.get(one.personId) ?? missing(one.personId)
    return compute(one, rows.get(one.personId) ?? nobody(one.personId, month, signedOn), { signedOn, diedOn })
  })
}

function missing(personId: string): never {
  throw problems('application_not_found', { personId })
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

/** What the law makes of one decision about somebody as they stand in a month. */
export function compute(
  { benefit, kind, reasons = [], lastMonth }: Asked,
  row: PersonMonthRow,
  { signedOn, diedOn }: { readonly signedOn: CivilDate; readonly diedOn: CivilDate | null },
): Computed {
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
  const terms: Terms = {
    effective: effectiveIn(kind, row.month),
    lastMonth: lastMonth ?? null,
    lines: lines.map(({ component, rule, coefficient, units, standard, amount }) => ({
      component,
      rule,
      coefficient,
      units,
      standard,
      amount,
    })),
    monthly: sumOf(lines),
    before: sumOf(now.filter(({ component }) => benefitOf[component] === benefit)),
    gaveWay:
      gaveWay?.kind === 'higher_benefit' ? { benefit, amount: gaveWay.lostAmount, to: gaveWay.kept } : null,
    ruleSet: regime ? versionOf(regime.rules) : '',
    rules: [...paying],
    citations: [
      ...new Set(groups.flatMap(({ cite, band }) => [textOf(cite), ...(band ? [textOf(band.cite)] : [])])),
    ],
    reasons: kind === 'refuse' ? [...firstFailings(explanation, benefit), ...reasons] : reasons,
    once: null,
  }
  const basis: Basis = {
    facts: differing(row.later ?? row.earlier),
    awarded: [...open].toSorted(),
    due: lines.map(({ component, rule, amount }) => ({ component, rule, amount })),
    ruleSet: terms.ruleSet,
    diedOn,
  }
  return { terms, basis, explanation, isConfidential: terms.rules.some(isConfidentialRule) }
}

function sumOf(lines: readonly { readonly amount: Dong }[]): Dong {
  return dong(lines.reduce((sum, { amount }) => sum + amount, 0))
}

const textOf = ({ place, document }: { readonly place: string; readonly document: string }) =>
  `${place}, ${document}`

/** What is known of somebody beyond what is taken to be so of everybody. */
function differing(standing: Standing | undefined): Partial<Standing> {
  if (!standing) return {}
  const plain: Partial<Standing> = plainStanding
  return Object.fromEntries(
    Object.entries(standing).filter(
      ([fact, value]) => JSON.stringify(plain[fact as keyof Standing]) !== JSON.stringify(value),
    ),
  )
}

/** Why the law gives nothing of a benefit: of each group the first condition that fails, in words people read. */
function firstFailings({ groups }: Explanation, benefit: Benefit): string[] {
  return groups
    .filter((group) => group.benefit === benefit && group.outcome !== 'paid' && !group.confidential)
    .flatMap((group) => {
      const why = wordsVi.refusal(group)
      return why === undefined ? [] : [`${wordsVi.group(group)}: ${why}`]
    })
}
