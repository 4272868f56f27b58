import type { People } from '../db/people-stream.ts'
import type { DaysOfMonth } from './days-of-month.ts'
import type { Room } from './dues-rooms.ts'

/** Where each person stood and lived at both ends of the month, and what was open in it. */
export function placePeople(
  { length, awards, awardsFrom, standings, standingsFrom }: People,
  room: Room,
  days: DaysOfMonth,
) {
  // Held here, because these loops turn millions of times for a province.
  const { begins: opens, ends: closes, lapses, benefit, areaId: payingArea } = awards
  const { begins, ends, areaId: home } = standings
  const { awarded, lapsed, earlier, later, atTurn, livedThrough, between, areaId } = room
  const { previous, dayBefore, first, turn, last, next } = days
  for (let person = 0; person < length; person++) {
    let [open, gone] = [0, 0]
    let awardArea = -1
    for (let award = awardsFrom[person]!; award < awardsFrom[person + 1]!; award++) {
      const until = closes[award]!
      if (opens[award]! >= next || until <= previous) continue
      const area = payingArea[award]!
      if (awardArea < 0 || area < awardArea) awardArea = area
      if (until <= first) continue
      if (lapses[award]! <= first) gone |= 1 << benefit[award]!
      else open |= 1 << benefit[award]!
    }
    let [before, after, turned, touching] = [-1, -1, -1, 0]
    for (let one = standingsFrom[person]!; one < standingsFrom[person + 1]!; one++) {
      const [from, until] = [begins[one]!, ends[one]!]
      if (from <= dayBefore && until > dayBefore) before = one
      // One after the other, so that the last of the month stays.
      if (from < next && until > first) {
        after = one
        touching++
      }
      if (from <= turn && until > turn) turned = one
    }
    awarded[person] = open
    lapsed[person] = gone
    // Whoever stood on no day of the month had gone when it began.
    earlier[person] = after < 0 ? -1 : before
    later[person] = after
    atTurn[person] = turned
    const ofEnds = after < 0 ? 0 : before >= 0 && before !== after && ends[before]! > first ? 2 : 1
    between[person] = touching - ofEnds
    livedThrough[person] = after >= 0 && ends[after]! <= last ? ends[after]! - 1 : -1
    const stood = after >= 0 ? after : before
    areaId[person] = awardArea < 0 || stood < 0 ? awardArea : home[stood]!
  }
}

/** The standings of a month that lay at neither end of it, one after the other. */
export function standingsBetween(
  { standings: { begins, ends }, standingsFrom }: People,
  { earlier, later, between }: Pick<Room, 'earlier' | 'later' | 'between'>,
  person: number,
  { first, next }: Pick<DaysOfMonth, 'first' | 'next'>,
): readonly number[] {
  if (between[person] === 0) return []
  const found: number[] = []
  for (let one = standingsFrom[person]!; one < standingsFrom[person + 1]!; one++)
    if (begins[one]! < next && ends[one]! > first && one !== earlier[person] && one !== later[person])
      found.push(one)
  return found
}
