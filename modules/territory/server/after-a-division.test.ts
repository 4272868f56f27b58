import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import { recordResidence } from '#modules/people'
import type { Actor, Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { draw, givenDisabled } from '../../payroll/testing.ts'
import { getRun, setOpening } from '#modules/payroll'
import { applyLines, homesOf, linesOf } from '../testing.ts'
import { listToPlace, placePerson } from './place.ts'

const phuTho = 250790025
/** Xã Yên Lạc, what it became on 1 November, and the smaller part with the village of the east. */
const [whole, rest, east] = [250709025, 261109025, 261108997]
const elsewhere = 250708824
/** October’s list was drawn up before its amounts were known; November raises everybody. */
const [severeBefore, severe] = [750_000, 810_000]

let own: OwnDatabase
let inEast: string
let inRest: string
let mover: string
let unplaced: string

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      ;[inEast, inRest, mover, unplaced] = (await givenDisabled(ctx, [
        { name: 'Phùng Thị Mận', areaId: whole, village: 'Thôn Đông' },
        { name: 'Đỗ Văn Ất', areaId: whole, village: 'Thôn Đoài' },
        { name: 'Lê Thị Út', areaId: whole, village: 'Thôn Đoài' },
        { name: 'Hà Thị Xuân', areaId: whole },
      ])) as [string, string, string, string]
      await setOpening(ctx, {
        month: month('2026-09'),
        knownAt: instant('2026-08-15T00:00:00Z'),
        since: month('2026-09'),
      })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  for (const benefitMonth of ['2026-09', '2026-10']) await draw(own, benefitMonth, phuTho)
  await own.request(async (ctx) => {
    const { outcomes } = await applyLines(
      ctx,
      linesOf(
        { from: '09025', to: '09025', villages: '' },
        { from: '09025', to: '08997', name: 'Xã Đông Lạc', villages: 'Thôn Đông' },
      ),
    )
    expect(outcomes).toMatchObject([{ followed: 3, toPlace: 1 }])
    await recordResidence(ctx, {
      personId: mover,
      areaId: elsewhere,
      village: null,
      address: null,
      from: civilDate('2026-11-03'),
      source: 'test',
    } as never) // A home without the words of a form.
  })
})
afterAll(() => own.drop())

test('the first list after a division says that the territory changed, and of a mover that they moved', async () => {
  const { id } = await draw(own, '2026-11', phuTho, instant('2026-11-23T02:00:00Z'))
  const changes = await own.request(async (ctx) => {
    const { rows } = await sql<{ personId: string; reason: string; areaId: number; difference: number }>`
      select person_id, reason, area_id, (after - before)::int as difference from payroll.change
      where run_id = ${id} and reason not in ('raised', 'arrears') order by reason, difference`.execute(
      ctx.db(),
    )
    return rows
  })
  expect(changes).toEqual([
    { personId: mover, reason: 'moved_in', areaId: elsewhere, difference: severe },
    { personId: mover, reason: 'moved_out', areaId: rest, difference: -severeBefore },
    { personId: inEast, reason: 'territory_in', areaId: east, difference: severe },
    { personId: inEast, reason: 'territory_out', areaId: rest, difference: -severeBefore },
  ])
  const { comparison } = await own.request((ctx) => getRun(ctx, { id }))
  expect(comparison).toMatchObject({ hasMonthBefore: true, unexplained: 0 })
  expect(comparison!.changes.filter(({ reason }) => reason.startsWith('territory'))).toEqual([
    { reason: 'territory_in', people: 1, peopleDifference: 0, difference: severe },
    { reason: 'territory_out', people: 1, peopleDifference: 0, difference: -severeBefore },
  ])
})

test('whoever has no village is asked for in the divided unit only, placed once in one of its parts, and has not moved', async () => {
  const officer = await officerOf(rest)
  const others = await officerOf(elsewhere)
  const place = (actor: Partial<Actor>, areaId: number, personId = unplaced) =>
    own.request((ctx) => placePerson(ctx, { personId, areaId, village: 'Thôn Đông' }), { actor })

  expect(await own.request(listToPlace, { actor: others })).toEqual([])
  await expect(place(others, east)).rejects.toThrow('territory.person_not_to_place')
  const listed = await own.request(listToPlace, { actor: officer })
  expect(listed).toMatchObject([{ personId: unplaced, fullName: 'Hà Thị Xuân', unit: { id: whole } }])
  expect(new Set(listed[0]!.parts.map(({ id }) => id))).toEqual(new Set([east, rest]))

  await expect(place(officer, elsewhere)).rejects.toThrow('territory.unit_not_a_part')
  await expect(place(officer, east, inRest)).rejects.toThrow('territory.person_not_to_place')
  await place(officer, east)
  const homes = await own.request((ctx) => homesOf(ctx, [unplaced]))
  expect(homes.get(unplaced)!.slice(-2)).toMatchObject([
    { areaId: whole, until: '2026-11-01' },
    { areaId: east, from: '2026-11-01', until: null },
  ])
  expect(await own.request(listToPlace, { actor: officer })).toEqual([])
  await expect(place(officer, rest)).rejects.toThrow('territory.person_not_to_place')
  expect(await own.request(movesToldOf)).toEqual([])
})

async function officerOf(areaId: number): Promise<Partial<Actor>> {
  return {
    userId: crypto.randomUUID(),
    name: 'Lý Thị Sáu',
    areaId,
    areaIds: await own.request(async (ctx) => [...(await areaIdsWithin(ctx, areaId))]),
  }
}

async function movesToldOf(ctx: Ctx) {
  const { rows } =
    await sql`select type from platform.event where type = 'people.moved' and payload::text like ${`%${unplaced}%`}`.execute(
      ctx.db(),
    )
  return rows
}
