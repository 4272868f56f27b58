import { sql } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { Effect } from '../domain/effect.ts'

type Count = {
  readonly jobId: string
  readonly finishedAt: Instant | null
  readonly ready: number
  readonly counted: number
  readonly afterRow: number
  readonly people: number
  readonly firstMonth: Month | null
  readonly lastMonth: Month | null
}

/** Begins anew, or leaves a count of this job as it is. */
export async function beginCount(
  ctx: Ctx,
  { importId, jobId, ready }: { importId: string; jobId: string; ready: number },
): Promise<void> {
  await sql`delete from changes.import_count where import_id = ${importId} and job_id <> ${jobId}`.execute(
    ctx.db(),
  )
  await sql`
    insert into changes.import_count (import_id, job_id, started_at, ready)
    values (${importId}, ${jobId}, ${ctx.now}::timestamptz, ${ready}) on conflict do nothing`.execute(
    ctx.db(),
  )
}

export async function findCount(ctx: Ctx, importId: string): Promise<Count | undefined> {
  const { rows } = await sql<Count>`
    select job_id, finished_at, ready, counted, after_row, people, first_month, last_month
    from changes.import_count where import_id = ${importId}`.execute(ctx.db())
  return rows[0]
}

type Stretch = {
  readonly importId: string
  readonly last: number
  readonly rows: number
  readonly people: number
  readonly effects: readonly Effect[]
  readonly looked: { readonly from: Month; readonly through: Month } | null
}

/** Writes down what a stretch of rows comes to, and how far it has come. */
export async function noteStretch(ctx: Ctx, stretch: Stretch): Promise<void> {
  const { importId, last, rows, people, effects, looked } = stretch
  if (effects.length > 0)
    await sql`
      insert into changes.import_effect (import_id, person_id, component, first_month, last_month, before, after, is_awarded)
      select ${importId}::uuid, "personId", component, "from", through, before, after, "isAwarded"
      from json_to_recordset(${JSON.stringify(effects)}::json) as row ("personId" uuid, component text, "from" text,
        through text, before bigint, after bigint, "isAwarded" boolean)`.execute(ctx.db())
  await sql`
    update changes.import_count set after_row = ${last}, counted = counted + ${rows}, people = people + ${people},
      first_month = least(first_month, ${looked?.from ?? null}), last_month = greatest(last_month, ${looked?.through ?? null})
    where import_id = ${importId}`.execute(ctx.db())
}

export async function endCount(ctx: Ctx, importId: string): Promise<void> {
  await sql`
    update changes.import_count set finished_at = ${ctx.now}::timestamptz
    where import_id = ${importId} and finished_at is null`.execute(ctx.db())
}

/** What goes on from some month, of those whom a decision gives something: how many, by how much more and less each month. */
export async function sumLasting(ctx: Ctx, importId: string) {
  type Sums = { people: number; rises: Dong; falls: Dong; begin: number; end: number; total: number }
  const { rows } = await sql<Sums>`
    select count(distinct person_id) filter (where lasts)::integer as people,
      coalesce(sum(after - before) filter (where lasts and after > before), 0)::bigint as rises,
      coalesce(sum(before - after) filter (where lasts and after < before), 0)::bigint as falls,
      count(*) filter (where lasts and before = 0)::integer as begin,
      count(*) filter (where lasts and after = 0)::integer as end,
      count(*)::integer as total
    from (select *, is_awarded and last_month is null as lasts from changes.import_effect
          where import_id = ${importId}) as effect`.execute(ctx.db())
  return rows[0]! // A sum is always there.
}

/** The greatest first, those of a decision before those that would have to be asked for. */
export async function listImportEffects(
  ctx: Ctx,
  { importId, offset, most }: { importId: string; offset: number; most: number },
): Promise<Effect[]> {
  const { rows } = await sql<Effect>`
    select person_id, component, first_month as "from", last_month as through, before, after, is_awarded
    from changes.import_effect where import_id = ${importId}
    order by is_awarded desc, abs(after - before) desc, id limit ${most} offset ${offset}`.execute(ctx.db())
  return rows
}
