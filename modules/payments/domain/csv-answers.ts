import { NotUnderstood } from './iso/read-xml.ts'
import type { Outcome } from './instruction-state.ts'
import { amountOf, dayIn, referenceOf, textOf, type ResponseLine, type ResponseReader } from './response.ts'

/** The columns of an answer in CSV, as a provider without ISO messages writes it. */
export const answerColumns = ['ma_lenh', 'ket_qua', 'so_tien', 'ngay', 'ly_do', 'ma_tham_chieu'] as const

const outcomes: Readonly<Record<string, Outcome>> = {
  da_chi: 'paid',
  tra_lai: 'returned',
  tu_choi: 'rejected',
  da_thu_hoi: 'recalled',
  chua_linh: 'unclaimed',
  /** Of money asked back for the treasury, by the code of the refund. */
  da_hoan_tra: 'refunded',
}

const mostLine = 4000

/**
 * Reads an answer in CSV: a first line `TRALOI,<message>,<ours>`, a line of heads, a line for each order, and a last line
 * with count and sum, which must be right.
 */
export function readCsvAnswers(): ResponseReader {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let stage: 'title' | 'heads' | 'lines' | 'done' = 'title'
  let title: { messageId: string; about: string } | undefined
  let count = 0
  let sum = 0

  const take = (text: string): ResponseLine | undefined => {
    const cells = cellsOf(text)
    switch (stage) {
      case 'title': {
        const [mark, messageId, about] = cells
        const [named, answered] = [textOf(messageId, 35), textOf(about, 35)]
        if (mark !== 'TRALOI' || !named || !answered) throw new NotUnderstood('An answer begins with TRALOI')
        title = { messageId: named, about: answered }
        stage = 'heads'
        return undefined
      }
      case 'heads':
        if (cells.join(',') !== answerColumns.join(','))
          throw new NotUnderstood(`Columns ${cells.join(',').slice(0, 80)}`)
        stage = 'lines'
        return undefined
      case 'lines':
        if (cells[0] === 'TONG') {
          if (cells[1] !== String(count) || cells[2] !== String(sum))
            throw new NotUnderstood(`${count} lines of ${sum}, but TONG says ${cells[1]} of ${cells[2]}`)
          stage = 'done'
          return undefined
        }
        return line(cells)
      case 'done':
        throw new NotUnderstood('Something stands after TONG')
    }
  }

  const line = ([reference, result, amount, day, reason, providerRef]: readonly string[]): ResponseLine => {
    const outcome = outcomes[result ?? '']
    if (!outcome) throw new NotUnderstood(`No result: ${String(result).slice(0, 40)}`)
    const money = amountOf(amount ?? '')
    if (money === null) throw new NotUnderstood(`No amount: ${String(amount).slice(0, 40)}`)
    count++
    sum += money
    return {
      endToEndId: referenceOf(reference),
      providerRef: referenceOf(providerRef),
      outcome,
      amount: money,
      currency: 'VND',
      reason: textOf(reason),
      account: null,
      name: null,
      bookedOn: dayIn(day),
    }
  }

  const takeAll = (isLast: boolean): ResponseLine[] => {
    const rows = rest.split('\n')
    rest = isLast ? '' : rows.pop()!
    if (rest.length > mostLine) throw new NotUnderstood('A line is too long')
    return rows.flatMap((row) => (row.trim() === '' ? [] : (take(row.replace(/\r$/, '')) ?? [])))
  }

  const decode = (piece?: Uint8Array) => {
    try {
      rest += (piece ? decoder.decode(piece, { stream: true }) : decoder.decode()).replace(/^\uFEFF/, '')
    } catch {
      throw new NotUnderstood('Not UTF-8') // The only thing a strict decoder refuses.
    }
  }

  return {
    write(piece) {
      decode(piece)
      return takeAll(false)
    },
    end() {
      decode()
      const lines = takeAll(true)
      if (stage !== 'done' || !title) throw new NotUnderstood('An answer ends with TONG')
      const head = {
        ...title,
        kind: 'csv',
        account: null,
        opening: null,
        closing: null,
        through: null,
        groups: [],
      } as const
      return { lines, head }
    },
  }
}

/** The cells of a line; quotes hold commas, and two of them one. */
function cellsOf(text: string): string[] {
  const cells: string[] = []
  for (let at = 0; at <= text.length; at++) {
    if (text[at] !== '"') {
      const end = text.indexOf(',', at)
      const stop = end < 0 ? text.length : end
      cells.push(text.slice(at, stop))
      at = stop
      continue
    }
    let cell = ''
    for (at++; ; at++) {
      const quote = text.indexOf('"', at)
      if (quote < 0) throw new NotUnderstood('A quotation that never ends')
      cell += text.slice(at, quote)
      if (text[quote + 1] !== '"') {
        at = quote + 1
        break
      }
      cell += '"'
      at = quote + 1
    }
    if (at < text.length && text[at] !== ',') throw new NotUnderstood('Something stands after a quotation')
    cells.push(cell)
  }
  return cells
}
