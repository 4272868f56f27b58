import { sql } from 'kysely'
import { addMonths, firstDayOf, type Instant, type Month } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { WaveId, WavePlan } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import type { Target } from '../domain/wave.ts'

export type WaveRow = {
  readonly id: WaveId
  readonly areaId: number
  readonly name: string
  readonly isPilot: boolean
  readonly firstMonth: Month
  readonly lastMonth: Month | null
  readonly version: number
  readonly cancelledAt: Instant | null
  readonly areaIds: readonly number[]
  readonly targets: readonly Target[]
}

/** The waves that concern the units of the actor: planned within them, or holding one of them; pilots and earlier ones first. */
export async function listWaveRows(ctx: Ctx, { id }: { id?: WaveId } = {}): Promise<WaveRow[]> {
  const { rows } = await sql<WaveRow>`
    select wave.id, wave.area_id, wave.name, wave.is_pilot, wave.first_month, wave.last_month, wave.version, wave.cancelled_at,
      array(select area_id from cashless.wave_commune where wave_id = wave.id and ${withinArea(ctx, 'area_id')} order by area_id)
        as area_ids,
      coalesce((select jsonb_agg(jsonb_build_object('month', month, 'share', share) order by month) from cashless.target
        where wave_id = wave.id), '[]') as targets
    from cashless.wave
    where ${id ? sql`wave.id = ${id} and` : sql``} (${withinArea(ctx, 'wave.area_id')}
      or exists (select from cashless.wave_commune where wave_id = wave.id and ${withinArea(ctx, 'area_id')}))
    order by wave.cancelled_at is not null, wave.first_month, not wave.is_pilot, wave.name`.execute(ctx.db())
  return rows
}

/** Locks a wave that the actor may change, which is one planned by their own unit or below it. */
export async function getWaveForUpdate(ctx: Ctx, id: WaveId) {
  const { rows } = await sql<{ version: number; cancelledAt: Instant | null; areaId: number }>`
    select version, cancelled_at, area_id from cashless.wave
    where id = ${id} and ${withinArea(ctx, 'area_id')} for update`.execute(ctx.db())
  if (!rows[0]) throw problems('wave_not_found', { id })
  return rows[0]
}

export async function findWaveOf(ctx: Ctx, requestId: string): Promise<WaveId | undefined> {
  const { rows } = await sql<{ id: WaveId }>`
    select id from cashless.wave where request_id = ${requestId} and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  return rows[0]?.id
}

export async function insertWave(
  ctx: Ctx,
  { id, requestId, areaId, plan }: { id: string; requestId: string; areaId: number; plan: WavePlan },
) {
  await sql`
    insert into cashless.wave (id, request_id, area_id, name, is_pilot, first_month, last_month)
    values (${id}, ${requestId}, ${areaId}, ${plan.name}, ${plan.isPilot}, ${plan.firstMonth}, ${plan.lastMonth})`.execute(
    ctx.db(),
  )
  await writePlan(ctx, id, plan)
}

export async function updateWave(ctx: Ctx, id: WaveId, plan: WavePlan): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update cashless.wave set name = ${plan.name}, is_pilot = ${plan.isPilot}, first_month = ${plan.firstMonth},
      last_month = ${plan.lastMonth}, version = version + 1
    where id = ${id} returning version`.execute(ctx.db())
  await writePlan(ctx, id, plan)
  return rows[0]!.version
}

/** Gives a wave up: what it was stands in its history. */
export async function markCancelled(ctx: Ctx, id: WaveId): Promise<number> {
  await sql`delete from cashless.wave_commune where wave_id = ${id}`.execute(ctx.db())
  const { rows } = await sql<{ version: number }>`
    update cashless.wave set cancelled_at = ${ctx.now}, version = version + 1 where id = ${id} returning version`.execute(
    ctx.db(),
  )
  return rows[0]!.version
}

async function writePlan(ctx: Ctx, id: string, { areaIds, targets, firstMonth, lastMonth }: WavePlan) {
  await sql`delete from cashless.wave_commune where wave_id = ${id}`.execute(ctx.db())
  await sql`delete from cashless.target where wave_id = ${id}`.execute(ctx.db())
  await sql`insert into cashless.wave_commune (wave_id, area_id, during)
    select ${id}, area_id, ${duringOf(firstMonth, lastMonth)}::daterange from unnest(${[...areaIds]}::integer[]) as area_id`.execute(
    ctx.db(),
  )
  await sql`insert into cashless.target (wave_id, month, share)
    select ${id}, month, share from json_to_recordset(${JSON.stringify(targets)}::json) as told (month text, share smallint)`.execute(
    ctx.db(),
  )
}

const duringOf = (first: Month, last: Month | null) =>
  rangeOf({ from: firstDayOf(first), until: last === null ? null : firstDayOf(addMonths(last, 1)) })

/** Communes that another wave holds in any of these months, with its name. */
export async function listHeld(
  ctx: Ctx,
  {
    id,
    areaIds,
    firstMonth,
    lastMonth,
  }: { id: string | undefined; areaIds: readonly number[]; firstMonth: Month; lastMonth: Month | null },
) {
  const { rows } = await sql<{ areaId: number; wave: string }>`
    select wave_commune.area_id, wave.name as wave from cashless.wave_commune join cashless.wave on wave.id = wave_id
    where wave_commune.area_id = any(${[...areaIds]}::integer[]) and during && ${duringOf(firstMonth, lastMonth)}::daterange
      ${id ? sql`and wave_id <> ${id}` : sql``} order by 1`.execute(ctx.db())
  return rows
}

/** The first month of a pilot of this unit’s plan, other than one wave; none without a pilot. */
export async function findPilotStart(ctx: Ctx, { id, areaId }: { id: string | undefined; areaId: number }) {
  const { rows } = await sql<{ month: Month | null }>`
    select min(first_month) as month from cashless.wave where is_pilot and cancelled_at is null and area_id = ${areaId}
      ${id ? sql`and id <> ${id}` : sql``}`.execute(ctx.db())
  return rows[0]?.month ?? undefined
}

/** The first month of any wave of this unit’s plan that is no pilot, other than one wave. */
export async function findOrdinaryStart(
  ctx: Ctx,
  { id, areaId }: { id: string | undefined; areaId: number },
) {
  const { rows } = await sql<{ month: Month | null }>`
    select min(first_month) as month from cashless.wave where not is_pilot and cancelled_at is null and area_id = ${areaId}
      ${id ? sql`and id <> ${id}` : sql``}`.execute(ctx.db())
  return rows[0]?.month ?? undefined
}

export type ChangeRow = {
  readonly waveId: WaveId
  readonly version: number
  readonly what: 'planned' | 'changed' | 'cancelled'
  readonly content: WavePlan
  readonly reason: string | null
  readonly at: Instant
  readonly byName: string
}

export async function insertChange(
  ctx: Ctx,
  change: {
    waveId: string
    version: number
    what: ChangeRow['what']
    content: unknown
    reason: string | null
  },
) {
  await sql`
    insert into cashless.wave_change (wave_id, version, what, content, reason, at, by_user, by_name)
    values (${change.waveId}, ${change.version}, ${change.what}, ${JSON.stringify(change.content)}, ${change.reason},
      ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.name})`.execute(ctx.db())
}

export async function listChanges(ctx: Ctx, ids: readonly string[]): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select wave_id, version, what, content, reason, at, by_name from cashless.wave_change
    where wave_id = any(${[...ids]}::uuid[]) order by wave_id, version desc`.execute(ctx.db())
  return rows
}
