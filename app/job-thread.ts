import { keepCompiled } from '#platform/server/compile-cache'

// The thread of the jobs begins here, because only what is loaded after this is kept.
keepCompiled({ isStart: false })
await import('./job-loop.ts')
