import type { ClientBase } from 'pg'
import { lastDayOf, type Month } from '#kernel/civil-date'
import { readCouples } from '#modules/people'
import { idBytes } from './people-stream.ts'

/** Of each of these people the index of the spouse among them as a month ends, -1 where there is none. */
export async function readSpouses(client: ClientBase, ids: Buffer, month: Month): Promise<Int32Array> {
  return spousesAmong(ids, await readCouples(client, lastDayOf(month)))
}

/** Finds the couples among people whose ids lie one after the other, in their order. */
export function spousesAmong(ids: Buffer, couples: Buffer): Int32Array {
  const spouses = new Int32Array(ids.length / idBytes).fill(-1)
  for (let at = 0; at < couples.length; at += 2 * idBytes) {
    const [one, other] = [indexOf(ids, couples, at), indexOf(ids, couples, at + idBytes)]
    // Whoever is told to be married to two has one share with the first.
    if (one < 0 || other < 0 || spouses[one]! >= 0 || spouses[other]! >= 0) continue
    spouses[one] = other
    spouses[other] = one
  }
  return spouses
}

/** Where an id stands, halving what is left: ids compare as their bytes do. */
function indexOf(ids: Buffer, sought: Buffer, at: number): number {
  let [from, until] = [0, ids.length / idBytes]
  while (from < until) {
    const middle = (from + until) >>> 1
    const order = ids.compare(sought, at, at + idBytes, middle * idBytes, (middle + 1) * idBytes)
    if (order === 0) return middle
    if (order < 0) from = middle + 1
    else until = middle
  }
  return -1
}
