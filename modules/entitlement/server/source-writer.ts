import { idBytes, type People } from '../db/people-stream.ts'
import type { MonthOfPeople } from './dues-of-people.ts'

/**
 * Writes down what a month was computed from for some people, for the fingerprint of whatever is drawn from it: who,
 * where, which awards, and how they stood, as it was read. What it returns holds until it is asked again.
 */
export function sourceWriter() {
  let room = Buffer.alloc(2 ** 20)
  let at = 0
  const copy = (from: Buffer, start: number, end: number) => {
    if (at + end - start > room.length) room = Buffer.concat([room], room.length * 2)
    from.copy(room, at, start, end)
    at += end - start
  }
  const head = Buffer.alloc(8)
  return (
    people: People,
    { areaId, awarded, earlier, later, atTurn, livedThrough, standingsBetween }: MonthOfPeople,
    isIncluded: (person: number) => boolean,
    [first, end]: readonly [number, number] = [0, people.length],
  ): Buffer => {
    const { ids, awards, awardsFrom, standings } = people
    at = 0
    for (let person = first; person < end; person++) {
      if (!isIncluded(person)) continue
      copy(ids, person * idBytes, (person + 1) * idBytes)
      head.writeInt32LE(areaId[person]!)
      head.writeInt32LE(awarded[person]!, 4)
      copy(head, 0, head.length)
      const [from, until] = [awardsFrom[person]! * idBytes, awardsFrom[person + 1]! * idBytes]
      copy(awards.ids, from, until)
      copy(awards.payees, from, until)
      const { packed, packedFrom } = standings
      const [before, after] = [earlier[person]!, later[person]!]
      if (before >= 0) copy(packed, packedFrom[before]!, packedFrom[before + 1]!)
      if (after >= 0 && after !== before) copy(packed, packedFrom[after]!, packedFrom[after + 1]!)
      const turned = atTurn[person]!
      if (turned >= 0 && turned !== before && turned !== after)
        copy(packed, packedFrom[turned]!, packedFrom[turned + 1]!)
      for (const one of standingsBetween(person)) {
        copy(packed, packedFrom[one]!, packedFrom[one + 1]!)
        head.writeInt32LE(standings.ends[one]!)
        copy(head, 0, 4)
      }
      if (livedThrough[person]! < 0) continue
      head.writeInt32LE(livedThrough[person]!)
      copy(head, 0, 4)
    }
    return room.subarray(0, at)
  }
}
