import { expect } from 'vitest'
import { Problem } from '#kernel/problem'
import { countCallers } from '#platform/server/callers'
import { test, type World } from '#testing/world'
import { guessed } from '../citizen-parts.ts'

test('whoever guesses at a file waits a quarter of an hour at most, however often they try meanwhile', async ({
  world,
}) => {
  const guess = guessing(world, '192.0.2.1')
  const refused = []
  for (let tries = 0; tries < 80; tries++) refused.push(await guess('HS-1'))
  expect(refused.filter((seconds) => seconds === undefined)).toHaveLength(10)
  expect(Math.max(...refused.map((seconds = 0) => seconds))).toBeLessThanOrEqual(900)
  // What was refused there has not used up what the address may ask for elsewhere.
  expect(await guess('HS-2')).toBeUndefined()
})

test('the owner of a file others guess at is not kept waiting by them', async ({ world }) => {
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
    for (let tries = 0; tries < 30; tries++) await guessing(world, address)('HS-1')
  expect(await guessing(world, '198.51.100.7')('HS-1')).toBeUndefined()
})

test('all together try a file so often in a quarter of an hour and no oftener', async ({ world }) => {
  for (let host = 1; host <= 15; host++)
    for (let tries = 0; tries < 10; tries++)
      expect(await guessing(world, `192.0.2.${host}`)('HS-1')).toBeUndefined()
  expect(await guessing(world, '192.0.2.99')('HS-1')).toBeGreaterThan(0)
})

/** Counts as an operation does, and says for how many seconds it was refused. */
function guessing(world: World, address: string) {
  const db = world.ctx.db() as never // The platform names its own tables.
  const count = countCallers(db, { secret: 'x', day: () => world.ctx.today })(address)
  return async (code: string): Promise<number | undefined> => {
    try {
      for (const { by, ...limit } of guessed) await count('track', by ? `${by} ${code}` : '', limit)
      return undefined
    } catch (error) {
      if (error instanceof Problem) return Number(error.details['seconds'])
      throw error
    }
  }
}
