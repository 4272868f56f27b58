import { sql, type RawBuilder } from 'kysely'
import { createHash } from 'node:crypto'
import type { PoolClient, QueryConfig } from 'pg'

const mark = '/* planned once */'

/**
 * Ends a query about one thing by its key, which is answered in one way whatever is asked. A connection keeps its plan:
 * behind policies, to think about such a query takes five times as long as to answer it. Nothing for queries about many,
 * or with a limit, whose way depends on how many; nor within work that tells the planner how to read, for that would stay.
 */
export const plannedOnce = sql`/* planned once */`

/** One of many ids, as a single parameter; the one itself, where there is only one. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return ids.length === 1 ? sql<string>`${ids[0]}::uuid` : sql<string>`any(${ids}::uuid[])`
}

/** Ends a query about `anyOf` some ids: mostly it is asked about one, and then always in the same way. */
export const plannedFor = (ids: readonly string[]): RawBuilder<unknown> =>
  ids.length === 1 ? plannedOnce : sql``

const names = new Map<string, string>()

/** Sends marked queries under a name of their own, so that the database knows them again. */
export function planOnce(client: PoolClient) {
  const send = client.query.bind(client) as (...sent: unknown[]) => unknown
  const named = (query: unknown, ...rest: unknown[]) =>
    typeof query === 'string' && query.endsWith(mark)
      ? send(
          { name: nameOf(query), text: query, values: rest[0] as unknown[] } satisfies QueryConfig,
          ...rest.slice(1),
        )
      : send(query, ...rest)
  client.query = named as PoolClient['query'] // Whatever else it is called with goes through as it is.
}

function nameOf(text: string): string {
  const known = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, known)
  return known
}
