import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { columns, type Application } from './applications.ts'
import type { ApplicationsTables } from './tables.ts'

/** Open files of the whole installation by their ids, locked; whoever is being worked on waits for no one here. */
export function listOpenForUpdate(
  ctx: Ctx,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<Application[]> {
  const query = ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.application')
    .select(columns)
    .where('closedAt', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
  return (after === '' ? query : query.where('id', '>', after)).execute()
}

type Deadlines = { readonly id: string; readonly dueAt: Instant | null; readonly actBy: Instant | null }

/** Writes down other days for files, and for what is drafted in them, and nothing else of them. */
export async function setDeadlines(ctx: Ctx, files: readonly Deadlines[]) {
  if (files.length === 0) return
  const told = JSON.stringify(files.map(({ id, dueAt, actBy }) => ({ id, due_at: dueAt, act_by: actBy })))
  await sql`update applications.application set due_at = told.due_at, act_by = told.act_by
    from json_to_recordset(${told}::json) as told (id uuid, due_at timestamptz, act_by timestamptz)
    where told.id = application.id`.execute(ctx.db())
  await sql`update applications.proposal set due_at = told.due_at
    from json_to_recordset(${told}::json) as told (id uuid, due_at timestamptz)
    where told.id = proposal.application_id and proposal.state = 'drafted'`.execute(ctx.db())
}
