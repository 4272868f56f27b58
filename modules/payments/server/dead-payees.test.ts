import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { recordDeath } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { test } from '#testing/world'
import { givenPerson } from '../../entitlement/testing.ts'
import { holdForTheDead } from '../db/dead-payees.ts'
import { givenCollections } from '../testing.ts'

test('arrears of whoever died before the month are held; of whoever died in it, or lives, they are paid', async ({
  world,
}) => {
  const { ctx } = world
  const areaId = 250708824
  for (const diedOn of ['2026-10-31', '2026-11-01', null]) {
    const personId = await givenPerson(ctx, { areaId })
    if (diedOn)
      await recordDeath(ctx, {
        personId: PersonId.parse(personId),
        diedOn: civilDate(diedOn),
        source: 'test',
      })
    const [envelopeId] = await givenCollections(ctx, { personId, areaId, months: { '2026-11': 'ready' } })
    await holdForTheDead(ctx, { envelopeId: envelopeId!, month: month('2026-11') })
    const { rows } =
      await sql`select state, reason from payments.instruction where payee_id = ${personId}`.execute(ctx.db())
    expect(rows).toEqual([
      diedOn === '2026-10-31'
        ? { state: 'withdrawn', reason: 'payee_died' }
        : { state: 'ready', reason: null },
    ])
  }
})
