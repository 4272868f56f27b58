import { expect, test } from 'vitest'
import { instant } from '#kernel/civil-date'
import { happenedAt } from './moment.ts'

const seenAt = instant('2026-11-23T02:00:00Z')
const receivedAt = instant('2026-11-24T02:00:00Z')

test.for([
  ['a right clock is believed', '2026-11-23T04:00:00Z', '2026-11-24T02:00:00Z', '2026-11-23T04:00:00Z'],
  [
    'a clock a year behind is put right',
    '2025-11-23T04:00:00Z',
    '2025-11-24T02:00:00Z',
    '2026-11-23T04:00:00Z',
  ],
  [
    'a clock a year ahead is put right',
    '2027-11-23T04:00:00Z',
    '2027-11-24T02:00:00Z',
    '2026-11-23T04:00:00Z',
  ],
  [
    'nothing happens before the list was seen',
    '2026-11-20T00:00:00Z',
    '2026-11-24T02:00:00Z',
    '2026-11-23T02:00:00Z',
  ],
  ['nor after it was told', '2026-11-26T00:00:00Z', '2026-11-24T02:00:00Z', '2026-11-24T02:00:00Z'],
] as const)('%s', ([, saidAt, sentAt, expected]) => {
  expect(happenedAt({ saidAt: instant(saidAt), sentAt: instant(sentAt), seenAt, receivedAt })).toBe(
    instant(expected),
  )
})
