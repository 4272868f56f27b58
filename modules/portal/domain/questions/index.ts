import { questionIds, type Question, type QuestionId } from '../question.ts'
import { aboutDisability, aboutEverybody, aboutHousehold } from './about.ts'
import { aboutDeath, aboutEmergency, aboutHardship, lastOfAll } from './events.ts'
import { aboutChild, aboutFamily } from './family.ts'

/** Every question in the order it is asked in, if it is asked at all. */
export const questions: readonly Question[] = [
  ...aboutEverybody,
  ...aboutDeath,
  ...aboutEmergency,
  ...aboutHousehold,
  ...aboutHardship,
  ...aboutDisability,
  ...aboutChild,
  ...aboutFamily,
  ...lastOfAll,
]

const byId = new Map(questions.map((question) => [question.id, question]))

export function questionOf(id: QuestionId): Question {
  const found = byId.get(id)
  if (!found) throw new RangeError(`There is no question ${id}`)
  return found
}

export const isQuestionId = (text: string): text is QuestionId =>
  (questionIds as readonly string[]).includes(text)
