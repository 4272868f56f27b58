import { dayOf, monthOf, type CivilDate } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import {
  amounts,
  choices,
  flags,
  law,
  phrasesEn,
  phrasesVi,
  plainStanding,
  regimeFor,
  replayPersonMonths,
  type Benefit,
  type PersonMonthRow,
  type Standing,
} from '#modules/entitlement'
import { salutationOf } from '#modules/documents'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { ApplicationId, type IntakeQuestion, type TermsView } from '../contract.ts'
import { listAlike } from '../db/queue.ts'
import type { Asked } from '../domain/application.ts'
import { checklistOf } from '../domain/checklist.ts'
import { dueDay } from '../domain/clock.ts'
import { isTrueOfFile, type AskedFacts } from '../domain/file-condition.ts'
import { aboutOf, kindsOf, mayHaveDied, mayPay, soleCompletion } from '../domain/plan.ts'
import { openFactsOf, type KnownFacts } from '../domain/open-facts.ts'
import type { PaperState } from '../domain/paper.ts'
import type { Edition, Procedure, ProcedureId } from '../domain/procedure.ts'
import { compute, nobody } from './compute-monthly.ts'
import { eventFormOf } from './event-form.ts'
import { getEdition, getProcedure } from './find-procedure.ts'
import { calendarFor } from './open-file.ts'
import { previewOnce } from './preview-once.ts'
import { assertAsked } from './submit.ts'
import { viewTerms } from './view-terms.ts'

type Wish = {
  readonly procedure: ProcedureId
  readonly personId: string | null
  readonly subject: { readonly fullName: string; readonly born: CivilDate } | null
  readonly asked: Asked
  readonly papers: readonly { readonly kind: string; readonly state: PaperState }[]
  readonly receivedOn?: CivilDate | undefined
}

/**
 * What the counter needs while somebody stands there: only what is still missing is asked, nobody is asked for what the
 * State holds, and the result is that of the law by what is known so far. Where no right is asked for (something is
 * suspended, goes on, ends or moves), it is about what is drawn already, and the law has no questions. Nothing is kept.
 */
export async function previewIntake(ctx: Ctx, input: Wish) {
  const { personId, asked, papers, receivedOn = ctx.today } = input
  const procedure = getProcedure(input.procedure)
  const edition = getEdition(procedure, { receivedOn, completeOn: null })
  assertAsked({ procedure, edition }, asked)
  const registered = personId ? await registeredAs(ctx, personId) : undefined
  const subject = registered?.subject ?? input.subject
  const said: Partial<Standing> = asked.standing // Checked just now.
  const facts: AskedFacts = {
    on: ctx.today,
    standing: { ...said, ...(subject && { born: subject.born }) },
    event: asked.event,
    answers: asked.answers,
  }
  const about = aboutOf(procedure, edition)
  const drawn = new Set(registered?.row?.awards.map(({ benefit }) => benefit))
  const benefits = procedure.benefits.filter((benefit) => about === 'right' || drawn.has(benefit))
  const results = subject ? resultsFor(ctx, benefits, { personId, subject, registered, said }) : []
  return {
    about,
    isKnownElsewhere: kindsOf(edition).has('transfer'),
    givesReceipt: givesReceipt(ctx, edition, facts),
    mayHaveDied: mayHaveDied(procedure, edition),
    mayPay: mayPay(edition),
    edition: { citation: `${edition.cite.place}, ${edition.cite.document}`, where: edition.where },
    forms: edition.forms
      .filter(({ when }) => !when || isTrueOfFile(when, facts) !== false)
      .map(({ number, name }) => ({ number, name })),
    channels: [...new Set([...edition.channels.among, 'home_visit' as const])],
    questions:
      subject && about === 'right'
        ? questionsFor(ctx, procedure, { facts: known(subject.born, registered, said), said, results })
        : [],
    procedureQuestions: (edition.questions ?? []).map(({ id, text, answers }) => ({
      id,
      text,
      answers: answers.map((answer) => ({ id: answer.id, label: answer.label })),
    })),
    eventForm: eventFormOf({ procedure, asked, diedOn: registered?.diedOn ?? null }),
    once: registered && personId ? await previewOnce(ctx, { procedure, personId, asked, registered }) : null,
    papers: viewChecklist(ctx, edition, { facts, registered, papers, receivedOn }),
    dueOn: await dueIfComplete(ctx, edition, receivedOn),
    results,
    alike: subject ? await alikeTo(ctx, personId, subject) : [],
  }
}

type Registered = {
  readonly subject: {
    readonly fullName: string
    readonly born: CivilDate
    readonly sex: 'female' | 'male' | null
  }
  readonly row: PersonMonthRow | undefined
  readonly diedOn: CivilDate | null
}

async function registeredAs(ctx: Ctx, personId: string): Promise<Registered> {
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (!person) throw new Problem('people.person_not_found', 404, { personId })
  ctx.audit({ action: 'applications.person_read', personId, leavesOnlyTraces: true })
  const [row] = await replayPersonMonths(ctx, [personId], [monthOf(ctx.today)], ctx.now)
  const { fullName, born, sex, diedOn } = person
  return { subject: { fullName, born, sex }, row, diedOn }
}

const standingOf = ({ row }: Pick<Registered, 'row'>) => row?.later ?? row?.earlier

/** What the register says beyond what is taken to be so of everybody, and what was said at the counter. */
function known(born: CivilDate, registered: Registered | undefined, said: Partial<Standing>): KnownFacts {
  const standing = registered && standingOf(registered)
  const plain: Partial<Standing> = plainStanding
  const recorded = Object.entries(standing ?? {}).filter(
    ([fact, value]) => JSON.stringify(plain[fact as keyof Standing]) !== JSON.stringify(value),
  )
  return { ...alwaysKnown, ...(Object.fromEntries(recorded) as Partial<Standing>), ...said, born }
}

/** What nobody is asked at a counter: it follows from the register, or from other procedures. */
const alwaysKnown: Partial<Standing> = {
  inDifficultArea: false,
  children: [],
  facility: 'none',
  care: 'none',
  spouseHasParentingSupport: false,
  servesSentence: false,
  meritorious: plainStanding.meritorious,
}

/** What could still change the answer, with what was answered already: a question does not vanish once it is answered. */
function questionsFor(
  ctx: Ctx,
  { benefits }: Procedure,
  {
    facts,
    said,
    results,
  }: {
    readonly facts: KnownFacts
    readonly said: Partial<Standing>
    readonly results: readonly { readonly terms: Pick<TermsView, 'lines'> }[]
  },
): IntakeQuestion[] {
  const rules = regimeFor(law, monthOf(ctx.today), ctx.today)?.rules
  if (!rules) return []
  // Of the groups of one amount the highest counts: what can bring no more than is there already is not asked about.
  const there = new Map(
    results.flatMap(({ terms }) => terms.lines).map((line) => [line.component, line.coefficientTenths]),
  )
  const groups = rules.groups.filter(
    ({ benefit, component, bands, per }) =>
      benefits.includes(benefit) &&
      (per !== undefined || bands.some(({ coefficient }) => coefficient > (there.get(component) ?? 0))),
  )
  const unsaid = Object.fromEntries(
    Object.entries(facts).filter(([fact]) => !(fact in said) || fact === 'born'),
  )
  const open = (known: KnownFacts) => openFactsOf(groups, { facts: known, on: ctx.today, all: rules.groups })
  const asked = new Set([
    ...open({ ...(unsaid as KnownFacts), born: facts.born }),
    ...open(facts),
    ...(Object.keys(said) as (keyof Standing)[]),
  ])
  const mayRead = ctx.actor.permissions.has('people.read_confidential')
  return order.filter((fact) => asked.has(fact) && (fact !== 'hiv' || mayRead)).map(questionOf)
}

/** The order of the counter: what most is decided by comes first. */
const order = [
  'disability',
  'household',
  'pension',
  'socialInsurance',
  'hasWage',
  'singleParent',
  'obligor',
  'father',
  'mother',
  'abandoned',
  'isStudying',
  'wasChildWithoutSupport',
  'isPregnant',
  'facilityEligibleInCommunity',
  'hiv',
] as const satisfies readonly (keyof Standing)[]

function questionOf(fact: (typeof order)[number]): IntakeQuestion {
  const choice = (Object.keys(choices) as (keyof typeof choices)[]).find((one) => one === fact)
  if (choice) {
    const [vi, en] = [phrasesVi.fact[choice], phrasesEn.fact[choice]]
    const values: Readonly<Record<string, string>> = vi.values
    const english: Readonly<Record<string, string>> = en.values
    return {
      fact,
      kind: 'choice',
      text: { vi: vi.name, en: en.name },
      options: Object.keys(values).map((value) => ({
        value,
        label: { vi: values[value]!, en: english[value]! }, // English has every value of the Vietnamese.
      })),
    }
  }
  const flag = flags.find((one) => one === fact)
  if (flag) {
    const [vi, en] = [phrasesVi.flag[flag], phrasesEn.flag[flag]]
    return {
      fact,
      kind: 'flag',
      text: { vi: vi.yes, en: en.yes },
      options: [
        { value: 'false', label: { vi: vi.no, en: en.no } },
        { value: 'true', label: { vi: vi.yes, en: en.yes } },
      ],
    }
  }
  const amount = amounts.find((one) => one === fact)! // Every fact is one of the three.
  return {
    fact,
    kind: 'amount',
    text: { vi: phrasesVi.amount[amount], en: phrasesEn.amount[amount] },
    options: [],
  }
}

function viewChecklist(
  ctx: Ctx,
  edition: Edition,
  {
    facts,
    registered,
    papers,
    receivedOn,
  }: Pick<Wish, 'papers'> & {
    readonly facts: AskedFacts
    readonly registered: Registered | undefined
    readonly receivedOn: CivilDate
  },
) {
  const standing = registered && standingOf(registered)
  const mayRead = ctx.actor.permissions.has('people.read_confidential')
  return checklistOf(edition, {
    asked: facts,
    registered: standing && { on: ctx.today, standing },
    receivedOn,
    states: new Map(papers.map(({ kind, state }) => [kind, state])),
  })
    .filter(({ paper }) => mayRead || !paper.isConfidential)
    .map(({ paper, state, isHeld, isLacking }) => ({
      kind: paper.id,
      name: paper.name,
      how: paper.how,
      state,
      isLacking,
      heldBy: isHeld ? (paper.held?.by ?? null) : null,
      isConfidential: paper.isConfidential ?? false,
    }))
}

/** A receipt names the day of the answer, and is given out with the one step a complete file takes by itself. */
function givesReceipt(ctx: Ctx, edition: Edition, facts: AskedFacts): boolean {
  const way = { step: edition.steps[0].id, facts }
  return 'length' in edition.total && soleCompletion(edition, way, ctx.today)?.gives === 'receipt'
}

async function dueIfComplete(ctx: Ctx, { total }: Edition, startedAt: CivilDate): Promise<CivilDate | null> {
  if (!('length' in total) || total.unit === 'hours') return null
  return dueDay(await calendarFor(ctx), { clock: total, startedAt }, ctx.today)
}

/** What the law gives, by the register and what was said over it; of somebody not in the register by what was said alone. */
function resultsFor(
  ctx: Ctx,
  benefits: readonly Benefit[],
  {
    personId,
    subject,
    registered,
    said,
  }: Pick<Wish, 'personId'> & {
    readonly subject: NonNullable<Wish['subject']>
    readonly registered: Registered | undefined
    readonly said: Partial<Standing>
  },
) {
  const month = monthOf(ctx.today)
  const unregistered: Standing = { ...plainStanding, born: subject.born }
  const row = registered?.row ?? nobody(personId ?? '', month, ctx.today)
  const over = (standing: Standing | undefined) => ({
    ...(standing ?? unregistered),
    ...said,
    born: subject.born,
  })
  const told: PersonMonthRow = { ...row, earlier: over(row.earlier), later: over(row.later) }
  return benefits.map((benefit) => {
    const { terms, basis } = compute({ benefit, kind: 'grant' }, told, {
      signedOn: ctx.today,
      diedOn: registered?.diedOn ?? null,
      told: new Set(Object.keys(said)),
      who: salutationOf({ sex: registered?.subject.sex ?? null, born: subject.born }, ctx.today),
      mayReadAll: ctx.actor.permissions.has('people.read_confidential'),
    })
    const isRight = terms.lines.length > 0
    return { benefit, isRight, isAwarded: basis.awarded.includes(benefit), terms: viewTerms(ctx, terms) }
  })
}

async function alikeTo(ctx: Ctx, personId: string | null, subject: NonNullable<Wish['subject']>) {
  // No file yet: the id of none is no other’s.
  const found = await listAlike(ctx, { id: '00000000-0000-0000-0000-000000000000', personId, subject })
  return found.map((other) => ({
    id: ApplicationId.parse(other.id),
    code: other.code,
    procedureName: getProcedure(other.procedure).name,
    receivedOn: dayOf(other.receivedAt),
  }))
}
