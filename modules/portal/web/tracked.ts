import type { TrackedFile } from '#modules/applications/contract'
import { papersSent, type Photos } from '../domain/photo.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { trackedPage } from '../pages/tracked.ts'
import { refusalText } from './refusal-text.ts'
import { formValues } from './form-values.ts'
import { takePhotos } from './photos.ts'
import { speakUp } from './speak-up.ts'
import { write, type Written } from './write.ts'

/** What one may do about a file one looks up: send papers that were asked for, and take the file back. */
export function tracked(t: Messages, main: HTMLElement) {
  const answer = main.querySelector<HTMLFormElement>('form[data-answer]')
  if (answer) answerHere(t, main, answer)
  const withdrawal = main.querySelector<HTMLFormElement>('form[data-withdraw]')
  withdrawal?.addEventListener(
    'submit',
    onSubmit(withdrawal, t, () => withdraw(t, main, withdrawal)),
  )
}

function answerHere(t: Messages, main: HTMLElement, form: HTMLFormElement) {
  let photos: Photos = {}
  const requestId = crypto.randomUUID()
  const camera = takePhotos({ t, root: form, photos: () => photos, keep: (next) => (photos = next) })
  form.hidden = false
  form.addEventListener('submit', onSubmit(form, t, send))

  async function send(): Promise<string | undefined> {
    if (Object.keys(photos).length === 0) return t.track.nothingToSend
    const hasArrived = await camera.settle()
    if (!hasArrived) return t.photos.offline
    const { note = '', ...key } = formValues(form)
    const written = await write<TrackedFile>('tracking/papers', {
      ...key,
      papers: papersSent(photos),
      note: note || null,
      requestId,
    })
    if ('output' in written)
      camera.forget(
        Object.values(photos)
          .flat()
          .map(({ id }) => id),
      )
    const isWhole = 'output' in written && !written.output.mayAnswer
    return shown(t, main, { written, key, said: isWhole ? t.track.papersSent : t.track.partSent })
  }
}

async function withdraw(t: Messages, main: HTMLElement, form: HTMLFormElement) {
  const key = formValues(form)
  const requestId = (form.dataset['request'] ??= crypto.randomUUID())
  const written = await write<TrackedFile>('tracking/withdrawal', { ...key, requestId })
  return shown(t, main, { written, key, said: t.track.withdrawn })
}

/** Shows the file as it is now, with what has just been done; or why it was not. */
function shown(
  t: Messages,
  main: HTMLElement,
  {
    written,
    key: { code = '', born = '' },
    said,
  }: { written: Written<TrackedFile>; key: Readonly<Record<string, string>>; said: string },
): string | undefined {
  if ('refusal' in written) return refusalText(t, written.refusal)
  main.innerHTML = String(trackedPage(t, written.output, { code, born }))
  const news = document.createElement('p')
  news.className = 'urge'
  news.setAttribute('role', 'status')
  main.querySelector('.answer')?.before(news)
  news.textContent = said
  window.scrollTo(0, 0)
  main.focus({ preventScroll: true })
  wire(t, main)
  return undefined
}

/** Gives the forms of a page what they need from here. */
export function wire(t: Messages, main: HTMLElement) {
  tracked(t, main)
  for (const form of main.querySelectorAll<HTMLFormElement>('[data-write]')) speakUp(t, form)
  // Until here nothing could be sent, or the browser would have sent it in its own way.
  for (const button of main.querySelectorAll<HTMLButtonElement>('form:not([data-resume]) [data-ready]'))
    button.disabled = false
}

/** Sends once however often it is pressed, and says beside the button what came of it. */
function onSubmit(form: HTMLFormElement, t: Messages, send: () => Promise<string | undefined>) {
  let isSending = false
  const say = (text: string) => (form.querySelector('[data-said]')!.textContent = text)
  return (event: SubmitEvent) => {
    event.preventDefault()
    if (isSending) return
    isSending = true
    say(t.feedback.working)
    void send()
      .then((said) => say(said ?? ''))
      .finally(() => (isSending = false))
  }
}
