import { peopleJobs } from '#modules/people'
import { populationJobs } from '#modules/population'
import { openDatabase } from '#platform/server/database'
import { runNextJob } from '#platform/server/worker'
import { aftermath } from '../composition.ts'

/** A worker of its own process, so that tests can kill one: it says when the first part of its job has been taken in. */
const [programUrl, kind] = process.argv.slice(2) as [string, string] // Whoever starts it gives both.
const work = { ...peopleJobs, ...populationJobs }[kind]
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
          if (shown[0] > 0) process.stdout.write('taken\n')
        },
      }),
  },
  onError: (error) => {
    throw error
  },
})
await db.destroy()
