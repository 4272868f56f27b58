import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import { Problem } from '#kernel/problem'
import type { Ctx } from '#platform/server/context'
import { insertEntries, lockSync, moveOn, type Entry } from '../db/sync.ts'
import { Change, numbersIn } from '../domain/change.ts'
import type { Outcome, Reason } from '../domain/outcome.ts'
import { planChange, type Plan } from '../domain/plan.ts'
import type { Page } from './adapters/adapter.ts'
import { ask } from './ask.ts'
import { subjectsOf } from './known.ts'
import { record, type Recording } from './record.ts'

/**
 * Takes a page of changes in: what is sure is recorded, what somebody has to decide becomes a change request, and the log
 * says what became of each. The number it was read up to moves in the same transaction, so that a page that was cut off
 * anywhere is taken in again from its beginning, and one that was not is never taken in twice.
 */
export async function takePage(ctx: Ctx, page: Page): Promise<{ taken: number }> {
  const { lastNumber } = await lockSync(ctx)
  const fresh = new Map<number, unknown>()
  for (const { number, given } of page.changes)
    if (number > lastNumber && !fresh.has(number)) fresh.set(number, given)
  const numbers = [...fresh.keys()].toSorted((one, other) => one - other)
  const changes: Change[] = []
  const refused: Entry[] = []
  for (const number of numbers) {
    const read = Change.safeParse(fresh.get(number))
    if (read.success) changes.push(read.data)
    else refused.push(refusedAsItCame(number, fresh.get(number)))
  }
  await insertEntries(ctx, refused)
  for (let waiting = changes; waiting.length > 0;) {
    const [wave, later] = firstOfEach(waiting)
    await takeWave(ctx, wave)
    waiting = later
  }
  await moveOn(ctx, {
    lastNumber: numbers.at(-1) ?? lastNumber,
    newestNumber: Math.max(page.last, numbers.at(-1) ?? lastNumber),
  })
  return { taken: numbers.length }
}

function refusedAsItCame(number: number, given: unknown): Entry {
  const about = { kind: null, happenedOn: null, toldAt: null, personId: null, requestId: null }
  return { number, ...about, outcome: 'refused', reason: 'not_understood', given }
}

/** The first change of everybody, in order, and the rest: what one change does, the next about the same person has to see. */
function firstOfEach(changes: readonly Change[]): [Change[], Change[]] {
  const seen = new Set<string>()
  const [wave, later]: [Change[], Change[]] = [[], []]
  for (const change of changes) {
    const numbers = numbersIn(change)
    const isFirst = !numbers.some((number) => seen.has(number))
    ;(isFirst ? wave : later).push(change)
    for (const number of numbers) seen.add(number)
  }
  return [wave, later]
}

type Planned = Recording & { readonly plan: Plan }

/** Takes one change of everybody in, and logs it at once: what was told is asked of the log by whatever comes after it. */
async function takeWave(ctx: Ctx, wave: readonly Change[]): Promise<void> {
  const subjects = await subjectsOf(ctx, wave)
  const claimed = new Set<string>()
  const planned: Planned[] = []
  const deferred: Planned[] = []
  for (const [index, change] of wave.entries()) {
    const subject = subjects[index]!
    const one = { change, subject, plan: planChange(change, subject) }
    // Two numbers may be one person’s: the old and the new one.
    const ids = [subject.person, subject.other, subject.secondParent].flatMap((known) =>
      known ? [known.personId] : [],
    )
    ;(ids.some((id) => claimed.has(id)) ? deferred : planned).push(one)
    for (const id of ids) claimed.add(id)
  }
  const recordings = planned.filter(({ plan }) => plan.does === 'record')
  const failed = await recordOrFind(ctx, recordings)
  const asked = await askAll(ctx, planned)
  await insertEntries(
    ctx,
    planned.map((one) => settle(one, { failed, asked })),
  )
  for (const { change } of deferred) await takeWave(ctx, [change])
}

/** Records all at once; where the register refuses something, halves of them, until each it refuses stands alone. */
async function recordOrFind(
  ctx: Ctx,
  recordings: readonly Recording[],
): Promise<ReadonlyMap<number, string>> {
  if (recordings.length === 0) return new Map()
  const refusal = await inSavepoint(ctx, (ctx) => record(ctx, recordings))
  if (refusal === undefined) return new Map()
  if (recordings.length === 1) return new Map([[recordings[0]!.change.number, refusal]])
  const half = Math.ceil(recordings.length / 2)
  const first = await recordOrFind(ctx, recordings.slice(0, half))
  return new Map([...first, ...(await recordOrFind(ctx, recordings.slice(half)))])
}

/** What the register or the database refuses is taken back, events and all, and said by its code. */
async function inSavepoint(ctx: Ctx, work: (ctx: Ctx) => Promise<void>): Promise<string | undefined> {
  const events: Parameters<Ctx['emit']>[0][] = []
  await sql`savepoint one_wave`.execute(ctx.db())
  try {
    await work({ ...ctx, emit: (event) => void events.push(event) })
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    await sql`rollback to savepoint one_wave`.execute(ctx.db())
    return refusal
  }
  await sql`release savepoint one_wave`.execute(ctx.db())
  for (const event of events) ctx.emit(event)
  return undefined
}

/** A refusal of the register, or of a constraint (class 23 of SQLSTATE); anything else is a bug. */
function refusalIn(error: unknown): string | undefined {
  if (error instanceof Problem) return error.code
  if (error instanceof DatabaseError && error.code?.startsWith('23')) return error.constraint ?? error.code
  return undefined
}

/** The request that was opened for each change somebody has to decide; undefined where the same is open already. */
async function askAll(
  ctx: Ctx,
  planned: readonly Planned[],
): Promise<ReadonlyMap<number, string | undefined>> {
  const askings = planned.flatMap(({ change, subject, plan }) =>
    plan.does === 'ask' ? [{ change, subject, because: plan.because }] : [],
  )
  const ids = await ask(ctx, askings)
  return new Map(askings.map(({ change }, index) => [change.number, ids[index]]))
}

type Came = {
  readonly failed: ReadonlyMap<number, string>
  readonly asked: ReadonlyMap<number, string | undefined>
}

function settle({ change, subject, plan }: Planned, { failed, asked }: Came): Entry {
  const failure = failed.get(change.number)
  const entry = (outcome: Outcome, reason: Reason | null = null, requestId: string | null = null): Entry => ({
    number: change.number,
    kind: change.kind,
    happenedOn: change.on,
    toldAt: change.recordedAt,
    outcome,
    reason,
    personId: subject.person?.personId ?? null,
    requestId,
    given: outcome === 'refused' ? { change, failure } : null,
  })
  if (failure !== undefined) return entry('refused', 'refused_by_register')
  switch (plan.does) {
    case 'record':
      return entry('recorded')
    case 'nothing':
      return entry(plan.because)
    case 'refuse':
      return entry('refused', plan.because)
    case 'ask': {
      const requestId = asked.get(change.number)
      return entry(requestId === undefined ? 'asked_before' : 'asked', plan.because, requestId ?? null)
    }
  }
}
