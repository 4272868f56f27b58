import { addMonths, civilDate, instant, monthOf, type CivilDate, type Instant } from '#kernel/civil-date'
import {
  engine,
  listAreasWithPoor,
  listChanges,
  listOutlooks,
  listPoorIn,
  listStandingPeople,
  refreshStandings,
  type Outlook,
} from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { lock } from '#platform/server/request'
import {
  listDue,
  listUnseen,
  lookAgainIn,
  writeProspects,
  writeWatched,
  type Watched,
} from '../db/prospects.ts'
import { monthsAhead, openHorizon } from '../domain/horizon.ts'
import type { Prospect } from '../domain/prospect.ts'
import { prospectsOf } from '../domain/prospects-of.ts'
import { listCertificates } from '../db/certificates.ts'
import { basis, readPass, writePass, type Pass } from './pass.ts'

export const refreshKind = 'outreach.refresh'
const batchSize = 500

/** Asks for the lists to be brought up to date; while that is under way, asking again changes nothing. */
export async function askForRefresh(ctx: Ctx): Promise<void> {
  await enqueue(ctx, { kind: refreshKind, input: null, once: refreshKind })
}

/**
 * Brings the lists up to date, batch by batch, each in a transaction of its own: everybody once, and again when the law
 * is another one; then whoever changed, and whomever time has brought something. It can stop anywhere and goes on there.
 */
export async function refresh({ request, progress }: Pick<Job, 'request' | 'progress'>) {
  let done = 0
  await request((ctx) => refreshStandings(ctx))
  for (;;) {
    const looked = await request((ctx) => lookAtNext(ctx))
    done += looked
    if (looked === 0) return { people: done }
    await progress(done, null)
  }
}

/** Looks at the next few people there is a reason to look at; says how many there were. */
export async function lookAtNext(ctx: Ctx): Promise<number> {
  await lock(ctx, refreshKind)
  const pass = await currentPass(ctx)
  if (!pass.isWhole) return goOnThroughEverybody(ctx, pass)
  const changes = await listChanges(ctx, withLeeway(pass.changesThrough))
  const ids = new Set(await listUnseen(ctx, changes, batchSize))
  if (ids.size < batchSize)
    for (const id of await listDue(ctx, monthOf(ctx.today), batchSize - ids.size)) ids.add(id)
  await lookAt(ctx, [...ids], pass.lists)
  if (ids.size > 0) return ids.size
  const lists = await listsIn(ctx)
  const waiting = await askAgainWhereListsCame(ctx, pass.lists, lists)
  await writePass(ctx, { ...pass, lists, changesThrough: ctx.now, refreshedAt: ctx.now })
  return waiting
}

async function currentPass(ctx: Ctx): Promise<Pass> {
  const pass = await readPass(ctx)
  if (pass?.basis === basis) return pass
  const begun: Pass = {
    basis,
    after: null,
    isWhole: false,
    changesThrough: ctx.now,
    lists: await listsIn(ctx),
    refreshedAt: pass?.refreshedAt ?? null,
  }
  await writePass(ctx, begun)
  return begun
}

async function goOnThroughEverybody(ctx: Ctx, pass: Pass): Promise<number> {
  const ids = await listStandingPeople(ctx, pass.after, batchSize)
  await lookAt(ctx, ids, pass.lists)
  const isWhole = ids.length < batchSize
  const after = isWhole ? null : ids.at(-1)!
  await writePass(ctx, { ...pass, after, isWhole, refreshedAt: isWhole ? ctx.now : pass.refreshedAt })
  return Math.max(1, ids.length)
}

/** Transactions that began before the last look may have ended after it. */
function withLeeway(moment: Instant): Instant {
  return instant(Temporal.Instant.from(moment).subtract({ minutes: 30 }).toString())
}

async function lookAt(ctx: Ctx, personIds: readonly string[], lists: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const outlooks = await listOutlooks(ctx, personIds)
  const certificates = await listCertificates(
    ctx,
    outlooks.filter(hasRightByDisability).map(({ personId }) => personId),
  )
  const unitsNow = await areaAt(
    ctx,
    new Set(
      outlooks.flatMap(({ standings, awards }) => [...standings, ...awards].map(({ areaId }) => areaId)),
    ),
    ctx.today,
  )
  const unitNow = (areaId: number) => unitsNow.get(areaId) ?? areaId
  const known = new Set(lists)
  const horizon = openHorizon(engine.lawIn, {
    month: monthOf(ctx.today),
    knownOn: ctx.today,
    isListed: (areaId, year) => known.has(nameOfList(unitNow(areaId), year)),
  })
  const prospects: Prospect[] = []
  const watched: Watched[] = []
  for (const outlook of outlooks) {
    const looked = prospectsOf(outlook, horizon, certificates.get(outlook.personId))
    for (const prospect of looked.prospects) prospects.push({ ...prospect, areaId: unitNow(prospect.areaId) })
    watched.push({
      personId: outlook.personId,
      changedAt: outlook.changedAt,
      lookAgain: looked.lookAgain,
    })
  }
  await writeProspects(ctx, personIds, prospects)
  await writeWatched(ctx, watched)
}

/** Whose certificate there is anything to ask about: few of all who are looked at. */
function hasRightByDisability({ standings, awards }: Outlook): boolean {
  return awards.length > 0 && standings.some(({ standing }) => standing.disability !== 'none')
}

const nameOfList = (areaId: number, year: number) => `${areaId} ${year}`

/** The years the months ahead lie in. */
function yearsAhead({ today }: Ctx): number[] {
  const month = monthOf(today)
  return [month, addMonths(month, monthsAhead)].map((one) => Number(one.slice(0, 4)))
}

/** The communes whose list of the poor of a year is in: once anybody stands on it. */
async function listsIn(ctx: Ctx): Promise<string[]> {
  const lists = new Set<string>()
  for (const year of yearsAhead(ctx))
    for (const { unit } of await unitsWithPoor(ctx, civilDate(`${year}-01-31`)))
      lists.add(nameOfList(unit, year))
  return [...lists].toSorted()
}

/** Where a list has come in, whoever stood on the one before is looked at again; says how many. */
async function askAgainWhereListsCame(
  ctx: Ctx,
  before: readonly string[],
  now: readonly string[],
): Promise<number> {
  const fresh = new Set(now.filter((list) => !before.includes(list)))
  if (fresh.size === 0) return 0
  let asked = 0
  for (const year of yearsAhead(ctx)) {
    const eve = civilDate(`${year - 1}-12-31`)
    const units = (await unitsWithPoor(ctx, eve)).filter(({ unit }) => fresh.has(nameOfList(unit, year)))
    const areaIds = units.map(({ areaId }) => areaId)
    asked += await lookAgainIn(ctx, monthOf(ctx.today), await listPoorIn(ctx, areaIds, eve))
  }
  return asked
}

/** Units as recorded in which anybody stands as poor on a day, with what they are today. */
async function unitsWithPoor(ctx: Ctx, day: CivilDate) {
  const areaIds = await listAreasWithPoor(ctx, day)
  const unitsNow = await areaAt(ctx, areaIds, ctx.today)
  return areaIds.map((areaId) => ({ areaId, unit: unitsNow.get(areaId) ?? areaId }))
}
