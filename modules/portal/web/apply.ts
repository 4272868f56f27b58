import { todayInVietnam } from '#kernel/civil-date'
import { formatDate } from '#kernel/written'
import type { PublicProcedure } from '#modules/applications/contract'
import { faultsIn, sections, submissionOf, type Draft, type Fault, type Section } from '../domain/draft.ts'
import { givenBy } from '../domain/of-the-dead.ts'
import { allOf, papersSent, type Photo, type Photos } from '../domain/photo.ts'
import { unfinishedOf, type SavedDraft, type Unfinished } from '../domain/unfinished.ts'
import { checkPage } from '../pages/apply-check.ts'
import { sectionPage } from '../pages/apply-section.ts'
import { wordsFor } from '../pages/apply-words.ts'
import { receivedPage, taskList, type Applying } from '../pages/apply-tasks.ts'
import type { Html } from '../pages/html.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { formValues } from './form-values.ts'
import { knownPlaces, loadPlaces, suggestPlaces } from './places.ts'
import { takePhotos } from './photos.ts'
import { lookingRefused, refusalText } from './refusal-text.ts'
import { ask, write, type Refusal } from './write.ts'

type Step = Section | 'check' | 'list'
type Kept = Draft & {
  readonly unfinished: Unfinished
  readonly code?: string
  readonly requestId: string
  readonly savedAt: string
}

const keyOf = (procedure: string) => `nop-ho-so.${procedure}`

/** Writes an application part by part; what is written stays on the phone until it is sent, whatever the network does. */
export function applyHere(all: Messages, place: HTMLElement) {
  const main = place.closest('main')!
  const procedure = JSON.parse(place.dataset['apply']!) as PublicProcedure // Our own server wrote it.
  const t = wordsFor(all, procedure.id)
  const store = keyOf(procedure.id)
  let draft = begin()
  let isSending = false
  let pause = 0
  const camera = takePhotos({
    t,
    root: main,
    photos: () => draft.photos,
    keep: (photos) => keep({ ...draft, photos }),
  })

  const keep = (next: Kept) => {
    draft = { ...next, savedAt: todayInVietnam() }
    localStorage.setItem(store, JSON.stringify(draft))
  }
  const begun = () => sections.filter((part) => Object.keys(draft.unfinished[part] ?? {}).length > 0)
  const done = () => draft.done.filter((part) => !begun().includes(part))
  const valuesIn = (part: Section) => ({ ...draft.values, ...draft.unfinished[part] })
  const applying = (note?: string): Applying => ({
    t,
    procedure,
    draft: { ...draft, done: done() },
    begun: begun(),
    note,
    pagesOf: camera.shownOf,
  })
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
    keepTyped()
    if (step === 'list') draw(taskList(applying(note)), procedure.name[t.language])
    else if (step === 'check') draw(checkPage(applying(note)), t.apply.sections.check)
    else {
      const asTyped = { ...applying(), draft: { ...draft, values: valuesIn(step) } }
      draw(sectionPage(asTyped, step, faults), t.apply.sections[step])
      if (faults.length > 0) main.querySelector<HTMLElement>('[data-error]')?.focus()
      if (step === 'person') void loadPlaces(t)
      if (step === 'papers') void camera.takeUp()
    }
  }
  const go = (step: Step, note?: string) => {
    history.pushState({ step }, '', location.pathname)
    show(step, { note })
  }

  history.replaceState({ step: 'list' }, '', location.pathname)
  window.addEventListener('popstate', ({ state }) => show(stepIn(state)))
  suggestPlaces(main, t, 'area')
  // Not at once: the places to choose from are drawn anew first.
  main.addEventListener('input', () => {
    window.clearTimeout(pause)
    pause = window.setTimeout(keepTyped, 300)
  })
  window.addEventListener('pagehide', keepTyped)
  main.addEventListener('click', (event) => {
    const { dataset } = (event.target as Element).closest('button') ?? { dataset: {} as DOMStringMap }
    const section = dataset['section']
    if (section !== undefined) go(section as Step) // Our own pages name them.
    if ('back' in dataset) history.back()
    if ('print' in dataset) window.print()
    if ('keep' in dataset) void saveOnServer()
    if ('forget' in dataset) {
      forget()
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

  function typedIn(part: Section, form: FormData): Draft['values'] {
    const typed = formValues(form)
    if (part !== 'person') return typed
    const chosen = knownPlaces().find(({ id }) => String(id) === typed['area'])
    if (chosen) return { ...typed, areaId: String(chosen.id), place: chosen.now ?? chosen.name }
    const same = [valuesIn(part), draft.values].find((values) => values['place'] === typed['place'])
    return { ...typed, areaId: same?.['areaId'] ?? '' }
  }

  function keepTyped() {
    window.clearTimeout(pause)
    const form = main.querySelector<HTMLFormElement>('[data-part]')
    const part = sections.find((section) => section === form?.dataset['part'])
    if (!form || !part) return
    const changed = Object.entries(typedIn(part, new FormData(form))).filter(
      ([name, value]) => value !== (draft.values[name] ?? ''),
    )
    if (changed.length === 0 && !draft.unfinished[part]) return
    keep({ ...draft, unfinished: { ...draft.unfinished, [part]: Object.fromEntries(changed) } })
  }

  function finish(part: Section, form: FormData) {
    const values = { ...draft.values, ...typedIn(part, form) }
    const faults = faultsIn(part, { values, questions: procedure.questions, today: todayInVietnam() })
    const others = draft.done.filter((one) => one !== part)
    keep({
      ...draft,
      values,
      done: faults.length > 0 ? others : [...others, part],
      unfinished: { ...draft.unfinished, [part]: {} },
    })
    if (faults.length > 0) show(part, { faults })
    else go('list')
  }

  function forget() {
    camera.forget(allOf(draft.photos).map(({ id }) => id))
    localStorage.removeItem(store)
    draft = begin()
  }

  function begin(): Kept {
    const kept = read(store) ?? fresh(procedure.id)
    return { ...kept, values: { ...kept.values, ...givenBy(procedure.id) } }
  }

  async function saveOnServer() {
    await camera.settle()
    keepTyped()
    const { procedure: id, values, unfinished, photos } = draft
    const written = await write<{ code: string; keptUntil: string }>('drafts', {
      code: draft.code ?? null,
      content: { procedure: id, values, unfinished, done: done(), photos },
      uploads: papersSent(photos).map(({ uploadId }) => uploadId),
      requestId: crypto.randomUUID(),
    })
    if ('refusal' in written) return show('list', { note: refusalText(t, written.refusal) })
    keep({ ...draft, code: written.output.code })
    show('list', { note: t.apply.kept(written.output.code, formatDate(written.output.keptUntil)) })
  }

  /** Sent again after the network was lost, it is the same application: the request keeps its name until it arrived. */
  async function send() {
    if (isSending) return
    isSending = true
    say(main, t.feedback.working)
    const hasArrived = await camera.settle()
    if (!hasArrived) {
      isSending = false
      const unsent = allOf(draft.photos).filter(({ uploadId }) => uploadId === undefined)
      return say(main, t.photos.unsent(unsent.length))
    }
    const written = await write<{ code: string; dueIfComplete: string | null }>('applications', {
      ...submissionOf(draft, procedure.questions),
      draft: draft.code ?? null,
      requestId: draft.requestId,
    })
    isSending = false
    if ('refusal' in written) return refused(written.refusal)
    const unit = draft.values['place'] ?? ''
    forget()
    history.replaceState({ step: 'list' }, '', location.pathname)
    draw(receivedPage(t, { ...written.output, unit }), t.apply.sentTitle)
  }

  /** Photographs the server no longer has are named, and taken out, that they are taken again. */
  function refused(refusal: Refusal) {
    const { code, data } = refusal
    const lost = code === 'applications.upload_not_found' ? (data?.['uploadIds'] as string[]) : [] // Ours.
    if (lost.length === 0) return say(main, refusalText(t, refusal))
    const isLost = ({ uploadId = '' }: Photo) => lost.includes(uploadId)
    const kinds = Object.keys(draft.photos).filter((kind) => draft.photos[kind]!.some(isLost))
    const names = kinds.map(
      (kind) => procedure.papers.find(({ id }) => id === kind)?.name[t.language] ?? t.photos.other,
    )
    const left = Object.entries(draft.photos).map(([kind, pages]) => [
      kind,
      pages.filter((one) => !isLost(one)),
    ])
    keep({
      ...draft,
      photos: Object.fromEntries(left) as Photos,
      done: draft.done.filter((one) => one !== 'papers'),
      requestId: crypto.randomUUID(),
    })
    history.replaceState({ step: 'list' }, '', location.pathname)
    show('list', { note: t.photos.expired(names.join(', ')) })
  }

  show('list')
}

/** Goes on with what was kept under a code. */
export async function resume(t: Messages, form: HTMLFormElement) {
  const code = new FormData(form).get('draft')
  const found = await ask<{ code: string; content: SavedDraft }>('drafts/opened', { code })
  if ('refusal' in found) {
    const isUnknown = found.refusal.code === 'applications.draft_not_found'
    return say(form, isUnknown ? t.apply.noDraft : lookingRefused(t, found.refusal))
  }
  const { content, code: opened } = found.output
  const store = keyOf(content.procedure)
  const here = read(store)
  const unfinished = unfinishedOf(content, here?.code === opened ? here.unfinished : undefined)
  const kept: Kept = { ...fresh(content.procedure), ...content, unfinished, code: opened }
  localStorage.setItem(store, JSON.stringify(kept))
  location.assign(`${location.pathname}/${content.procedure}`)
}

function fresh(procedure: string): Kept {
  return {
    procedure,
    values: {},
    unfinished: {},
    done: [],
    photos: {},
    requestId: crypto.randomUUID(),
    savedAt: todayInVietnam(),
  }
}

/** What was written here before; a month later it is forgotten. */
function read(store: string): Kept | undefined {
  const text = localStorage.getItem(store)
  if (text === null) return undefined
  const kept = { ...fresh(''), ...(JSON.parse(text) as Kept) } // Written by this page, or by an earlier one.
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
