import { populationJobs } from '#modules/population'
import { openDatabase } from '#platform/server/database'
import { runNextJob } from '#platform/server/worker'
import { aftermath } from '../composition.ts'

/** A worker of its own process, so that tests can kill one: it says when the first page of changes has been taken in. */
const programUrl = process.argv[2]!
const db = openDatabase(programUrl, 2)
const kind = 'population.sync'
await runNextJob({
  db,
  programUrl,
  aftermath,
  kinds: {
    [kind]: (job) =>
      populationJobs[kind]!({
        ...job,
        progress: async (...shown) => {
          await job.progress(...shown)
          if (shown[0] > 0) process.stdout.write('taken\n')
        },
      }),
  },
  onError: (error) => {
    throw error
  },
})
await db.destroy()
