import { dong } from '#kernel/dong'
import { components, type Benefit, type Component, type Due } from '../determination.ts'
import type { MonthLaw } from '../law-in-force.ts'
import type { MonthColumns } from './columns.ts'
import { closeRights } from './kernel-closures.ts'
import { settleChanges } from './kernel-month.ts'
import { planOf, type Plan } from './kernel-plan.ts'
import { pricesOf } from './kernel-prices.ts'
import { roomFor, type DueColumns, type RightsEvaluator } from './kernel-rights.ts'
import { compileRights } from './kernel-source.ts'

export type { DueColumns } from './kernel-rights.ts'

/** The law of a month over columns: what `determine` means, for many persons at a time. */
export type Kernel = {
  readonly ml: MonthLaw
  /** Rule ids by the numbers in the columns; 0 is no rule. */
  readonly rules: readonly string[]
  /** Whether the loop was compiled, or put together of closures where the page forbids that. */
  readonly evaluator: 'compiled' | 'closures'
  /** Works out persons `from` through the one before `to`, all of them if not said. */
  readonly run: (input: MonthColumns, output: DueColumns, from?: number, to?: number) => void
  /** The dues of one person, taken out of the columns; a right for no units is none. */
  readonly dueAt: (output: DueColumns, index: number) => Due[]
}

export type KernelOptions = {
  /** Only these are worked out; the columns of the others stay empty. */
  readonly benefits?: readonly Benefit[]
  readonly evaluator?: 'compiled' | 'closures'
}

/** Whoever stands alike at both ends held all they hold when the month began. */
const allHeld = -1

/** Few enough that the columns of a block stay near the processor from one pass to the next. */
const blockSize = 2048

/** Compiles the law of a month for columns whose territories are these. */
export function compileMonth(
  ml: MonthLaw,
  territories: readonly string[],
  { benefits, evaluator = mayCompile() ? 'compiled' : 'closures' }: KernelOptions = {},
): Kernel {
  const plan = planOf(ml, territories, benefits)
  const rights = evaluator === 'compiled' ? compileRights(plan) : closeRights(plan)
  return {
    ml,
    evaluator,
    rules: plan.rules.map((rule) => rule?.band.id ?? ''),
    run: runOf(plan, rights),
    dueAt: (output, index) => components.flatMap((component) => dueOf(plan, output, component, index)),
  }
}

/** Room for what many persons are due; `shared` for threads that write into one. */
export function dueColumns(length: number, { shared = false } = {}): DueColumns {
  const room = (bytes: number) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))
  const each = <Column>(make: () => Column) =>
    Object.fromEntries(components.map((component) => [component, make()])) as Record<Component, Column> // One for each.
  return {
    length,
    amount: each(() => new Int32Array(room(length * 4))),
    rule: each(() => new Uint8Array(room(length))),
    units: each(() => new Uint8Array(room(length))),
  }
}

function runOf(plan: Plan, rights: RightsEvaluator): Kernel['run'] {
  const prices = pricesOf(plan)
  const settle = settleChanges(plan, rights, prices)
  const found = roomFor(blockSize)
  const paid = new Set(plan.benefits.flatMap((benefit) => benefit.components))
  return (input, output, from = 0, to = input.later.length) => {
    for (const component of writtenIn(output, paid))
      for (const column of [output.amount, output.rule, output.units]) column[component].fill(0, from, to)
    for (let start = from; start < to; start += blockSize) {
      const end = Math.min(start + blockSize, to)
      rights.steady(input, output, start, end, found)
      prices.priceRange(input, output, start, end)
      for (let at = 0; at < found.meetingCount; at++)
        prices.combineOne(input, output, found.meeting[at]!, allHeld)
      for (let at = 0; at < found.changedCount; at++) {
        const index = found.changed[at]!
        prices.combineOne(input, output, index, settle(input, output, index))
      }
      // What began and ended within the month is seen at neither end of it; hardly anybody has any.
      const between = input.within?.from
      for (let index = start; between && index < end; index++)
        if (between[index + 1]! > between[index]!)
          prices.combineOne(input, output, index, settle(input, output, index))
    }
  }
}

const written = new WeakMap<DueColumns, Set<Component>>()

/**
 * What kernels have written into these columns that one with other benefits leaves empty: to empty what nobody has ever
 * written would take a tenth of its time. Other threads write into shared memory too, so there it is everything else.
 */
function writtenIn(output: DueColumns, paid: ReadonlySet<Component>): Component[] {
  const before = written.get(output) ?? new Set(isShared(output) ? components : [])
  written.set(output, before)
  const others = [...before].filter((component) => !paid.has(component))
  for (const component of paid) before.add(component)
  return others
}

/** Asked this way about, because a page that is not isolated has no SharedArrayBuffer to ask for. */
function isShared({ amount }: DueColumns): boolean {
  return Object.values(amount).some(({ buffer }) => !(buffer instanceof ArrayBuffer))
}

function dueOf({ rules, ml }: Plan, output: DueColumns, component: Component, index: number): Due[] {
  const rule = rules[output.rule[component][index]!]
  const units = output.units[component][index]!
  if (!rule || units === 0) return []
  const { id, coefficient } = rule.band
  const amount = dong(output.amount[component][index]!)
  const standard = dong((amount * 10) / (coefficient * units))
  return [{ component, rule: id, ruleSet: ml.version, coefficient, units, standard, amount }]
}

/** A content security policy without `unsafe-eval` forbids it, and says so by an EvalError. */
function mayCompile(): boolean {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- Only to learn whether it is allowed.
    return new Function('return true')() === true
  } catch (error) {
    if (error instanceof EvalError) return false
    throw error
  }
}
