import { sql } from 'kysely'
import { register } from '../../people/testing.ts'
import { given, grant, none, withParent, type Case } from './given.testing.ts'

/** Who somebody is: what each rule finds, and does not. */
export const identityCases: readonly Case[] = [
  ['alive without a number', 'number_missing', (world) => register(world)],
  ['alive with a number', 'number_missing', (world) => none(register(world, { number: '026138004567' }))],
  [
    'a number of a man born in another year, of no province',
    'number_contradicts',
    (world) => register(world, { number: '003040004567', keptBecause: 'Thẻ ghi đúng như vậy' }),
    { detail: { end: '4567', says: ['province', 'sex', 'year'] } },
  ],
  [
    'a number that fits: century 2000 and female is 3',
    'number_contradicts',
    (world) => none(register(world, { born: '2004-03-12', number: '026304004567' })),
  ],
  ['117 years old', 'impossible_age', (world) => register(world, { born: '1909-11-22' })],
  ['115 years old today', 'impossible_age', (world) => none(register(world, { born: '1911-11-23' }))],
  [
    '117 years old at death',
    'impossible_age',
    (world) => none(given(world, { born: '1890-01-01', diedOn: '1990-01-01' })),
  ],
  [
    'a mother a day too young',
    'parent_too_young',
    (world) => withParent(world, '1990-05-02', '2002-05-01'),
    { detail: { years: 12 } },
  ],
  ['a mother of twelve', 'parent_too_young', (world) => none(withParent(world, '1990-05-01', '2002-05-01'))],
  [
    'seventy-five next year, of whom only the year is known',
    'vague_birth',
    (world) => register(world, { born: '1952-01-01', bornPrecision: 'year' }),
    { detail: { age: 75, year: 2027 } },
  ],
  [
    'the same with a day',
    'vague_birth',
    (world) => none(register(world, { born: '1952-01-01', number: '026152004567' })),
  ],
  [
    'receives and was never compared',
    'number_unverified',
    async (world) => {
      const id = await register(world, { number: '026138004999' })
      await sql`update people.identifier set verified_on = '2026-11-01' where number = '026138004567'`.execute(
        world.ctx.db(),
      )
      await grant(world, id)
      return id
    },
  ],
]
