import { readConfiguration } from '#platform/server/configuration'
import { findPostgres } from '#platform/server/postgres'
import { prepareDatabase } from '../server.ts'
import { print, type Command } from './command.ts'

export const command: Command = {
  usage: 'migrate',
  summary: 'Bring the database to the state this program expects; it may be run again at any time.',
  run: async (given) => {
    const postgres = await findPostgres(readConfiguration().database)
    try {
      const ran = await prepareDatabase(postgres)
      print(given, { ran }, ran.length > 0 ? ran : ['Nothing to do.'])
      return 0
    } finally {
      postgres.release()
    }
  },
}
