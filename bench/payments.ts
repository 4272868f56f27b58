import { createHash } from 'node:crypto'
import { civilDate, instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { writeStatement, type Movement } from '../simulators/bank/write-answers.ts'
import type { Order } from '../modules/payments/domain/iso/orders.ts'
import { writePain001 } from '../modules/payments/domain/iso/pain001.ts'
import { readMessage } from '../modules/payments/domain/iso/read-message.ts'
import { NotUnderstood } from '../modules/payments/domain/iso/read-xml.ts'

/**
 * How long the files of payments take: `node bench/payments.ts [orders] [mutations]`. Writes a credit transfer of so many
 * orders and reads a statement of as many entries, in memory and without a database; then breaks a statement 10,000 times.
 */
const orders = Number(process.argv[2] ?? 43_435)
const mutations = Number(process.argv[3] ?? 10_000)

async function* pages(): AsyncGenerator<Order[]> {
  for (let from = 0; from < orders; from += 5000)
    yield Array.from({ length: Math.min(5000, orders - from) }, (_, index) => ({
      number: from + index + 1,
      endToEndId: `DC-26-0001-${String(from + index + 1).padStart(6, '0')}`,
      payeeName: 'Nguyễn Thị Hòa',
      areaId: 8824,
      amount: dong(540_000),
      channel: 'account',
      bank: 'Agribank',
      bic: 'VBAAVNVX',
      account: String(260_020_000_000 + from + index),
      payPointId: null,
      holder: null,
      receiver: null,
    }))
}

const report = (what: string, began: number, bytes: number) => {
  const seconds = (performance.now() - began) / 1000
  const memory = process.memoryUsage().rss / 1024 / 1024
  process.stdout.write(
    `${what}: ${seconds.toFixed(2)} s, ${(bytes / 1024 / 1024).toFixed(1)} MB, ${memory.toFixed(0)} MB resident\n`,
  )
}

let began = performance.now()
let bytes = 0
const hash = createHash('sha256')
const file = {
  messageId: 'DC-26-0001',
  format: 'pain.001.001.09' as const,
  createdAt: instant('2026-11-23T02:00:00Z'),
  executeOn: civilDate('2026-12-01'),
  month: month('2026-12'),
  isOnce: false,
  debtor: { name: 'Ủy ban nhân dân tỉnh Phú Thọ', account: '3713012345678', bic: 'VBAAVNVX' },
  isPlain: false,
  blocks: [{ areaId: 8824, orders, amount: dong(orders * 540_000) }],
}
for await (const piece of writePain001(file, pages())) {
  const part = Buffer.from(piece)
  bytes += part.length
  hash.update(part)
}
report(`Wrote ${orders} orders as pain.001`, began, bytes)

began = performance.now()
bytes = 0
const reader = readMessage()
let lines = 0
const movements = (from: number, count: number): Movement[] =>
  Array.from({ length: count }, (_, index) => ({
    reference: `FT${from + index}`,
    side: 'DBIT',
    amount: 540_000,
    endToEndId: `DC-26-0001-${String(from + index).padStart(6, '0')}`,
    creditor: { name: 'NGUYEN THI HOA', account: String(260_020_000_000 + from + index) },
  }))
const whole = (count: number, from = 1) =>
  writeStatement('camt.053', '2019', {
    messageId: 'SK-1',
    createdAt: '2026-12-02T18:00:00+07:00',
    day: '2026-12-02',
    account: '3713012345678',
    opening: 0,
    movements: movements(from, count),
  })
const [head, ...rest] = whole(1).split('<Ntry>')
const tail = rest.join('<Ntry>').slice(rest.join('<Ntry>').lastIndexOf('</Ntry>') + 7)
const give = (text: string) => {
  const part = Buffer.from(text)
  bytes += part.length
  lines += reader.write(part).length
}
give(head!.replace(/<Bal>.*?<\/Bal>/gs, ''))
for (let from = 1; from <= orders; from += 5000) {
  const text = whole(Math.min(5000, orders - from + 1), from)
  give(text.slice(text.indexOf('<Ntry>'), text.lastIndexOf('</Ntry>') + 7))
}
give(tail)
lines += reader.end().lines.length
if (lines !== orders) throw new Error(`Read ${lines} of ${orders} entries`)
report(`Read ${lines} entries of camt.053`, began, bytes)

began = performance.now()
const sound = whole(5)
let seed = 1
const random = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed % below
}
const wounds = [
  '',
  '<',
  '>',
  '&',
  '"',
  '\u0000',
  '9',
  '</Ntry>',
  '<!DOCTYPE x>',
  '<![CDATA[',
  '\uFFFE',
  'DBIT',
  'CRDT',
]
let refused = 0
for (let round = 0; round < mutations; round++) {
  let text = sound
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(text.length)
    text = text.slice(0, at) + wounds[random(wounds.length)]! + text.slice(at + random(20))
  }
  try {
    const broken = readMessage()
    broken.write(Buffer.from(text))
    broken.end()
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error
    refused++
  }
}
report(`Broke a statement ${mutations} times, ${refused} refused and none worse`, began, sound.length)
