import {
  bornAsOf,
  packChildFacts,
  packDay,
  packFacts,
  turnsBit,
  layoutVersion as factsLayout,
} from '../domain/evaluators/columns.ts'
import type { ColumnsBuilder, Territories } from '../domain/evaluators/columns.ts'
import { amounts } from '../domain/facts.ts'
import type { Standing } from '../domain/standing.ts'

/** Changes whenever what `packStanding` writes would be read otherwise; packed facts of another layout are stale. */
export const packedLayout = `1 ${factsLayout}`

const fixedBytes = 4 + 4 + 1 + 1 + 1
const childBytes = 4 + 1

/**
 * A standing in a few bytes, little-endian: birth date, choices and flags; which amounts there are, how many children,
 * how long the name of the territory is; then these. How much of a birth date is known is left out, as no rule asks.
 */
export function packStanding(standing: Standing, shareTurns: boolean): Buffer {
  const present = amounts.filter((fact) => standing[fact] !== 0)
  const territory = Buffer.from(standing.territory)
  const { children } = standing
  const bytes = Buffer.alloc(
    fixedBytes + 4 * present.length + childBytes * children.length + territory.length,
  )
  let at = bytes.writeInt32LE(packDay(standing.born))
  at = bytes.writeInt32LE(packFacts(standing) | (shareTurns ? turnsBit : 0), at)
  at = bytes.writeUInt8(
    present.reduce((bits, fact) => bits | (1 << amounts.indexOf(fact)), 0),
    at,
  )
  at = bytes.writeUInt8(children.length, at)
  at = bytes.writeUInt8(territory.length, at)
  for (const fact of present) at = bytes.writeInt32LE(standing[fact], at)
  for (const child of children) {
    at = bytes.writeInt32LE(packDay(child.born), at)
    at = bytes.writeUInt8(packChildFacts(child), at)
  }
  territory.copy(bytes, at)
  return bytes
}

/** Adds standings to columns from the bytes they were packed in, as old as they were on a day where one is said. */
export function unpackInto(
  columns: ColumnsBuilder,
  territories: Territories,
  { factsOf, day }: { factsOf?: (packed: number) => number; day?: number } = {},
) {
  const read = { born: 0, facts: 0, territory: 0, pension: 0, socialInsurance: 0, meritorious: 0 }
  // People in a row live in one territory, so its name is rarely read.
  let lastName: Buffer = Buffer.alloc(0)
  let lastIndex = -1
  const territoryIn = (bytes: Buffer, from: number, until: number) => {
    if (lastIndex < 0 || bytes.compare(lastName, 0, lastName.length, from, until) !== 0) {
      lastName = Buffer.from(bytes.subarray(from, until))
      lastIndex = territories.indexOf(lastName.toString())
    }
    return lastIndex
  }
  const bornOf = (born: number) => (day === undefined ? born : bornAsOf(day, born))
  return (bytes: Buffer, from: number, until: number) => {
    read.born = bornOf(bytes.readInt32LE(from))
    const facts = bytes.readInt32LE(from + 4)
    read.facts = factsOf ? factsOf(facts) : facts
    const present = bytes[from + 8]!
    const children = bytes[from + 9]!
    const nameLength = bytes[from + 10]!
    let at = from + fixedBytes
    for (let bit = 0; bit < amounts.length; bit++) {
      const isPresent = (present >>> bit) & 1
      read[amounts[bit]!] = isPresent ? bytes.readInt32LE(at) : 0
      at += 4 * isPresent
    }
    if (at + childBytes * children + nameLength !== until)
      throw new RangeError('A standing was packed in another layout; its people are to be refreshed')
    read.territory = territoryIn(bytes, until - nameLength, until)
    columns.addPacked(read)
    for (let child = 0; child < children; child++, at += childBytes)
      columns.addChild(bornOf(bytes.readInt32LE(at)), bytes[at + 4]!)
  }
}
