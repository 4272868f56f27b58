import { afterAll, beforeAll, expect, test } from 'vitest'
import { civilDate, instant, month } from '#kernel/civil-date'
import { areaAt } from '#modules/geography'
import type { Actor } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import type { PaymentRunId } from '../contract.ts'
import { accountant, approver, draw, givenDisabled, tamSon } from '../testing.ts'
import { getRun } from './get-run.ts'
import { listLines } from './list-lines.ts'
import { setOpening } from './opening.ts'
import { showRuleReach } from './show-rule-reach.ts'
import { approveRun, submitRun } from './take-step.ts'

let own: OwnDatabase
let commune: number
let id: PaymentRunId
const now = instant('2026-11-23T02:00:00Z')

beforeAll(async () => {
  own = await openOwnDatabase({ kinds: {} })
  await own.request(
    async (ctx) => {
      commune = (await areaAt(ctx, [tamSon], civilDate('2026-06-30'))).get(tamSon)!
      await givenDisabled(ctx, [
        ...['Ánh', 'Bảy', 'Cúc', 'Dần', 'Én'].map((name) => ({
          name: `Nguyễn Thị ${name}`,
          areaId: tamSon,
        })),
        { name: 'Trần Văn Giáp', areaId: tamSon, level: 'exceptionally_severe' as const },
      ])
      await setOpening(ctx, { month: month('2026-11'), knownAt: instant('2026-10-15T00:00:00Z') })
    },
    { now: instant('2025-08-01T02:00:00Z') },
  )
  ;({ id } = await draw(own, '2026-11', commune, now))
})
afterAll(() => own.drop())

const reach = (actor: Partial<Actor> = {}) => own.request(showRuleReach, { actor, now })

test('before a month is approved nobody is said to be governed', async () => {
  expect(await reach()).toEqual({ month: null, rules: [] })
})

test('the latest approved month: sums for each rule, and a small number is kept back', async () => {
  await own.request((ctx) => submitRun(ctx, { id }), { actor: accountant, now })
  await own.request((ctx) => approveRun(ctx, { id }), { actor: approver, now })
  const { month: latest, rules } = await reach()
  expect(latest).toBe('2026-11')
  expect(rules).toContainEqual({ rule: 'MSA-6-3', people: 5, amount: expect.any(Number) })
  expect(rules.find(({ rule }) => rule === 'MSA-6-3')!.amount! % 5).toBe(0)
  const alone = rules.filter(({ rule }) => rule !== 'MSA-6-3')
  expect(alone.length).toBeGreaterThan(0)
  for (const { people, amount } of alone) expect([people, amount]).toEqual([null, null])
})

test('another unit sees nothing of it', async () => {
  const elsewhere = commune + 100_000
  expect(await reach({ areaId: elsewhere, areaIds: [elsewhere] })).toEqual({ month: null, rules: [] })
})

test('groups named of nobody are counted together, and that is what their lines come to', async () => {
  const actor = { permissions: new Set(['payroll.read', 'people.read']) }
  const run = await own.request((ctx) => getRun(ctx, { id }), { actor, now })
  const linesOf = async (rule: string) =>
    (
      await own.request((ctx) => listLines(ctx, { id, page: 1, component: 'allowance', rule }), {
        actor,
        now,
      })
    ).totals
  expect(run.byRule.map(({ rule, people }) => [rule, people])).toContainEqual(['MSA-6-3', 5])
  const { component, ...together } = run.unnamed[0]!
  expect([component, together.people]).toEqual(['allowance', 5])
  expect(await linesOf('other')).toEqual(together)
  expect(await linesOf('MSA-6-3')).toMatchObject({ lines: 0 })
  const named = run.byRule.find(({ rule }) => rule === 'MSA-6-1')!
  expect(await linesOf('MSA-6-1')).toMatchObject({ people: named.people, amount: named.amount })
  // Nothing is kept back from whoever may read it.
  const all = await own.request((ctx) => getRun(ctx, { id }), {
    actor: { permissions: new Set([...actor.permissions, 'people.read_confidential']) },
    now,
  })
  expect(all.unnamed).toEqual([])
})
