import { UnsoundLaw } from '#kernel/law'
import { choices, eventChoices, openQuestions, type Label, type Source } from '#modules/entitlement'
import { isWaiting } from './edition.ts'
import type { FileCondition } from './file-condition.ts'
import { messageParts, type Clock, type Edition, type Procedure, type Step } from './procedure.ts'
import { faultsOfWay } from './way.ts'

/** Stops whoever is about to use procedures that cannot be right: no file may be lost in one. */
export function assertSoundProcedures(procedures: readonly Procedure[]): void {
  // Whoever writes a procedure reads what is wrong with it in English, as its ids are.
  const [first, ...others] = procedures.flatMap(faultsOfProcedure).map((fault) => ({ vi: fault, en: fault }))
  if (first) throw new UnsoundLaw([first, ...others])
}

/** What is wrong with a procedure as data, in words for who wrote it, each with its id; nothing where it is sound. */
export function faultsOfProcedure(procedure: Procedure): string[] {
  const { id, editions, competent } = procedure
  return [
    ...faultsOfTimes(procedure),
    ...competent.flatMap(({ cite }) => uncited(cite, 'who is competent')),
    ...unworded({ ...procedure, editions: [] }),
    ...editions.flatMap((edition) => faultsOfEdition(edition).map((fault) => `${edition.regime}: ${fault}`)),
    // At the door nobody knows who is asking: what takes something from somebody is begun by an officer.
    ...editions.flatMap(({ regime, channels }) =>
      procedure.begunBy !== 'applicant' && channels.among.includes('online')
        ? [`${regime}: an officer begins it, and it is open online`]
        : [],
    ),
  ].map((fault) => `procedure ${id}: ${fault}`)
}

/** Editions follow each other without a gap and without an overlap, the last is open, and somebody may always sign. */
function faultsOfTimes({ editions, competent }: Procedure): string[] {
  return [
    ...editions.flatMap(({ regime, from, until }, index) => {
      const next = editions[index + 1]
      if (until !== undefined && until <= from) return [`${regime} ends before it begins`]
      if (!next) return until === undefined ? [] : [`nothing follows ${regime} after ${until}`]
      if (until === undefined || until > next.from) return [`${regime} and ${next.regime} overlap`]
      return until < next.from ? [`there is a gap between ${regime} and ${next.regime}`] : []
    }),
    ...(competent[0].from > editions[0].from || competent[0].when
      ? ['nobody may sign in the first edition']
      : []),
    ...competent.flatMap(({ from }, index) =>
      index > 0 && from < competent[index - 1]!.from ? ['who is competent does not stand in order'] : [],
    ),
  ]
}

function faultsOfEdition(edition: Edition): string[] {
  const { forms, papers, limits = [], posting, councils = [], steps, open } = edition
  const ids = new Set(steps.map((step) => step.id))
  const conditions = [
    ...[...forms, ...papers, ...limits].map(({ when }) => when),
    ...steps.flatMap((step) => (isWaiting(step) ? step.actions.map(({ when }) => when) : [])),
  ]
  const sources = sourcesIn(edition)
  return [
    ...twice(steps.map(({ id }) => id)).map((id) => `step ${id} stands twice`),
    ...twice(papers.map(({ id }) => id)).map((id) => `paper ${id} stands twice`),
    ...twice(forms.map(({ number }) => number)).map((number) => `form ${number} stands twice`),
    ...clocksOf(edition).flatMap(([of, clock]) => faultsOfClock(clock).map((fault) => `${of}: ${fault}`)),
    ...sources.flatMap((source) => uncited(source, 'something')),
    ...(sources.some(({ certainty }) => certainty === 'uncertain') && open.length === 0
      ? ['something is uncertain and no open question says what']
      : []),
    ...open
      .filter((number) => !openQuestions.some((question) => question.number === number))
      .map((number) => `there is no open question ${number}`),
    ...conditions.flatMap((condition) => (condition ? faultsOfCondition(condition, edition) : [])),
    ...[posting, ...councils].flatMap((part) =>
      part && !ids.has(part.step) ? [`${part.step} is no step`] : [],
    ),
    ...(posting && !posting.never.some(({ vi }) => vi.includes('HIV'))
      ? ['HIV is not kept from the posting']
      : []),
    ...unworded(edition),
    ...steps.flatMap((step) => faultsOfMessage(step, edition).map((fault) => `step ${step.id}: ${fault}`)),
    ...faultsOfWay(edition),
  ]
}

/** Every clock of an edition, and of what. */
export function clocksOf({
  total,
  limits = [],
  steps,
}: Edition): readonly (readonly [of: string, clock: Clock])[] {
  return [
    ...('length' in total ? [['the whole', total] as const] : []),
    ...limits.map(({ id, clock }) => [id, clock] as const),
    ...steps.flatMap((step) =>
      isWaiting(step) && 'length' in step.clock ? [[step.id, step.clock] as const] : [],
    ),
  ]
}

function faultsOfClock({ kind, length, unit, cite, orBefore }: Clock): string[] {
  return [
    ...[length, ...(orBefore ? [orBefore.length] : [])]
      .filter((time) => !Number.isInteger(time) || time <= 0)
      .map((time) => `${time} is no time`),
    ...[cite, ...(orBefore ? [orBefore.cite] : [])]
      .filter(({ document, place }) => !document.trim() || !place.trim())
      .map(() => 'its clock is not cited'),
    // Days and days of work end differently from file to file; of two times in one unit one never ends first.
    ...(orBefore && (orBefore.unit === unit || kind !== 'within' || !isInDays(unit))
      ? [`${orBefore.length} ${orBefore.unit} are no other time than ${length} ${unit}`]
      : []),
  ]
}

function isInDays(unit: Clock['unit']) {
  return unit === 'working_days' || unit === 'calendar_days'
}

/** A message can be filled: a last day where one is known, what is missing while it is waited for, a reason at an end. */
function faultsOfMessage(step: Step, { total }: Edition): string[] {
  const parts = [step.tells.vi, step.tells.en].map((text) =>
    [...text.matchAll(/\{(\w*)\}/g)].map(([, part]) => part!),
  )
  const [vi = [], en = []] = parts
  const known: readonly string[] = messageParts
  const clock = isWaiting(step) ? step.clock : undefined
  const hasDue =
    clock !== undefined && ('length' in clock || (clock.kind === 'of_the_whole' && 'length' in total))
  return [
    ...vi.filter((part) => !known.includes(part)).map((part) => `nothing fills {${part}}`),
    ...(vi.toSorted().join() === en.toSorted().join() ? [] : ['the languages tell different things']),
    ...(vi.includes('due') && !hasDue ? ['it tells a last day and has no clock'] : []),
    ...(vi.includes('missing') && !(isWaiting(step) && step.by === 'applicant')
      ? ['it tells what is missing and waits for nobody']
      : []),
    ...(vi.includes('reason') && isWaiting(step) ? ['it tells a reason before the end'] : []),
    ...(clock?.kind === 'of_the_whole' && !('length' in total)
      ? ['its days are of the whole, which has none']
      : []),
  ]
}

/** Facts nobody has, words a fact never is, questions nobody asks, and ages that are no whole years. */
function faultsOfCondition(condition: FileCondition, edition: Edition): string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((inner) => faultsOfCondition(inner, edition))
    case 'not':
      return faultsOfCondition(condition.of, edition)
    case 'is':
    case 'eventIs': {
      const known: readonly string[] =
        condition.kind === 'is' ? choices[condition.fact] : eventChoices[condition.fact]
      return condition.among
        .filter((value) => !known.includes(value))
        .map((value) => `${condition.fact} is never ${value}`)
    }
    case 'ageFrom':
    case 'ageBelow':
      return condition.months % 12 === 0 ? [] : [`${condition.months} months are no whole years`]
    case 'answered': {
      const question = edition.questions?.find(({ id }) => id === condition.question)
      if (!question) return [`nobody asks ${condition.question}`]
      return condition.among
        .filter((answer) => !question.answers.some(({ id }) => id === answer))
        .map((answer) => `${condition.question} is never answered ${answer}`)
    }
    case 'flag':
    case 'eventFlag':
      return []
  }
}

function uncited({ document, place }: Source, what: string): string[] {
  return document.trim() && place.trim() ? [] : [`${what} cites no article`]
}

function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return []
  if ('certainty' in value) return [value as Source] // Nothing else in a procedure says how certain it is.
  return Object.values(value).flatMap(sourcesIn)
}

/** Words that are missing in one of the languages. */
function unworded(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value && 'en' in value) {
    const { vi, en } = value as Label // Words are all that has both.
    return vi.trim() && en.trim() ? [] : [`words are missing beside «${vi || en}»`]
  }
  return Object.values(value).flatMap(unworded)
}

function twice(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
