import type { DatabaseSync } from 'node:sqlite'
import type { Order } from './read-orders.ts'

export type Row = {
  reference: string
  message_id: string
  account: string
  name: string
  amount: number
  state: string
}

export function rowsIn(db: DatabaseSync, state: string): Row[] {
  return db.prepare('select * from "order" where state = ? order by reference').all(state) as Row[]
}

export function setState(db: DatabaseSync, { reference }: Row, state: string) {
  db.prepare('update "order" set state = ? where reference = ?').run(state, reference)
}

export function isKnown(db: DatabaseSync) {
  const find = db.prepare('select 1 from "order" where reference = ?')
  return ({ endToEndId }: Order) => find.get(endToEndId) !== undefined
}

/** What is on the account and not promised to orders that are still to be paid. */
export function free(db: DatabaseSync, balance: number): number {
  const { promised } = db
    .prepare(`select coalesce(sum(amount), 0) as promised from "order" where state in ('open', 'late')`)
    .get() as { promised: number }
  return balance - promised
}

/** What its customer wants to go back to the treasury. */
export function refundsIn(db: DatabaseSync) {
  return db.prepare(`select reference, amount from refund where state = 'open' order by reference`).all() as {
    reference: string
    amount: number
  }[]
}
