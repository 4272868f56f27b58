import { dayOf, type CivilDate } from '#kernel/civil-date'
import {
  decisionPaper,
  salutationOf,
  type DecisionFacts,
  type Paper,
  type PersonOnPaper,
} from '#modules/documents'
import { areaPaths } from '#modules/geography'
import { isUnnamedRule, nameOfRule, wordsVi } from '#modules/entitlement'
import { peopleOnPaper, type PersonOnPaper as Registered } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { issuerOf } from './issuer.ts'
import { paperWords } from './messages.vi.ts'
import { verificationOf } from './verification.ts'
import type { Numbered } from './deciding.ts'

/** What a document keeps: the facts it was made of, and every word of the paper, for whatever becomes of templates. */
export type Frozen = { readonly facts: DecisionFacts; readonly paper: Paper }

/** Puts decisions that are being signed into words, once and for all. */
export function freezeDecision(ctx: Ctx, decided: readonly Numbered[], areaId: number): Promise<Frozen[]> {
  return wordDecisions(ctx, decided, areaId)
}

/** The same words before anybody signs: without a number, a day and the code that proves it. */
export async function draftDecision(
  ctx: Ctx,
  drafted: Omit<Worded, 'sequence' | 'verification'>,
  areaId: number,
): Promise<Paper> {
  const [frozen] = await wordDecisions(ctx, [{ ...drafted, sequence: null, verification: null }], areaId)
  return frozen!.paper // One in, one out.
}

/** What a paper is made of; a draft has no number yet. */
type Worded = Pick<Numbered, 'proposal' | 'computed' | 'file'> & {
  readonly sequence: number | null
  readonly verification: string | null
}

/** Where a name will stand, as long as it is not known who signs. */
const roomForName = '…………………………'

async function wordDecisions(ctx: Ctx, decided: readonly Worded[], areaId: number): Promise<Frozen[]> {
  const issuer = await issuerOf(ctx, areaId)
  const people = await peopleOnPaper(
    ctx,
    decided.map(({ proposal }) => proposal.personId),
  )
  const homes = await areaPaths(
    ctx,
    [...people.values()].map(({ homeAreaId }) => homeAreaId),
  )
  const signs = ctx.actor.permissions.has('applications.sign')
  return decided.map((one) => {
    const { proposal, sequence, verification, file } = one
    const person = people.get(proposal.personId)
    if (!person) throw new RangeError(`The person of a decision is out of sight: ${proposal.personId}`)
    const facts = factsOf(one, {
      version: 1 as const,
      issuer,
      signer: { name: signs ? ctx.actor.name : roomForName, capacity: 'chair' as const, title: null },
      number: sequence === null ? null : String(sequence).padStart(2, '0'),
      signedOn: sequence === null ? null : ctx.today,
      bases: basesOf(one, ctx.today),
      alsoTo: [],
      verification: verification === null ? null : verificationOf(verification),
      person: onPaper(person, homes.get(person.homeAreaId) ?? '', ctx.today),
      benefit: wordsVi.benefit(proposal.benefit!),
      ground: groundOf(one),
      file: file.application.code,
    })
    return { facts, paper: decisionPaper(facts) }
  })
}

type Common = Pick<
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
> & {
  readonly file: string
}

function factsOf({ proposal, computed, file }: Worded, { file: code, ...common }: Common): DecisionFacts {
  const { terms } = computed
  const reason = terms.reasons.join(' ')
  switch (proposal.kind) {
    case 'refuse':
      return {
        ...common,
        kind: 'refuse',
        file: code,
        completeOn: file.way.completeOn ?? dayOf(file.way.receivedAt),
        reasons: [...terms.reasons],
        remedy: paperWords.remedy,
      }
    case 'grant':
      return { ...common, kind: 'grant', monthly: monthlyOf(computed), arrears: null, payee: null }
    case 'adjust':
      return {
        ...common,
        kind: 'adjust',
        before: proposal.terms.before,
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
        hasDied: computed.basis.diedOn !== null,
        from: terms.effective,
        reason,
        earlier: null,
      }
    case 'resume':
      return { ...common, kind: 'resume', monthly: monthlyOf(computed), arrears: null, reason, earlier: null }
    case 'transfer':
    case 'convert':
    case 'support':
    case 'certify':
    case 'admit':
    case 'discharge':
      throw new RangeError(`No paper is known for a decision of kind ${proposal.kind}`)
  }
}

function monthlyOf({ terms }: Worded['computed']) {
  const [line] = terms.lines
  const isOne = terms.lines.length === 1 && line!.units === 1
  return {
    amount: terms.monthly,
    reckoning: isOne && line ? { standard: line.standard, coefficientTenths: line.coefficient } : null,
    from: terms.effective,
    until: null,
  }
}

/** What it rests on: the articles of the rules that fired, and the file itself. */
function basesOf({ computed, file, proposal }: Worded, signedOn: CivilDate): string[] {
  const { rules, citations } = computed.terms
  const isTold = !proposal.isConfidential && !rules.some(isUnnamedRule)
  return [
    ...(isTold && citations.length > 0 ? citations : [paperWords.law(signedOn)]),
    paperWords.application(file.application.code, file.way.completeOn ?? signedOn),
  ]
}

/** The group in the words of the law; where it would tell an illness to whoever sees the paper it is left out. */
function groundOf({ computed, proposal }: Worded): string | null {
  const [rule] = computed.terms.rules
  if (rule === undefined || proposal.isConfidential || isUnnamedRule(rule)) return null
  return nameOfRule(rule, 'vi')
}

function onPaper(person: Registered, home: string, on: CivilDate): PersonOnPaper {
  const { fullName, sex, born, bornPrecision, number, homeVillage } = person
  return {
    salutation: salutationOf({ sex, born }, on),
    fullName,
    born,
    bornPrecision,
    identityNumber: number,
    address: [homeVillage, home].filter(Boolean).join(', '),
  }
}
