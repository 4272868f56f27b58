import type { Store } from './store.ts'

export const fields = ['fullName', 'born', 'sex', 'alive'] as const
type Field = (typeof fields)[number]

/** What somebody says of a person; what is left out is not compared. */
export type Asked = {
  readonly reference: string
  readonly personalId: string
  readonly fullName?: string
  readonly born?: string
  readonly bornPrecision?: 'day' | 'month' | 'year'
  readonly sex?: string
}

export type Answer = {
  readonly reference: string
  readonly outcome: 'match' | 'mismatch' | 'not_found'
  /** Which fields do not agree; what the register has instead is told to nobody. */
  readonly differs: readonly Field[]
}

/** Compares what is said of a person with the books, field by field. */
export function verify(store: Store, asked: Asked): Answer {
  const one = store.find(asked.personalId)
  if (!one) return { reference: asked.reference, outcome: 'not_found', differs: [] }
  const digits = asked.bornPrecision === 'year' ? 4 : asked.bornPrecision === 'month' ? 7 : 10
  const agrees: Readonly<Record<Field, boolean>> = {
    fullName: asked.fullName === undefined || fold(asked.fullName) === fold(one.fullName),
    born: asked.born === undefined || asked.born.slice(0, digits) === one.born.slice(0, digits),
    sex: asked.sex === undefined || asked.sex === one.sex,
    alive: one.diedOn === null,
  }
  const differs = fields.filter((field) => !agrees[field])
  return { reference: asked.reference, outcome: differs.length > 0 ? 'mismatch' : 'match', differs }
}

/** One name however it is typed: composed, small, single blanks; marks count. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ')
}
