import type { Context } from 'hono'
import { dangerPage, isHarmed } from '../pages/danger.ts'
import { html } from '../pages/html.ts'
import { hrefIn } from '../pages/layout.ts'
import { carried, questionPage, wordsOf } from '../pages/question.ts'
import { readAnswer } from '../pages/read-answer.ts'
import { resultPage } from '../pages/result.ts'
import { interviewOf } from '../domain/interview.ts'
import { isQuestionId, questionOf } from '../domain/questions/index.ts'
import type { Answers } from '../domain/question.ts'
import type { Around, Shown } from './around.ts'
import { procedures } from './files.ts'
import { typedIn } from '../domain/typed-in.ts'
import { formIn } from './form-in.ts'

/**
 * The questions without JavaScript: the answers come and go in the body of the form, and are forgotten with the request.
 * With JavaScript the phone takes the first page over and nothing is sent here any more.
 */
export async function screenerPage(around: Around, http: Context): Promise<Shown> {
  const { t, today, places } = around
  const form = await formIn(http)
  const before = answersIn(form)
  const asked = textIn(form, 'question')
  const read = isQuestionId(asked)
    ? readAnswer(questionOf(asked), form, { today, places, answers: before })
    : undefined
  const answers: Answers =
    read && 'answer' in read && isQuestionId(asked) ? new Map([...before, [asked, read.answer]]) : before
  const interview = interviewOf(answers, today)
  const isHarm = isHarmed(answers)
  const title = (text: string) => (isHarm ? t.danger.title : text)
  if (isHarm && asked === 'happening')
    return {
      isHarm,
      title: t.danger.title,
      isIndexed: false,
      main: dangerPage(
        t,
        html`<form method="post" action="${hrefIn(t, '/kiem-tra')}">
          ${carried(answers)}<button class="btn" type="submit">${t.danger.next}</button>
        </form>`,
      ),
    }
  const { next } = interview
  if (!next)
    return {
      isHarm,
      title: title(t.result.title),
      isIndexed: false,
      main: resultPage({
        t,
        interview,
        today,
        isHere: false,
        procedures: await procedures(around, http),
      }),
    }
  const error = read && 'error' in read ? read : undefined
  const words = wordsOf(t, next, interview)
  const isFirst = interview.path.length === 0
  return {
    isHarm,
    asks: isFirst,
    isIndexed: isFirst,
    title: title(error ? `${t.screener.fix} ${words.ask}` : isFirst ? t.screener.title : words.ask),
    main: questionPage({
      t,
      interview,
      question: next,
      today,
      isHere: false,
      ...(error && {
        error: { text: error.error(t), field: error.field },
        found: error.found,
        typed: typedIn(form),
      }),
      villages: places.find(({ id }) => String(id) === answers.get('place')?.[1])?.villages,
    }),
  }
}

function answersIn(form: FormData): Answers {
  const answers = new Map<Answers extends ReadonlyMap<infer Id, unknown> ? Id : never, string[]>()
  for (const [name, value] of form) {
    const id = name.startsWith('a.') ? name.slice(2) : ''
    if (isQuestionId(id) && typeof value === 'string') answers.set(id, [...(answers.get(id) ?? []), value])
  }
  return answers
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
