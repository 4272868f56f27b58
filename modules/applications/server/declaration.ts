import { dayOf, type CivilDate, type Instant } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { formatBirth, formatCount } from '#kernel/written'
import { committeeOf, slipPaper, type Paper, type SlipFacts } from '#modules/documents'
import { getArea } from '#modules/geography'
import {
  confidentialFacts,
  listAwards,
  phrasesVi,
  wordsVi,
  type Benefit,
  type Standing,
} from '#modules/entitlement'
import { peopleOnPaper } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listEvents } from '../db/applications.ts'
import { differing } from './compute-monthly.ts'
import { declarationWords as words } from './declaration-words.vi.ts'
import { editionOfFile } from '../domain/edition.ts'
import { isTrueOfFile } from '../domain/file-condition.ts'
import type { Form } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { homeInFile, registeredHome } from './homes.ts'
import { givenWords, slipWords } from './messages.vi.ts'
import { registeredFacts, type OpenFile } from './open-file.ts'
import { trackingOf } from './verification.ts'

type Declaration = Extract<SlipFacts, { kind: 'declaration' }>
type Section = Declaration['sections'][number]

/**
 * The declaration of a file («tờ khai») filled in with what the register held when the file came and what was said at the counter,
 * to be read over and signed: nobody writes down what the State has written down. What is not known has dots to write on. What
 * the file itself brought about, and whatever was recorded since, nobody declared: it is not there, however late this is printed.
 */
export async function declarationOf(ctx: Ctx, file: OpenFile): Promise<Paper> {
  const { application, procedure } = file
  const form = formOf(file)
  if (!form) throw problems('slip_not_possible', { slip: 'declaration' })
  const { name } = await getArea(ctx, application.areaId)
  const office = committeeOf({ name, level: 'commune' })
  const { subject, applicant, payment } = application
  const told = await whenDeclared(ctx, application)
  const sections = [
    await whoSection(ctx, file),
    ...(applicant ? [applicantSection(applicant)] : []),
    ...(await circumstances(ctx, file, told)),
    await received(ctx, { personId: application.personId, among: procedure.benefits, told }),
    ...(procedure.benefits.length > 0 ? [paymentSection(payment)] : []),
  ]
  return slipPaper({
    version: 1,
    kind: 'declaration',
    desk: { superior: office.name, name: slipWords.desk(name), place: office.place, phone: null },
    file: application.code,
    // The day is written with the hand that signs.
    signedOn: null,
    tracking: trackingOf(application.code),
    title: form.name.vi,
    form: { number: words.form(form.number), document: documentOf(form), isSeen: false },
    addressee: office.authority,
    sections: sections.map((one, place) => ({ ...one, heading: words.part(place, one.heading) })),
    declaredBy: applicant?.fullName ?? subject.fullName,
  })
}

/** Whether the law has a form for such a file. */
export const hasForm = (file: OpenFile) => formOf(file) !== undefined

/** The form for this file, of the law of the day it came: one that is filled in stays good (TRN-02). */
function formOf({ application, procedure, way }: OpenFile): Form | undefined {
  const receivedOn = dayOf(application.receivedAt)
  const { formsOf } = editionOfFile(procedure, { receivedOn, completeOn: null }) ?? {}
  return formsOf?.forms.find(({ when }) => !when || !way.facts || isTrueOfFile(when, way.facts) !== false)
}

type Told = { readonly on: CivilDate; readonly knownAt: Instant }

/** The day a file came, and when it was written down: of a file entered late what the register had learned by then counts. */
async function whenDeclared(ctx: Ctx, { id, receivedAt }: OpenFile['application']): Promise<Told> {
  const [received] = await listEvents(ctx, id)
  return { on: dayOf(receivedAt), knownAt: received!.at } // A file begins with its being received.
}

const documentOf = ({ cite }: Form) => `Nghị định số ${cite.document}`

async function whoSection(ctx: Ctx, { application }: OpenFile): Promise<Section> {
  const { subject, personId } = application
  const registered = personId ? (await peopleOnPaper(ctx, [personId])).get(personId) : undefined
  const isHomeTold = Boolean(subject.village ?? subject.address)
  const home =
    registered && !isHomeTold ? await registeredHome(ctx, registered) : await homeInFile(ctx, application)
  const known = { ...subject, ...registered }
  const { rows } = words
  return section(words.who, [
    [rows.fullName, known.fullName],
    [rows.born, formatBirth(known.born, known.bornPrecision)],
    [rows.sex, known.sex && words.sex[known.sex]],
    [rows.number, known.number],
    [rows.address, home],
    [rows.phone, subject.phone],
  ])
}

function applicantSection(applicant: NonNullable<OpenFile['application']['applicant']>): Section {
  const { fullName, relation, phone } = applicant
  const { applicantRows: rows } = words
  return section(words.applicant, [
    [rows.fullName, fullName],
    [rows.relation, givenWords.relation(relation)],
    [rows.phone, phone],
  ])
}

/** What the register knows, and over it what was said; what few may know only for whoever may read of it. */
async function circumstances(
  ctx: Ctx,
  { application, edition, way }: OpenFile,
  told: Told,
): Promise<Section[]> {
  const registered = await registeredFacts(ctx, application.personId, told)
  const known = differing(registered?.standing as Standing | undefined)
  const { standing = {}, answers = {} } = way.facts ?? {}
  const mayRead = ctx.actor.permissions.has('people.read_confidential')
  const facts = Object.entries({ ...known, ...standing }).filter(
    ([fact]) => mayRead || !confidentialFacts.has(fact),
  )
  const asked = (edition.questions ?? []).flatMap(({ id, text, answers: possible }) => {
    const answer = possible.find((one) => one.id === answers[id])
    return answer ? [[text.vi.replace(/\?$/, ''), answer.label.vi] as const] : []
  })
  const rows = [...facts.flatMap(([fact, value]) => inWords(fact, value)), ...asked]
  return rows.length > 0 ? [section(words.circumstances, rows)] : []
}

/** A fact in the words of the law; births and counts are said elsewhere. */
function inWords(fact: string, value: unknown): (readonly [string, string])[] {
  const { fact: choices, flag, amount } = phrasesVi
  if (fact in choices) {
    const { name, values } = choices[fact as keyof typeof choices]
    const word = (values as Readonly<Record<string, string>>)[String(value)]
    return word ? [[capital(name), word]] : []
  }
  if (fact in flag) return value === true ? [[capital(flag[fact as keyof typeof flag].yes), words.yes]] : []
  if (fact in amount && typeof value === 'number' && value > 0)
    return [[capital(amount[fact as keyof typeof amount]), `${formatCount(value)} đồng/tháng`]]
  return []
}

/** Every benefit the procedure could give, ticked where the person had it when the file came. */
async function received(
  ctx: Ctx,
  asked: { readonly personId: string | null; readonly among: readonly Benefit[]; readonly told: Told },
): Promise<Section> {
  const { personId, among, told } = asked
  const awards = personId ? await listAwards(ctx, [personId], told.knownAt) : []
  const open = new Set(awards.flatMap(({ benefit, during }) => (contains(during, told.on) ? benefit : [])))
  const named = [...new Set<Benefit>([...among, ...open])]
  return {
    heading: words.receives,
    rows: [],
    choices: [
      ...named.map((benefit) => ({ text: capital(wordsVi.benefit(benefit)), isTicked: open.has(benefit) })),
      { text: words.receivesNothing, isTicked: open.size === 0 && personId !== null },
    ],
  }
}

function paymentSection(payment: OpenFile['application']['payment']): Section {
  const { paymentRows: rows, methods } = words
  const isAccount = payment?.method === 'account'
  return {
    heading: words.payment,
    rows: isAccount
      ? [
          { label: rows.account, value: payment.account },
          { label: rows.bank, value: payment.bank },
          { label: rows.holder, value: payment.holder },
        ]
      : [],
    choices: [
      { text: methods.cash, isTicked: payment?.method === 'cash' },
      { text: methods.account, isTicked: isAccount },
    ],
  }
}

function section(heading: string, rows: readonly (readonly [string, string | null])[]): Section {
  return { heading, rows: rows.map(([label, value]) => ({ label, value: value || null })), choices: [] }
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi-VN') + text.slice(1)
