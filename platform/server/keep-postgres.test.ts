import { expect, test } from 'vitest'
import { keepPostgres } from './keep-postgres.ts'
import { silence } from './log.ts'

test('a database that dies whenever it is started is given up after some tries, and nobody is sent to it', async () => {
  let starts = 0
  const gone = Promise.withResolvers<void>()
  const server = { isAlive: () => false, revive: async () => ++starts > 0 }
  const kept = keepPostgres(server, { log: silence, onGone: gone.resolve })
  await gone.promise
  expect(starts).toBe(5)
  expect(kept.isThere()).toBe(false)
})

test('one that comes back is asked again, and not before', async () => {
  let isAlive = false
  const started = Promise.withResolvers<void>()
  const server = {
    isAlive: () => isAlive,
    revive: async () => {
      isAlive = true
      started.resolve()
      return true
    },
  }
  const kept = keepPostgres(server, { log: silence, onGone: () => expect.unreachable() })
  expect(kept.isThere()).toBe(false)
  await started.promise
  await expect.poll(() => kept.isThere()).toBe(true)
  kept.stop()
})
