import type { CivilDate } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'
import {
  decisionPaper,
  salutationOf,
  type DecisionFacts,
  type Paper,
  type PersonOnPaper,
} from '#modules/documents'
import { isUnnamedRule, listEndings, nameOfRule, wordsVi } from '#modules/entitlement'
import { areaNames } from '#modules/geography'
import { peopleOnPaper, type PersonOnPaper as Registered } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { listDecisionsOf, listDocumentsOf, type Document } from '../db/documents.ts'
import { listFacilities } from '../db/facilities.ts'
import { kindsOfTwoUnits } from '../domain/effects.ts'
import { isLeaving, isTakenBack } from './compute-transfer.ts'
import type { Numbered, Worded } from './deciding.ts'
import { factsOf, type Common, type Earlier } from './decision-words.ts'
import { homesOn } from './homes.ts'
import type { OpenFile } from './open-file.ts'
import { paperWords } from './messages.vi.ts'
import { replacedBy } from './replaced.ts'
import { verificationOf } from './verification.ts'

/** What a document keeps: the facts it was made of, and every word of the paper, for whatever becomes of templates. */
export type Frozen = { readonly facts: DecisionFacts; readonly paper: Paper }

/** Puts decisions that are being signed into words, once and for all. */
export function freezeDecision(ctx: Ctx, decided: readonly Numbered[]): Promise<Frozen[]> {
  return wordDecisions(ctx, decided)
}

/** The same words before anybody signs: without a number, a day and the code that proves it. */
export async function draftDecision(
  ctx: Ctx,
  drafted: Omit<Worded, 'sequence' | 'verification'>,
): Promise<Paper> {
  const [frozen] = await wordDecisions(ctx, [{ ...drafted, sequence: null, verification: null }])
  return frozen!.paper // One in, one out.
}

/** Where a name will stand, as long as it is not known who signs. */
export const roomForName = '…………………………'

/** Who signs a paper, and its number, day and code once it is signed. */
export function headOf(
  ctx: Ctx,
  { signatory, sequence, verification }: Pick<Worded, 'signatory' | 'sequence' | 'verification'>,
) {
  const { issuer, capacity, title } = signatory
  const name = ctx.actor.permissions.has('applications.sign') ? ctx.actor.name : roomForName
  return {
    version: 1 as const,
    issuer,
    signer: { name, capacity, title },
    number: sequence === null ? null : String(sequence).padStart(2, '0'),
    signedOn: sequence === null ? null : ctx.today,
    alsoTo: [],
    verification: verification === null ? null : verificationOf(verification),
  }
}

async function wordDecisions(ctx: Ctx, decided: readonly Worded[]): Promise<Frozen[]> {
  const people = await everybodyOnPaper(ctx, decided)
  const units = [
    ...[...people.values()].map(({ homeAreaId }) => homeAreaId),
    ...decided.flatMap(({ file }) => file.application.otherAreaId ?? []),
  ]
  const homes = await homesOn(ctx, units, ctx.today)
  const facilities = await facilitiesOf(ctx, decided)
  const earlier = await earlierDecisions(ctx, decided)
  const replaced = await papersReplaced(ctx, decided)
  return decided.map((one) => {
    const { proposal } = one
    const person = people.get(proposal.personId)
    if (!person) throw new RangeError(`The person of a decision is out of sight: ${proposal.personId}`)
    const onPaper = (registered: Registered) =>
      onPaperOf(registered, homes.get(registered.homeAreaId) ?? '', ctx.today)
    const common: Common = {
      ...headOf(ctx, one),
      bases: basesOf(one, ctx.today),
      person: onPaper(person),
      sex: person.sex,
      benefit: proposal.benefit ? wordsVi.benefit(proposal.benefit) : '',
      ground: groundOf(one),
      ...(replaced.has(one) && { replaces: replaced.get(one)! }),
      known: { people, onPaper, homes, facilities, earlier },
    }
    const facts = factsOf(one, common)
    return { facts, paper: decisionPaper(facts) }
  })
}

/** Whoever a paper names; what two units have a part in names people who live in either. */
async function everybodyOnPaper(ctx: Ctx, decided: readonly Worded[]): Promise<Map<string, Registered>> {
  const idsOf = ({ proposal, computed }: Worded) => {
    const { detail } = computed.terms
    const payee = detail?.kind === 'support' && detail.payee?.kind === 'person' ? detail.payee.personId : null
    const monthly = computed.basis.payee?.id
    return [proposal.personId, ...(payee ? [payee] : []), ...(monthly ? [monthly] : [])]
  }
  const isOfTwo = ({ proposal, file }: Worded) =>
    kindsOfTwoUnits.has(proposal.kind) || file.application.isAway
  const [own, far] = [decided.filter((one) => !isOfTwo(one)), decided.filter(isOfTwo)]
  const here = await peopleOnPaper(ctx, own.flatMap(idsOf))
  if (far.length === 0) return here
  const there = await forWholeCountry(ctx, (ctx) => peopleOnPaper(ctx, far.flatMap(idsOf)))
  return new Map([...here, ...there])
}

/** By which paper the unit that was left has ended what it paid, of every file that comes from there. */
async function earlierDecisions(ctx: Ctx, decided: readonly Worded[]): Promise<ReadonlyMap<string, Earlier>> {
  const arriving = decided.filter(({ proposal, file }) => proposal.kind === 'transfer' && !isLeaving(file))
  const found = new Map<string, Earlier>()
  for (const { file } of arriving) {
    const documents = await listDocumentsOf(ctx, file.application.id)
    // What was decided here before, and is decided anew, ended nothing there.
    const last = referenceTo(
      documents.findLast(
        ({ kind, areaId }) =>
          kind === 'decision' && (isTakenBack(file) || areaId !== file.application.areaId),
      ),
    )
    if (last) found.set(file.application.id, last)
    else await addFormer(ctx, file, found)
  }
  return found
}

/** The decision of its own file whose place each takes: what it opened, or was to pay once, ends with this one. */
async function papersReplaced(ctx: Ctx, decided: readonly Worded[]): Promise<ReadonlyMap<Worded, Earlier>> {
  const former = await listDecisionsOf(
    ctx,
    decided.map(({ file }) => file.application.id),
  )
  const found = new Map<Worded, Earlier>()
  for (const one of decided) {
    const { file, proposal } = one
    if (!former.has(file.application.id)) continue
    const { awards, oneOffs } = await replacedBy(ctx, { ...proposal, file })
    const ended = new Set([
      ...awards.map(({ openedBy }) => openedBy),
      ...oneOffs.map(({ decisionId }) => decisionId),
    ])
    const documents = await listDocumentsOf(ctx, file.application.id)
    const last = referenceTo(documents.findLast(({ decisionId }) => decisionId && ended.has(decisionId)))
    if (last) found.set(one, last)
  }
  return found
}

function referenceTo(document: Document | undefined): Earlier | undefined {
  const content = document?.content as { facts?: { issuer?: { authority?: string } } } | undefined // Written when it was signed.
  if (!document?.number) return undefined
  const { number, issuedOn } = document
  return { number, signedOn: issuedOn, authority: content?.facts?.issuer?.authority ?? '' }
}

/** A former file ended it: the register of awards knows by which decision. */
async function addFormer(ctx: Ctx, { application }: OpenFile, found: Map<string, Earlier>) {
  const { id, personId, otherAreaId } = application
  const ended = await forWholeCountry(ctx, (ctx) => listEndings(ctx, personId ? [personId] : []))
  const moved = ended.find(({ closeReason }) => closeReason === 'moved')
  if (!moved || otherAreaId === null) return
  const unit = (await areaNames(ctx, [otherAreaId])).get(otherAreaId) ?? ''
  const { number, signedOn } = moved
  found.set(id, { number, signedOn, authority: `Ủy ban nhân dân ${lowerFirst(unit)}` })
}

async function facilitiesOf(ctx: Ctx, decided: readonly Worded[]): Promise<ReadonlyMap<string, string>> {
  const isAsked = decided.some(({ computed }) => computed.terms.detail?.kind === 'admit')
  return new Map(isAsked ? (await listFacilities(ctx)).map(({ id, name }) => [id, name]) : [])
}

/** What it rests on: the decree, the clauses of the rules that fired, and the file itself; where no group is named, no clause of one is. */
function basesOf({ computed, file, proposal }: Worded, signedOn: CivilDate): string[] {
  const { citations } = computed.terms
  const told = isUnnamed({ computed, proposal }) ? [...new Set(citations.map(withoutGroup))] : citations
  return [
    paperWords.law(signedOn),
    ...told.map(paperWords.article),
    paperWords.application(file.application.code, file.way.completeOn ?? signedOn),
  ]
}

/** «Điều 5, 335/2026/NĐ-CP» of «khoản 8 Điều 5, 335/2026/NĐ-CP»; articles 5 and 6 say who has a right, and to how much. */
const withoutGroup = (citation: string) => citation.replace(/^.*?(?=Điều [56],)/, '')

/**
 * A decision is read by whoever carries it out, and one that alone names no group would tell of HIV by that. So none is named where the
 * amount leaves it open that it might be that one (`unnamedRules`); the file and its submission note say it to whoever decides.
 */
const isUnnamed = ({ computed, proposal }: Pick<Worded, 'computed' | 'proposal'>) =>
  computed.terms.rules.some(isUnnamedRule) || (proposal.kind === 'support' && proposal.isConfidential)

/** The group in the words of the law. */
function groundOf(one: Worded): string | null {
  const [rule] = one.computed.terms.rules
  const name = rule === undefined || isUnnamed(one) ? undefined : nameOfRule(rule, 'vi')
  // Within a sentence: «thuộc đối tượng người khuyết tật nặng».
  return name ? lowerFirst(name) : null
}

/** Somebody of the register, as a paper of a day names them. */
export function onPaperOf(person: Registered, home: string, on: CivilDate): PersonOnPaper {
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
