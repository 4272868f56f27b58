import type { CivilDate } from '#kernel/civil-date'
import { openAdvice } from './advice.ts'
import { chancesOf } from './chances.ts'
import { knownOf, type Known } from './known.ts'
import { unknown, type Answer, type Answers, type Fact, type Question, type QuestionId } from './question.ts'
import { questions } from './questions/index.ts'
import { openSupports, supportChances } from './supports.ts'
import { toldBy } from './tells.ts'
import { truthOf } from './truth.ts'

/** Where somebody stands: the questions answered that still count, in order, and the one to ask. */
export type Interview = {
  readonly answers: Answers
  readonly known: Known
  readonly path: readonly QuestionId[]
  readonly next: Question | undefined
  /** The place reached, where steps are remembered. */
  readonly place: Place
}

type Step = { readonly known: Known; readonly next: Question | undefined }

/**
 * Steps walked before, each with where every answer led from there: whoever comes this way again asks nothing anew, and
 * what a step costs does not grow with how many there were. It holds for the day it was begun on.
 */
export type Place = { step?: Step; readonly after: Map<string, Place> }
export const nowhere = (): Place => ({ after: new Map() })

/**
 * Walks the questions as if they were asked now. An answer of before that nobody would ask for any more is left aside, so
 * that changing one answer never drags along what followed from the old one.
 */
export function interviewOf(given: Answers, today: CivilDate, from: Place = nowhere()): Interview {
  const answers = new Map<QuestionId, Answer>()
  for (let place = from; ;) {
    const { known, next } = stepAt(place, answers, today)
    const answer = next && given.get(next.id)
    if (!next || !answer) return { answers, known, path: [...answers.keys()], next, place }
    answers.set(next.id, answer)
    place = placeAfter(place, answer)
  }
}

function stepAt(place: Place, answers: Answers, today: CivilDate): Step {
  if (place.step) return place.step
  const known = knownOf(new Map(answers), today)
  place.step = { known, next: nextQuestion(known) }
  return place.step
}

function placeAfter({ after }: Place, answer: Answer): Place {
  const key = answer.join('\n')
  const place = after.get(key) ?? nowhere()
  after.set(key, place)
  return place
}

/** The first question that makes sense and whose answer something still depends on. */
export function nextQuestion(known: Known): Question | undefined {
  let open: ReadonlySet<Fact> | undefined
  return questions.find((question) => {
    if (known.answers.has(question.id)) return false
    if (question.when && truthOf(question.when, known) !== true) return false
    open ??= openFacts(known)
    return toldBy(question).some((name) => open!.has(name))
  })
}

/** Every fact the result may still depend on: of the law, and of the advice that goes with it. */
export function openFacts(known: Known): ReadonlySet<Fact> {
  const who = known.answers.get('who')?.[0]
  if (who === undefined) return new Set(['answer.who'])
  // Wherever somebody lives is where they apply.
  if (who === 'takeIn') return new Set(['answer.takeIn', 'answer.place'])
  const chances = chancesOf(known)
  const supports = supportChances(known, chances)
  if (who === 'deceased') {
    const isPossible = supports.some(({ truth }) => truth !== false)
    return new Set([
      ...openSupports(supports),
      'answer.place',
      ...(isPossible ? ['answer.funeralPaid' as const] : []),
    ])
  }
  const money = [...chances.values()].flatMap(({ open }) => [...open])
  return new Set<Fact>([
    ...money,
    ...openSupports(supports),
    ...openAdvice(known),
    'answer.place',
    'answer.happening',
  ])
}

/** The questions to come, if everything from here on is answered as most people do. */
export function* usualWay({ answers, place: from }: Interview, today: CivilDate): Generator<Question> {
  const given = new Map(answers)
  for (let place = from; ;) {
    const { next } = stepAt(place, given, today)
    if (!next) return
    yield next
    const answer = usualAnswer(next)
    given.set(next.id, answer)
    place = placeAfter(place, answer)
  }
}

/** About how many questions are left. */
export function remaining(interview: Interview, today: CivilDate): number {
  return [...usualWay(interview, today)].length
}

/** What most people answer: nothing particular. */
export function usualAnswer({ id, kind, none, options }: Question): Answer {
  switch (kind) {
    case 'birth':
      return ['1951-06-15']
    case 'place':
    case 'village':
      return [unknown]
    case 'count':
      return ['1']
    case 'persons':
      return [options[0]!.id, '1']
    case 'many':
      return [none ?? unknown]
    case 'one':
      return [
        id === 'who' || id === 'home' || id === 'father' || id === 'mother'
          ? options[0]!.id
          : options.at(-1)!.id,
      ]
  }
}
