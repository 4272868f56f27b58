import { inOwnLanguage } from './words.ts'

// Days are computed with Temporal, which older phones lack: they get it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const [{ applyHere, resumeHere }, { speakUp }, t] = await Promise.all([
  import('./apply.ts'),
  import('./speak-up.ts'),
  inOwnLanguage(),
])

const place = document.querySelector<HTMLElement>('[data-apply]')
if (place) applyHere(t, place)
for (const form of document.querySelectorAll<HTMLFormElement>('[data-resume]')) resumeHere(t, form)
for (const form of document.querySelectorAll<HTMLFormElement>('[data-write]')) speakUp(t, form)
// Until here nothing could be sent, or the browser would have sent it in its own way.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-ready]')) button.disabled = false
