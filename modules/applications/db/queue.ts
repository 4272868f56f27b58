import { sql, type RawBuilder } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Application } from './applications.ts'

export const pageSize = 50
/** A commune and what it came of are a few units, a province is some hundred. */
const fewUnits = 60
/** Beyond it nobody counts: a queue of a thousand is a thousand. */
const countedTo = 1000

export type QueueView = 'open' | 'mine' | 'unassigned' | 'over' | 'due' | 'paused' | 'to_sign' | 'closed'

export type Wanted = {
  readonly view: QueueView
  readonly words?: readonly string[] | undefined
  readonly procedure?: string | undefined
  readonly step?: string | undefined
  readonly channel?: string | undefined
  readonly areaIds?: readonly number[] | undefined
  readonly assigneeId?: string | undefined
  /** Where the page begins: after the last row of the one before. */
  readonly after?: { readonly at: Instant | 'infinity'; readonly id: string } | undefined
}

const columns = sql`application.id, code, procedure, edition, area_id, other_area_id, is_away, facility_id, channel, person_id, subject, born, applicant, asked, payment,
  step, received_at, complete_on, missing, step_since, due_at, act_by, paused_at, assignee_id, assignee_name,
  is_confidential, flags, decided_on, outcome, closed_at, version, changed_at, changed_by`

/**
 * What the queue is sorted by: the moment somebody must have acted, and what waits for the citizen last. A column, for behind
 * row-level security no index is searched by an expression.
 */
const urgency = sql`application.urgent_at`

function visible(ctx: Ctx, units?: RawBuilder<unknown>): RawBuilder<unknown> {
  const isHere =
    units && ctx.actor.areaId !== 0
      ? sql`application.area_id = any(${units})`
      : withinArea(ctx, 'application.area_id')
  const open = ctx.actor.permissions.has('people.read_confidential')
    ? sql`true`
    : sql`not application.is_confidential`
  return sql`${isHere} and ${open}`
}

function ofView(ctx: Ctx, view: QueueView): RawBuilder<unknown> {
  switch (view) {
    case 'open':
      return sql`application.closed_at is null`
    case 'mine':
      return sql`application.closed_at is null and application.assignee_id = ${ctx.actor.userId}`
    case 'unassigned':
      return sql`application.closed_at is null and application.assignee_id is null`
    case 'over':
      return sql`application.closed_at is null and ${urgency} < ${ctx.now}::timestamptz`
    case 'due':
      return sql`application.closed_at is null and ${urgency} >= ${ctx.now}::timestamptz
        and ${urgency} < ${endOfToday(ctx)}::timestamptz`
    case 'paused':
      return sql`application.closed_at is null and application.paused_at is not null`
    case 'to_sign':
      return sql`application.closed_at is null and application.step = 'decide'`
    case 'closed':
      return sql`application.closed_at is not null`
  }
}

/** The most urgent first; of what is closed, the latest. */
function orderOf(view: QueueView): RawBuilder<unknown> {
  return view === 'closed'
    ? sql`application.closed_at desc, application.id desc`
    : sql`${urgency}, application.id`
}

/** The same within each unit: what leads whoever only counts to the index of the view, of one commune or of a province. */
function orderWithinUnits(view: QueueView): RawBuilder<unknown> {
  return view === 'closed'
    ? sql`application.area_id, application.closed_at, application.id`
    : sql`application.area_id, ${urgency}, application.id`
}

function endOfToday({ today }: Ctx) {
  return `${today}T23:59:59+07:00`
}

function fits(ctx: Ctx, wanted: Wanted): RawBuilder<unknown> {
  const conditions = [visible(ctx), ofView(ctx, wanted.view)]
  const { procedure, step, channel, areaIds, assigneeId, words = [] } = wanted
  if (procedure) conditions.push(sql`application.procedure = ${procedure}`)
  if (step) conditions.push(sql`application.step = ${step}`)
  if (channel) conditions.push(sql`application.channel = ${channel}`)
  if (areaIds) conditions.push(sql`application.area_id = any(${[...areaIds]}::integer[])`)
  if (assigneeId) conditions.push(sql`application.assignee_id = ${assigneeId}`)
  for (const word of words)
    conditions.push(sql`exists (select from applications.search_term
      where term = ${word} and search_term.area_id = application.area_id and application_id = application.id)`)
  return sql.join(conditions, sql` and `)
}

/** One page of the queue, the most urgent first; of what is closed, the latest. One row more tells whether there is a next. */
export async function listQueue(ctx: Ctx, wanted: Wanted): Promise<Application[]> {
  const isClosed = wanted.view === 'closed'
  const order = orderOf(wanted.view)
  const after = wanted.after
  const beyond = !after
    ? sql`true`
    : isClosed
      ? sql`(application.closed_at, application.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql`(${urgency}, application.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
  const some = sql`select * from applications.application
    where ${fits(ctx, wanted)} and ${beyond} and`
  const page = sql`order by ${order} limit ${pageSize + 1}`
  const units = wanted.areaIds ?? ctx.actor.areaIds
  // Of a few units each gives its first page by its own index: the planner would rather walk through the whole country.
  const from =
    units.length > 0 && units.length <= fewUnits
      ? sql`unnest(${[...units]}::integer[]) as unit (id) cross join lateral (
          ${some} application.area_id = unit.id ${page}) as application`
      : sql`(${some} true ${page}) as application`
  const { rows } = await sql<Application>`select ${columns} from ${from} ${page}`.execute(ctx.db())
  return rows
}

/**
 * How many files each view holds, no further than anybody counts, in one statement. The open files of a few units are read
 * once for all views; of a province each view stops by itself, so that nobody reads through everything there is.
 */
export async function countViews<View extends QueueView>(
  ctx: Ctx,
  views: readonly View[],
): Promise<Record<View, number>> {
  const isOfFew = ctx.actor.areaId !== 0 && ctx.actor.areaIds.length <= fewUnits
  const isReadOnce = (view: View) => isOfFew && view !== 'closed'
  const here = visible(ctx, sql`(select ids from units)::integer[]`)
  const numbers = views.map((view) =>
    isReadOnce(view)
      ? sql`${view}::text, (select ${sql.ref(view)} from open)`
      : sql`${view}::text, (select count(*) from (
          select from applications.application where ${here} and ${ofView(ctx, view)}
          order by ${orderWithinUnits(view)} limit ${countedTo}
        ) as found)`,
  )
  const once = views
    .filter(isReadOnce)
    .map((view) => sql`least(count(*) filter (where ${ofView(ctx, view)}), ${countedTo}) as ${sql.ref(view)}`)
  const open =
    once.length > 0
      ? sql`, open as materialized (select ${sql.join(once)} from applications.application
          where ${visible(ctx)} and application.closed_at is null)`
      : sql``
  const { rows } = await sql<{ counts: Record<View, number> }>`
    with units as materialized (select ${[...ctx.actor.areaIds]}::integer[] as ids)${open}
    select jsonb_build_object(${sql.join(numbers)}) as counts`.execute(ctx.db())
  return rows[0]!.counts // Counts have a row.
}

type AlikeTo = Pick<Application, 'id' | 'personId'> & {
  readonly subject: Pick<Application['subject'], 'fullName' | 'born'>
}

/** Other files about the same person that are still open. */
export async function listAlike(
  ctx: Ctx,
  { id, personId, subject }: AlikeTo,
): Promise<Pick<Application, 'id' | 'code' | 'procedure' | 'receivedAt'>[]> {
  const { rows } = await sql<Pick<Application, 'id' | 'code' | 'procedure' | 'receivedAt'>>`
    select id, code, procedure, received_at from applications.application
    where closed_at is null and id <> ${id} and ${visible(ctx)}
      and (person_id = ${personId} or (born = ${subject.born} and lower(subject ->> 'fullName') = lower(${subject.fullName})))
    order by received_at desc limit 10`.execute(ctx.db())
  return rows
}

/** Open files of a unit in any of these steps, those that tell what few may know left out. */
export async function listOpenInSteps(
  ctx: Ctx,
  { areaId, steps, limit }: { areaId: number; steps: readonly string[]; limit: number },
): Promise<Application[]> {
  const { rows } = await sql<Application>`
    select ${columns} from applications.application
    where area_id = ${areaId} and step = any(${[...steps]}::text[]) and closed_at is null and not is_confidential
    order by ${urgency}, application.id limit ${limit}`.execute(ctx.db())
  return rows
}
