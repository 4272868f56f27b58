import { dong, type Dong } from '#kernel/dong'
import type { Outcome } from '../instruction-state.ts'
import { NotUnderstood } from '../not-understood.ts'
import {
  dayIn,
  referenceOf,
  textOf,
  type ResponseHead,
  type ResponseLine,
  type ResponseReader,
} from '../response.ts'
import { openDelimited } from './delimited.ts'
import {
  wordKey,
  type AnswerField,
  type AnswerLayout,
  type DayFormat,
  type MoneyFormat,
  type RowFault,
} from './layout.ts'

/** Rows of an answer that cannot be taken. The file is refused as a whole, and says which they are. */
export class RowsWrong extends NotUnderstood {
  override readonly name = 'NotUnderstood'
  readonly faults: readonly RowFault[]
  readonly total: number
  constructor(faults: readonly RowFault[], total: number) {
    const [first] = faults
    super('rows_wrong', `${total}, ${first?.why} (${first?.row})`)
    this.faults = faults
    this.total = total
  }
}

const mostFaults = 200
/** Titles, addresses and blank lines a provider may write above its heads. */
const mostAbove = 30

/** Reads an answer in the layout of a provider as text, piece by piece. */
export function readAnswers(layout: AnswerLayout): ResponseReader {
  const rows = openAnswerRows(layout)
  let lines: ResponseLine[] = []
  const text = openDelimited(layout, (cells, row) => {
    const line = rows.take(cells, row)
    if (line) lines.push(line)
  })
  const taken = () => {
    const all = lines
    lines = []
    return all
  }
  return {
    write(piece) {
      text.write(piece)
      return taken()
    },
    end() {
      text.end()
      return { lines: taken(), head: rows.end() }
    },
  }
}

/** Takes the rows of an answer, whatever file they come in; a message without a name of its own gets that of its file. */
export function openAnswerRows(layout: AnswerLayout) {
  const results = new Map(layout.results.map(({ said, outcome }) => [wordKey(said), outcome]))
  const headOf = new Map(layout.columns.map(({ field, header }) => [field, header]))
  const faults: RowFault[] = []
  let wrong = 0
  let places: ReadonlyMap<AnswerField, number> | undefined
  let title: { messageId: string; about: string } | undefined
  let above = 0
  let count = 0
  let sum = 0
  let isOver = false

  const fault = (row: number, why: RowFault['why'], field: AnswerField | null, said: string): undefined => {
    wrong++
    if (faults.length < mostFaults)
      faults.push({ row, why, header: field && (headOf.get(field) ?? null), said: said.slice(0, 60) })
  }

  const beforeHeads = (cells: readonly string[]): undefined => {
    const [mark, messageId, about] = cells
    if (layout.mark !== null && mark?.trim() === layout.mark) {
      const [named, answered] = [textOf(messageId, 35), textOf(about, 35)]
      if (!named || !answered) throw new NotUnderstood('unnamed', layout.mark)
      title = { messageId: named, about: answered }
      return
    }
    const found = new Map(cells.map((cell, index) => [wordKey(cell), index]))
    const at = layout.columns.map(({ field, header }) => [field, found.get(wordKey(header))] as const)
    if (at.every(([, index]) => index !== undefined))
      places = new Map(at as [AnswerField, number][]) // Just looked at.
    else if (++above > mostAbove) throw new NotUnderstood('no_heads', cells.join(' ').slice(0, 80))
  }

  const line = (cells: readonly string[], row: number): ResponseLine | undefined => {
    const cell = (field: AnswerField) => cells[places!.get(field) ?? cells.length]?.trim() ?? ''
    const amount = moneyIn(cell('amount'), layout.money)
    if (amount === null) return fault(row, 'amount', 'amount', cell('amount'))
    const result = cell('result')
    const outcome: Outcome | null = result === '' ? layout.otherwise : (results.get(wordKey(result)) ?? null)
    if (outcome === null) return fault(row, result === '' ? 'missing' : 'result', 'result', result)
    const day = cell('day')
    const bookedOn = day === '' ? null : dayOfText(day, layout.days)
    if (day !== '' && bookedOn === null) return fault(row, 'day', 'day', day)
    const key = referenceOf(cell('key'))
    const [account, name] = [textOf(cell('account'), 34), textOf(cell('name'))]
    const providerRef = referenceOf(cell('reference'))
    // What says by anything whom it is about waits for a person; a line that says nothing is none.
    if (key === null && account === null && providerRef === null) return fault(row, 'missing', 'key', '')
    count++
    sum += amount
    return {
      endToEndId: key,
      providerRef,
      outcome,
      amount,
      currency: 'VND',
      reason: textOf(cell('reason')),
      account,
      name,
      bookedOn,
    }
  }

  /** Money and count of the last row, wherever they stand in it: each number there has to be one of the two. */
  const totals = (cells: readonly string[], row: number): undefined => {
    isOver = true
    const at = cells.findIndex((cell) => cell.trim() !== '')
    const numbers = cells.slice(at + 1).flatMap((cell) => moneyIn(cell.trim(), layout.money) ?? [])
    if (!numbers.includes(dong(sum))) fault(row, 'sum_differs', 'amount', numbers.join(', '))
    else if (numbers.some((number) => number !== sum && number !== count))
      fault(row, 'count_differs', null, numbers.join(', '))
  }

  return {
    take(cells: readonly string[], row: number): ResponseLine | undefined {
      if (cells.every((cell) => cell.trim() === '')) return undefined
      if (!places) return beforeHeads(cells)
      if (isOver) return fault(row, 'after_total', null, cells.join(' '))
      const [first] = cells.filter((cell) => cell.trim() !== '')
      if (layout.totalLabel !== null && wordKey(first ?? '') === wordKey(layout.totalLabel))
        return totals(cells, row)
      return line(cells, row)
    },
    end(): ResponseHead {
      if (!places) throw new NotUnderstood('no_heads', layout.columns.map(({ header }) => header).join(', '))
      if (layout.mark !== null && !title) throw new NotUnderstood('no_mark', layout.mark)
      if (layout.totalLabel !== null && !isOver) throw new NotUnderstood('no_total', layout.totalLabel)
      if (wrong > 0) throw new RowsWrong(faults, wrong)
      return {
        kind: 'csv',
        messageId: title?.messageId ?? '',
        about: title?.about ?? null,
        account: null,
        opening: null,
        closing: null,
        through: null,
        groups: [],
      }
    },
  }
}

const groups = { plain: '', dots: '.', commas: ',' } as const

/** An amount in whole đồng as this provider writes it, grouped as it says or not at all; null where it is none. */
function moneyIn(text: string, format: MoneyFormat): Dong | null {
  const sign = groups[format]
  const bare = text.replace(/\s*(đ|₫|VND)$/i, '')
  const isGrouped = sign !== '' && new RegExp(`^\\d{1,3}([${sign}]\\d{3})+$`).test(bare)
  const digits = isGrouped ? bare.replaceAll(sign, '') : bare.replace(/[.,]0{1,2}$/, '')
  return /^\d{1,15}$/.test(digits) ? dong(Number(digits)) : null
}

function dayOfText(text: string, format: DayFormat) {
  const [, year, month, date] =
    (format === 'yyyy-mm-dd' || /^\d{4}-/.test(text)
      ? /^(\d{4})-(\d\d)-(\d\d)/.exec(text)
      : format === 'yyyymmdd'
        ? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
        : inOrder(/^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text))) ?? []
  return dayIn(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`)
}

/** Days are written first in Vietnam. */
function inOrder(found: RegExpExecArray | null) {
  return found && [found[0], found[3], found[2], found[1]]
}
