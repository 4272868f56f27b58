import { dayOf, lastDayOf, type CivilDate, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import {
  engine,
  evaluate,
  evaluators,
  listStandingPeople,
  replayPersonMonths,
  type Due,
  type Evaluator,
  type PersonMonthRow,
} from '#modules/entitlement'
import { areaAt, areaIdsWithin } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { LineComponent, PaymentRunId } from '../contract.ts'
import {
  listDecidedBefore,
  listLinesToReplay,
  listRunsToReplay,
  type LineToReplay,
  type RunToReplay,
} from '../db/replay.ts'
import { unitsOf } from '../db/runs.ts'
import { getOpening } from './opening.ts'
import { forWholeCountry } from '#platform/server/whole-country'

/** A list, worked out once more from all that was recorded until it was drawn up. */
export type ReplayedRun = {
  readonly id: PaymentRunId
  readonly month: Month
  readonly people: number
  readonly lines: number
  readonly amount: Dong
  readonly arrears: number
  /** Lines whose rule set has another text than when they were drawn up, though it gives the same. */
  readonly otherwiseWritten: number
  /** Amounts that differ: by which evaluator, what it gives now, and what was paid. */
  readonly differences: readonly Difference[]
}

export type Difference = {
  readonly personId: string
  readonly component: LineComponent
  readonly benefitMonth: Month
  readonly by: Evaluator
  readonly now: Dong
  readonly paid: Dong
}

type Request = <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>
const peopleAtOnce = 1000

/**
 * Replays lists to the đồng: everybody who ever stood before the law is asked about as they were known when a list was drawn
 * up, of each evaluator by itself, and what it gives is held against the lines; arrears against what is due beyond what had
 * been decided before.
 */
export async function* replayRuns(request: Request, month: Month | undefined): AsyncGenerator<ReplayedRun> {
  for (const run of await request((ctx) => listRunsToReplay(ctx, month))) yield await replayRun(request, run)
}

async function replayRun(request: Request, run: RunToReplay): Promise<ReplayedRun> {
  const units = await request((ctx) => unitsIn(ctx, run))
  const counted = { people: 0, lines: 0, amount: 0, arrears: 0, otherwiseWritten: 0 }
  const differences: Difference[] = []
  for await (const ids of everybody(request)) {
    const { rows, lines, taken } = await request((ctx) =>
      forWholeCountry(ctx, async (ctx) => ({
        lines: await listLinesToReplay(ctx, run, ids),
        taken: await listDecidedBefore(ctx, run, ids, [run.month]),
        rows: await replayPersonMonths(ctx, ids, [run.month], run.knownAt),
      })),
    )
    const [regular, arrears] = [lines.filter(isRegular), lines.filter((line) => !isRegular(line))]
    const paid = Map.groupBy(regular, ({ personId }) => personId)
    const isElsewhere = new Set(taken.map(({ personId, component }) => `${personId} ${component}`))
    const own = rows.filter(({ personId, areaId }) => paid.has(personId) || units.has(areaId))
    for (const by of evaluators)
      for (const [index, given] of evaluate(by, engine, own).entries()) {
        const { personId } = own[index]!
        const due = given.filter(({ component }) => !isElsewhere.has(`${personId} ${component}`))
        differences.push(...differencesOf(own[index]!, by, due, paid.get(personId) ?? []))
        if (by === 'interpreter') counted.otherwiseWritten += writtenOtherwise(due, paid.get(personId) ?? [])
      }
    // Whoever is on the list has to be somebody the register can still tell of.
    const told = new Set(own.map(({ personId }) => personId))
    for (const { personId, component, benefitMonth, amount } of regular)
      if (!told.has(personId))
        differences.push({ personId, component, benefitMonth, by: 'interpreter', now: nothing, paid: amount })
    differences.push(...(await request((ctx) => arrearsAgain(ctx, run, arrears))))
    counted.people += paid.size
    counted.lines += regular.length
    counted.arrears += arrears.length
    for (const { amount } of lines) counted.amount += amount
  }
  return { id: run.id, month: run.month, ...counted, amount: dong(counted.amount), differences }
}

const nothing = dong(0)
const isRegular = ({ kind }: LineToReplay) => kind === 'regular'

async function* everybody(request: Request): AsyncGenerator<string[]> {
  let after: string | null = null
  for (;;) {
    const before: string | null = after
    const ids: string[] = await request((ctx) =>
      forWholeCountry(ctx, (ctx) => listStandingPeople(ctx, before, peopleAtOnce)),
    )
    if (ids.length === 0) return
    yield ids
    after = ids.at(-1)!
  }
}

/** The units a list pays, and those of old that had become one of them. */
async function unitsIn(ctx: Ctx, { id, month, areaId }: RunToReplay): Promise<ReadonlySet<number>> {
  const own = new Set(await unitsOf(ctx, id))
  const became = await areaAt(ctx, await areaIdsWithin(ctx, areaId), lastDayOf(month))
  return new Set([...became].flatMap(([area, unit]) => (own.has(unit) ? [area] : [])))
}

function differencesOf(
  { personId, month }: PersonMonthRow,
  by: Evaluator,
  due: readonly Due[],
  lines: readonly LineToReplay[],
): Difference[] {
  const components = new Set([...due, ...lines].map(({ component }) => component))
  return [...components].flatMap((component) => {
    const now = due.find((one) => one.component === component)
    const line = lines.find((one) => one.component === component)
    if (now && line && now.amount === line.amount && now.rule === line.rule && now.units === line.units)
      return []
    const [given, paid] = [now?.amount ?? nothing, line?.amount ?? nothing]
    return [{ personId, component, benefitMonth: month, by, now: given, paid }]
  })
}

function writtenOtherwise(due: readonly Due[], lines: readonly LineToReplay[]): number {
  return lines.filter(({ component, ruleSet }) =>
    due.some((one) => one.component === component && one.ruleSet !== ruleSet),
  ).length
}

/** Arrears are what is due by now beyond what had been decided; before the opening that is what the law gave as it was known then. */
async function arrearsAgain(
  ctx: Ctx,
  run: RunToReplay,
  lines: readonly LineToReplay[],
): Promise<Difference[]> {
  if (lines.length === 0) return []
  const opening = await getOpening(ctx)
  return forWholeCountry(ctx, async (ctx) => {
    const ids = [...new Set(lines.map(({ personId }) => personId))]
    const months = [...new Set(lines.map(({ benefitMonth }) => benefitMonth))]
    const decided = await listDecidedBefore(ctx, run, ids, months)
    const rows = await replayPersonMonths(ctx, ids, months, run.knownAt)
    const early = months.filter((month) => month < opening.month)
    const then = early.length > 0 ? await replayPersonMonths(ctx, ids, early, opening.knownAt) : []
    const given = new Map([
      ...amountsOf(then, dayOf(opening.knownAt)).map(([key, amount]) => [`then ${key}`, amount] as const),
      ...amountsOf(rows, dayOf(run.knownAt)),
    ])
    const before = new Map(decided.map((one) => [keyOf(one), one.amount]))
    return lines.flatMap((line) => {
      const key = keyOf(line)
      const known = (before.get(key) ?? 0) + (given.get(`then ${key}`) ?? 0)
      const now = dong((given.get(key) ?? 0) - known)
      const { personId, component, benefitMonth, amount } = line
      return now === amount
        ? []
        : [{ personId, component, benefitMonth, by: 'interpreter' as const, now, paid: amount }]
    })
  })
}

function amountsOf(rows: readonly PersonMonthRow[], knownOn: CivilDate): [key: string, amount: Dong][] {
  return rows.flatMap((row) =>
    engine
      .dueIn({ ...row, knownOn })
      .map(({ component, amount }): [string, Dong] => [
        keyOf({ personId: row.personId, component, benefitMonth: row.month }),
        amount,
      ]),
  )
}

type Key = Pick<LineToReplay, 'personId' | 'component' | 'benefitMonth'>
const keyOf = ({ personId, component, benefitMonth }: Key) => `${personId} ${component} ${benefitMonth}`
