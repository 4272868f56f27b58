import { describe, expect, test } from 'vitest'
import { writeStatement, writeStatusReport } from '../../../../simulators/bank/write-answers.ts'
import type { OrderFile } from './orders.ts'
import { aFile, anOrder } from './orders.testing.ts'
import { writePain001 } from './pain001.ts'
import { readMessage } from './read-message.ts'
import { faultsOf, haveSchemas } from './schemas.testing.ts'

// Recalls are no message of ISO 20022 here: an order is called back through the door of the provider, or by telephone.

describe('every version of a message this program writes is what its schema says', () => {
  test.for(['pain.001.001.03', 'pain.001.001.09'] as const)('%s', async (format, { skip }) => {
    if (!haveSchemas) skip('The schemas of ISO 20022 are not here')
    for (const isPlain of [true, false])
      for (const isOnce of [true, false])
        expect(await faultsOf(format, await written({ ...file, format, isPlain, isOnce }))).toEqual([])
  })
})

describe('every version this program reads is written by the bank it is tried with as its schema says, and read', () => {
  test.for([
    ['pain.002.001.03', writeStatusReport('2009', report())],
    ['pain.002.001.10', writeStatusReport('2019', report())],
    ['camt.053.001.02', writeStatement('camt.053', '2009', statement())],
    ['camt.053.001.08', writeStatement('camt.053', '2019', statement())],
    ['camt.054.001.02', writeStatement('camt.054', '2009', statement())],
    ['camt.054.001.08', writeStatement('camt.054', '2019', statement())],
  ] as const)('%s', async ([version, text], { skip }) => {
    const reader = readMessage()
    const lines = [...reader.write(Buffer.from(text)), ...reader.end().lines]
    expect(lines.length).toBeGreaterThan(2)
    if (!haveSchemas) skip('The schemas of ISO 20022 are not here')
    expect(await faultsOf(version, text)).toEqual([])
  })
})

test('a message that is not what its schema says is found out', async ({ skip }) => {
  if (!haveSchemas) skip('The schemas of ISO 20022 are not here')
  const text = writeStatement('camt.053', '2019', statement()).replaceAll('CLBD', 'CLOSED')
  expect(await faultsOf('camt.053.001.08', text)).not.toEqual([])
})

/** Of two communes, each in a block of its own. */
const file: OrderFile = {
  ...aFile,
  blocks: [8824, 8825].map((areaId) => ({ areaId, orders: 1, amount: anOrder.amount })),
}

async function written(said: OrderFile) {
  const nameless = { ...anOrder, number: 2, areaId: 8825, bic: null, bank: 'Quỹ <tín> dụng & "Ô"' }
  async function* pages() {
    yield [anOrder, nameless]
  }
  return (await Array.fromAsync(writePain001(said, pages()))).join('')
}

function report() {
  const statuses = [
    { endToEndId: 'DC-26-0001-000001', code: 'ACSC', amount: 540_000, reference: 'FT1' },
    { endToEndId: 'DC-26-0001-000002', code: 'RJCT', reason: 'AC01', amount: 810_000 },
    { endToEndId: 'DC-26-0001-000003', code: 'PDNG', amount: 810_000 },
  ]
  return { messageId: 'NH-1', createdAt: '2026-12-02T18:00:00+07:00', about: 'DC-26-0001', statuses }
}

function statement() {
  const creditor = { name: 'NGUYEN THI HOA', account: '2600' }
  return {
    messageId: 'SK-1',
    createdAt: '2026-12-02T18:00:00+07:00',
    day: '2026-12-02',
    account: '3713012345678',
    opening: 1_500_000,
    movements: [
      { reference: 'FT1', side: 'DBIT', amount: 540_000, endToEndId: 'DC-26-0001-000001', creditor },
      { reference: 'FT2', side: 'CRDT', amount: 540_000, endToEndId: 'DC-26-0001-000001', returned: 'AC04' },
      { reference: 'FT3', side: 'DBIT', amount: 810_000, creditor },
      { reference: 'FT4', side: 'CRDT', amount: 5_000_000 },
    ],
  } as const
}
