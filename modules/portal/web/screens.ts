import type { CivilDate } from '#kernel/civil-date'
import type { PublicProcedure } from '#modules/applications/contract'
import { interviewOf, type Interview, type Place as Walked } from '../domain/interview.ts'
import type { Place } from '../domain/places.ts'
import type { Answers, QuestionId } from '../domain/question.ts'
import { questionOf } from '../domain/questions/index.ts'
import { dangerPage, goOn, isHarmed } from '../pages/danger.ts'
import type { Html } from '../pages/html.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { questionPage, wordsOf } from '../pages/question.ts'
import { resultPage } from '../pages/result.ts'
import { stepsPart } from '../pages/steps.ts'

/** What stands on the phone at a step of the questions. */
export type Screen = {
  readonly title: string
  readonly content: DocumentFragment
  /** The question it asks, or how its result’s steps are drawn; neither where it warns. */
  readonly asks?: QuestionId
  readonly steps?: (procedures: readonly PublicProcedure[]) => Html
}

export type Mistake = Partial<Parameters<typeof questionPage>[0]>

/** How the steps of one reader are drawn: in their words, on this day, over the steps they walked. */
export function openScreens(t: Messages, today: CivilDate, walked: Walked, places: () => readonly Place[]) {
  const interview = (answers: Answers) => interviewOf(answers, today, walked)
  return { interview, screenAt, question }

  function screenAt(answers: Answers, step: number, hasSeenDanger: boolean): Screen {
    const whole = interview(answers)
    const id = whole.path[step] ?? whole.next?.id
    if (isHarmed(answers) && !hasSeenDanger && step > whole.path.indexOf('happening'))
      return screen(answers, dangerPage(t, goOn(t)), t.danger.title)
    if (id) return question(answers, id)
    const shown = { t, interview: whole, today, isHere: true }
    return {
      ...screen(answers, resultPage(shown), t.result.title),
      steps: (procedures) => stepsPart({ ...shown, procedures }),
    }
  }

  /** A question with what was answered before, the ones before it alone deciding how it is asked. */
  function question(answers: Answers, id: QuestionId, mistake?: Mistake): Screen {
    const whole = interview(answers)
    const asked = questionOf(id)
    const page = questionPage({
      t,
      interview: before(whole, id),
      question: asked,
      today,
      given: answers.get(id),
      villages: villagesOf(answers),
      isHere: true,
      ...mistake,
    })
    const { ask } = wordsOf(t, asked, whole)
    return { ...screen(answers, page, mistake ? `${t.screener.fix} ${ask}` : ask), asks: id }
  }

  function before(whole: Interview, id: QuestionId): Interview {
    const at = whole.path.indexOf(id)
    const path = at < 0 ? whole.path : whole.path.slice(0, at)
    return interview(new Map(path.map((one) => [one, whole.answers.get(one)!])))
  }

  function villagesOf(answers: Answers): readonly string[] {
    const id = answers.get('place')?.[1]
    return places().find((place) => String(place.id) === id)?.villages ?? []
  }

  /** While somebody may be watched, the title says nothing. */
  function screen(answers: Answers, html: Html, title: string): Screen {
    const template = document.createElement('template')
    template.innerHTML = String(html)
    return {
      title: isHarmed(answers) ? t.danger.title : `${title} – An Sinh`,
      content: template.content,
    }
  }
}
