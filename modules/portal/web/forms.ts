import { inOwnLanguage } from './words.ts'

// Days are computed with Temporal, which older phones lack: they get it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const [{ applyHere, resumeHere }, { wire }, t] = await Promise.all([
  import('./apply.ts'),
  import('./tracked.ts'),
  inOwnLanguage(),
])

const place = document.querySelector<HTMLElement>('[data-apply]')
if (place) applyHere(t, place)
for (const form of document.querySelectorAll<HTMLFormElement>('[data-resume]')) resumeHere(t, form)
wire(t, document.querySelector('main')!)
