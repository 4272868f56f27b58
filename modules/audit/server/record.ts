import { sql } from 'kysely'
import type { AuditEntry, Ctx } from '#platform/server/context'

/**
 * Appends what a request did to the trail, as the last thing in its transaction: the chain is locked until it ends.
 * Readers would wait for each other’s disk, because the trail is one chain. Their entries are in it at once and on disk a
 * moment later: killing the program loses none, cutting the power may lose the last fifth of a second of readings.
 */
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
  const appended = sql`audit.append(${JSON.stringify(rows)}::jsonb)`
  await (
    entries.every(({ leavesOnlyTraces }) => leavesOnlyTraces)
      ? sql`select ${appended}, set_config('synchronous_commit', 'off', true)`
      : sql`select ${appended}`
  ).execute(ctx.db())
}
