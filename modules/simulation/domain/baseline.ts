import {
  allAwarded,
  benefitOf,
  benefits,
  components,
  dueColumns,
  type DueColumns,
  type Kernel,
} from '#modules/entitlement'
import { slice, type Register } from './register.ts'

/** What a law gives everybody in a month: by the awards they have, and what each benefit would give with an award. */
export type Baseline = {
  readonly due: DueColumns
  /** A bit for each benefit the law would give something of. */
  readonly rights: Uint8Array
}

/** So many at once, then others may work. */
export const chunk = 32_768

/** Works out what a law gives everybody; kept, because every scenario of the month is compared with it. */
export function* baselineOf(register: Register, kernel: Kernel): Generator<void, Baseline> {
  const due = dueColumns(register.length)
  const rights = new Uint8Array(register.length)
  const whole = dueColumns(chunk)
  for (let from = 0; from < register.length; from += chunk) {
    const to = Math.min(from + chunk, register.length)
    kernel.run(register.columns, due, from, to)
    markRights(kernel, register, from, to, whole, rights)
    yield
  }
  return { due, rights }
}

/** Which benefits would give something if they were awarded. */
export function markRights(
  kernel: Kernel,
  register: Register,
  from: number,
  to: number,
  whole: DueColumns,
  rights: Uint8Array,
) {
  const part = slice(register.columns, from, to)
  kernel.run({ ...part, awarded: allOf(to - from) }, whole, 0, to - from)
  for (const component of components) {
    const amounts = whole.amount[component]
    const bit = bitOfComponent[component]
    for (let place = 0; place < to - from; place++) if (amounts[place]! > 0) rights[from + place]! |= bit
  }
}

const everything = new Uint8Array(chunk).fill(allAwarded)
const allOf = (length: number) => everything.subarray(0, length)
const bitOfComponent = Object.fromEntries(
  components.map((component) => [component, 1 << benefits.indexOf(benefitOf[component])]),
) as Readonly<Record<(typeof components)[number], number>> // Every component.
