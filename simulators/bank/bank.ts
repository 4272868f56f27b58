import { sha256, type Counter, type Receipt } from '../transport.ts'
import { openBooks } from './books.ts'
import { openNames } from './names.ts'
import { readOrders, Refused, type Orders } from './read-orders.ts'
import { free, isKnown, refundsIn, rowsIn, setState, type Row } from './rows.ts'
import {
  writeStatement,
  writeStatusReport,
  type Generation,
  type Movement,
  type Status,
} from './write-answers.ts'

export type BankSettings = {
  /** Where the bank keeps its books. */
  readonly path: string
  readonly account: string
  /** What lies on the account when the bank opens its books for the first time. */
  readonly funds: number
  readonly statements: 'camt.053' | 'camt.054'
  /** Answers in this generation, or in that of the order. */
  readonly generation?: Generation | undefined
  /** What happens to accounts with these endings, beside what the README says. */
  readonly fates?: Readonly<Record<string, string>> | undefined
  /** The first day of the bank’s own calendar. */
  readonly day: string
  /** Accounts that are open here or at other banks, and in whose name. */
  readonly holders?: readonly { readonly account: string; readonly name: string }[]
}

/** What happens to an order, by the last four figures of the account it goes to: README.md tells them. */
const fates: Readonly<Record<string, string>> = {
  '9901': 'rejected',
  '9902': 'returned',
  '9903': 'silent',
  '9904': 'wrong',
  '9905': 'twice',
  '9906': 'late',
  '9907': 'nameless',
  '9908': 'repeated',
}

/** A bank with one customer: takes orders, pays them at the end of its day, and tells what it did. */
export function openBank({
  path,
  account,
  funds,
  statements,
  generation,
  day,
  holders = [],
  fates: more = {},
}: BankSettings): Counter {
  const fateOf = ({ account: to }: { account: string }) => ({ ...fates, ...more })[to.slice(-4)] ?? 'paid'
  const { db, own, atOnce, nextNumber, tell, listAnswers, readAnswer } = openBooks({ path, funds, day })
  const names = openNames(db)
  for (const { account: number, name } of holders) names.open(number, name)

  const report = (said: {
    about: string
    generation: Generation
    group?: { code: string; reason?: string }
    statuses: Status[]
  }) => {
    const id = `NH-TT-${String(nextNumber()).padStart(6, '0')}`
    const { about, group, statuses } = said
    const made = { messageId: id, createdAt: `${own().day}T08:00:00+07:00`, about, group, statuses }
    tell(`${id}.xml`, writeStatusReport(generation ?? said.generation, made))
  }

  const refuse = (refused: Refused, hash: string) => {
    const about = refused.messageId ?? `KHONG-DOC-DUOC-${hash.slice(0, 12)}`
    report({
      about,
      generation: refused.generation,
      group: { code: 'RJCT', reason: refused.code },
      statuses: [],
    })
  }

  const accept = ({ messageId, generation: of, orders }: Orders, hash: string) => {
    db.prepare('insert into message values (?, ?, ?)').run(messageId, hash, of)
    const insert = db.prepare('insert into "order" values (?, ?, ?, ?, ?, ?)')
    for (const order of orders)
      insert.run(
        order.endToEndId,
        messageId,
        order.account,
        order.name,
        order.amount,
        fateOf(order) === 'rejected' ? 'rejected' : 'open',
      )
    const statuses = orders
      .filter((order) => fateOf(order) === 'rejected')
      .map(({ endToEndId, amount }): Status => ({ endToEndId, code: 'RJCT', reason: 'AC01', amount }))
    report({
      about: messageId,
      generation: of,
      group: { code: statuses.length > 0 ? 'PART' : 'ACCP' },
      statuses,
    })
  }

  const receive = (_name: string, bytes: Buffer): Receipt => {
    const hash = sha256(bytes)
    try {
      const orders = readOrders(bytes.toString('utf8'))
      const known = db.prepare('select sha256 from message where id = ?').get(orders.messageId) as
        { sha256: string } | undefined
      if (known?.sha256 === hash) return { status: 200, message: `${orders.messageId} is here already` }
      if (known || orders.orders.some(isKnown(db)))
        throw new Refused(
          'AM05',
          'A message or an order of this name is here',
          orders.messageId,
          orders.generation,
        )
      if (orders.debtorAccount !== account)
        throw new Refused('AC02', 'Not an account here', orders.messageId, orders.generation)
      const sum = orders.orders.reduce((total, { amount }) => total + amount, 0)
      if (sum > free(db, own().balance))
        throw new Refused('AM04', 'Not covered', orders.messageId, orders.generation)
      atOnce(() => accept(orders, hash))
      return { status: 202, message: `${orders.messageId}: ${orders.orders.length} orders` }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      atOnce(() => refuse(error, hash))
      return { status: error.code === 'AM05' ? 409 : 400, message: `${error.code} ${error.message}` }
    }
  }

  /** Pays what is open, gives back what could not be credited the day before, and writes a statement. */
  const closeDay = () =>
    atOnce(() => {
      const { day: today, balance } = own()
      const movements: Movement[] = []
      for (const row of rowsIn(db, 'bounced')) {
        move(movements, row, 'CRDT', { returned: 'AC04' })
        setState(db, row, 'returned')
      }
      for (const row of [...rowsIn(db, 'open'), ...rowsIn(db, 'late')]) {
        const fate = row.state === 'late' ? 'paid' : fateOf(row)
        if (fate === 'late' || fate === 'silent') {
          setState(db, row, fate)
          continue
        }
        move(movements, row, 'DBIT', {
          ...(fate === 'wrong' && { amount: row.amount - 1000 }),
          ...(fate === 'nameless' && { isNameless: true }),
        })
        if (fate === 'twice') move(movements, row, 'DBIT', {})
        if (fate === 'repeated') movements.push({ ...movements.at(-1)!, amount: movements.at(-1)!.amount })
        setState(db, row, fate === 'returned' ? 'bounced' : 'paid')
      }
      for (const { reference, amount } of refundsIn(db)) {
        movements.push(givenBack(reference, amount))
        db.prepare(`update refund set state = 'done' where reference = ?`).run(reference)
      }
      // A line that is only said twice moves money once.
      const seen = new Set<string>()
      const real = movements.filter(({ reference }) => !seen.has(reference) && seen.add(reference))
      const said = statements === 'camt.054' ? movements : real
      const id = `NH-SK-${String(nextNumber()).padStart(6, '0')}`
      const of = (
        db.prepare('select generation from message order by rowid desc').get() as
          { generation: Generation } | undefined
      )?.generation
      const text = writeStatement(statements, generation ?? of ?? '2019', {
        messageId: id,
        createdAt: `${today}T18:00:00+07:00`,
        day: today,
        account,
        opening: balance,
        movements: said,
      })
      tell(`${id}.xml`, text)
      const change = real.reduce((sum, { side, amount }) => sum + (side === 'CRDT' ? amount : 0 - amount), 0)
      const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString()
      db.prepare('update account set balance = ?, day = ?').run(balance + change, tomorrow)
      return [`${id}.xml`]
    })

  /** Money that goes back to the treasury, under the code its customer gave it. */
  const givenBack = (reference: string, amount: number): Movement => ({
    reference: `HT${own().day.replaceAll('-', '')}${String(nextNumber()).padStart(7, '0')}`,
    side: 'DBIT',
    amount,
    endToEndId: reference,
    returned: undefined,
    creditor: { name: 'KHO BAC NHA NUOC', account: '3713090000001' },
  })

  const move = (
    movements: Movement[],
    row: Row,
    side: 'DBIT' | 'CRDT',
    {
      amount = row.amount,
      returned,
      isNameless = false,
    }: { amount?: number; returned?: string; isNameless?: boolean },
  ) => {
    movements.push({
      reference: `FT${own().day.replaceAll('-', '')}${String(nextNumber()).padStart(7, '0')}`,
      side,
      amount,
      ...(!isNameless && { endToEndId: row.reference }),
      returned,
      creditor: { name: row.name, account: row.account },
    })
  }

  return {
    receive,
    closeDay,
    listAnswers,
    readAnswer,
    other: (method, path, body) => {
      const said = names.answer(method, path, body)
      if (said) return said
      if (method === 'POST' && path === '/funds/') {
        const { amount } = JSON.parse(body.toString()) as { amount: number }
        db.prepare('update account set balance = balance + ?').run(amount)
        return { status: 200, body: { balance: own().balance } }
      }
      if (method === 'POST' && path === '/refunds/') {
        const { reference, amount } = JSON.parse(body.toString()) as { reference: string; amount: number }
        db.prepare(`insert into refund values (?, ?, 'open') on conflict do nothing`).run(reference, amount)
        return { status: 202, body: { reference } }
      }
      const recall = method === 'PUT' && /^\/recalls\/(.+)$/.exec(path)?.[1]
      if (recall) return atOnce(() => takeBack(recall))
      return undefined
    },
  }

  /** An order that is still open is given up; one that was executed is not. */
  function takeBack(reference: string) {
    const row = db.prepare('select * from "order" where reference = ?').get(reference) as Row | undefined
    if (!row) return { status: 404, body: { result: 'unknown' } }
    if (row.state === 'open' || row.state === 'late' || row.state === 'silent') {
      setState(db, row, 'recalled')
      report({
        about: row.message_id,
        generation: '2019',
        statuses: [{ endToEndId: reference, code: 'CANC', reason: 'CUST', amount: row.amount }],
      })
      return { status: 200, body: { result: 'recalled' } }
    }
    return { status: 200, body: { result: row.state === 'recalled' ? 'recalled' : 'too_late' } }
  }
}
