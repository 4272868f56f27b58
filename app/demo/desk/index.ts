import { sql } from 'kysely'
import { withChance } from '#kernel/chance'
import { type CivilDate, dayOf, type Instant } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import type { Actor, Ctx } from '#platform/server/context'
import { actAs } from '#platform/server/database'
import { randomFrom } from '../random.ts'
import type { Register } from '../register.ts'
import type { At } from '../write-rights.ts'
import { doSomething, sign, type Desk } from './acts.ts'
import { type Days, doings, momentOf } from './days.ts'
import { speakUp } from './feedback.ts'
import type { File } from './file.ts'
import { openStaff } from './staff.ts'
import type { Told } from './stories.ts'
import type { Case } from './visitors.ts'

type Given = {
  /** Gives a transaction with the clock of a moment, and an actor. */
  readonly at: (moment: Instant, actor?: Actor) => At
  readonly seed: number
  readonly commune: number
  readonly register: Register
  readonly textOf: (id: number) => string
  readonly days: Days
  readonly through: Instant
  readonly newId: () => string
}

/**
 * What was done at the desks of the communes in the last weeks, day by day and by the commands of the module itself: the
 * awards, numbers and papers are those an office would have made.
 */
export function workDesks(cases: readonly Case[], given: Given): Promise<void> {
  const random = randomFrom(given.seed, 'desks')
  return withChance({ id: given.newId, below: random.below }, async () => {
    const files = await given.at(given.through)((ctx) => openFiles(ctx, cases, given))
    const staffOf = await given.at(given.through)(async (ctx) => {
      const ask = openStaff(ctx, given)
      return new Map(
        await Promise.all(
          [...new Set(files.map(({ areaId }) => areaId))].map(async (id) => [id, await ask(id)] as const),
        ),
      )
    })
    await given.at(given.through)(openSeries)
    // Who has a file is of interest where somebody can sign in; elsewhere it lies with the office.
    const isTold = ({ areaId }: File, [doing]: Told) => doing !== 'take' || areaId === given.commune
    const byDay = Map.groupBy(
      files.flatMap((file) =>
        file.story.told.filter((told) => isTold(file, told)).map((told) => ({ file, told })),
      ),
      ({ told: [, days] }) => given.days.ago(days),
    )
    for (const [day, told] of [...byDay].toSorted(([one], [other]) => (one < other ? -1 : 1)))
      await workThrough(day, told, { ...given, staffOf: (areaId) => staffOf.get(areaId)! }) // Asked of each.
    await speakUp({ ...given, staffOf: (areaId) => staffOf.get(areaId)! })
  })
}

type Work = { readonly file: File; readonly told: Told }

/** A day in the order of its hours; what a chair signs on it is signed together. */
async function workThrough(day: CivilDate, work: readonly Work[], desk: Desk & Given) {
  for (const doing of doings) {
    const due = work.filter(({ told }) => told[0] === doing)
    if (due.length === 0) continue
    if (doing === 'sign') {
      for (const [areaId, together] of Map.groupBy(due, ({ file }) => file.areaId)) {
        const { chair, officer } = desk.staffOf(areaId)
        await desk.at(
          momentOf(day, 'sign', areaId),
          chair,
        )((ctx) =>
          sign(
            ctx,
            together.map(({ file }) => file),
            officer,
          ),
        )
      }
      continue
    }
    await desk.at(momentOf(day, doing))(async (ctx) => {
      for (const { file } of due) {
        const now = momentOf(day, doing, file.place)
        await doSomething({ ...ctx, now, today: dayOf(now) }, doing, file, desk.staffOf(file.areaId))
      }
      await actAs(ctx.db<Record<never, never>>(), ctx.actor)
    })
  }
}

/** What is written on each form: whom it is about as the register has them, and where they live now. */
async function openFiles(ctx: Ctx, cases: readonly Case[], { register, textOf }: Given): Promise<File[]> {
  const numbers = new Map(
    register.identifiers
      .filter(({ kind, retractedAt }) => kind === 'personal_id' && retractedAt === null)
      .map(({ person, number }) => [person, number]),
  )
  const homes = cases.map(({ person }) => person.residence.areaId)
  const units = await areaAt(ctx, homes, ctx.today)
  return cases.map(({ story, person, place }, index) => ({
    story,
    place,
    id: '',
    areaId: units.get(homes[index]!) ?? homes[index]!,
    personId: textOf(person.id),
    channel: register.channels.get(person),
    subject: {
      fullName: person.version.fullName,
      sex: person.version.sex,
      born: person.version.born,
      bornPrecision: person.version.precision,
      number: numbers.get(person) ?? null,
      phone: person.phone,
      village: person.residence.village,
      address: null,
    },
  }))
}

/** Numbers go on where the decisions of the year stopped. */
async function openSeries(ctx: Ctx) {
  await sql`insert into applications.number_series (area_id, year, series, last)
    select area_id, extract(year from signed_on)::int, split_part(number, '/', 2), max(split_part(number, '/', 1)::int)
    from entitlement.decision where number ~ '^\\d+/QĐ-UBND$' group by 1, 2, 3`.execute(ctx.db())
}
