import { sql } from 'kysely'
import type { AuditEntry, Ctx } from '#platform/server/context'

/** Appends what a request did to the trail, as the last thing in its transaction: the chain is locked until it ends. */
export async function record(ctx: Ctx, entries: readonly AuditEntry[]) {
  const rows = entries.map(({ action, personId, subject, details }) => ({
    at: ctx.now,
    trace_id: ctx.traceId,
    user_id: ctx.actor.userId || null,
    area_id: ctx.actor.areaId,
    action,
    person_id: personId ?? null,
    subject: subject ?? null,
    details: details ?? null,
  }))
  await sql`select audit.append(${JSON.stringify(rows)}::jsonb)`.execute(ctx.db())
}
