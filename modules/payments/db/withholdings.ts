import { sql } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { plannedOnce } from '#platform/server/planned-once'
import { programmeOf } from '../domain/programme.ts'
import { openEntry } from './ledger.ts'

export type OwedLine = {
  readonly personId: string
  readonly payeeId: string
  readonly wayOf: string | null
  readonly component: string
  readonly benefitMonth: Month
  readonly amount: Dong
}

/** What of a run is gathered to be ordered, and owed to people from whom something is to come back out of later months. */
export async function listLinesOfDebtors(ctx: Ctx, { runId, month }: { runId: string; month: Month }) {
  const { rows } = await sql<OwedLine>`
    select person_id, payee_id, way_of, component, benefit_month, amount from payroll.public_due
    where run_id = ${runId} and month = ${month} and person_id in (
      select person_id from payments.recovery where state = 'planned' and plan = 'offset' and held_because is null)
      and exists (select from payee_due where payee_due.payee_id = public_due.payee_id
        and payee_due.way_of is not distinct from public_due.way_of)
    order by person_id, amount desc, component, benefit_month`.execute(ctx.db())
  return Map.groupBy(rows, ({ personId }) => personId)
}

export type OpenClaim = {
  readonly recoveryId: string
  readonly personId: string
  readonly open: Dong
  readonly instalment: Dong | null
}

/** What these people still owe and no envelope withholds yet, oldest first; locked for the rest of the transaction. */
export async function lockClaims(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, OpenClaim[]>> {
  await sql`select from payments.recovery where person_id = any(${[...personIds]}::uuid[]) order by id for update`.execute(
    ctx.db(),
  )
  const { rows } = await sql<OpenClaim>`
    select id as recovery_id, person_id, instalment,
      ((select coalesce(sum(amount), 0) from payments.posting
        where posting.recovery_id = recovery.id and account = 'receivable')
      - (select coalesce(sum(withholding.amount), 0) from payments.withholding
        join payments.instruction on instruction.id = withholding.instruction_id and instruction.state = 'ready'
        join payments.envelope on envelope.id = instruction.envelope_id and envelope.state in ('draft', 'checked')
        where withholding.recovery_id = recovery.id))::bigint as open
    from payments.recovery
    where person_id = any(${[...personIds]}::uuid[]) and state = 'planned' and plan = 'offset' and held_because is null
    order by opened_at, id`.execute(ctx.db())
  return Map.groupBy(
    rows.filter(({ open }) => open > 0),
    ({ personId }) => personId,
  )
}

export type NewWithholding = OwedLine & { readonly recoveryId: string; readonly withheld: Dong }

/** Keeps what is withheld beside what is due, for the envelopes that are made next in this transaction. */
export async function gatherWithheld(ctx: Ctx, rows: readonly NewWithholding[]) {
  await sql`create temporary table due_withheld on commit drop as
    select "payeeId" as payee_id, "wayOf" as way_of, "personId" as person_id, component, "benefitMonth" as benefit_month,
      "recoveryId" as recovery_id, withheld as amount
    from json_to_recordset(${JSON.stringify(rows)}::json) as row ("payeeId" uuid, "wayOf" text, "personId" uuid, component text,
      "benefitMonth" text, "recoveryId" uuid, withheld bigint)`.execute(ctx.db())
  await sql`update payee_due set amount = payee_due.amount - own.amount
    from (select payee_id, way_of, sum(amount)::bigint as amount from due_withheld group by payee_id, way_of) as own
    where own.payee_id = payee_due.payee_id and own.way_of is not distinct from payee_due.way_of`.execute(
    ctx.db(),
  )
}

export async function insertWithholdings(ctx: Ctx, envelopeId: string) {
  await sql`
    insert into payments.withholding (instruction_id, person_id, component, benefit_month, recovery_id, amount, programme, area_id)
    select instruction.id, due_withheld.person_id, due_withheld.component, due_withheld.benefit_month,
      due_withheld.recovery_id, due_withheld.amount, (${JSON.stringify(programmeOf)}::jsonb) ->> due_withheld.component, item.area_id
    from due_withheld
    join payments.instruction on instruction.envelope_id = ${envelopeId} and instruction.payee_id = due_withheld.payee_id
    join payments.item on item.instruction_id = instruction.id and item.person_id = due_withheld.person_id
      and item.component = due_withheld.component and item.benefit_month = due_withheld.benefit_month`.execute(
    ctx.db(),
  )
}

/** What an envelope withholds of what is still due. */
const withheldBy = (envelopeId: string) => sql`payments.withholding
  join payments.instruction on instruction.id = withholding.instruction_id
  where instruction.envelope_id = ${envelopeId} and instruction.state <> 'withdrawn'
    and not exists (select from payments.recall where recall.instruction_id = withholding.instruction_id
      and recall.person_id = withholding.person_id and withholding.benefit_month >= recall.from_month)`

/** The recoveries an envelope withholds for, with what is open of each on the books; locked. */
export async function lockWithheldFor(ctx: Ctx, envelopeId: string) {
  const { rows } = await sql<{ recoveryId: string; amount: Dong }>`
    select withholding.recovery_id, sum(withholding.amount)::bigint as amount from ${withheldBy(envelopeId)}
    group by withholding.recovery_id order by withholding.recovery_id`.execute(ctx.db())
  return rows
}

export async function sumWithheld(ctx: Ctx, envelopeId: string): Promise<Dong> {
  const { rows } = await sql<{ amount: Dong }>`
    select coalesce(sum(withholding.amount), 0)::bigint as amount from ${withheldBy(envelopeId)} ${plannedOnce}`.execute(
    ctx.db(),
  )
  return rows[0]!.amount
}

const about = sql`withholding.area_id, instruction.provider_id, withholding.programme, instruction.envelope_id,
  instruction.id, withholding.person_id, instruction.month`

/** Recognises what is withheld as due like the rest, and at once sets it off («bù trừ») in an entry of its own. */
export async function bookWithheld(
  ctx: Ctx,
  approvalId: number,
  { envelopeId, cause }: { envelopeId: string; cause: string },
) {
  const post = (entryId: number, account: string, sign: 1 | -1) =>
    sql`
    insert into payments.posting (entry_id, account, amount, area_id, provider_id, programme, envelope_id, instruction_id,
      person_id, month, recovery_id)
    select ${entryId}, ${account}, ${sql.raw(String(sign))} * withholding.amount, ${about},
      case when ${account} = 'receivable' then withholding.recovery_id end
    from ${withheldBy(envelopeId)}`.execute(ctx.db())
  await post(approvalId, 'payable', -1)
  await post(approvalId, 'expense', 1)
  const entryId = await openEntry(ctx, { kind: 'recovery_offset', cause })
  if (entryId === undefined) throw new Error(`What ${cause} withholds was booked before`)
  await post(entryId, 'payable', 1)
  await post(entryId, 'receivable', -1)
}

/** A recovery is settled when nothing of it is open, and planned again when what was set off turns out not to be due. */
export async function followOpenSums(ctx: Ctx, recoveryIds: readonly string[]) {
  await sql`
    update payments.recovery set state = case when own.open = 0 then 'settled' else 'planned' end
    from (select recovery_id, sum(amount) as open from payments.posting
      where recovery_id = any(${[...recoveryIds]}::uuid[]) and account = 'receivable' group by recovery_id) as own
    where recovery.id = own.recovery_id and recovery.state in ('planned', 'settled')`.execute(ctx.db())
}

/** What is still open of some recoveries. */
export async function listOpenSums(
  ctx: Ctx,
  recoveryIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ recoveryId: string; open: number }>`
    select recovery_id, sum(amount)::bigint as open from payments.posting
    where recovery_id = any(${[...recoveryIds]}::uuid[]) and account = 'receivable' group by recovery_id`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ recoveryId, open }) => [recoveryId, open]))
}

export async function listRecoveriesOfEnvelope(ctx: Ctx, envelopeId: string): Promise<string[]> {
  const { rows } = await sql<{ recoveryId: string }>`
    select distinct withholding.recovery_id from payments.withholding
    join payments.instruction on instruction.id = withholding.instruction_id
    where instruction.envelope_id = ${envelopeId}`.execute(ctx.db())
  return rows.map(({ recoveryId }) => recoveryId)
}
