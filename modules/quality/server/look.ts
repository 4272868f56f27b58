import {
  addDays,
  addMonths,
  beginningOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type Month,
} from '#kernel/civil-date'
import { engine } from '#modules/entitlement'
import { areaAt, getArea, isValidOn } from '#modules/geography'
import { agesOfRules } from '#modules/outreach'
import { listRuns } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { lock } from '#platform/server/request'
import { layOut, layOutUnits, type AsOf } from '../db/as-of.ts'
import { forgetDue, takeDue, widen } from '../db/due.ts'
import { find, forgetDays, listCounted, writeCounts, writeFound, writePastCounts } from '../db/found.ts'
import { readLook, writeLook } from './last-look.ts'

export const lookKind = 'quality.look'
/** So many who changed are looked at in one transaction. */
const atOnce = 500
/** Months gone by that are counted once, so that a trend is there from the first day. */
const monthsBack = 6
/** Counts of single days are kept for so long; those of the ends of months for ever. */
const daysKept = 62

/** Asks for the register to be looked at; while that is under way, asking again changes nothing. */
export async function askForLook(ctx: Ctx): Promise<void> {
  await enqueue(ctx, { kind: lookKind, input: null, once: lookKind })
}

/**
 * Looks at everybody once a day, for time alone puts things in the wrong, and in between only at those something happened
 * to; then counts the months gone by. Each step is a transaction of its own; stopped anywhere, it goes on there.
 */
export async function look(job: Pick<Job, 'request' | 'progress'>) {
  const { people } = await lookNow(job)
  while (await job.request((ctx) => countNextMonth(ctx))) await job.progress(people, null)
  return { people }
}

/** Brings the lists up to date; says how many people were looked at for something that happened to them. */
export async function lookNow({ request, progress }: Pick<Job, 'request' | 'progress'>) {
  let people = 0
  if (await request((ctx) => lookAtEverybody(ctx))) await progress(0, null)
  for (;;) {
    const looked = await request((ctx) => lookAtWhoChanged(ctx))
    if (looked === 0) return { people }
    people += looked
    await progress(people, null)
  }
}

/** Only the first time on a day; says whether it was. */
async function lookAtEverybody(ctx: Ctx): Promise<boolean> {
  await lock(ctx, lookKind)
  const last = await readLook(ctx)
  if (last?.everybodyOn === ctx.today) return false
  // Whoever changes from here on is noted anew: what is read below is at least as new as this.
  await forgetDue(ctx)
  await lookAt(ctx, 'everybody')
  await writeCounts(ctx, ctx.today)
  await forgetDays(ctx, addDays(ctx.today, -daysKept))
  await writeLook(ctx, { everybodyOn: ctx.today, lookedAt: ctx.now })
  return true
}

async function lookAtWhoChanged(ctx: Ctx): Promise<number> {
  await lock(ctx, lookKind)
  const due = await takeDue(ctx, atOnce)
  if (due.length === 0) return 0
  await lookAt(ctx, await widen(ctx, due))
  await writeCounts(ctx, ctx.today)
  await writeLook(ctx, { everybodyOn: (await readLook(ctx))?.everybodyOn ?? null, lookedAt: ctx.now })
  return due.length
}

async function lookAt(ctx: Ctx, people: 'everybody' | readonly string[]): Promise<void> {
  const asOf = { day: ctx.today, knownAt: ctx.now, ages: agesIn(monthOf(ctx.today), ctx.today) }
  await layOutAll(ctx, asOf, people)
  await find(ctx, asOf, { ofEverybody: people === 'everybody' })
  await writeFound(ctx, people, await newestLists(ctx))
}

/** Counts one end of a month gone by that was not counted, as the register was known then; says whether there was one. */
async function countNextMonth(ctx: Ctx): Promise<boolean> {
  await lock(ctx, lookKind)
  const counted = new Set(await listCounted(ctx))
  const present = monthOf(ctx.today)
  for (let back = 1; back <= monthsBack; back++) {
    const day = lastDayOf(addMonths(present, -back))
    if (counted.has(day)) continue
    const asOf = { day, knownAt: beginningOf(addDays(day, 1)), ages: agesIn(monthOf(day), day) }
    await layOutAll(ctx, asOf, 'everybody')
    await find(ctx, asOf, { ofEverybody: true, onlyWithPast: true })
    await writePastCounts(ctx, day)
    return true
  }
  return false
}

async function layOutAll(ctx: Ctx, asOf: AsOf, people: 'everybody' | readonly string[]) {
  const areaIds = await layOut(ctx, asOf, people)
  const became = await areaAt(ctx, areaIds, asOf.day)
  const units: { areaId: number; nowId: number | null }[] = []
  for (const areaId of areaIds) {
    const now = await getArea(ctx, became.get(areaId) ?? areaId)
    units.push({ areaId, nowId: isValidOn(now, asOf.day) ? now.id : null })
  }
  await layOutUnits(ctx, units)
}

/** In years, of the law of a month; ages counted in months decide by the day as well, but at a birth known so lately. */
function agesIn(month: Month, knownOn: CivilDate): number[] {
  const rules = engine.lawIn(month, knownOn)?.regime.rules
  if (!rules) return []
  const { own } = agesOfRules(rules)
  return [...new Set(own.filter((months) => months % 12 === 0).map((months) => months / 12))]
}

/** The lists of the last month that was approved: what the people on them have each month. */
async function newestLists(ctx: Ctx): Promise<string[]> {
  const runs = (await listRuns(ctx, {})).filter(({ state }) => decided.has(state))
  const newest = runs[0]?.month
  return runs.filter(({ month }) => month === newest).map(({ id }) => id)
}

const decided: ReadonlySet<string> = new Set(['approved', 'sent', 'reconciled', 'closed'])
