import { sql } from 'kysely'
import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { RowFault } from '../domain/layout/layout.ts'
import type { ResponseHead, ResponseLine } from '../domain/response.ts'
import { lockProvider } from './providers.ts'
import type { PaymentsTables } from './tables.ts'

/** The same file as it was read before; one that was refused may be read once its layout is mended. */
export function findResponse(ctx: Ctx, providerId: string, sha256: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.response')
    .select(['id', 'kind', 'messageId', 'lines', 'amount'])
    .where('providerId', '=', providerId)
    .where('sha256', '=', sha256)
    .where('state', '=', 'read')
    .executeTakeFirst()
}

type NewResponse = {
  readonly id: string
  readonly providerId: string
  readonly areaId: number
  readonly sha256: string
  readonly name: string
}

/** Writes down a file that was read to its end; one message is not two files. */
export async function insertResponse(
  ctx: Ctx,
  { id, providerId, areaId, sha256, name }: NewResponse,
  head: ResponseHead,
) {
  const { rows } = await sql<{ lines: number; amount: Dong }>`
    select count(*)::int as lines, coalesce(sum(amount), 0)::bigint as amount
    from payments.response_line where response_id = ${id}`.execute(ctx.db())
  const added = await ctx
    .db<PaymentsTables>()
    .insertInto('payments.response')
    .values({
      id,
      providerId,
      areaId,
      sha256,
      name,
      kind: head.kind,
      messageId: head.messageId,
      about: head.about,
      state: 'read',
      because: null,
      lines: rows[0]!.lines,
      amount: rows[0]!.amount,
      opening: head.opening,
      closing: head.closing,
      through: head.through,
      receivedBy: ctx.actor.userId,
      receivedName: ctx.actor.name,
      receivedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw problems('message_id_reused', { messageId: head.messageId })
}

/**
 * Writes lines as they come, each with the order of this provider it names; what they mean for it is found when all are there. Each
 * order is looked up by its key: as a join, all orders there ever were would be read for some lines.
 */
export async function insertLines(
  ctx: Ctx,
  {
    responseId,
    providerId,
    areaId,
    from,
  }: { responseId: string; providerId: string; areaId: number; from: number },
  lines: readonly ResponseLine[],
) {
  if (lines.length === 0) return
  await sql`
    insert into payments.response_line (response_id, number, area_id, end_to_end_id, provider_ref, outcome, amount,
      currency, reason, account, name, booked_on, verdict, instruction_id)
    select ${responseId}, ${from}::int + n, coalesce(instruction.area_id, ${areaId}), "endToEndId", "providerRef", outcome,
      line.amount, currency, line.reason, line.account, name, "bookedOn",
      case when outcome in ('accepted', 'transferred', 'other') then 'noted' else 'unknown' end, instruction.id
    from rows from (json_to_recordset(${JSON.stringify(lines)}::json) as ("endToEndId" text, "providerRef" text,
      outcome text, amount bigint, currency text, reason text, account text, name text, "bookedOn" date)) with ordinality
      as line ("endToEndId", "providerRef", outcome, amount, currency, reason, account, name, "bookedOn", n)
    left join lateral (select id, area_id from payments.instruction
      where end_to_end_id = "endToEndId" and provider_id = ${providerId} limit 1) as instruction on true`.execute(
    ctx.db(),
  )
}

type Group = {
  readonly responseId: string
  readonly providerId: string
  /** Whose file it is. */
  readonly areaId: number
  readonly from: number
  readonly messageId: string
  readonly block: number | null
  readonly reason: string | null
}

/** The orders of a whole message, or of a block of it, that were not withdrawn. */
const ordersIn = ({ messageId, providerId, block }: Group) => sql`(
  select id, number, area_id, end_to_end_id, amount, state from (
    select instruction.*, provider.is_by_area, dense_rank() over (order by instruction.area_id) as unit
    from payments.envelope join payments.instruction on instruction.envelope_id = envelope.id
    join payments.provider on provider.id = instruction.provider_id
    where envelope.code = ${messageId} and envelope.provider_id = ${providerId} and instruction.state <> 'withdrawn') as own
  where ${block}::int is null or (is_by_area and unit = ${block}::int) or (not is_by_area and ${block}::int = 1))`

/** A line tells that the money of an order left, be it one nobody has judged yet. */
const isToldPaid = sql`exists (select from payments.response_line as line
  where line.instruction_id = own.id and line.outcome in ('paid', 'returned') and line.verdict <> 'set_aside')`

/** Stands a rejection of a whole message or block for every order in it that is still open. */
export async function insertGroupLines(ctx: Ctx, group: Group): Promise<number> {
  const { responseId, from, reason } = group
  const { numAffectedRows } = await sql`
    insert into payments.response_line (response_id, number, area_id, end_to_end_id, outcome, amount, currency, reason, verdict,
      instruction_id)
    select ${responseId}, ${from}::int + row_number() over (order by number), area_id, end_to_end_id, 'rejected', amount, 'VND',
      ${reason}, 'unknown', id
    from ${ordersIn(group)} as own`.execute(ctx.db())
  return Number(numAffectedRows ?? 0)
}

/** Whether its provider has said of any order of a message or block that its money left, be it in the same file. */
export async function isPartPaid(ctx: Ctx, group: Group): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (select from ${ordersIn(group)} as own
    where own.state in ('paid', 'returned', 'unclaimed') or ${isToldPaid}) as is`.execute(ctx.db())
  return rows[0]!.is
}

/**
 * Writes the rejection of a message or block down as one line for a person, which ends no order: by it what was paid would be ordered
 * anew. While one waits, the same said again by another file is nothing new.
 */
export async function insertDoubtedGroup(ctx: Ctx, group: Group): Promise<number> {
  const { responseId, providerId, areaId, from, messageId, reason } = group
  await sql`
    insert into payments.response_line (response_id, number, area_id, end_to_end_id, outcome, amount, currency, reason, verdict)
    select ${responseId}, ${from}::int + 1, ${areaId}, ${messageId}, 'rejected', sum(own.amount)::bigint, 'VND', ${reason},
      case when exists (select from payments.response_line as line join payments.response on response.id = line.response_id
          where response.provider_id = ${providerId} and line.end_to_end_id = ${messageId} and line.outcome = 'rejected'
            and line.instruction_id is null and line.verdict = 'contradicts')
        then 'repeated' else 'contradicts' end
    from ${ordersIn(group)} as own where own.state in ('ready', 'sent') and not ${isToldPaid}`.execute(
    ctx.db(),
  )
  return 1
}

export function listResponseRows(ctx: Ctx) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.response')
    .innerJoin('payments.provider', 'payments.provider.id', 'payments.response.providerId')
    .selectAll('payments.response')
    .select('payments.provider.name as providerName')
    .where(withinArea(ctx, 'payments.response.areaId'))
    .orderBy('receivedAt', 'desc')
    .limit(200)
    .execute()
}

/** Writes down a file nobody could read, with why. */
export async function insertRefused(
  ctx: Ctx,
  {
    providerId,
    name,
    sha256,
    because,
    faults,
  }: {
    providerId: string
    name: string
    sha256: string
    because: string
    faults: readonly RowFault[] | null
  },
) {
  const provider = await lockProvider(ctx, providerId)
  await ctx
    .db<PaymentsTables>()
    .insertInto('payments.response')
    .values({
      providerId,
      areaId: provider.areaId,
      sha256,
      name,
      kind: 'unknown',
      messageId: sha256.slice(0, 35),
      about: null,
      state: 'refused',
      because: because.slice(0, 500),
      faults: faults && JSON.stringify(faults),
      lines: 0,
      amount: dong(0),
      opening: null,
      closing: null,
      through: null,
      receivedBy: ctx.actor.userId,
      receivedName: ctx.actor.name,
      receivedAt: ctx.now,
    })
    // Refused once more, it is what was found last that counts.
    .onConflict((conflict) =>
      conflict.columns(['providerId', 'kind', 'messageId']).doUpdateSet({
        name,
        because: because.slice(0, 500),
        faults: faults && JSON.stringify(faults),
        receivedBy: ctx.actor.userId,
        receivedName: ctx.actor.name,
        receivedAt: ctx.now,
      }),
    )
    .execute()
}

export type SeenAnswers = {
  /** When a file of this name was last looked at, in milliseconds of the epoch. */
  readonly names: ReadonlyMap<string, number>
  readonly hashes: ReadonlySet<string>
}

/** The files a provider has answered with, read, or refused since its layout is what it is. */
export async function listSeenAnswers(ctx: Ctx, providerId: string): Promise<SeenAnswers> {
  const { rows } = await sql<{ name: string; sha256: string; at: number }>`
    select name, sha256, extract(epoch from received_at)::float8 * 1000 as at from payments.response
    where provider_id = ${providerId} and (state = 'read' or not exists (select from payments.layout
      where layout.provider_id = response.provider_id and layout.made_at > response.received_at))
    order by received_at`.execute(ctx.db())
  return {
    names: new Map(rows.map(({ name, at }) => [name, at])),
    hashes: new Set(rows.map(({ sha256 }) => sha256)),
  }
}
