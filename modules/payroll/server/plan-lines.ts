import { createHash } from 'node:crypto'
import { dayOf, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import {
  benefitOf,
  dueIn,
  replayPersonMonths,
  streamPersonMonths,
  type Component,
  type Due,
  type PersonMonthRow,
} from '#modules/entitlement'
import type { Client } from 'pg'
import type { Job } from '#platform/server/jobs'
import { readDecided, type Decided } from '../db/decided.ts'
import type { LineKind } from '../contract.ts'
import { settle } from '../domain/arrears.ts'
import type { Line, Overpayment } from '../domain/line.ts'
import type { Frame } from './frame.ts'
import { forWholeCountry } from './whole-country.ts'

/** What drawing up the lines leaves behind beside them. */
export type Findings = {
  readonly inputs: ReturnType<typeof createHash>
  readonly ruleSets: Set<string>
  readonly overpaid: Overpayment[]
  /** In which unit of any run each person lives at the end of the month, to say who moved where. */
  readonly homes: Map<string, number>
}

export const noFindings = (): Findings => ({
  inputs: createHash('sha256'),
  ruleSets: new Set(),
  overpaid: [],
  homes: new Map(),
})

/**
 * Draws up every line of a run: what the month gives, then for earlier months what the law or the facts, as known now,
 * give beyond what was decided. Batch after batch, in the order of people’s ids, so that the same knowledge gives the
 * same lines and the same fingerprint.
 */
export async function* planLines(
  job: Job,
  source: Client,
  frame: Frame,
  findings: Findings,
): AsyncGenerator<Line[]> {
  findings.inputs.update(
    JSON.stringify([frame.month, frame.knownOn, [...new Set(frame.units.values())].toSorted(byNumber)]),
  )
  yield* planMonth(job, source, frame, findings)
  for (const [index, month] of frame.revised.entries()) {
    await job.progress(index, frame.revised.length, 'revised_law')
    yield* planRevisedMonth(source, frame, findings, month)
  }
  yield* planChangedPeople(job, source, frame, findings)
}

async function* planMonth(job: Job, source: Client, frame: Frame, findings: Findings) {
  const { month, knownOn } = frame
  // Whoever moved after another unit had drawn up its list is on that one already.
  const taken = await readDecided(source, frame, [month])
  let done = 0
  for await (const batch of streamPersonMonths(source, { month, knownOn })) {
    const lines: Line[] = []
    for (const row of batch) {
      if (row.awards.length > 0) findings.homes.set(row.personId, row.areaId)
      const areaId = frame.units.get(row.areaId)
      if (areaId === undefined) continue
      remember(findings, row)
      const elsewhere = taken.get(keyOf(row))
      for (const due of dueIn(row))
        if (!elsewhere?.has(due.component)) lines.push(lineOf(row, due, due.amount, 'regular', areaId))
    }
    done += batch.length
    yield lines
    await job.progress(done, null, 'lines')
  }
}

/** The law itself was changed for a month already paid: everybody’s month is looked at again, in one pass. */
async function* planRevisedMonth(source: Client, frame: Frame, findings: Findings, month: Month) {
  const decided = await readDecided(source, frame, [month])
  const changed = new Set(frame.changed)
  const isBeforeOpening = month < frame.opening.month
  for await (const batch of streamPersonMonths(source, { month, knownOn: frame.knownOn })) {
    const lines: Line[] = []
    for (const row of batch) {
      // Whose facts changed is settled by replay, which also knows who has no award any more.
      if (changed.has(row.personId)) continue
      const areaId = frame.units.get(findings.homes.get(row.personId) ?? row.areaId)
      if (areaId === undefined) continue
      const then = isBeforeOpening ? dueIn({ ...row, knownOn: dayOf(frame.opening.knownAt) }) : []
      lines.push(...settleRow(findings, row, areaId, sumOf(decided, row, then)))
    }
    yield lines
  }
}

const peopleAtOnce = 1000

/** What was learnt late about a person may change any month since the looking-back began. */
async function* planChangedPeople(job: Job, source: Client, frame: Frame, findings: Findings) {
  const months = [...frame.unrevised, ...frame.revised].toSorted()
  if (months.length === 0) return
  const before = months.filter((month) => month < frame.opening.month)
  const people = frame.changed.toSorted()
  for (let start = 0; start < people.length; start += peopleAtOnce) {
    const ids = people.slice(start, start + peopleAtOnce)
    const { rows, atOpening } = await job.request((ctx) =>
      forWholeCountry(ctx, async (ctx) => ({
        rows: await replayPersonMonths(ctx, ids, months, frame.knownAt),
        atOpening: before.length > 0 ? await replayPersonMonths(ctx, ids, before, frame.opening.knownAt) : [],
      })),
    )
    const decided = await readDecided(source, frame, months, ids)
    const given = new Map(atOpening.map((row) => [keyOf(row), dueIn(row)]))
    const lines: Line[] = []
    for (const row of rows) {
      const home = findings.homes.get(row.personId) ?? rows.findLast(isOf(row.personId))!.areaId
      const areaId = frame.units.get(home)
      if (areaId === undefined) continue
      lines.push(...settleRow(findings, row, areaId, sumOf(decided, row, given.get(keyOf(row)) ?? [])))
    }
    yield lines
    await job.progress(start + ids.length, people.length, 'arrears')
  }
}

function settleRow(
  findings: Findings,
  row: PersonMonthRow,
  areaId: number,
  decided: ReadonlyMap<Component, Dong>,
): Line[] {
  const { arrears, overpaid } = settle(dueIn(row), decided)
  if (arrears.length === 0 && overpaid.length === 0) return []
  remember(findings, row)
  findings.inputs.update(JSON.stringify([...decided]))
  for (const { component, amount, isDue } of overpaid) {
    const cause = isDue ? 'lower_amount' : row.later === undefined ? 'died' : 'not_entitled'
    findings.overpaid.push({
      personId: row.personId,
      component,
      benefitMonth: row.month,
      amount,
      cause,
      areaId,
    })
  }
  return arrears.map(({ due, amount }) => lineOf(row, due, amount, 'arrears', areaId))
}

function lineOf(row: PersonMonthRow, due: Due, amount: Dong, kind: LineKind, areaId: number): Line {
  const award = row.awards.find(({ benefit }) => benefit === benefitOf[due.component])
  if (!award) throw new Error(`${due.component} is due without an award of ${benefitOf[due.component]}`)
  const { personId, month: benefitMonth } = row
  const { id: awardId, payeeId } = award
  return { personId, component: due.component, benefitMonth, kind, amount, due, awardId, payeeId, areaId }
}

function sumOf(decided: Decided, row: PersonMonthRow, then: readonly Due[]): Map<Component, Dong> {
  const sums = new Map(decided.get(keyOf(row)))
  for (const { component, amount } of then) sums.set(component, ((sums.get(component) ?? 0) + amount) as Dong) // Whole plus whole is whole.
  return sums
}

function remember({ inputs }: Findings, { personId, areaId, month, awards, earlier, later }: PersonMonthRow) {
  inputs.update(JSON.stringify([personId, areaId, month, awards, earlier, later]))
}

const keyOf = ({ personId, month }: { personId: string; month: Month }) => `${personId} ${month}`
const isOf = (personId: string) => (row: PersonMonthRow) => row.personId === personId
const byNumber = (one: number, two: number) => one - two
