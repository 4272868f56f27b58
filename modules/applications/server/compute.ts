import { monthOf, type CivilDate } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import {
  law,
  listAwards,
  replayPersonMonths,
  replayStandings,
  sourceOfEnding,
  sourceOfSuspension,
  suspensions,
  type Award,
  type Benefit,
  type EndingGround,
  type PersonMonthRow,
  type Source,
  type Standing,
} from '#modules/entitlement'
import { salutationOf } from '#modules/documents'
import { loadHistories, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { kindsOfTwoUnits } from '../domain/effects.ts'
import { problems } from '../domain/problems.ts'
import { plainBasis, termsWithoutMonths, type Asked, type Told } from './compute-asked.ts'
import { computeCertificate } from './compute-certificate.ts'
import { compute, linesAfter, nobody, type Computed } from './compute-monthly.ts'
import { computeAdmission, computeDischarge } from './compute-stay.ts'
import { computeSupport } from './compute-support.ts'
import { computeTransfer } from './compute-transfer.ts'
import { paidBefore } from './paid-before.ts'
import { payeesOf } from './payee.ts'
import { collectingOf, groundOf } from './uncollected.ts'

export type { Computed } from './compute-monthly.ts'

/** Asks the law about decisions signed on a day; in the order asked, those of a benefit in a few statements however many there are. */
export async function computeDecisions(
  ctx: Ctx,
  asked: readonly Asked[],
  signedOn: CivilDate,
): Promise<Computed[]> {
  const monthly = asked.filter(isMonthly)
  const here = await computeMonthly(
    ctx,
    monthly.filter((one) => !isOfTwoUnits(one)),
    signedOn,
  )
  const computed: Computed[] = []
  for (const one of asked)
    computed.push(here.get(one as Monthly) ?? (await computeSingle(ctx, one, signedOn)))
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
  const standing = await standingWhereItEnds(ctx, asked, { rows, signedOn })
  const paid = await paidBefore(ctx, asked, month)
  const serving = await servingOf(ctx, asked, signedOn)
  return new Map(
    asked.map((one) => {
      const person = summaries.get(one.personId) ?? missing(one.personId)
      const { diedOn } = person
      const found = rows.get(one.personId) ?? nobody(one.personId, month, signedOn)
      const row = standing.has(one) ? { ...found, earlier: standing.get(one) } : found
      const ground = endingOf(one, diedOn)
      const computed = compute(one, row, {
        signedOn,
        diedOn,
        suspended: suspended.get(one.personId) ?? [],
        told: new Set(Object.keys(one.file?.way.facts?.standing ?? {}).filter((fact) => fact !== 'born')),
        who: salutationOf(person, signedOn),
        mayReadAll: ctx.actor.permissions.has('people.read_confidential'),
        paid: paid.get(one),
        source: sourceOf(one, { signedOn, diedOn }),
        ...(one.kind === 'stop' && {
          ending: { ground, ...(ground === 'sentence' && { isServing: serving.has(one.personId) }) },
        }),
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
  return asked.kind === 'stop'
    ? sourceOfEnding(procedures, endingOf(asked, diedOn) ?? 'not_eligible', signedOn)
    : undefined
}

/** The death the register knows of goes before whatever was ticked. */
function endingOf({ file }: Monthly, diedOn: CivilDate | null): EndingGround | null {
  if (diedOn) return 'died'
  const ticked = file?.way.facts?.answers?.['stop_ground']
  return endingGrounds.find((ground) => ground === ticked) ?? null
}

const endingGrounds = Object.keys(suspensions.endings) as EndingGround[] // The keys of its own table.

/**
 * A month has a right whose condition ended in it; nobody is granted one of which nothing was left on the day of signing. Of
 * whom the month’s right comes from its beginning alone: how they stand on that day, undefined of the dead.
 */
async function standingWhereItEnds(
  ctx: Ctx,
  asked: readonly Monthly[],
  { rows, signedOn }: { readonly rows: ReadonlyMap<string, PersonMonthRow>; readonly signedOn: CivilDate },
): Promise<ReadonlyMap<Monthly, Standing | undefined>> {
  const ending = asked.filter(({ kind, personId, benefit }) => {
    const row = rows.get(personId)
    const begins = kind === 'grant' || kind === 'refuse'
    const isAwarded = row?.awards.some((award) => award.benefit === benefit)
    return begins && row && !isAwarded && linesAfter(row, benefit).length === 0
  })
  if (ending.length === 0) return new Map()
  const ids = ending.map(({ personId }) => personId)
  const standings = await replayStandings(ctx, ids, signedOn)
  return new Map(ending.map((one) => [one, standings.get(one.personId)]))
}

/** Who serves a sentence or a measure by what the register knows, of those of whom it is the ground. */
async function servingOf(ctx: Ctx, asked: readonly Monthly[], on: CivilDate): Promise<ReadonlySet<string>> {
  const concerned = asked.filter((one) => one.kind === 'stop' && endingOf(one, null) === 'sentence')
  if (concerned.length === 0) return new Set()
  const histories = await loadHistories(ctx, [...new Set(concerned.map(({ personId }) => personId))])
  const serving = histories.filter(({ circumstances }) =>
    circumstances.some(
      ({ kind, detail, during, retractedAt }) =>
        kind === 'detention' &&
        retractedAt === null &&
        (detail as { kind?: string }).kind !== 'pre_trial' && // Checked when it was recorded.
        contains(during, on),
    ),
  )
  return new Set(serving.map(({ personId }) => personId))
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

/** Of whom two units have a file, one sees for its sake though they live in the other: a facility refuses them as it admits them. */
const isOfTwoUnits = ({ kind, file }: Pick<Asked, 'kind' | 'file'>) =>
  kindsOfTwoUnits.has(kind) || (file !== undefined && file.application.otherAreaId !== null)

function computeSingle(ctx: Ctx, asked: Asked, signedOn: CivilDate): Promise<Computed> {
  const compute = async (ctx: Ctx) =>
    isMonthly(asked)
      ? (await computeMonthly(ctx, [asked], signedOn)).get(asked)! // One asked, one answered.
      : computeKind(ctx, asked, signedOn)
  return isOfTwoUnits(asked) ? forWholeCountry(ctx, compute) : compute(ctx)
}

async function computeKind(ctx: Ctx, asked: Asked, signedOn: CivilDate): Promise<Computed> {
  const { personId, kind, file, reasons = [] } = asked
  const person = (await summariesOf(ctx, [personId])).get(personId) ?? missing(personId)
  const { diedOn } = person
  const who = salutationOf(person, signedOn)
  const told = { ...asked, file: file ?? missing(personId), reasons, signedOn, diedOn, who }
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
