// Days and months are computed with Temporal, which older browsers lack: they get it before anything else runs.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
await import('./web.tsx')
