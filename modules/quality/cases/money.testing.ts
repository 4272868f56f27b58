import { sql } from 'kysely'
import { setChannels } from '#modules/payroll'
import { givenRelation } from '../../entitlement/testing.ts'
import { communes } from '../../people/testing.ts'
import {
  awarded,
  given,
  newAccount,
  none,
  paidTo,
  sharing,
  songLo,
  tamSon,
  type Case,
} from './given.testing.ts'

/** Money that goes wrong: what each rule finds, and does not. */
export const moneyCases: readonly Case[] = [
  [
    'open after a death',
    'dead_with_award',
    (world) => awarded(world, { born: '1940-01-01', diedOn: '2026-09-10' }),
    { since: '2026-09-10' },
  ],
  [
    'the month of the death itself',
    'dead_with_award',
    (world) => none(awarded(world, { born: '1940-01-01', diedOn: '2026-11-10' })),
  ],
  ['the payee has died', 'dead_payee', (world) => paidTo(world, '2026-10-02'), { since: '2026-10-02' }],
  ['the payee is alive', 'dead_payee', (world) => none(paidTo(world, null))],
  ['one account for two strangers', 'shared_account', (world) => sharing(world, 'strangers')],
  ['one account for a mother and her son', 'shared_account', (world) => none(sharing(world, 'mother'))],
  ['one account in one household', 'shared_account', (world) => none(sharing(world, 'household'))],
  [
    'an authority that ended yesterday',
    'authority_ended',
    async (world) => {
      const id = await awarded(world, { born: '1940-01-01' })
      await setChannels(world.ctx, [{ personId: id, channel: newAccount() }])
      await sql`update payroll.channel set receiver = '{"name":"Lê Văn Tám"}', receiver_until = '2026-11-22'
        where person_id = ${id}`.execute(world.ctx.db())
      return id
    },
    { since: '2026-11-23' },
  ],
  [
    'paid in Tam Sơn, at home in Sông Lô',
    'paid_elsewhere',
    (world) => awarded(world, { born: '1940-01-01', areaId: songLo }, tamSon),
    { since: '1940-01-01', detail: { paidIn: tamSon } },
  ],
  [
    'paid in a unit that was merged into the one of the home',
    'paid_elsewhere',
    (world) => none(awarded(world, { born: '1940-01-01', areaId: tamSon }, communes.nhuThuy)),
  ],
  ['an award nobody said how to pay', 'no_way', (world) => awarded(world, { born: '1940-01-01' })],
  [
    'an award whose ground is gone',
    'no_right_behind_award',
    async (world) => {
      const id = await awarded(world, { born: '1940-01-01' })
      await sql`insert into entitlement.lapse (award_id, person_id, month)
        select id, person_id, '2026-10' from entitlement.award where person_id = ${id}`.execute(
        world.ctx.db(),
      )
      return id
    },
    { detail: { benefits: ['social_pension'] }, since: '2026-10-01' },
  ],
  [
    'a tie that still names a merged record',
    'merged_still_named',
    async (world) => {
      const [id, merged, kept] = [await given(world), await given(world), await given(world)]
      await givenRelation(world.ctx, merged, 'cares_for', id)
      await sql`update people.person set merged_into = ${kept} where id = ${merged}`.execute(world.ctx.db())
      return id
    },
  ],
]
