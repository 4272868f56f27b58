import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test, type World } from '#testing/world'
import * as operations from '../contract.ts'
import type { PersonId } from '../contract.ts'
import { communes, officerOf, pageOf, recorder, register, source } from '../testing.ts'

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
    [
      'a sum that no sum is',
      { kind: 'pension', detail: { monthly: 99_999_999_999 } },
      'people.circumstance_detail_wrong',
    ],
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
