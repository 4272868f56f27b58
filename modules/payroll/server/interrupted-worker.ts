import { openDatabase } from '#platform/server/database'
import { runNextJob } from '#platform/server/worker'
import { generate } from './generate.ts'

/** A worker of its own process that a test kills when it has written lines and not yet committed them. */
const [programUrl, stage] = process.argv.slice(2) as [string, string]
const db = openDatabase(programUrl, 3)
await runNextJob({
  db,
  programUrl,
  aftermath: { publish: async () => {}, record: () => '' },
  kinds: {
    'payroll.generate': (job) =>
      generate({
        ...job,
        progress: async (done, total, at) => {
          await job.progress(done, total, at)
          if (at !== stage) return
          process.stdout.write('reached\n')
          await new Promise(() => setInterval(() => {}, 1000))
        },
      }),
  },
  onError: (error) => {
    throw error
  },
})
await db.destroy()
