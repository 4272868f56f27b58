import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { usualOrders } from '../domain/layout/built-in.ts'
import { AnswerLayout, OrderLayout } from '../domain/layout/layout.ts'

export type Layout = {
  readonly id: string
  readonly orders: OrderLayout
  readonly answers: AnswerLayout
  readonly madeName: string
  readonly madeAt: Instant
}

const columns = sql`id, orders, answers, made_name, made_at`

/** The layouts of a provider, the one that counts first. */
export async function listLayouts(ctx: Ctx, providerId: string, most = 20): Promise<Layout[]> {
  const { rows } = await sql<Layout>`select ${columns} from payments.layout where provider_id = ${providerId}
    order by made_at desc, id desc limit ${most}`.execute(ctx.db())
  return rows.map(parsed)
}

/** The layout a provider has now; undefined where it takes the usual one. */
export async function findLayout(ctx: Ctx, providerId: string): Promise<Layout | undefined> {
  const [newest] = await listLayouts(ctx, providerId, 1)
  return newest
}

/** The layout of orders that was fixed for an envelope, or the usual one. */
export async function findOrderLayout(ctx: Ctx, layoutId: string | null): Promise<OrderLayout> {
  if (layoutId === null) return usualOrders
  const { rows } = await sql<Layout>`select ${columns} from payments.layout where id = ${layoutId}`.execute(
    ctx.db(),
  )
  return parsed(rows[0]!).orders
}

export async function insertLayout(
  ctx: Ctx,
  layout: { requestId: string; providerId: string; orders: OrderLayout; answers: AnswerLayout },
): Promise<void> {
  await sql`
    insert into payments.layout (request_id, provider_id, orders, answers, made_by, made_name, made_at)
    values (${layout.requestId}, ${layout.providerId}, ${JSON.stringify(layout.orders)}::jsonb,
      ${JSON.stringify(layout.answers)}::jsonb, ${ctx.actor.userId}, ${ctx.actor.name}, ${ctx.now})
    on conflict (request_id) do nothing`.execute(ctx.db())
}

/** Kept as it was written; a layout of an older program that this one cannot read is a mistake to be seen. */
function parsed({ orders, answers, ...row }: Layout): Layout {
  return { ...row, orders: OrderLayout.parse(orders), answers: AnswerLayout.parse(answers) }
}
