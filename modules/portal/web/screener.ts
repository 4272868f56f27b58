import { breathe, painted } from './breathe.ts'
import { inOwnLanguage } from './words.ts'

await painted()
fetchAhead()
// Each of these is a moment’s work of an old phone; between them the page scrolls and answers.
await breathe()
// Days are computed with Temporal, which older phones lack: they get it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
await import('./no-eval.ts')
await breathe()
const { openLaw } = await import('./law.ts')
await breathe()
openLaw()
await breathe()
const [{ takeOver }, t] = await Promise.all([import('./take-over.ts'), inOwnLanguage()])
await breathe()
takeOver(t)

/** All that the questions ask for is on its way together; none is asked for only when the one before has been read. */
function fetchAhead() {
  for (const href of document.body.dataset['ahead']?.split(' ').filter(Boolean) ?? [])
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
}
