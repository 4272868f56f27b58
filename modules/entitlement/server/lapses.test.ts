import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { addMonths, instant, month, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { actAs } from '#platform/server/database'
import { test, type World } from '#testing/world'
import { getEntitlements, getExplanation } from '../contract.ts'
import { listAwards } from '../db/awards.ts'
import { writeLapses } from '../db/lapses.ts'
import { awaitedBy, dueIn } from '../domain/index.ts'
import { listChangedSince } from '../db/standings.ts'
import { decided, givenFact, givenPerson, severe, tamSon, thoTang } from '../testing.ts'
import { grantAward, grantAwards } from './grant-awards.ts'
import { moveAward } from './move-award.ts'
import { refreshStandings } from './refresh-standings.ts'
import { replayPersonMonths } from './replay.ts'

const allowance = 'monthly_allowance'
const opened = instant('2022-03-10T02:00:00Z')

describe('an award whose right ended for a whole month', () => {
  test('pays nothing when the right returns, and says so', async ({ world }) => {
    const { ctx } = world
    const personId = await givenPausing(ctx)
    expect(await amounts(ctx, personId, '2023-02', '2023-08')).toEqual([670_500, 0, 0, 0, 0, 0, 0])
    const [row] = await replayPersonMonths(ctx, [personId], [month('2023-06')], ctx.now)
    expect(awaitedBy(row!)).toMatchObject([{ component: 'allowance', amount: 670_500 }])

    const reader = world.as({ can: ['entitlement.read'], areaId: tamSon, areaIds: [tamSon] })
    const { awards } = await reader.call(getEntitlements, { personId })
    expect(awards).toMatchObject([{ through: null, lapsedIn: '2023-03' }])
    const { explanation } = await reader.call(getExplanation, { personId, month: month('2023-06') })
    expect(explanation.groups.find(({ group }) => group === 'MSA-6')).toMatchObject({
      outcome: 'lapsed',
      lapsedIn: '2023-03',
    })
  })

  test('pays again by a new decision, which ends the old award with its last month', async ({ world }) => {
    const { ctx } = world
    const personId = await givenPausing(ctx)
    const { awardId } = await grantAward(ctx, {
      personId,
      benefit: allowance,
      from: month('2023-07'),
      decision: decided(tamSon, { number: '77/QĐ-UBND', signedOn: '2023-07-03' as never }),
    })
    expect(await amounts(ctx, personId, '2023-02', '2023-08')).toEqual([
      670_500, 0, 0, 0, 0, 670_500, 670_500,
    ])
    expect(await listAwards(ctx, [personId])).toMatchObject([
      { during: { from: '2022-03-01', until: '2023-03-01' }, closeReason: 'ineligible' },
      { id: awardId, during: { from: '2023-07-01', until: null } },
    ])
    const { rows } = await sql<{ kind: string }>`
      select kind from entitlement.decision where number = '77/QĐ-UBND' order by kind`.execute(ctx.db())
    expect(rows.map(({ kind }) => kind)).toEqual(['grant', 'stop'])
    expect(await lapses(ctx, personId)).toEqual([])
  })

  test('is not opened again by a move', async ({ world }) => {
    const { ctx } = world
    const personId = await givenPausing(ctx)
    await moveAward(ctx, {
      personId,
      stop: decided(tamSon),
      grant: decided(thoTang),
      lastMonth: month('2023-04'),
    })
    expect(await amounts(ctx, personId, '2023-02', '2023-08')).toEqual([670_500, 0, 0, 0, 0, 0, 0])
    await grantAward(ctx, {
      personId,
      benefit: allowance,
      from: month('2023-07'),
      decision: decided(thoTang, { signedOn: '2023-07-03' as never }),
    })
    expect(await amounts(ctx, personId, '2023-06', '2023-07')).toEqual([0, 670_500])
  })

  test('has not lapsed if the end was recorded by mistake and is taken back', async ({ world }) => {
    const { ctx } = world
    const personId = await givenPausing(ctx)
    const known = await replayPersonMonths(ctx, [personId], [month('2023-06')], ctx.now)
    expect(known).toMatchObject([{ awards: [], lapsed: new Map([[allowance, '2023-03']]) }])
    await sql`update people.circumstance set retracted_at = ${ctx.now} where person_id = ${personId}`.execute(
      ctx.db(),
    )
    await givenFact(ctx, personId, { ...severe, recordedAt: ctx.now })
    await refreshStandings(ctx)
    expect(await amounts(ctx, personId, '2023-02', '2023-08')).toEqual(Array(7).fill(670_500))
    expect(await lapses(ctx, personId)).toEqual([])
    const [asKnownBefore] = await replayPersonMonths(
      ctx,
      [personId],
      [month('2023-06')],
      instant('2026-01-01T00:00:00Z'),
    )
    expect(asKnownBefore).toMatchObject({ awards: [], lapsed: new Map([[allowance, '2023-03']]) })
  })
})

test('a running award stays in the way of a second one', async ({ world: { ctx } }) => {
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await givenAward(ctx, personId)
  const again = { personId, benefit: allowance, from: month('2026-11'), decision: decided(tamSon) } as const
  await expect(grantAward(ctx, again)).rejects.toThrow('entitlement.award_overlaps')
})

test('under another law everybody’s lapses are worked out again, and by the same law they are left alone', async ({
  world: { ctx },
}) => {
  const personId = await givenPausing(ctx)
  await refreshStandings(ctx)
  await sql`delete from entitlement.lapse`.execute(ctx.db())
  await refreshStandings(ctx)
  expect(await lapses(ctx, personId)).toEqual([])
  await sql`update entitlement.projection set basis = 'of last year'`.execute(ctx.db())
  await refreshStandings(ctx)
  expect(await lapses(ctx, personId)).toEqual(['2023-03'])
})

test('whose award comes out otherwise under another law is noted, so that months paid already are looked at again', async ({
  world: { ctx },
}) => {
  const lapsed = await givenPausing(ctx)
  const runs = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await givenAward(ctx, runs)
  await refreshStandings(ctx)
  const noted = () => listChangedSince(ctx, instant('2000-01-01T00:00:00Z'))
  const underAnother = async (change: () => Promise<unknown>) => {
    await change()
    await sql`delete from entitlement.changed`.execute(ctx.db())
    await sql`update entitlement.projection set basis = 'of last year'`.execute(ctx.db())
    await refreshStandings(ctx)
    return noted()
  }
  expect(await underAnother(async () => {})).toEqual([])
  expect(await underAnother(() => sql`delete from entitlement.lapse`.execute(ctx.db()))).toEqual([lapsed])
  const { rows } = await sql<{ id: string }>`
    select id from entitlement.award where person_id = ${runs}`.execute(ctx.db())
  const mistaken = () =>
    sql`insert into entitlement.lapse (award_id, person_id, month)
      values (${rows[0]!.id}, ${runs}, '2024-01')`.execute(ctx.db())
  expect(await underAnother(mistaken)).toEqual([runs])
})

test('whoever gives a person something else at the same moment leaves the lapse of an award not seen yet, and none of one that is no more', async ({
  world,
}: {
  world: World
}) => {
  const { ctx } = world
  const personId = await givenPausing(ctx)
  const writeUnseen = () => writeLapses(ctx, { personIds: [personId], judged: [] }, [])

  expect(await writeUnseen()).toEqual([])
  expect(await lapses(ctx, personId)).toEqual(['2023-03'])

  await sql`update entitlement.award set retracted_at = ${ctx.now} where person_id = ${personId}`.execute(
    ctx.db(),
  )
  expect(await writeUnseen()).toEqual([personId])
  expect(await lapses(ctx, personId)).toEqual([])
})

test('only whoever may see the person sees the lapse', async ({ world }: { world: World }) => {
  const personId = await givenPausing(world.ctx)
  const { ctx } = world.as({ areaId: thoTang, areaIds: [thoTang] })
  await actAs(ctx.db(), ctx.actor)
  expect(await lapses(ctx, personId)).toEqual([])
})

/** Severely disabled until February 2023 and again from May, with one award since March 2022. */
async function givenPausing(ctx: Ctx): Promise<string> {
  const personId = await givenPerson(ctx, {
    areaId: tamSon,
    facts: [
      { ...severe, during: '[2020-01-01,2023-02-10)' },
      { ...severe, during: '[2023-05-20,)' },
    ],
  })
  await givenAward(ctx, personId)
  return personId
}

async function givenAward(ctx: Ctx, personId: string) {
  await refreshStandings(ctx)
  const grant = { personId, benefit: allowance, from: month('2022-03'), recordedAt: opened } as const
  await grantAwards(ctx, [{ ...grant, decision: decided(tamSon) }])
}

async function amounts(ctx: Ctx, personId: string, first: string, last: string): Promise<number[]> {
  const months: Month[] = []
  for (let one = month(first); one <= last; one = addMonths(one, 1)) months.push(one)
  const rows = await replayPersonMonths(ctx, [personId], months, ctx.now)
  return rows.map((row) => dueIn(row).reduce((sum, { amount }) => sum + amount, 0))
}

async function lapses(ctx: Ctx, personId: string) {
  const { rows } = await sql<{ month: string }>`
    select month from entitlement.lapse where person_id = ${personId}`.execute(ctx.db())
  return rows.map((row) => row.month)
}
