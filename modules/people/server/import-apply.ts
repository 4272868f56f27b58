import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { Problem } from '#kernel/problem'
import type { Ctx, Event } from '#platform/server/context'
import type { Job } from '#platform/server/jobs'
import { countRows, getImport, markRows, nextReadyRows } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import { findingLevels, type ImportFinding } from '../domain/import/findings.ts'
import { ImportJobInput } from './import-jobs.ts'
import { applyRows, type ReadyRow } from './import-rows.ts'

const batchSize = 250

/**
 * Takes the ready rows into the register («ghi»), many in each transaction, each row whole with its mark or not at all.
 * Killed at any moment, it goes on after the last batch that was written when it runs again.
 */
export async function applyImport(job: Job) {
  const { importId } = ImportJobInput.parse(job.input)
  const { ready: total, applied } = await job.request(async (ctx) => {
    const { state } = await getImport(ctx, importId)
    if (state !== 'applying') throw new Error(`Import ${importId} is ${state}, not applying`)
    return (await countRows(ctx, [importId])).get(importId) ?? { ready: 0, applied: 0 }
  })
  await job.progress(applied, total, 'applying')
  for (;;) {
    const left = await job.request((ctx) => applyBatch(ctx, importId))
    if (left === undefined) break
    await job.progress(Math.max(0, total - left), total, 'applying')
  }
  return job.request(async (ctx) => {
    const counts = (await countRows(ctx, [importId])).get(importId)
    await ctx
      .db<ImportTables>()
      .updateTable('people.import')
      .set({ state: 'applied', appliedAt: ctx.now })
      .where('id', '=', importId)
      .where('state', '=', 'applying')
      .execute()
    ctx.audit({ action: 'people.import_finished', subject: importId, details: { ...counts } })
    return { importId, ...counts }
  })
}

/** Takes in the next rows, after one of the list or from its beginning; undefined when there were none. */
export async function applyBatch(
  ctx: Ctx,
  importId: string,
  { after = 0, most = batchSize }: { readonly after?: number; readonly most?: number } = {},
): Promise<number | undefined> {
  const { fileName, createdBy, paidThrough } = await getImport(ctx, importId)
  const rows = await nextReadyRows(ctx, importId, { after, most })
  if (rows.length === 0) return undefined
  await applyWhereAllowed(
    ctx,
    importId,
    rows.map(({ person, ...row }) => ({
      ...row,
      person: person!,
      requestId: requestIdOf(importId, row.rowNumber),
      list: { importId, fileName, broughtBy: createdBy },
      paidThrough: person!.paidThrough ?? paidThrough,
      source: `Tệp ${fileName}, dòng ${row.rowNumber}`,
    })),
  )
  const counts = (await countRows(ctx, [importId])).get(importId)!
  return counts.ready - counts.applied
}

/** Takes the rows in together; where the register refuses one of them, halves of them, until that one stands alone. */
async function applyWhereAllowed(ctx: Ctx, importId: string, rows: readonly ReadyRow[]): Promise<void> {
  const refusal = await inSavepoint(ctx, async (inner) => {
    const personIds = await applyRows(inner, rows)
    const rowNumbers = rows.map(({ rowNumber }) => rowNumber)
    await markRows(inner, importId, { rowNumbers, personIds })
  })
  if (!refusal) return
  if (rows.length === 1) return refuseRow(ctx, importId, rows[0]!, refusal)
  const half = Math.ceil(rows.length / 2)
  await applyWhereAllowed(ctx, importId, rows.slice(0, half))
  await applyWhereAllowed(ctx, importId, rows.slice(half))
}

/** Does the work whole or not at all within the transaction; what the register refuses comes back as its problem. */
async function inSavepoint(ctx: Ctx, work: (ctx: Ctx) => Promise<void>): Promise<Problem | undefined> {
  const events: Event[] = []
  await sql`savepoint import_rows`.execute(ctx.db())
  try {
    await work({ ...ctx, emit: (event) => void events.push(event) })
    await sql`release savepoint import_rows`.execute(ctx.db())
  } catch (error) {
    await sql`rollback to savepoint import_rows`.execute(ctx.db())
    if (error instanceof Problem) return error
    throw error
  }
  for (const event of events) ctx.emit(event)
  return undefined
}

async function refuseRow(
  ctx: Ctx,
  importId: string,
  row: { rowNumber: number; findings: readonly ImportFinding[] },
  problem: Problem,
) {
  const code = problem.code === 'people.number_in_use' ? 'number_in_use_elsewhere' : 'register_refused'
  const finding: ImportFinding = {
    code,
    level: findingLevels[code],
    field: code === 'register_refused' ? null : 'number',
    column: null,
    value: '',
    suggestion: null,
    details: { code: problem.code },
  }
  await ctx
    .db<ImportTables>()
    .updateTable('people.importRow')
    .set({ verdict: 'refused', findings: JSON.stringify([...row.findings, finding]) })
    .where('importId', '=', importId)
    .where('rowNumber', '=', row.rowNumber)
    .execute()
}

/** The same for a row however often it is taken in, so that an award is granted once. */
export function requestIdOf(importId: string, rowNumber: number): string {
  const hex = createHash('sha256').update(`${importId} ${rowNumber}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
