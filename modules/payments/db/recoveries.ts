import { sql, type Updateable } from 'kysely'
import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { Programme } from '../domain/programme.ts'
import type { RecoveryCause, RecoveryState } from '../domain/recovery.ts'
import type { PaymentsTables, RecoveryRow } from './tables.ts'

export type Overpaid = {
  readonly component: string
  readonly benefitMonth: Month
  readonly amount: Dong
  readonly programme: Programme
}

/**
 * Proposes to recover what a person was paid above the right: of each month all that was paid too much for it, less what somebody has
 * asked back already. What is found while a proposal for the same reason waits joins it: one death is one claim and one letter.
 */
export async function proposeRecovery(
  ctx: Ctx,
  about: { personId: string; personName: string; cause: RecoveryCause; areaId: number },
  months: readonly Overpaid[],
): Promise<string | undefined> {
  const asked = await listAskedMonths(ctx, about.personId)
  const fresh = months.flatMap((month) => {
    const { amount = 0, found = 0 } = asked.get(keyOf(month)) ?? {}
    return month.amount > amount ? [{ ...month, amount: dong(month.amount - amount), nth: found + 1 }] : []
  })
  if (fresh.length === 0) return undefined
  const id = (await lockProposal(ctx, about)) ?? (await insertProposal(ctx, about))
  await ctx
    .db<PaymentsTables>()
    .insertInto('payments.recoveryMonth')
    .values(fresh.map((month) => ({ ...month, recoveryId: id, personId: about.personId })))
    .execute()
  return id
}

const keyOf = ({ component, benefitMonth }: Pick<Overpaid, 'component' | 'benefitMonth'>) =>
  `${component} ${benefitMonth}`

/** What was asked back of each month of a person, and how often something was found; what a bank gave back before anybody decided is not. */
async function listAskedMonths(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ component: string; benefitMonth: Month; amount: number; found: number }>`
    select month.component, month.benefit_month, max(month.nth)::int as found,
      coalesce(sum(month.amount) filter (where recovery.state <> 'settled' or recovery.decided_by is not null), 0)::bigint as amount
    from payments.recovery_month as month join payments.recovery on recovery.id = month.recovery_id
    where month.person_id = ${personId} group by month.component, month.benefit_month`.execute(ctx.db())
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** The proposal that waits for a reason, unless somebody has asked for a decision about just what is in it. */
async function lockProposal(
  ctx: Ctx,
  { personId, cause }: { personId: string; cause: RecoveryCause },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.recovery where person_id = ${personId} and cause = ${cause} and state = 'proposed'
      and not exists (select from payments.recovery_decision as asked
        where asked.recovery_id = recovery.id and asked.state = 'asked')
    order by opened_at desc limit 1 for update`.execute(ctx.db())
  return rows[0]?.id
}

async function insertProposal(
  ctx: Ctx,
  about: { personId: string; personName: string; cause: RecoveryCause; areaId: number },
): Promise<string> {
  const { id } = await ctx
    .db<PaymentsTables>()
    .insertInto('payments.recovery')
    .values({ ...about, state: 'proposed', openedAt: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Forgets what was proposed and nobody has decided, so that its months may be asked back by whoever finds them next. */
export async function withdrawProposals(ctx: Ctx, of: { personId: string; cause: RecoveryCause }) {
  await sql`
    with gone as (
      select id from payments.recovery
      where person_id = ${of.personId} and cause = ${of.cause} and state = 'proposed' for update
    ), months as (delete from payments.recovery_month using gone where recovery_id = gone.id)
    select from gone`.execute(ctx.db())
  await ctx
    .db<PaymentsTables>()
    .deleteFrom('payments.recovery')
    .where('personId', '=', of.personId)
    .where('cause', '=', of.cause)
    .where('state', '=', 'proposed')
    .execute()
}

/** What a decision asks back for a reason, and nobody holds. */
export async function listPlanned(
  ctx: Ctx,
  of: { personId: string; cause: RecoveryCause },
): Promise<string[]> {
  const rows = await ctx
    .db<PaymentsTables>()
    .selectFrom('payments.recovery')
    .select('id')
    .where('personId', '=', of.personId)
    .where('cause', '=', of.cause)
    .where('state', '=', 'planned')
    .where('heldBecause', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

export type Recovery = RecoveryRow & {
  readonly id: string
  readonly amount: Dong
  readonly open: Dong
  readonly isAsked: boolean
}

const wholeRecovery = sql`recovery.id, recovery.person_id, recovery.person_name, recovery.cause, recovery.area_id,
  recovery.state, recovery.plan, recovery.instalment, recovery.held_because, recovery.opened_at, recovery.decided_by, recovery.decided_name,
  recovery.decided_at, recovery.decision,
  exists (select from payments.recovery_decision as asked
    where asked.recovery_id = recovery.id and asked.state = 'asked') as is_asked,
  (select sum(amount)::bigint from payments.recovery_month where recovery_id = recovery.id) as amount,
  (select coalesce(sum(amount), 0)::bigint from payments.posting
    where posting.recovery_id = recovery.id and account = 'receivable') as open`

export async function listRecoveryRows(
  ctx: Ctx,
  { state, personId }: { state?: RecoveryState | undefined; personId?: string | undefined },
  { page, size }: { page: number; size: number },
) {
  const conditions = [withinArea(ctx, 'recovery.area_id')]
  if (state) conditions.push(sql`recovery.state = ${state}`)
  if (personId) conditions.push(sql`recovery.person_id = ${personId}`)
  const where = sql.join(conditions, sql` and `)
  const { rows } = await sql<Recovery>`
    select ${wholeRecovery} from payments.recovery where ${where}
    order by recovery.opened_at desc, recovery.id limit ${size} offset ${(page - 1) * size}`.execute(ctx.db())
  const totals = await sql<{
    total: number
  }>`select count(*)::int as total from payments.recovery where ${where}`.execute(ctx.db())
  return { rows, total: totals.rows[0]!.total }
}

export async function getRecoveryRow(ctx: Ctx, id: string): Promise<Recovery> {
  const { rows } = await sql<Recovery>`
    select ${wholeRecovery} from payments.recovery
    where recovery.id = ${id} and ${withinArea(ctx, 'recovery.area_id')}`.execute(ctx.db())
  if (!rows[0]) throw problems('recovery_not_found', { id })
  return rows[0]
}

/** Locked first and read then: what was written by whoever had it before is in the sum of what is open. */
export async function getRecoveryForUpdate(ctx: Ctx, id: string): Promise<Recovery> {
  await sql`select from payments.recovery
    where id = ${id} and ${withinArea(ctx, 'recovery.area_id')} for update`.execute(ctx.db())
  return getRecoveryRow(ctx, id)
}

export async function listRecoveryMonths(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<Overpaid & { readonly recoveryId: string }>`
    select recovery_id, component, benefit_month, programme, sum(amount)::bigint as amount from payments.recovery_month
    where recovery_id = any(${[...ids]}::uuid[]) group by recovery_id, component, benefit_month, programme
    order by benefit_month, component`.execute(ctx.db())
  return rows
}

export async function updateRecovery(ctx: Ctx, id: string, what: Updateable<RecoveryRow>) {
  await ctx.db<PaymentsTables>().updateTable('payments.recovery').set(what).where('id', '=', id).execute()
}

/** The recoveries that ask back a month of a person and are not over, oldest first. */
export async function listOpenRecoveriesOf(
  ctx: Ctx,
  { personId, component, benefitMonth }: { personId: string; component: string; benefitMonth: Month },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.recovery where state in ('proposed', 'planned') and id in (
      select recovery_id from payments.recovery_month
      where person_id = ${personId} and component = ${component} and benefit_month = ${benefitMonth})
    order by opened_at, id`.execute(ctx.db())
  return rows.map(({ id }) => id)
}

/**
 * A bank gave back some of what is only proposed: so much less of the month is to be asked back. Where nothing is left of the
 * proposal it keeps what it was about, and is over.
 */
export async function lessenProposal(
  ctx: Ctx,
  recovery: Recovery,
  { component, benefitMonth, amount }: Pick<Overpaid, 'component' | 'benefitMonth' | 'amount'>,
) {
  if (amount >= recovery.amount) return updateRecovery(ctx, recovery.id, { state: 'settled' })
  let left: number = amount
  const { rows } = await sql<{ nth: number; amount: number }>`
    select nth, amount from payments.recovery_month
    where recovery_id = ${recovery.id} and component = ${component} and benefit_month = ${benefitMonth}
    order by nth desc for update`.execute(ctx.db())
  for (const month of rows) {
    const less = Math.min(left, month.amount)
    left -= less
    await sql`${less === month.amount ? sql`delete from payments.recovery_month` : sql`update payments.recovery_month set amount = amount - ${less}`}
      where person_id = ${recovery.personId} and component = ${component} and benefit_month = ${benefitMonth}
        and nth = ${month.nth}`.execute(ctx.db())
  }
}
