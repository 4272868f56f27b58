import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { instant, month, monthsThrough, type Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { test } from '#testing/world'
import { dueIn } from '../domain/index.ts'
import { decided, givenPerson, givenRelation, severe, tamSon } from '../testing.ts'
import { closeAward } from './close-awards.ts'
import { grantAward, grantAwards } from './grant-awards.ts'
import { refreshStandings } from './refresh-standings.ts'
import { replayPersonMonths } from './replay.ts'
import { suspendAward } from './suspend-award.ts'

const benefit = 'parenting_support'

describe('the one share of a couple for raising small children (CARE-2)', () => {
  test('goes to the spouse once the award of the other has lapsed, from the month after its last', async ({
    world: { ctx },
  }) => {
    const { mother, father } = await givenCouple(ctx, { motherSevere: '[2020-01-01,2022-08-10)' })
    await granted(ctx, mother, '2022-03', father, '2022-05')
    expect(await drawn(ctx, mother, father)).toEqual({
      mother: monthsThrough(month('2022-03'), month('2022-08')),
      father: monthsThrough(month('2022-09'), month('2022-12')),
    })
  })

  test('is not kept by an award whose holder has no right', async ({ world: { ctx } }) => {
    const { mother, father } = await givenCouple(ctx, { motherSevere: '[2022-10-05,)' })
    await granted(ctx, mother, '2022-03', father, '2022-05')
    // The earlier grant has the share as soon as it is a right: the father is paid for the month in which it becomes one.
    expect(await drawn(ctx, mother, father)).toEqual({
      mother: monthsThrough(month('2022-10'), month('2022-12')),
      father: monthsThrough(month('2022-05'), month('2022-09')),
    })
  })

  test('may be granted to one while the award of the other lies lapsed, and not before', async ({
    world: { ctx },
  }) => {
    const { mother, father } = await givenCouple(ctx, { motherSevere: '[2020-01-01,2022-08-10)' })
    await grantAwards(ctx, [{ personId: mother, benefit, from: month('2022-03'), decision: decided(tamSon) }])
    const grant = (from: string) =>
      grantAward(ctx, { personId: father, benefit, from: month(from), decision: decided(tamSon) })
    await expect(grant('2022-08')).rejects.toThrow('entitlement.no_right_yet')
    await grant('2022-09')
  })

  test('stays where it is while the award is suspended, and passes on when that is stopped', async ({
    world: { ctx },
  }) => {
    const { mother, father } = await givenCouple(ctx)
    await granted(ctx, mother, '2022-03', father, '2022-05')
    const decision = decided(tamSon)
    await suspendAward(ctx, {
      personId: mother,
      benefit,
      from: month('2022-07'),
      ground: 'not_collected',
      decision,
    })
    expect(await drawn(ctx, mother, father)).toEqual({
      mother: monthsThrough(month('2022-03'), month('2022-06')),
      father: [],
    })
    const stop = { personId: mother, benefit, reason: 'refused', decision: decided(tamSon) } as const
    await closeAward(ctx, { ...stop, lastMonth: month('2022-06') })
    expect(await drawn(ctx, mother, father)).toEqual({
      mother: monthsThrough(month('2022-03'), month('2022-06')),
      father: monthsThrough(month('2022-07'), month('2022-12')),
    })
  })

  test('moves with the facts of the other: the spouse is looked at again when they change, for arrears too', async ({
    world: { ctx },
  }) => {
    const { mother, father } = await givenCouple(ctx)
    await granted(ctx, mother, '2022-03', father, '2022-05')
    await refreshStandings(ctx)
    await sql`delete from entitlement.changed`.execute(ctx.db())
    // Only the mother’s certificate is known to have been withdrawn on 10 August.
    await sql`update people.circumstance set during = '[2020-01-01,2022-08-10)' where person_id = ${mother}`.execute(
      ctx.db(),
    )
    await refreshStandings(ctx)
    const { rows } = await sql<{ personId: string }>`select person_id from entitlement.changed`.execute(
      ctx.db(),
    )
    expect(rows.map(({ personId }) => personId).toSorted()).toEqual([mother, father].toSorted())
    const { rows: standings } = await sql<{ facts: object }>`
      select facts from entitlement.standing where person_id = ${father} order by during desc limit 1`.execute(
      ctx.db(),
    )
    expect(standings[0]?.facts).not.toHaveProperty('spouseHasParentingSupport')
    expect((await drawn(ctx, mother, father)).father).toEqual(
      monthsThrough(month('2022-09'), month('2022-12')),
    )
  })
})

async function givenCouple(ctx: Ctx, { motherSevere = '[2020-01-01,)' } = {}) {
  const mother = await givenPerson(ctx, { areaId: tamSon, facts: [{ ...severe, during: motherSevere }] })
  const father = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  const child = await givenPerson(ctx, { areaId: tamSon, born: '2021-10-10' })
  await givenRelation(ctx, mother, 'spouse_of', father)
  for (const parent of [mother, father]) await givenRelation(ctx, parent, 'parent_of', child)
  await refreshStandings(ctx)
  return { mother, father, child }
}

async function granted(ctx: Ctx, mother: string, hers: string, father: string, his: string) {
  const recordedAt = instant('2022-03-12T02:00:00Z')
  await grantAwards(ctx, [
    { personId: mother, benefit, from: month(hers), decision: decided(tamSon), recordedAt },
    { personId: father, benefit, from: month(his), decision: decided(tamSon), recordedAt },
  ])
}

/** The months of 2022 that pay each of them, in the projection as in a replay. */
async function drawn(ctx: Ctx, mother: string, father: string) {
  const months = monthsThrough(month('2022-01'), month('2022-12'))
  const rows = await replayPersonMonths(ctx, [mother, father], months, ctx.now)
  const paid = (personId: string): Month[] =>
    rows
      .filter(
        (row) => row.personId === personId && dueIn(row).some(({ component }) => component === 'parenting'),
      )
      .map((row) => row.month)
  return { mother: paid(mother), father: paid(father) }
}
