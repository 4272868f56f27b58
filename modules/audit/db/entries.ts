import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { ChainedEntry, Link } from '../domain/chain.ts'
import type { AuditTables } from './tables.ts'

export type Sought = {
  readonly from: string
  readonly until: string
  readonly userId?: string | undefined
  readonly personId?: string | undefined
  readonly action?: string | undefined
  readonly before?: number | undefined
}

/** Entries of the actor’s area in a half-open time, newest first. */
export function findEntries(
  ctx: Ctx,
  { from, until, userId, personId, action, before }: Sought,
  limit: number,
) {
  return ctx
    .db<AuditTables>()
    .selectFrom('audit.entry as entry')
    .select(['sequence', 'at', 'traceId', 'userId', 'areaId', 'action', 'personId', 'subject', 'details'])
    .where('at', '>=', from)
    .where('at', '<', until)
    .where(withinArea(ctx, 'entry.areaId'))
    .$if(userId !== undefined, (query) => query.where('userId', '=', userId!))
    .$if(personId !== undefined, (query) => query.where('personId', '=', personId!))
    .$if(action !== undefined, (query) => query.where('action', '=', action!))
    .$if(before !== undefined, (query) => query.where('sequence', '<', before!))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
}

/** The next entries of the chain after one, each column as text. */
export async function readChain(ctx: Ctx, after: number, limit: number): Promise<ChainedEntry[]> {
  const { rows } = await sql<ChainedEntry>`
    select sequence, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, trace_id,
      user_id::text, area_id::text, action, person_id::text, subject, details::text,
      encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
    from audit.entry where sequence > ${after} order by sequence limit ${limit}`.execute(ctx.db())
  return rows
}

/** How far the chain went when this was asked; entries after it belong to others and are not waited for. */
export async function readHead(ctx: Ctx): Promise<Link> {
  const { rows } = await sql<Link>`select sequence, encode(hash, 'hex') as hash from audit.head`.execute(
    ctx.db(),
  )
  return rows[0]! // The migration wrote the one row there ever is.
}
