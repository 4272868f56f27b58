import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  pageSize,
  type ChangeDetail,
  type ChangeReason,
  type ChangeView,
  type LineFilter,
  type LinePage,
  type LineView,
  type PaymentRunId,
} from '../contract.ts'
import { listChangeRows, listLineRows, listOverpaidRows, type ChangeRow, type LineRow } from '../db/lines.ts'
import { listPayPointRows } from '../db/pay-points.ts'
import { getRunRow } from '../db/runs.ts'
import { paidBefore } from '../domain/whole-month.ts'
import { named } from './get-run.ts'
import { whyKnownTo } from './why-known.ts'
import { dong } from '#kernel/dong'

const pagesOf = (rows: number) => Math.max(1, Math.ceil(rows / pageSize))

export async function listLines(
  ctx: Ctx,
  { id, page, ...filter }: { id: PaymentRunId; page: number } & LineFilter,
): Promise<LinePage> {
  const run = await getRunRow(ctx, id)
  const { rows, totals } = await listLineRows(ctx, run, filter, page)
  return { rows: await viewsOf(ctx, rows), page, pages: pagesOf(totals.lines), totals }
}

export async function viewsOf(ctx: Ctx, rows: readonly LineRow[]): Promise<LineView[]> {
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const payPoints = new Map((await listPayPointRows(ctx)).map(({ id, name }) => [id, name]))
  const why = whyKnownTo(ctx.actor)
  return rows.map((row) => ({
    person: {
      id: row.personId,
      name: row.fullName,
      born: row.born,
      bornPrecision: row.bornPrecision,
      sex: row.sex,
    },
    area: named(row.areaId, names),
    component: why.told(row.component),
    rule: why.ofLine(row.rule),
    kind: row.kind,
    benefitMonth: row.benefitMonth,
    coefficient: why.told(row.coefficient),
    units: why.told(row.units),
    standard: why.told(row.standard),
    amount: row.amount,
    paidBefore: why.isTold && row.kind === 'arrears' ? paidBefore(row) : null,
    payee: { id: row.payeeId, name: row.payeeName },
    method: row.method,
    payPoint: row.payPointId === null ? null : named(row.payPointId, payPoints),
    before: row.before,
    reason: why.told(row.reason),
  }))
}

export async function listChanges(
  ctx: Ctx,
  input: { id: PaymentRunId; page: number; reason?: ChangeReason | undefined; areaId?: number | undefined },
) {
  const run = await getRunRow(ctx, input.id)
  const { rows, total, difference } = await listChangeRows(ctx, run, input, input.page)
  const areaIds = rows.flatMap(({ areaId, detail }) => [areaId, ...Object.values(areasIn(detail) ?? {})])
  const names = await areaNames(ctx, new Set(areaIds))
  const why = whyKnownTo(ctx.actor)
  return {
    rows: rows.map((row): ChangeView => ({
      person: personOf(row),
      area: named(row.areaId, names),
      component: why.told(row.component),
      reason: why.told(row.reason),
      before: row.before,
      now: row.after,
      difference: dong(row.after - row.before),
      detail: detailOf(row, names, why),
    })),
    page: input.page,
    pages: pagesOf(total),
    total,
    difference,
  }
}

function personOf({ personId, fullName, born, bornPrecision, sex }: ChangeRow): ChangeView['person'] {
  if (fullName === null || born === null || bornPrecision === null || sex === null)
    throw new Error(`Nobody in any roll is ${personId}`)
  return { id: personId, name: fullName, born, bornPrecision, sex }
}

function areasIn(detail: Readonly<Record<string, unknown>>) {
  return detail['areas'] as { before: number; now: number } | undefined // As explainMovement wrote it.
}

function detailOf(
  { detail }: ChangeRow,
  names: ReadonlyMap<number, string>,
  why: ReturnType<typeof whyKnownTo>,
): ChangeDetail {
  if (!why.isTold) return {}
  const {
    areas: _,
    rule,
    ...rest
  } = detail as Omit<ChangeDetail, 'rule' | 'area'> & {
    areas?: unknown
    rule?: { before: string; now: string }
  }
  const areas = areasIn(detail)
  return {
    ...rest,
    ...(rule && { rule: { before: why.ofLine(rule.before), now: why.ofLine(rule.now) } }),
    ...(areas && { area: { before: named(areas.before, names), now: named(areas.now, names) } }),
  }
}

export async function listOverpaid(ctx: Ctx, { id }: { id: PaymentRunId }) {
  const run = await getRunRow(ctx, id)
  const rows = await listOverpaidRows(ctx, run)
  const people = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const why = whyKnownTo(ctx.actor)
  return rows.flatMap(({ personId, component, cause, ...row }) => {
    const person = people.get(personId)
    if (!person) return [] // Lives out of the actor’s sight by now.
    const { fullName: name, born, bornPrecision, sex } = person
    return [
      {
        ...row,
        component: why.told(component),
        cause: why.told(cause),
        person: { id: personId, name, born, bornPrecision, sex },
      },
    ]
  })
}
