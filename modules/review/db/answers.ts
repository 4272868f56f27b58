import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Finding } from '../domain/field.ts'
import { problems } from '../domain/problems.ts'
import type { Outcome } from '../domain/standing.ts'

export type Answer = {
  readonly id: string
  readonly seq: number
  readonly partId: string
  readonly personId: string
  readonly areaId: number
  readonly outcome: Outcome
  readonly changes: readonly Finding[]
  readonly note: string | null
  readonly knew: number
  readonly takeId: string | null
  readonly device: string | null
  readonly seenAt: Instant
  readonly saidAt: Instant
  readonly happenedAt: Instant
  readonly receivedAt: Instant
  readonly byId: string
  readonly byName: string
  readonly isWithdrawn: boolean
}

export type FreshAnswer = Omit<Answer, 'seq' | 'receivedAt' | 'byId' | 'byName' | 'isWithdrawn' | 'device'>

const columns = sql`answer.id, answer.seq::int as seq, answer.part_id, answer.person_id, answer.area_id, answer.outcome, answer.changes,
  answer.note, answer.knew::int as knew, answer.take_id, take.device, answer.seen_at, answer.said_at, answer.happened_at,
  answer.received_at, answer.by_id, answer.by_name, withdrawal.answer_id is not null as is_withdrawn`
const source = sql`review.answer left join review.withdrawal on withdrawal.answer_id = answer.id
  left join review.take on take.id = answer.take_id`

export async function insertAnswer(ctx: Ctx, answer: FreshAnswer) {
  const { id, partId, personId, areaId, outcome, changes, note, knew, takeId, seenAt, saidAt, happenedAt } =
    answer
  await sql`
    insert into review.answer (id, part_id, person_id, area_id, outcome, changes, note, knew, take_id, seen_at, said_at,
      happened_at, received_at, by_id, by_name)
    values (${id}, ${partId}, ${personId}, ${areaId}, ${outcome}, ${JSON.stringify(changes)}::jsonb, ${note}, ${knew}, ${takeId},
      ${seenAt}, ${saidAt}, ${happenedAt}, ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.name})`.execute(
    ctx.db(),
  )
}

/** Everything said about these people in a review, those taken back included, in the order it came. */
export async function listAnswers(ctx: Ctx, partId: string, personIds: readonly string[]): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select ${columns} from ${source}
    where answer.part_id = ${partId} and answer.person_id = any(${[...personIds]}::uuid[])
      and ${withinArea(ctx, 'answer.area_id')}
    order by answer.seq`.execute(ctx.db())
  return rows
}

/** Those of these answers that came before, whoever sent them. */
export async function listKnown(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Answer>> {
  const { rows } = await sql<Answer>`
    select ${columns} from ${source} where answer.id = any(${[...ids]}::uuid[])`.execute(ctx.db())
  return new Map(rows.map((row) => [row.id, row]))
}

export async function getAnswer(ctx: Ctx, id: string): Promise<Answer> {
  const { rows } = await sql<Answer>`
    select ${columns} from ${source} where answer.id = ${id} and ${withinArea(ctx, 'answer.area_id')}`.execute(
    ctx.db(),
  )
  if (!rows[0]) throw problems('answer_not_found', { id })
  return rows[0]
}

export async function insertWithdrawal(ctx: Ctx, { id, areaId }: Pick<Answer, 'id' | 'areaId'>) {
  await sql`
    insert into review.withdrawal (answer_id, area_id, at, by_id, by_name)
    values (${id}, ${areaId}, ${ctx.now}, ${ctx.actor.userId}, ${ctx.actor.name}) on conflict do nothing`.execute(
    ctx.db(),
  )
}
