import { todayInVietnam } from '#kernel/civil-date'
import { proceduresFor } from '../domain/carry.ts'
import { interviewOf, nowhere } from '../domain/interview.ts'
import type { Place } from '../domain/places.ts'
import type { Answer, Answers, QuestionId } from '../domain/question.ts'
import { isQuestionId, questionOf } from '../domain/questions/index.ts'
import { dangerPage, goOn, isHarmed } from '../pages/danger.ts'
import type { Html } from '../pages/html.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { questionPage, wordsOf } from '../pages/question.ts'
import { readAnswer } from '../pages/read-answer.ts'
import { resultPage } from '../pages/result.ts'
import { whenIdle } from './breathe.ts'
import { showWhatToBring } from './bring.ts'
import { offerCarrying } from './carry.ts'
import { thinkAhead } from './think-ahead.ts'
import { knownPlaces, loadPlaces, suggestPlaces } from './places.ts'
import { typedIn } from '../domain/typed-in.ts'

let t: Messages
const today = todayInVietnam()

/** Everything that was answered lives here, in the memory of this tab, and goes when it goes. */
let answers: Answers = new Map()
const memory = nowhere()
let hasSeenDanger = false

/** Takes the questions over from the server: from here on nothing that is answered leaves the phone. */
export function takeOver(words: Messages) {
  t = words
  const main = document.querySelector('main')!
  history.replaceState({ step: 0 }, '', location.pathname)
  main.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-ask]')) return
    event.preventDefault()
    void answered(new FormData(form))
  })
  suggestPlaces(main, t, 'answer')
  offerCarrying(main, () => interviewOf(answers, today, memory))
  main.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement
    if (field.name === 'age') check('only', 'age')
    if (field.form) thinkOf(field.form)
  })
  main.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null
    if (!pressed) return
    const { dataset } = pressed
    if ('back' in dataset) history.back()
    if ('goOn' in dataset) goOnFromDanger()
    if ('print' in dataset) window.print()
    if ('send' in dataset) void send(pressed)
    const change = dataset['change']
    if (change && isQuestionId(change)) go(interviewOf(answers, today, memory).path.indexOf(change))
  })
  window.addEventListener('popstate', ({ state }) => show(stepIn(state)))
  const wait = main.querySelector<HTMLButtonElement>('[data-wait]')
  if (wait) {
    wait.disabled = false
    wait.textContent = t.screener.next
  }
  // Thought of while the first question is read, and at once should somebody be quicker.
  whenIdle(() => {
    const { next } = interviewOf(answers, today, memory)
    if (next && answers.size === 0) thinkAhead({ id: next.id, answers, today, from: memory })
  })
}

function stepIn(state: unknown): number {
  return typeof state === 'object' && state !== null && 'step' in state ? Number(state.step) : 0
}

async function answered(form: FormData) {
  const id = form.get('question')
  if (typeof id !== 'string' || !isQuestionId(id)) return
  const question = questionOf(id)
  const known = question.kind === 'place' || question.kind === 'village' ? await loadPlaces(t) : []
  const read = readAnswer(question, form, { today, places: known, answers })
  if ('error' in read) {
    draw(
      page(id, {
        error: { text: read.error(t), field: read.field },
        found: read.found,
        typed: typedIn(form),
      }),
      `${t.screener.fix} ${titleOf(id)}`,
    )
    document.querySelector<HTMLElement>('[data-error]')?.focus()
    return
  }
  answers = new Map([...answers, [id, read.answer as Answer]])
  if (id === 'happening') hasSeenDanger = false
  const { path } = interviewOf(answers, today, memory)
  go(path.length)
}

/** What stands in the form is worked out before it is sent: of what is typed nobody can think ahead. */
function thinkOf(form: HTMLFormElement) {
  const fields = new FormData(form)
  const id = fields.get('question')
  if (typeof id !== 'string' || !isQuestionId(id)) return
  const read = readAnswer(questionOf(id), fields, { today, places: knownPlaces(), answers })
  if ('answer' in read) thinkAhead({ id, answers, today, from: memory, chosen: read.answer })
}

/** Pages are steps of the history, so that the phone’s own way back works; the address says the number and nothing else. */
function go(step: number) {
  history.pushState({ step }, '', `${location.pathname}#cau-${step + 1}`)
  show(step)
}

function show(step: number) {
  const interview = interviewOf(answers, today, memory)
  const id = interview.path[step] ?? interview.next?.id
  if (isHarmed(answers) && !hasSeenDanger && step > interview.path.indexOf('happening')) {
    draw(dangerPage(t, goOn(t)), t.danger.title)
  } else if (id === undefined) {
    draw(resultPage({ t, interview, today, isHere: true }), t.result.title)
    void showWhatToBring(t, document.querySelector('main')!, proceduresFor(interview.known))
  } else {
    draw(page(id), titleOf(id))
    if (questionOf(id).kind === 'place') void loadPlaces(t)
    thinkAhead({ id, answers, today, from: memory })
  }
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('main')!.focus({ preventScroll: true })
}

function goOnFromDanger() {
  hasSeenDanger = true
  show(stepIn(history.state))
}

/** A question with what was answered before, the ones before it alone deciding how it is asked. */
function page(id: QuestionId, mistake: Partial<Parameters<typeof questionPage>[0]> = {}): Html {
  const whole = interviewOf(answers, today, memory)
  const before = whole.path.indexOf(id) < 0 ? whole.path : whole.path.slice(0, whole.path.indexOf(id))
  const interview = interviewOf(new Map(before.map((one) => [one, answers.get(one)!])), today, memory)
  return questionPage({
    t,
    interview,
    question: questionOf(id),
    today,
    given: answers.get(id),
    villages: villagesOf(knownPlaces()),
    isHere: true,
    ...mistake,
  })
}

function titleOf(id: QuestionId): string {
  const interview = interviewOf(answers, today, memory)
  return wordsOf(t, questionOf(id), interview).ask
}

/** While somebody may be watched, the title says nothing. */
function draw(html: Html, title: string) {
  document.title = isHarmed(answers) ? t.danger.title : `${title} – An Sinh`
  document.querySelector('main')!.innerHTML = String(html)
}

function villagesOf(known: readonly Place[]): readonly string[] {
  const id = answers.get('place')?.[1]
  return known.find((place) => String(place.id) === id)?.villages ?? []
}

function check(name: string, value: string) {
  const radio = document.querySelector<HTMLInputElement>(`input[name=${name}][value=${value}]`)
  if (radio) radio.checked = true
}

/** The address of the questions, without any answer. */
async function send(button: HTMLElement) {
  const url = new URL(location.pathname, location.origin).href
  if (typeof navigator.share === 'function') {
    // Whoever closes the list of their programs has changed their mind.
    await navigator.share({ title: t.screener.title, text: t.result.sendText, url }).catch(() => undefined)
    return
  }
  await navigator.clipboard.writeText(url)
  button.querySelector('span')!.textContent = t.result.copied
}
