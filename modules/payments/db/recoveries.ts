import { sql, type Updateable } from 'kysely'
import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
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

/** Proposes to recover months of a person; those somebody has asked back already are left out. */
export async function proposeRecovery(
  ctx: Ctx,
  about: { personId: string; personName: string; cause: RecoveryCause; areaId: number },
  months: readonly Overpaid[],
): Promise<string | undefined> {
  const known = await ctx
    .db<PaymentsTables>()
    .selectFrom('payments.recoveryMonth')
    .select(['component', 'benefitMonth'])
    .where('personId', '=', about.personId)
    .execute()
  const taken = new Set(known.map(({ component, benefitMonth }) => `${component} ${benefitMonth}`))
  const fresh = months.filter(({ component, benefitMonth }) => !taken.has(`${component} ${benefitMonth}`))
  if (fresh.length === 0) return undefined
  const { id } = await ctx
    .db<PaymentsTables>()
    .insertInto('payments.recovery')
    .values({ ...about, state: 'proposed', openedAt: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx
    .db<PaymentsTables>()
    .insertInto('payments.recoveryMonth')
    .values(fresh.map((month) => ({ ...month, recoveryId: id, personId: about.personId })))
    .execute()
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

export async function getRecoveryForUpdate(ctx: Ctx, id: string): Promise<Recovery> {
  const { rows } = await sql<Recovery>`
    select ${wholeRecovery} from payments.recovery
    where recovery.id = ${id} and ${withinArea(ctx, 'recovery.area_id')} for update of recovery`.execute(
    ctx.db(),
  )
  if (!rows[0]) throw problems('recovery_not_found', { id })
  return rows[0]
}

export function listRecoveryMonths(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([])
  return ctx
    .db<PaymentsTables>()
    .selectFrom('payments.recoveryMonth')
    .select(['recoveryId', 'component', 'benefitMonth', 'amount', 'programme'])
    .where('recoveryId', 'in', ids)
    .orderBy('benefitMonth')
    .orderBy('component')
    .execute()
}

export async function updateRecovery(ctx: Ctx, id: string, what: Updateable<RecoveryRow>) {
  await ctx.db<PaymentsTables>().updateTable('payments.recovery').set(what).where('id', '=', id).execute()
}

/** The recovery that asks back a month of a person, if there is one. */
export async function findRecoveryOf(
  ctx: Ctx,
  { personId, component, benefitMonth }: { personId: string; component: string; benefitMonth: Month },
): Promise<string | undefined> {
  const row = await ctx
    .db<PaymentsTables>()
    .selectFrom('payments.recoveryMonth')
    .select('recoveryId')
    .where('personId', '=', personId)
    .where('component', '=', component)
    .where('benefitMonth', '=', benefitMonth)
    .executeTakeFirst()
  return row?.recoveryId
}
