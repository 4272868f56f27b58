import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, civilDate, type CivilDate } from '#kernel/civil-date'
import { areaAt, areaIdsWithin, communesOf } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { applyLines, givenResidents, linesOf } from '../testing.ts'

const province = 250790025
const villages = ['Thôn Một', 'Thôn Hai', 'Thôn Ba']
let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

/** What happens on one day: two communes become one, or one is divided by a village; which, by chance. */
const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('merge', 'split', 'rename'),
    one: fc.nat(),
    other: fc.nat(),
    village: fc.nat(2),
  }),
  { minLength: 2, maxLength: 3 },
)

test('whatever is merged and divided, nobody is lost or in two places on any day, and what lies within what is right', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (chosen) => {
      const takenBack = new Error('taken back')
      await expect(
        own.request(async (ctx) => {
          await liveThrough(ctx, chosen)
          throw takenBack
        }),
      ).rejects.toBe(takenBack)
    }),
    { numRuns: 2 },
  )
})

async function liveThrough(
  ctx: Ctx,
  chosen: readonly { kind: string; one: number; other: number; village: number }[],
) {
  const start = await communesOf(ctx, province, civilDate('2025-12-31'))
  const homes = start.slice(0, 4)
  const people = await givenResidents(
    ctx,
    homes.flatMap((areaId) => villages.map((village) => ({ areaId, village }))),
  )
  const days: CivilDate[] = [civilDate('2025-12-31')]
  for (const [index, { kind, one, other, village }] of chosen.entries()) {
    const on = civilDate(`2026-0${index + 1}-01`)
    const before = addDays(on, -1)
    const living = [...new Set((await areaAt(ctx, homes, before)).values())]
    const now = await homesNow(ctx, people)
    const lived = [...new Set([...(await areaAt(ctx, now, before)).values(), ...living])].toSorted(
      (a, b) => a - b,
    )
    const codes = await codesOf(ctx, lived)
    const from = codes[one % codes.length]!
    const into = codes[other % codes.length]!
    const fresh = String(99_000 + index)
    const lines =
      kind === 'split'
        ? [
            { from, to: fresh, name: `Xã Mới ${index}`, villages: villages[village]! },
            { from, to: from },
          ]
        : kind === 'merge' && from !== into
          ? [{ from, to: into }]
          : [{ from, to: fresh, name: `Xã Khác ${index}` }]
    const { outcomes } = await applyLines(ctx, linesOf(...lines.map((line) => ({ ...line, on, act: 'thử' }))))
    expect(outcomes).toHaveLength(1)
    days.push(before, on)
  }
  expect(await containment(ctx)).toEqual([])
  const within = new Set(await areaIdsWithin(ctx, province))
  const { rows } = await sql<{ personId: string; areaId: number; from: CivilDate; until: CivilDate | null }>`
    select person_id, area_id, lower(during)::text as "from", upper(during)::text as until from people.residence
    where retracted_at is null and person_id = any(${people}::uuid[])`.execute(ctx.db())
  for (const day of days) {
    const there = rows.filter((row) => row.from <= day && (row.until === null || day < row.until))
    expect(there.map(({ personId }) => personId).toSorted()).toEqual([...people].toSorted())
    const became = await areaAt(
      ctx,
      there.map(({ areaId }) => areaId),
      day,
    )
    const living = new Set(await communesOf(ctx, province, day))
    for (const { areaId } of there) {
      expect(within.has(areaId)).toBe(true)
      expect(living.has(became.get(areaId)!)).toBe(true)
    }
  }
}

async function homesNow(ctx: Ctx, people: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ areaId: number }>`
    select distinct home_area_id as area_id from people.person where id = any(${[...people]}::uuid[])`.execute(
    ctx.db(),
  )
  return rows.map(({ areaId }) => areaId)
}

async function codesOf(ctx: Ctx, ids: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from geography.area where id = any(${[...ids]}::integer[]) and upper_inf(during) order by id`.execute(
    ctx.db(),
  )
  return rows.map(({ code }) => code)
}

/** Where the table of what lies within what differs from its meaning. */
async function containment(ctx: Ctx) {
  const { rows } = await sql`
    with recursive step (lower, upper) as (
      select id, parent_id from geography.area where parent_id is not null
      union all select from_id, to_id from geography.area_change
    ), meant (within_id, area_id) as (
      select id, id from geography.area
      union select step.upper, meant.area_id from meant join step on step.lower = meant.within_id
    )
    (table meant except select within_id, area_id from geography.area_within)
    union all (select within_id, area_id from geography.area_within except table meant)`.execute(ctx.db())
  return rows
}
