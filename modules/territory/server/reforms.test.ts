import { sql } from 'kysely'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { areaAt, areaIdsWithin, communesOf, findArea } from '#modules/geography'
import { createUser } from '#modules/identity'
import { recordMembership } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { givenResidents, homesOf, keep, linesOf, applyLines } from '../testing.ts'
import { applyNow, cancelStep, orderStep } from './apply.ts'
import { reportStep, showReform, showStep } from './show.ts'

let own: OwnDatabase
beforeAll(async () => {
  own = await openOwnDatabase()
})
afterAll(() => own.drop())

/** Some communes of Phú Thọ and one of Hà Nội, by the codes of July 2025; each test takes its own. */
const [tamSon, songLo, daoTru, tamDao, yenLac, vinhThanh] = [
  '08824',
  '08848',
  '08914',
  '08911',
  '09025',
  '09154',
] as const
const haNoi = '00004'
const idOf = (code: string) => 250700000 + Number(code)
const at = <Result>(work: (ctx: Ctx) => Promise<Result>) => own.request(work)

describe('what is wrong with a line is said, and what hangs together is refused together', () => {
  test.for<[string, Record<string, string>[], (string | number)[][]]>([
    ['a code nobody has', [{ from: '99999', to: songLo }], [[2, 'unknown_code']]],
    ['a unit that is no more', [{ from: '09097', to: songLo }], [[2, 'not_living']]],
    [
      'no resolution, and what hangs together with it',
      [
        { from: tamSon, to: '08999', name: 'Xã Một', act: '' },
        { from: songLo, to: '08999', name: 'Xã Một' },
        { from: daoTru, to: tamDao },
      ],
      [[2, 'act_missing'], [3, 'companion_refused'], [4]],
    ],
    ['no resolution', [{ from: tamSon, to: songLo, act: '' }], [[2, 'act_missing']]],
    ['no day', [{ from: tamSon, to: songLo, on: '31/02/2026' }], [[2, 'date_malformed']]],
    ['no name for what is new', [{ from: tamSon, to: '08999' }], [[2, 'name_missing']]],
    [
      'a name without its kind',
      [{ from: tamSon, to: '08999', name: 'Sông Mới' }],
      [[2, 'name_without_kind']],
    ],
    [
      'two names',
      [
        { from: tamSon, to: '08999', name: 'Xã Một' },
        { from: songLo, to: '08999', name: 'Xã Hai' },
      ],
      [
        [2, 'name_differs'],
        [3, 'name_differs'],
      ],
    ],
    [
      'the name of a unit no line changes',
      [{ from: tamSon, to: songLo, name: 'Xã Khác' }],
      [[2, 'goes_on_under_its_name']],
    ],
    ['nothing', [{ from: tamSon, to: tamSon }], [[2, 'changes_nothing']]],
    ['two provinces', [{ from: haNoi, to: songLo }], [[2, 'across_provinces']]],
    [
      'a circle',
      [
        { from: tamSon, to: songLo },
        { from: songLo, to: tamSon },
      ],
      [
        [2, 'circular'],
        [3, 'circular'],
      ],
    ],
    ['shares of a part only', [{ from: tamSon, to: songLo, share: '60' }], [[2, 'shares_not_whole']]],
    [
      'shares that are more than all',
      [
        { from: tamSon, to: '08999', name: 'Xã Một', villages: 'Thôn 1', share: '60' },
        { from: tamSon, to: songLo, share: '50' },
      ],
      [
        [2, 'shares_not_whole', 'village_unknown'],
        [3, 'shares_not_whole'],
      ],
    ],
    [
      'a division without villages',
      [
        { from: tamSon, to: '08999', name: 'Xã Một' },
        { from: tamSon, to: songLo },
      ],
      [
        [2, 'split_without_villages'],
        [3, 'split_without_villages'],
      ],
    ],
    [
      'a village in two lines',
      [
        { from: tamSon, to: '08999', name: 'Xã Một', villages: 'Thôn 1' },
        { from: tamSon, to: songLo, villages: 'Thôn 2; thôn 1' },
        { from: tamSon, to: tamSon },
      ],
      [
        [2, 'village_unknown', 'companion_refused'],
        [3, 'village_twice', 'village_unknown', 'village_unknown'],
        [4, 'companion_refused'],
      ],
    ],
    [
      'a merger with one bad line',
      [
        { from: tamSon, to: '08999', name: 'Xã Một' },
        { from: '99998', to: '08999' },
        { from: songLo, to: daoTru },
      ],
      [[2, 'companion_refused'], [3, 'unknown_code'], [4]],
    ],
  ])('%s', async ([, rows, found]) => {
    const kept = await at((ctx) => keep(ctx, linesOf(...rows)))
    expect(kept.found).toEqual(found)
  })

  test('a day before one on which the unit has changed already', async () => {
    const { found } = await at((ctx) =>
      keep(ctx, linesOf({ from: '09097', to: '09100', on: '2025-03-01', act: '2/NQ' })),
    )
    expect(found).toEqual([[2, 'changes_later']])
  })

  test('a unit outside one’s own area', async () => {
    const actor = { areaId: idOf(songLo), areaIds: await at((ctx) => areaIdsWithin(ctx, idOf(songLo))) }
    const { found } = await own.request((ctx) => keep(ctx, linesOf({ from: tamSon, to: songLo })), { actor })
    expect(found).toEqual([[2, 'not_in_area']])
  })
})

test('two communes that become one: nobody’s residence is touched, and who serves the new one sees all', async () => {
  const people = await at((ctx) =>
    givenResidents(ctx, [{ areaId: idOf(daoTru) }, { areaId: idOf(tamDao) }, { areaId: 8914 }]),
  )
  const user = await at((ctx) =>
    createUser(ctx, {
      name: 'Lý Thị Sáu',
      username: 'sau.daotru',
      password: 'mot-mat-khau-dai',
      role: 'commune_officer',
      areaId: idOf(daoTru),
    }),
  )
  const before = await at((ctx) => homesOf(ctx, people))
  const lines = linesOf({ from: daoTru, to: '08998', name: 'Xã Tam Đảo Mới' }, { from: tamDao, to: '08998' })
  const { steps } = await at((ctx) => keep(ctx, lines))
  const tried = await at((ctx) => showStep(ctx, { id: steps[0]!.id }))
  expect(tried.totals.before).toEqual(tried.totals.after)
  expect(tried.totals.before).toMatchObject({ people: 3, accounts: 1 })
  expect(await at((ctx) => findArea(ctx, { code: '08998' }))).toBeUndefined()

  const { outcomes } = await at((ctx) => applyLines(ctx, lines))
  expect(outcomes).toMatchObject([{ closed: 2, opened: 1, followed: 0, toPlace: 0 }])
  expect(outcomes[0]!.accounts).toMatchObject([{ userId: user.userId, areaId: 261108998 }])
  expect(await at((ctx) => homesOf(ctx, people))).toEqual(before)
  const within = await at((ctx) => areaIdsWithin(ctx, 261108998))
  for (const id of [idOf(daoTru), idOf(tamDao), 8914]) expect(within).toContain(id)
  expect(await at((ctx) => areaAt(ctx, [8914], civilDate('2026-10-31')))).toEqual(
    new Map([[8914, idOf(daoTru)]]),
  )
  expect(await at((ctx) => areaAt(ctx, [8914], civilDate('2026-11-01')))).toEqual(
    new Map([[8914, 261108998]]),
  )
  expect(await at((ctx) => communesOf(ctx, 250790025, civilDate('2026-11-02')))).toHaveLength(147)

  // Applied again it gives what it did; nothing more happens.
  expect(await at((ctx) => applyNow(ctx, steps[0]!.id))).toEqual(outcomes[0])
  const report = await at((ctx) => reportStep(ctx, { id: steps[0]!.id }))
  expect(report.totals.old).toEqual(report.totals.carried)
})

test('a divided commune: people follow their village, a household goes together, who has none is asked for', async () => {
  const areaId = idOf(yenLac)
  const [one, two, child, lonely] = (await at((ctx) =>
    givenResidents(ctx, [
      { areaId, village: 'Thôn Đông' },
      { areaId: 9025, village: 'Thôn Đoài' },
      { areaId },
      { areaId },
    ]),
  )) as [string, string, string, string]
  await at(async (ctx) => {
    const { householdId } = await recordMembership(ctx, {
      personId: one,
      isHead: true,
      relationToHead: 'chủ hộ',
      from: civilDate('2025-09-01'),
      source: 'Tờ khai',
    } as never) // The household is made with its head.
    await recordMembership(ctx, {
      personId: child,
      householdId,
      isHead: false,
      relationToHead: 'con',
      from: civilDate('2025-09-01'),
      source: 'Tờ khai',
    } as never)
  })
  const lines = linesOf(
    { from: yenLac, to: yenLac, villages: '' },
    { from: yenLac, to: '08997', name: 'Xã Đông Lạc', villages: 'thôn đông' },
  )
  const { steps } = await at((ctx) => keep(ctx, lines))
  const tried = await at((ctx) => showStep(ctx, { id: steps[0]!.id }))
  expect(tried.unplaced).toMatchObject([{ people: 2 }])
  expect(tried.totals.before).toEqual(tried.totals.after)
  const { outcomes } = await at((ctx) => applyLines(ctx, lines))
  expect(outcomes).toMatchObject([{ closed: 1, opened: 2, followed: 3, toPlace: 1 }])

  const homes = await at((ctx) => homesOf(ctx, [one, two, child, lonely]))
  const placesOf = (id: string) => homes.get(id)!.map(({ areaId, from }) => [areaId, from])
  expect(placesOf(one)).toEqual([
    [areaId, '2024-08-01'],
    [261108997, '2026-11-01'],
  ])
  expect(placesOf(child)).toEqual([
    [areaId, '2024-08-01'],
    [261108997, '2026-11-01'],
  ])
  expect(placesOf(two)).toEqual([
    [9025, '2024-08-01'],
    [261109025, '2026-11-01'],
  ])
  expect(placesOf(lonely)).toEqual([[areaId, '2024-08-01']])
  const { rows: moved } = await at((ctx) =>
    sql`select from platform.event where type = 'people.moved'`.execute(ctx.db()),
  )
  expect(moved).toEqual([])
})

test('killed when all is written and nothing committed, a step leaves nothing, and is done once by whoever comes next', async () => {
  const [from, to] = [vinhThanh, '08996']
  await at((ctx) =>
    givenResidents(ctx, [
      { areaId: idOf(from), village: 'Thôn 1' },
      { areaId: idOf(from), village: 'Thôn 2' },
    ]),
  )
  const { steps } = await at((ctx) =>
    keep(ctx, linesOf({ from, to, name: 'Xã Một', villages: 'Thôn 1' }, { from, to: from })),
  )
  const id = steps[0]!.id
  await at((ctx) => orderStep(ctx, { id }))
  const before = await at(everything)
  const step = join(import.meta.dirname, 'interrupted-step.ts')
  await killOnceItSpeaks(own, step, own.programUrl, id, 'accounts')
  expect(await at(everything)).toEqual(before)
  await own.runJobs()
  await own.runJobs()
  const { outcome, state } = await at((ctx) => showStep(ctx, { id }))
  expect([state, outcome]).toMatchObject(['applied', { closed: 1, opened: 2, followed: 2 }])
  expect(await at((ctx) => findArea(ctx, { code: to }))).toMatchObject({ name: 'Xã Một' })
})

test('what is ordered ahead waits for its day', async () => {
  const { steps } = await at((ctx) =>
    keep(ctx, linesOf({ from: songLo, to: '08993', name: 'Xã Sông Lô Mới', on: '2027-01-01' })),
  )
  expect(await at((ctx) => orderStep(ctx, { id: steps[0]!.id }))).toEqual({ jobId: null })
  await own.runJobs()
  expect(await at((ctx) => findArea(ctx, { code: '08993', on: civilDate('2027-02-01') }))).toBeUndefined()
})

test('of two days that are ordered the later is taken back first', async () => {
  const { id, steps } = await at((ctx) =>
    keep(
      ctx,
      linesOf(
        { from: '08842', to: '08991', name: 'Xã Thứ Nhất', on: '2027-02-01' },
        { from: '08773', to: '08992', name: 'Xã Thứ Hai', on: '2027-03-01' },
      ),
    ),
  )
  const [first, second] = [steps[0]!.id, steps[1]!.id]
  for (const id of [first, second]) await at((ctx) => orderStep(ctx, { id }))
  await expect(at((ctx) => cancelStep(ctx, { id: first }))).rejects.toMatchObject({
    code: 'territory.later_step_first',
    details: { on: '2027-03-01' },
  })
  await at((ctx) => cancelStep(ctx, { id: second }))
  await at((ctx) => cancelStep(ctx, { id: first }))
  const { steps: after } = await at((ctx) => showReform(ctx, { id }))
  expect(after.map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
})

/** Units, homes and assignments, to see that nothing was changed. */
async function everything(ctx: Ctx) {
  const digest = async (table: string) => {
    const { rows } = await sql<{ digest: string }>`
      select md5(coalesce(string_agg(each::text, '|' order by each::text), '')) as digest
      from ${sql.raw(table)} each`.execute(ctx.db())
    return rows[0]!.digest
  }
  const tables = [
    'geography.area',
    'geography.area_change',
    'people.residence',
    'people.person',
    'identity.assignment',
  ]
  return Promise.all(tables.map((table) => digest(table).then((value) => `${table} ${value}`)))
}
