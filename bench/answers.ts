import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { now, type Instant } from '#kernel/civil-date'
import type { Database } from '#platform/server/database'
import { writeStatement, type Movement } from '../simulators/bank/write-answers.ts'

type Order = {
  readonly number: number
  readonly key: string
  readonly amount: number
  readonly channel: string
}
export type Asked = {
  readonly envelopeId: string
  readonly code: string
  readonly providerId: string
  readonly format: string
  readonly account: string
  readonly orders: number
  readonly amount: number
}

/** What an envelope asked its provider to pay: the orders that were sent, without those that are held. */
export async function askedBy(owner: Database, envelopeId: string): Promise<Asked> {
  const { rows } = await sql<Asked>`
    select envelope.id as envelope_id, envelope.code, provider.id as provider_id, provider.format,
      provider.debtor_account as account, count(*)::int as orders, sum(instruction.amount)::bigint as amount
    from payments.envelope join payments.provider on provider.id = envelope.provider_id
    join payments.instruction on instruction.envelope_id = envelope.id and instruction.state = 'sent'
    where envelope.id = ${envelopeId} group by envelope.id, provider.id`.execute(owner)
  return rows[0]!
}

/** One order in a hundred comes back. */
const fails = (number: number) => number % 100 === 7

/** Writes what a provider answers to a file: a statement of account where it takes ISO messages, else a list. */
export async function writeAnswer(owner: Database, asked: Asked, path: string, at: Instant) {
  const hash = createHash('sha256')
  const said = asked.format === 'csv' ? listOf(owner, asked, at) : statementOf(owner, asked, at)
  let bytes = 0
  async function* counted() {
    for await (const piece of said) {
      const part = Buffer.from(piece)
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(path))
  return {
    sha256: hash.digest('hex'),
    bytes,
    pieces: () => createReadStream(path, { highWaterMark: 65_536 }),
  }
}

async function* listOf(owner: Database, asked: Asked, at: Instant) {
  const { code, orders, amount } = asked
  yield `TRALOI,TL-${code},${code}\r\nma_lenh,ket_qua,so_tien,ngay,ly_do,ma_tham_chieu\r\n`
  for await (const page of pagesOf(owner, asked))
    yield page
      .map(({ number, key, amount: one, channel }) => {
        const result = !fails(number) ? 'da_chi' : channel.startsWith('cash') ? 'chua_linh' : 'tra_lai'
        return `${key},${result},${one},${at.slice(0, 10)},${fails(number) ? 'AC04' : ''},\r\n`
      })
      .join('')
  yield `TONG,${orders},${amount}\r\n`
}

/** A statement of the day: every order debited, one in a hundred credited again. */
async function* statementOf(owner: Database, asked: Asked, at: Instant) {
  const { account, code, amount, envelopeId } = asked
  const { rows } = await sql<{ back: number }>`
    select coalesce(sum(amount), 0)::bigint as back from payments.instruction
    where envelope_id = ${envelopeId} and state = 'sent' and number % 100 = 7`.execute(owner)
  const about = { messageId: `SK-${code}`, createdAt: now(), day: at.slice(0, 10), account, opening: amount }
  const write = (movements: readonly Movement[]) =>
    writeStatement('camt.053', '2019', { ...about, movements })
  // The balances are those of the whole day; its entries follow page by page.
  const whole = write([{ reference: 'whole', side: 'DBIT', amount: amount - rows[0]!.back }])
  const [head, tail] = [whole.slice(0, whole.indexOf('<Ntry>')), whole.slice(whole.indexOf('</Ntry>') + 7)]
  yield head
  for await (const page of pagesOf(owner, asked)) {
    const text = write(page.flatMap(movementsOf))
    yield text.slice(text.indexOf('<Ntry>'), text.lastIndexOf('</Ntry>') + 7)
  }
  yield tail
}

function movementsOf({ number, key, amount }: Order): Movement[] {
  const debit = { reference: `FT${number}`, side: 'DBIT', amount, endToEndId: key } as const
  return fails(number)
    ? [debit, { reference: `RT${number}`, side: 'CRDT', amount, endToEndId: key, returned: 'AC04' }]
    : [debit]
}

async function* pagesOf(owner: Database, { envelopeId }: Asked) {
  for (let after = 0; ;) {
    const { rows } = await sql<Order>`
      select number, end_to_end_id as key, amount, channel from payments.instruction
      where envelope_id = ${envelopeId} and state = 'sent' and number > ${after} order by number limit 5000`.execute(
      owner,
    )
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.number
  }
}

/** A statement of entries nobody ordered: lines for the work-list. */
export function strayAnswer({ account, code }: Asked, at: Instant, entries: number): Buffer {
  const movements = Array.from({ length: entries }, (_, index): Movement => ({
    reference: `XX${index}`,
    side: 'DBIT',
    amount: 500_000 + index,
    endToEndId: `${code}-X${index}`,
  }))
  const opening = movements.reduce((sum, { amount }) => sum + amount, 0)
  return Buffer.from(
    writeStatement('camt.053', '2019', {
      messageId: `SK-X-${code}`,
      createdAt: now(),
      day: at.slice(0, 10),
      account,
      opening,
      movements,
    }),
  )
}
