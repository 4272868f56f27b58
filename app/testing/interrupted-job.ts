import { setTimeout as sleep } from 'node:timers/promises'
import { handOnCompiled, keepCompiled } from '#platform/server/compile-cache'

// To compile the whole program takes longer than most jobs do; the next one that is killed finds it done.
keepCompiled({ isStart: false })
const { openDatabase } = await import('#platform/server/database')
const { runNextJob } = await import('#platform/server/worker')
const { aftermath, jobKinds } = await import('../composition.ts')
handOnCompiled()

/** A worker of its own process, so that tests can kill one: it says when the first part of its job has been taken in, and waits there. */
const [programUrl, kind] = process.argv.slice(2) as [string, string] // Whoever starts it gives both.
const work = jobKinds[kind]
if (!work) throw new Error(`No job to interrupt is called ${kind}`)
const db = openDatabase(programUrl, 2)
await runNextJob({
  db,
  programUrl,
  aftermath,
  kinds: {
    [kind]: (job) =>
      work({
        ...job,
        progress: async (...shown) => {
          await job.progress(...shown)
          if (shown[0] === 0) return
          process.stdout.write('taken\n')
          await sleep(60_000)
        },
      }),
  },
  onError: (error) => {
    throw error
  },
})
await db.destroy()
