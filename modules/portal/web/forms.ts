import { painted } from './breathe.ts'
import { inOwnLanguage } from './words.ts'

await painted()
const main = document.querySelector('main')!
const [{ wire }, t] = await Promise.all([import('./tracked.ts'), inOwnLanguage()])
wire(t, main)

const place = main.querySelector<HTMLElement>('[data-apply]')
const resuming = main.querySelectorAll<HTMLFormElement>('[data-resume]')
if (place || resuming.length > 0) {
  // Days are computed with Temporal, which older phones lack: they get it before anything else runs.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  await import('./no-eval.ts')
  const { applyHere, resumeHere } = await import('./apply.ts')
  if (place) applyHere(t, place)
  for (const form of resuming) resumeHere(t, form)
}
// Until here nothing could be sent, or the browser would have sent it in its own way.
for (const button of main.querySelectorAll<HTMLButtonElement>('[data-ready]')) button.disabled = false
