import type { FeedbackThread } from '#modules/applications/contract'
import { looksLikeEmail } from '../domain/email.ts'
import { sentPart, threadPart } from '../pages/feedback.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { refusalText } from './refusal-text.ts'
import { formValues } from './form-values.ts'
import { loadPlaces, suggestPlaces } from './places.ts'
import { write } from './write.ts'

type Typed = Readonly<Record<string, string>>

/** Feedback, appeals, and what is added to them: checked here, sent with a proof, and answered with a code to come back by. */
export function speakUp(t: Messages, form: HTMLFormElement) {
  const path = form.dataset['write']!
  let requestId = crypto.randomUUID()
  let isSending = false
  form.hidden = false
  if (form.querySelector('[data-place]')) {
    suggestPlaces(form, t, 'areaId')
    form.addEventListener('focusin', () => void loadPlaces(t), { once: true })
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!isSending) void send()
  })

  async function send() {
    const typed = formValues(form)
    const fault = faultOf(typed)
    if (fault) return say(fault)
    isSending = true
    say(t.feedback.working)
    const written = await write<{ code: string; dueOn?: string | null } | FeedbackThread>(
      path,
      bodyOf(path, typed, requestId),
    )
    isSending = false
    if ('refusal' in written) return say(refusalText(t, written.refusal))
    requestId = crypto.randomUUID()
    const { output } = written
    if ('messages' in output) return showThread(output, typed['code']!)
    form.outerHTML = String(sentPart(t, output))
    const sent = document.querySelector<HTMLElement>('[data-sent]')
    sent?.querySelector('[data-print]')?.addEventListener('click', () => window.print())
    sent?.focus()
  }

  function showThread(thread: FeedbackThread, code: string) {
    const place = form.closest<HTMLElement>('[data-thread]')!
    place.innerHTML = String(threadPart(t, thread, code))
    const next = place.querySelector<HTMLFormElement>('form')!
    speakUp(t, next)
    next.querySelector('[data-said]')!.textContent = t.feedback.replied
    next.querySelector('textarea')?.focus()
  }

  function faultOf(typed: Typed): string | undefined {
    if (path === 'feedback' && !typed['areaId']) return t.feedback.noPlace
    if (path === 'appeals' && !typed['fullName']) return t.feedback.noName
    if (typed['email'] && !looksLikeEmail(typed['email'])) return t.apply.badEmail
    if (!typed['fullName'] && (typed['phone'] || typed['email'])) return t.feedback.nobodyToTell
    return (typed['text'] ?? '').length < 10 ? t.feedback.short : undefined
  }

  function say(text: string) {
    form.querySelector('[data-said]')!.textContent = text
  }
}

function bodyOf(path: string, typed: Typed, requestId: string) {
  const { text, fullName, phone, email, kind, areaId, code, born, documentId } = typed
  const contact = fullName ? { fullName, phone: phone || null, email: email || null } : null
  if (path === 'appeals') return { code, born, documentId, text, contact, requestId }
  if (path === 'feedback') return { kind, areaId: Number(areaId), text, contact, requestId }
  return { code, text, requestId }
}
