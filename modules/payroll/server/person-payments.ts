import { dayOf } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { engine, listOpenings } from '#modules/entitlement'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { PersonPayments } from '../contract.ts'
import { listLinesOfPerson, type LineOfPerson } from '../db/lines.ts'
import { problems } from '../domain/problems.ts'
import { paidBefore, wholeMonth } from '../domain/whole-month.ts'
import { viewsOf } from './list-lines.ts'

type Line = PersonPayments['months'][number]['lines'][number]

/** What a person was paid in every month, newest first; nobody, where the person lives out of the actor’s sight. */
export async function paymentsOfPerson(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<PersonPayments> {
  if (!(await summariesOf(ctx, [personId])).has(personId)) throw problems('person_not_found', { personId })
  const rows = await listLinesOfPerson(ctx, personId)
  const views = await viewsOf(ctx, rows)
  const openings = await listOpenings(ctx, [...new Set(rows.map(({ awardId }) => awardId))])
  const decisions = new Map(
    openings.map(({ awardId, number, signedOn }) => [awardId, { number, signedOn }] as const),
  )
  const months = Map.groupBy(
    rows.map((row, index) => ({ row, view: views[index]! })),
    ({ row }) => `${row.month} ${row.runId}`,
  )
  return {
    months: Array.from(months.values(), (lines) => ({
      month: lines[0]!.row.month,
      runId: lines[0]!.row.runId,
      state: lines[0]!.row.state,
      amount: dong(lines.reduce((sum, { row }) => sum + row.amount, 0)),
      lines: lines.map(({ row, view }): Line => {
        const { component, coefficient, units, standard } = row
        const decision = decisions.get(row.awardId) ?? null
        return { ...view, component, coefficient, units, standard, decision, arrears: originOf(row, rows) }
      }),
    })),
  }
}

/** Why there was something missing: the month as it is known now, and what the lists before had given of it. */
function originOf(line: LineOfPerson, all: readonly LineOfPerson[]): Line['arrears'] {
  if (line.kind !== 'arrears') return null
  const law = line.knownAt === null ? undefined : engine.lawIn(line.benefitMonth, dayOf(line.knownAt))
  return {
    due: wholeMonth(line),
    paidBefore: paidBefore(line),
    paid: all
      .filter(
        (other) =>
          other.month < line.month &&
          other.component === line.component &&
          other.benefitMonth === line.benefitMonth,
      )
      .map(({ month, amount }) => ({ month, amount }))
      .toReversed(),
    law: law?.regime.rules.label ?? null,
  }
}
