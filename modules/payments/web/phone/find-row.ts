import { bare } from '#kernel/bare'
import type { CashRow } from '../../contract.ts'
import { keyInCode } from '../../domain/hand-out.ts'

/** The payee of a code that was scanned or typed, if it is one of this list. */
export function rowOfCode(rows: readonly CashRow[], text: string): CashRow | undefined {
  const key = keyInCode(text)
  return key === undefined ? undefined : rows.find(({ keys }) => keys.includes(key))
}

/** Whom somebody may mean by a number of the list, a name, or the end of the number of their card. */
export function rowsLike(rows: readonly CashRow[], text: string): readonly CashRow[] {
  const coded = rowOfCode(rows, text)
  if (coded) return [coded]
  const sought = bare(text)
  if (sought === '') return rows
  if (/^\d+$/.test(sought)) {
    const numbered = rows.filter(({ number }) => String(number) === sought)
    return [...numbered, ...rows.filter((row) => sought.length >= 3 && row.numberEnd?.startsWith(sought))]
  }
  const words = sought.split(/\s+/)
  return rows.filter(({ name }) => {
    const parts = bare(name).split(/\s+/)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}
