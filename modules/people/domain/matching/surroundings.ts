import { blockRules, keyMaker } from './blocking.ts'
import type { Surroundings } from './frequency.ts'
import type { Table } from './table.ts'

/** More kinds of people than this are not told apart; those met first are. */
const mostKinds = 100

/** Whom a name of a field is counted among, where its rule says so: people of one sex and generation. */
export function surroundingsOf(table: Table, field: number): Surroundings | undefined {
  const { rule } = table.fields[field]!
  const within = 'within' in rule ? (rule.within ?? []) : []
  if (within.length === 0) return undefined
  const keyOf = keyMaker(table, blockRules(table, [within]))
  const kinds = new Map<number, number>()
  const known = new Uint8Array(table.size())
  for (let record = 0; record < known.length; record++) {
    const key = keyOf(record, 0)
    if (key !== 0 && !kinds.has(key) && kinds.size < mostKinds) kinds.set(key, kinds.size + 1)
    known[record] = kinds.get(key) ?? 0
  }
  // Records that come later are asked each time: another may stand in their place by then.
  return { of: (record) => known[record] ?? kinds.get(keyOf(record, 0)) ?? 0, count: kinds.size + 1 }
}
