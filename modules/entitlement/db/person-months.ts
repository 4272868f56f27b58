import { benefits, type Benefit, type PersonMonth } from '../domain/determination.ts'

export type AwardInMonth = { readonly id: string; readonly benefit: Benefit; readonly payeeId: string }

/** A person in a month as payroll needs it: what the law asks, with the awards, and the unit as it was recorded. */
export type PersonMonthRow = PersonMonth & {
  readonly personId: string
  readonly areaId: number
  readonly awards: readonly AwardInMonth[]
}

const sets = new Map<string, ReadonlySet<Benefit>>()

/** The few sets of benefits there are, made once. */
export function setOf(awarded: readonly Benefit[]): ReadonlySet<Benefit> {
  const [first] = awarded
  const key =
    first && awarded.length === 1 ? first : benefits.filter((benefit) => awarded.includes(benefit)).join()
  const set = sets.get(key) ?? new Set(awarded)
  sets.set(key, set)
  return set
}
