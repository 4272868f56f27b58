import { addMonths, lastDayOf, monthOf, type Month } from '#kernel/civil-date'
import { areaAt, areaNames, communesOf, getArea, isValidOn } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { enqueue } from '#platform/server/jobs'
import { isWithinArea } from '#platform/server/scope'
import type { PaymentRunId } from '../contract.ts'
import { findLaterRun, getRunForUpdate, listClaims, lockClaims, monthBefore } from '../db/runs.ts'
import type { PayrollTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { assertStep } from './guards.ts'
import { getOpening } from './opening.ts'
import { territoryOf } from './territory.ts'
import { forWholeCountry } from '#platform/server/whole-country'

const farthestAhead = 1

type Order = {
  readonly month: Month
  readonly areaId: number
  readonly requestId: string
  /** Without the units that are on another list of the month already, where there are any. */
  readonly rest?: boolean | undefined
}

/** Opens a run for a month, claims its communes, and asks for its lines to be drawn up. Asking twice opens one run. */
export async function generateRun(ctx: Ctx, { month, areaId, requestId, rest = false }: Order) {
  const again = await findRunOfRequest(ctx, requestId)
  if (again) return again
  await assertMonthMayBePaid(ctx, month)
  if (!isWithinArea(ctx.actor, areaId)) throw problems('area_not_yours', { areaId })
  const communes = await communesOf(ctx, areaId, lastDayOf(month))
  if (communes.length === 0) throw problems('area_has_no_communes', { areaId, month })
  await assertAreaOfMonth(ctx, { month, areaId })

  await lockClaims(ctx)
  const { own, except } = await forWholeCountry(ctx, async (ctx) => {
    const claims = await listClaims(ctx, month, communes)
    const claimed = new Set(claims.map((claim) => claim.areaId))
    const own = communes.filter((commune) => !claimed.has(commune))
    if (claims.length > 0 && (!rest || own.length === 0))
      throw await alreadyGenerated(ctx, { month, claims, left: own.length })
    const territory = await territoryOf(ctx, { month, areaId, except: claimed })
    await assertMonthBeforeIsThere(ctx, { month, areaId, territory })
    const later = await findLaterRun(ctx, month, territory)
    if (later) throw problems('later_month_generated', { month: later.month })
    return { own, except: [...claimed] }
  })

  const db = ctx.db<PayrollTables>()
  const { id } = await db
    .insertInto('payroll.run')
    .values({
      month,
      areaId,
      exceptIds: except,
      state: 'generating',
      preparedBy: ctx.actor.userId,
      preparedName: ctx.actor.name,
      preparedAt: ctx.now,
      requestId,
      generationId: requestId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('payroll.runArea')
    .values(own.map((commune) => ({ month, areaId: commune, runId: id })))
    .execute()
  return { id, jobId: await askForLines(ctx, id) }
}

/** Draws the lines of a run up again from what is known now; whoever asks has prepared it. */
export async function regenerateRun(
  ctx: Ctx,
  { id, requestId }: { id: PaymentRunId; requestId: string },
): Promise<{ jobId: string }> {
  await lockClaims(ctx)
  const run = await getRunForUpdate(ctx, id)
  if (run.generationId === requestId && run.jobId) return { jobId: run.jobId }
  await assertStep(ctx, run, 'regenerate')
  await ctx
    .db<PayrollTables>()
    .updateTable('payroll.run')
    .set({
      state: 'generating',
      generationId: requestId,
      preparedBy: ctx.actor.userId,
      preparedName: ctx.actor.name,
      preparedAt: ctx.now,
      submittedBy: null,
      submittedName: null,
      submittedAt: null,
      decidedBy: null,
      decidedName: null,
      decidedAt: null,
    })
    .where('id', '=', id)
    .execute()
  return { jobId: await askForLines(ctx, id) }
}

async function askForLines(ctx: Ctx, id: PaymentRunId) {
  const { jobId } = await enqueue(ctx, { kind: 'payroll.generate', input: { runId: id }, once: id })
  await ctx.db<PayrollTables>().updateTable('payroll.run').set({ jobId }).where('id', '=', id).execute()
  return jobId
}

async function findRunOfRequest(ctx: Ctx, requestId: string) {
  const run = await ctx
    .db<PayrollTables>()
    .selectFrom('payroll.run')
    .select(['id', 'jobId'])
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  return run?.jobId ? { id: run.id, jobId: run.jobId } : undefined
}

async function assertMonthMayBePaid(ctx: Ctx, month: Month) {
  const opening = await getOpening(ctx)
  if (month < opening.month) throw problems('month_before_opening', { month, opening: opening.month })
  const last = addMonths(monthOf(ctx.today), farthestAhead)
  if (month > last) throw problems('month_too_far_ahead', { month, last })
}

/** A list is of a unit there is: one that has become another has its people on the list of that one. */
async function assertAreaOfMonth(ctx: Ctx, { month, areaId }: { month: Month; areaId: number }) {
  const day = lastDayOf(month)
  const area = await getArea(ctx, areaId)
  if (isValidOn(area, day)) return
  const now = (await areaAt(ctx, [areaId], day)).get(areaId)!
  throw problems('area_not_of_month', {
    area: area.name,
    month,
    now: now === areaId ? undefined : (await areaNames(ctx, [now])).get(now),
  })
}

/** Who was first, for which units, and whether there are others left to draw up. */
async function alreadyGenerated(
  ctx: Ctx,
  { month, claims, left }: { month: Month; claims: Awaited<ReturnType<typeof listClaims>>; left: number },
) {
  const [first] = claims
  const names = await areaNames(ctx, new Set(claims.map(({ areaId }) => areaId)))
  return problems('month_already_generated', {
    month,
    runId: first!.runId, // Nobody asks where nobody was first.
    by: first!.preparedName,
    at: first!.preparedAt,
    areas: [...names.values()].slice(0, 10),
    count: claims.length,
    left,
  })
}

/**
 * A month left out would be a month nobody pays: every unit has its list for the month before. One that was returned is to be
 * drawn up again first, which a later list on top of it would forbid for good.
 */
async function assertMonthBeforeIsThere(
  ctx: Ctx,
  { month, areaId, territory }: { month: Month; areaId: number; territory: readonly number[] },
) {
  const opening = await getOpening(ctx)
  if (month === opening.month) return
  const before = monthBefore(month)
  const asked = new Set(territory)
  const communes = (await communesOf(ctx, areaId, lastDayOf(before))).filter((commune) => asked.has(commune))
  const claims = await listClaims(ctx, before, communes)
  const returned = claims.find(({ state }) => state === 'returned')
  if (returned) throw problems('month_before_returned', { month: before, runId: returned.runId })
  const generated = new Set(
    claims.filter(({ knownAt, state }) => knownAt && state !== 'generating').map((claim) => claim.areaId),
  )
  const missing = communes.filter((commune) => !generated.has(commune))
  if (missing.length === 0) return
  const names = await areaNames(ctx, missing)
  throw problems('month_before_missing', {
    month: before,
    areas: [...names.values()].slice(0, 10),
    count: missing.length,
  })
}
