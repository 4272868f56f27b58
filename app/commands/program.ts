import type { Permission } from '#modules/identity'
import { permissions } from '#modules/identity'
import { readConfiguration, type Configuration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import { openDatabase, type Database } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../composition.ts'
import { prepareDatabase } from '../server.ts'

/** The program as a command uses it: a migrated database, and transactions as the administrator of this machine. */
export type Local = {
  readonly configuration: Configuration
  readonly db: Database
  readonly programUrl: string
  readonly ownerUrl: string
  readonly request: <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>
}

/** Whoever can run commands on this machine could read the database anyway, so they act for the whole country. */
export function localAdministrator() {
  return systemActor(Object.keys(permissions) as Permission[]) // The keys are the permissions.
}

/** Opens the database this machine uses, does the work and lets go of it, whatever happens. */
export async function withProgram<Result>(work: (local: Local) => Promise<Result>): Promise<Result> {
  const configuration = readConfiguration()
  const postgres = await findPostgres(configuration.database)
  try {
    await prepareDatabase(postgres)
    const db = openDatabase(postgres.programUrl)
    try {
      return await work({
        configuration,
        db,
        programUrl: postgres.programUrl,
        ownerUrl: postgres.ownerUrl,
        request: (inside) => request(db, { actor: localAdministrator() }, aftermath, inside),
      })
    } finally {
      await db.destroy()
    }
  } finally {
    postgres.release()
  }
}
