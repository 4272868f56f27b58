import type { People } from '../db/people-stream.ts'
import { benefitOf, benefits, components } from '../domain/determination.ts'
import type { DueColumns } from '../domain/evaluators/kernel.ts'
import type { DaysOfMonth } from './days-of-month.ts'
import { growDues, type Dues, type Room } from './dues-rooms.ts'

type Gathered = readonly {
  readonly amount: Int32Array
  readonly rule: Uint8Array | Uint16Array
  readonly units: Uint8Array
}[]

const benefitOfComponent = components.map((component) => benefits.indexOf(benefitOf[component]))

/**
 * Writes down what the columns give each person whose award is open: `still` of who stood alike at both ends of the month, by
 * where they stand among all that was read, `moved` of everybody else.
 */
export function gatherDues(
  { people, room, days }: { people: People; room: Room; days: DaysOfMonth },
  { still, moved }: { still: DueColumns; moved: DueColumns },
  dues: Dues,
) {
  dues.count = 0
  const [stillColumns, movedColumns] = [still, moved].map((from) =>
    components.map((component) => ({
      amount: from.amount[component],
      rule: from.rule[component],
      units: from.units[component],
    })),
  ) as unknown as [Gathered, Gathered] // Two were given.
  const { row: rows, awarded, earlier, later, livedThrough, between } = room
  for (let person = 0; person < people.length; person++) {
    const row = rows[person]!
    if (row < 0) continue
    const isStill = earlier[person] === later[person] && livedThrough[person]! < 0 && between[person] === 0
    const from = isStill ? stillColumns : movedColumns
    const bits = awarded[person]!
    for (let index = 0; index < benefitOfComponent.length; index++) {
      const benefit = benefitOfComponent[index]!
      if (((bits >>> benefit) & 1) === 0) continue
      const column = from[index]!
      const amount = column.amount[row]!
      if (amount === 0) continue
      if (dues.count === dues.person.length) growDues(dues)
      const due = dues.count++
      dues.person[due] = person
      dues.component[due] = index
      dues.rule[due] = column.rule[row]!
      dues.units[due] = column.units[row]!
      dues.amount[due] = amount
      dues.award[due] = openAward(people, person, benefit, days)
    }
  }
}

function openAward({ awards, awardsFrom }: People, person: number, benefit: number, days: DaysOfMonth) {
  for (let award = awardsFrom[person]!; award < awardsFrom[person + 1]!; award++)
    if (
      awards.benefit[award] === benefit &&
      awards.begins[award]! < days.next &&
      awards.ends[award]! > days.first &&
      awards.lapses[award]! > days.first
    )
      return award
  throw new Error(`${benefits[benefit]} is due without an open award`)
}
