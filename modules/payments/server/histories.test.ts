import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { Month } from '#kernel/civil-date'
import { acts, begin, bringToAnEnd, take, type History } from '../history.testing.ts'
import * as contract from '../contract.ts'
import { brokenPromises } from '../promises.testing.ts'
import { staffOf } from '../testing.ts'

// A history may be one of two hundred, by what the environment asks for.
vi.setConfig({ testTimeout: 3_600_000 })

/** How many histories; one is enough for every day: `ANSINH_HISTORIES=200 ANSINH_SEED=7 npx vitest run …`. */
const histories = Number(process.env['ANSINH_HISTORIES'] ?? 1)
const seed = Number(process.env['ANSINH_SEED'] ?? 2026)

test('whatever happens in whatever order, money is conserved, nothing is paid twice, and every order ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ act: fc.constantFrom(...acts), pick: fc.nat(10_000) }), {
        minLength: 25,
        maxLength: 40,
      }),
      async (steps) => {
        const history = await begin()
        try {
          for (const step of steps) {
            await take(history, step)
            expect(await brokenPromises(history.town.own), `after ${step.act} ${step.pick}`).toEqual([])
            expect(await unexplained(history), `figures after ${step.act} ${step.pick}`).toEqual([])
          }
          await bringToAnEnd(history)
          expect(await brokenPromises(history.town.own, { isOver: true })).toEqual([])
          await expectBankToAgree(history)
        } finally {
          await history.town.close()
        }
      },
    ),
    { numRuns: histories, seed, endOnFailure: true, ...(histories > 1 && { verbose: 1 as const }) },
  )
})

/** Figures of a month that do not follow from one another. */
async function unexplained({ town, month }: History) {
  const { ladders } = await staffOf(town.own).clerk(contract.explainMonth, {
    month: Month.parse(month),
    areaId: town.commune,
  })
  return ladders.filter(({ off }) => off !== 0)
}

/** What left the account at the bank is what our books say was paid by it. */
async function expectBankToAgree({ town }: History) {
  const { rows } = await town.own.request((ctx) =>
    sql<{ closing: number | null; paid: number }>`
      select (select closing from payments.response where provider_id = ${town.bank} and closing is not null
          order by through desc, received_at desc, message_id desc limit 1) as closing,
        (select coalesce(-sum(amount), 0)::bigint from payments.posting join payments.entry on entry.id = posting.entry_id
          where provider_id = ${town.bank} and account = 'at_provider' and kind in ('paid', 'returned', 'refunded')) as paid`.execute(
      ctx.db(),
    ),
  )
  const { closing, paid } = rows[0]!
  expect(closing === null ? paid : 100_000_000 - closing, 'what left the account').toBe(paid)
}
