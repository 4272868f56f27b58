import { readConfiguration } from '#platform/server/configuration'
import { assertBound, openDatabase } from '#platform/server/database'
import { createLog } from '#platform/server/log'
import { findPostgres } from '#platform/server/postgres'
import { onStop } from '#platform/server/process'
import { connectionsFor, startWorkers } from '../workers.ts'
import type { Command } from './command.ts'
import { t } from './language.ts'

export const command: Command = {
  usage: 'worker',
  summary: t.summaries.worker,
  run: async () => {
    const configuration = readConfiguration()
    const log = createLog(configuration.logLevel)
    const jobsAtOnce = Math.max(1, configuration.workers)
    const { programUrl, release } = await findPostgres(configuration.database)
    const db = openDatabase(programUrl, connectionsFor(jobsAtOnce))
    await assertBound(db)
    const workers = startWorkers({ db, programUrl, log, jobsAtOnce })
    log.info('working')
    await new Promise<void>((resolve) => {
      onStop(async () => {
        await workers.stop()
        await db.destroy()
        release()
        resolve()
      })
    })
    return 0
  },
}
