import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSeconds, civilDate, type Instant } from '#kernel/civil-date'
import { approveRun, submitRun } from '#modules/payroll'
import { recordDeath, undoDeath } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { draw } from '../../payroll/testing.ts'
import * as contract from '../contract.ts'
import type { EnvelopeId } from '../contract.ts'
import { one, openPayingTown, type PayingTown } from '../paying-town.testing.ts'
import { brokenPromises } from '../promises.testing.ts'
import { accountant, approver, presently } from '../testing.ts'
import { proposeFromMerge, withdrawFromMerge } from './recover-paid-twice.ts'

let town: PayingTown
let own: PayingTown['own']
let staff: PayingTown['staff']
let id: EnvelopeId

/** At which point of a list something is told, and at which that is told to be untrue. */
const histories = (
  [
    ['draft', 'draft'],
    ['draft', 'approved'],
    ['draft', 'sent'],
    ['draft', 'answered'],
    ['approved', 'approved'],
    ['approved', 'sent'],
    ['approved', 'answered'],
    ['sent', 'sent'],
    ['sent', 'answered'],
    ['answered', 'answered'],
    // What the bank gives back the day after it has paid it.
    ['sent', 'given back'],
    ['answered', 'given back'],
    ['given back', 'given back'],
    // Told twice, and twice untrue.
    ['draft', 'approved', 'approved', 'sent'],
    ['approved', 'approved', 'approved', 'approved'],
    ['approved', 'sent', 'sent', 'given back'],
  ] as const
).flatMap((points) => [
  { what: 'death', points } as const,
  // Of two records that were one what was paid stays paid: there is nothing to call back.
  ...(points[0] === 'answered' ? [] : [{ what: 'merge', points } as const]),
])

const points = ['draft', 'approved', 'sent', 'answered', 'given back'] as const
const personOf = (index: number) => PersonId.parse(town.people.filter((_, at) => at % 3 !== 2)[index]!)

beforeAll(async () => {
  let next = 0
  town = await openPayingTown({
    people: 60,
    accountOf: () => {
      const fate = histories[next]?.points.some((point) => point === 'given back') ? '9902' : '0001'
      return `260020${String(next++).padStart(2, '0')}${fate}`
    },
  })
  ;({ own, staff } = town)
  id = await town.envelopeOf('bank')
})
afterAll(() => town.close())

test('a death or a merge that was none leaves every month paid once, wherever its order was when it was told', async () => {
  for (const point of points) {
    if (point === 'approved') await town.approve(id)
    if (point === 'sent') await town.send(id)
    if (point === 'answered' || point === 'given back') await day()
    for (const [index, { what, points: told }] of histories.entries())
      for (const nth of told.flatMap((at, nth) => (at === point ? [nth] : []))) {
        await tell(index, what, nth % 2 === 0)
        expect(await brokenPromises(own), `${what} ${told.join(', ')}: ${nth}`).toEqual([])
      }
  }
  expect((await staff.accountant(contract.listRecoveries, { state: 'proposed' })).rows).toEqual([])

  await payMonth('2026-12', 20)
  expect(await paid()).toEqual(histories.map((history) => [history, 2 * one]))
  expect(await brokenPromises(own)).toEqual([])
})

async function tell(index: number, what: 'death' | 'merge', isSaid: boolean) {
  if (what === 'death') return isSaid ? dies(index) : lives(index)
  const mergedId = personOf(index)
  const event = {
    type: 'duplicates.merged' as const,
    mergedId,
    personName: 'Phùng Thị Mận',
    areaId: town.commune,
    months: [],
  }
  await own.request((ctx) => (isSaid ? proposeFromMerge(ctx, event) : withdrawFromMerge(ctx, event)))
}

async function dies(index: number, now: Instant = presently) {
  const death = { personId: personOf(index), diedOn: civilDate('2026-10-08'), source: 'Khai tử' }
  await own.request((ctx) => recordDeath(ctx, death), { now })
  await own.deliver()
}

async function lives(index: number, now: Instant = presently) {
  const wish = { personId: personOf(index), formerHeadBecomes: 'chủ hộ cũ', source: 'Xác nhận còn sống' }
  await own.request((ctx) => undoDeath(ctx, wish), { now })
  await own.deliver()
}

const day = () => town.endDay(town.bankBooks, town.bank)

/** The list of a month, with all that waits for it, is paid. */
async function payMonth(wanted: string, days: number) {
  const now = addSeconds(presently, days * 86_400)
  const { id: runId } = await draw(own, wanted, town.commune, now)
  await own.request((ctx) => submitRun(ctx, { id: runId }), { actor: accountant, now })
  await own.request((ctx) => approveRun(ctx, { id: runId }), { actor: approver, now })
  await own.deliver()
  const { ids } = await staff.clerk(contract.prepareEnvelopes, { runId, requestId: crypto.randomUUID() })
  for (const envelope of ids) {
    await town.approve(envelope)
    await town.send(envelope)
  }
  await day()
}

/** What each of them was paid and did not give back, by all lists. */
async function paid() {
  const people = histories.map((_, index) => personOf(index))
  const { rows } = await own.request((ctx) =>
    sql<{ amount: number }>`
      select coalesce(sum(item.amount), 0)::bigint as amount from unnest(${people}::uuid[]) with ordinality as wanted (id, nth)
      left join payments.item on item.person_id = wanted.id and item.instruction_id in (
        select id from payments.instruction where state = 'paid')
      group by nth order by nth`.execute(ctx.db()),
  )
  return rows.map(({ amount }, index) => [histories[index], amount])
}
