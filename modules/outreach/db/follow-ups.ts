import { sql } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { Outcome } from '../domain/follow-up.ts'
import type { Event } from '../domain/prospect.ts'

/** What an application will be made from, and what follow-ups hang on. */
export type ProspectKey = {
  readonly personId: string
  readonly benefit: Benefit
  readonly event: Event
  readonly month: Month
}

export type FollowUpRow = ProspectKey & {
  readonly outcome: Outcome
  readonly note: string | null
  readonly assignee: string | null
  readonly recordedAt: Instant
  readonly recordedName: string
}

/** Everything done about these people, the newest first. */
export async function listFollowUps(ctx: Ctx, personIds: readonly string[]): Promise<FollowUpRow[]> {
  const { rows } = await sql<FollowUpRow>`
    select person_id, benefit, event, month, outcome, note, assignee, recorded_at, recorded_name
    from outreach.follow_up where person_id = any(${[...personIds]}::uuid[])
    order by recorded_at desc, id desc`.execute(ctx.db())
  return rows
}

export type NewFollowUp = ProspectKey & {
  readonly requestId: string
  readonly outcome: Outcome
  readonly note: string | null
  readonly assignee: string | null
}

/** Writes what was done; sent twice it is written once. Says how much was new. */
export async function insertFollowUps(ctx: Ctx, rows: readonly NewFollowUp[]): Promise<number> {
  const { rows: written } = await sql`
    insert into outreach.follow_up (request_id, person_id, benefit, event, month, outcome, note, assignee, recorded_at,
      recorded_by, recorded_name)
    select "requestId", "personId", benefit, event, month, outcome, note, assignee, ${ctx.now}, ${ctx.actor.userId},
      ${ctx.actor.name}
    from json_to_recordset(${JSON.stringify(rows)}::json) as fresh ("requestId" uuid, "personId" uuid, benefit text,
      event text, month text, outcome text, note text, assignee text)
    on conflict on constraint follow_up_once do nothing returning 1`.execute(ctx.db())
  return written.length
}
