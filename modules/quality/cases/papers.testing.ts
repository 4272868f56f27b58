import { givenFact, severe } from '../../entitlement/testing.ts'
import { awarded, given, none, poor, songLo, type Case } from './given.testing.ts'

/** Papers a right rests on: what each rule finds, and does not. */
export const paperCases: readonly Case[] = [
  [
    'a child certified at four who has turned six',
    'certificate_ending',
    async (world) => {
      const id = await awarded(world, { born: '2020-10-01' })
      const detail = { level: 'severe', types: ['sight'], issuedOn: '2025-01-10', certificate: 'GXN 1' }
      await givenFact(world.ctx, id, { kind: 'disability', detail })
      return id
    },
    { detail: { kind: 'disability', on: '2026-10-01' } },
  ],
  ['a degree without its paper', 'disability_without_paper', (world) => given(world, { facts: [severe] })],
  [
    'a degree with its certificate',
    'disability_without_paper',
    (world) =>
      none(
        given(world, {
          facts: [{ ...severe, detail: { ...severe.detail, certificate: 'GXN 12/2020' } }],
        }),
      ),
  ],
  [
    'on the list of last year, where this year’s is not in',
    'poverty_list_old',
    (world) => poor(world, '2025-01-01', 2025),
    { detail: { year: 2025 }, since: '2026-01-01' },
  ],
  [
    'on the list of last year and left out of this year’s',
    'poverty_list_old',
    async (world) => {
      await poor(world, '2026-01-01', 2026, songLo)
      return none(poor(world, '2025-01-01', 2025, songLo))
    },
  ],
]
