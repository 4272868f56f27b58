import type { WhyNot } from '../domain/not-understood.ts'

/** Why a file is no sound answer. */
export const whyNot: Readonly<Record<WhyNot, string>> = {
  empty: 'the file is empty',
  packed_wrongly: 'the packed file is damaged',
  no_xml: 'not sound XML',
  no_workbook: 'the workbook cannot be opened',
  doctype: 'it declares a document type, which no message of a bank has',
  encoding: 'its letters are encoded otherwise',
  no_one_message: 'a file holds one message',
  too_much: 'something in it is too long or too deep',
  other_message: 'a kind of message that is not read here',
  unnamed: 'the name of the message or the account is missing',
  no_amount: 'an entry without an amount in whole đồng',
  no_side: 'an entry that says neither debit nor credit',
  balance_differs: 'the first balance and the entries do not give the last',
  no_heads: 'the row of heads is missing',
  no_mark: 'the first row is missing',
  no_total: 'the row of totals is missing',
  quotes: 'quotation marks do not close',
  rows_wrong: 'some rows cannot be read',
}
