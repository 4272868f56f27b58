import { todayInVietnam } from '#kernel/civil-date'
import { nowhere } from '../domain/interview.ts'
import type { Answer, Answers, QuestionId } from '../domain/question.ts'
import { isQuestionId, questionOf } from '../domain/questions/index.ts'
import { typedIn } from '../domain/typed-in.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { readAnswer } from '../pages/read-answer.ts'
import { whenIdle } from './breathe.ts'
import { offerCarrying } from './carry.ts'
import { copyAddress } from './copy-address.ts'
import { knownPlaces, loadPlaces, suggestPlaces } from './places.ts'
import { openScreens, type Screen } from './screens.ts'
import { showSteps } from './show-steps.ts'
import { thinkAhead } from './think-ahead.ts'

let t: Messages
let screens: ReturnType<typeof openScreens>
const today = todayInVietnam()

/** Everything that was answered lives here, in the memory of this tab, and goes when it goes. */
let answers: Answers = new Map()
const memory = nowhere()
let hasSeenDanger = false

/** Where answers lead that are likely, drawn while the question before still stands. */
const drawnAhead = new Map<string, Screen>()

/** Takes the questions over from the server: from here on nothing that is answered leaves the phone. */
export function takeOver(words: Messages) {
  t = words
  screens = openScreens(t, today, memory, knownPlaces)
  const main = document.querySelector('main')!
  history.replaceState({ step: 0 }, '', location.pathname)
  main.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-ask]')) return
    event.preventDefault()
    void answered(new FormData(form))
  })
  suggestPlaces(main, t, 'answer')
  offerCarrying(main, () => screens.interview(answers))
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
    if (change && isQuestionId(change)) go(screens.interview(answers).path.indexOf(change))
  })
  window.addEventListener('popstate', ({ state }) => show(stepIn(state)))
  const wait = main.querySelector<HTMLButtonElement>('[data-wait]')
  if (wait) {
    wait.disabled = false
    wait.textContent = t.screener.next
  }
  // Thought of while the first question is read, and at once should somebody be quicker.
  whenIdle(() => {
    const { next } = screens.interview(answers)
    if (next && answers.size === 0) think(next.id)
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
    const error = { text: read.error(t), field: read.field }
    put(screens.question(answers, id, { error, found: read.found, typed: typedIn(form) }))
    document.querySelector<HTMLElement>('[data-error]')?.focus()
    return
  }
  hasSeenDanger = hasSeenAfter(id)
  answers = after(id, read.answer)
  go(screens.interview(answers).path.length)
}

const after = (id: QuestionId, answer: Answer): Answers => new Map([...answers, [id, answer]])

/** Whoever answers anew what is happening is warned anew. */
const hasSeenAfter = (id: QuestionId) => id !== 'happening' && hasSeenDanger

/** What stands in the form is worked out before it is sent: of what is typed nobody can think ahead. */
function thinkOf(form: HTMLFormElement) {
  const fields = new FormData(form)
  const id = fields.get('question')
  if (typeof id !== 'string' || !isQuestionId(id)) return
  const read = readAnswer(questionOf(id), fields, { today, places: knownPlaces(), answers })
  if ('answer' in read) think(id, read.answer)
}

function think(id: QuestionId, chosen?: Answer) {
  const draw = (answer: Answer) => {
    const then = after(id, answer)
    const hasSeen = hasSeenAfter(id)
    const key = keyOf(then, hasSeen)
    if (!drawnAhead.has(key))
      drawnAhead.set(key, screens.screenAt(then, screens.interview(then).path.length, hasSeen))
  }
  thinkAhead({ id, answers, today, from: memory, chosen, draw })
}

const keyOf = (given: Answers, hasSeen: boolean) => JSON.stringify([...given, hasSeen])

/** Pages are steps of the history, so that the phone’s own way back works; the address says the number and nothing else. */
function go(step: number) {
  history.pushState({ step }, '', `${location.pathname}#cau-${step + 1}`)
  show(step)
}

function show(step: number) {
  const isLast = step === screens.interview(answers).path.length
  const ahead = isLast ? drawnAhead.get(keyOf(answers, hasSeenDanger)) : undefined
  const screen = ahead ?? screens.screenAt(answers, step, hasSeenDanger)
  drawnAhead.clear()
  const main = put(screen)
  if (screen.steps) void showSteps(main, screen.steps)
  if (screen.asks) {
    if (questionOf(screen.asks).kind === 'place') void loadPlaces(t)
    think(screen.asks)
  }
  window.scrollTo(0, 0)
  main.focus({ preventScroll: true })
}

function put({ title, content }: Screen): HTMLElement {
  const main = document.querySelector('main')!
  document.title = title
  main.replaceChildren(content)
  return main
}

function goOnFromDanger() {
  hasSeenDanger = true
  show(stepIn(history.state))
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
  button.querySelector('span')!.textContent = await copyAddress(t, url)
}
