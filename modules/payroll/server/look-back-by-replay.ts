import type { Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import {
  benefitOf,
  dueIn,
  replayPersonMonths,
  type Component,
  type PersonMonthRow,
} from '#modules/entitlement'
import { readDecided, type Decided } from '../db/decided.ts'
import { idOf } from '../db/line-writer.ts'
import { settle } from '../domain/arrears.ts'
import { homesAtEnd } from './homes.ts'
import { inBatches } from './in-batches.ts'
import type { Drawing } from './drawing.ts'
import { forWholeCountry } from '#platform/server/whole-country'

type Replayed = { readonly people: readonly string[]; readonly months: readonly Month[] }

/** What was learnt late about a person may change months before the opening too, beside what was known then. */
export async function* lookBackByReplay(drawing: Drawing): AsyncGenerator<void> {
  const { frame, schedule } = drawing
  yield* replayFor(drawing, { people: frame.changed, months: schedule.replayed })
  yield* replayFor(drawing, { people: frame.changedSinceOpening, months: schedule.revisedBefore })
}

/** A history is large. */
const peopleAtOnce = 1000

async function* replayFor(drawing: Drawing, { people, months }: Replayed): AsyncGenerator<void> {
  if (months.length === 0) return
  const { job, frame } = drawing
  for (const ids of inBatches(people, peopleAtOnce)) {
    const rows = await replay(drawing, ids, months, frame.knownAt)
    const atOpening = await replay(drawing, ids, months, frame.opening.knownAt)
    const given = new Map(atOpening.map((row) => [keyOf(row), row]))
    const decided = readDecided(drawing.decided, { ...frame, months, personIds: ids })
    await decided.finish()
    await settleRows(drawing, rows, (row) => {
      const sums = new Map(decided.unseen.get(row.personId)?.get(row.month))
      const then = given.get(keyOf(row))
      for (const { component, amount } of then ? dueIn(then) : [])
        sums.set(component, ((sums.get(component) ?? 0) + amount) as Dong) // Whole plus whole is whole.
      return sums
    })
    yield
    await job.advance(ids.length, 'arrears')
  }
}

/** Whoever was paid for a month and is in no stream, because the award has gone, is looked at from everything recorded. */
export async function settleUnseen(
  drawing: Drawing,
  ids: readonly string[],
  months: readonly Month[],
  unseen: ReadonlyMap<string, ReadonlyMap<Month, Decided>>,
  isSettledHere: (month: Month) => (personId: string) => boolean,
) {
  const rows = await replay(drawing, ids, months, drawing.frame.knownAt)
  await settleRows(
    drawing,
    rows.filter(({ personId, month }) => isSettledHere(month)(personId)),
    ({ personId, month }) => unseen.get(personId)?.get(month) ?? new Map(),
  )
}

function replay(
  { job }: Drawing,
  ids: readonly string[],
  months: readonly Month[],
  knownAt: Drawing['frame']['knownAt'],
) {
  return job.request((ctx) => forWholeCountry(ctx, (ctx) => replayPersonMonths(ctx, ids, months, knownAt)))
}

async function settleRows(
  drawing: Drawing,
  rows: readonly PersonMonthRow[],
  decidedFor: (row: PersonMonthRow) => ReadonlyMap<Component, Dong>,
) {
  const lastHome = new Map(rows.map(({ personId, areaId }) => [personId, areaId]))
  const homes = await homesAtEnd(drawing.source, drawing.frame, [...lastHome.keys()])
  for (const row of rows) {
    const { personId } = row
    const areaId = drawing.frame.units.get(homes.get(personId) ?? lastHome.get(personId)!)
    if (areaId !== undefined) settleRow(drawing, row, areaId, decidedFor(row))
  }
}

function settleRow(
  { findings, writer }: Drawing,
  row: PersonMonthRow,
  areaId: number,
  decided: ReadonlyMap<Component, Dong>,
) {
  const { personId, month: benefitMonth } = row
  if (findings.changed.has(personId)) findings.settled.add(keyOf(row))
  const { arrears, overpaid } = settle(dueIn(row), decided)
  if (arrears.length === 0 && overpaid.length === 0) return
  findings.inputs.update(
    JSON.stringify([personId, row.areaId, benefitMonth, row.awards, row.earlier, row.later, [...decided]]),
  )
  for (const { component, amount, isDue } of overpaid) {
    const cause = isDue ? 'lower_amount' : row.later === undefined ? 'died' : 'not_entitled'
    findings.overpaid.push({ personId, component, benefitMonth, amount, cause, areaId })
  }
  for (const { due, amount } of arrears) {
    const award = row.awards.find(({ benefit }) => benefit === benefitOf[due.component])
    if (!award) throw new Error(`${due.component} is due without an award of ${benefitOf[due.component]}`)
    findings.ruleSets.add(due.ruleSet)
    const { component, rule, ruleSet, coefficient, units, standard } = due
    const template = writer.template({ benefitMonth, component, kind: 'arrears', rule, ruleSet, coefficient })
    writer.write(template, {
      person: idOf(personId),
      personAt: 0,
      award: idOf(award.id),
      payee: idOf(award.payeeId),
      awardAt: 0,
      amount,
      units,
      standard,
      areaId,
    })
  }
}

const keyOf = ({ personId, month }: { personId: string; month: Month }) => `${personId} ${month}`
