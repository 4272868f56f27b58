import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { handVerdicts, openVerdicts, type Verdict } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import type { ResponseLine } from '../domain/response.ts'
import { lockProviderServing } from './providers.ts'
import type { PaymentsTables } from './tables.ts'

/** What a provider said, with the file it stands in and what became of it. */
export type OpenLine = ResponseLine & {
  readonly responseId: string
  readonly number: number
  readonly areaId: number
  readonly providerId: string
  readonly providerName: string
  readonly fileName: string
  readonly receivedAt: Instant
  readonly receivedBy: string
  readonly verdict: Verdict
  readonly instructionId: string | null
  readonly settledName: string | null
  readonly settledAt: Instant | null
  readonly settledNote: string | null
}

/** Verdicts written into a query as they are, so that the planner sees which index they are of. */
export const words = (verdicts: readonly Verdict[]) => sql.join(verdicts.map((verdict) => sql.lit(verdict)))

/** A line of an answer tells of the order and waits for a person: the money may have left after all. */
export const isDisputed = sql<boolean>`exists (select from payments.response_line as line
  where line.instruction_id = instruction.id and line.verdict in (${words(openVerdicts)}))`

const lineColumns = sql`line.response_id, line.number, line.area_id, response.provider_id, provider.name as provider_name,
  response.name as file_name,
  response.received_at, response.received_by, line.end_to_end_id, line.provider_ref, line.outcome, line.amount, line.currency, line.reason,
  line.account, line.name, line.booked_on, line.verdict, line.instruction_id, line.settled_name, line.settled_at, line.settled_note`

/**
 * Lines with the file they stand in and who sent it. Files are for whoever answers for their provider: a unit that is paid through a
 * provider of the whole province neither lists nor counts lines of it, not even those that tell of its own orders.
 */
const linesSeen = (
  ctx: Ctx,
) => sql`payments.response_line as line join payments.response on response.id = line.response_id
  join payments.provider on provider.id = response.provider_id
  where ${withinArea(ctx, 'response.area_id')} and ${withinArea(ctx, 'line.area_id')}`

/** What no rule could place («việc khớp tay»), oldest first; or what a person said of such lines, newest first. */
export async function listOpenLines(
  ctx: Ctx,
  { page, size, isSettled }: { page: number; size: number; isSettled: boolean },
) {
  const wanted = sql`${linesSeen(ctx)} and line.verdict in (${words(isSettled ? handVerdicts : openVerdicts)})`
  const order = isSettled
    ? sql`line.settled_at desc, line.response_id, line.number`
    : sql`response.received_at, line.response_id, line.number`
  const { rows } = await sql<OpenLine>`
    select ${lineColumns} from ${wanted} order by ${order} limit ${size} offset ${(page - 1) * size}`.execute(
    ctx.db(),
  )
  const totals = await sql<{ total: number }>`
    select count(*)::int as total from ${wanted}`.execute(ctx.db())
  return { rows, total: totals.rows[0]!.total }
}

export async function getLine(
  ctx: Ctx,
  responseId: string,
  number: number,
  { forUpdate = false } = {},
): Promise<OpenLine> {
  const { rows } = await sql<OpenLine>`
    select ${lineColumns} from ${linesSeen(ctx)} and line.response_id = ${responseId} and line.number = ${number}
    ${forUpdate ? sql`for update of line` : sql``}`.execute(ctx.db())
  if (!rows[0]) throw problems('line_not_found', { responseId, number })
  return rows[0]
}

/**
 * Locks a line for the rest of the transaction, and its provider before it: an answer that is being read just now may tell the same, or
 * judge this line anew.
 */
export async function getLineForUpdate(ctx: Ctx, responseId: string, number: number): Promise<OpenLine> {
  const { providerId } = await getLine(ctx, responseId, number)
  await lockProviderServing(ctx, providerId)
  return getLine(ctx, responseId, number, { forUpdate: true })
}

export async function settleLine(
  ctx: Ctx,
  { responseId, number }: Pick<OpenLine, 'responseId' | 'number'>,
  {
    verdict,
    instructionId,
    note,
  }: { verdict: 'matched_by_hand' | 'set_aside'; instructionId: string | null; note: string | null },
) {
  await ctx
    .db<PaymentsTables>()
    .updateTable('payments.responseLine')
    .set({
      verdict,
      ...(instructionId !== null && { instructionId }),
      settledBy: ctx.actor.userId,
      settledName: ctx.actor.name,
      settledAt: ctx.now,
      settledNote: note,
    })
    .where('responseId', '=', responseId)
    .where('number', '=', number)
    .execute()
}

/**
 * How many lines of a provider’s answers still wait for a person: of all its files for whoever answers for it, and for a unit that is
 * paid through it those that tell of its own orders, though others see to them.
 */
export async function countOpenLines(ctx: Ctx, providerId: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from payments.response_line as line
    left join payments.response on response.id = line.response_id
    left join payments.instruction on instruction.id = line.instruction_id
    where ${providerId} in (response.provider_id, instruction.provider_id) and line.verdict in (${words(openVerdicts)})`.execute(
    ctx.db(),
  )
  return rows[0]!.open
}
