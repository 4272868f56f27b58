import type { CivilDate } from '#kernel/civil-date'
import { interviewOf, usualAnswer, usualWay, type Place } from '../domain/interview.ts'
import { unknown, type Answer, type Answers, type QuestionId } from '../domain/question.ts'
import { questionOf } from '../domain/questions/index.ts'
import { whenIdle } from './breathe.ts'

let thought = 0

/**
 * Works out, while its reader still reads, where each answer to a question leads, a step at a time so that nothing else
 * waits: whoever presses «Tiếp tục» then waits for nothing but the drawing. What was not thought of is worked out then.
 */
export function thinkAhead(id: QuestionId, answers: Answers, today: CivilDate, from: Place) {
  const mine = ++thought
  const steps = stepsAhead(id, answers, today, from)
  const next = () => {
    if (mine === thought && !steps.next().done) whenIdle(next)
  }
  whenIdle(next)
}

function* stepsAhead(id: QuestionId, answers: Answers, today: CivilDate, from: Place) {
  for (const answer of likelyAnswers(id)) {
    const interview = interviewOf(new Map([...answers, [id, answer]]), today, from)
    yield
    yield* usualWay(interview, today)
  }
}

/** Of what is typed there are too many; what most people answer is close enough to warm the law up. */
function likelyAnswers(id: QuestionId): readonly Answer[] {
  const question = questionOf(id)
  const usual = usualAnswer(question)
  if (question.kind !== 'one') return [usual]
  return [usual, ...question.options.map((option) => [option.id]), [unknown]]
}
