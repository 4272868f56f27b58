import { dong, type Dong } from '#kernel/dong'
import type { ConversionList } from '#modules/entitlement'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { BatchId, DocumentId, type BatchView, type LeftOutView } from '../contract.ts'
import * as batches from '../db/batches.ts'
import { listDocumentsOfBatches } from '../db/documents.ts'
import type { LeftOut } from '../db/tables.ts'
import { homesOn } from './homes.ts'

export async function viewBatches(ctx: Ctx, found: readonly batches.Batch[]): Promise<BatchView[]> {
  const ids = found.map(({ id }) => id)
  const totals = await batches.totalsOf(ctx, ids)
  const documents = new Map(
    (await listDocumentsOfBatches(ctx, ids)).map(({ id, number, batchId }) => [batchId, { id, number }]),
  )
  const names = await areaNames(ctx, new Set(found.map(({ areaId }) => areaId)))
  return found.map((batch) => {
    const { people = 0, before = dong(0), after = dong(0), arrears = dong(0) } = totals.get(batch.id) ?? {}
    const document = documents.get(batch.id)
    return {
      id: BatchId.parse(batch.id),
      area: { id: batch.areaId, name: names.get(batch.areaId) ?? '' },
      benefit: batch.benefit,
      from: batch.fromMonth,
      reason: batch.reason,
      citation: batch.citation,
      totals: { people, unchanged: batch.unchanged, before, after, arrears },
      state: batch.state,
      draftedAt: batch.draftedAt,
      draftedName: batch.draftedName,
      settledAt: batch.settledAt,
      settledName: batch.settledName,
      returnReason: batch.returnReason,
      document: document ? { id: DocumentId.parse(document.id), number: document.number ?? '' } : null,
    }
  })
}

/** Their names are read wherever they live: this unit has paid them, and says to whom it no more decides. */
export async function viewLeftOut(ctx: Ctx, leftOut: readonly LeftOut[]): Promise<LeftOutView[]> {
  if (leftOut.length === 0) return []
  const ids = leftOut.map(({ personId }) => personId)
  const people = await forWholeCountry(ctx, (ctx) => summariesOf(ctx, ids))
  const homes = await homesOn(
    ctx,
    [...people.values()].map(({ homeAreaId }) => homeAreaId),
    ctx.today,
  )
  return leftOut.flatMap(({ personId, why }) => {
    const person = people.get(personId)
    if (!person) return []
    const { fullName, born, bornPrecision, homeAreaId } = person
    return [{ personId, fullName, born, bornPrecision, why, home: homes.get(homeAreaId) ?? '' }]
  })
}

export async function viewRows(ctx: Ctx, rows: ConversionList['rows']) {
  const people = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  return rows.map(({ personId, before, after, arrears }) => ({
    personId,
    fullName: people.get(personId)?.fullName ?? '',
    born: people.get(personId)?.born ?? ctx.today,
    bornPrecision: people.get(personId)?.bornPrecision ?? 'day',
    before,
    after,
    arrears,
  }))
}

export function totalsOf({ rows, unchanged }: ConversionList) {
  const sum = (pick: (row: ConversionList['rows'][number]) => Dong | null) =>
    dong(rows.reduce((total, row) => total + (pick(row) ?? 0), 0))
  return {
    people: rows.length,
    unchanged,
    before: sum(({ before }) => before),
    after: sum(({ after }) => after),
    arrears: sum(({ arrears }) => arrears),
  }
}
