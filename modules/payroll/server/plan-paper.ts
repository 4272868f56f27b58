import type { CivilDate } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { moneyInWords } from '#kernel/money-in-words'
import { formatCount } from '#kernel/written'
import type { Run } from '../db/runs.ts'
import {
  listsToSign,
  rowRoom,
  totalOf,
  type ListToSign,
  type PrintedLine,
  type Sum,
} from '../domain/paper-list.ts'
import { listWords as words } from './messages.vi.ts'

/** What the places on a list are called. */
export type Names = {
  readonly areas: ReadonlyMap<number, string>
  readonly payPoints: ReadonlyMap<number, string>
}

/** All that payment-list.typ sets: a list for each unit and way of payment, and the sum of them where there are several. */
export function planPaper(run: Run, lines: readonly PrintedLine[], names: Names, today: CivilDate) {
  const lists = listsToSign(lines)
  const total = totalOf(lists)
  return {
    words: { ...words, title: words.title(run.month) },
    fingerprint: words.fingerprint(spaced(run.inputsHash)),
    inSystem: words.inSystem(run.preparedName, decidedByOf(run)),
    state: words.state[run.state],
    lists: lists.map((list) => planList(list, names, today)),
    whole:
      lists.length > 1
        ? {
            rows: lists.map((list) =>
              planSum(`${names.areas.get(list.areaId) ?? ''}: ${wayInWords(list, names)}`, list.total),
            ),
            sum: planSum(words.total, total),
            inWords: inWords(total),
          }
        : null,
  }
}

function planList(list: ListToSign, names: Names, today: CivilDate) {
  const unit = names.areas.get(list.areaId) ?? ''
  return {
    unit,
    dated: words.dated(unit.replace(/^\S+ /, ''), today),
    subtitle: wayInWords(list, names),
    columns: [...words.columns, words.lastColumn[list.method]],
    inWords: inWords(list.total),
    rowHeight: rowRoom[list.method].height,
    pages: list.pages.map((page) => ({
      rows: page.rows.map(({ number, line, regular, arrears }) => ({
        number: String(number),
        name: line.fullName,
        born: line.born.slice(0, 4),
        payee: line.payeeId === line.personId ? '' : line.payeeName,
        account: list.method === 'account' ? words.accountOf(line.bank ?? '', line.accountEnding ?? '') : '',
        ...amounts(regular, arrears),
      })),
      sum: planSum(words.pageSum, page.sum),
      running: planSum(words.runningSum, page.running),
    })),
  }
}

function wayInWords({ method, payPointId }: ListToSign, { payPoints }: Names) {
  if (method === 'account') return words.account
  return payPointId === null ? words.atCommune : words.payPoint(payPoints.get(payPointId) ?? '')
}

function planSum(label: string, { people, rows, regular, arrears }: Sum) {
  return { label, people: words.people(people, rows), ...amounts(regular, arrears) }
}

function inWords({ regular, arrears }: Sum) {
  return moneyInWords(dong(regular + arrears))
}

function amounts(regular: number, arrears: number) {
  return {
    regular: regular === 0 ? '' : formatCount(regular),
    arrears: arrears === 0 ? '' : formatCount(arrears),
    total: formatCount(regular + arrears),
  }
}

/** Who approved; a run that was sent back carries a decision too, which is none. */
export function decidedByOf({ state, decidedName }: Run): string | null {
  return words.state[state] === words.state.approved ? decidedName : null
}

/** The first sixteen digits of the fingerprint, in fours, as people read it aloud. */
export function spaced(hash: string | null): string {
  return hash?.slice(0, 16).replaceAll(/(.{4})(?!$)/g, '$1 ') ?? ''
}
