import { sql, type RawBuilder } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { InstructionState, judge, type Outcome } from '../domain/instruction-state.ts'
import { bookOutcome } from './bookings.ts'
import { openEntry } from './ledger.ts'

/** In this order a file is taken: money goes out before it comes back, however the lines stand. */
export const outcomesInOrder = ['paid', 'rejected', 'recalled', 'unclaimed', 'returned'] as const
export type Ending = (typeof outcomesInOrder)[number]

export type Nameless = {
  readonly number: number
  readonly outcome: Outcome
  readonly amount: Dong | null
  readonly account: string | null
  readonly name: string | null
}

/** Lines that name no order of ours but an account, whose instruction may be found by what they say; some thousand at a time. */
export async function* streamNameless(
  ctx: Ctx,
  responseId: string,
  size = 20_000,
): AsyncGenerator<Nameless[]> {
  for (let after = -1; ;) {
    const { rows } = await sql<Nameless>`
      select number, outcome, amount, account, name from payments.response_line
      where response_id = ${responseId} and end_to_end_id is null and instruction_id is null and verdict = 'unknown'
        and amount is not null and account is not null and name is not null and number > ${after}
      order by number limit ${size}`.execute(ctx.db())
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.number
  }
}

export type Candidate = {
  readonly id: string
  readonly areaId: number
  readonly amount: Dong
  readonly account: string
  readonly payeeName: string
  readonly state: InstructionState
}

/** Orders to these accounts that a line without a reference may be about. */
export async function listCandidates(
  ctx: Ctx,
  providerId: string,
  accounts: readonly string[],
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select id, area_id, amount, account, coalesce(holder, payee_name) as payee_name, state from payments.instruction
    where provider_id = ${providerId} and account = any(${[...accounts]}::text[]) and state in ('sent', 'paid')`.execute(
    ctx.db(),
  )
  return rows
}

export async function placeLines(
  ctx: Ctx,
  responseId: string,
  found: readonly {
    number: number
    instructionId: string | null
    areaId: number | null
    isAmbiguous: boolean
  }[],
) {
  if (found.length === 0) return
  await sql`
    update payments.response_line as line set
      instruction_id = coalesce(found."instructionId", line.instruction_id),
      area_id = coalesce(found."areaId", line.area_id),
      verdict = case when found."isAmbiguous" then 'ambiguous' else line.verdict end
    from json_to_recordset(${JSON.stringify(found)}::json)
      as found (number int, "instructionId" uuid, "areaId" int, "isAmbiguous" boolean)
    where line.response_id = ${responseId} and line.number = found.number`.execute(ctx.db())
}

/** What each state makes of an outcome, as SQL: domain/instruction-state.ts says it once. */
function verdictOf(outcome: Ending) {
  const cases = InstructionState.options.map((state) => {
    const judged = judge(state, outcome)
    return sql`when ${state} then ${judged === 'step' ? 'matched' : judged}`
  })
  return sql`case instruction.state ${sql.join(cases, sql` `)} end`
}

/** An earlier statement, or an earlier line of this one, told of a debit for the same order under another reference. */
const isPaidUnderAnotherReference = sql`exists (
    select from payments.response_line as other join payments.response on response.id = other.response_id
    where other.instruction_id = line.instruction_id and other.outcome = 'paid'
      and (response.kind like 'camt%' or response.kind = 'phone')
      and other.provider_ref <> line.provider_ref and other.verdict in ('matched', 'repeated', 'matched_by_hand', 'noted'))
  or exists (
    select from payments.response_line as other
    where other.response_id = line.response_id and other.instruction_id = line.instruction_id
      and other.outcome = 'paid' and other.number < line.number and other.provider_ref <> line.provider_ref)`

/** The same movement told once more, by another statement under the same reference, is nothing new. */
export async function takeKnownMovements(ctx: Ctx, responseId: string) {
  const own = sql`payments.response_line as line
    join payments.instruction on instruction.id = line.instruction_id and instruction.state <> 'sent'
    where line.response_id = ${responseId} and line.verdict = 'unknown' and line.provider_ref is not null`
  await sql`update payments.response_line as told set verdict = 'repeated'
    from (select line.number from ${own} and line.outcome in ('paid', 'returned') and exists (
      select from payments.response_line as other
      where other.instruction_id = line.instruction_id and other.response_id <> line.response_id
        and other.outcome = line.outcome and other.provider_ref = line.provider_ref and other.amount = line.amount
        and other.verdict in ('matched', 'repeated', 'noted', 'contradicts', 'matched_by_hand', 'set_aside'))) as known
    where told.response_id = ${responseId} and told.number = known.number`.execute(ctx.db())
}

/**
 * Money that comes back where it had gone out twice: the second debit and its return are a pair, and undo no payment. Where a person
 * has set such a debit aside, a person looks at the return too.
 */
export async function pairReturns(ctx: Ctx, responseId: string) {
  await sql`
    with back as (
      select line.response_id, line.number, line.instruction_id, line.amount,
        row_number() over (partition by line.instruction_id, line.amount order by line.number) as nth
      from payments.response_line as line
      where line.response_id = ${responseId} and line.outcome = 'returned' and line.verdict = 'unknown'
        and line.instruction_id is not null
    ), twice as (
      select line.response_id, line.number, line.instruction_id, line.amount,
        row_number() over (partition by line.instruction_id, line.amount order by line.response_id, line.number) as nth
      from payments.response_line as line
      where line.outcome = 'paid' and line.verdict = 'contradicts'
        and line.instruction_id in (select instruction_id from back)
    ), pair as (
      select back.response_id as one, back.number as one_number, twice.response_id as other, twice.number as other_number
      from back join twice using (instruction_id, amount, nth)
    )
    update payments.response_line as line set verdict = 'noted'
    from (select one as response_id, one_number as number from pair
      union all select other, other_number from pair) as own
    where line.response_id = own.response_id and line.number = own.number`.execute(ctx.db())
  await sql`
    update payments.response_line as line set verdict = 'contradicts'
    where line.response_id = ${responseId} and line.outcome = 'returned' and line.verdict = 'unknown' and exists (
      select from payments.response_line as aside
      where aside.instruction_id = line.instruction_id and aside.outcome = 'paid' and aside.verdict = 'set_aside'
        and aside.amount = line.amount)`.execute(ctx.db())
}

/** Takes the lines of one outcome: judges them, books what they move, and moves the instructions. */
export async function takeOutcome(
  ctx: Ctx,
  { responseId, outcome, isStatement }: { responseId: string; outcome: Ending; isStatement: boolean },
  follow: Follow,
): Promise<number> {
  // Of several lines that say the same the first counts; another debit under another reference is a second one.
  await sql`
    update payments.response_line as line set verdict = case
        when judged.amount is distinct from judged.ordered or coalesce(line.currency, 'VND') <> 'VND' then 'amount_differs'
        when ${outcome === 'paid' && isStatement} and judged.verdict_now = 'repeated' and line.provider_ref is not null
          and (${isPaidUnderAnotherReference}) then 'contradicts'
        else judged.verdict_now end
    from (
      select line.number, instruction.amount as ordered,
        coalesce(line.amount, case when ${!isStatement} then instruction.amount end) as amount,
        case when row_number() over (partition by line.instruction_id order by line.number) > 1
            then case when ${isStatement && outcome === 'returned'} and line.provider_ref is distinct from
              first_value(line.provider_ref) over (partition by line.instruction_id order by line.number)
              then 'contradicts' else 'repeated' end
          else ${verdictOf(outcome)} end as verdict_now
      from payments.response_line as line join payments.instruction on instruction.id = line.instruction_id
      where line.response_id = ${responseId} and line.outcome = ${outcome} and line.verdict = 'unknown'
    ) as judged
    where line.response_id = ${responseId} and line.number = judged.number`.execute(ctx.db())
  const matched = sql`select line.instruction_id from payments.response_line as line
    where line.response_id = ${responseId} and line.outcome = ${outcome} and line.verdict = 'matched'`
  return moveInstructions(ctx, { cause: `response ${responseId}`, outcome, matched }, follow)
}

export type Moved = {
  readonly cause: string
  readonly outcome: Ending
  readonly matched: RawBuilder<unknown>
}
/** What is to be done besides, when instructions have moved. */
export type Follow = (ctx: Ctx, moved: Moved) => Promise<void>

/** Books of banks are a few days before or behind ours; a day before an order was sent, or far ahead, is a slip of theirs. */
const daysOfGrace = 7

/** Books and moves instructions that a provider, or a person for it, has spoken about. */
export async function moveInstructions(
  ctx: Ctx,
  { cause, outcome, matched }: Moved,
  follow: Follow,
): Promise<number> {
  // Money whose going we never heard of has come back: nothing lies elsewhere than before.
  const booked =
    outcome === 'returned'
      ? sql`select id from payments.instruction where state = 'paid' and id in (${matched})`
      : matched
  if (outcome === 'paid' || outcome === 'returned') {
    const { rows } = await sql<{ any: boolean }>`select exists (${booked}) as any`.execute(ctx.db())
    if (rows[0]!.any) {
      const entryId = await openEntry(ctx, { kind: outcome, cause })
      if (entryId === undefined) throw new Error(`${outcome} by ${cause} was booked before`)
      await bookOutcome(ctx, entryId, { kind: outcome, instructions: booked })
    }
  }
  const { numAffectedRows } = await sql`
    update payments.instruction set state = ${outcome}, reason = said.reason,
      ended_on = case when said.booked_on between (envelope.sent_at at time zone 'Asia/Ho_Chi_Minh')::date - ${daysOfGrace}::int
        and ${ctx.today}::date + ${daysOfGrace}::int then said.booked_on else ${ctx.today}::date end
    from payments.envelope, (select line.instruction_id, min(line.booked_on) as booked_on, min(line.reason) as reason
      from payments.response_line as line
      where line.instruction_id in (${matched}) and line.outcome = ${outcome}
      group by line.instruction_id) as said
    where instruction.id = said.instruction_id and envelope.id = instruction.envelope_id`.execute(ctx.db())
  await follow(ctx, { cause, outcome, matched })
  return Number(numAffectedRows ?? 0)
}

/** The same for one instruction that a person has matched. */
export async function moveInstructionTo(
  ctx: Ctx,
  { cause, outcome, instructionId }: { cause: string; outcome: Ending; instructionId: string },
  follow: Follow,
) {
  await moveInstructions(ctx, { cause, outcome, matched: sql`select ${instructionId}::uuid` }, follow)
}
