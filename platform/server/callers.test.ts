import { expect } from 'vitest'
import { test } from '#testing/world'
import { countCallers } from './callers.ts'
import { bitsFor, countRiddle } from './proof-of-work.ts'

test('who guesses at a code shuts themselves out and nobody else', async ({ world }) => {
  const db = world.ctx.db() as never // The platform names its own tables.
  const from = countCallers(db, { secret: 'x', day: () => world.ctx.today })
  const [stranger, owner] = [from('192.0.2.1'), from('192.0.2.2')]
  const each = { times: 2, seconds: 3600, fromEach: true }
  await stranger('track', 'code HS', each)
  await stranger('track', 'code HS', each)
  await expect(stranger('track', 'code HS', each)).rejects.toThrow('too_many_requests')
  await stranger('track', 'code OTHER', each)
  await owner('track', 'code HS', each)
  const all = { times: 2, seconds: 3600 }
  await stranger('track', 'code HS', all)
  await owner('track', 'code HS', all)
  await expect(owner('track', 'code HS', all)).rejects.toThrow('too_many_requests')
})

test('who has a whole network of addresses is one caller, and riddles grow for that one alone', async ({
  world,
}) => {
  const db = world.ctx.db() as never // The platform names its own tables.
  const from = countCallers(db, { secret: 'x', day: () => world.ctx.today })
  const once = { times: 1, seconds: 3600 }
  await from('2001:db8:1:2::1')('track', '', once)
  await expect(from('2001:db8:1:2:ffff::9')('track', '', once)).rejects.toThrow('too_many_requests')
  await from('2001:db8:1:3::1')('track', '', once)
  for (let host = 1; host <= 61; host++) await countRiddle(from(`2001:db8:1:2::${host}`))
  expect(bitsFor(await countRiddle(from('2001:db8:1:2::1')))).toBe(16)
  expect(bitsFor(await countRiddle(from('2001:db8:1:3::1')))).toBe(15)
})

test.for([
  [1, 15],
  [60, 15],
  [61, 16],
  [120, 16],
  [121, 17],
  [3600, 21],
  [1_000_000, 21],
] as const)('riddle %i of an hour asks for %i bits', ([asked, bits]) => {
  expect(bitsFor(asked)).toBe(bits)
})
