import { readConfiguration } from '#platform/server/configuration'
import { findPostgres } from '#platform/server/postgres'
import { prepareDatabase } from '../server.ts'
import { print, type Command } from './command.ts'
import { t } from './language.ts'

export const command: Command = {
  usage: 'migrate',
  summary: t.summaries.migrate,
  run: async (given) => {
    const postgres = await findPostgres(readConfiguration().database)
    try {
      const ran = await prepareDatabase(postgres)
      print(given, { ran }, ran.length > 0 ? ran : [t.results.nothingToDo])
      return 0
    } finally {
      postgres.release()
    }
  },
}
