import { expect } from 'vitest'
import { test } from '#testing/world'
import { countCallers } from './callers.ts'

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
