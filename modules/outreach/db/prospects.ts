import { sql } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { eventOf, type Prospect } from '../domain/prospect.ts'

/** A person that was looked at: which change was seen, and the month in which that is to be done again. */
export type Watched = {
  readonly personId: string
  readonly changedAt: Instant | null
  readonly lookAgain: Month | undefined
}

/**
 * Makes the prospects of these people exactly those given; what stays keeps its id and the moment it was
 * found, and a right or an end that only comes in another month is still the one that was found.
 */
export async function writeProspects(
  ctx: Ctx,
  personIds: readonly string[],
  prospects: readonly Prospect[],
): Promise<void> {
  const rows = prospects.map((prospect) => ({ ...prospect, event: eventOf[prospect.kind] }))
  const fresh = sql`json_to_recordset(${JSON.stringify(rows)}::json) as fresh ("personId" uuid, benefit text,
    event text, kind text, month text, "areaId" integer, before bigint, after bigint, "rulesBefore" text[],
    "rulesAfter" text[], causes jsonb, "delayCost" bigint, "keptBy" text,
    "isConfidential" boolean)`
  if (rows.length > 0)
    await sql`
      insert into outreach.prospect as known (person_id, benefit, event, kind, month, area_id, before, after,
        rules_before, rules_after, causes, delay_cost, kept_by, is_confidential, found_at)
      select "personId", benefit, event, kind, month, "areaId", before, after, "rulesBefore", "rulesAfter", causes,
        "delayCost", "keptBy", "isConfidential", coalesce((
          select max(former.found_at) from outreach.prospect as former
          where former.person_id = fresh."personId" and former.benefit = fresh.benefit
            and former.event = fresh.event and former.event in ('grant', 'stop', 'certify')), ${ctx.now})
      from ${fresh}
      on conflict on constraint prospect_once do update set kind = excluded.kind, area_id = excluded.area_id,
        before = excluded.before, after = excluded.after, rules_before = excluded.rules_before,
        rules_after = excluded.rules_after, causes = excluded.causes, delay_cost = excluded.delay_cost,
        kept_by = excluded.kept_by, is_confidential = excluded.is_confidential
      where (known.kind, known.area_id, known.before, known.after, known.rules_before, known.rules_after,
          known.causes, known.delay_cost, known.kept_by, known.is_confidential)
        is distinct from (excluded.kind, excluded.area_id, excluded.before, excluded.after, excluded.rules_before,
          excluded.rules_after, excluded.causes, excluded.delay_cost, excluded.kept_by,
          excluded.is_confidential)`.execute(ctx.db())
  await sql`
    delete from outreach.prospect where person_id = any(${[...personIds]}::uuid[]) and not exists (
      select from ${fresh} where fresh."personId" = prospect.person_id and fresh.benefit = prospect.benefit
        and fresh.event = prospect.event and fresh.month = prospect.month)`.execute(ctx.db())
}

/** Notes that these people were looked at. */
export async function writeWatched(ctx: Ctx, people: readonly Watched[]): Promise<void> {
  await sql`
    insert into outreach.watch (person_id, changed_at, look_again)
    select "personId", "changedAt", "lookAgain" from json_to_recordset(${JSON.stringify(people)}::json)
      as fresh ("personId" uuid, "changedAt" timestamptz, "lookAgain" text)
    on conflict (person_id) do update set changed_at = excluded.changed_at, look_again = excluded.look_again`.execute(
    ctx.db(),
  )
}

/** Some of those whom time alone has something new for by a month. */
export async function listDue(ctx: Ctx, month: Month, limit: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from outreach.watch where look_again <= ${month} order by look_again, person_id
    limit ${limit}`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

/** Asks for these people to be looked at in a month, if they would only be later; says how many. */
export async function lookAgainIn(ctx: Ctx, month: Month, personIds: readonly string[]): Promise<number> {
  const { rows } = await sql`
    update outreach.watch set look_again = ${month}
    where person_id = any(${[...personIds]}::uuid[]) and (look_again is null or look_again > ${month})
    returning 1`.execute(ctx.db())
  return rows.length
}

/** Of these changes, those nobody has looked at yet: two transactions may end in another order than they began. */
export async function listUnseen(
  ctx: Ctx,
  changes: readonly { readonly personId: string; readonly changedAt: Instant }[],
  limit: number,
): Promise<string[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<{ personId: string }>`
    select changed."personId" as person_id
    from json_to_recordset(${JSON.stringify(changes)}::json) as changed ("personId" uuid, "changedAt" timestamptz)
    left join outreach.watch on watch.person_id = changed."personId"
    where watch.changed_at is distinct from changed."changedAt"
    order by 1 limit ${limit}`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
