import { openDatabase } from '#platform/server/database'
import { runNextJob } from '#platform/server/worker'
import { paymentsJobs } from '../index.ts'

/** A worker of its own process that a test kills: at a stage of the job, or when it has stored lines and not committed them. */
const [programUrl, kind, stage] = process.argv.slice(2) as [string, string, string]
const db = openDatabase(programUrl, 3)

async function wait(): Promise<never> {
  process.stdout.write('reached\n')
  return new Promise(() => setInterval(() => {}, 1000))
}

await runNextJob({
  db,
  programUrl,
  aftermath: {
    publish: async (_ctx, events) => {
      // What an answer tells is published at the end of its transaction, before that is committed.
      if (stage === 'stored' && events.some(({ type }) => type === 'payments.response_read')) await wait()
    },
    record: () => '',
  },
  kinds: {
    [kind]: (job) =>
      paymentsJobs[kind]!({
        ...job,
        progress: async (done, total, at) => {
          await job.progress(done, total, at)
          if (at === stage) await wait()
        },
      }),
  },
  onError: (error) => {
    throw error
  },
})
await db.destroy()
