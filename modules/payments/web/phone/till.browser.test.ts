import { expect, test } from 'vitest'
import { addSeconds, now } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { CashListOnDevice } from '../../contract.ts'
import { record, standingOf, tills } from './till.ts'

const row = {
  number: 1,
  payeeId: crypto.randomUUID(),
  keys: ['DC-26-0001-000001', 'DC-26-0001-000002'],
  open: ['DC-26-0001-000001', 'DC-26-0001-000002'],
  name: 'Nguyễn Thị Hoa',
  bornIn: null,
  village: null,
  numberEnd: null,
  receiver: null,
  amount: 810_000,
  amountInWords: '',
  carried: 0,
  state: 'waiting',
  paidAt: null,
  missed: 0,
  isLastCall: false,
}
const other = { ...row, number: 2, keys: ['DC-26-0001-000003'], open: ['DC-26-0001-000003'] }

const keepList = () => {
  const { secret, ...list } = CashListOnDevice.parse({
    id: crypto.randomUUID(),
    place: { month: '2026-11', providerId: crypto.randomUUID(), areaId: 1 },
    name: 'Bưu điện Tam Sơn',
    provider: { id: crypto.randomUUID(), name: 'Bưu điện' },
    secret: btoa('x'.repeat(32)),
    takenAt: now(),
    expiresAt: addSeconds(now(), 86_400),
    rows: [row, other],
  })
  return tills.keep(list, { secret, code: '246810' })
}

const keptOf = async (id: string) => (await tills.listKept()).records.filter(({ listId }) => listId === id)

test('paid however often it is pressed, a row has one record on the phone', async () => {
  const till = await keepList()
  const [first, second] = till.list.rows
  // Pressed twice, none of the two knows of the other.
  const made = await Promise.all([
    record(till, first!, { outcome: 'paid' }),
    record(till, first!, { outcome: 'paid' }),
  ])
  expect(made[0].handOut.id).toBe(made[1].handOut.id)
  expect(await keptOf(till.list.id)).toHaveLength(1)
  await record(till, second!, { outcome: 'paid' })
  expect(await keptOf(till.list.id)).toHaveLength(2)
  expect(standingOf(first!, made)).toMatchObject({
    state: 'paid',
    record: { handOut: { amount: dong(810_000) } },
  })
})

test('nobody came in the morning and came in the afternoon are two things that happened', async () => {
  const till = await keepList()
  const [first] = till.list.rows
  await record(till, first!, { outcome: 'absent', reason: 'not_come' })
  await record(till, first!, { outcome: 'paid' })
  expect(await keptOf(till.list.id)).toHaveLength(2)
})
