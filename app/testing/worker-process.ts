import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform/server/database'
import { runNextJob } from '#platform/server/worker'

/** A worker of its own process, so that tests can kill one: its only job takes a minute and says that it has begun. */
const programUrl = process.argv[2]!
const db = openDatabase(programUrl, 2)
await runNextJob({
  db,
  programUrl,
  aftermath: { publish: async () => {}, record: () => '' },
  kinds: {
    'test.slow': async (job) => {
      await job.progress(1, 2, 'by the first worker')
      process.stdout.write('begun\n')
      await sleep(60_000, undefined, { signal: job.signal })
    },
  },
  onError: (error) => {
    throw error
  },
})
await db.destroy()
