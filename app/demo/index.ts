import { sql } from 'kysely'
import { Client } from 'pg'
import { withChance } from '#kernel/chance'
import { type CivilDate, dayOf, type Instant, instant, type Month } from '#kernel/civil-date'
import { refreshStandings } from '#modules/entitlement'
import { loadCalendar } from '#modules/geography'
import type { Actor } from '#platform/server/context'
import { type Database, openDatabase } from '#platform/server/database'
import { loadAreasOnce } from '../areas-once.ts'
import { createAccounts, findOffices } from './accounts.ts'
import { pauseAutovacuum, resumeAutovacuum } from './autovacuum.ts'
import { enforceForeignKeys, trustForeignKeys } from './foreign-keys.ts'
import { beforeReforms, finishReforms } from './reforms.ts'
import { openFacility } from './facility.ts'
import { addHardCases } from './hard-cases.ts'
import { saveProposal } from './example-scenario.ts'
import { type Days, daysOf } from './desk/days.ts'
import { workDesks } from './desk/index.ts'
import { visitDesks } from './desk/visitors.ts'
import { fillWithResidents } from './residents.ts'
import type { Stretch } from './in-time.ts'
import { liveOn } from './life.ts'
import { lookAt } from './look-at.ts'
import { openMaker } from './maker.ts'
import type { Member } from './member.ts'
import { dayIn, monthAt, monthNumber, runMoment } from './months.ts'
import { openOffices } from './offices.ts'
import { approveMonth, at, closeMonth, drawUpMonth, openMonths, type Paying } from './pay-months.ts'
import { payOut } from './pay-out.ts'
import { type Place, readPlaces, tinyCommunes } from './places.ts'
import { populate } from './population.ts'
import { chanceFrom, randomFrom } from './random.ts'
import { planRollOut } from './roll-out.ts'
import { type Ids, idsFrom, openRegister } from './register.ts'
import { type DemoSize, type DemoState, isInUse, readDemo, wipe, writeDemo } from './state.ts'
import { provinceTargets, sumOf, targetsOf } from './targets.ts'
import { writeChannels, writePayPoints } from './write-channels.ts'
import { type Chronicle, chronicleOf, writeFacts } from './write-facts.ts'
import { decisionsOf, writeConversions, writeRights } from './write-rights.ts'
import { leaveChanges } from './waiting-changes.ts'
import { beginReview } from './yearly-review.ts'

export { readDemo, type DemoSize, type DemoState } from './state.ts'

export type DemoOrder = {
  readonly ownerUrl: string
  readonly programUrl: string
  readonly size: DemoSize
  /** The last month with a run; life goes on into its days, and the month after is left to be generated. */
  readonly until: Month
  /** The last day the desks have worked; the 20th of the last month where it is left out. */
  readonly through?: CivilDate | undefined
  readonly seed?: number | undefined
  /** How many of the months with a list, the last, are paid out here too; a year of payments is twelve. */
  readonly paidOut?: number | undefined
  /** Wipe a finished demonstration, with everything done in it since, and make it as ordered. */
  readonly renew?: boolean | undefined
  /** Hears which stage it is at, and how much of everything is done, from 0 to 1. */
  readonly progress?: ((stage: DemoStage, share: number) => void) | undefined
}

export type DemoStage = 'areas' | 'people' | 'facts' | 'rights' | 'payroll' | 'residents' | 'ready'

const firstRun = monthNumber('2022-12')
const runsKept = 12
/** How many of them are paid out where nobody says; the others were paid elsewhere. A whole province takes its time. */
const monthsPaidOut = { tiny: 2, scattered: 1, province: 1, full: 1 } as const

/**
 * Makes the demonstration province, unless there is one already. What an interrupted start left behind is
 * wiped and made anew; a database that holds anything else is refused.
 */
export async function createDemo(order: DemoOrder): Promise<DemoState> {
  const { size, until, seed = 2239 } = order
  const [ownerUrl, programUrl] = [hasty(order.ownerUrl), hasty(order.programUrl)]
  const owner = openDatabase(ownerUrl, 2)
  const db = openDatabase(programUrl, 5)
  const hands = [
    new Client({ connectionString: ownerUrl }),
    new Client({ connectionString: ownerUrl }),
  ] as const
  try {
    const through = order.through ?? dayIn(monthNumber(until), 20)
    const demo: DemoState = { state: 'ready', size, until, through, seed }
    const before = await readDemo(owner)
    if (before?.state === 'ready' && !order.renew) return before
    if (!before && (await isInUse(owner)))
      throw new Error('This database is in use; a demonstration needs an empty one')
    await wipe(owner)
    await writeDemo(owner, { ...demo, state: 'creating' })
    for (const hand of hands) await hand.connect()
    await build({ ...order, programUrl, seed, through }, { owner, db, hands })
    await owner.transaction().execute(async (tx) => {
      await sql`set local synchronous_commit = on`.execute(tx)
      await writeDemo(tx, demo)
    })
    order.progress?.('ready', 1)
    return demo
  } finally {
    for (const hand of hands) await hand.end()
    await db.destroy()
    await owner.destroy()
  }
}

/**
 * Connections that do not wait for the disk: what is broken off is made anew. Only whoever says that it is ready waits, and
 * with it everything before is on the disk.
 */
function hasty(url: string): string {
  const hasty = new URL(url)
  const given = hasty.searchParams.get('options') ?? ''
  hasty.searchParams.set('options', `${given} -c synchronous_commit=off`.trim())
  return hasty.href
}

type Connections = {
  readonly owner: Database
  readonly db: Database
  readonly hands: readonly [Client, Client]
}

async function build(
  {
    programUrl,
    size,
    until,
    through,
    seed,
    paidOut = monthsPaidOut[size],
    progress = () => {},
  }: DemoOrder & { readonly seed: number; readonly through: CivilDate },
  { owner, db, hands }: Connections,
) {
  const [client] = hands
  progress('areas', 0)
  await loadAreasOnce(owner)
  await finishReforms({ owner, at: (moment, actor) => at(db, moment, actor) })
  const places = await readPlaces(owner, seed)
  const last = monthNumber(until)
  const ids = idsFrom(seed)
  const newId = () => ids.textOf(ids.next())
  const staff = await at(db, instant('2021-10-01T02:00:00Z'))((ctx) => createAccounts(ctx, newId))
  const offices = await at(db, instant('2021-10-01T02:00:00Z'))(findOffices)

  progress('people', 0.02)
  const calendar = await at(db, instant('2021-10-01T02:00:00Z'))(loadCalendar)
  const days = daysOf(calendar, { after: dayOf(runMoment(last)), through })
  const end = instant(`${through}T10:00:00Z`)
  const { register, cases } = imagine({ seed, size, last, places, days, end, newId: ids.next })
  const runs = [firstRun, ...lastRuns(last)]
  const paying: Paying = { db, programUrl, staff, newId }
  // What comes of the communes is known to whoever imagines their life; in it, the reforms are yet to come.
  const reforms = await beforeReforms(
    { owner, at: (moment, actor) => at(db, moment, actor) },
    { landId: offices.formerProvince, seed },
  )
  const ends = [...runs.map(runMoment), end]
  const [chronicle, decisions] = [chronicleOf(register, ends), decisionsOf(register, ends)]
  let after: Stretch['after'] = null
  let drawn: Promise<unknown> = Promise.resolve()
  let behind = Promise.resolve()
  for (const [index, run] of runs.entries()) {
    const share = (part: number) =>
      0.05 + 0.9 * (index === 0 ? part * 0.3 : 0.3 + (0.7 * (index - 1 + part)) / (runs.length - 1))
    const knownAt = runMoment(run)
    const stretch: Stretch = { after, through: knownAt }
    // What the first of the kept runs finds is settled; from then on a run looks back at what changed since the last.
    const settled = index < 2 ? instant(`${dayIn(run - 1, 10)}T02:00:00Z`) : knownAt
    if (index === 0) {
      await trustForeignKeys(client, ['people', 'entitlement', 'payroll'])
      await pauseAutovacuum(client)
    }
    // What grows by years is looked at while it grows, or the planner takes it for what it was.
    await advance(
      { hands, db, ids, chronicle, decisions, stretch, settled, isLong: index < 2 },
      (stage, part) => progress(stage, share(part)),
    )
    if (index === 0) await writePayPoints(client, places)
    await writeChannels(client, chronicle, { places, stretch, ids })
    if (index === Math.min(1, runs.length - 1)) await enforceForeignKeys(client)
    if (index < 2) await openMonths(db, monthAt(run), knownAt, monthAt(run))
    progress('payroll', share(0.6))
    const areaId = run < monthNumber('2025-07') ? offices.formerProvince : offices.province
    // Life goes on while the list is drawn up from what it has seen, and approved; the money of the last months goes the whole
    // way, to the answer of the bank.
    const isPaidOut = index >= runs.length - paidOut && index > 0
    await drawn
    const seen = Promise.withResolvers<void>()
    const list = drawUpMonth(paying, { month: monthAt(run), areaId, knownAt }, seen.resolve)
    const [before, requestId] = [behind, newId()]
    behind = (async () => {
      const [drawn] = await Promise.all([list, before])
      await approveMonth(paying, drawn)
      if (isPaidOut) await payOut(paying, drawn, requestId)
      await closeMonth(paying, drawn)
    })()
    behind.catch(() => {}) // Heard at the end, or by whoever comes after it.
    drawn = list
    await Promise.race([seen.promise, list])
    if (index === 0) {
      await behind
      await reforms.liveThrough(staff.administrator)
    }
    after = knownAt
  }
  const present: Stretch = { after, through: end }
  const lastDays = { stretch: present, settled: present.through, isLong: false }
  await advance({ hands, db, ids, chronicle, decisions, ...lastDays }, (stage) => progress(stage, 0.95))
  await writeChannels(client, chronicle, { places, stretch: present, ids })
  if (size === 'full') {
    // It takes away indexes of what a list reads.
    await drawn
    await fillWithResidents(client, {
      seed,
      places,
      ids,
      registered: register.people.length,
      progress: (share) => progress('residents', 0.96 + 0.03 * share),
    })
    await lookAt(client, 'people.person')
  }
  if (last >= monthNumber('2023-10'))
    await saveProposal(
      { db, programUrl },
      {
        specialist: staff.specialist,
        formerProvince: offices.formerProvince,
        moment: present.through,
        newId,
      },
    )
  // Desks look up what lists have given, and find the last of them.
  await drawn
  if (cases.length > 0) {
    await workDesks(cases, {
      at: (moment, actor) => at(db, moment, actor),
      seed,
      commune: offices.commune,
      register,
      textOf: ids.textOf,
      days,
      through: present.through,
      newId,
    })
    await at(db, present.through)((ctx) => refreshStandings(ctx))
    await client.query(`delete from platform.job where kind = 'applications.make_documents'`)
  }
  await lookAt(
    client,
    `people.person, people.identifier, entitlement.award, entitlement.decision, entitlement.standing,
      applications.application, applications.search_term`,
  )
  await withChance({ id: newId, below: randomFrom(seed, 'facility').below }, () =>
    at(db, present.through)((ctx) => openFacility(ctx, { ...offices, newId })),
  )
  const now = { at: (moment: Instant, actor?: Actor) => at(db, moment, actor), through: present.through }
  const { specialist } = staff
  const { commune } = offices
  const reviewing = chanceFrom(seed, 'yearly review')
  if (last >= monthNumber('2026-11')) {
    await withChance({ id: newId, below: randomFrom(seed, 'roll-out').below }, () =>
      planRollOut({ ...now, specialist, commune, newId }),
    )
    await withChance(reviewing, () => beginReview({ ...now, specialist, commune }))
  }
  // What a change comes to rests on what was paid; all before it goes on beside the money of the last months.
  await behind
  if (last >= monthNumber('2026-11')) await withChance(reviewing, () => leaveChanges({ ...now, commune }))
  await client.query('truncate platform.event, platform.delivery restart identity')
  await resumeAutovacuum(client)
}

function lastRuns(last: number): number[] {
  const first = Math.max(firstRun + 1, last - runsKept + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Everybody and everything that happens to them, before any of it is written. */
export function imagine({
  seed,
  size,
  last,
  places,
  days,
  end,
  newId,
}: {
  readonly seed: number
  readonly size: DemoSize
  readonly last: number
  readonly places: Awaited<ReturnType<typeof readPlaces>>
  readonly days: Days
  /** What is looked at is the register of this moment. */
  readonly end: Instant
  readonly newId: () => number
}) {
  const targets = targetsOf(size)
  const all: readonly Place[] =
    size === 'tiny' ? places.all.filter(({ code }) => tinyCommunes.has(code)) : places.all
  const register = openRegister(newId)
  const offices = openOffices(places, newId)
  const base = { random: randomFrom(seed, 'population'), register, places, offices }
  const setting = { ...base, maker: openMaker(base) }
  const members: Member[] = populate(setting, targets, all)
  const scale = sumOf(targets) / sumOf(provinceTargets)
  const life = { ...setting, random: randomFrom(seed, 'life'), members, all, scale, last }
  liveOn(life)
  addHardCases(life)
  register.leaveAsKnownAt(end)
  // Before October 2026 files went by other editions, and the districts still signed.
  const cases = last >= monthNumber('2026-10') ? visitDesks(life, { size, days }) : []
  return { register, cases }
}

/** Writes what was learnt in a stretch, makes the standings true again, and then opens and closes awards by them. */
async function advance(
  given: {
    readonly hands: readonly [Client, Client]
    readonly db: Database
    readonly ids: Ids
    readonly chronicle: Chronicle
    readonly decisions: ReturnType<typeof decisionsOf>
    readonly stretch: Stretch
    readonly settled: ReturnType<typeof instant>
    readonly isLong: boolean
  },
  progress: (stage: DemoStage, part: number) => void,
) {
  const { hands, db, ids, chronicle, decisions, stretch, settled, isLong } = given
  const [client] = hands
  progress('facts', 0)
  await writeFacts(hands, chronicle, { stretch, ids })
  progress('rights', 0.2)
  await at(db, settled)((ctx) => refreshStandings(ctx))
  if (isLong) await lookAt(client, 'entitlement.standing', { roughly: true })
  progress('rights', 0.4)
  await writeRights({ at: at(db, settled), owner: client, ids, isLong }, decisions, stretch)
  await writeConversions({ owner: client, ids }, decisions, stretch)
  // A month changes little of what the planner knows; years change it.
  const roughly = stretch.after === null
  if (isLong)
    await lookAt(client, 'entitlement.award, entitlement.decision, entitlement.standing', { roughly })
}
