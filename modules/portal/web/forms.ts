import { painted } from './breathe.ts'
import { inOwnLanguage } from './words.ts'

await painted()
const main = document.querySelector('main')!
// Each program is fetched by the pages that have something for it to do.
if (main.querySelector('[data-write], [data-answer], [data-withdraw]')) {
  const [{ wire }, t] = await Promise.all([import('./tracked.ts'), inOwnLanguage()])
  wire(t, main)
}
const place = main.querySelector<HTMLElement>('[data-apply]')
if (place) {
  const [{ loadApplying }, t] = await Promise.all([import('./load-applying.ts'), inOwnLanguage()])
  const { applyHere } = await loadApplying()
  applyHere(t, place)
}
const resuming = main.querySelectorAll<HTMLFormElement>('[data-resume]')
if (resuming.length > 0) {
  const { resumeHere } = await import('./resume.ts')
  for (const form of resuming) resumeHere(form)
}
// Until here nothing could be sent, or the browser would have sent it in its own way.
for (const button of main.querySelectorAll<HTMLButtonElement>('[data-ready]')) button.disabled = false
