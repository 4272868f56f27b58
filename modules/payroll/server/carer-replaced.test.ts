import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { grantAward, grantAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { recordDeath, recordRelation } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import { draw, givenDecision, givenDisabled, tamSon } from '../testing.ts'
import { listChanges } from './list-lines.ts'
import { setOpening } from './opening.ts'

let own: OwnDatabase
let commune: number
let cared: string
let mother: string
let aunt: string
const all = { actor: { permissions: new Set(['payroll.prepare', 'people.read_confidential']) } }
const carerDied = civilDate('2026-11-10')

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      const severe = { areaId: tamSon }
      ;[cared, mother, aunt] = (await givenDisabled(ctx, [
        { ...severe, level: 'exceptionally_severe' },
        severe,
        severe,
      ])) as [string, string, string]
      await careFrom(ctx, mother, '2020-01-01')
      const decision = givenDecision(tamSon)
      const care = { personId: cared, benefit: 'care_support', payeeId: mother } as const
      await grantAwards(ctx, [{ ...care, from: month('2022-01'), decision }])
      await setOpening(ctx, {
        month: month('2026-10'),
        knownAt: instant('2026-09-15T00:00:00Z'),
        since: month('2026-10'),
      })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  for (const benefitMonth of ['2026-10', '2026-11']) await draw(own, benefitMonth, commune)
})
afterAll(() => own.drop())

test('money for care is not made out to a carer who died: a decision names the next one, who gets what waited', async () => {
  const care = (await careOf('2026-11')).filter(({ benefitMonth }) => benefitMonth === '2026-11')
  expect(care).toMatchObject([{ payeeId: mother }])
  const { amount } = care[0]!
  await own.request(
    async (ctx) => {
      await recordDeath(ctx, { personId: mother, diedOn: carerDied, source: 'test' } as never)
      // As if nobody had ended the tie: the death alone has to tell.
      await sql`update people.relation set during = '[2020-01-01,)'
        where person_id = ${mother} and kind = 'cares_for' and retracted_at is null`.execute(ctx.db())
      // From the day after on, so that the one cared for stands as before.
      await careFrom(ctx, aunt, '2026-11-11')
    },
    { now: instant('2026-11-15T02:00:00Z') },
  )
  await draw(own, '2026-12', commune)
  expect(await careOf('2026-12')).toEqual([])
  const named = await own.request(async (ctx) => listChanges(ctx, { id: await runId(ctx), page: 1 }), all)
  expect(named.rows.filter(({ reason }) => reason === 'needs_decision')).toMatchObject([
    { person: { id: cared }, component: 'care', detail: { lapsed: { since: '2026-12', amount } } },
  ])

  await own.request(
    (ctx) =>
      grantAward(ctx, {
        personId: cared,
        benefit: 'care_support',
        from: month('2026-12'),
        decision: { ...givenDecision(commune, civilDate('2026-12-05')), source: 'import' },
      }),
    { now: instant('2026-12-05T02:00:00Z') },
  )
  await draw(own, '2027-01', commune)
  expect(await careOf('2027-01')).toEqual(
    ['2026-12', '2027-01'].map((benefitMonth) => ({ payeeId: aunt, benefitMonth, amount })),
  )
  // The decision came with a list and was signed by nobody here: whoever approves the run finds it by that.
  const listed = await own.request(
    async (ctx) => listChanges(ctx, { id: await runId(ctx, '2027-01'), reason: 'listed', page: 1 }),
    all,
  )
  expect(listed.rows).toMatchObject([
    { person: { id: cared }, component: 'care', detail: { decision: { signedOn: '2026-12-05' } } },
  ])
})

function careFrom(ctx: Ctx, personId: string, day: string) {
  return recordRelation(ctx, {
    personId,
    otherId: cared,
    kind: 'cares_for',
    detail: { arrangement: 'own_household' },
    from: civilDate(day),
    until: null,
    source: 'test',
  } as unknown as Parameters<typeof recordRelation>[1])
}

async function careOf(listMonth: string) {
  const { rows } = await own.request((ctx) =>
    sql<{ payeeId: string; benefitMonth: string; amount: number }>`
      select payee_id, benefit_month, amount from payroll.line
      where month = ${listMonth} and component = 'care' order by benefit_month`.execute(ctx.db()),
  )
  return rows
}

async function runId(ctx: Ctx, listMonth = '2026-12') {
  const { rows } = await sql<{ id: PaymentRunId }>`
    select id from payroll.run where month = ${listMonth}`.execute(ctx.db())
  return rows[0]!.id
}
