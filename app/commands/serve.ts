import { setTimeout as sleep } from 'node:timers/promises'
import { keepPostgres } from '#platform/server/keep-postgres'
import { findPostgres } from '#platform/server/postgres'
import { readConfiguration } from '#platform/server/configuration'
import { stateDirectory } from '#platform/server/state-directory'
import { createLog } from '#platform/server/log'
import { onStop } from '#platform/server/process'
import { findSecret } from '#platform/server/secret'
import { buildWeb } from '../build-web.ts'
import { neededOption, optionalText, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { beginDemonstration } from './demonstration.ts'

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
    // The program is read while the database comes up, and then the web is built; whoever waits for the product waits for all.
    const reading = import('../server.ts')
    const building = given.options['no-build'] ? Promise.resolve() : reading.then(buildWeb)
    building.catch(() => {}) // Heard below, after the database is there.
    const [{ prepareDatabase, startServer }, postgres] = await Promise.all([
      reading,
      findPostgres(configuration.database),
    ])
    // Two servers over one register are as good as one; only whoever meant two registers has to know.
    if (postgres.isShared) process.stderr.write(`${t.sharedData(stateDirectory())}\n`)
    const make = () => (configuration.mode === 'demo' ? beginDemonstration(postgres, size) : undefined)
    // Its papers name the port: where the system is to choose one, it is known only once somebody listens.
    const isPortKnown = configuration.port !== 0
    let making = isPortKnown ? await make() : undefined
    const gone = Promise.withResolvers<'gone'>()
    const kept = postgres.server && keepPostgres(postgres.server, { log, onGone: () => gone.resolve('gone') })
    const begin = async () => {
      await prepareDatabase(postgres)
      return startServer({
        ...configuration,
        ...postgres,
        secret: configuration.secret ?? (await findSecret()),
        log,
        ...(kept && { isDatabaseThere: kept.isThere }),
        prepare: async (report) => {
          if (!isPortKnown) making = await make()
          await making?.ready(report)
          await building
        },
        jobsElsewhere: making?.worked,
      })
    }
    const server = await begin().catch((error: unknown) => {
      making?.stop()
      throw error
    })
    process.stdout.write(`An Sinh: ${server.origin}\n`)
    const asked = new Promise<'asked'>((resolve) => onStop(async () => resolve('asked')))
    const why = await Promise.race([asked, gone.promise])
    kept?.stop()
    making?.stop()
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
