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
  const of = (record: number) => kinds.get(keyOf(record, 0)) ?? 0
  for (let record = 0; record < table.size(); record++) {
    const key = keyOf(record, 0)
    if (key !== 0 && !kinds.has(key) && kinds.size < mostKinds) kinds.set(key, kinds.size + 1)
  }
  return { of, count: kinds.size + 1 }
}
