import { sql } from 'kysely'
import { expect } from 'vitest'
import { month } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { noteChanged } from '../db/standings.ts'
import { dueIn } from '../domain/index.ts'
import {
  decided,
  givenFact,
  givenPerson,
  givenPoorHousehold,
  givenRelation,
  severe,
  tamSon,
  thoTang,
} from '../testing.ts'
import { grantAward, grantAwards } from './grant-awards.ts'
import { refreshStandings } from './refresh-standings.ts'
import { replayPersonMonths } from './replay.ts'

test('whoever was touched is seen by the law, and a second look finds nothing to do', async ({ world }) => {
  const { ctx } = world
  const person = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await refreshStandings(ctx)
  expect(await standingsOf(world, person)).toEqual([
    ['[1984-05-10,2020-01-01)', tamSon, { territory: 'vinh-phuc', born: '1984-05-10' }],
    ['[2020-01-01,)', tamSon, { territory: 'vinh-phuc', born: '1984-05-10', disability: 'severe' }],
  ])
  expect(await refreshStandings(ctx)).toBe(0)
})

test('only what differs is written again, and who stands otherwise is remembered', async ({ world }) => {
  const { ctx } = world
  const [touched, quiet] = [
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
  ]
  await refreshStandings(ctx)
  await sql`delete from entitlement.changed`.execute(ctx.db())
  const before = await rowsOf(world, quiet)
  await givenFact(ctx, touched, { kind: 'wage', during: '[2024-01-01,)' })
  await sql`insert into people.touched (person_id) values (${quiet}) on conflict do nothing`.execute(ctx.db())
  expect(await refreshStandings(ctx)).toBe(1)
  expect(await changed(world)).toEqual([touched])
  expect(await rowsOf(world, quiet)).toEqual(before)
  expect(await standingsOf(world, touched)).toHaveLength(3)
})

test('a child who studies changes what the law sees of the mother', async ({ world }) => {
  const { ctx } = world
  const mother = await givenPerson(ctx, { areaId: tamSon })
  const child = await givenPerson(ctx, { areaId: thoTang, born: '2008-02-01' })
  await givenRelation(ctx, mother, 'parent_of', child, { continued: true })
  await refreshStandings(ctx)
  await sql`delete from entitlement.changed`.execute(ctx.db())
  await givenFact(ctx, child, {
    kind: 'study',
    detail: { level: 'general' },
    during: '[2024-09-01,2026-06-01)',
  })
  expect(await refreshStandings(ctx)).toBe(2)
  const studying = (await standingsOf(world, mother)).find(([during]) => during.startsWith('[2024-09-01'))
  expect(studying?.[2]).toMatchObject({
    children: [{ born: '2008-02-01', isStudying: true, continued: true }],
  })
})

test('the facts of a relative elsewhere count, whoever asks for the standings', async ({ world }) => {
  const { ctx } = world
  const mother = await givenPerson(ctx, { areaId: tamSon })
  const child = await givenPerson(ctx, { areaId: thoTang, born: '2020-02-01' })
  await givenRelation(ctx, mother, 'parent_of', child)
  const officer = world.as({ areaId: tamSon, areaIds: [tamSon] }).ctx
  await sql`select set_config('ansinh.area', ${String(tamSon)}, true)`.execute(ctx.db())
  await refreshStandings(officer)
  const { rows } = await sql<{
    area: string
  }>`select current_setting('ansinh.area') as area`.execute(ctx.db())
  expect(rows[0]?.area).toBe(String(tamSon))
  await sql`select set_config('ansinh.area', '0', true)`.execute(ctx.db())
  expect((await standingsOf(world, mother)).at(-1)?.[2]).toMatchObject({ children: [{ born: '2020-02-01' }] })
})

test('a carer known to be dead no longer cares, though nobody ended the tie', async ({ world }) => {
  const { ctx } = world
  const person = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  const carer = await givenPerson(ctx, { areaId: tamSon })
  await givenRelation(ctx, carer, 'cares_for', person, { arrangement: 'own_household' })
  await refreshStandings(ctx)
  expect((await standingsOf(world, person)).at(-1)?.[2]).toMatchObject({ care: 'own_household' })
  await sql`update people.person_version set died_on = '2024-02-03' where person_id = ${carer}`.execute(
    ctx.db(),
  )
  await refreshStandings(ctx)
  const standings = await standingsOf(world, person)
  expect(standings.at(-1)?.[0]).toBe('[2024-02-04,)')
  expect(standings.at(-1)?.[2]).not.toHaveProperty('care')
})

test('the standing ends with death', async ({ world }) => {
  const { ctx } = world
  const person = await givenPerson(ctx, { areaId: tamSon, diedOn: '2024-02-03' })
  await refreshStandings(ctx)
  expect((await standingsOf(world, person)).map(([during]) => during)).toEqual(['[1984-05-10,2024-02-04)'])
})

test('a share granted to one spouse is seen on the other', async ({ world }) => {
  const { ctx } = world
  const mother = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  const father = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await givenRelation(ctx, mother, 'spouse_of', father)
  const child = await givenPerson(ctx, { areaId: tamSon, born: '2021-10-10' })
  await givenRelation(ctx, mother, 'parent_of', child)
  await refreshStandings(ctx)
  await grantAwards(ctx, [
    {
      personId: mother,
      benefit: 'parenting_support',
      decision: decided(tamSon),
      from: month('2022-03'),
    },
  ])
  const shared = (await standingsOf(world, father)).filter(
    ([, , facts]) => 'spouseHasParentingSupport' in facts,
  )
  // Until the end of the month in which the child is 36 months old; of that month it is told that the next is nobody’s.
  expect(shared.map(([during]) => during)).toEqual(['[2022-03-01,2024-10-01)', '[2024-10-01,2024-11-01)'])
  expect((await standingsOf(world, mother)).at(-1)?.[2]).not.toHaveProperty('spouseHasParentingSupport')
})

test('a single parent keeps the amount for a child who turned 16 on the rolls and studies, beyond Decree 335', async ({
  world,
}) => {
  const { ctx } = world
  const facts = [{ kind: 'single_parent' as const, detail: { basis: 'never_married' } }]
  const mother = await givenPerson(ctx, { areaId: tamSon, facts })
  await givenPoorHousehold(ctx, mother)
  const child = await givenPerson(ctx, { areaId: tamSon, born: '2009-05-05' })
  await givenFact(ctx, child, { kind: 'study', detail: { level: 'general' } })
  await givenRelation(ctx, mother, 'parent_of', child)
  await refreshStandings(ctx)
  const duesIn = async () => {
    const rows = await replayPersonMonths(ctx, [mother], [month('2026-06'), month('2026-11')], ctx.now)
    return rows.map(dueIn).map((dues) => dues.map(({ rule, amount }) => [rule, amount]))
  }
  await grantAwards(ctx, [
    {
      personId: mother,
      benefit: 'monthly_allowance',
      decision: decided(tamSon),
      from: month('2022-03'),
    },
  ])
  expect(await duesIn()).toEqual([[['MSA-4', 500_000]], [['MSA-4', 540_000]]])
  expect((await standingsOf(world, mother)).at(-1)?.[2]).toMatchObject({ children: [{ continued: true }] })
})

test('an orphan paid under khoản 1 until 16 goes on under khoản 2 while studying, with nothing more recorded', async ({
  world,
}) => {
  const { ctx } = world
  const parents = { father: 'dead', mother: 'dead', abandoned: false }
  const facts = [
    { kind: 'parents' as const, detail: parents },
    { kind: 'study' as const, detail: { level: 'general' } },
  ]
  const [paid, unpaid] = [
    await givenPerson(ctx, { areaId: tamSon, born: '2010-05-05', facts }),
    await givenPerson(ctx, { areaId: tamSon, born: '2010-05-05', facts }),
  ]
  await refreshStandings(ctx)
  const grant = (personId: string, from: string) => ({
    personId,
    benefit: 'monthly_allowance' as const,
    decision: decided(tamSon),
    from: month(from),
  })
  await grantAwards(ctx, [grant(paid, '2022-03'), grant(unpaid, '2026-08')])
  const months = ['2026-04', '2026-06', '2026-11'].map(month)
  const duesOf = async (id: string) =>
    (await replayPersonMonths(ctx, [id], months, ctx.now))
      .map(dueIn)
      .map((dues) => dues.map(({ rule, amount }) => [rule, amount]))
  // 1,5 × 500.000 under khoản 1, then under khoản 2; 1,5 × 540.000 since July.
  expect(await duesOf(paid)).toEqual([[['MSA-1-B', 750_000]], [['MSA-2', 750_000]], [['MSA-2', 810_000]]])
  expect((await standingsOf(world, paid)).at(-1)?.[2]).toMatchObject({ wasChildWithoutSupport: true })
  // Granted only after the birthday, nobody was paid under khoản 1 until it.
  expect(await duesOf(unpaid)).toEqual([[], [], []])
  expect((await standingsOf(world, unpaid)).at(-1)?.[2]).not.toHaveProperty('wasChildWithoutSupport')
})

test('a couple granted the share in the same month draws it once, in that month too', async ({ world }) => {
  const { ctx } = world
  const [mother, father] = [
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
  ]
  const child = await givenPerson(ctx, { areaId: tamSon, born: '2021-10-10' })
  await givenRelation(ctx, mother, 'spouse_of', father)
  for (const parent of [mother, father]) await givenRelation(ctx, parent, 'parent_of', child)
  const [benefit, from] = ['parenting_support' as const, month('2022-03')]
  const couple = [mother, father]
  await grantAwards(
    ctx,
    couple.map((personId) => ({ personId, benefit, from, decision: decided(tamSon) })),
  )
  const rows = await replayPersonMonths(ctx, couple, [from, month('2022-04')], ctx.now)
  expect(rows.flatMap(dueIn).map(({ rule, amount }) => [rule, amount])).toEqual([
    ['CARE-2A', 670_500],
    ['CARE-2A', 670_500],
  ])
})

test('who has a spouse that draws the share is not granted another, not even for the first month', async ({
  world,
}) => {
  const { ctx } = world
  const [mother, father] = [
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
  ]
  const child = await givenPerson(ctx, { areaId: tamSon, born: '2021-10-10' })
  await givenRelation(ctx, mother, 'spouse_of', father)
  for (const parent of [mother, father]) await givenRelation(ctx, parent, 'parent_of', child)
  const grant = (personId: string) =>
    grantAward(ctx, {
      personId,
      benefit: 'parenting_support',
      from: month('2022-03'),
      decision: decided(tamSon),
    })
  await grant(mother)
  await expect(grant(father)).rejects.toThrow('entitlement.no_right_yet')
})

test('a village counts as difficult only by its own name', async ({ world }) => {
  const { ctx } = world
  const person = await givenPerson(ctx, { areaId: tamSon })
  await sql`update people.residence set village = 'Thôn Lũng Gì' where person_id = ${person}`.execute(
    ctx.db(),
  )
  await sql`insert into geography.classification (area_id, village, kind, during, act)
    values (${tamSon}, 'thôn Lũng Gì', 'extremely_difficult', '[2021-06-04,2026-01-01)', 'test'),
           (${tamSon}, 'thôn Khác', 'extremely_difficult', '[2020-06-04,2021-01-01)', 'test')`.execute(
    ctx.db(),
  )
  await refreshStandings(ctx)
  const difficult = (await standingsOf(world, person)).filter(([, , facts]) => 'inDifficultArea' in facts)
  expect(difficult.map(([during]) => during)).toEqual(['[2021-06-04,2026-01-01)'])
})

test('whoever is noted as changed is not touched by noting it again, and nobody has to wait', async ({
  world,
}) => {
  const { ctx } = world
  const person = await givenPerson(ctx, { areaId: tamSon })
  await noteChanged(ctx, [person])
  await noteChanged(ctx, [person])
  const heldBy = async () => {
    const { rows } = await sql<{
      xmax: string
    }>`select xmax::text from entitlement.changed where person_id = ${person}`.execute(ctx.db())
    return rows.map(({ xmax }) => xmax)
  }
  expect(await heldBy()).toEqual(['0'])
})

async function standingsOf({ ctx }: World, personId: string) {
  const { rows } = await sql<{ during: string; areaId: number; facts: object }>`
    select during::text, area_id, facts from entitlement.standing where person_id = ${personId} order by during`.execute(
    ctx.db(),
  )
  return rows.map(({ during, areaId, facts }) => [during, areaId, facts] as const)
}

async function rowsOf({ ctx }: World, personId: string) {
  const { rows } = await sql<{ place: string; xmin: string }>`
    select ctid::text as place, xmin::text from entitlement.standing where person_id = ${personId} order by during`.execute(
    ctx.db(),
  )
  return rows
}

async function changed({ ctx }: World) {
  const { rows } = await sql<{
    personId: string
  }>`select person_id from entitlement.changed`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}
