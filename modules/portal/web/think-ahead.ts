import type { CivilDate } from '#kernel/civil-date'
import { interviewOf, usualAnswer, usualWay, type Place } from '../domain/interview.ts'
import { outcomeOf } from '../domain/outcome.ts'
import { unknown, type Answer, type Answers, type QuestionId } from '../domain/question.ts'
import { questionOf } from '../domain/questions/index.ts'
import { painted, whenIdle } from './breathe.ts'

let thought = 0

type Reading = {
  readonly id: QuestionId
  readonly answers: Answers
  readonly today: CivilDate
  readonly from: Place
  /** What stands in the form by now, which is likelier than anything else. */
  readonly chosen?: Answer | undefined
  /** Draws what follows an answer, once all of it was worked out. */
  readonly draw: (answer: Answer) => void
}

/**
 * Works out, while its reader still reads, where each answer to a question leads, a step at a time so that nothing else
 * waits: whoever presses «Tiếp tục» then waits only until it is laid out. What was not thought of is worked out then.
 */
export function thinkAhead(reading: Reading) {
  const mine = ++thought
  const steps = stepsAhead(reading)
  const goOn = (left: () => number) => {
    if (mine !== thought) return
    // As many steps as the pause is long: another begins only where one like the last would still end within it.
    let step: number
    do {
      const began = performance.now()
      if (steps.next().done) return
      step = performance.now() - began
    } while (step < left())
    whenIdle(goOn)
  }
  // What stands before its reader comes first: a step begun before it is painted would hold it up.
  void painted().then(() => whenIdle(goOn))
}

function* stepsAhead({ id, answers, today, from, chosen, draw }: Reading) {
  for (const answer of [...(chosen ? [chosen] : []), ...likelyAnswers(id)]) {
    const interview = interviewOf(new Map([...answers, [id, answer]]), today, from)
    yield
    if (!interview.next) outcomeOf(interview.known)
    yield* usualWay(interview, today)
    draw(answer)
    yield
  }
}

/** Of what is typed there are too many: what most people answer warms the law up until something stands in the form. */
function likelyAnswers(id: QuestionId): readonly Answer[] {
  const question = questionOf(id)
  const usual = usualAnswer(question)
  if (question.kind !== 'one') return [usual]
  return [usual, ...question.options.map((option) => [option.id]), [unknown]]
}
