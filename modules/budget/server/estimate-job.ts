import { z } from 'zod'
import { addMonths, CivilDate, lastDayOf, Month, monthsThrough } from '#kernel/civil-date'
import { fingerprint, law, refreshStandings, registerVersion } from '#modules/entitlement'
import { areaAt, areaIdsWithin, communesOf } from '#modules/geography'
import { sumsOfLists } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import type { Basis } from '../contract.ts'
import { findEstimateBy, insertEstimate, isNameTaken } from '../db/estimates.ts'
import { insertFigures, insertRanges } from '../db/figures.ts'
import { Assumptions } from '../domain/assumptions.ts'
import { lifeTable2019 } from '../domain/life-table.ts'
import { openLines } from '../domain/lines.ts'
import { problems } from '../domain/problems.ts'
import { reckonYear } from '../domain/reckon-year.ts'
import { isReformed } from '../domain/projection.ts'
import { backtest, monthsToTest, wideningOf } from './backtest.ts'
import { listedIn, monthsOver, sumOfNow, trendShown } from './basis.ts'
import { figuresOfLists, figuresOfYear } from './figure-rows.ts'
import { rangesOf } from './ranges.ts'
import { walkThrough, waysOf } from './walk.ts'

const Input = z.object({
  name: z.string(),
  requestId: z.uuid(),
  order: z.object({
    year: z.int(),
    areaId: z.int(),
    baseMonth: Month,
    knownOn: CivilDate,
    assumptions: Assumptions,
  }),
})
type Input = z.infer<typeof Input>

/** Goes up when the same register, law and assumptions would come to other figures. */
export const wayOfReckoning = 1

/**
 * Reckons an estimate and keeps it in one transaction at the end: whatever stops it leaves nothing, and done again it
 * finds itself by its request.
 */
export async function estimateJob(job: Job) {
  const input = Input.parse(job.input)
  const { year, baseMonth, knownOn, assumptions } = input.order
  const prepared = await job.request((ctx) => prepare(ctx, input))
  if ('id' in prepared) return { id: prepared.id }
  const { communes, placeOf, listed, version } = prepared
  const lines = openLines()
  const ways = waysOf(lines, knownOn, assumptions)
  const last = `${year}-12` as Month // A year has a December.
  const months = monthsThrough(addMonths(baseMonth, 1), last).filter((month) => month.startsWith(`${year}-`))
  const tested = monthsToTest(listed, baseMonth)
  const starts = [baseMonth, ...(tested ? [addMonths(tested[0]!, -1)] : [])].toSorted()
  const from = addMonths(starts[0]!, -assumptions.trendMonths)
  const whole = monthsThrough(from, baseMonth).length + months.length + (tested ? 2 * tested.length : 0)
  let done = 0
  const step = (stage: string) => job.progress(++done, whole, stage)

  const client = await job.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const walked = await walkThrough(client, {
      from,
      through: baseMonth,
      keep: starts,
      placeOf,
      areas: communes.length,
      ways,
      progress: () => step('register'),
    })
    await client.query('commit')
    const people = walked.kept.get(baseMonth)!
    const now = walked.nowOf.get(baseMonth)!
    const base = sumOfNow(now)
    if (base.grants === 0) throw problems('register_empty', { month: baseMonth })
    const observed = walked.observed.filter(
      ({ month }) => month > addMonths(baseMonth, -assumptions.trendMonths),
    )
    const reckoned = await drain(reckonYear({ people, ways, observed, months, assumptions }), () =>
      step('months'),
    )
    const proof =
      tested &&
      (await backtest({ walked, tested, listed, lines, assumptions, knownOn, step: () => step('backtest') }))
    const basis: Basis = {
      register: version,
      law: fingerprint(law),
      way: wayOfReckoning,
      lifeTable: lifeTable2019.id,
      widened: wideningOf(proof),
      people: people.columns.later.length,
      base: { ...base, listed: listedIn(listed, baseMonth) },
      trend: trendShown(reckoned.trend, lines.all, now, observed),
      ...monthsOver(listed, year, baseMonth),
      lawTurns: months.filter((month) =>
        isReformed(ways.lawOf(addMonths(month, -1)), ways.lawOf(month), people.territories),
      ),
    }
    const figures = [
      ...figuresOfLists(
        listed.filter(({ month }) => month.startsWith(`${year}-`)),
        placeOf,
        communes,
      ),
      ...figuresOfYear(reckoned, lines.all, communes),
    ]
    return await job.request(async (ctx) => {
      const known = await findEstimateBy(ctx, input.requestId)
      if (known) return { id: known }
      if (await isNameTaken(ctx, { ...input.order, ...input }))
        throw problems('name_taken', { name: input.name })
      const id = await insertEstimate(ctx, { ...input.order, ...input, basis, backtest: proof ?? null })
      await insertFigures(ctx, id, figures)
      await insertRanges(
        ctx,
        id,
        rangesOf(reckoned, months, lines.all, communes, {
          areaId: input.order.areaId,
          widened: basis.widened,
        }),
      )
      return { id }
    })
  } finally {
    await client.end()
  }
}

/** Everything that is looked up before the register is read. */
async function prepare(ctx: Ctx, { requestId, order }: Input) {
  const known = await findEstimateBy(ctx, requestId)
  if (known) return { id: known }
  await refreshStandings(ctx)
  const day = lastDayOf(order.baseMonth)
  const communes = await communesOf(ctx, order.areaId, day)
  const places = new Map(communes.map((id, place) => [id, place]))
  const became = await areaAt(ctx, await areaIdsWithin(ctx, order.areaId), day)
  const placeOf = new Map<number, number>()
  for (const [id, now] of became) {
    const place = places.get(now)
    if (place !== undefined) placeOf.set(id, place)
  }
  const listed = await sumsOfLists(ctx, {
    from: addMonths(order.baseMonth, -11),
    through: `${order.year}-12` as Month, // A year has a December.
  })
  return {
    communes,
    placeOf,
    listed: listed.filter(({ areaId, month }) => placeOf.has(areaId) && month <= order.baseMonth),
    version: await registerVersion(ctx),
  }
}

async function drain<Found>(work: Generator<void, Found>, step: () => Promise<void>): Promise<Found> {
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
    await step()
  }
}
