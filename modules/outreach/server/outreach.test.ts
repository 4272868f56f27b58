import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { instant, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import { recordDeath } from '#modules/people'
import { test, type World } from '#testing/world'
import {
  downloadProspects,
  getOutreachOverview,
  listProspects,
  printInvitations,
  recordFollowUp,
  type View,
} from '../contract.ts'
import { decided, givenFact, givenPerson, givenPoorHousehold, severe } from '../../entitlement/testing.ts'
import { refreshed } from '../testing.ts'
import { outreachSubscribers } from './subscriptions.ts'

const tamSon = 8824
const tamSonNow = 250708824
const thoTang = 9112
const officer = ['outreach.read', 'outreach.follow_up', 'people.read_confidential']

describe('who stands on which list', () => {
  test('a 75th birthday next month, and one of last March nobody asked for', async ({ world }) => {
    const coming = await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    const unused = await givenPerson(world.ctx, { born: '1951-03-12', areaId: tamSon })
    await refreshed(world.ctx)
    const [soon] = (await listed(world, 'soon')).rows
    expect(soon).toMatchObject({
      person: { id: coming, name: 'Phùng Thị Mận' },
      area: { id: tamSonNow, name: 'Xã Tam Sơn' },
      benefit: 'social_pension',
      kind: 'gain',
      month: '2026-12',
      before: 0,
      after: 540_000,
      delayCost: 540_000,
      rulesAfter: ['SP-A'],
      causes: [{ kind: 'age', months: 900, on: '2026-12-02' }],
      // Seven working days before the end of December; the 2nd is when the age is reached.
      deadline: { by: '2026-12-22', month: '2026-12' },
      lacking: ['personal_number', 'pension_check'],
      followUps: [],
    })
    expect((await listed(world, 'unused')).rows.map(({ person }) => person.id)).toEqual([unused])
  })

  test('a day too late for this month is counted into the next', async ({ world }) => {
    await givenPerson(world.ctx, { born: '1951-03-12', areaId: tamSon })
    await refreshed(world.ctx)
    const [row] = (await listed(world, 'unused')).rows
    // 23 November and seven working days are past the end of the month; 24 November is a holiday.
    expect(row?.deadline).toEqual({ by: '2026-12-22', month: '2026-12' })
  })

  test('a certificate without its number is missing its paper', async ({ world }) => {
    await givenPerson(world.ctx, { born: '1990-01-01', areaId: tamSon, facts: [severe] })
    await refreshed(world.ctx)
    const [row] = (await listed(world, 'unused')).rows
    expect(row?.lacking).toEqual(['personal_number', 'disability_certificate'])
  })

  test('an award whose right ended waits for a decision, a death among them', async ({ world }) => {
    const id = await givenPerson(world.ctx, { born: '1940-01-01', areaId: tamSon, diedOn: '2026-09-10' })
    await grantAwards(world.ctx, [
      {
        personId: id,
        benefit: 'social_pension',
        from: month('2025-07'),
        decision: decided(tamSon),
      },
    ])
    await refreshed(world.ctx)
    expect((await listed(world, 'ended')).rows).toMatchObject([
      { person: { id }, month: '2026-10', before: 540_000, causes: [{ kind: 'death', on: '2026-09-10' }] },
    ])
  })

  test('a disabled child who turns six within the year is named until another certificate is recorded', async ({
    world,
  }) => {
    const { ctx } = world
    const id = await givenPerson(ctx, {
      born: '2021-08-25',
      areaId: tamSon,
      facts: [{ ...severe, detail: { level: 'severe', types: ['sight'], issuedOn: '2022-04-16' } }],
    })
    await grantAwards(ctx, [
      { personId: id, benefit: 'monthly_allowance', from: month('2022-04'), decision: decided(tamSon) },
    ])
    await refreshed(ctx)
    expect((await listed(world, 'certificate')).rows).toMatchObject([
      {
        person: { id },
        month: '2027-08',
        before: 1_080_000,
        causes: [{ kind: 'certificate', on: '2027-08-25' }],
        lacking: ['disability_certificate'],
        deadline: null,
      },
    ])
    const later = at(world, '2027-09-02T02:00:00Z')
    await sql`update people.circumstance set detail = detail || '{"issuedOn": "2027-08-30"}'
      where person_id = ${id}`.execute(ctx.db())
    // Of the same degree: how the child stands is as before, and only what was told says that there is news.
    await outreachSubscribers['outreach.refresh']!.run(later, {
      type: 'people.circumstances_changed',
      personId: id,
      eventId: 1,
    })
    expect(await refreshed(later)).toEqual({ people: 1 })
    expect((await listed(world, 'certificate')).total).toBe(0)
  })

  test('the filter: a commune, a benefit, the coming months, what nobody has done yet', async ({ world }) => {
    await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    await givenPerson(world.ctx, { born: '1952-06-02', areaId: tamSon })
    await givenPerson(world.ctx, { born: '1951-12-20', areaId: thoTang })
    await refreshed(world.ctx)
    const reader = world.as({ can: officer })
    const count = async (filter: object) =>
      (await reader.call(listProspects, { view: 'soon', ...filter })).total
    expect(await count({})).toBe(3)
    expect(await count({ areaId: tamSonNow })).toBe(2)
    expect(await count({ within: 1 })).toBe(2)
    expect(await count({ benefit: 'monthly_allowance' })).toBe(0)
    expect(await count({ progress: 'open' })).toBe(3)
    const { areas, stake } = await reader.call(listProspects, { view: 'soon' })
    expect(stake).toEqual({ people: 3, amount: 1_620_000, waiting: 0, withFile: 0 })
    expect(areas.map(({ people, amount }) => [people, amount])).toEqual([
      [2, 1_080_000],
      [1, 540_000],
    ])
  })
})

describe('the lists follow what becomes known', () => {
  test('only who changed is looked at again', async ({ world }) => {
    const one = await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    await givenPerson(world.ctx, { born: '1952-01-02', areaId: tamSon })
    await refreshed(world.ctx)
    expect(await refreshed(world.ctx)).toEqual({ people: 0 })
    const later = at(world, '2026-11-23T03:00:00Z')
    await givenFact(later, one, { kind: 'pension', detail: { monthly: 3_000_000 } })
    expect(await refreshed(later)).toEqual({ people: 1 })
    expect((await listed(world, 'soon')).total).toBe(1)
  })

  test('a month later the coming right is an unused one, the same entry with what was done about it', async ({
    world,
  }) => {
    await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    await refreshed(world.ctx)
    const [before] = (await listed(world, 'soon')).rows
    await followUp(world, before!.id, 'contacted')
    expect(await refreshed(at(world, '2026-12-01T02:00:00Z'))).toEqual({ people: 1 })
    const [after] = (await listed(world, 'unused')).rows
    expect(after).toMatchObject({ id: before!.id, month: '2026-12', followUps: [{ outcome: 'contacted' }] })
    expect((await listed(world, 'soon')).total).toBe(0)
  })

  test('a decision takes an entry away, and a death too', async ({ world }) => {
    const granted = await givenPerson(world.ctx, { born: '1951-03-12', areaId: tamSon })
    const dying = await givenPerson(world.ctx, { born: '1951-03-13', areaId: tamSon })
    await refreshed(world.ctx)
    expect((await listed(world, 'unused')).total).toBe(2)
    const later = at(world, '2026-11-24T02:00:00Z')
    await grantAwards(later, [
      {
        personId: granted,
        benefit: 'social_pension',
        from: month('2026-11'),
        decision: decided(tamSon),
      },
    ])
    await refreshed(later)
    const died = { personId: dying, diedOn: '2026-10-20', source: 'Trích lục khai tử' }
    await recordDeath(later, died as Parameters<typeof recordDeath>[1])
    await refreshed(later)
    expect((await listed(world, 'unused')).total).toBe(0)
  })

  test('who rests on the list of the poor waits for the next, and leaves when it is in without them', async ({
    world,
  }) => {
    const { ctx } = world
    const mother = await givenSingleMother(ctx)
    const neighbour = await givenPerson(ctx, { born: '1960-01-01', areaId: tamSon })
    await refreshed(ctx)
    expect((await listed(world, 'renewal')).rows).toMatchObject([
      { person: { id: mother }, month: '2027-02', before: 540_000, lacking: ['poverty_list'] },
    ])
    const later = at(world, '2026-12-20T02:00:00Z')
    await givenPoorHousehold(later, neighbour)
    await sql`update people.circumstance set during = '[2027-01-01,2028-01-01)', detail = '{"level":"poor","year":2027}'
      where household_id = (select household_id from people.membership where person_id = ${neighbour})`.execute(
      ctx.db(),
    )
    await refreshed(later)
    expect((await listed(world, 'renewal')).total).toBe(0)
    expect((await listed(world, 'ending')).rows).toMatchObject([
      { person: { id: mother }, month: '2027-02', causes: [{ kind: 'fact', fact: 'household' }] },
    ])
  })
})

describe('three walls', () => {
  test('a commune sees its own people, whatever is asked for', async ({ world }) => {
    await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    await givenPerson(world.ctx, { born: '1951-12-03', areaId: thoTang })
    await refreshed(world.ctx)
    const own = await officerOf(world, tamSonNow)
    const { rows } = await own.call(listProspects, { view: 'soon' })
    expect(rows.map(({ person }) => person.born)).toEqual(['1951-12-02'])
    const all = await world.as({ can: officer }).call(listProspects, { view: 'soon' })
    const foreign = all.rows.find(({ person }) => person.born === '1951-12-03')!
    await expect(
      own.call(recordFollowUp, {
        prospectIds: [foreign.id],
        outcome: 'contacted',
        note: null,
        assignee: null,
        requestId: crypto.randomUUID(),
      }),
    ).rejects.toThrow('outreach.prospect_not_found')
  })

  test('what rests on HIV is not there for who may not know it, neither in rows nor in numbers', async ({
    world,
  }) => {
    const id = await givenPerson(world.ctx, { born: '1990-01-01', areaId: tamSon, facts: [{ kind: 'hiv' }] })
    await givenPoorHousehold(world.ctx, id)
    await refreshed(world.ctx)
    expect((await listed(world, 'unused')).total).toBe(1)
    const other = world.as({ can: ['outreach.read', 'outreach.follow_up'] })
    expect(await other.call(listProspects, { view: 'unused' })).toMatchObject({
      rows: [],
      total: 0,
      areas: [],
    })
    const { views } = await other.call(getOutreachOverview, {})
    expect(views.every(({ people }) => people === 0)).toBe(true)
    await expect(other.call(downloadProspects, { view: 'unused' })).rejects.toThrow('outreach.list_empty')
  })
})

describe('what is done about people', () => {
  test('is kept with who and when, once however often it is sent, and asked for by the filter', async ({
    world,
  }) => {
    await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    await refreshed(world.ctx)
    const [row] = (await listed(world, 'soon')).rows
    const requestId = crypto.randomUUID()
    const done = {
      prospectIds: [row!.id],
      outcome: 'declined' as const,
      note: 'Không muốn nhận',
      assignee: null,
    }
    const own = world.as({ can: officer, name: 'Lê Thị Hoa' })
    expect(await own.call(recordFollowUp, { ...done, requestId })).toEqual({ recorded: 1 })
    expect(await own.call(recordFollowUp, { ...done, requestId })).toEqual({ recorded: 0 })
    const { rows } = await own.call(listProspects, { view: 'soon', progress: 'declined' })
    expect(rows[0]?.followUps).toMatchObject([
      { outcome: 'declined', note: 'Không muốn nhận', by: 'Lê Thị Hoa', at: '2026-11-23T02:00:00.000000Z' },
    ])
    expect((await own.call(listProspects, { view: 'soon', progress: 'open' })).total).toBe(0)
  })

  test.for([
    ['declining needs a reason', { outcome: 'declined', note: null, assignee: null }],
    ['giving it to somebody needs a name', { outcome: 'assigned', note: null, assignee: null }],
  ] as const)('%s', async ([, done], { world }) => {
    const input = { prospectIds: [crypto.randomUUID()], requestId: crypto.randomUUID(), ...done }
    const call = world.as({ can: officer }).call(recordFollowUp, input as never)
    await expect(call).rejects.toMatchObject({ code: 'invalid_input' })
  })

  test('a letter is a PDF for who has something to ask for, and refused for the others', async ({
    world,
  }) => {
    await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    const child = await givenPerson(world.ctx, { born: '2010-12-20', areaId: tamSon, facts: [severe] })
    await grantAwards(world.ctx, [
      {
        personId: child,
        benefit: 'monthly_allowance',
        from: month('2022-01'),
        decision: decided(tamSon),
      },
    ])
    await refreshed(world.ctx)
    const own = world.as({ can: officer })
    const [row] = (await listed(world, 'soon')).rows
    const file = (await own.call(printInvitations, { prospectIds: [row!.id] })) as File
    expect(file.name).toBe('Giấy mời 2026-11-23.pdf')
    expect(new TextDecoder().decode((await file.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
    const [lower] = (await listed(world, 'changing')).rows
    expect(lower).toMatchObject({ kind: 'lower', before: 1_080_000, after: 810_000, deadline: null })
    await expect(own.call(printInvitations, { prospectIds: [lower!.id] })).rejects.toThrow(
      'outreach.nobody_to_invite',
    )
  })

  test('a list is a workbook named after what it lists', async ({ world }) => {
    await givenPerson(world.ctx, { born: '1951-12-02', areaId: tamSon })
    await refreshed(world.ctx)
    const file = (await world.as({ can: officer }).call(downloadProspects, { view: 'soon' })) as File
    expect(file.name).toBe('Người sắp đủ điều kiện hưởng trợ giúp xã hội 2026-11-23.xlsx')
    expect(file.size).toBeGreaterThan(3_000)
  })
})

function at(world: World, moment: string): World['ctx'] {
  return { ...world.ctx, now: instant(moment), today: moment.slice(0, 10) as World['ctx']['today'] }
}

function listed(world: World, view: View) {
  return world.as({ can: officer }).call(listProspects, { view })
}

async function officerOf(world: World, areaId: number) {
  return world.as({ can: officer, areaId, areaIds: [...(await areaIdsWithin(world.ctx, areaId))] })
}

function followUp(world: World, id: string, outcome: 'contacted') {
  return world.as({ can: officer }).call(recordFollowUp, {
    prospectIds: [id] as never,
    outcome,
    note: null,
    assignee: null,
    requestId: crypto.randomUUID(),
  })
}

/** A poor widow with a child of seven, on the list of 2026, with the allowance of khoản 4. */
async function givenSingleMother(ctx: World['ctx']): Promise<string> {
  const mother = await givenPerson(ctx, {
    born: '1986-02-11',
    areaId: tamSon,
    facts: [{ kind: 'single_parent', detail: { basis: 'spouse_dead' } }],
  })
  const child = await givenPerson(ctx, { born: '2019-03-03', areaId: tamSon })
  await sql`insert into people.relation (person_id, other_id, kind, during, source, recorded_at)
    values (${mother}, ${child}, 'parent_of', '[2019-03-03,)', 'test', '2020-01-01T00:00:00Z')`.execute(
    ctx.db(),
  )
  await givenPoorHousehold(ctx, mother)
  await sql`update people.circumstance set during = '[2026-01-01,2027-01-01)'
    where household_id = (select household_id from people.membership where person_id = ${mother})`.execute(
    ctx.db(),
  )
  await grantAwards(ctx, [
    {
      personId: mother,
      benefit: 'monthly_allowance',
      from: month('2026-01'),
      decision: decided(tamSon),
    },
  ])
  return mother
}
