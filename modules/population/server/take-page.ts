import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import { Problem } from '#kernel/problem'
import type { Ctx } from '#platform/server/context'
import { insertEntries, lockSync, moveOn, type Entry } from '../db/sync.ts'
import { Change, numbersIn } from '../domain/change.ts'
import type { Outcome, Reason } from '../domain/outcome.ts'
import { planChange, type Plan } from '../domain/plan.ts'
import type { Page } from './adapters/adapter.ts'
import { ask, type Asking } from './ask.ts'
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
    if (number > lastNumber && !fresh.has(number)) fresh.set(number, writable(given))
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

/** No database keeps a NUL or half of a character: of what was told they show as signs that could not be read. */
function writable(given: unknown): unknown {
  const clean = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd')
  if (typeof given === 'string') return clean(given)
  if (Array.isArray(given)) return given.map(writable)
  if (typeof given !== 'object' || given === null) return given
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [clean(name), writable(value)]))
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
  const refused = await onePassOrHalves(ctx, planned.filter(isSure), record)
  const askings = planned.flatMap((one) => askingOf(one, refused.get(one)))
  const asked = new Map<Planned, string | undefined>()
  const unasked = await onePassOrHalves(ctx, askings, async (ctx, some) => {
    const ids = await ask(ctx, some)
    for (const [index, { planned: one }] of some.entries()) asked.set(one, ids[index])
  })
  const failures = new Map([...unasked].map(([{ planned: one }, failure]) => [one, failure]))
  await insertEntries(
    ctx,
    planned.map((one) => settle(one, { refused, asked, failures })),
  )
  for (const { change } of deferred) await takeWave(ctx, [change])
}

const isSure = ({ plan }: Planned) => plan.does === 'record'

/** What somebody has to decide: also what was sure, and is refused by the register all the same. */
function askingOf(planned: Planned, refusal: string | undefined): (Asking & { readonly planned: Planned })[] {
  const { change, subject, plan } = planned
  if (refusal !== undefined) return [{ change, subject, because: reasonOf(refusal), planned }]
  return plan.does === 'ask' ? [{ change, subject, because: plan.because, planned }] : []
}

const reasonsOfRefusals: Readonly<Record<string, Reason>> = {
  'people.name_wrong': 'name_impossible',
  'people.birth_in_future': 'birth_impossible',
  'people.birth_too_long_ago': 'birth_impossible',
  'people.died_before_birth': 'birth_impossible',
  'people.parent_born_after_child': 'parent_too_young',
  'people.parent_too_young': 'parent_too_young',
  'people.number_in_use': 'number_taken',
  identifier_once: 'number_taken',
}
const reasonOf = (refusal: string): Reason => reasonsOfRefusals[refusal] ?? 'refused_by_register'

/** Does all at once; where something is refused, halves of them, until each that is refused stands alone, with its code. */
async function onePassOrHalves<One>(
  ctx: Ctx,
  all: readonly One[],
  work: (ctx: Ctx, some: readonly One[]) => Promise<void>,
): Promise<ReadonlyMap<One, string>> {
  if (all.length === 0) return new Map()
  const refusal = await inSavepoint(ctx, (ctx) => work(ctx, all))
  if (refusal === undefined) return new Map()
  if (all.length === 1) return new Map([[all[0]!, refusal]])
  const half = Math.ceil(all.length / 2)
  const first = await onePassOrHalves(ctx, all.slice(0, half), work)
  return new Map([...first, ...(await onePassOrHalves(ctx, all.slice(half), work))])
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

type Came = {
  /** What the register refused to record, and what could not even be asked. */
  readonly refused: ReadonlyMap<Planned, string>
  readonly failures: ReadonlyMap<Planned, string>
  readonly asked: ReadonlyMap<Planned, string | undefined>
}

function settle(planned: Planned, { refused, asked, failures }: Came): Entry {
  const { change, subject, plan } = planned
  const [refusal, failure] = [refused.get(planned), failures.get(planned)]
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
  const askedBecause = (because: Reason) => {
    const requestId = asked.get(planned)
    return entry(requestId === undefined ? 'asked_before' : 'asked', because, requestId ?? null)
  }
  if (failure !== undefined) return entry('refused', 'refused_by_register')
  if (refusal !== undefined) return askedBecause(reasonOf(refusal))
  switch (plan.does) {
    case 'record':
      return entry('recorded')
    case 'nothing':
      return entry(plan.because)
    case 'refuse':
      return entry('refused', plan.because)
    case 'ask':
      return askedBecause(plan.because)
  }
}
