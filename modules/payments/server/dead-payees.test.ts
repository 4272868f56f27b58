import { sql } from 'kysely'
import { expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { recordDeath } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import { test } from '#testing/world'
import { givenPerson } from '../../entitlement/testing.ts'
import { holdForTheDead } from '../db/dead-payees.ts'
import { givenCollections } from '../testing.ts'

/** One order, of November, in a list of this month, to somebody who died on this day. */
test.for([
  ['of whoever died in its month is paid', '2026-11', '2026-11-01', 'ready', null, []],
  ['of whoever lives is paid', '2026-12', null, 'ready', null, []],
  ['of a month that was lived in is held', '2026-12', '2026-11-15', 'withdrawn', 'payee_died', []],
  [
    'of the month after the death is due to nobody',
    '2026-11',
    '2026-10-31',
    'withdrawn',
    'recalled',
    ['2026-11'],
  ],
] as const)('what is %s', async ([, list, diedOn, state, reason, recalledFrom], { world }) => {
  const { ctx } = world
  const areaId = 250708824
  const personId = await givenPerson(ctx, { areaId })
  if (diedOn)
    await recordDeath(ctx, {
      personId: PersonId.parse(personId),
      diedOn: civilDate(diedOn),
      source: 'test',
    })
  const [envelopeId] = await givenCollections(ctx, { personId, areaId, months: { '2026-11': 'ready' } })
  await holdForTheDead(ctx, { envelopeId: envelopeId!, month: month(list) })
  const { rows } =
    await sql`select state, reason from payments.instruction where payee_id = ${personId}`.execute(ctx.db())
  expect(rows).toEqual([{ state, reason }])
  const recalls = await sql<{ fromMonth: string }>`
    select from_month from payments.recall where person_id = ${personId}`.execute(ctx.db())
  expect(recalls.rows.map(({ fromMonth }) => fromMonth)).toEqual(recalledFrom)
})
