import { isNothing, openNumbering, unknown, type Column, type Comparison } from './column.ts'

/** Sex, postcode, telephone, code of a household: the same or not. */
export function codes(): Column {
  const numbering = openNumbering()
  const texts: string[] = ['']
  return {
    comparisons: [{ name: 'code', levels: [{ name: 'same', counts: 'code' }, { name: 'different' }] }],
    parts: ['code'],
    intern: ([text = '']) => {
      if (isNothing(text)) return 0
      const number = numbering.of(text.normalize('NFC').trim().toLowerCase())
      if (number === texts.length) texts.push(text.trim())
      return number
    },
    compare: (one, other, into, at) => {
      into[at] = one === 0 || other === 0 ? unknown : one === other ? 0 : 1
    },
    countedAs: (value, _, level) => (level === 0 ? value : 0),
    partOf: (value) => texts[value]!.toLowerCase(),
    textOf: (value) => texts[value]!,
  }
}

export type AreaChanges = {
  /** The unit a former one became part of, by code; followed as often as there is one. */
  readonly successors?: Readonly<Record<string, string>> | undefined
  /** The unit above, by code of the present one. */
  readonly parents?: Readonly<Record<string, string>> | undefined
}

const areaComparison: Comparison = {
  name: 'area',
  levels: [
    { name: 'same', counts: 'code' },
    { name: 'successor', counts: 'present', isByTime: true },
    { name: 'neighbour', counts: 'parent' },
    { name: 'different' },
  ],
}

/**
 * Administrative units by code: two records of one commune agree, though one was written before its merger. Two of communes that became
 * one only later were written in different places.
 */
export function areas({ successors = {}, parents = {} }: AreaChanges = {}): Column {
  const numbering = openNumbering()
  type Unit = { text: string; present: number; parent: number; became: ReadonlySet<string> }
  const nowhere: Unit = { text: '', present: 0, parent: 0, became: new Set() }
  const units: Unit[] = [nowhere]
  const becameOf = (code: string): Set<string> => {
    const became = new Set<string>()
    for (let next = successors[code]; next !== undefined && !became.has(next); next = successors[next])
      if (next !== code) became.add(next)
      else break
    return became
  }
  const unit = (code: string): number => {
    const number = numbering.of(code)
    if (number < units.length) return number
    const became = becameOf(code)
    const made: Unit = { text: code, present: number, parent: 0, became }
    units.push(made)
    const present = [...became].at(-1) ?? code
    if (present !== code) made.present = unit(present)
    const parent = parents[present]
    if (parent !== undefined) made.parent = numbering.of(`parent ${parent}`)
    // Numbers of parents stand in the same list; they are never values themselves.
    while (units.length <= numbering.size()) units.push(nowhere)
    return number
  }
  return {
    comparisons: [areaComparison],
    parts: ['unit', 'present', 'parent'],
    intern: ([text = '']) => (isNothing(text) ? 0 : unit(text.normalize('NFC').trim())),
    compare: (one, other, into, at) => {
      const [a, b] = [units[one]!, units[other]!]
      if (one === 0 || other === 0) into[at] = unknown
      else if (one === other) into[at] = 0
      else if (a.present === b.present && (a.became.has(b.text) || b.became.has(a.text))) into[at] = 1
      else into[at] = a.parent !== 0 && a.parent === b.parent ? 2 : 3
    },
    countedAs: (value, _, level) => {
      const { present, parent } = units[value]!
      return [value, present, parent, 0][level] ?? 0
    },
    partOf: (value, wanted) => {
      // Codes and not their places in this list: a key made of them is the same in every other.
      const { text, present } = units[value]!
      if (wanted === 'unit') return text
      return wanted === 'present' ? units[present]!.text : parents[units[present]!.text]
    },
    textOf: (value) => units[value]!.text,
  }
}
