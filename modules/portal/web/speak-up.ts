import type { Messages } from '../pages/messages.vi.ts'
import { refusalText } from './apply.ts'
import { loadPlaces, suggestPlaces } from './places.ts'
import { write } from './write.ts'

/** Feedback and appeals: checked here, sent with a proof, and answered with a code that nobody can give out again. */
export function speakUp(t: Messages, form: HTMLFormElement) {
  const requestId = crypto.randomUUID()
  let isSending = false
  if (form.querySelector('[data-place]')) {
    suggestPlaces(form, t, 'areaId')
    form.addEventListener('focusin', () => void loadPlaces(t), { once: true })
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!isSending) void send()
  })

  async function send() {
    const typed = Object.fromEntries(
      [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value.trim()]] : [],
      ),
    )
    const isAppeal = form.dataset['write'] === 'appeals'
    const fault = faultOf(typed, isAppeal)
    if (fault) return say(fault)
    const { text, fullName, phone, kind, areaId, code, born, documentId } = typed
    const contact = fullName ? { fullName, phone: phone || null } : null
    isSending = true
    say(t.feedback.working)
    const written = await write<{ code: string }>(isAppeal ? 'appeals' : 'feedback', {
      ...(isAppeal ? { code, born, documentId } : { kind, areaId: Number(areaId) }),
      text,
      contact,
      requestId,
    })
    isSending = false
    if ('refusal' in written) return say(refusalText(t, written.refusal.code))
    for (const field of form.querySelectorAll<HTMLElement>('.field, button')) field.hidden = true
    say(t.feedback.sent(written.output.code))
  }

  function faultOf(typed: Readonly<Record<string, string>>, isAppeal: boolean): string | undefined {
    if (!isAppeal && !typed['areaId']) return t.feedback.noPlace
    if (isAppeal && !typed['fullName']) return t.feedback.noName
    return (typed['text'] ?? '').length < 10 ? t.feedback.short : undefined
  }

  function say(text: string) {
    form.querySelector('[data-said]')!.textContent = text
  }
}
