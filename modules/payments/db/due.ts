import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import type { PaymentChannel } from '../domain/provider.ts'
import { programmeOf } from '../domain/programme.ts'
import { keyWithin } from './instructions.ts'

/**
 * Sums up what a run owes each payee into a table of this transaction: every step after reads the same. An award with a way of its
 * own is summed up for itself.
 */
export async function gatherDue(ctx: Ctx, { runId, month }: { runId: string; month: Month }) {
  await sql`create temporary table payee_due on commit drop as
    select payee_id, way_of, min(payee_name) as payee_name, sum(amount)::bigint as amount, count(*)::int as lines,
      (array_agg(area_id order by amount desc, area_id))[1] as area_id,
      (array_agg(pay_point_id order by amount desc, area_id))[1] as pay_point_id,
      case min(method) when 'account' then case when bool_or(is_wallet) then 'wallet' else 'account' end else
        case (array_agg(pay_point_kind order by amount desc, area_id))[1] when 'home' then 'cash_home' else 'cash_point' end
      end as channel,
      min(bank) as bank, min(account) as account, min(holder) as holder, min(receiver::text)::jsonb as receiver,
      null::text as bic, null::uuid as provider_id, null::uuid as envelope_id
    from payroll.public_due where run_id = ${runId} and month = ${month}
    group by payee_id, way_of`.execute(ctx.db())
}

export type Ordered = { readonly payees: number; readonly lines: number; readonly amount: Dong }

/** Takes out whom a living envelope of the run pays already; gives what those are for, with what is withheld of them. */
export async function dropOrdered(ctx: Ctx, runId: string): Promise<Ordered> {
  const ofRun = sql`payments.instruction join payments.envelope on envelope.id = instruction.envelope_id
    and envelope.run_id = ${runId} and envelope.purpose = 'run' and envelope.state <> 'cancelled'`
  const { numAffectedRows } = await sql`
    delete from payee_due using ${ofRun} where instruction.payee_id = payee_due.payee_id
      and instruction.way_of is not distinct from payee_due.way_of`.execute(ctx.db())
  const { rows } = await sql<{ lines: number; amount: Dong }>`
    select count(*)::int as lines, (coalesce(sum(item.amount), 0) + (
      select coalesce(sum(withholding.amount), 0) from ${ofRun}
      join payments.withholding on withholding.instruction_id = instruction.id))::bigint as amount
    from ${ofRun} join payments.item on item.instruction_id = instruction.id`.execute(ctx.db())
  return { payees: Number(numAffectedRows ?? 0), ...rows[0]! } // Sums are always there.
}

export async function forgetDue(ctx: Ctx) {
  await sql`drop table payee_due, due_withheld`.execute(ctx.db())
}

/** In which units payees are paid over which channel, and how many there are. */
export async function listDueBy(ctx: Ctx) {
  const { rows } = await sql<{ channel: PaymentChannel; areaId: number; payees: number; amount: Dong }>`
    select channel, area_id, count(*)::int as payees, sum(amount)::bigint as amount
    from payee_due group by channel, area_id order by channel, area_id`.execute(ctx.db())
  return rows
}

export async function listDueBanks(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{
    bank: string
  }>`select distinct bank from payee_due where channel = 'account' order by bank`.execute(ctx.db())
  return rows.map(({ bank }) => bank)
}

/** Writes down which provider each payee is paid by, and what their bank is called abroad. */
export async function assignProviders(
  ctx: Ctx,
  serving: readonly { channel: PaymentChannel; areaId: number; providerId: string }[],
  banks: readonly { bank: string; bic: string | null }[],
) {
  const abroad = JSON.stringify(Object.fromEntries(banks.map(({ bank, bic }) => [bank, bic])))
  // In one go: every row is written anew, and there may be a million.
  await sql`update payee_due set provider_id = serving."providerId", bic = ${abroad}::jsonb ->> payee_due.bank
    from json_to_recordset(${JSON.stringify(serving)}::json)
      as serving (channel text, "areaId" integer, "providerId" uuid)
    where serving.channel = payee_due.channel and serving."areaId" = payee_due.area_id`.execute(ctx.db())
}

/** What each provider is to pay: the totals its envelope is opened with, counted before there are instructions. */
export async function listDueByProvider(ctx: Ctx) {
  const { rows } = await sql<{ providerId: string; instructions: number; lines: number; amount: Dong }>`
    select provider_id, count(*)::int as instructions, sum(lines)::int as lines, sum(amount)::bigint as amount
    from payee_due group by provider_id order by provider_id`.execute(ctx.db())
  return rows
}

/** Makes the instructions of a provider’s envelope, unit by unit in the order of the alphabet, and what each is for. */
export async function insertInstructions(
  ctx: Ctx,
  envelope: { id: string; code: string; providerId: string; runId: string; month: Month },
) {
  const { id, code, providerId, runId, month } = envelope
  await sql`
    insert into payments.instruction (envelope_id, provider_id, number, end_to_end_id, run_id, month, payee_id,
      payee_name, area_id, amount, channel, bank, bic, account, pay_point_id, state, holder, receiver, way_of)
    select ${id}, provider_id, number, ${keyWithin(code)}, ${runId}, ${month}, payee_id,
      payee_name, area_id, amount, channel, bank, bic, account, pay_point_id, 'ready', holder, receiver, way_of
    from (select *, row_number() over (order by area_id, pay_point_id nulls last, payee_id, way_of nulls first) as number
      from payee_due where provider_id = ${providerId}) as numbered`.execute(ctx.db())
  await sql`
    insert into payments.item (instruction_id, person_id, component, benefit_month, programme, amount, area_id)
    select instruction.id, due.person_id, due.component, due.benefit_month,
      (${JSON.stringify(programmeOf)}::jsonb) ->> due.component, due.amount - coalesce(withheld.amount, 0), due.area_id
    from payroll.public_due as due
    left join (select payee_id, person_id, component, benefit_month, sum(amount)::bigint as amount from due_withheld
      group by payee_id, person_id, component, benefit_month) as withheld
      on withheld.payee_id = due.payee_id and withheld.person_id = due.person_id and withheld.component = due.component
        and withheld.benefit_month = due.benefit_month
    join payments.instruction on instruction.envelope_id = ${id} and instruction.payee_id = due.payee_id
      and instruction.way_of is not distinct from due.way_of
    where due.run_id = ${runId} and due.month = ${month}`.execute(ctx.db())
}
