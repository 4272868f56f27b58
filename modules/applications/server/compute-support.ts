import { dong, type Dong } from '#kernel/dong'
import {
  CaseEvent,
  isUnnamedRule,
  rightsOfEvent,
  type SupportExplanation,
  type SupportRights,
} from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { DecisionDetail, Given, PayeeTold } from '../domain/decision-detail.ts'
import { problems } from '../domain/problems.ts'
import { eventTold, isRightOf, type EventTold } from '../domain/support-of-procedure.ts'
import { assertAgrees, assertHappened } from './assert-event.ts'
import type { Computed } from './compute-monthly.ts'
import { plainBasis, termsWithoutMonths, type Told as ToldOfFile } from './compute-asked.ts'
import { givenWords, paperWords } from './messages.vi.ts'
import type { OpenFile } from './open-file.ts'
import { reasonsNotToGive } from './refusal-reasons.ts'

/** The file as far as the law asks about it: at the counter there is none yet. */
type Told = Omit<ToldOfFile, 'file'> & {
  readonly file: Pick<OpenFile, 'procedure'> & {
    readonly application: Pick<OpenFile['application'], 'asked' | 'applicant'> & {
      readonly subject: Pick<OpenFile['application']['subject'], 'number'>
    }
  }
}
type SupportDetail = Extract<DecisionDetail, { kind: 'support' }>

/** What the law gives once for what happened, by the law and the amounts of its day. */
export async function computeSupport(ctx: Ctx, told: Told): Promise<Computed> {
  const { personId, file, diedOn } = told
  const detail = detailOf(told)
  const event = eventOf(file, detail, diedOn)
  assertHappened(ctx, event.on)
  const rights = await rightsOfEvent(ctx, { personId, event }, ctx.now)
  const ofProcedure = rightsOfProcedure(rights, told)
  const granted = ofProcedure.filter(({ outcome }) => outcome === 'granted')
  const given = raised(granted.map(givenOf), detail.amount)
  assertWithinStay(granted)
  const sums = given.flatMap(({ amount }) => amount ?? [])
  const payee = payeeOf(told, detail)
  await assertPayeeLives(ctx, told, payee)
  return {
    terms: {
      ...termsWithoutMonths(told),
      reasons:
        granted.length > 0 ? told.reasons : [...whyNothing(ofProcedure, { event, told }), ...told.reasons],
      ruleSet: rights?.regime ?? '',
      rules: granted.map(({ rule }) => rule),
      citations: [...new Set(given.map(({ citation }) => citation))],
      // Goods have no sum, and are no sum of nothing.
      once: sums.length > 0 ? dong(sums.reduce((sum: number, amount) => sum + amount, 0)) : null,
      given,
      detail: { ...detail, event: { ...event }, payee },
    },
    basis: {
      ...plainBasis(told),
      ruleSet: rights?.regime ?? '',
      rights: granted.map(({ rule, award }) => ({ rule, amount: moneyIn(award) })),
    },
    isConfidential: granted.some(({ rule }) => isUnnamedRule(rule)),
  }
}

function detailOf({ detail }: Told): SupportDetail {
  if (detail?.kind === 'support') return detail
  return { kind: 'support', event: {}, payee: null, amount: null }
}

/** What happened: as the office says, else as the file tells, else as the register knows. */
function eventOf(
  { procedure, application }: Told['file'],
  { event }: SupportDetail,
  diedOn: Told['diedOn'],
): CaseEvent {
  const asked = application.asked as { event?: EventTold; answers?: Record<string, string> } // Checked when it was received.
  // Whoever says anew what happened says all of it: what they took back is not filled in from what was told at the counter.
  const said = { ...asked, event: event['kind'] === undefined ? { ...asked.event, ...event } : event }
  assertAgrees(procedure.id, said)
  const told = eventTold(procedure, said, diedOn)
  const read = CaseEvent.safeParse(told)
  if (!read.success)
    throw problems('event_incomplete', {
      kind: told['kind'],
      fields: [...new Set(read.error.issues.map(({ path }) => path.join('.') || 'kind'))],
    })
  if (read.data.kind === 'hunger' && read.data.persons === undefined)
    throw problems('event_incomplete', { kind: 'hunger', fields: ['persons'] })
  if (read.data.kind === 'death') assertRecorded(procedure.id, read.data, diedOn)
  return read.data
}

/**
 * A death is supported once the register knows it, so that nothing is paid on to the dead. Somebody missing after a disaster
 * has no death yet and no funeral: of them whoever signs reads what it rests on.
 */
function assertRecorded(
  procedure: OpenFile['procedure']['id'],
  { on, nobodyBuries }: Extract<CaseEvent, { kind: 'death' }>,
  diedOn: Told['diedOn'],
) {
  const canBeMissing = procedure === 'emergency_death' && !nobodyBuries
  if (diedOn === null ? !canBeMissing : diedOn !== on)
    throw problems('event_incomplete', { kind: 'death', fields: ['on'], diedOn })
}

function rightsOfProcedure(rights: SupportRights | null, { file, diedOn }: Told): SupportExplanation[] {
  const ofProcedure = (rights?.rights ?? []).filter(({ rule }) => isRightOf(file.procedure.id, rule))
  return diedOn === null ? ofProcedure.filter(({ rule }) => !rule.startsWith('FUN-')) : ofProcedure
}

/** Why none of the rights of the procedure is given; the law of some day may know nothing of what happened. */
function whyNothing(
  rights: readonly SupportExplanation[],
  { event, told: { who } }: { readonly event: CaseEvent; readonly told: Told },
): string[] {
  const named = rights.filter(({ rule }) => !isUnnamedRule(rule))
  return named.length > 0
    ? reasonsNotToGive(named, { who, tellsAll: false })
    : [paperWords.noLawFor(event.on)]
}

/** Nobody receives the money for their own death, and nobody who has died receives any. */
async function assertPayeeLives(ctx: Ctx, { file, personId }: Told, payee: PayeeTold | null) {
  if (!payee) return
  const isDeath = file.procedure.events.includes('death')
  const { number } = file.application.subject
  const isSelf =
    payee.kind === 'person' ? payee.personId === personId : number !== null && payee.number === number
  if (isDeath && isSelf) throw problems('payee_not_living')
  if (payee.kind !== 'person') return
  const { diedOn = null } = (await summariesOf(ctx, [payee.personId])).get(payee.personId) ?? {}
  if (diedOn !== null) throw problems('payee_not_living', { diedOn })
}

/** G-CARE-11: days beyond the longest stay need a decision of their own. */
function assertWithinStay(granted: readonly SupportExplanation[]) {
  for (const { award } of granted)
    if (award?.kind === 'days' && award.daysBeyond > 0)
      throw problems('stay_too_long', { limit: award.limit, daysBeyond: award.daysBeyond })
}

type Award = NonNullable<SupportExplanation['award']>

function moneyIn(award: Award | undefined): Dong | null {
  return award?.kind === 'money' || award?.kind === 'days' ? award.amount : null
}

function givenOf({ rule, label, cite, payee, isFloor, award }: SupportExplanation): Given {
  const amount = moneyIn(award)
  return {
    rule,
    what: label.vi,
    amount,
    quantity: amount === null && award ? givenWords.quantity(award) : givenWords.reckoned(award),
    isHousehold: payee === 'household',
    isFloor: isFloor && award?.kind === 'money',
    citation: `${cite.place}, ${cite.document}`,
  }
}

/** The law names the least («mức thấp nhất»): an office may give more where money is given for one right. */
function raised(given: readonly Given[], amount: Dong | null): Given[] {
  const [money, ...others] = given.filter((one) => one.isFloor)
  if (amount === null || !money?.amount || amount === money.amount) return [...given]
  if (others.length > 0 || amount < money.amount)
    throw problems('below_least', { least: money.amount, amount })
  return given.map((one) => (one === money ? { ...one, amount } : one))
}

/** Whoever is named, else whoever asked for the dead or for themselves. */
function payeeOf({ file, personId }: Told, { payee }: SupportDetail): PayeeTold | null {
  if (payee) return payee
  const { applicant } = file.application
  if (applicant)
    return {
      kind: 'named',
      fullName: applicant.fullName,
      isOrganisation: applicant.relation === 'organisation',
      number: applicant.number,
      phone: applicant.phone,
      address: null,
      relation: givenWords.relation(applicant.relation),
    }
  return file.procedure.events.includes('death') ? null : { kind: 'person', personId, relation: null }
}
