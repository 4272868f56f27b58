import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { grantAwards, refreshStandings } from '#modules/entitlement'
import { areaIdsWithin } from '#modules/geography'
import type { Actor } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { decided, givenPerson, severe, tamSon, thoTang } from '../../entitlement/testing.ts'
import type { Change, CountsView, Scenario } from '../contract.ts'
import { differenceIn } from '../domain/cost.ts'
import { exportScenario } from './export-scenario.ts'
import { issueOf } from './issue-of.ts'
import { planBrief } from './plan-brief.ts'
import {
  checkFreshness,
  getScenario,
  listScenarios,
  removeScenario,
  reviseScenario,
  saveScenario,
} from './scenarios.ts'
import { runSimulation } from './simulate.ts'

const formerVinhPhuc = 90026
const phuTho = 250790025
let own: OwnDatabase
let specialist: Partial<Actor>
let colleague: Partial<Actor>
let elsewhere: Partial<Actor>

const issue = { today: civilDate('2026-11-27'), office: 'Tỉnh Phú Thọ', isOfFormer: true }

const scenario: Scenario = {
  month: month('2023-10'),
  areaId: formerVinhPhuc,
  from: month('2024-01'),
  takeUp: 100,
  changes: [{ kind: 'standard', value: dong(500_000) }],
}

beforeAll(async () => {
  own = await openOwnDatabase()
  await own.request(async (ctx) => {
    for (let index = 0; index < 6; index++)
      await givenAwarded(ctx, { areaId: tamSon, born: `19${70 + index}-05-10` })
    await givenAwarded(ctx, { areaId: thoTang, born: '1970-01-01' })
    // Old enough, no pension, and nobody has decided anything; so many that they may be told of.
    for (const born of ['1945-03-01', '1945-09-01', '1946-03-01', '1946-09-01', '1947-03-01'])
      await givenPerson(ctx, { born, areaId: tamSon })
    await refreshStandings(ctx)
  })
  const scope = async (areaId: number) => ({
    areaId,
    areaIds: [...(await own.request((ctx) => areaIdsWithin(ctx, areaId)))],
  })
  const permissions = new Set(['simulation.run', 'simulation.read'])
  const ofProvince = { ...(await scope(phuTho)), permissions }
  specialist = { ...ofProvince, userId: crypto.randomUUID(), name: 'Lê Minh Hạnh' }
  colleague = { ...ofProvince, userId: crypto.randomUUID(), name: 'Phạm Thị Hương' }
  elsewhere = { ...(await scope(tamSon)), permissions, userId: crypto.randomUUID(), name: 'Nguyễn Thị Lan' }
})
afterAll(() => own.drop())

describe('a run', () => {
  test('reads the register first, then answers: people paid, and what the standard adds', async () => {
    expect((await run(scenario, specialist)).state).toBe('preparing')
    const result = await simulated(scenario)
    expect(result).toMatchObject({
      people: 12,
      before: { people: 7, lines: 7, amount: 7 * 670_500, parts: [{ standard: 447_000, coefficients: 105 }] },
      after: { people: 7, amount: 7 * 750_000 },
      all: { raised: 7, lowered: 0, gained: 0, lost: 0, fresh: 0 },
      unchanged: 0,
      differences: [{ from: 79_500, to: 79_500, people: 7 }],
      cost: {
        byAwards: 556_500,
        monthly: 556_500,
        // From July 2024 the whole country has 500.000 đ.
        firstYear: { year: 2024, months: 6, amount: 6 * 556_500 },
        fullYear: 6 * 556_500,
      },
    })
    expect((await simulated({ ...scenario, from: month('2024-03') })).cost).toMatchObject({
      firstYear: { year: 2024, months: 4, amount: 4 * 556_500 },
      fullYear: 4 * 556_500,
    })
    expect(
      (await simulated({ ...scenario, changes: [...scenario.changes, forElders({ fromAge: 100 })] })).cost,
    ).toMatchObject({ fullYear: 12 * 556_500 })
    expect(result.flags.map(({ code }) => code)).toEqual(['uncertain_source', 'central_overtakes'])
    expect(result.changes[0]).toMatchObject({ before: 447_000 })
  })

  test('proposed in 2023, knows nothing of the decree of 2024: all twelve months cost more', async () => {
    const { cost, flags } = await simulated({ ...scenario, knownOn: civilDate('2023-11-15') })
    expect(cost).toMatchObject({
      firstYear: { year: 2024, months: 12, amount: 12 * 556_500 },
      fullYear: 12 * 556_500,
    })
    expect(flags.map(({ code }) => code)).not.toContain('central_overtakes')
  })

  test('counts whoever would need a new decision apart, by the share that applies', async () => {
    const result = await simulated({
      ...scenario,
      takeUp: 50,
      changes: [{ kind: 'age', group: 'MSA-5C', whose: 'person', from: 80 * 12, to: 75 * 12 }],
    })
    expect(result.all).toMatchObject({ raised: 0, gained: 0, fresh: 5, freshAmount: 5 * 447_000 })
    expect(result.cost).toMatchObject({ byAwards: 0, fresh: 1_117_500, monthly: 1_117_500 })
    expect(result.flags.map(({ code }) => code)).toContain('register_incomplete')
  })

  test('tells one cost everywhere: people paid already and the newly eligible together', async () => {
    const asked: Scenario = {
      ...scenario,
      takeUp: 50,
      changes: [
        { kind: 'standard', value: dong(500_000) },
        { kind: 'age', group: 'MSA-5C', whose: 'person', from: 80 * 12, to: 75 * 12 },
      ],
    }
    const result = await simulated(asked)
    expect(result.cost).toMatchObject({ byAwards: 556_500, fresh: 1_250_000, monthly: 1_806_500 })
    for (const cut of [result.byGroup, result.bySex, result.byAge, result.byPoverty] as CountsView[][])
      expect(cut.reduce((sum, row) => sum + differenceIn(row, 50), 0)).toBe(1_806_500)

    const { tiles, costs, groupTotal, cuts } = planBrief('Một kịch bản', result, issue)
    expect(tiles.map(({ figure }) => figure)).toEqual(['4.693.500', '6.500.000', '+1.806.500'])
    expect(costs.slice(0, 3).map(({ amount }) => amount)).toEqual(['+1.806.500', '+556.500', '+1.250.000'])
    expect(groupTotal).toMatchObject({ after: '6.500.000', difference: '+1.806.500' })
    expect(cuts.map(({ difference }) => difference)).toContain('+1.806.500')
  })

  test('says that the register may not know everybody whenever a change reaches further, whoever is found', async () => {
    const flagsOf = async (change: Change) =>
      (await simulated({ ...scenario, changes: [change] })).flags.map(({ code }) => code)
    const nobodyFound = await simulated({ ...scenario, changes: [forElders({ fromAge: 100 })] })
    expect(nobodyFound.all.fresh).toBe(0)
    expect(nobodyFound.flags).toContainEqual({ code: 'register_incomplete', people: 12 })
    const age = (to: number): Change => ({
      kind: 'age',
      group: 'MSA-5C',
      whose: 'person',
      from: 80 * 12,
      to: to * 12,
    })
    expect(await flagsOf(age(79))).toContain('register_incomplete')
    expect(await flagsOf(age(85))).not.toContain('register_incomplete')
    expect(await flagsOf({ kind: 'poverty', group: 'MSA-4', to: 'any' })).toContain('register_incomplete')
    expect(await flagsOf({ kind: 'poverty', group: 'MSA-4', to: 'poor' })).not.toContain(
      'register_incomplete',
    )
  })

  test('does not count as newly eligible whoever could have as much by the law in force', async () => {
    // Both elders may have the social pension of 540.000 đ; nobody has decided on it.
    const opening = (coefficient: number) =>
      simulated({
        ...scenario,
        month: month('2026-11'),
        from: month('2027-01'),
        changes: [forElders({ fromAge: 75, coefficient })],
      })
    expect((await opening(10)).all).toMatchObject({ fresh: 0, freshAmount: 0 })
    expect((await opening(15)).all).toMatchObject({ fresh: 5, freshAmount: 5 * 270_000 })
  })

  test('does not tell of fewer than five people in any part, nor of how much a few of them gain', async () => {
    const result = await simulated({ ...scenario, changes: [forElders({ fromAge: 77 })] })
    const fresh = result.all.fresh
    expect(fresh).toBeGreaterThan(0)
    expect(fresh).toBeLessThan(5)
    for (const part of [result.byGroup, result.byArea, result.bySex, result.byAge, result.byPoverty])
      for (const row of part) expect([1, 2, 3, 4]).not.toContain(row.fresh)
    const provincial = result.byGroup.find(({ id }) => id.startsWith('PROV'))
    expect(provincial).toMatchObject({ fresh: null, freshAmount: null, after: null })
    for (const { peopleBefore, before, coefficients } of result.byGroup)
      expect(new Set([peopleBefore, before, coefficients[0]].map((one) => one === null)).size).toBe(1)
    expect(planBrief('Kịch bản', result, issue).hasWithheld).toBe(true)
  })

  test('does not tell of one person in a commune', async () => {
    const result = await simulated(scenario)
    const told = result.byArea.filter(({ raised }) => raised !== 0)
    expect(told.map(({ raised, after }) => [raised, after])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  test('holds where it is said to hold, and nowhere else', async () => {
    const district = await own.request(async (ctx) => {
      const { rows } = await sql<{ id: number }>`
        select district.id from geography.area commune join geography.area district on district.id = commune.parent_id
        where commune.id = ${tamSon}`.execute(ctx.db())
      return rows[0]!.id
    })
    const result = await simulated({ ...scenario, areaId: district })
    expect(result.before.people).toBe(6)
    expect(result.byArea.every(({ within }) => within === null)).toBe(true)
  })

  test('is refused for a commune, for another province, and where it contradicts the law', async () => {
    await expect(run({ ...scenario, areaId: tamSon }, specialist)).rejects.toThrow(
      'simulation.area_too_small',
    )
    await expect(run({ ...scenario, areaId: 90001 }, specialist)).rejects.toThrow('simulation.area_not_yours')
    await expect(
      run({ ...scenario, changes: [{ kind: 'standard', value: dong(300_000) }] }, specialist),
    ).rejects.toMatchObject({
      code: 'simulation.scenario_refused',
      details: {
        refusals: [{ path: 'changes.0.value', code: 'below_central', details: { floor: 360_000 } }],
      },
    })
  })
})

describe('a saved scenario', () => {
  const wish = { name: 'Nâng mức chuẩn lên 500.000 đ', scenario, isShared: false }

  test('is its owner’s until it is shared, and within the area it was reckoned for', async () => {
    const requestId = crypto.randomUUID()
    const { id } = await own.request((ctx) => saveScenario(ctx, { ...wish, requestId }), {
      actor: specialist,
    })
    const again = await own.request((ctx) => saveScenario(ctx, { ...wish, requestId }), { actor: specialist })
    expect(again.id).toBe(id)
    expect(await namesFor(specialist)).toEqual([wish.name])
    expect(await namesFor(colleague)).toEqual([])
    await expect(own.request((ctx) => getScenario(ctx, { id }), { actor: colleague })).rejects.toThrow(
      'simulation.scenario_not_found',
    )
    await own.request(
      (ctx) => reviseScenario(ctx, { ...wish, id, isShared: true, revision: 1, isRerun: false }),
      { actor: specialist },
    )
    expect(await namesFor(colleague)).toEqual([wish.name])
    expect(await namesFor(elsewhere)).toEqual([])
    const seen = await own.request((ctx) => getScenario(ctx, { id }), { actor: colleague })
    expect(seen).toMatchObject({ isMine: false, isStale: false, result: { cost: { monthly: 556_500 } } })
  })

  test('is changed by its owner alone, one change after the other, and never under a name twice', async () => {
    const { id } = await own.request(
      (ctx) =>
        saveScenario(ctx, { ...wish, name: 'Thứ hai', isShared: true, requestId: crypto.randomUUID() }),
      { actor: specialist },
    )
    const revise = (actor: Partial<Actor>, fields: object) =>
      own.request(
        (ctx) => reviseScenario(ctx, { ...wish, id, isShared: true, revision: 1, isRerun: false, ...fields }),
        { actor },
      )
    await expect(revise(colleague, { name: 'Của tôi' })).rejects.toThrow('simulation.not_yours')
    await expect(revise(specialist, { name: wish.name.toUpperCase() })).rejects.toThrow(
      'simulation.name_taken',
    )
    expect(await revise(specialist, { name: 'Tên mới' })).toEqual({ revision: 2 })
    await expect(revise(specialist, { name: 'Tên khác' })).rejects.toMatchObject({
      code: 'simulation.scenario_changed',
      details: { name: 'Tên mới' },
    })
    await expect(own.request((ctx) => removeScenario(ctx, { id }), { actor: colleague })).rejects.toThrow(
      'simulation.not_yours',
    )
    await own.request((ctx) => removeScenario(ctx, { id }), { actor: specialist })
    expect(await namesFor(specialist)).not.toContain('Tên mới')
  })

  test('the database itself shows it to nobody outside', async () => {
    const rows = await own.request((ctx) => sql`select id from simulation.scenario`.execute(ctx.db()), {
      actor: { ...elsewhere, areaIds: [] },
    })
    expect(rows.rows).toEqual([])
  })

  test('goes out as a workbook and as a brief of two pages, without a name of anybody', async () => {
    const [saved] = await own.request((ctx) => listScenarios(ctx), { actor: colleague })
    const file = (format: 'xlsx' | 'pdf') =>
      own.request((ctx) => exportScenario(ctx, { id: saved!.id, format }), { actor: colleague })
    const [pdf, xlsx] = [await file('pdf'), await file('xlsx')]
    expect([pdf.name, xlsx.name]).toEqual([`Mô phỏng - ${saved!.name}.pdf`, `Mô phỏng - ${saved!.name}.xlsx`])
    const text = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
    const told = planBrief(
      saved!.name,
      (await own.request((ctx) => getScenario(ctx, { id: saved!.id }), { actor: colleague })).result,
      await own.request((ctx) => issueOf(ctx, formerVinhPhuc)),
    )
    // The office is that of today, the land that of then.
    expect([told.office, told.where]).toEqual(['Tỉnh Phú Thọ', expect.stringMatching(/^Tỉnh Vĩnh Phúc cũ, /)])
    expect(told.otherCommunes).toMatch(/không có thay đổi/)
    expect(xlsx.size).toBeGreaterThan(5_000)
  })

  test('kept figures of another law, or reckoned in another way, are said to be old', async () => {
    const seen = async () =>
      (await own.request((ctx) => listScenarios(ctx), { actor: specialist })).map(
        ({ isOutdated }) => isOutdated,
      )
    expect(await seen()).not.toContain(true)
    await own.request(
      (ctx) => sql`update simulation.scenario set result = result - 'reckonedBy'`.execute(ctx.db()),
      { actor: specialist },
    )
    expect(await seen()).not.toContain(false)
  })

  test('is stale once somebody’s standing or award has changed', async () => {
    const version = (await own.request((ctx) => checkFreshness(ctx), { actor: specialist })).version
    await own.request(async (ctx) => {
      await givenAwarded(ctx, { areaId: thoTang, born: '1980-01-01' })
    })
    const [saved] = await own.request((ctx) => listScenarios(ctx), { actor: specialist })
    const stale = await own.request((ctx) => getScenario(ctx, { id: saved!.id }), { actor: specialist })
    expect(stale.isStale).toBe(true)
    expect((await own.request((ctx) => checkFreshness(ctx), { actor: specialist })).version).not.toBe(version)
    // Later the old figures no longer do.
    const later = instant('2027-01-05T02:05:00Z')
    expect(
      await own.request((ctx) => runSimulation(ctx, { scenario }), { actor: specialist, now: later }),
    ).toMatchObject({ state: 'preparing' })
  })
})

function forElders(differing: { fromAge: number; coefficient?: number }): Change {
  return {
    kind: 'new_group',
    name: 'Người cao tuổi của tỉnh',
    coefficient: 10,
    belowAge: null,
    poverty: 'any',
    disability: [],
    inDifficultArea: false,
    withoutPension: false,
    ...differing,
  }
}

function run(asked: Scenario, actor: Partial<Actor>) {
  return own.request((ctx) => runSimulation(ctx, { scenario: asked }), { actor })
}

async function simulated(asked: Scenario) {
  await own.runJobs()
  const found = await run(asked, specialist)
  if (found.state === 'done') return found.result
  await own.runJobs()
  const again = await run(asked, specialist)
  if (again.state !== 'done') throw new Error('The register was not read')
  return again.result
}

async function namesFor(actor: Partial<Actor>) {
  return (await own.request((ctx) => listScenarios(ctx), { actor })).map(({ name }) => name)
}

async function givenAwarded(
  ctx: Parameters<typeof givenPerson>[0],
  { areaId, born }: { areaId: number; born: string },
) {
  const personId = await givenPerson(ctx, { born, areaId, facts: [severe] })
  await refreshStandings(ctx)
  await grantAwards(ctx, [
    { personId, benefit: 'monthly_allowance', from: month('2022-03'), decision: decided(areaId) },
  ])
}
