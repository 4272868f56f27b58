import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { CashPlace, HandOut } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import type { CashListRow, PaymentsTables } from './tables.ts'

export type CashList = Omit<CashListRow, 'id'> & { readonly id: string }

export function findListOfRequest(ctx: Ctx, requestId: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.cashList')
    .selectAll()
    .where('requestId', '=', requestId)
    .executeTakeFirst()
}

export function insertList(
  ctx: Ctx,
  values: Omit<CashListRow, 'id' | 'handedInAt' | 'recalledAt' | 'recalledBy' | 'recalledName'>,
) {
  return ctx
    .db<PaymentsTables>()
    .insertInto('payments.cashList')
    .values(values)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Locks a list for the rest of the transaction. */
export function getListForUpdate(ctx: Ctx, id: string): Promise<CashList> {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.cashList')
    .selectAll()
    .where('id', '=', id)
    .where(withinArea(ctx, 'areaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('cash_list_not_found', { id }))
}

export async function updateList(
  ctx: Ctx,
  id: string,
  what: Partial<Pick<CashListRow, 'handedInAt' | 'recalledAt' | 'recalledBy' | 'recalledName'>>,
) {
  await ctx.db<PaymentsTables>().updateTable('payments.cashList').set(what).where('id', '=', id).execute()
}

/** The lists of a month with how many payments each has told of, newest first. */
export async function listListsOf(ctx: Ctx, month: Month): Promise<(CashList & { paid: number })[]> {
  const { rows } = await sql<CashList & { paid: number }>`
    select cash_list.*, (select count(*)::int from payments.hand_out
      where hand_out.list_id = cash_list.id and hand_out.outcome = 'paid') as paid
    from payments.cash_list where month = ${month} and ${withinArea(ctx, 'area_id')}
    order by taken_at desc`.execute(ctx.db())
  return rows
}

/** Lists of a place somebody still carries, whose records may yet come. */
export async function listListsOut(ctx: Ctx, { month, providerId, areaId, payPointId }: CashPlace) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.cashList')
    .select(['id', 'takenName', 'device'])
    .where('month', '=', month)
    .where('providerId', '=', providerId)
    .where((is) => (payPointId === undefined ? is('areaId', '=', areaId) : is('payPointId', '=', payPointId)))
    .where('handedInAt', 'is', null)
    .where('recalledAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .execute()
}

/** What a phone has told before, by the ids it made. */
export async function listHandOuts(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx
    .db<PaymentsTables>()
    .selectFrom('payments.handOut')
    .select(['id', 'listId', 'payeeId', 'outcome', 'amount', 'responseId'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function insertHandOuts(
  ctx: Ctx,
  {
    listId,
    areaIdOf,
    responseId,
  }: { listId: string; areaIdOf: (payeeId: string) => number; responseId: string },
  handOuts: readonly HandOut[],
) {
  await ctx
    .db<PaymentsTables>()
    .insertInto('payments.handOut')
    .values(
      handOuts.map(({ id, payeeId, outcome, reason, amount, happenedAt }) => ({
        id,
        listId,
        payeeId,
        areaId: areaIdOf(payeeId),
        outcome,
        amount,
        reason,
        happenedAt,
        receivedAt: ctx.now,
        responseId: outcome === 'paid' ? responseId : null,
      })),
    )
    .execute()
}

/** How the lines of what phones told were taken, by the id of the record. */
export async function listVerdictsOf(ctx: Ctx, ids: readonly string[]) {
  const { rows } = await sql<{ ref: string; verdicts: string[]; state: string | null }>`
    select line.provider_ref as ref, array_agg(distinct line.verdict) as verdicts, min(instruction.state) as state
    from payments.response_line as line left join payments.instruction on instruction.id = line.instruction_id
    where line.provider_ref = any(${[...ids]}::text[])
      and line.response_id in (select response_id from payments.hand_out where id = any(${[...ids]}::uuid[]))
    group by line.provider_ref`.execute(ctx.db())
  return new Map(rows.map((row) => [row.ref, row]))
}

/** Whom clerks were told to be dead, at these places, with money that still waits. */
export async function countSaidDead(ctx: Ctx, month: Month): Promise<Map<string, number>> {
  const { rows } = await sql<{ place: string; people: number }>`
    select case when cash_list.pay_point_id is null then concat(cash_list.provider_id, ' area ', cash_list.area_id)
        else concat(cash_list.provider_id, ' point ', cash_list.pay_point_id) end as place,
      count(distinct hand_out.payee_id)::int as people
    from payments.hand_out join payments.cash_list on cash_list.id = hand_out.list_id
    where cash_list.month = ${month} and hand_out.reason = 'said_dead' and ${withinArea(ctx, 'hand_out.area_id')}
    group by 1`.execute(ctx.db())
  return new Map(rows.map(({ place, people }) => [place, people]))
}

/** What clerks last said of why somebody did not get it, for the answer that closes a place. */
export async function listLastReasons(ctx: Ctx, payeeIds: readonly string[], month: Month) {
  const { rows } = await sql<{ payeeId: string; reason: string }>`
    select distinct on (hand_out.payee_id) hand_out.payee_id, hand_out.reason
    from payments.hand_out join payments.cash_list on cash_list.id = hand_out.list_id
    where cash_list.month = ${month} and hand_out.payee_id = any(${[...payeeIds]}::uuid[]) and hand_out.reason is not null
    order by hand_out.payee_id, hand_out.happened_at desc`.execute(ctx.db())
  return new Map(rows.map(({ payeeId, reason }) => [payeeId, reason]))
}
