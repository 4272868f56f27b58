import { CivilDate, dayOf } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'
import type { DecisionFacts, PaperReference, PersonOnPaper } from '#modules/documents'
import { benefitOf, wordsVi, type EventKind } from '#modules/entitlement'
import type { PersonOnPaper as Registered } from '#modules/people'
import { problems } from '../domain/problems.ts'
import { lastDayOfStay } from './compute-stay.ts'
import { isLeaving, isTakenBack } from './compute-transfer.ts'
import type { Worded } from './deciding.ts'
import { givenWords, paperWords } from './messages.vi.ts'

/** The decision of the unit that was left. */
export type Earlier = PaperReference

/** What every paper about a decision has, before its kind says the rest. */
export type Common = Pick<
  Extract<DecisionFacts, { kind: 'grant' }>,
  | 'version'
  | 'issuer'
  | 'signer'
  | 'number'
  | 'signedOn'
  | 'bases'
  | 'alsoTo'
  | 'verification'
  | 'person'
  | 'benefit'
  | 'ground'
  | 'replaces'
> & {
  readonly sex: 'female' | 'male'
  readonly known: {
    readonly people: ReadonlyMap<string, Registered>
    readonly onPaper: (registered: Registered) => PersonOnPaper
    /** By unit, in words. */
    readonly homes: ReadonlyMap<number, string>
    readonly facilities: ReadonlyMap<string, string>
    /** By file. */
    readonly earlier: ReadonlyMap<string, Earlier>
  }
}

/** What a decision says, as papers are made of it. */
export function factsOf(one: Worded, { known, sex, ...common }: Common): DecisionFacts {
  const { proposal, computed, file } = one
  const { terms } = computed
  const reason = terms.reasons.join(' ')
  switch (proposal.kind) {
    case 'refuse':
      return {
        ...common,
        benefit: common.benefit || paperWords.asked(file.procedure.id),
        kind: 'refuse',
        asked: proposal.benefit ? `hưởng ${common.benefit}` : paperWords.asked(file.procedure.id),
        ...addresseeOf(one),
        file: file.application.code,
        completeOn: file.way.completeOn ?? dayOf(file.way.receivedAt),
        reasons: [...terms.reasons],
        remedy: paperWords.remedy,
      }
    case 'grant':
      return {
        ...common,
        kind: 'grant',
        monthly: monthlyOf(computed),
        arrears: null,
        payee: payeeOnPaper(computed, known),
      }
    case 'adjust':
      return {
        ...common,
        kind: 'adjust',
        before: terms.before,
        monthly: monthlyOf(computed),
        arrears: null,
        reason,
        earlier: null,
      }
    case 'suspend':
      return { ...common, kind: 'suspend', from: terms.effective, reason, earlier: null }
    case 'stop':
      return {
        ...common,
        kind: 'stop',
        hasDied: computed.basis.ending?.ground === 'died' || computed.basis.diedOn !== null,
        from: terms.effective,
        reason,
        earlier: null,
      }
    case 'resume':
      return { ...common, kind: 'resume', monthly: monthlyOf(computed), arrears: null, reason, earlier: null }
    case 'support':
      return supportFacts(one, common, known)
    case 'transfer':
      return transferFacts(one, common, known)
    case 'certify':
      return certificateFacts(one, common, sex)
    case 'admit':
      return admissionFacts(one, common, known)
    case 'discharge':
      return dischargeFacts(one, common, known)
    case 'convert':
      throw new RangeError('A conversion is worded with its list')
  }
}

/** The dead are told nothing: what is refused about them is told to whoever asked. */
function addresseeOf({ computed, file: { procedure, application } }: Worded) {
  if (computed.basis.diedOn === null && !procedure.events.includes('death')) return {}
  return { addressee: application.applicant?.fullName ?? paperWords.whoeverAsked }
}

function payeeOnPaper({ basis: { payee } }: Worded['computed'], { people, onPaper }: KnownWords) {
  if (!payee) return null
  const registered = people.get(payee.id)
  if (!registered || !payee.relation) throw problems('payee_not_known', { payeeId: payee.id })
  return { person: onPaper(registered), relation: paperWords.receivesAs[payee.relation] }
}

type About = Omit<Common, 'known' | 'sex'>
type KnownWords = Common['known']

function supportFacts({ computed }: Worded, common: About, { people, onPaper }: KnownWords): DecisionFacts {
  const { detail, given = [], once } = computed.terms
  if (detail?.kind !== 'support' || !detail.payee) throw problems('payee_needed')
  const { event, payee } = detail
  const registered = payee.kind === 'person' ? people.get(payee.personId) : undefined
  if (payee.kind === 'person' && !registered) throw problems('payee_needed', { personId: payee.personId })
  const benefit = givenWords.benefit(event['kind'] as EventKind) // Checked when it was drafted.
  const isUnrecorded = event['kind'] === 'death' && computed.basis.diedOn === null
  if (event['kind'] === 'death' && once !== null && !isUnrecorded)
    return {
      ...common,
      kind: 'funeral',
      benefit,
      diedOn: CivilDate.parse(event['on']),
      claimant: registered
        ? onPaper(registered)
        : { organisation: payee.kind === 'named' ? payee.fullName : '' },
      relation: payee.relation,
      amount: once,
    }
  return {
    ...common,
    kind: 'emergency',
    benefit: isUnrecorded ? givenWords.deadOrMissing : benefit,
    reason: `${givenWords.cause(event['cause'])}, ${paperWords.day(CivilDate.parse(event['on']))}`,
    items: given.map(({ what, amount, quantity }) => ({
      what: quantity === null ? what : `${what}: ${quantity}`,
      amount,
    })),
    payee: {
      name: registered ? registered.fullName : payee.kind === 'named' ? payee.fullName : '',
      relation: payee.relation,
    },
  }
}

function transferFacts(one: Worded, common: About, { homes, earlier }: KnownWords): DecisionFacts {
  const { computed, file } = one
  const { effective, benefits = [] } = computed.terms
  const benefit = benefits.map((each) => wordsVi.benefit(each)).join(' và ')
  const frame = { ...common, benefit, ground: null }
  if (isLeaving(file)) {
    const to = `Ủy ban nhân dân ${lowerFirst(homes.get(file.application.otherAreaId ?? -1) ?? '')}`
    return { ...frame, kind: 'move_out', from: effective, to, earlier: null }
  }
  const stoppedBy = earlier.get(file.application.id)
  if (!stoppedBy) throw problems('not_moving', { leaving: false })
  return {
    ...frame,
    kind: 'move_in',
    monthly: monthlyOf(computed),
    payee: null,
    stoppedBy,
    ...(isTakenBack(file) && { isReturn: true }),
  }
}

function certificateFacts({ computed }: Worded, common: About, sex: 'female' | 'male'): DecisionFacts {
  const { detail } = computed.terms
  if (detail?.kind !== 'certify') throw problems('detail_needed', { kind: 'certify' })
  const { benefit: _, ground: __, ...rest } = common
  return {
    ...rest,
    kind: 'certify',
    sex,
    types: detail.types,
    level: detail.level,
    isReplacement: detail.by === 'replacement',
  }
}

function admissionFacts({ computed }: Worded, common: About, { facilities }: KnownWords): DecisionFacts {
  const { detail, lines } = computed.terms
  if (detail?.kind !== 'admit') throw problems('detail_needed', { kind: 'admit' })
  return {
    ...common,
    kind: 'admit',
    benefit: wordsVi.benefit('facility_care'),
    ground: null,
    facility: facilities.get(detail.facilityId) ?? common.issuer.name,
    from: detail.from,
    until: lastDayOfStay(detail.group, detail.from),
    monthly: lines.length > 0 ? monthlyOf(computed) : null,
  }
}

function dischargeFacts({ computed, proposal }: Worded, common: About, known: KnownWords): DecisionFacts {
  const { detail, ends = [], lastMonth, reasons } = computed.terms
  if (detail?.kind !== 'discharge') throw problems('detail_needed', { kind: 'discharge' })
  const home = known.people.get(proposal.personId)?.homeAreaId
  const hasDied = detail.ground === 'died'
  return {
    ...common,
    kind: 'discharge',
    benefit: wordsVi.benefit('facility_care'),
    ground: null,
    facility: common.issuer.name,
    on: detail.on,
    reason: [paperWords.dischargeGround[detail.ground], ...reasons].filter(Boolean).join('; '),
    hasDied,
    nursedThrough: ends.length > 0 ? lastMonth : null,
    home: hasDied || home === undefined ? null : `Ủy ban nhân dân ${lowerFirst(known.homes.get(home) ?? '')}`,
  }
}

function monthlyOf({ terms }: Worded['computed']) {
  const [line] = terms.lines
  // The social pension is an amount of its own, and not so many times the standard.
  const isOne =
    terms.lines.length === 1 && line!.units === 1 && benefitOf[line!.component] !== 'social_pension'
  return {
    amount: terms.monthly,
    reckoning: isOne && line ? { standard: line.standard, coefficientTenths: line.coefficient } : null,
    from: terms.effective,
    until: null,
  }
}
