import type { AuditEntry, Ctx } from '#platform/server/context'
import { literal } from '#platform/server/database'

/**
 * What appends to the trail what a request did, as the last thing in its transaction: the chain is locked until it ends.
 * Readers would wait for each other’s disk, because the trail is one chain. Their entries are in it at once and on disk a
 * moment later: killing the program loses none, cutting the power may lose the last fifth of a second of readings.
 */
export function record(ctx: Ctx, entries: readonly AuditEntry[]): string {
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
  const append = `select audit.append(${literal(JSON.stringify(rows))}::jsonb)`
  const isNobodyWaiting = entries.every(({ leavesOnlyTraces }) => leavesOnlyTraces)
  return isNobodyWaiting ? `${append}; set local synchronous_commit = off` : append
}
