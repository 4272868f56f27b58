import { Client } from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import {
  addMonths,
  civilDate,
  dayOf,
  firstDayOf,
  instant,
  lastDayOf,
  month,
  type Instant,
  type Month,
} from '#kernel/civil-date'
import { areaAt, areaPaths } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { openDatabase, type Database } from '#platform/server/database'
import { createDatabase, urlsOf } from '#platform/server/postgres'
import { request, systemActor } from '#platform/server/request'
import { holdTestServer } from '#testing/test-server'
import type { PersonMonthRow } from '../db/person-months.ts'
import { dayNumber, dayOfNumber, streamPeople, type People } from '../db/people-stream.ts'
import { readRegisterMonth } from '../db/register-month.ts'
import { listChangedSince } from '../db/standings.ts'
import { benefits, compileMonth, dueColumns, dueIn, territoriesOf } from '../domain/index.ts'
import { decided, givenFact, givenPerson, givenRelation, severe, tamSon, thoTang } from '../testing.ts'
import { closeAwards } from './close-awards.ts'
import { engine } from '../domain/determine.ts'
import { dueAt, prepareMonth } from './dues-of-people.ts'
import { personMonthAt } from './person-month-at.ts'
import { grantAwards } from './grant-awards.ts'
import { refreshStandings } from './refresh-standings.ts'
import { replayPersonMonths } from './replay.ts'
import { suspendAward } from './suspend-award.ts'

/** COPY needs a connection of its own, which sees only what was committed: so this file has its own database. */
const server = await holdTestServer()
const database = `${inject('copies')}_months`
let db: Database
let url: string

beforeAll(async () => {
  await createDatabase(server, database, inject('template'))
  url = urlsOf(server, database).programUrl
  db = openDatabase(url, 2)
  await at('2022-06-30T01:00:00Z', givenEverybody)
})
afterAll(async () => {
  await db.destroy()
  server.release()
})

test('the stream of the present, and what it gives in columns, is what a replay of the present gives', async () => {
  for (const one of [
    '2022-03',
    '2022-07',
    '2022-08',
    '2022-09',
    '2022-12',
    '2023-01',
    '2023-02',
    '2023-06',
    '2024-01',
    '2026-10',
  ] as Month[]) {
    const streamed = await stream(one)
    const replayed = await at(present, (ctx) => replayPersonMonths(ctx, everybody, [one], ctx.now))
    const ids = new Set(streamed.map(({ personId }) => personId))
    expect(streamed.length).toBeGreaterThan(0)
    expect(replayed.filter(({ personId }) => ids.has(personId))).toEqual(streamed)
    const others = replayed.filter(({ personId }) => !ids.has(personId))
    expect(others.every(({ awards }) => awards.length === 0)).toBe(true)
  }
})

test('whose award ended in the month before is still named, without an award', async () => {
  const ended = await stream(month('2022-08'))
  expect(ended.find(({ personId }) => personId === stopped)).toMatchObject({ awards: [], areaId: tamSon })
  const gone = await stream(month('2022-09'))
  expect(gone.some(({ personId }) => personId === stopped)).toBe(false)
})

test('of the dead the last day is known in its month, and nothing after it, though no decision has closed the award', async () => {
  const rowIn = async (one: Month) => (await stream(one)).find(({ personId }) => personId === dead)
  expect(await rowIn(month('2022-12'))).toMatchObject({
    earlier: { disability: 'severe' },
    later: { disability: 'severe' },
    livedThrough: '2022-12-20',
  })
  expect(await rowIn(month('2023-01'))).toMatchObject({
    earlier: undefined,
    later: undefined,
    areaId: tamSon,
    awarded: new Set(['monthly_allowance']),
  })
})

test('what begins and ends within a month, and what changed before the procedure did, is due as the law has it', async () => {
  const dueIn = async (one: Month, who: string) => {
    const person = (await stream(one)).find(({ personId }) => personId === who)!
    return engine.dueIn(person).map(({ amount }) => amount)
  }
  expect(await dueIn(month('2022-12'), brief)).toEqual([670_500]) // 1,5 × 447.000 in Vĩnh Phúc
  expect(await dueIn(month('2023-01'), brief)).toEqual([])
  expect(await dueIn(month('2022-12'), within)).toEqual([670_500])
  expect(await dueIn(month('2023-01'), within)).toEqual([])
  expect(await dueIn(month('2026-10'), raised)).toEqual([810_000])
  expect(await dueIn(month('2026-11'), raised)).toEqual([1_080_000])
})

test('G-ORG-1: in June and July 2025 one award goes on in the same house, of Vĩnh Phúc first and then of Phú Thọ', async () => {
  const rowIn = async (one: Month) => (await stream(one)).find(({ personId }) => personId === mover)!
  const [june, july] = [await rowIn(month('2025-06')), await rowIn(month('2025-07'))]
  expect(july.awards).toEqual(june.awards)
  expect(july.areaId).toBe(june.areaId)
  // 1,5 × 500.000 in both: no decision lies between them.
  for (const row of [june, july]) expect(engine.dueIn(row).map(({ amount }) => amount)).toEqual([750_000])
  const pathOn = async (day: string) =>
    at(present, async (ctx) => {
      const unit = (await areaAt(ctx, [june.areaId], civilDate(day))).get(june.areaId)!
      return [unit, (await areaPaths(ctx, [unit])).get(unit)] as const
    })
  const [then, now] = [await pathOn('2025-06-30'), await pathOn('2025-07-01')]
  expect(then).toEqual([thoTang, expect.stringMatching(/Tỉnh Vĩnh Phúc$/)])
  expect(now[0]).not.toBe(thoTang)
  expect(now[1]).toMatch(/Tỉnh Phú Thọ$/)
})

test('an award whose right ended and came back is named apart, in the month it comes back and ever after', async () => {
  const rowIn = async (one: Month) => (await stream(one)).find(({ personId }) => personId === pausing)
  expect(await rowIn(month('2023-02'))).toMatchObject({ awarded: new Set([allowance]) })
  for (const one of ['2023-05', '2023-06', '2024-01'] as Month[])
    expect(await rowIn(one)).toMatchObject({
      awarded: new Set(),
      awards: [],
      later: { disability: 'severe' },
      lapsed: new Map([[allowance, '2023-03']]),
    })
})

test('whose award is suspended is not awarded from the first month left out', async () => {
  const rowIn = async (one: Month) => (await stream(one)).find(({ personId }) => personId === suspended)
  expect(await rowIn(month('2022-12'))).toMatchObject({ awarded: new Set([allowance]) })
  expect(await rowIn(month('2023-01'))).toMatchObject({ awarded: new Set(), later: { disability: 'severe' } })
  expect(await rowIn(month('2023-02'))).toBeUndefined()
})

test('a share that passes from one spouse to the other pays the month at the turn, which only its first end makes due', async () => {
  for (const [one, drawing] of [
    ['2022-08', handing],
    ['2022-09', taking],
  ] as const) {
    const rows = await stream(month(one))
    const paid = rows.filter((row) => dueIn(row).some(({ component }) => component === 'parenting'))
    expect(paid.map(({ personId }) => personId)).toEqual([drawing])
  }
})

test('whoever moves is in the unit of the last day, with the standing of both', async () => {
  const [row] = (await stream(month('2022-10'))).filter(({ personId }) => personId === mover)
  expect(row).toMatchObject({
    areaId: thoTang,
    earlier: { territory: 'vinh-phuc' },
    awarded: new Set(['monthly_allowance']),
  })
})

test('an earlier moment knows only what it knew', async () => {
  const knew = (knownAt: Instant) =>
    at(present, (ctx) => replayPersonMonths(ctx, [late], [month('2022-05')], knownAt))
  const [before] = await knew(instant('2022-06-30T23:00:00Z'))
  const [after] = await knew(present)
  expect(before).toMatchObject({ knownOn: '2022-07-01', later: { household: 'other' } })
  expect(after).toMatchObject({ later: { household: 'poor' } })
})

test('the register of a month, awards or none, comes to what its people are due one by one', async () => {
  const client = await connect()
  try {
    for (const one of ['2022-08', '2022-12', '2023-01', '2023-02'].map(month)) {
      const territories = territoriesOf()
      const { columns, ids } = await readRegisterMonth(client, { month: one, territories })
      const kernel = compileMonth(engine.lawIn(one, lastDayOf(one))!, territories.names)
      const found = dueColumns(columns.later.length)
      kernel.run(columns, found)
      const paid = Array.from({ length: columns.later.length }, (_, index) => ({
        personId: idAt(ids, index),
        due: kernel.dueAt(found, index).map(({ amount }) => amount),
      }))
      const streamed = (await stream(one)).map((row) => ({
        personId: row.personId,
        due: engine.dueIn({ ...row, knownOn: lastDayOf(one) }).map(({ amount }) => amount),
      }))
      const whoever = (some: typeof paid) => some.filter(({ due }) => due.length > 0)
      expect([one, whoever(paid)]).toEqual([one, whoever(streamed)])
    }
    // What ended with the last day of a year is paid once more in January.
    expect((await stream(month('2023-01'))).find(({ personId }) => personId === yearly)).toMatchObject({
      earlier: { disability: 'severe' },
      later: { disability: 'none' },
    })
  } finally {
    await client.end()
  }
})

test('everybody is read once, in the order of their ids, over all months asked for', async () => {
  const client = await connect()
  const ids: string[] = []
  const territories = territoriesOf()
  const asked = { from: month('2022-01'), through: month('2025-01'), territories }
  for await (const people of streamPeople(client, asked)) {
    for (let person = 0; person < people.length; person++) ids.push(idAt(people.ids, person))
    const begins = Array.from(people.awards.begins.subarray(0, people.awardsFrom[people.length]))
    expect(new Set(begins.map(dayOfNumber))).toEqual(new Set(['2022-03-01', '2022-12-01']))
  }
  await client.end()
  expect(ids).toEqual(everybody.filter((id) => ids.includes(id)))
  expect(ids).toContain(stopped)
})

test('what is packed in another layout is packed again before anybody is paid by it', async () => {
  const before = await stream(month('2023-01'))
  await at(present, async (ctx) => {
    await sql`update entitlement.standing set packed = null`.execute(ctx.db())
  })
  await expect(stream(month('2023-01'))).rejects.toThrow('not packed')
  await at(present, async (ctx) => {
    await sql`update platform.setting set value = '"of last year"' where key = 'entitlement.layout'`.execute(
      ctx.db(),
    )
    await refreshStandings(ctx)
  })
  expect(await stream(month('2023-01'))).toEqual(before)
})

test('who changed since a moment is known, if there ever was an award', async () => {
  const since = instant('2025-01-01T00:00:00Z')
  expect(await at(present, (ctx) => listChangedSince(ctx, since))).toEqual([])
  await at('2025-02-01T01:00:00Z', async (ctx) => {
    for (const id of [late, unawarded]) await givenFact(ctx, id, { kind: 'wage', during: '[2025-01-01,)' })
    await refreshStandings(ctx)
  })
  expect(await at(present, (ctx) => listChangedSince(ctx, since))).toEqual([late])
})

const present = instant('2026-11-23T02:00:00Z')
let everybody: string[]
const allowance = 'monthly_allowance'
let pausing: string, stopped: string, dead: string, mover: string, late: string, unawarded: string
let suspended: string,
  undone: string,
  handing: string,
  taking: string,
  brief: string,
  within: string,
  yearly: string,
  raised: string

async function givenEverybody(ctx: Ctx) {
  const person = (differing: Partial<Parameters<typeof givenPerson>[1]> = {}) =>
    givenPerson(ctx, { areaId: tamSon, facts: [severe], ...differing })
  const open = await person()
  stopped = await person()
  dead = await person({ diedOn: '2022-12-20' })
  brief = await person({ facts: [{ ...severe, during: '[2022-12-03,)' }], diedOn: '2022-12-20' })
  within = await person({ facts: [{ ...severe, during: '[2022-12-03,2022-12-20)' }] })
  yearly = await person({ facts: [{ ...severe, during: '[2020-01-01,2023-01-01)' }] })
  raised = await person({
    facts: [
      { ...severe, during: '[2020-01-01,2026-10-02)' },
      { ...severe, detail: { ...severe.detail, level: 'exceptionally_severe' }, during: '[2026-10-02,)' },
    ],
  })
  mover = await person()
  late = await person()
  pausing = await person({
    facts: [
      { ...severe, during: '[2020-01-01,2023-02-10)' },
      { ...severe, during: '[2023-05-20,)' },
    ],
  })
  suspended = await person()
  undone = await person()
  unawarded = await person()
  const mother = await person({
    facts: [{ kind: 'single_parent', detail: { basis: 'never_married' } }],
  })
  const child = await person({ born: '2009-12-15', areaId: thoTang, facts: [] })
  await givenRelation(ctx, mother, 'parent_of', child)
  const [wife, husband] = [await person(), await person()]
  await givenRelation(ctx, wife, 'spouse_of', husband)
  handing = await person({ facts: [{ ...severe, during: '[2020-01-01,2022-08-10)' }] })
  taking = await person({ facts: [{ ...severe, during: '[2020-01-01,2022-09-20)' }] })
  const small = await person({ born: '2021-10-10', facts: [] })
  await givenRelation(ctx, handing, 'spouse_of', taking)
  for (const parent of [handing, taking]) await givenRelation(ctx, parent, 'parent_of', small)
  await sql`update people.residence set during = '[1984-05-10,2022-10-17)' where person_id = ${mover}`.execute(
    ctx.db(),
  )
  await sql`insert into people.residence (person_id, area_id, during, source, recorded_at)
    values (${mover}, ${thoTang}, '[2022-10-17,)', 'test', '2022-06-30T01:00:00Z')`.execute(ctx.db())
  everybody = [
    open,
    suspended,
    undone,
    pausing,
    stopped,
    dead,
    brief,
    within,
    yearly,
    raised,
    mover,
    late,
    unawarded,
    mother,
    child,
    wife,
    husband,
    handing,
    taking,
    small,
  ].toSorted()

  const awarded = [
    open,
    suspended,
    undone,
    pausing,
    stopped,
    dead,
    yearly,
    raised,
    mover,
    late,
    mother,
    wife,
    husband,
  ]
  await refreshStandings(ctx)
  const from = month('2022-03')
  await grantAwards(
    ctx,
    awarded.map((personId) => ({
      personId,
      benefit: 'monthly_allowance',
      decision: decided(tamSon),
      from,
    })),
  )
  await grantAwards(ctx, [
    { personId: wife, benefit: 'parenting_support', decision: decided(tamSon), from },
    { personId: husband, benefit: 'parenting_support', decision: decided(tamSon), from: addMonths(from, 9) },
    ...[brief, within].map((personId) => ({
      personId,
      benefit: 'monthly_allowance' as const,
      decision: decided(tamSon),
      from: addMonths(from, 9),
    })),
    ...[handing, taking].map((personId) => ({
      personId,
      benefit: 'parenting_support' as const,
      decision: decided(tamSon),
      from,
    })),
  ])
  const closing = { benefit: 'monthly_allowance', lastMonth: month('2022-07'), reason: 'ineligible' } as const
  await closeAwards(ctx, [{ personId: stopped, decision: decided(tamSon), ...closing }])
  const poor = { kind: 'poverty', detail: { level: 'poor', year: 2022 } } as const
  await givenFact(ctx, late, {
    ...poor,
    during: '[2022-01-01,)',
    recordedAt: instant('2022-07-01T01:00:00Z'),
  })
  await refreshStandings(ctx)
  for (const personId of [suspended, undone])
    await suspendAward(ctx, {
      personId,
      benefit: 'monthly_allowance',
      from: personId === undone ? from : month('2023-01'),
      ground: 'not_collected',
      decision: decided(tamSon),
    })
}

function at<Result>(moment: string, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  const nothing = { publish: async () => {}, record: () => '' }
  return request(db, { actor: systemActor(), now: instant(moment) }, nothing, work)
}

async function connect() {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`select set_config('ansinh.area', '0', false)`)
  return client
}

/** The people of a month as the interpreter would have them, after making sure that it gives them the same. */
async function stream(wanted: Month): Promise<PersonMonthRow[]> {
  const client = await connect()
  const rows: PersonMonthRow[] = []
  const territories = territoriesOf()
  const knownOn = dayOf(present)
  const runner = prepareMonth(wanted, knownOn, territories)!
  try {
    await client.query('begin')
    for await (const people of streamPeople(client, { from: wanted, through: wanted, territories })) {
      const given = runner.run(people)
      for (let person = 0; person < people.length; person++) {
        const row = personMonthAt(people, given, person, { month: wanted, knownOn, territories })
        const dues = Array.from({ length: given.dues.count }, (_, due) => due)
          .filter((due) => given.dues.person[due] === person)
          .map((due) => dueAt(runner, given.dues, due))
        expect(dues).toEqual(dueIn(row))
        const awards = openAwards(people, person, wanted)
        rows.push({ ...row, personId: idAt(people.ids, person), areaId: given.areaId[person]!, awards })
      }
    }
  } finally {
    await client.end()
  }
  return rows
}

function openAwards({ awards, awardsFrom }: People, person: number, wanted: Month) {
  const [first, last] = [dayNumber(firstDayOf(wanted)), dayNumber(lastDayOf(wanted))]
  return Array.from(
    { length: awardsFrom[person + 1]! - awardsFrom[person]! },
    (_, index) => awardsFrom[person]! + index,
  )
    .filter(
      (award) =>
        awards.begins[award]! <= last && awards.ends[award]! > first && awards.lapses[award]! > first,
    )
    .map((award) => ({
      id: idAt(awards.ids, award),
      benefit: benefits[awards.benefit[award]!]!,
      payeeId: idAt(awards.payees, award),
    }))
}

function idAt(ids: Buffer, index: number): string {
  return ids.toString('hex', index * 16, index * 16 + 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
