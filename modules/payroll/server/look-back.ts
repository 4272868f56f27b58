import { dayOf, type Month } from '#kernel/civil-date'
import {
  components,
  dueAt,
  idBytes,
  prepareMonth,
  sourceWriter,
  streamPeople,
  type Due,
  type MonthOfPeople,
  type MonthRunner,
  type People,
} from '#modules/entitlement'
import type { Dong } from '#kernel/dong'
import { readDecided, type DecidedReader } from '../db/decided.ts'
import { textOfId } from '../db/line-writer.ts'
import { settle } from '../domain/arrears.ts'
import { inBatches } from './in-batches.ts'
import { settleUnseen } from './look-back-by-replay.ts'
import { lineBy, type Drawing } from './drawing.ts'

/**
 * Looks at months again that were paid already: for everybody, where the law was changed for them; for whoever changed,
 * where facts were. Each person is read once, with all that was awarded, believed and decided over these months, and what
 * every month gives by today’s knowledge is held against what all lists gave for it.
 */
export async function* lookBack(drawing: Drawing): AsyncGenerator<void> {
  const { frame, findings, schedule } = drawing
  const { revised, opening } = frame
  const sinceOpening = new Set([...frame.changed, ...frame.changedSinceOpening])
  yield* lookAt(drawing, {
    months: schedule.streamed,
    isSettledHere: (month) => {
      const isOfLaw = revised.includes(month)
      // Before the opening, what was known then of people who changed can only be replayed.
      return month < opening.month
        ? (personId) => isOfLaw && !sinceOpening.has(personId)
        : (personId) => isOfLaw || findings.changed.has(personId)
    },
  })
  for (const personIds of inBatches(frame.changed, peopleAtOnce))
    yield* lookAt(drawing, { months: schedule.person, personIds, isSettledHere: () => () => true })
}

const peopleAtOnce = 5000

type Again = {
  readonly months: readonly Month[]
  readonly personIds?: readonly string[]
  readonly isSettledHere: (month: Month) => (personId: string) => boolean
}

async function* lookAt(drawing: Drawing, { months, personIds, isSettledHere }: Again): AsyncGenerator<void> {
  const [first] = months
  if (first === undefined) return
  const { job, source, decided: client, frame, territories } = drawing
  const now = prepareMonth(frame.month, frame.knownOn, territories)!
  const looked = months.flatMap((month, index) => {
    const runner = prepareMonth(month, frame.knownOn, territories)
    const isBeforeOpening = month < frame.opening.month
    return runner
      ? [
          {
            month,
            index,
            runner,
            atOpening: isBeforeOpening
              ? prepareMonth(month, dayOf(frame.opening.knownAt), territories)
              : undefined,
            isSettled: isSettledHere(month),
            settlement: settlementOf(drawing, runner),
          },
        ]
      : []
  })
  const withdrawable = await readFindings(drawing, months)
  const decided = readDecided(client, { ...frame, months, personIds })
  for await (const people of streamPeople(source, {
    from: first,
    through: frame.month,
    territories,
    personIds,
  })) {
    const sums = await decided.upTo(people)
    const homes = homesOf(people, now.run(people))
    for (const { month, index, runner, atOpening, isSettled, settlement } of looked) {
      const given = runner.run(people)
      if (atOpening) addGiven(atOpening.run(people), sums, decided, index)
      const expected = amountsOf(given, people.length)
      const isKnown = withdrawable.get(month)
      for (let person = 0; person < people.length; person++) {
        const isDifferent = differs(expected, sums, person, decided.placeOf(person, index, 0))
        if (!isDifferent && !isKnown) continue
        const areaId = frame.units.get(homes[person]!)
        if (areaId === undefined) continue
        const personId = textOfId(people.ids, person * idBytes)
        if (!isSettled(personId)) continue
        if (isKnown?.has(personId) && drawing.findings.changed.has(personId))
          drawing.findings.settled.add(`${personId} ${month}`)
        if (isDifferent)
          settlement({
            people,
            given,
            expected,
            sums,
            person,
            personId,
            areaId,
            place: decided.placeOf(person, index, 0),
          })
      }
    }
    yield
    await job.advance(people.length, 'arrears')
  }
  // Who has no award any more is not among the people; what they were paid is.
  await decided.finish()
  for (const ids of inBatches([...decided.unseen.keys()], 1000)) {
    await settleUnseen(drawing, ids, months, decided.unseen, isSettledHere)
    yield
  }
}

/** Where each person is paid: at home at the end of the month of the run, or where they were last awarded or lived. */
function homesOf({ length, awards, awardsFrom, standings, standingsFrom }: People, now: MonthOfPeople) {
  const homes = new Int32Array(length)
  for (let person = 0; person < length; person++) {
    const last = standingsFrom[person + 1]! - 1
    const lived =
      last >= standingsFrom[person]! ? standings.areaId[last]! : awards.areaId[awardsFrom[person + 1]! - 1]!
    homes[person] = now.awarded[person] === 0 ? lived : now.areaId[person]!
  }
  return homes
}

/** What was given before the opening, by the law as it was known then, is as good as decided. */
function addGiven({ dues }: MonthOfPeople, sums: Int32Array, { placeOf }: DecidedReader, month: number) {
  for (let due = 0; due < dues.count; due++)
    sums[placeOf(dues.person[due]!, month, dues.component[due]!)]! += dues.amount[due]!
}

let room = new Int32Array(0)

/** The amounts due by person and component. */
function amountsOf({ dues }: MonthOfPeople, people: number): Int32Array {
  const places = people * components.length
  if (room.length < places) room = new Int32Array(places)
  room.fill(0, 0, places)
  for (let due = 0; due < dues.count; due++)
    room[dues.person[due]! * components.length + dues.component[due]!] = dues.amount[due]!
  return room
}

function differs(expected: Int32Array, sums: Int32Array, person: number, place: number): boolean {
  for (let component = 0; component < components.length; component++)
    if (expected[person * components.length + component] !== sums[place + component]) return true
  return false
}

type Difference = {
  readonly people: People
  readonly given: MonthOfPeople
  readonly expected: Int32Array
  readonly sums: Int32Array
  readonly person: number
  readonly personId: string
  readonly areaId: number
  /** Where the sums of the person and month begin. */
  readonly place: number
}

/** Settles one person’s month: what is missing becomes a line, what is too much a finding. */
function settlementOf(drawing: Drawing, runner: MonthRunner) {
  const { findings } = drawing
  const write = lineBy(drawing, runner, 'arrears')
  const sourceOf = sourceWriter()
  return ({ people, given, sums, person, personId, areaId, place }: Difference) => {
    const mine: { readonly due: Due; readonly index: number }[] = []
    for (
      let index = firstDue(given, person);
      given.dues.person[index] === person && index < given.dues.count;
      index++
    )
      mine.push({ due: dueAt(runner, given.dues, index), index })
    const decided = new Map(
      components.flatMap((component, index) => {
        const sum = sums[place + index]!
        return sum === 0 ? [] : [[component, sum as Dong] as const] // Read from sums of đồng.
      }),
    )
    const { arrears, overpaid } = settle(
      mine.map(({ due }) => due),
      decided,
    )
    findings.inputs.update(runner.month)
    findings.inputs.update(sourceOf(people, given, () => true, [person, person + 1]))
    findings.inputs.update(JSON.stringify([...decided]))
    for (const { component, amount, isDue } of overpaid) {
      const cause = isDue ? 'lower_amount' : given.later[person]! < 0 ? 'died' : 'not_entitled'
      findings.overpaid.push({ personId, component, benefitMonth: runner.month, amount, cause, areaId })
    }
    for (const { due, amount } of arrears)
      write(mine.find((one) => one.due === due)!.index, people, given, areaId, amount)
  }
}

/** Dues stand in the order of people. */
function firstDue({ dues }: MonthOfPeople, person: number): number {
  let [low, high] = [0, dues.count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (dues.person[middle]! < person) low = middle + 1
    else high = middle
  }
  return low
}

/** By month, who was found overpaid before: only there is a finding to withdraw. */
async function readFindings({ decided, frame }: Drawing, months: readonly Month[]) {
  if (frame.changed.length === 0) return new Map<Month, Set<string>>()
  const { rows } = await decided.query<{ person_id: string; benefit_month: Month }>(
    `select distinct person_id, benefit_month from payroll.overpaid
     where benefit_month = any($1::text[])`,
    [months],
  )
  const byMonth = Map.groupBy(rows, (row) => row.benefit_month)
  return new Map([...byMonth].map(([month, found]) => [month, new Set(found.map((row) => row.person_id))]))
}
