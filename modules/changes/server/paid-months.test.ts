import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import { addMonths, instant, month, type Month } from '#kernel/civil-date'
import { grantAwards, listAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { setOpening } from '#modules/payroll'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { test, type World } from '#testing/world'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import { arrearsOf, draw, drawnOn, givenDecision, tamSon as formerTamSon } from '../../payroll/testing.ts'
import * as api from '../contract.ts'
import { decide, deskOf, paper, tamSon, thoTang } from '../testing.ts'
import { openRequest } from './open.ts'
import { takeStep } from './take-step.ts'
import { preview } from './view.ts'

const from = month('2026-03')
const paidThrough = (last: string | null) => ({
  ...({ kind: 'paid_months', benefit: 'monthly_allowance', since: from } as const),
  paidThrough: last === null ? null : month(last),
})

describe('which months lists of before have paid', () => {
  test('is put right by a second person, with a paper and a reason, and what was said before stays', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenTakenOver(world, '2026-10')
    await expect(ask(officer, personId, '2026-06', null)).rejects.toThrow('changes.reason_needed')
    await expect(ask(officer, personId, '2026-10')).rejects.toThrow('changes.nothing_changes')
    const id = await ask(officer, personId, '2026-06')
    expect(await paidFromOf(world, personId)).toEqual(['2026-11-01'])
    const both = world.as({ ...officer.ctx.actor, can: ['changes.approve', 'changes.read'] } as never)
    await expect(decide(both, id, 'approve')).rejects.toThrow('changes.approver_submitted')
    const once = { id, step: 'approve', requestId: crypto.randomUUID() } as const
    await chair.call(api.decideRequest, once)
    await chair.call(api.decideRequest, once)
    await expect(decide(chair, id, 'approve')).rejects.toThrow('changes.request_moved_on')

    expect(await paidFromOf(world, personId)).toEqual(['2026-07-01'])
    const { rows } = await sql<{ paidFrom: string; isOver: boolean }>`
      select paid_from, retracted_at is not null as is_over from entitlement.award
      where person_id = ${personId} order by recorded_at, paid_from desc`.execute(world.ctx.db())
    expect(rows).toEqual([
      { paidFrom: '2026-11-01', isOver: true },
      { paidFrom: '2026-07-01', isOver: false },
    ])
    const { rows: trail } = await sql<{ details: unknown }>`
      select details from audit.entry where action = 'entitlement.paid_months_corrected'`.execute(
      world.ctx.db(),
    )
    expect(trail.map(({ details }) => details)).toEqual([
      { benefit: 'monthly_allowance', from, before: '2026-10', paidThrough: '2026-06' },
    ])
    expect((await officer.call(api.getRequest, { id })).preview.differences).toEqual([
      { field: 'paid_months', about: null, before: said('2026-10'), after: said('2026-06') },
    ])
  })

  test('makes no right of a month that only was paid by somebody else', async ({ world }) => {
    const { officer } = await deskOf(world)
    const personId = await givenTakenOver(world, '2026-10')
    const asked = { personId: personId as never, change: paidThrough('2026-11') }
    expect((await officer.call(api.previewChange, asked)).effects).toMatchObject([
      { from: '2026-11', through: '2026-11', before: 810_000, after: 0, isAwarded: true },
    ])
  })

  test('may be that they paid none', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenTakenOver(world, '2026-10')
    await decide(chair, await ask(officer, personId, null), 'approve')
    expect(await paidFromOf(world, personId)).toEqual([null])
  })

  test('stays as it was where it is refused', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const personId = await givenTakenOver(world, '2026-10')
    await decide(chair, await ask(officer, personId, '2026-06'), 'reject', 'Sổ chi ghi đã chi tháng 10')
    expect(await paidFromOf(world, personId)).toEqual(['2026-11-01'])
  })

  test.for([
    ['before the award', '2026-02', 'entitlement.paid_months_outside'],
    ['that is yet to come', '2027-01', 'entitlement.paid_months_outside'],
  ] as const)('is no month %s', async ([, last, refused], { world }) => {
    const { officer } = await deskOf(world)
    const personId = await givenTakenOver(world, '2026-10')
    await expect(ask(officer, personId, last)).rejects.toThrow(refused)
    expect(
      await officer.call(api.previewChange, { personId: personId as never, change: paidThrough(last) }),
    ).toMatchObject({ refusal: refused, effects: [] })
  })

  test('is nothing to be said of an award that no list brought', async ({ world }) => {
    const { officer } = await deskOf(world)
    const personId = await givenTakenOver(world, null, 'office')
    await expect(ask(officer, personId, '2026-06')).rejects.toThrow('entitlement.award_not_taken_over')
  })

  test('is asked for and decided by nobody without the right, nor by another commune', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const elsewhere = await deskOf(world, thoTang)
    const personId = await givenTakenOver(world, '2026-10')
    await expect(ask(chair, personId, '2026-06')).rejects.toThrow('forbidden')
    await expect(ask(elsewhere.officer, personId, '2026-06')).rejects.toThrow('changes.person_not_found')
    const id = await ask(officer, personId, '2026-06')
    await expect(decide(officer, id, 'approve')).rejects.toThrow('forbidden')
    await expect(decide(elsewhere.chair, id, 'approve')).rejects.toThrow('changes.request_not_found')
  })
})

describe('the next list of payment', () => {
  let own: OwnDatabase
  let commune: number
  let owed: string
  let twice: string
  const officer = { userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Nguyễn Thị Lan' }
  const chair = { userId: '0197f000-0000-7000-8000-0000000000a2', name: 'Trần Văn Thành' }

  beforeAll(async () => {
    own = await openOwnDatabase({ kinds: {} })
    await own.request(
      async (ctx) => {
        commune = (await areaAt(ctx, [formerTamSon], drawnDay('2026-09'))).get(formerTamSon)!
        await setOpening(ctx, {
          month: month('2026-09'),
          knownAt: instant('2026-08-15T00:00:00Z'),
          since: month('2026-05'),
        })
        const listed = []
        for (let one = 0; one < 2; one++)
          listed.push(await givenPerson(ctx, { areaId: formerTamSon, facts: [severe] }))
        ;[owed, twice] = listed as [string, string] // Two were made.
        await grantAwards(
          ctx,
          listed.map((personId) => ({
            personId,
            benefit: 'monthly_allowance',
            from,
            paidFrom: month('2026-09'),
            decision: { ...givenDecision(formerTamSon), source: 'import' },
          })),
        )
      },
      { now: instant('2026-08-16T02:00:00Z') },
    )
    for (const listed of ['2026-09', '2026-10', '2026-11']) await draw(own, listed, commune)
  })
  afterAll(() => own.drop())

  plainTest('pays months that were never paid, as the preview says', async () => {
    const seen = await put(owed, '2026-06', '2026-11-10')
    expect(seen.settlement).toMatchObject([
      // 1,5 × 540.000 for July and August.
      { kind: 'arrears', from: '2026-07', through: '2026-08', amount: 1_620_000 },
    ])
  })

  plainTest('finds months paid twice to be paid above the right, and takes nothing by itself', async () => {
    const seen = await put(twice, '2026-10', '2026-11-10')
    expect(seen.settlement).toMatchObject([
      { kind: 'overpaid', from: '2026-09', through: '2026-10', amount: 1_620_000 },
    ])
    await draw(own, '2026-12', commune)
    expect(await arrearsOf(own, '2026-12')).toEqual([
      { personId: owed, benefitMonth: '2026-07', amount: 810_000 },
      { personId: owed, benefitMonth: '2026-08', amount: 810_000 },
    ])
    expect(await overpaidIn('2026-12')).toEqual([
      { personId: twice, benefitMonth: '2026-09', amount: 810_000, cause: 'paid_before' },
      { personId: twice, benefitMonth: '2026-10', amount: 810_000, cause: 'paid_before' },
    ])
  })

  plainTest(
    'pays no month again that a list of here has paid, whatever is said of it afterwards',
    async () => {
      const back = await put(twice, '2026-08', '2026-12-10')
      expect(back.settlement).toMatchObject([{ kind: 'overpaid', amount: -1_620_000 }])
      // What was made good in December was paid by then: that the lists of before had paid none of it changes nothing.
      expect((await put(owed, null, '2026-12-10')).settlement).toMatchObject([
        { kind: 'arrears', from: '2026-05', through: '2026-06', amount: 1_500_000 }, // 1,5 × 500.000, by Decree 20.
      ])
      await draw(own, '2027-01', commune)
      expect(await arrearsOf(own, '2027-01')).toEqual([
        { personId: owed, benefitMonth: '2026-05', amount: 750_000 },
        { personId: owed, benefitMonth: '2026-06', amount: 750_000 },
      ])
      expect((await overpaidIn('2027-01')).map(({ amount }) => amount)).toEqual([0, 0])
    },
  )

  /** Asks for it and has it approved on a day; gives what was seen beforehand. */
  async function put(personId: string, last: string | null, day: string) {
    const now = instant(`${day}T02:00:00Z`)
    const change = paidThrough(last)
    const seen = await own.request((ctx) => preview(ctx, { personId, change, evidence: null }), {
      actor: officer,
      now,
    })
    const { id } = await own.request(
      (ctx) =>
        openRequest(ctx, {
          personId,
          change,
          evidence: paper,
          reason,
          requestId: crypto.randomUUID(),
        }),
      { actor: officer, now },
    )
    await own.request((ctx) => takeStep(ctx, { id, step: 'approve', requestId: crypto.randomUUID() }), {
      actor: chair,
      now,
    })
    return seen
  }

  async function overpaidIn(listed: string) {
    const { rows } = await own.request((ctx) =>
      sql<{ personId: string; benefitMonth: Month; amount: number; cause: string }>`
        select person_id, benefit_month, overpaid.amount, cause from payroll.overpaid join payroll.run on run.id = run_id
        where month = ${listed} order by benefit_month`.execute(ctx.db()),
    )
    return rows
  }
})

const reason = 'Sổ chi trả cũ ghi khác'
const drawnDay = (listed: string) => drawnOn(month(listed)).slice(0, 10) as never
const said = (last: string) =>
  JSON.stringify({ benefit: 'monthly_allowance', since: from, paidThrough: last })

/** Somebody of Tam Sơn whose award came with a list that was confirmed. */
async function givenTakenOver({ ctx }: World, last: string | null, source = 'import'): Promise<string> {
  const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      from,
      decision: decided(tamSon, { source }),
      paidFrom: last === null ? null : addMonths(month(last), 1),
    },
  ])
  return personId
}

async function ask(officer: World, personId: string, last: string | null, why: string | null = reason) {
  const { id } = await officer.call(api.openRequest, {
    personId: personId as never,
    change: paidThrough(last),
    evidence: paper,
    reason: why,
    requestId: crypto.randomUUID(),
  })
  return id
}

async function paidFromOf({ ctx }: World, personId: string) {
  return (await listAwards(ctx, [personId])).map((award) => award.paidFrom)
}
