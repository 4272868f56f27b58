import { buildColumns, type Territories } from '../domain/evaluators/columns.ts'
import { dueColumns } from '../domain/evaluators/kernel.ts'

/** One entry for each amount due. */
export type Dues = {
  count: number
  person: Int32Array
  /** Index in `components`. */
  component: Uint8Array
  /** Index in the rules of the month. */
  rule: Uint16Array
  units: Uint8Array
  amount: Int32Array
  /** Index among the awards of the people. */
  award: Int32Array
}

export type Room = ReturnType<typeof roomFor>

/** What a month says of so many people, and which row of the columns each has. */
export function roomFor(length: number) {
  return {
    areaId: new Int32Array(length),
    awarded: new Uint8Array(length),
    lapsed: new Uint8Array(length),
    earlier: new Int32Array(length),
    later: new Int32Array(length),
    atTurn: new Int32Array(length),
    livedThrough: new Int32Array(length),
    between: new Uint8Array(length),
    withinFrom: new Int32Array(length + 1),
    row: new Int32Array(length),
    changingAwarded: new Uint8Array(length),
  }
}

/**
 * What a run works in and leaves to nobody: one for all months, because many of them are worked out for each batch in turn,
 * and rooms of their own take half a megabyte each.
 */
function newScratch(territories: Territories) {
  let awarded = new Uint8Array(0)
  return {
    steady: growingDues(),
    changing: growingDues(),
    awardedAt: (length: number) => {
      if (awarded.length < length) awarded = new Uint8Array(length * 2)
      return awarded.fill(0, 0, length)
    },
    earlierColumns: buildColumns(territories),
    laterColumns: buildColumns(territories),
    turnColumns: buildColumns(territories),
    withinColumns: buildColumns(territories),
  }
}

const scratches = new WeakMap<Territories, ReturnType<typeof newScratch>>()

export function scratchOf(territories: Territories) {
  const scratch = scratches.get(territories) ?? newScratch(territories)
  scratches.set(territories, scratch)
  return scratch
}

function growingDues() {
  let room = dueColumns(0)
  return (length: number) => {
    if (room.length < length) room = dueColumns(length * 2)
    return room
  }
}

/** Room for amounts, that grows. */
export function noDues(): Dues {
  return {
    count: 0,
    person: new Int32Array(1024),
    component: new Uint8Array(1024),
    rule: new Uint16Array(1024),
    units: new Uint8Array(1024),
    amount: new Int32Array(1024),
    award: new Int32Array(1024),
  }
}

export function growDues(dues: Dues) {
  const grown = <Column extends Int32Array | Uint16Array | Uint8Array>(from: Column): Column => {
    const into = new (from.constructor as new (length: number) => Column)(from.length * 2) // A column of its own kind.
    into.set(from)
    return into
  }
  dues.person = grown(dues.person)
  dues.component = grown(dues.component)
  dues.rule = grown(dues.rule)
  dues.units = grown(dues.units)
  dues.amount = grown(dues.amount)
  dues.award = grown(dues.award)
}
