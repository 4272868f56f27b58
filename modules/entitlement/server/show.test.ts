import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { getEntitlements, getExplanation, listDecisions } from '../contract.ts'
import { determineCase } from '../determination-contract.ts'
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
import { closeAwards } from './close-awards.ts'
import { grantAwards } from './grant-awards.ts'
import { refreshStandings } from './refresh-standings.ts'

const reader = (world: World, ...more: string[]) =>
  world.as({ can: ['entitlement.read', ...more], areaId: tamSon, areaIds: [tamSon] })

test('an explanation says since when, until when and to whom a right is paid, and why it ends to whoever may know', async ({
  world,
}) => {
  const { ctx } = world
  const until = { ...severe, during: '[2020-01-01,2027-02-10)' }
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [until] })
  await refreshStandings(ctx)
  await grantAwards(ctx, [grantTo(personId, decided(tamSon))])
  const asked = { personId, month: month('2026-11') }
  const open = await reader(world, 'people.read_confidential').call(getExplanation, asked)
  expect(open.durations).toMatchObject([
    {
      group: 'MSA-6',
      payee: 'person',
      from: '2022-03',
      until: '2027-02',
      ends: { kind: 'condition', condition: { kind: 'is', fact: 'disability' } },
    },
  ])
  const [closed] = (await reader(world).call(getExplanation, asked)).durations
  expect(closed).toMatchObject({ group: 'PRIVATE', from: '2022-03', until: '2027-02' })
  expect(closed).not.toHaveProperty('ends')
})

test('what a person is entitled to, month by month, with the decisions', async ({ world }) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await refreshStandings(ctx)
  const grant = decided(tamSon, { number: '12/QĐ-UBND' })
  await grantAwards(ctx, [grantTo(personId, grant)])
  const { awards, spells, pending, known } = await reader(world, 'people.read_confidential').call(
    getEntitlements,
    { personId },
  )
  expect(known).toBe('2026-11-23')
  expect(awards).toMatchObject([
    {
      benefit: 'monthly_allowance',
      payee: { id: personId, fullName: 'Phùng Thị Mận' },
      area: { id: tamSon, name: expect.stringContaining('Tam Sơn') },
      from: '2022-03',
      through: null,
      openedBy: { kind: 'grant', number: '12/QĐ-UBND', citations: expect.arrayContaining([]) },
      closedBy: null,
    },
  ])
  expect(spells.map(({ from, through, amount, rule }) => [from, through, amount, rule])).toEqual([
    ['2022-03', '2024-06', 670_500, 'MSA-6-3'],
    ['2024-07', '2026-06', 750_000, 'MSA-6-3'],
    ['2026-07', null, 810_000, 'MSA-6-3'],
  ])
  expect(pending).toEqual([])
})

test('the children a right counts are named, but one who lives out of sight', async ({ world }) => {
  const { ctx } = world
  const mother = await givenPerson(ctx, {
    areaId: tamSon,
    facts: [{ kind: 'single_parent', detail: { basis: 'never_married' } }],
  })
  await givenPoorHousehold(ctx, mother)
  const near = await givenPerson(ctx, { areaId: tamSon, born: '2019-03-05' })
  const far = await givenPerson(ctx, { areaId: thoTang, born: '2021-07-01' })
  const grown = await givenPerson(ctx, { areaId: tamSon, born: '2000-01-01' })
  for (const child of [near, far, grown]) await givenRelation(ctx, mother, 'parent_of', child)
  await refreshStandings(ctx)
  const { explanation, sources } = await reader(world).call(getExplanation, { personId: mother })
  expect(sources.filter(({ fact }) => fact === 'children').map(({ about }) => about)).toEqual([
    { personId: near, name: 'Phùng Thị Mận', born: '2019-03-05' },
    { personId: far, name: null, born: '2021-07-01' },
    { personId: grown, name: 'Phùng Thị Mận', born: '2000-01-01' },
  ])
  // Only the two small ones are among those that are counted.
  expect(JSON.stringify(explanation)).toContain('"counted":["2019-03-05","2021-07-01"]')
})

test('what time alone will change is told before it comes', async ({ world }) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, born: '1967-02-10', facts: [severe] })
  await refreshStandings(ctx)
  await grantAwards(ctx, [grantTo(personId)])
  const { pending } = await reader(world).call(getEntitlements, { personId })
  expect(pending).toEqual([{ month: '2027-02', component: 'allowance', before: 810_000, after: 1_080_000 }])
})

test('nothing is said of a month no law is known for', async ({ world }) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(ctx, [grantTo(personId)])
  const { call } = reader(world)
  for (const asked of ['2014-12', '2031-01', '2099-01']) {
    const refused = { code: 'entitlement.law_unknown' }
    await expect(call(getExplanation, { personId, month: month(asked) })).rejects.toMatchObject(refused)
    await expect(call(getEntitlements, { personId, on: civilDate(`${asked}-01`) })).rejects.toMatchObject(
      refused,
    )
  }
  const last = await call(getEntitlements, { personId, on: civilDate('2030-12-31') })
  expect(last.pending).toEqual([])
})

test('the past is shown as it was known then', async ({ world }) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await refreshStandings(ctx)
  await grantAwards(ctx, [{ ...grantTo(personId), recordedAt: instant('2022-03-10T03:00:00Z') }])
  await closeAwards(ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      decision: decided(tamSon),
      reason: 'ineligible',
      lastMonth: month('2022-07'),
      recordedAt: instant('2022-08-02T03:00:00Z'),
    },
  ])
  const spellsKnownOn = async (known: string) => {
    const on = civilDate('2022-12-01')
    const shown = await reader(world).call(getEntitlements, { personId, on, known: civilDate(known) })
    return shown.spells.map(({ from, through }) => [from, through])
  }
  expect(await spellsKnownOn('2022-03-09')).toEqual([])
  expect(await spellsKnownOn('2022-03-10')).toEqual([['2022-03', null]])
  expect(await spellsKnownOn('2022-08-01')).toEqual([['2022-03', null]])
  expect(await spellsKnownOn('2022-08-02')).toEqual([['2022-03', '2022-07']])
})

test('beside the money of a month: the health card, and the funeral support of who has died', async ({
  world,
}) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, diedOn: '2022-12-20', facts: [severe] })
  await grantAwards(ctx, [grantTo(personId)])
  const given = async (asked: string) => {
    const { others } = await reader(world).call(getExplanation, { personId, month: month(asked) })
    const rules = (rights: (typeof others)['death']) =>
      rights && rights.rights.filter(({ outcome }) => outcome === 'granted').map(({ rule }) => rule)
    return { month: rules(others.month), death: rules(others.death) }
  }
  expect(await given('2022-11')).toEqual({ month: ['BHYT-BT'], death: null })
  expect(await given('2022-12')).toEqual({ month: null, death: ['FUN-01'] })
  expect(await given('2023-03')).toEqual({ month: null, death: ['FUN-01'] })
  const { others } = await reader(world).call(getExplanation, { personId, month: month('2022-12') })
  // 20 × 447.000 of the former Vĩnh Phúc.
  expect(others.death?.rights.find(({ rule }) => rule === 'FUN-01')?.award).toMatchObject({
    amount: 8_940_000,
  })
})

test('a child of a poor single mother on the allowance: its funeral, without anybody saying so', async ({
  world,
}) => {
  const { ctx } = world
  const single = { kind: 'single_parent', detail: { basis: 'never_married' } } as const
  const mother = await givenPerson(ctx, { areaId: thoTang, facts: [single] })
  await givenPoorHousehold(ctx, mother)
  const child = await givenPerson(ctx, { areaId: tamSon, born: '2015-05-05', diedOn: '2022-12-20' })
  await givenRelation(ctx, mother, 'parent_of', child)
  await grantAwards(ctx, [grantTo(mother)])
  const { others } = await reader(world).call(getExplanation, { personId: child, month: month('2022-12') })
  expect(others.death?.rights.find(({ rule }) => rule === 'FUN-02')).toMatchObject({ outcome: 'granted' })
})

test('a made-up household is determined, and what cannot be is refused at its field', async ({ world }) => {
  const anyone = world.as({ can: ['law.read'] })
  const { determination } = await anyone.call(determineCase, {
    case: { born: '1990-01-01', facts: { disability: 'severe' }, diedOn: '2026-11-12' },
    month: month('2026-11'),
  })
  expect(determination).toMatchObject({
    total: 810_000,
    members: [{ key: 'person' }],
    events: [{ kind: 'death' }],
  })
  const refused = anyone.call(determineCase, { case: { born: '1990-02-30' }, month: month('2026-11') })
  await expect(refused).rejects.toMatchObject({
    code: 'entitlement.case_refused',
    data: { refusals: [{ path: 'born', vi: 'không có ngày này; ghi như 2026-11-20' }] },
  })
})

test('a month is explained: what is paid, and the first condition that failed for the rest', async ({
  world,
}) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(ctx, [grantTo(personId)])
  const { explanation, awarded, sources } = await reader(world, 'people.read_confidential').call(
    getExplanation,
    {
      personId,
      month: month('2022-12'),
    },
  )
  expect(awarded).toEqual(['monthly_allowance'])
  expect(explanation).toMatchObject({ month: '2022-12', total: 670_500, regime: { id: 'R21' } })
  const outcomes = new Map(explanation.groups.map(({ group, outcome }) => [group, outcome]))
  expect([outcomes.get('MSA-6'), outcomes.get('MSA-5A')]).toEqual(['paid', 'refused'])
  expect(explanation.groups.every(({ outcome, firstFailing }) => outcome !== 'refused' || firstFailing)).toBe(
    true,
  )
  expect(sources).toMatchObject([{ fact: 'disability', from: '2020-01-01', until: null }])
})

test('what was learnt late is not in the explanation of before', async ({ world }) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon })
  await givenFact(ctx, personId, { ...severe, recordedAt: instant('2022-12-05T03:00:00Z') })
  await grantAwards(ctx, [{ ...grantTo(personId), recordedAt: instant('2022-03-10T03:00:00Z') }])
  const totalKnownOn = async (known: string) =>
    (
      await reader(world).call(getExplanation, {
        personId,
        month: month('2022-11'),
        known: civilDate(known),
      })
    ).explanation.total
  expect([await totalKnownOn('2022-12-04'), await totalKnownOn('2022-12-05')]).toEqual([0, 670_500])
})

describe('what only some may know', () => {
  const givenPoorWithHiv = async ({ ctx }: World) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [{ kind: 'hiv' }] })
    await givenPoorHousehold(ctx, personId)
    await refreshStandings(ctx)
    await grantAwards(ctx, [grantTo(personId)])
    return personId
  }
  test('is folded away, and nothing else names it', async ({ world }) => {
    const personId = await givenPoorWithHiv(world)
    const officer = reader(world)
    const shown = [
      await officer.call(getExplanation, { personId, month: month('2022-12') }),
      await officer.call(getEntitlements, { personId }),
      await officer.call(listDecisions, { personId }),
    ]
    expect(shown[0]).toMatchObject({ explanation: { total: 670_500 } })
    expect(JSON.stringify(shown)).not.toMatch(/hiv|MSA-8|khoản 8/i)
  })
  test('is in company: a severe disability is named no more than HIV, and a sentence is one way to be ineligible', async ({
    world,
  }) => {
    const { ctx } = world
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    await refreshStandings(ctx)
    await grantAwards(ctx, [grantTo(personId)])
    await closeAwards(ctx, [
      {
        personId,
        benefit: 'monthly_allowance',
        decision: decided(tamSon, { signedOn: civilDate('2023-01-05') }),
        reason: 'sentence',
        lastMonth: month('2023-01'),
      },
    ])
    const told = async (actor: ReturnType<typeof reader>) => {
      const { awards, spells } = await actor.call(getEntitlements, { personId })
      const { explanation, sources } = await actor.call(getExplanation, { personId, month: month('2022-12') })
      return [
        awards[0]?.closeReason,
        awards[0]?.openedBy.citations === null,
        spells[0]?.rule,
        explanation.due[0]?.rule,
        sources.map(({ fact }) => fact),
      ]
    }
    expect(await told(reader(world))).toEqual(['ineligible', true, null, 'PRIVATE', []])
    expect(await told(reader(world, 'people.read_confidential'))).toEqual([
      'sentence',
      false,
      'MSA-6-3',
      'MSA-6-3',
      ['disability'],
    ])
  })
  test('is open to those with the right', async ({ world }) => {
    const personId = await givenPoorWithHiv(world)
    const doctor = reader(world, 'people.read_confidential')
    const { explanation, sources } = await doctor.call(getExplanation, { personId, month: month('2022-12') })
    expect(explanation.due).toMatchObject([{ rule: 'MSA-8' }])
    expect(sources.map(({ fact }) => fact)).toContain('hiv')
    expect((await doctor.call(getEntitlements, { personId })).spells[0]?.rule).toBe('MSA-8')
    expect((await doctor.call(listDecisions, { personId }))[0]?.citations?.join()).toMatch(/khoản 8/)
  })
})

test('every decision about a person, also of a list, says what it did', async ({ world }) => {
  const { ctx } = world
  const people = [
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
    await givenPerson(ctx, { areaId: tamSon, facts: [severe] }),
  ]
  const list = decided(tamSon)
  await grantAwards(
    ctx,
    people.map((personId) => grantTo(personId, list)),
  )
  const stop = decided(tamSon, { signedOn: civilDate('2023-01-05') })
  await closeAwards(ctx, [
    {
      personId: people[0]!,
      benefit: 'monthly_allowance',
      decision: stop,
      reason: 'refused',
      lastMonth: month('2023-01'),
    },
  ])
  const decisions = await reader(world).call(listDecisions, { personId: people[0]! })
  expect(decisions.map(({ kind, number, benefits }) => [kind, number, benefits])).toEqual([
    ['stop', stop.number, ['monthly_allowance']],
    ['grant', list.number, ['monthly_allowance']],
  ])
})

describe('nobody sees', () => {
  const operations = [
    ['getEntitlements', (world: World, personId: string) => world.call(getEntitlements, { personId })],
    ['getExplanation', (world: World, personId: string) => world.call(getExplanation, { personId })],
    ['listDecisions', (world: World, personId: string) => world.call(listDecisions, { personId })],
  ] as const
  test.for(operations)(
    'a person of another commune, or who does not exist: %s',
    async ([, ask], { world }) => {
      const elsewhere = await givenPerson(world.ctx, { areaId: thoTang, facts: [severe] })
      for (const personId of [elsewhere, randomUUID()])
        await expect(ask(reader(world), personId)).rejects.toThrow('people.person_not_found')
    },
  )
  test.for(operations)('anything without the permission: %s', async ([, ask], { world }) => {
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const stranger = world.as({ can: ['people.read'], areaId: tamSon, areaIds: [tamSon] })
    await expect(ask(stranger, personId)).rejects.toThrow('forbidden')
  })
})

test('a payee out of sight keeps their name', async ({ world }) => {
  const { ctx } = world
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  const payeeId = await givenPerson(ctx, { areaId: thoTang })
  await givenRelation(ctx, payeeId, 'collects_for', personId)
  await grantAwards(ctx, [{ ...grantTo(personId), payeeId }])
  const { awards } = await reader(world).call(getEntitlements, { personId })
  expect(awards[0]?.payee).toEqual({ id: payeeId, fullName: null })
})

function grantTo(personId: string, decision = decided(tamSon)) {
  return { personId, benefit: 'monthly_allowance', decision, from: month('2022-03') } as const
}
