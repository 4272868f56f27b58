import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { setChannels } from '#modules/payroll'
import { recordDeath, recordIdentifier, recordMembership, recordRelation } from '#modules/people'
import { test, type World } from '#testing/world'
import { decided, givenFact, givenPerson, givenRelation, severe } from '../../entitlement/testing.ts'
import { communes, officerOf, register } from '../../people/testing.ts'
import { PersonId } from '../../people/contract.ts'
import {
  endException,
  exceptFinding,
  getQualityOverview,
  listFindings,
  rules,
  type RuleId,
} from '../contract.ts'
import { looked, lookedBack } from '../testing.ts'

const { tamSon, songLo } = communes
const officer = ['quality.read', 'quality.except']
let accounts = 0
const newAccount = () =>
  ({ method: 'account', bank: 'Agribank', account: `26002051234${++accounts}` }) as const

describe('what each rule finds, and does not', () => {
  type Case = readonly [
    what: string,
    rule: RuleId,
    given: (world: World) => Promise<string | { not: string }>,
    found?: object,
  ]
  const cases: readonly Case[] = [
    ['alive without a number', 'number_missing', (world) => register(world)],
    ['alive with a number', 'number_missing', (world) => none(register(world, { number: '026138004567' }))],
    [
      'a number of a man born in another year, of no province',
      'number_contradicts',
      (world) => register(world, { number: '003040004567', keptBecause: 'Thẻ ghi đúng như vậy' }),
      { detail: { end: '4567', says: ['province', 'sex', 'year'] } },
    ],
    [
      'a number that fits: century 2000 and female is 3',
      'number_contradicts',
      (world) => none(register(world, { born: '2004-03-12', number: '026304004567' })),
    ],
    ['117 years old', 'impossible_age', (world) => register(world, { born: '1909-11-22' })],
    ['115 years old today', 'impossible_age', (world) => none(register(world, { born: '1911-11-23' }))],
    [
      '117 years old at death',
      'impossible_age',
      (world) => none(given(world, { born: '1890-01-01', diedOn: '1990-01-01' })),
    ],
    [
      'a mother a day too young',
      'parent_too_young',
      (world) => withParent(world, '1990-05-02', '2002-05-01'),
      { detail: { years: 12 } },
    ],
    [
      'a mother of twelve',
      'parent_too_young',
      (world) => none(withParent(world, '1990-05-01', '2002-05-01')),
    ],
    [
      'seventy-five next year, of whom only the year is known',
      'vague_birth',
      (world) => register(world, { born: '1952-01-01', bornPrecision: 'year' }),
      { detail: { age: 75, year: 2027 } },
    ],
    [
      'the same with a day',
      'vague_birth',
      (world) => none(register(world, { born: '1952-01-01', number: '026152004567' })),
    ],
    [
      'open after a death',
      'dead_with_award',
      (world) => awarded(world, { born: '1940-01-01', diedOn: '2026-09-10' }),
      { since: '2026-09-10' },
    ],
    [
      'the month of the death itself',
      'dead_with_award',
      (world) => none(awarded(world, { born: '1940-01-01', diedOn: '2026-11-10' })),
    ],
    ['the payee has died', 'dead_payee', (world) => paidTo(world, '2026-10-02'), { since: '2026-10-02' }],
    ['the payee is alive', 'dead_payee', (world) => none(paidTo(world, null))],
    [
      'a guardian who has died',
      'dead_guardian',
      async (world) => {
        const child = await given(world, { born: '2018-01-01' })
        const guardian = await given(world, { born: '1950-01-01', diedOn: '2026-08-01' })
        await givenRelation(world.ctx, guardian, 'guardian_of', child)
        return child
      },
      { detail: { tie: 'guardian_of' }, since: '2026-08-01' },
    ],
    ['one account for two strangers', 'shared_account', (world) => sharing(world, 'strangers')],
    ['one account for a mother and her son', 'shared_account', (world) => none(sharing(world, 'mother'))],
    ['one account in one household', 'shared_account', (world) => none(sharing(world, 'household'))],
    [
      'an authority that ended yesterday',
      'authority_ended',
      async (world) => {
        const id = await awarded(world, { born: '1940-01-01' })
        await setChannels(world.ctx, [{ personId: id, channel: newAccount() }])
        await sql`update payroll.channel set receiver = '{"name":"Lê Văn Tám"}', receiver_until = '2026-11-22'
          where person_id = ${id}`.execute(world.ctx.db())
        return id
      },
      { since: '2026-11-23' },
    ],
    [
      'paid in Tam Sơn, at home in Sông Lô',
      'paid_elsewhere',
      (world) => awarded(world, { born: '1940-01-01', areaId: songLo }, tamSon),
      { since: '1940-01-01', detail: { paidIn: tamSon } },
    ],
    [
      'paid in a unit that was merged into the one of the home',
      'paid_elsewhere',
      (world) => none(awarded(world, { born: '1940-01-01', areaId: tamSon }, communes.nhuThuy)),
    ],
    [
      'a child certified at four who has turned six',
      'certificate_ending',
      async (world) => {
        const id = await awarded(world, { born: '2020-10-01' })
        const detail = { level: 'severe', types: ['sight'], issuedOn: '2025-01-10', certificate: 'GXN 1' }
        await givenFact(world.ctx, id, { kind: 'disability', detail })
        return id
      },
      { detail: { kind: 'disability', on: '2026-10-01' } },
    ],
    ['a degree without its paper', 'disability_without_paper', (world) => given(world, { facts: [severe] })],
    [
      'a degree with its certificate',
      'disability_without_paper',
      (world) =>
        none(
          given(world, {
            facts: [{ ...severe, detail: { ...severe.detail, certificate: 'GXN 12/2020' } }],
          }),
        ),
    ],
    ['no village', 'no_village', (world) => register(world)],
    ['a village', 'no_village', (world) => none(register(world, { village: 'Thôn Đông' }))],
    ['an award nobody said how to pay', 'no_way', (world) => awarded(world, { born: '1940-01-01' })],
    ['a household whose head has died', 'dead_head', (world) => household(world, { headDied: true })],
    ['a household whose head is alive', 'dead_head', (world) => none(household(world, {}))],
    [
      'a household without a head',
      'no_head',
      async (world) => {
        const id = await household(world, {})
        await sql`update people.membership set is_head = false where household_id in (
          select household_id from people.membership where person_id = ${id})`.execute(world.ctx.db())
        await sql`update people.person_version set born = '1930-01-01' where person_id = ${id}`.execute(
          world.ctx.db(),
        )
        return id
      },
    ],
    [
      'on a list of the poor, and nobody is left',
      'empty_household',
      async (world) => {
        const id = await poor(world, '2026-01-01', 2026, songLo)
        await sql`update people.membership set during = daterange('2020-01-01', '2026-06-01')
          where person_id = ${id}`.execute(world.ctx.db())
        return id
      },
      { since: '2026-06-01' },
    ],
    [
      'on the list of last year, where this year’s is not in',
      'poverty_list_old',
      (world) => poor(world, '2025-01-01', 2025),
      { detail: { year: 2025 }, since: '2026-01-01' },
    ],
    [
      'on the list of last year and left out of this year’s',
      'poverty_list_old',
      async (world) => {
        await poor(world, '2026-01-01', 2026, songLo)
        return none(poor(world, '2025-01-01', 2025, songLo))
      },
    ],
    [
      'an award whose ground is gone',
      'no_right_behind_award',
      async (world) => {
        const id = await awarded(world, { born: '1940-01-01' })
        await sql`insert into entitlement.lapse (award_id, person_id, month)
          select id, person_id, '2026-10' from entitlement.award where person_id = ${id}`.execute(
          world.ctx.db(),
        )
        return id
      },
      { detail: { benefits: ['social_pension'] }, since: '2026-10-01' },
    ],
    [
      'receives and was never compared',
      'number_unverified',
      async (world) => {
        const id = await register(world, { number: '026138004999' })
        await sql`update people.identifier set verified_on = '2026-11-01' where number = '026138004567'`.execute(
          world.ctx.db(),
        )
        await grant(world, id)
        return id
      },
    ],
    [
      'a tie that still names a merged record',
      'merged_still_named',
      async (world) => {
        const [id, merged, kept] = [await given(world), await given(world), await given(world)]
        await givenRelation(world.ctx, merged, 'cares_for', id)
        await sql`update people.person set merged_into = ${kept} where id = ${merged}`.execute(world.ctx.db())
        return id
      },
    ],
    [
      'a district, which ended and nothing followed',
      'unit_unknown',
      async (world) => {
        const { rows } = await sql<{ id: number }>`select id from geography.area
          where level = 2 and not upper_inf(during) limit 1`.execute(world.ctx.db())
        return given(world, { areaId: rows[0]!.id })
      },
    ],
  ]
  test('all of them, in one register', async ({ world }) => {
    const made: (string | { not: string })[] = []
    for (const [, , make] of cases) made.push(await make(world))
    await looked(world.ctx)
    for (const [place, [what, rule, , found = {}]] of cases.entries()) {
      const about = made[place]!
      const id = typeof about === 'string' ? about : about.not
      const { rows } = await world.as({ can: officer }).call(listFindings, { rule })
      const own = rows.filter(({ person }) => person.id === id)
      expect.soft(own, `${rule}: ${what}`).toMatchObject(typeof about === 'string' ? [found] : [])
      expect.soft(own, `${rule}: ${what}`).toHaveLength(typeof about === 'string' ? 1 : 0)
    }
  })

  test('every rule has a case in which it finds somebody', () => {
    expect(new Set(cases.map(([, rule]) => rule))).toEqual(new Set(Object.keys(rules)))
  })
})

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

/** Somebody the rule must not find. */
async function none(made: Promise<string>): Promise<{ not: string }> {
  return { not: await made }
}

type Given = Omit<Parameters<typeof givenPerson>[1], 'areaId'> & { areaId?: number }

/** Somebody of Tam Sơn without a village. */
function given(world: World, { areaId = tamSon, ...differing }: Given = {}) {
  return givenPerson(world.ctx, { areaId, ...differing })
}

async function awarded(world: World, differing: Given, paidIn: number = differing.areaId ?? tamSon) {
  const id = await given(world, differing)
  await grant(world, id, paidIn)
  return id
}

async function grant(world: World, personId: string, areaId: number = tamSon, payeeId?: string) {
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'social_pension',
      from: month('2025-07'),
      decision: decided(areaId),
      ...(payeeId && { payeeId }),
    },
  ])
}

async function paidTo(world: World, payeeDied: string | null) {
  const id = await given(world, { born: '1940-01-01' })
  const payee = await given(world, { born: '1970-01-01', diedOn: payeeDied })
  await grant(world, id, tamSon, payee)
  return id
}

async function withParent(world: World, parentBorn: string, childBorn: string, parentIn: number = tamSon) {
  const child = await given(world, { born: childBorn })
  const parent = await given(world, { born: parentBorn, areaId: parentIn })
  await givenRelation(world.ctx, parent, 'parent_of', child)
  return child
}

async function sharing(world: World, how: 'strangers' | 'mother' | 'household') {
  const id = await awarded(world, { born: '1940-01-01' })
  const other = await given(world, { born: '1970-01-01' })
  const channel = newAccount()
  await setChannels(
    world.ctx,
    [id, other].map((personId) => ({ personId, channel })),
  )
  if (how === 'mother') await givenRelation(world.ctx, id, 'parent_of', other)
  if (how === 'household') {
    const { householdId } = await joined(world, id, { isHead: true })
    await joined(world, other, { householdId })
  }
  return id
}

async function household(world: World, { headDied = false }) {
  const head = await given(world, { born: '1950-01-01', diedOn: headDied ? '2026-05-01' : null })
  const id = await given(world, { born: '1980-01-01' })
  const { householdId } = await joined(world, head, { isHead: true })
  await joined(world, id, { householdId })
  return id
}

function joined(
  world: World,
  id: string,
  { isHead = false, householdId }: { isHead?: boolean; householdId?: string },
) {
  return recordMembership(world.ctx, {
    personId: PersonId.parse(id),
    isHead,
    ...(householdId && { householdId }),
    relationToHead: isHead ? 'chủ hộ' : 'con',
    from: civilDate('2020-01-01'),
    source: 'Sổ hộ khẩu',
  })
}

/** Somebody with an award in a household on the list of a year. */
async function poor(world: World, from: string, year: number, areaId: number = tamSon) {
  const id = await awarded(world, { born: '1940-01-01', areaId })
  const { householdId } = await joined(world, id, { isHead: true })
  await sql`insert into people.circumstance (household_id, kind, detail, during, source, recorded_at)
    values (${householdId}, 'poverty', ${JSON.stringify({ level: 'poor', year })}::jsonb,
      daterange(${from}, ${`${year + 1}-01-01`}), 'test', '2020-01-01T00:00:00Z')`.execute(world.ctx.db())
  return id
}
