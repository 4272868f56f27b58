import { inOwnLanguage } from './words.ts'

// Days are computed with Temporal, which older phones lack: they get it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
await import('./no-eval.ts')
const [{ takeOver }, t] = await Promise.all([import('./take-over.ts'), inOwnLanguage()])
takeOver(t)
