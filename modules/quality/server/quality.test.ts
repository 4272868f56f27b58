import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { recordDeath, recordIdentifier, recordRelation } from '#modules/people'
import { test, type World } from '#testing/world'
import { givenRelation } from '../../entitlement/testing.ts'
import { officerOf, register } from '../../people/testing.ts'
import { PersonId } from '../../people/contract.ts'
import { given, songLo, tamSon, withParent } from '../cases/given.testing.ts'
import { endException, exceptFinding, getQualityOverview, listFindings, type RuleId } from '../contract.ts'
import { looked, lookedBack } from '../testing.ts'

const officer = ['quality.read', 'quality.except']

describe('the lists follow what becomes known', () => {
  test('put right, somebody goes from the list; nobody else is looked at', async ({ world }) => {
    const [id, other] = [
      await register(world),
      await register(world, { fullName: 'Trần Văn Nam', sex: 'male' }),
    ]
    await looked(world.ctx)
    expect(await who(world, 'number_missing')).toEqual([id, other].toSorted())
    await recordIdentifier(
      { ...world.ctx },
      {
        personId: id,
        kind: 'personal_id',
        number: '026138004567',
        verifiedOn: null,
        replaces: false,
        source: 'Thẻ căn cước',
      },
    )
    await told(world, 'people.number_recorded')
    expect(await looked(world.ctx)).toEqual({ people: 1 })
    expect(await who(world, 'number_missing')).toEqual([other])
  })

  test('a death puts the ward on a list, and another guardian takes it off again', async ({ world }) => {
    const child = PersonId.parse(await given(world, { born: '2018-01-01' }))
    const guardian = PersonId.parse(await given(world, { born: '1950-01-01' }))
    await givenRelation(world.ctx, guardian, 'guardian_of', child)
    await looked(world.ctx)
    expect(await who(world, 'dead_guardian')).toEqual([])
    await recordDeath(world.ctx, {
      personId: guardian,
      diedOn: civilDate('2026-11-20'),
      source: 'Trích lục khai tử',
    })
    await told(world, 'people.died')
    await looked(world.ctx)
    const { rows } = await world.as({ can: officer }).call(listFindings, { rule: 'dead_guardian' })
    expect(rows).toMatchObject([{ person: { id: child }, other: { id: guardian, diedOn: '2026-11-20' } }])
    await recordRelation(world.ctx, {
      personId: PersonId.parse(await given(world, { born: '1985-01-01' })),
      otherId: child,
      kind: 'guardian_of',
      detail: {},
      from: civilDate('2026-11-21'),
      until: null,
      source: 'Quyết định cử người giám hộ',
    })
    await told(world, 'people.relations_changed')
    await looked(world.ctx)
    expect(await who(world, 'dead_guardian')).toEqual([])
  })

  test('the next day everybody is looked at again, for time alone brings things about', async ({ world }) => {
    await register(world, {
      born: '1911-11-24',
      village: 'Thôn Đông',
      number: '026111004567',
      keptBecause: 'Thẻ ghi đúng như vậy',
    })
    await looked(world.ctx)
    expect(await who(world, 'impossible_age')).toEqual([])
    const later = { ...world.ctx, today: civilDate('2026-11-25'), now: instant('2026-11-25T02:00:00Z') }
    await looked(later)
    expect(await who(world, 'impossible_age')).toHaveLength(1)
  })
})

describe('how it has changed', () => {
  test('months gone by are counted as the register was known then', async ({ world }) => {
    const id = await given(world, { born: '1909-01-01' })
    await sql`update people.person_version set recorded_at = '2026-09-15' where person_id = ${id}`.execute(
      world.ctx.db(),
    )
    await sql`update people.residence set recorded_at = '2026-09-15' where person_id = ${id}`.execute(
      world.ctx.db(),
    )
    await lookedBack(world.ctx)
    const { rules: found } = await world.as({ can: officer }).call(getQualityOverview, {})
    const trendOf = (rule: RuleId) => found.find((one) => one.rule === rule)!.trend
    expect(trendOf('impossible_age')).toEqual([
      { day: '2026-05-31', people: 0 },
      { day: '2026-06-30', people: 0 },
      { day: '2026-07-31', people: 0 },
      { day: '2026-08-31', people: 0 },
      { day: '2026-09-30', people: 1 },
      { day: '2026-10-31', people: 1 },
      { day: '2026-11-23', people: 1 },
    ])
    // How people are paid is kept without its past: nothing is claimed of it.
    expect(trendOf('shared_account').map(({ people }) => people)).toEqual([...Array<null>(6).fill(null), 0])
  })
})

describe('«đúng như vậy»', () => {
  test('an exception takes a row off the list until its day, and only while the same is found', async ({
    world,
  }) => {
    const id = await register(world, { born: '1909-11-22' })
    await looked(world.ctx)
    const one = world.as({ can: officer })
    const said = {
      rule: 'impossible_age' as const,
      personId: id,
      reason: 'Cụ 117 tuổi, đã gặp tại nhà',
      until: civilDate('2026-12-31'),
      requestId: crypto.randomUUID(),
    }
    const { id: exceptionId } = await one.call(exceptFinding, said)
    expect(await one.call(exceptFinding, said)).toEqual({ id: exceptionId })
    await expect(one.call(exceptFinding, { ...said, until: null })).rejects.toThrow('quality.request_reused')
    await expect(one.call(exceptFinding, { ...said, requestId: crypto.randomUUID() })).rejects.toThrow(
      'quality.already_excepted',
    )
    expect(await who(world, 'impossible_age')).toEqual([])
    const kept = await one.call(listFindings, { rule: 'impossible_age', show: 'excepted' })
    expect(kept.rows).toMatchObject([
      { person: { id }, exception: { reason: said.reason, until: '2026-12-31', by: 'Lê Thị Hoa' } },
    ])
    await one.call(endException, { id: exceptionId })
    await expect(one.call(endException, { id: exceptionId })).rejects.toThrow('quality.exception_not_found')
    expect(await who(world, 'impossible_age')).toEqual([id])
  })

  test('another finding of the same rule is news again', async ({ world }) => {
    const id = await withParent(world, '1995-05-01', '2002-05-01')
    await looked(world.ctx)
    await world.as({ can: officer }).call(exceptFinding, {
      rule: 'parent_too_young',
      personId: id,
      reason: 'Đã đối chiếu giấy khai sinh',
      until: null,
      requestId: crypto.randomUUID(),
    })
    expect(await who(world, 'parent_too_young')).toEqual([])
    const third = await given(world, { born: '1994-05-01' })
    await givenRelation(world.ctx, third, 'parent_of', id)
    await sql`update people.relation set retracted_at = ${world.ctx.now} where person_id <> ${third}`.execute(
      world.ctx.db(),
    )
    await sql`insert into quality.due (person_id) values (${id})`.execute(world.ctx.db())
    await looked(world.ctx)
    expect(await who(world, 'parent_too_young')).toEqual([id])
  })
})

describe('who sees what', () => {
  test('an officer sees the findings of the own commune, and nothing of a relative elsewhere but that there is one', async ({
    world,
  }) => {
    const child = await withParent(world, '1995-05-01', '2002-05-01', songLo)
    await given(world, { areaId: songLo, born: '1905-01-01' })
    await looked(world.ctx)
    const here = await officerOf(world, tamSon, officer)
    expect((await here.call(listFindings, { rule: 'parent_too_young' })).rows).toMatchObject([
      { person: { id: child }, other: null },
    ])
    expect((await here.call(listFindings, { rule: 'impossible_age' })).total).toBe(0)
    const { areas, rules: found } = await here.call(getQualityOverview, {})
    expect(areas.map(({ area }) => area.id)).toEqual([tamSon])
    expect(found.find(({ rule }) => rule === 'impossible_age')).toMatchObject({ people: 0 })
    const there = await officerOf(world, songLo, officer)
    await expect(
      there.call(exceptFinding, {
        rule: 'parent_too_young',
        personId: child,
        reason: 'Không phải việc của xã này',
        until: null,
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('quality.finding_not_found')
  })
})

async function who(world: World, rule: RuleId): Promise<string[]> {
  const { rows } = await world.as({ can: officer }).call(listFindings, { rule })
  return rows.map(({ person }) => person.id).toSorted()
}

/** What the register told of, as its subscriber hears it. */
async function told(world: World, type: string) {
  const { qualitySubscribers } = await import('./subscriptions.ts')
  const { on, run } = qualitySubscribers['quality.look']!
  expect(on).toContain(type)
  const event = world.events.findLast((one) => one.type === type)!
  expect(event).toBeDefined()
  await run(world.ctx, { ...event, eventId: 1 })
}
