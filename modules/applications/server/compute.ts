import { monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { listAwards, replayPersonMonths, type Award, type Benefit } from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import { kindsOfTwoUnits } from '../domain/effects.ts'
import type { Basis, DecisionKind, Terms } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'
import { computeCertificate } from './compute-certificate.ts'
import { compute, nobody, type Computed } from './compute-monthly.ts'
import { computeAdmission, computeDischarge } from './compute-stay.ts'
import { computeSupport } from './compute-support.ts'
import { computeTransfer } from './compute-transfer.ts'
import type { OpenFile } from './open-file.ts'

export type { Computed } from './compute-monthly.ts'

export type Asked = {
  readonly personId: string
  /** Null of what is decided about no single benefit. */
  readonly benefit: Benefit | null
  readonly kind: DecisionKind
  /** What the officer wrote: why it is refused, or ends. */
  readonly reasons?: readonly string[] | undefined
  /** The last month paid, of what ends. */
  readonly lastMonth?: Month | undefined
  readonly detail?: DecisionDetail | null | undefined
  /** The file it is decided in; what concerns a benefit alone needs none. */
  readonly file?: OpenFile | undefined
}

/** Asks the law about decisions signed on a day; in the order asked, those of a benefit in a few statements however many there are. */
export async function computeDecisions(
  ctx: Ctx,
  asked: readonly Asked[],
  signedOn: CivilDate,
): Promise<Computed[]> {
  const monthly = await computeMonthly(ctx, asked.filter(isMonthly), signedOn)
  const computed: Computed[] = []
  for (const one of asked)
    computed.push(isMonthly(one) ? monthly.get(one)! : await computeSingle(ctx, one, signedOn)) // Computed above.
  return computed
}

type Monthly = Asked & { readonly benefit: Benefit }

const isMonthly = (asked: Asked): asked is Monthly => asked.benefit !== null

async function computeMonthly(ctx: Ctx, asked: readonly Monthly[], signedOn: CivilDate) {
  const people = [...new Set(asked.map(({ personId }) => personId))]
  const summaries = await summariesOf(ctx, people)
  const month = monthOf(signedOn)
  const rows = new Map(
    (await replayPersonMonths(ctx, people, [month], ctx.now)).map((row) => [row.personId, row]),
  )
  const suspended = await suspendedOf(ctx, asked)
  return new Map(
    asked.map((one) => {
      const { diedOn } = summaries.get(one.personId) ?? missing(one.personId)
      const row = rows.get(one.personId) ?? nobody(one.personId, month, signedOn)
      return [one, compute(one, row, { signedOn, diedOn, suspended: suspended.get(one.personId) ?? [] })]
    }),
  )
}

/** What is suspended, of whom it matters to: who is to be paid again, or no more. */
async function suspendedOf(ctx: Ctx, asked: readonly Monthly[]): Promise<Map<string, Benefit[]>> {
  const people = asked.flatMap(({ kind, personId }) => (kind === 'stop' || kind === 'resume' ? personId : []))
  if (people.length === 0) return new Map()
  const awards = await listAwards(ctx, [...new Set(people)])
  const isSuspended = ({ suspendedFrom, during }: Award) => suspendedFrom !== null && during.until === null
  const by = Map.groupBy(awards.filter(isSuspended), ({ personId }) => personId)
  return new Map([...by].map(([person, own]) => [person, own.map(({ benefit }) => benefit)]))
}

function computeSingle(ctx: Ctx, asked: Asked, signedOn: CivilDate): Promise<Computed> {
  const { kind } = asked
  return kindsOfTwoUnits.has(kind)
    ? forWholeCountry(ctx, (ctx) => computeKind(ctx, asked, signedOn))
    : computeKind(ctx, asked, signedOn)
}

async function computeKind(ctx: Ctx, asked: Asked, signedOn: CivilDate): Promise<Computed> {
  const { personId, kind, file, reasons = [] } = asked
  const { diedOn } = (await summariesOf(ctx, [personId])).get(personId) ?? missing(personId)
  const told = { ...asked, file: file ?? missing(personId), reasons, signedOn, diedOn }
  switch (kind) {
    case 'support':
      return computeSupport(ctx, told)
    case 'transfer':
      return computeTransfer(ctx, told)
    case 'certify':
      return computeCertificate(ctx, told)
    case 'admit':
      return computeAdmission(ctx, told)
    case 'discharge':
      return computeDischarge(ctx, told)
    case 'refuse':
      return plainly(told)
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
      throw problems('decision_not_possible', { kind, possible: [] })
  }
}

/** What every kind is computed from besides the law. */
export type Told = Asked & {
  readonly file: OpenFile
  readonly reasons: readonly string[]
  readonly signedOn: CivilDate
  readonly diedOn: CivilDate | null
}

/** Terms in which the law gives nothing by the month. */
export function termsWithoutMonths({ signedOn, reasons, detail, lastMonth }: Told): Terms {
  return {
    effective: monthOf(signedOn),
    lastMonth: lastMonth ?? null,
    lines: [],
    monthly: dong(0),
    before: dong(0),
    gaveWay: null,
    ruleSet: '',
    rules: [],
    citations: [],
    reasons,
    once: null,
    given: [],
    detail: detail ?? null,
  }
}

export const plainBasis = ({ diedOn }: Pick<Told, 'diedOn'>): Basis => ({
  facts: {},
  awarded: [],
  due: [],
  ruleSet: '',
  diedOn,
})

/** A refusal of what is no monthly benefit rests on what the officer wrote. */
function plainly(told: Told): Computed {
  return { terms: termsWithoutMonths(told), basis: plainBasis(told), isConfidential: false }
}

function missing(personId: string): never {
  throw problems('application_not_found', { personId })
}
