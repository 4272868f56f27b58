import { setTimeout as sleep } from 'node:timers/promises'
import { keepPostgres } from '#platform/server/keep-postgres'
import { findPostgres } from '#platform/server/postgres'
import { readConfiguration } from '#platform/server/configuration'
import { stateDirectory } from '#platform/server/state-directory'
import { createLog } from '#platform/server/log'
import { onStop } from '#platform/server/process'
import { findSecret } from '#platform/server/secret'
import { buildWeb } from '../build-web.ts'
import { prepareDatabase, startServer } from '../server.ts'
import { neededOption, optionalText, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { prepareDemonstration } from './demonstration.ts'

export const command: Command = {
  usage: 'serve [--port 4173] [--size tiny|province|full] [--no-build]',
  summary: t.summaries.serve,
  options: {
    port: { type: 'string' },
    size: { type: 'string', default: 'province' },
    'no-build': { type: 'boolean' },
  },
  run: async (given) => {
    const port = optionalText(given, 'port')
    if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError(t.notAPort(port))
    const size = neededOption(given, 'size')
    // Kept in the environment: papers and messages name the address, and read it there.
    if (port !== undefined) process.env['PORT'] = port
    const configuration = readConfiguration()
    const log = createLog(configuration.logLevel)
    // The web is built while the database comes up; whoever waits for the product waits for both.
    const building = given.options['no-build'] ? Promise.resolve() : buildWeb()
    building.catch(() => {}) // Heard below, after the database is there.
    const postgres = await findPostgres(configuration.database)
    // Two servers over one register are as good as one; only whoever meant two registers has to know.
    if (postgres.isShared) process.stderr.write(`${t.sharedData(stateDirectory())}\n`)
    await prepareDatabase(postgres)
    const secret = configuration.secret ?? (await findSecret())
    const gone = Promise.withResolvers<'gone'>()
    const kept = postgres.server && keepPostgres(postgres.server, { log, onGone: () => gone.resolve('gone') })
    const server = await startServer({
      ...configuration,
      ...postgres,
      secret,
      log,
      ...(kept && { isDatabaseThere: kept.isThere }),
      prepare: async (report) => {
        if (configuration.mode === 'demo') await prepareDemonstration(postgres, size, report)
        await building
      },
    })
    process.stdout.write(`An Sinh: ${server.origin}\n`)
    const asked = new Promise<'asked'>((resolve) => onStop(async () => resolve('asked')))
    const why = await Promise.race([asked, gone.promise])
    kept?.stop()
    if (why === 'gone') {
      process.stderr.write(`${t.databaseGone(stateDirectory())}\n`)
      // What waits for the database would wait for ever.
      await Promise.race([server.stop(), sleep(5_000)])
      process.exit(1)
    }
    await server.stop()
    postgres.release()
    return 0
  },
}
