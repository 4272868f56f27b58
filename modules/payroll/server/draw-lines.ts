import {
  awaitedBy,
  benefitOf,
  idBytes,
  personMonthAt,
  prepareMonth,
  sourceWriter,
  streamPeople,
  type MonthOfPeople,
  type People,
} from '#modules/entitlement'
import { readDecided } from '../db/decided.ts'
import { textOfId } from '../db/line-writer.ts'
import type { Awaiting } from '../domain/changes.ts'
import { lineBy, type Drawing } from './drawing.ts'
import { lookBack } from './look-back.ts'
import { lookBackByReplay } from './look-back-by-replay.ts'

/**
 * Draws up every line of a run: what the month gives, then for earlier months what the law or the facts, as known now,
 * give beyond what was decided. Batch after batch, in the order of people’s ids, so that the same knowledge gives the
 * same lines and the same fingerprint.
 */
export async function* drawLines(drawing: Drawing): AsyncGenerator<Buffer> {
  const { frame, findings, writer } = drawing
  findings.inputs.update(
    JSON.stringify([frame.month, frame.knownOn, [...new Set(frame.units.values())].toSorted(byNumber)]),
  )
  for (const steps of [drawMonth, lookBack, lookBackByReplay])
    for await (const _ of steps(drawing)) yield* writer.take()
  yield* writer.finish()
}

/** What the month itself gives everybody with an award. */
async function* drawMonth(drawing: Drawing): AsyncGenerator<void> {
  const { job, source, decided, frame, findings, territories } = drawing
  const { month, knownOn, units } = frame
  const runner = prepareMonth(month, knownOn, territories)
  if (!runner) throw new RangeError(`No law is known for ${month}`)
  // Whoever moved after another unit had drawn up its list is on that one already.
  const taken = readDecided(decided, { ...frame, months: [month] })
  const sourceOf = sourceWriter()
  const write = lineBy(drawing, runner, 'regular')
  for await (const people of streamPeople(source, { from: month, through: month, territories })) {
    const given = runner.run(people)
    const elsewhere = await taken.upTo(people)
    findings.inputs.update(sourceOf(people, given, (person) => units.has(given.areaId[person]!)))
    const { dues } = given
    for (let due = 0; due < dues.count; due++) {
      const person = dues.person[due]!
      const areaId = units.get(given.areaId[person]!)
      if (areaId === undefined) continue
      if (elsewhere[taken.placeOf(person, 0, dues.component[due]!)]! > 0) continue
      write(due, people, given, areaId, dues.amount[due]!)
    }
    findings.awaiting.push(...awaitingIn(drawing, people, given))
    yield
    await job.advance(people.length, 'lines')
  }
  await taken.finish()
}

/** The few who would need a new decision. */
function awaitingIn({ frame, territories }: Drawing, people: People, given: MonthOfPeople): Awaiting[] {
  const awaiting: Awaiting[] = []
  for (let person = 0; person < people.length; person++) {
    if (given.lapsed[person] === 0) continue
    const areaId = frame.units.get(given.areaId[person]!)
    if (areaId === undefined) continue
    const row = personMonthAt(people, given, person, { ...frame, territories })
    for (const { component, amount } of awaitedBy(row))
      awaiting.push({
        personId: textOfId(people.ids, person * idBytes),
        areaId,
        component,
        amount,
        since: row.lapsed!.get(benefitOf[component])!, // Awaited because it has lapsed.
      })
  }
  return awaiting
}

const byNumber = (one: number, two: number) => one - two
