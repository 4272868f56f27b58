import { normaliseNumber } from '../identifier.ts'
import { isNothing, openNumbering, unknown, type Column, type Comparison } from './column.ts'
import { isOneSlip } from './distance.ts'

const comparisons: readonly Comparison[] = [
  { name: 'number', levels: [{ name: 'same', counts: 'number' }, { name: 'slip' }, { name: 'different' }] },
]
const [same, slip, different] = [0, 1, 2]

/**
 * Numbers that belong to one person. A person may have several, in columns beside each other. Numbers of different length
 * among those that are named (9 and 12 digits) are of different kinds: that they differ says nothing.
 */
export function numbers(lengths: readonly number[] = []): Column {
  const numbering = openNumbering()
  const held: (readonly string[])[] = [[]]
  const longest = Math.max(0, ...lengths)

  const normalise = (text: string): string | undefined => {
    if (isNothing(text)) return undefined
    const number = normaliseNumber(text)
    if (/^0*$/.test(number)) return undefined
    // A zero in front is lost wherever a program took the number for an amount.
    const isShort = number.length === longest - 1 && !lengths.includes(number.length) && /^\d+$/.test(number)
    return isShort ? `0${number}` : number
  }
  const levelOf = (ones: readonly string[], others: readonly string[]): number => {
    let level: number = unknown
    for (const one of ones)
      for (const other of others) {
        if (one === other) return same
        if (one.length > 4 && isOneSlip(one, other) && !areNext(one, other)) level = slip
        else if (level === unknown && (one.length === other.length || !areKinds(one, other)))
          level = different
      }
    return level
  }
  const areKinds = (one: string, other: string) =>
    lengths.includes(one.length) && lengths.includes(other.length)

  return {
    comparisons,
    parts: ['number', 'end', ...lengths.map(String)],
    intern: (texts) => {
      const all = [...new Set(texts.flatMap((text) => normalise(text) ?? []))]
      if (all.length === 0) return 0
      const number = numbering.of(all.join(' '))
      if (number === held.length) held.push(all)
      return number
    },
    compare: (one, other, into, at) => {
      if (one === 0 || other === 0) into[at] = unknown
      else into[at] = one === other ? same : levelOf(held[one]!, held[other]!)
    },
    countedAs: (value, _, level) => (level === same ? value : 0),
    partOf: (value, wanted) => {
      const all = held[value]!
      if (wanted === 'number') return all[0]
      if (wanted === 'end') return all[0]?.slice(-6)
      return all.find(({ length }) => length === Number(wanted))
    },
    textOf: (value) => held[value]!.join(', '),
  }
}

/** Numbers given one after the other, as families and whole villages get them at one counter: two people, not a slip. */
function areNext(one: string, other: string): boolean {
  return one.length === other.length && Math.abs(Number(one) - Number(other)) < 10
}
