import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as operations from '../contract.ts'
import type { PersonId } from '../contract.ts'
import { takeTouched } from '../db/touched.ts'
import { communes, officerOf, register } from '../testing.ts'

const source = 'Giấy tờ'
const recorder = (world: World) =>
  world.as({ can: ['people.read', 'people.record', 'people.read_confidential'] })
const pageOf = (world: World, id: PersonId, view: { on?: string; known?: string } = {}) =>
  recorder(world).call(operations.getPerson, { id, ...view })

describe('registering', () => {
  test('keeps the name as written, and who, where and by what number', async ({ world }) => {
    const id = await register(world, {
      fullName: '  Nguyễn  Thị Hòa '.normalize('NFD'),
      number: '026 138 001234',
      village: 'Thôn Đông',
    })
    expect(await pageOf(world, id)).toMatchObject({
      fullName: 'Nguyễn Thị Hòa',
      born: '1938-03-12',
      identifiers: [{ kind: 'personal_id', number: '026138001234', findings: [] }],
      home: { id: communes.tamSon, name: 'Xã Tam Sơn' },
      village: 'Thôn Đông',
      residences: [{ during: { from: '1938-03-12', until: null } }],
    })
    expect(await takeTouched(world.ctx, 10)).toEqual([id])
  })

  test.for([
    ['in the future', { born: '2036-03-12' }, 'people.birth_in_future', { suggested: '1936-03-12' }],
    ['13 digits', { number: '0261380012345' }, 'people.wrong_number_length', { digits: 13 }],
    ['11 digits', { number: '26138001234' }, 'people.wrong_number_length', { suggested: '026138001234' }],
    ['nowhere', { areaId: 999_999_999 }, 'people.area_not_found', {}],
    ['from tomorrow', { from: '2026-11-24' }, 'people.starts_in_future', {}],
    ['before birth', { from: '1938-03-11' }, 'people.starts_before_birth', {}],
    [
      'a whole day where only the year is known',
      { bornPrecision: 'year' },
      'people.born_precision_differs',
      { field: 'bornPrecision' },
    ],
    ['a day where only the month is known', { bornPrecision: 'month' }, 'people.born_precision_differs', {}],
    ['no telephone number', { phone: 'abc' }, 'people.phone_wrong', { field: 'phone' }],
  ] as const)('%s is refused', async ([, differing, code, data], { world }) => {
    await expect(register(world, differing)).rejects.toMatchObject({ code, data })
  })

  test('a number that says another sex or birth year is asked about, and taken with a reason', async ({
    world,
  }) => {
    const man = { fullName: 'Trần Văn Nam', sex: 'male' as const, born: '1960-05-04', number: '026138001234' }
    await expect(register(world, man)).rejects.toMatchObject({
      code: 'people.number_contradicts',
      data: { says: ['number_sex_differs', 'number_birth_year_differs'] },
    })
    const id = await register(world, { ...man, keptBecause: 'Thẻ căn cước ghi đúng như vậy' })
    expect(await pageOf(world, id)).toMatchObject({
      identifiers: [{ number: man.number, source: 'Tờ khai; Thẻ căn cước ghi đúng như vậy' }],
    })
    const woman = await register(world)
    const record = { personId: woman, kind: 'personal_id' as const, number: '026038001234', source }
    const officer = await officerOf(world, communes.tamSon)
    await expect(officer.call(operations.recordIdentifier, record)).rejects.toMatchObject({
      code: 'people.number_contradicts',
    })
    await officer.call(operations.recordIdentifier, { ...record, keptBecause: 'Đã xem thẻ căn cước' })
  })

  test('a number in use says whose it is, to whoever may know', async ({ world }) => {
    const id = await register(world, { number: '026138001234', areaId: communes.songLo })
    await expect(register(world, { number: '026138001234' })).rejects.toMatchObject({
      code: 'people.number_in_use',
      data: { personId: id, fullName: 'Nguyễn Thị Hòa' },
    })
    const officer = await officerOf(world, communes.tamSon)
    const refusal = await officer
      .call(operations.registerPerson, {
        fullName: 'Trần Thị Nam',
        sex: 'female',
        born: '1938-01-01',
        bornPrecision: 'year',
        identifiers: [{ kind: 'personal_id', number: '026138001234' }],
        home: { areaId: communes.tamSon },
        source,
      })
      .catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'people.number_in_use' })
    expect(JSON.stringify(refusal)).not.toContain(id)
  })

  test('sent twice, it is done once; another command under the same id is refused', async ({ world }) => {
    const requestId = crypto.randomUUID()
    const id = await register(world, { requestId })
    expect(await register(world, { requestId })).toBe(id)
    await expect(register(world, { requestId, fullName: 'Lê Thị Mận' })).rejects.toMatchObject({
      code: 'people.request_reused',
    })
  })
})

test('a corrected name is the name from now on, and what it was before stays on the page', async ({
  world,
}) => {
  const id = await register(world, { fullName: 'Nguyễn Thị Hoa' })
  await recorder(world).call(operations.correctIdentity, { personId: id, fullName: 'Nguyễn Thị Hòa', source })
  const page = await pageOf(world, id)
  expect(page.fullName).toBe('Nguyễn Thị Hòa')
  expect(page.formerIdentities).toMatchObject([{ fullName: 'Nguyễn Thị Hoa', source: 'Tờ khai' }])
  await expect(
    recorder(world).call(operations.correctIdentity, { personId: id, fullName: 'Nguyễn Thị Hòa', source }),
  ).rejects.toMatchObject({ code: 'people.nothing_to_correct' })
  await expect(
    recorder(world).call(operations.correctIdentity, { personId: id, born: '2036-03-12', source }),
  ).rejects.toMatchObject({ code: 'people.birth_in_future' })
})

describe('moving', () => {
  const move = (world: World, personId: PersonId, from: string, areaId: number = communes.songLo) =>
    recorder(world).call(operations.recordResidence, { personId, areaId, from, source })

  test('closes the former residence on the day', async ({ world }) => {
    const id = await register(world)
    await move(world, id, '2026-10-01')
    expect((await pageOf(world, id)).residences).toMatchObject([
      { area: { id: communes.songLo }, during: { from: '2026-10-01', until: null } },
      { area: { id: communes.tamSon }, during: { from: '1938-03-12', until: '2026-10-01' } },
    ])
    expect((await pageOf(world, id, { on: '2026-09-30' })).home?.id).toBe(communes.tamSon)
  })

  test.for([
    ['on the day of a later one', '2026-10-01', 'people.overlapping_residence'],
    ['before it', '2026-09-01', 'people.overlapping_residence'],
    ['from tomorrow', '2026-11-24', 'people.starts_in_future'],
    ['to where they live', '2026-11-01', 'people.same_residence'],
  ] as const)('%s is refused', async ([, from, code], { world }) => {
    const id = await register(world)
    await move(world, id, '2026-10-01')
    await expect(move(world, id, from)).rejects.toMatchObject({ code })
  })

  test('out of the officer’s commune is recorded by that officer, who then sees the person no more', async ({
    world,
  }) => {
    const id = await register(world)
    const officer = await officerOf(world, communes.tamSon)
    const input = { personId: id, areaId: communes.songLo, from: '2026-10-01', source }
    await officer.call(operations.recordResidence, input)
    await expect(officer.call(operations.getPerson, { id })).rejects.toMatchObject({
      code: 'people.person_not_found',
    })
    const next = await officerOf(world, communes.songLo)
    expect(await next.call(operations.getPerson, { id })).toMatchObject({ home: { id: communes.songLo } })
  })
})

describe('households', () => {
  const join = (world: World, personId: PersonId, differing: object = {}) =>
    recorder(world).call(operations.recordMembership, {
      personId,
      relationToHead: 'chủ hộ',
      from: '2020-01-01',
      source,
      ...differing,
    })

  test('have one head at a time; the former one stays as what was said', async ({ world }) => {
    const mother = await register(world)
    const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
    const { householdId } = await join(world, mother, { isHead: true })
    await expect(join(world, son, { householdId, isHead: true })).rejects.toMatchObject({
      code: 'people.two_heads',
    })
    await join(world, son, { householdId, isHead: true, from: '2026-01-01', formerHeadBecomes: 'mẹ' })
    expect((await pageOf(world, mother)).household?.members).toMatchObject([
      { person: { id: son, fullName: 'Trần Văn Nam' }, isHead: true },
      { person: { id: mother }, isHead: false, relationToHead: 'mẹ' },
    ])
    expect((await pageOf(world, mother, { on: '2025-12-31' })).household?.members).toMatchObject([
      { person: { id: mother }, isHead: true },
    ])
  })

  test('are left by whoever joins another', async ({ world }) => {
    const id = await register(world)
    const { householdId: former } = await join(world, id, { isHead: true })
    const { householdId } = await join(world, id, { isHead: true, from: '2026-01-01' })
    expect((await pageOf(world, id)).household?.id).toBe(householdId)
    expect((await pageOf(world, id, { on: '2025-12-31' })).household?.id).toBe(former)
    await expect(join(world, id, { from: '2025-01-01' })).rejects.toMatchObject({
      code: 'people.overlapping_membership',
    })
    await expect(join(world, id, { householdId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'people.household_not_found',
    })
  })

  test('carry the poverty list for their members', async ({ world }) => {
    const id = await register(world)
    const poverty = {
      personId: id,
      kind: 'poverty',
      detail: { level: 'poor', year: 2026 },
      from: '2026-01-01',
      until: '2027-01-01',
      source,
    }
    await expect(recorder(world).call(operations.recordCircumstance, poverty)).rejects.toMatchObject({
      code: 'people.no_household',
    })
    await join(world, id, { isHead: true })
    await takeTouched(world.ctx, 10)
    await recorder(world).call(operations.recordCircumstance, poverty)
    expect(await takeTouched(world.ctx, 10)).toEqual([id])
    expect(await pageOf(world, id)).toMatchObject({
      poverty: { level: 'poor', year: 2026 },
      circumstances: [{ subject: 'household', kind: 'poverty' }],
    })
  })
})

describe('circumstances', () => {
  const disability = {
    kind: 'disability',
    detail: { level: 'severe', types: ['mobility'], issuedOn: '2020-05-01' },
    from: '2020-05-01',
    evidence: { document: 'Giấy xác nhận khuyết tật', number: '12/GXN' },
    source,
  }
  const record = (world: World, personId: PersonId, differing: object = {}) =>
    recorder(world).call(operations.recordCircumstance, { personId, ...disability, ...differing })

  test('of one kind do not overlap, end on a day, and can take the place of a wrong one', async ({
    world,
  }) => {
    const id = await register(world)
    const { circumstanceId } = await record(world, id)
    await expect(record(world, id, { from: '2024-01-01' })).rejects.toMatchObject({
      code: 'people.overlapping_circumstance',
    })
    const ended = await recorder(world).call(operations.endCircumstance, {
      personId: id,
      circumstanceId,
      until: '2024-01-01',
      source,
    })
    await record(world, id, {
      from: '2024-01-01',
      detail: { ...disability.detail, level: 'exceptionally_severe' },
    })
    await record(world, id, {
      until: '2024-01-01',
      detail: { ...disability.detail, level: 'mild' },
      replaces: ended.circumstanceId,
    })
    expect((await pageOf(world, id)).circumstances).toMatchObject([
      { detail: { level: 'exceptionally_severe' }, during: { from: '2024-01-01', until: null } },
      { detail: { level: 'mild' }, during: { from: '2020-05-01', until: '2024-01-01' } },
    ])
    await expect(
      recorder(world).call(operations.endCircumstance, {
        personId: id,
        circumstanceId,
        until: '2025-01-01',
        source,
      }),
    ).rejects.toMatchObject({ code: 'people.circumstance_not_found' })
  })

  test.for([
    [
      'a level there is not',
      { detail: { ...disability.detail, level: 'enormous' } },
      'people.circumstance_detail_wrong',
    ],
    ['an end before the start', { until: '2020-05-01' }, 'people.ends_before_it_starts'],
    ['nothing to take the place of', { replaces: crypto.randomUUID() }, 'people.circumstance_not_found'],
    ['a start to come', { from: '2026-11-24' }, 'people.starts_in_future'],
    ['a start before the birth', { from: '1938-03-11' }, 'people.starts_before_birth'],
    [
      'a certificate of a day to come',
      { detail: { ...disability.detail, issuedOn: '2030-01-01' } },
      'people.paper_of_the_future',
    ],
    ['a sum below nothing', { kind: 'pension', detail: { monthly: -5 } }, 'people.circumstance_detail_wrong'],
  ] as const)('%s is refused', async ([, differing, code], { world }) => {
    const id = await register(world)
    await expect(record(world, id, differing)).rejects.toMatchObject({ code })
  })

  test('do not begin after the death, and a man is not with child', async ({ world }) => {
    const dead = await register(world)
    await recorder(world).call(operations.recordDeath, { personId: dead, diedOn: '2026-01-01', source })
    const wage = { kind: 'wage', detail: {}, evidence: null }
    await expect(record(world, dead, { ...wage, from: '2026-01-02' })).rejects.toMatchObject({
      code: 'people.starts_after_death',
      data: { field: 'from', diedOn: '2026-01-01' },
    })
    await record(world, dead, { ...wage, from: '2026-01-01' })
    const man = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1995-05-05' })
    await expect(record(world, man, { kind: 'pregnancy', detail: {}, evidence: null })).rejects.toMatchObject(
      {
        code: 'people.not_of_a_man',
      },
    )
  })

  test('of a sum below nothing are refused by the database, too', async ({ world }) => {
    const id = await register(world)
    await expect(
      sql`insert into people.circumstance (person_id, kind, detail, during, source)
        values (${id}, 'pension', '{"monthly": -5}', '[2026-01-01,)', 'test')`.execute(world.ctx.db()),
    ).rejects.toThrow('circumstance_sum_not_negative')
  })

  test('that are confidential leave no gap for those who may not read them', async ({ world }) => {
    const id = await register(world)
    await record(world, id)
    await record(world, id, { kind: 'hiv', detail: {}, evidence: null })
    const officer = await officerOf(world, communes.tamSon)
    const kinds = (await officer.call(operations.getPerson, { id })).circumstances.map(({ kind }) => kind)
    expect(kinds).toEqual(['disability'])
    expect((await pageOf(world, id)).circumstances).toHaveLength(2)
    await expect(
      officer.call(operations.recordCircumstance, { personId: id, ...disability, kind: 'hiv', detail: {} }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('relations stand in their own lists, for both sides, once', async ({ world }) => {
  const mother = await register(world)
  const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
  const relate = (differing: object) =>
    recorder(world).call(operations.recordRelation, {
      personId: mother,
      otherId: son,
      kind: 'parent_of',
      from: '1965-05-05',
      source,
      ...differing,
    })
  await relate({})
  await relate({ personId: son, otherId: mother, kind: 'collects_for', from: '2026-01-01' })
  const { relationId } = await relate({
    personId: son,
    otherId: mother,
    kind: 'cares_for',
    from: '2026-01-01',
  })
  expect((await pageOf(world, mother)).relations).toMatchObject({
    relatives: [{ kind: 'parent_of', side: 'from', other: { id: son, fullName: 'Trần Văn Nam' } }],
    care: [{ kind: 'cares_for', side: 'to' }],
    collectors: [{ kind: 'collects_for', side: 'to' }],
  })
  await expect(relate({})).rejects.toMatchObject({ code: 'people.relation_exists' })
  await expect(relate({ personId: son, otherId: mother })).rejects.toMatchObject({
    code: 'people.parent_born_after_child',
  })
  await expect(relate({ otherId: mother })).rejects.toMatchObject({ code: 'people.relation_with_self' })
  const grandchild = await register(world, { born: '1990-01-01' })
  const twin = await register(world, { born: '1990-01-01' })
  await relate({ personId: son, otherId: grandchild, from: null })
  for (const [personId, otherId] of [
    [grandchild, mother],
    [grandchild, twin],
  ])
    await expect(relate({ personId, otherId, from: null }), 'a circle of parents').rejects.toMatchObject({
      code: 'people.parent_born_after_child',
    })
  await relate({ kind: 'related_to' })
  await expect(relate({ personId: son, otherId: mother, kind: 'related_to' })).rejects.toMatchObject({
    code: 'people.relation_exists',
  })
  await recorder(world).call(operations.endRelation, {
    personId: mother,
    relationId,
    until: '2026-06-01',
    source,
  })
  expect((await pageOf(world, mother)).relations.care).toEqual([])
  expect((await pageOf(world, mother, { on: '2026-05-31' })).relations.care).toHaveLength(1)
})

test.for([
  ['a parent of eleven', { born: '1978-03-11' }, {}, 'people.parent_too_young'],
  ['a child before it is born', { born: '1960-01-01' }, { from: '1979-12-31' }, 'people.starts_before_birth'],
  [
    'a marriage before the birth of one of them',
    { born: '1990-01-01' },
    { kind: 'spouse_of', from: '1989-01-01' },
    'people.starts_before_birth',
  ],
  [
    'a marriage to come',
    { born: '1990-01-01' },
    { kind: 'spouse_of', from: '2026-11-24' },
    'people.starts_in_future',
  ],
] as const)('no relation says %s', async ([, parent, differing, code], { world }) => {
  const personId = await register(world, parent)
  const otherId = await register(world, { born: '1990-01-01' })
  const wish = { personId, otherId, kind: 'parent_of' as const, from: '1990-01-01', source, ...differing }
  await expect(recorder(world).call(operations.recordRelation, wish)).rejects.toMatchObject({ code })
})

test('a parent and the child are not married, whichever was recorded first, and nobody marries the dead', async ({
  world,
}) => {
  const mother = await register(world)
  const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
  const relate = (differing: object) =>
    recorder(world).call(operations.recordRelation, {
      personId: mother,
      otherId: son,
      kind: 'parent_of',
      from: '1965-05-05',
      source,
      ...differing,
    })
  await relate({})
  await expect(relate({ kind: 'spouse_of', from: '1990-01-01' })).rejects.toMatchObject({
    code: 'people.spouse_is_parent',
  })
  const stranger = await register(world, { born: '1940-01-01' })
  await relate({ otherId: stranger, kind: 'spouse_of', from: '1960-01-01' })
  const young = await register(world, { born: '1990-01-01' })
  await recorder(world).call(operations.recordDeath, { personId: stranger, diedOn: '2020-01-01', source })
  await expect(
    relate({ personId: young, otherId: stranger, kind: 'spouse_of', from: '2020-06-01' }),
  ).rejects.toMatchObject({ code: 'people.starts_after_death' })
})

test('the trail says who was registered and which fact was recorded, not what it says', async ({ world }) => {
  const personId = await register(world)
  const fact = { personId, kind: 'hiv', detail: {}, from: '2026-01-01', source }
  const { circumstanceId } = await recorder(world).call(operations.recordCircumstance, fact)
  const { rows } = await sql`
    select action, person_id, subject, details from audit.entry order by sequence`.execute(world.ctx.db())
  expect(rows).toEqual([
    { action: 'people.person_registered', personId, subject: null, details: null },
    { action: 'people.circumstance_recorded', personId, subject: circumstanceId, details: null },
  ])
})

describe('a death', () => {
  const die = (world: World, personId: PersonId, diedOn: string) =>
    recorder(world).call(operations.recordDeath, { personId, diedOn, source })

  test('ends household and care on the day, and is not yet true the day before', async ({ world }) => {
    const id = await register(world)
    const son = await register(world, { fullName: 'Trần Văn Nam', sex: 'male', born: '1965-05-05' })
    const household = { personId: id, isHead: true, relationToHead: 'chủ hộ', from: '2020-01-01', source }
    await recorder(world).call(operations.recordMembership, household)
    const tie = { personId: son, otherId: id, from: '2020-01-01', source }
    await recorder(world).call(operations.recordRelation, { ...tie, kind: 'cares_for' })
    await recorder(world).call(operations.recordRelation, {
      ...tie,
      personId: id,
      otherId: son,
      kind: 'parent_of',
    })
    await die(world, id, '2026-11-20')
    expect(await pageOf(world, id)).toMatchObject({
      diedOn: '2026-11-20',
      household: null,
      relations: { care: [], relatives: [{ kind: 'parent_of' }] },
      residences: [{ during: { until: '2026-11-21' } }],
    })
    expect(await pageOf(world, id, { on: '2026-11-19' })).toMatchObject({
      diedOn: null,
      household: { members: [{ person: { id } }] },
      relations: { care: [{ kind: 'cares_for' }] },
      residences: [{ during: { until: null } }],
    })
  })

  test('is told to others', async ({ world }) => {
    const id = await register(world)
    const { recordDeath } = await import('./record-death.ts')
    await recordDeath(world.ctx, { personId: id, diedOn: civilDate('2026-11-20'), source })
    expect(world.events).toContainEqual({ type: 'people.died', personId: id, diedOn: '2026-11-20' })
  })

  test.for([
    ['tomorrow', '2026-11-24', 'people.death_in_future'],
    ['before birth', '1938-03-11', 'people.died_before_birth'],
  ] as const)('%s is refused', async ([, diedOn, code], { world }) => {
    const id = await register(world)
    await expect(die(world, id, diedOn)).rejects.toMatchObject({ code })
  })

  test('comes once', async ({ world }) => {
    const id = await register(world)
    await die(world, id, '2026-11-20')
    await expect(die(world, id, '2026-11-21')).rejects.toMatchObject({ code: 'people.already_dead' })
  })
})

test('a correction that the person’s own number contradicts is asked about, unless it was so before', async ({
  world,
}) => {
  const id = await register(world, { number: '026138001234' })
  const correct = (differing: Record<string, unknown>) =>
    recorder(world).call(operations.correctIdentity, { personId: id, source, ...differing })
  await expect(correct({ sex: 'male' })).rejects.toMatchObject({
    code: 'people.number_contradicts',
    data: { says: ['number_sex_differs'] },
  })
  await correct({ fullName: 'Nguyễn Thị Hoà' })
  await correct({ born: '1939-03-12', keptBecause: 'Giấy khai sinh gốc ghi như vậy' })
  // The year has been looked at; another day of it contradicts nothing new.
  await correct({ born: '1939-04-12' })
  expect((await pageOf(world, id)).identifiers[0]!.findings.map(({ code }) => code)).toEqual([
    'number_birth_year_differs',
  ])
})
