// Days are computed with Temporal, which older phones lack: they get it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { takeOver } = await import('./take-over.ts')
takeOver()
