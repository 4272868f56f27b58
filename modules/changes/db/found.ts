import { sql } from 'kysely'
import type { Evidence } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Change, ChangeKind } from '../domain/change.ts'
import type { State } from '../domain/state.ts'

/** A request as it is found, with everybody it is about. */
export type FoundRequest = {
  readonly id: string
  readonly kind: ChangeKind
  readonly personId: string
  readonly change: Change
  readonly evidence: Evidence | null
  readonly digest: string
  readonly areaId: number
  readonly otherAreaId: number | null
  readonly foundBecause: string
  readonly source: 'population' | 'review'
  readonly involved: readonly string[]
}

/** Writes down what was found, one statement for each table; says which of them were not open already. */
export async function insertFound(ctx: Ctx, requests: readonly FoundRequest[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    insert into changes.request (id, kind, person_id, change, digest, area_id, other_area_id, evidence, source,
      found_because, state, opened_at)
    select id, kind, "personId", change, digest, "areaId", "otherAreaId", nullif(evidence, 'null'::jsonb), source,
      "foundBecause", 'found', ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(requests)}::json) as row (id uuid, kind text, "personId" uuid, change jsonb,
      digest text, "areaId" integer, "otherAreaId" integer, evidence jsonb, source text, "foundBecause" text)
    on conflict do nothing returning id`.execute(ctx.db())
  const opened = new Set(rows.map(({ id }) => id))
  const involved = requests
    .filter(({ id }) => opened.has(id))
    .flatMap(({ id, involved: people }) => people.map((personId) => ({ id, personId })))
  await sql`
    insert into changes.involved (request_id, person_id)
    select id, "personId" from json_to_recordset(${JSON.stringify(involved)}::json) as row (id uuid, "personId" uuid)`.execute(
    ctx.db(),
  )
  await sql`
    insert into changes.event (request_id, step, at, by_id, by_name)
    select unnest(${[...opened]}::uuid[]), 'open', ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid, ${ctx.actor.name}`.execute(
    ctx.db(),
  )
  return opened
}

/**
 * What the population register told anew of a home, or of the same fields of an identity, takes the place of what it told
 * before and nobody has looked at.
 */
export async function supersede(ctx: Ctx, fresh: ReadonlySet<string>, note: string): Promise<void> {
  if (fresh.size === 0) return
  await sql`
    with gone as (
      update changes.request as older set state = 'withdrawn', decided_at = ${ctx.now}::timestamptz,
        decided_by = ${ctx.actor.userId}::uuid, decided_name = ${ctx.actor.name}, note = ${note}
      from changes.request as newer
      where newer.id = any(${[...fresh]}::uuid[]) and newer.source = 'population' and older.source = 'population'
        and older.state = 'found' and older.submitted_at is null and older.id <> newer.id
        and older.person_id = newer.person_id and older.kind = newer.kind
        and case newer.kind when 'move' then older.change ->> 'from' <= newer.change ->> 'from'
          when 'identity' then newer.change ?& (select array_agg(field) from jsonb_object_keys(older.change) as field)
          else false end
      returning older.id)
    insert into changes.event (request_id, step, at, by_id, by_name, note)
    select id, 'withdraw', ${ctx.now}::timestamptz, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${note} from gone`.execute(
    ctx.db(),
  )
}

/** Where these requests stand, for whoever opened them. */
export async function statesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, State>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; state: State }>`
    select id, state from changes.request where id = any(${[...ids]}::uuid[])`.execute(ctx.db())
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** The open request of a person that asks for the same, where there is one already. */
export async function findOpen(ctx: Ctx, personId: string, digest: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from changes.request
    where person_id = ${personId} and digest = ${digest} and state in ('found', 'submitted')`.execute(
    ctx.db(),
  )
  return rows[0]?.id
}
