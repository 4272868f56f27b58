import { idBytes } from '#modules/entitlement'
import type { Month } from '#kernel/civil-date'
import type { LineComponent, LineKind, PaymentRunId } from '../contract.ts'
import { dimensions, type Sums } from './control-totals.ts'
import type { IdMap } from './id-map.ts'

/** What many lines have in common; made once, and copied for each of them. */
export type LineTemplate = {
  readonly benefitMonth: Month
  readonly component: LineComponent
  readonly kind: LineKind
  readonly rule: string
  readonly ruleSet: string
  readonly coefficient: number
}

/** What a line has of its own. Ids are sixteen bytes within something larger. */
export type LineValues = {
  person: Buffer
  personAt: number
  award: Buffer
  payee: Buffer
  /** Where both stand, each in its own. */
  awardAt: number
  amount: number
  units: number
  standard: number
  areaId: number
}

/** The columns in the order they are written: those of fixed width first, so that every line has them in one place. */
export const lineColumns = `person_id, award_id, payee_id, area_id, amount, units, coefficient, standard, run_id,
  month, benefit_month, component, kind, rule, rule_set, pay_point_id`
const columnCount = 16

const personAt = 2 + 4
const awardAt = personAt + idBytes + 4
const payeeAt = awardAt + idBytes + 4
const areaAt = payeeAt + idBytes + 4
const amountAt = areaAt + 4 + 4
const unitsAt = amountAt + 8 + 4
const coefficientAt = unitsAt + 2 + 4
const standardAt = coefficientAt + 2 + 4
const fixedEnd = standardAt + 4

const copyHeader = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const pieceBytes = 2 ** 18

/** Units and pay points are numbered as they come, so that both fit, and a template beside them, into a whole number. */
const mostOfEach = 2 ** 17

function numbered() {
  const numbers = new Map<number | undefined, number>()
  const values: (number | undefined)[] = []
  return {
    values,
    numberOf(value: number | undefined) {
      const known = numbers.get(value)
      if (known !== undefined) return known
      if (values.length === mostOfEach)
        throw new RangeError('A run has no room for so many units or pay points')
      numbers.set(value, values.length)
      return values.push(value) - 1
    },
  }
}

/** Writes lines as `copy … from stdin (format binary)` reads them, and adds them up as it goes. */
export function lineWriter({ runId, month }: { runId: PaymentRunId; month: Month }, payPoints: IdMap) {
  const templates: { readonly of: LineTemplate; readonly bytes: Buffer }[] = []
  const known = new Map<string, number>()
  const [units, points] = [numbered(), numbered()]
  const sums = new Map<number, { lines: number; amount: number }>()
  const all = { lines: 0, amount: 0 }
  const full: Buffer[] = [copyHeader]
  let piece = Buffer.allocUnsafeSlow(pieceBytes)
  let at = 0

  /** The number lines of this kind are written by. */
  function template(of: LineTemplate): number {
    const key = `${of.benefitMonth} ${of.component} ${of.kind} ${of.rule} ${of.ruleSet}`
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, templates.length)
    return templates.push({ of, bytes: bytesOf(of, runId, month) }) - 1
  }

  function write(index: number, line: LineValues) {
    const { bytes } = templates[index]!
    if (at + bytes.length + 8 > pieceBytes) {
      full.push(piece.subarray(0, at))
      piece = Buffer.allocUnsafeSlow(pieceBytes)
      at = 0
    }
    bytes.copy(piece, at)
    line.person.copy(piece, at + personAt, line.personAt, line.personAt + idBytes)
    line.award.copy(piece, at + awardAt, line.awardAt, line.awardAt + idBytes)
    line.payee.copy(piece, at + payeeAt, line.awardAt, line.awardAt + idBytes)
    piece.writeInt32BE(line.areaId, at + areaAt)
    piece.writeInt32BE(Math.floor(line.amount / 2 ** 32), at + amountAt)
    piece.writeUInt32BE(line.amount % 2 ** 32, at + amountAt + 4)
    piece.writeInt16BE(line.units, at + unitsAt)
    piece.writeInt32BE(line.standard, at + standardAt)
    const payPoint = payPoints.size === 0 ? undefined : payPoints.get(line.payee, line.awardAt)
    at += bytes.length
    if (payPoint === undefined) at = piece.writeInt32BE(-1, at)
    else at = piece.writeInt32BE(payPoint, piece.writeInt32BE(4, at))
    addUp(index, line, payPoint)
  }

  function addUp(index: number, { amount, areaId }: LineValues, payPoint: number | undefined) {
    all.lines += 1
    all.amount += amount
    const key = (index * mostOfEach + units.numberOf(areaId)) * mostOfEach + points.numberOf(payPoint)
    const sum = sums.get(key)
    if (sum) {
      sum.lines += 1
      sum.amount += amount
    } else sums.set(key, { lines: 1, amount })
  }

  return {
    template,
    write,
    /** What has been written in whole pieces since it was last asked. */
    take: (): Buffer[] => full.splice(0),
    /** The rest, with the mark that ends it. */
    finish(): Buffer[] {
      return [...full.splice(0), piece.subarray(0, at), Buffer.from([0xff, 0xff])]
    },
    sums(): Sums {
      const by = new Map<string, { lines: number; amount: number }>()
      for (const [key, { lines, amount }] of sums) {
        const rest = Math.floor(key / mostOfEach)
        const { component, rule, kind } = templates[Math.floor(rest / mostOfEach)]!.of
        const areaId = units.values[rest % mostOfEach]
        const line = { component, rule, kind, areaId, payPoint: points.values[key % mostOfEach] }
        for (const [dimension, { keyOf }] of Object.entries(dimensions)) {
          const name = `${dimension}\t${keyOf(line)}`
          const sum = by.get(name) ?? { lines: 0, amount: 0 }
          sum.lines += lines
          sum.amount += amount
          by.set(name, sum)
        }
      }
      return { all, by }
    },
  }
}

export type LineWriter = ReturnType<typeof lineWriter>

/** A line with the places of its own values left open, up to the pay point. */
function bytesOf(of: LineTemplate, runId: PaymentRunId, month: Month): Buffer {
  const fixed = Buffer.alloc(fixedEnd)
  fixed.writeInt16BE(columnCount)
  for (const at of [personAt, awardAt, payeeAt]) fixed.writeInt32BE(idBytes, at - 4)
  fixed.writeInt32BE(4, areaAt - 4)
  fixed.writeInt32BE(8, amountAt - 4)
  fixed.writeInt32BE(2, unitsAt - 4)
  fixed.writeInt32BE(2, coefficientAt - 4)
  fixed.writeInt16BE(of.coefficient, coefficientAt)
  fixed.writeInt32BE(4, standardAt - 4)
  const texts = [month, of.benefitMonth, of.component, of.kind, of.rule, of.ruleSet]
  return Buffer.concat([
    fixed,
    lengthOf(idBytes),
    idOf(runId),
    ...texts.flatMap((text) => [lengthOf(Buffer.byteLength(text)), Buffer.from(text)]),
  ])
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(length)
  return bytes
}

/** The bytes of an id, and its text. */
export function idOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex')
}

export function textOfId(ids: Buffer, at: number): string {
  const hex = ids.toString('hex', at, at + idBytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
