import { civilDate, type CivilDate } from '#kernel/civil-date'
import { newId } from '#kernel/chance'
import type { ReformStep } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { Figures, Outcome } from '../domain/figures.ts'
import { problems } from '../domain/problems.ts'
import type { ReformLine } from '../domain/reform-line.ts'
import type { TerritoryTables } from './tables.ts'

const stepColumns = [
  'id',
  'reformId',
  'effective',
  'state',
  'plan',
  'figures',
  'outcome',
  'jobId',
  'orderedAt',
  'orderedBy',
  'orderedName',
  'appliedAt',
] as const

export type Step = Awaited<ReturnType<typeof listSteps>>[number]

/** The same lines, sent before by somebody of the same unit. */
export function findReformLike(ctx: Ctx, digest: string) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.reform')
    .select(['id', 'lines'])
    .where('digest', '=', digest)
    .where('areaId', '=', ctx.actor.areaId)
    .executeTakeFirst()
}

export async function insertReform(
  ctx: Ctx,
  { id, fileName, digest, lines }: { id: string; fileName: string; digest: string; lines: ReformLine[] },
) {
  await ctx
    .db<TerritoryTables>()
    .insertInto('territory.reform')
    .values({
      id,
      fileName,
      digest,
      lines: JSON.stringify(lines),
      areaId: ctx.actor.areaId,
      createdAt: ctx.now,
      createdBy: ctx.actor.userId,
      createdName: ctx.actor.name,
    })
    .execute()
}

/** Writes what a reform would do, but for the days that were ordered or applied. */
export async function replaceSteps(
  ctx: Ctx,
  reformId: string,
  steps: readonly ReformStep[],
  lines?: readonly ReformLine[],
) {
  const db = ctx.db<TerritoryTables>()
  const kept = await db
    .selectFrom('territory.step')
    .select(['effective', 'plan'])
    .where('reformId', '=', reformId)
    .where('state', 'in', ['ordered', 'applied'])
    .forUpdate()
    .execute()
  const settledDays = new Set(kept.map(({ effective }) => effective))
  const open = steps.filter(({ on }) => !settledDays.has(on))
  await db
    .deleteFrom('territory.step')
    .where('reformId', '=', reformId)
    .where('state', 'in', ['planned', 'cancelled'])
    .where('effective', 'not in', [...open.map(({ on }) => on), civilDate('0001-01-01')])
    .execute()
  for (const plan of open)
    await db
      .insertInto('territory.step')
      .values({
        id: newId(),
        reformId,
        effective: plan.on,
        state: 'planned',
        plan: JSON.stringify(plan),
        figures: null,
        outcome: null,
        jobId: null,
        orderedAt: null,
        orderedBy: null,
        orderedName: null,
        appliedAt: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['reformId', 'effective'])
          .doUpdateSet({ plan: JSON.stringify(plan), state: 'planned', jobId: null }),
      )
      .execute()
  if (!lines) return
  // What an applied line says is not judged anew: it has come true.
  const settled = new Set(kept.flatMap(({ plan }) => plan.rows))
  const before = (await getReform(ctx, reformId)).lines
  const judged = lines.map((line) =>
    settled.has(line.row) ? (before.find(({ row }) => row === line.row) ?? line) : line,
  )
  await db
    .updateTable('territory.reform')
    .set({ lines: JSON.stringify(judged) })
    .where('id', '=', reformId)
    .execute()
}

export async function getReform(ctx: Ctx, id: string) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.reform')
    .select(['id', 'fileName', 'lines', 'areaId', 'createdAt', 'createdName'])
    .where('id', '=', id)
    .where(withinArea(ctx, 'areaId'))
    .executeTakeFirstOrThrow(() => problems('reform_not_found', { id }))
}

export function listReformRows(ctx: Ctx) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.reform')
    .select(['id', 'fileName', 'lines', 'createdAt', 'createdName'])
    .where(withinArea(ctx, 'areaId'))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export function listSteps(ctx: Ctx, reformIds: readonly string[]) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.step')
    .select(stepColumns)
    .where('reformId', 'in', [...reformIds, '00000000-0000-0000-0000-000000000000'])
    .orderBy('effective')
    .execute()
}

/** A step with the reform it is of, which must be the actor’s; locked where it is to be changed. */
export async function getStep(ctx: Ctx, id: string, { isLocked = false } = {}): Promise<Step> {
  const step = await ctx
    .db<TerritoryTables>()
    .selectFrom('territory.step')
    .select(stepColumns)
    .where('id', '=', id)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirstOrThrow(() => problems('step_not_found', { id }))
  await getReform(ctx, step.reformId)
  return step
}

export async function markOrdered(ctx: Ctx, id: string, jobId: string | null) {
  await ctx
    .db<TerritoryTables>()
    .updateTable('territory.step')
    .set({
      state: 'ordered',
      jobId,
      orderedAt: ctx.now,
      orderedBy: ctx.actor.userId,
      orderedName: ctx.actor.name,
    })
    .where('id', '=', id)
    .execute()
}

export async function markCancelled(ctx: Ctx, id: string) {
  await ctx
    .db<TerritoryTables>()
    .updateTable('territory.step')
    .set({ state: 'cancelled', jobId: null })
    .where('id', '=', id)
    .execute()
}

export async function markApplied(
  ctx: Ctx,
  id: string,
  { figures, outcome }: { figures: Figures; outcome: Outcome },
) {
  await ctx
    .db<TerritoryTables>()
    .updateTable('territory.step')
    .set({
      state: 'applied',
      figures: JSON.stringify(figures),
      outcome: JSON.stringify(outcome),
      appliedAt: ctx.now,
    })
    .where('id', '=', id)
    .execute()
}

/** Ordered steps whose day has come and that no job has in hand. */
export function listDueSteps(ctx: Ctx, today: CivilDate) {
  return ctx
    .db<TerritoryTables>()
    .selectFrom('territory.step')
    .select(['id', 'orderedBy', 'orderedName'])
    .where('state', '=', 'ordered')
    .where('effective', '<=', today)
    .orderBy('effective')
    .execute()
}
