import { sql, type Updateable } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { plannedOnce } from '#platform/server/planned-once'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { EnvelopeState } from '../domain/envelope-state.ts'
import type { EnvelopeRow, PaymentsTables } from './tables.ts'

const columns = [
  'id',
  'code',
  'state',
  'purpose',
  'month',
  'runId',
  'providerId',
  'areaId',
  'instructions',
  'amount',
  'carried',
  'fingerprint',
  'preparedBy',
  'preparedName',
  'preparedAt',
  'checkedBy',
  'checkedName',
  'checkedAt',
  'approvedBy',
  'approvedName',
  'approvedAt',
  'executeOn',
  'layoutId',
  'fileName',
  'fileSha256',
  'jobId',
  'attempts',
  'sendingAt',
  'sentBy',
  'sentName',
  'sentAt',
  'reconciledBy',
  'reconciledName',
  'reconciledAt',
] as const

export type Envelope = Awaited<ReturnType<typeof getEnvelopeRow>>

/** Row-level security adds to these the envelopes that pay a unit within the actor’s own. */
function paysActor(ctx: Ctx) {
  return sql<boolean>`(${withinArea(ctx, 'payments.envelope.areaId')} or exists (
    select from payments.envelope_area as part where part.envelope_id = payments.envelope.id
      and ${withinArea(ctx, 'part.areaId')}))`
}

export function listEnvelopeRows(
  ctx: Ctx,
  {
    month,
    state,
    runId,
  }: { month?: Month | undefined; state?: EnvelopeState | undefined; runId?: string | undefined },
) {
  let query = ctx
    .db<PaymentsTables>()
    .selectFrom('payments.envelope')
    .select(columns)
    .where(paysActor(ctx))
    .orderBy('month', 'desc')
    .orderBy('code', 'desc')
  if (month) query = query.where('month', '=', month)
  if (state) query = query.where('state', '=', state)
  if (runId) query = query.where('runId', '=', runId)
  return query.limit(500).execute()
}

export function getEnvelopeRow(ctx: Ctx, id: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.envelope')
    .select(columns)
    .where('id', '=', id)
    .where(paysActor(ctx))
    .modifyEnd(plannedOnce)
    .executeTakeFirstOrThrow(() => problems('envelope_not_found', { id }))
}

/** Locks the envelope for the rest of the transaction; only whoever answers for its whole area may change it. */
export function getEnvelopeForUpdate(ctx: Ctx, id: string): Promise<Envelope> {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.envelope')
    .select(columns)
    .where('id', '=', id)
    .where(withinArea(ctx, 'payments.envelope.areaId'))
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('envelope_not_found', { id }))
}

/** The living envelopes of a run, whoever may see them: its state depends on all of them. */
export function listEnvelopesOfRun(ctx: Ctx, runId: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.envelope')
    .select(['id', 'state', 'providerId', 'requestId', 'code'])
    .where('runId', '=', runId)
    .where('state', '<>', 'cancelled')
    .orderBy('code')
    .execute()
}

/** Envelopes under way to a provider of whose orders an answer of it tells. */
export async function listSendingSpokenOf(
  ctx: Ctx,
  { responseId, providerId }: { responseId: string; providerId: string },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select envelope.id from payments.envelope
    where envelope.provider_id = ${providerId} and envelope.state = 'sending' and exists (
      select from payments.response_line as line
      join payments.instruction on instruction.end_to_end_id = line.end_to_end_id
      where line.response_id = ${responseId} and instruction.envelope_id = envelope.id)
    order by envelope.id`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

/** An envelope an answer tells of that the actor prepared or sent. */
export async function findOwnEnvelopeToldOf(ctx: Ctx, responseId: string): Promise<string | undefined> {
  const me = ctx.actor.userId
  const { rows } = await sql<{ code: string }>`
    select envelope.code from payments.response_line as line
    join payments.instruction on instruction.id = line.instruction_id
    join payments.envelope on envelope.id = instruction.envelope_id
    where line.response_id = ${responseId} and (envelope.prepared_by = ${me} or envelope.sent_by = ${me})
    limit 1`.execute(ctx.db())
  return rows[0]?.code
}

/** The latest envelopes of a provider, for whoever tries a layout on one. */
export function listEnvelopesOfProvider(ctx: Ctx, providerId: string) {
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.envelope')
    .select(['id', 'code', 'month'])
    .where('providerId', '=', providerId)
    .where('state', '<>', 'cancelled')
    .where(withinArea(ctx, 'payments.envelope.areaId'))
    .orderBy('code', 'desc')
    .limit(12)
    .execute()
}

export async function insertEnvelope(
  ctx: Ctx,
  values: Pick<
    EnvelopeRow,
    | 'purpose'
    | 'month'
    | 'runId'
    | 'providerId'
    | 'areaId'
    | 'requestId'
    | 'instructions'
    | 'amount'
    | 'carried'
  >,
): Promise<Pick<Envelope, 'id' | 'code'>> {
  return ctx
    .db<PaymentsTables>()
    .insertInto('payments.envelope')
    .values({
      ...values,
      state: 'draft',
      fingerprint: '',
      preparedBy: ctx.actor.userId,
      preparedName: ctx.actor.name,
      preparedAt: ctx.now,
    })
    .returning(['id', 'code'])
    .executeTakeFirstOrThrow()
}

export async function updateEnvelope(ctx: Ctx, id: string, what: Updateable<EnvelopeRow>) {
  await ctx.db<PaymentsTables>().updateTable('payments.envelope').set(what).where('id', '=', id).execute()
}

/** Counts the units of an envelope, freezes its fingerprint, and refuses where its totals are not those it was opened with. */
export async function sealEnvelope(ctx: Ctx, id: string) {
  await sql`insert into payments.envelope_area (envelope_id, area_id, instructions, amount)
    select envelope_id, area_id, count(*), sum(amount) from payments.instruction
    where envelope_id = ${id} group by envelope_id, area_id`.execute(ctx.db())
  await updateEnvelope(ctx, id, { fingerprint: await fingerprintOf(ctx, id) })
  const { rows } = await sql<{ differs: boolean }>`
    select (envelope.instructions, envelope.amount) is distinct from (counted.instructions, counted.amount)
      or counted.amount is distinct from counted.items as differs
    from payments.envelope, lateral (
      select count(*)::int as instructions, sum(instruction.amount)::bigint as amount,
        (select sum(item.amount)::bigint from payments.item join payments.instruction as of_it on of_it.id = item.instruction_id
          where of_it.envelope_id = ${id}) as items
      from payments.instruction where envelope_id = ${id}) as counted
    where envelope.id = ${id}`.execute(ctx.db())
  if (rows[0]?.differs !== false) throw problems('totals_differ', { envelopeId: id })
}

/** sha256 over the instructions as they are to be sent, unit by unit. */
export async function fingerprintOf(ctx: Ctx, id: string): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(part, ' ' order by area_id), ''), 'utf8')), 'hex') as fingerprint
    from (
      select area_id, encode(sha256(convert_to(string_agg(concat_ws('|', end_to_end_id, payee_id, payee_name, amount,
        channel, bank, account, pay_point_id, holder, receiver), E'\n' order by number), 'utf8')), 'hex') as part
      from payments.instruction where envelope_id = ${id} group by area_id) as parts`.execute(ctx.db())
  return rows[0]!.fingerprint
}
