import { monthOf, type CivilDate } from '#kernel/civil-date'
import {
  law,
  listAwards,
  replayPersonMonths,
  sourceOfEnding,
  sourceOfSuspension,
  suspensions,
  type Award,
  type Benefit,
  type EndingGround,
  type Source,
} from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { kindsOfTwoUnits } from '../domain/effects.ts'
import { problems } from '../domain/problems.ts'
import { plainBasis, termsWithoutMonths, type Asked, type Told } from './compute-asked.ts'
import { computeCertificate } from './compute-certificate.ts'
import { compute, nobody, type Computed } from './compute-monthly.ts'
import { computeAdmission, computeDischarge } from './compute-stay.ts'
import { computeSupport } from './compute-support.ts'
import { computeTransfer } from './compute-transfer.ts'
import { payeesOf } from './payee.ts'
import { collectingOf, groundOf } from './uncollected.ts'

export type { Computed } from './compute-monthly.ts'

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
  const payees = await payeesOf(ctx, asked, ctx.today)
  const collecting = await collectingOf(ctx, asked)
  return new Map(
    asked.map((one) => {
      const { diedOn } = summaries.get(one.personId) ?? missing(one.personId)
      const row = rows.get(one.personId) ?? nobody(one.personId, month, signedOn)
      const computed = compute(one, row, {
        signedOn,
        diedOn,
        suspended: suspended.get(one.personId) ?? [],
        told: new Set(Object.keys(one.file?.way.facts?.standing ?? {}).filter((fact) => fact !== 'born')),
        source: sourceOf(one, { signedOn, diedOn }),
      })
      const [payee, known] = [payees.get(one), collecting.get(one)]
      const more = { ...(payee && { payee }), ...(known && { collecting: known }) }
      return [one, { ...computed, basis: { ...computed.basis, ...more } }]
    }),
  )
}

/** The clause by which something is suspended, resumed or ended, as the file says why. */
function sourceOf(
  asked: Monthly,
  { signedOn, diedOn }: Pick<Told, 'signedOn' | 'diedOn'>,
): Source | undefined {
  const { procedures } = law
  if (asked.kind === 'resume') return sourceOfSuspension(procedures, 'resumption', signedOn)
  const suspended = groundOf(asked)
  if (suspended) return sourceOfSuspension(procedures, suspended, signedOn)
  const ended = asked.kind === 'stop' ? endingOf(asked, diedOn) : undefined
  return ended && sourceOfEnding(procedures, ended, signedOn)
}

/** The death the register knows of goes before whatever was ticked. */
function endingOf({ file }: Monthly, diedOn: CivilDate | null): EndingGround | undefined {
  if (diedOn) return 'died'
  const ticked = file?.way.facts?.answers?.['stop_ground']
  return endingGrounds.find((ground) => ground === ticked)
}

const endingGrounds = Object.keys(suspensions.endings) as EndingGround[] // The keys of its own table.

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

/** A refusal of what is no monthly benefit rests on what the officer wrote. */
function plainly(told: Told): Computed {
  return { terms: termsWithoutMonths(told), basis: plainBasis(told), isConfidential: false }
}

function missing(personId: string): never {
  throw problems('application_not_found', { personId })
}
