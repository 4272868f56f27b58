import type { CivilDate } from '#kernel/civil-date'
import { formatDay, lowerFirst } from '#kernel/written'
import {
  bookWordsEn,
  bookWordsVi,
  openQuestions,
  wordsEn,
  wordsVi,
  type Label,
  type Source,
} from '#modules/entitlement'
import { competentOn, editionOn, isWaiting } from '../edition.ts'
import type { FileCondition } from '../file-condition.ts'
import { fillMessage } from '../message.ts'
import type { Action, Clock, Edition, NoClock, Paper, Procedure, Step } from '../procedure.ts'
import type { HandbookPhrases } from './words.ts'
import { handbookEn } from './words.en.ts'
import { handbookVi } from './words.vi.ts'

/** A procedure on a day, every line in words and with its source («sổ tay thủ tục»); nothing before the first edition. */
export function handbookPage(procedure: Procedure, on: CivilDate) {
  const edition = editionOn(procedure, on)
  if (!edition) return undefined
  const signing = competentOn(procedure, on)
  const conditional = (when: FileCondition | undefined) => (when ? whenSaid(when, edition) : null)
  return {
    id: procedure.id,
    name: procedure.name,
    about: procedure.about,
    begunBy: both(({ phrases }) => phrases.begunBy[procedure.begunBy]),
    editions: procedure.editions.map(({ from, until, cite }) => ({
      from,
      until: until ?? null,
      cite: cited(cite),
      isShown: from === edition.from,
    })),
    where: edition.where,
    channels: {
      text: listed(edition.channels.among.map((one) => both(({ phrases }) => phrases.channel[one]))),
      cite: cited(edition.channels.cite),
    },
    competent: procedure.competent.map((one) => ({
      title: one.title,
      from: one.from,
      when: conditional(one.when),
      isShown: one === signing,
      cite: cited(one.cite),
    })),
    total: timed(edition.total),
    limits: (edition.limits ?? []).map(({ name, when, clock }) => ({
      name,
      when: conditional(when),
      clock: timed(clock),
    })),
    forms: edition.forms.map(({ number, name, when, cite }) => ({
      number,
      name,
      when: conditional(when),
      cite: cited(cite),
    })),
    papers: edition.papers.map((paper) => ({
      name: paper.name,
      when: conditional(paper.when),
      how: both(({ phrases }) => phrases[paper.how]),
      held: paper.held && paper.held.since <= on ? heldSaid(paper.held) : null,
      isConfidential: paper.isConfidential === true,
      cite: cited(paper.cite),
    })),
    questions: (edition.questions ?? []).map(({ text, answers }) => ({
      text,
      answers: answers.map(({ label }) => label),
    })),
    steps: edition.steps.map((step) => stepSaid(step, edition)),
    posting: edition.posting
      ? { ...edition.posting, step: nameOf(edition, edition.posting.step), cite: cited(edition.posting.cite) }
      : null,
    councils: (edition.councils ?? []).map(({ name, members, quorum, cite }) => ({
      name,
      members,
      quorum: quorum
        ? both(({ phrases }) => phrases.quorum(`${quorum.numerator}/${quorum.denominator}`))
        : null,
      cite: cited(cite),
    })),
    notes: (edition.notes ?? []).map(({ text, cite }) => ({ text, cite: cited(cite) })),
    open: openQuestions.filter(({ number }) => edition.open.includes(number)),
  }
}
export type HandbookPage = NonNullable<ReturnType<typeof handbookPage>>

/** Every procedure in each of its editions. */
export const handbookOf = (procedures: readonly Procedure[]): HandbookPage[][] =>
  procedures.map((procedure) => procedure.editions.flatMap(({ from }) => handbookPage(procedure, from) ?? []))

/** One line of the table of contents. */
export function handbookLine({ id, name, about, begunBy, total, open, editions, competent }: HandbookPage) {
  return {
    id,
    name,
    about,
    begunBy,
    total: total.text,
    signedBy: competent.find(({ isShown }) => isShown)!.title, // Somebody may always sign.
    since: editions.find(({ isShown }) => isShown)!.from, // The page is of one of them.
    cite: editions.find(({ isShown }) => isShown)!.cite,
    open: open.length,
  }
}
export type HandbookLine = ReturnType<typeof handbookLine>

type Language = {
  readonly phrases: HandbookPhrases
  readonly law: typeof wordsVi
  readonly book: typeof bookWordsVi
  readonly is: 'vi' | 'en'
}
const languages = {
  vi: { phrases: handbookVi, law: wordsVi, book: bookWordsVi, is: 'vi' },
  en: { phrases: handbookEn, law: wordsEn, book: bookWordsEn, is: 'en' },
} as const satisfies Record<'vi' | 'en', Language>

function both(say: (language: Language) => string): Label {
  return { vi: say(languages.vi), en: say(languages.en) }
}

function listed(labels: readonly Label[]): Label {
  return both(({ is }) => labels.map((label) => label[is]).join(', '))
}

function cited(source: Source) {
  return { text: both(({ book }) => book.source(source)), certainty: source.certainty }
}

/** A day as people write it; `2026-10-05` is 05/10/2026. */

function timed(clock: Clock | NoClock): {
  readonly text: Label
  readonly cite: ReturnType<typeof cited> | null
} {
  if (clock.kind === 'none') return { text: clock.why, cite: null }
  if (clock.kind === 'of_the_whole') return { text: both(({ phrases }) => phrases.ofTheWhole), cite: null }
  const { kind, length, unit, starts, pauses, orBefore, cite } = clock
  return {
    text: both(({ phrases }) =>
      [
        phrases[kind](phrases.time(length, unit), phrases.starts[starts]),
        ...(orBefore ? [phrases.orBefore(phrases.time(orBefore.length, orBefore.unit))] : []),
        ...(pauses ? [phrases.pauses] : []),
      ].join('; '),
    ),
    cite: cited(cite),
  }
}

function stepSaid(step: Step, edition: Edition) {
  if (!isWaiting(step))
    return {
      id: step.id,
      name: step.name,
      tells: step.tells,
      by: null,
      clock: null,
      actions: [],
      becomes: null,
    }
  const { until, prolongs } = step
  const clock = timed(step.clock)
  return {
    id: step.id,
    name: step.name,
    tells: tellsOf(step),
    by: both(({ phrases }) => phrases.actor[step.by]),
    clock: prolongs
      ? { ...clock, text: both(({ is, phrases }) => `${clock.text[is]}; ${phrases.prolongs}`) }
      : clock,
    actions: step.actions.map((action) => ({
      label: action.label,
      to: nameOf(edition, action.to),
      when: action.when ? whenSaid(action.when, edition) : null,
      effects: effectsOf(action),
    })),
    becomes: until
      ? both(({ is, phrases }) => phrases.becomes(formatDay(until.day), nameOf(edition, until.becomes)[is]))
      : null,
  }
}

/** What the applicant reads, with words where a file has its own day, papers or reason. */
function tellsOf({ tells }: Step): Label {
  return both(({ is, phrases }) => fillMessage(tells[is], phrases.parts))
}

function effectsOf({ clock, decides, gives }: Action): readonly Label[] {
  const ofClock = { completes: 'completes', pauses: 'paused', resumes: 'resumes' } as const
  return [
    ...(clock ? [both(({ phrases }) => phrases[ofClock[clock]])] : []),
    ...(decides
      ? [both(({ phrases }) => phrases.signs(decides.map((kind) => phrases.decision[kind]).join(', ')))]
      : []),
    ...(gives ? [both(({ phrases }) => phrases.gives(phrases.slip[gives]))] : []),
  ]
}

function heldSaid({ by, since }: NonNullable<Paper['held']>): Label {
  return both(({ phrases }) =>
    by === 'register' ? phrases.recorded : phrases.held(phrases.holder[by], formatDay(since)),
  )
}

function nameOf({ steps }: Edition, id: string): Label {
  return steps.find((step) => step.id === id)!.name // Soundness holds that every step that is named is there.
}

type Asking = Pick<Edition, 'from' | 'questions'>

/** «Khi dưới 16 tuổi», «Trừ khi tự nguyện»: when a paper or a form is asked for. */
export function whenSaid(condition: FileCondition, edition: Asking): Label {
  return both((language) =>
    condition.kind === 'not'
      ? language.phrases.unless(said(condition.of, edition, language))
      : language.phrases.when(said(condition, edition, language)),
  )
}

/** A condition in the words of the law, and of the procedure’s own questions. */
function said(condition: FileCondition, edition: Asking, language: Language): string {
  const { phrases, law, is } = language
  const requirement = (node: Parameters<typeof law.condition>[0]) => law.condition(node).requirement
  switch (condition.kind) {
    case 'all':
      return condition.of.map((inner) => bracketed(inner, edition, language)).join(phrases.and)
    case 'any':
      return condition.of.map((inner) => bracketed(inner, edition, language)).join(phrases.or)
    case 'not':
      return phrases.not(said(condition.of, edition, language))
    case 'answered': {
      const question = edition.questions?.find(({ id }) => id === condition.question)
      const answers = question?.answers.filter(({ id }) => condition.among.includes(id)) ?? []
      return answers.map(({ label }) => lowerFirst(label[is])).join(phrases.or)
    }
    case 'is':
      return requirement({ ...condition, value: condition.among[0]!, holds: true, confidential: false })
    case 'flag':
    case 'eventFlag':
      return requirement({ ...condition, holds: true, confidential: false })
    case 'eventIs':
      return requirement({ ...condition, value: condition.among[0]!, holds: true, confidential: false })
    case 'ageFrom':
    case 'ageBelow':
      return requirement({
        ...condition,
        ageInMonths: condition.months,
        reachedOn: edition.from,
        holds: true,
        confidential: false,
      })
  }
}

/** Of several conditions within another it has to be seen where they begin and end. */
function bracketed(condition: FileCondition, edition: Asking, language: Language): string {
  const text = said(condition, edition, language)
  return condition.kind === 'all' || condition.kind === 'any' ? `(${text})` : text
}
