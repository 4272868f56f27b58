import { todayInVietnam } from '#kernel/civil-date'
import type { PublicProcedure } from '#modules/applications/contract'
import { faultsIn, sections, submissionOf, type Draft, type Fault, type Section } from '../domain/draft.ts'
import { checkPage } from '../pages/apply-check.ts'
import { sectionPage } from '../pages/apply-section.ts'
import { receivedPage, taskList, type Applying } from '../pages/apply-tasks.ts'
import { day } from '../pages/format.ts'
import type { Html } from '../pages/html.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { knownPlaces, loadPlaces, suggestPlaces } from './places.ts'
import { ask, write } from './write.ts'

type Step = Section | 'check' | 'list'
type Kept = Draft & { readonly code?: string; readonly requestId: string; readonly savedAt: string }

const keyOf = (procedure: string) => `nop-ho-so.${procedure}`

/** Writes an application part by part; what is written stays on the phone until it is sent, whatever the network does. */
export function applyHere(t: Messages, place: HTMLElement) {
  const main = place.closest('main')!
  const procedure = JSON.parse(place.dataset['apply']!) as PublicProcedure // Our own server wrote it.
  const store = keyOf(procedure.id)
  let draft = read(store) ?? fresh(procedure.id)
  let isSending = false

  const keep = (next: Kept) => {
    draft = { ...next, savedAt: todayInVietnam() }
    localStorage.setItem(store, JSON.stringify(draft))
  }
  const applying = (note?: string): Applying => ({ t, procedure, draft, note })
  const draw = (page: Html, title: string) => {
    main.innerHTML = String(page)
    document.title = `${title} – An Sinh`
    window.scrollTo(0, 0)
    main.focus({ preventScroll: true })
  }
  const show = (
    step: Step,
    { note, faults = [] }: { note?: string | undefined; faults?: readonly Fault[] } = {},
  ) => {
    if (step === 'list') draw(taskList(applying(note)), procedure.name[t.language])
    else if (step === 'check') draw(checkPage(applying(note)), t.apply.sections.check)
    else {
      draw(sectionPage(applying(), step, faults), t.apply.sections[step])
      if (faults.length > 0) main.querySelector<HTMLElement>('[data-error]')?.focus()
      if (step === 'person') void loadPlaces(t)
    }
  }
  const go = (step: Step, note?: string) => {
    history.pushState({ step }, '', location.pathname)
    show(step, { note })
  }

  history.replaceState({ step: 'list' }, '', location.pathname)
  window.addEventListener('popstate', ({ state }) => show(stepIn(state)))
  suggestPlaces(main, t, 'area')
  main.addEventListener('click', (event) => {
    const { dataset } = (event.target as Element).closest('button') ?? { dataset: {} as DOMStringMap }
    const section = dataset['section']
    if (section !== undefined) go(section as Step) // Our own pages name them.
    if ('back' in dataset) history.back()
    if ('print' in dataset) window.print()
    if ('keep' in dataset) void saveOnServer()
    if ('forget' in dataset) {
      localStorage.removeItem(store)
      draft = fresh(procedure.id)
      show('list', { note: t.apply.forgotten })
    }
  })
  main.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const part = sections.find((section) => section === form.dataset['part'])
    event.preventDefault()
    if (part) finish(part, new FormData(form))
    else if ('submit' in form.dataset) void send()
  })

  function finish(part: Section, form: FormData) {
    const typed = Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.normalize('NFC')]] : [],
      ),
    )
    const chosen = knownPlaces().find(({ id }) => String(id) === typed['area'])
    const isSamePlace = typed['place'] === draft.values['place']
    const values = {
      ...draft.values,
      ...typed,
      ...(part === 'person' && {
        areaId: chosen ? String(chosen.id) : isSamePlace ? (draft.values['areaId'] ?? '') : '',
        ...(chosen && { place: chosen.now ?? chosen.name }),
      }),
    }
    const faults = faultsIn(part, { values, questions: procedure.questions, today: todayInVietnam() })
    const done = draft.done.filter((one) => one !== part)
    keep({ ...draft, values, done: faults.length > 0 ? done : [...done, part] })
    if (faults.length > 0) show(part, { faults })
    else go('list')
  }

  async function saveOnServer() {
    const { procedure: id, values, done } = draft
    const written = await write<{ code: string; keptUntil: string }>('drafts', {
      code: draft.code ?? null,
      content: { procedure: id, values, done },
      requestId: crypto.randomUUID(),
    })
    if ('refusal' in written) return show('list', { note: refusalText(t, written.refusal.code) })
    keep({ ...draft, code: written.output.code })
    show('list', { note: t.apply.kept(written.output.code, day(written.output.keptUntil)) })
  }

  /** Sent again after the network was lost, it is the same application: the request keeps its name until it arrived. */
  async function send() {
    if (isSending) return
    isSending = true
    say(main, t.feedback.working)
    const written = await write<{ code: string }>('applications', {
      ...submissionOf(draft, procedure.questions),
      draft: draft.code ?? null,
      requestId: draft.requestId,
    })
    isSending = false
    if ('refusal' in written) return say(main, refusalText(t, written.refusal.code))
    const unit = draft.values['place'] ?? ''
    localStorage.removeItem(store)
    draft = fresh(procedure.id)
    history.replaceState({ step: 'list' }, '', location.pathname)
    draw(receivedPage(t, { code: written.output.code, unit }), t.apply.sentTitle)
  }

  show('list')
}

/** Goes on with what was kept under a code. */
export function resumeHere(t: Messages, form: HTMLFormElement) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void (async () => {
      const code = new FormData(form).get('draft')
      const found = await ask<{ code: string; content: Draft }>('drafts/opened', { code })
      if ('refusal' in found)
        return say(form, found.refusal.code === 'offline' ? t.feedback.offline : t.apply.noDraft)
      const { content } = found.output
      const kept: Kept = { ...fresh(content.procedure), ...content, code: found.output.code }
      localStorage.setItem(keyOf(content.procedure), JSON.stringify(kept))
      location.assign(`${location.pathname}/${content.procedure}`)
    })()
  })
}

function fresh(procedure: string): Kept {
  return { procedure, values: {}, done: [], requestId: crypto.randomUUID(), savedAt: todayInVietnam() }
}

/** What was written here before; a month later it is forgotten. */
function read(store: string): Kept | undefined {
  const text = localStorage.getItem(store)
  if (text === null) return undefined
  const kept = JSON.parse(text) as Kept // Written by this page.
  const age = Temporal.PlainDate.from(kept.savedAt).until(todayInVietnam()).days
  if (age <= 30) return kept
  localStorage.removeItem(store)
  return undefined
}

function stepIn(state: unknown): Step {
  const step = typeof state === 'object' && state !== null && 'step' in state ? state.step : 'list'
  return step === 'check' ? 'check' : (sections.find((section) => section === step) ?? 'list')
}

function say(within: ParentNode, text: string) {
  const said = within.querySelector('[data-said]')
  if (said) said.textContent = text
}

export function refusalText(t: Messages, code: string): string {
  if (code === 'offline') return t.feedback.offline
  if (code === 'too_many_requests') return t.track.tooMany(60)
  if (code === 'applications.appeal_too_late') return t.feedback.tooLate
  if (code === 'applications.appeal_open') return t.feedback.isOpen
  return t.feedback.failed
}
