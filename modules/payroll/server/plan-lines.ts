import { createHash } from 'node:crypto'
import { dayOf, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import {
  awaitedBy,
  benefitOf,
  dueIn,
  replayPersonMonths,
  sourceOf,
  streamPersonMonths,
  type Component,
  type Due,
  type PersonMonthRow,
} from '#modules/entitlement'
import type { Client } from 'pg'
import { readDecided, type Decided } from '../db/decided.ts'
import type { LineKind } from '../contract.ts'
import { settle } from '../domain/arrears.ts'
import type { Awaiting } from '../domain/changes.ts'
import type { Line, Overpayment } from '../domain/line.ts'
import type { Frame } from './frame.ts'
import type { PacedJob, Schedule } from './pace.ts'
import { forWholeCountry } from './whole-country.ts'

/** What drawing up the lines leaves behind beside them. */
export type Findings = {
  readonly inputs: ReturnType<typeof createHash>
  readonly ruleSets: Set<string>
  readonly overpaid: Overpayment[]
  /** In which unit of any run each person lives at the end of the month, to say who moved where. */
  readonly homes: Map<string, number>
  /** Who meets the conditions again under an award that has lapsed, and what a new decision would give. */
  readonly awaiting: Awaiting[]
  readonly changed: ReadonlySet<string>
  /** The earlier months of changed people this run looked at again, and no other run; a finding there is its to withdraw. */
  readonly settled: Set<string>
}

export const noFindings = ({ changed }: Pick<Frame, 'changed'>): Findings => ({
  inputs: createHash('sha256'),
  ruleSets: new Set(),
  overpaid: [],
  homes: new Map(),
  awaiting: [],
  changed: new Set(changed),
  settled: new Set(),
})

/**
 * Draws up every line of a run: what the month gives, then for earlier months what the law or the facts, as known now,
 * give beyond what was decided. Batch after batch, in the order of people’s ids, so that the same knowledge gives the
 * same lines and the same fingerprint.
 */
export async function* planLines(
  job: PacedJob,
  source: Client,
  frame: Frame,
  findings: Findings,
  schedule: Schedule,
): AsyncGenerator<Line[]> {
  findings.inputs.update(
    JSON.stringify([frame.month, frame.knownOn, [...new Set(frame.units.values())].toSorted(byNumber)]),
  )
  yield* planMonth(job, source, frame, findings)
  const { revised, opening } = frame
  const sinceOpening = new Set([...frame.changed, ...frame.changedSinceOpening])
  for (const month of schedule.streamed) {
    const isOfLaw = revised.includes(month)
    // Before the opening, what was known then of people who changed can only be replayed.
    const isSettledHere = (personId: string) =>
      month < opening.month
        ? isOfLaw && !sinceOpening.has(personId)
        : isOfLaw || findings.changed.has(personId)
    yield* planMonthAgain(job, source, frame, findings, { month, isSettledHere })
  }
  yield* planByReplay(job, source, frame, findings, { people: frame.changed, months: schedule.replayed })
  yield* planByReplay(job, source, frame, findings, {
    people: frame.changedSinceOpening,
    months: schedule.revisedBefore,
  })
}

async function* planMonth(job: PacedJob, source: Client, frame: Frame, findings: Findings) {
  const { month, knownOn } = frame
  // Whoever moved after another unit had drawn up its list is on that one already.
  const taken = await readDecided(source, frame, [month])
  for await (const batch of streamPersonMonths(source, { month, knownOn })) {
    const lines: Line[] = []
    let read = ''
    for (const row of batch) {
      if (row.awards.length > 0) findings.homes.set(row.personId, row.areaId)
      const areaId = frame.units.get(row.areaId)
      if (areaId === undefined) continue
      read += sourceOf(row)
      if (row.lapsed) findings.awaiting.push(...awaitingIn(row, areaId))
      const elsewhere = taken.size === 0 ? undefined : taken.get(keyOf(row))
      for (const due of dueIn(row))
        if (!elsewhere?.has(due.component)) lines.push(lineOf(row, due, due.amount, 'regular', areaId))
    }
    findings.inputs.update(read)
    yield lines
    await job.advance(batch.length, 'lines')
  }
}

function awaitingIn(row: PersonMonthRow, areaId: number): Awaiting[] {
  return awaitedBy(row).map(({ component, amount }) => ({
    personId: row.personId,
    areaId,
    component,
    amount,
    since: row.lapsed!.get(benefitOf[component])!, // Awaited because it has lapsed.
  }))
}

type Again = { readonly month: Month; readonly isSettledHere: (personId: string) => boolean }

/** A month that was paid already is looked at again in one pass, for everybody the law was changed for or facts of whom were. */
async function* planMonthAgain(
  job: PacedJob,
  source: Client,
  frame: Frame,
  findings: Findings,
  { month, isSettledHere }: Again,
) {
  const decided = await readDecided(source, frame, [month])
  const unseen = new Set(Array.from(decided.keys(), personOf).filter(isSettledHere))
  const isBeforeOpening = month < frame.opening.month
  for await (const batch of streamPersonMonths(source, { month, knownOn: frame.knownOn })) {
    const lines: Line[] = []
    for (const row of batch) {
      if (!isSettledHere(row.personId)) continue
      unseen.delete(row.personId)
      const areaId = frame.units.get(findings.homes.get(row.personId) ?? row.areaId)
      if (areaId === undefined) continue
      const then = isBeforeOpening ? dueIn({ ...row, knownOn: dayOf(frame.opening.knownAt) }) : []
      lines.push(...settleRow(findings, row, areaId, sumOf(decided, row, then)))
    }
    yield lines
    await job.advance(batch.length, 'arrears')
  }
  // Who has no award any more is not in the stream; what they were paid is.
  for (const ids of inBatches([...unseen].toSorted())) {
    const rows = await replay(job, ids, [month], frame.knownAt)
    yield settleRows(frame, findings, rows, (row) => sumOf(decided, row, []))
  }
}

const peopleAtOnce = 1000

function inBatches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / peopleAtOnce) }, (_, index) =>
    ids.slice(index * peopleAtOnce, (index + 1) * peopleAtOnce),
  )
}

type Replayed = { readonly people: readonly string[]; readonly months: readonly Month[] }

/** What was learnt late about a person may change any month since the looking-back began. */
async function* planByReplay(
  job: PacedJob,
  source: Client,
  frame: Frame,
  findings: Findings,
  { people, months }: Replayed,
) {
  if (months.length === 0) return
  const before = months.filter((month) => month < frame.opening.month)
  for (const ids of inBatches(people.toSorted())) {
    const rows = await replay(job, ids, months, frame.knownAt)
    const atOpening = before.length > 0 ? await replay(job, ids, before, frame.opening.knownAt) : []
    const given = new Map(atOpening.map((row) => [keyOf(row), dueIn(row)]))
    const decided = await readDecided(source, frame, months, ids)
    yield settleRows(frame, findings, rows, (row) => sumOf(decided, row, given.get(keyOf(row)) ?? []))
    await job.advance(ids.length, 'arrears')
  }
}

function replay(job: PacedJob, ids: readonly string[], months: readonly Month[], knownAt: Frame['knownAt']) {
  return job.request((ctx) => forWholeCountry(ctx, (ctx) => replayPersonMonths(ctx, ids, months, knownAt)))
}

function settleRows(
  frame: Frame,
  findings: Findings,
  rows: readonly PersonMonthRow[],
  decidedFor: (row: PersonMonthRow) => ReadonlyMap<Component, Dong>,
): Line[] {
  const lastHome = new Map(rows.map(({ personId, areaId }) => [personId, areaId]))
  return rows.flatMap((row) => {
    const home = findings.homes.get(row.personId) ?? lastHome.get(row.personId)!
    const areaId = frame.units.get(home)
    return areaId === undefined ? [] : settleRow(findings, row, areaId, decidedFor(row))
  })
}

function settleRow(
  findings: Findings,
  row: PersonMonthRow,
  areaId: number,
  decided: ReadonlyMap<Component, Dong>,
): Line[] {
  if (findings.changed.has(row.personId)) findings.settled.add(keyOf(row))
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

function remember({ inputs }: Findings, row: PersonMonthRow) {
  inputs.update(sourceOf(row))
}

const keyOf = ({ personId, month }: { personId: string; month: Month }) => `${personId} ${month}`
const personOf = (key: string) => key.slice(0, key.indexOf(' '))
const byNumber = (one: number, two: number) => one - two
