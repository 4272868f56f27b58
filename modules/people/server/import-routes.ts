import { sql } from 'kysely'
import { areaAt, areaNames } from '#modules/geography'
import { JobId } from '#platform/contract/jobs'
import type { Ctx } from '#platform/server/context'
import { keepFile } from '#platform/server/files'
import { serve } from '#platform/server/http'
import { enqueue, type JobKinds } from '#platform/server/jobs'
import { mostSheetRows, readSheet } from '#platform/server/sheet-reading'
import * as operations from '../import-contract.ts'
import { ImportId, type ImportView } from '../import-contract.ts'
import {
  countFindings,
  countRows,
  findSameImport,
  getImport,
  getImportForUpdate,
  listRecentImports,
  type Import,
  type RowCounts,
} from '../db/imports.ts'
import { listOwed } from '../db/import-owed.ts'
import type { ImportTables } from '../db/import-tables.ts'
import { findLayout } from '../domain/import/columns.ts'
import { birthFields, type ImportField } from '../domain/import/fields.ts'
import { decidedOneByOne, verdictOf } from '../domain/import/findings.ts'
import { decoders } from '../domain/import/old-fonts.ts'
import { problems } from '../domain/problems.ts'
import { assertOwnArea } from './check-person.ts'
import { applyImport } from './import-apply.ts'
import { checkImport } from './import-check.ts'
import { decideRow } from './import-decide.ts'
import { getImpact } from './import-impact.ts'
import { setPaidThrough } from './import-paid-through.ts'
import type { AskLaw } from './import-law.ts'
import { makeBadRows, makeTemplate } from './import-workbooks.ts'

export const importRoutes = {
  downloadImportTemplate: serve(operations.downloadImportTemplate, () => makeTemplate()),
  startImport: serve(operations.startImport, startImport),
  listImports: serve(operations.listImports, async (ctx, { page }) =>
    viewsOf(ctx, await listRecentImports(ctx, page)),
  ),
  getImport: serve(operations.getImport, (ctx, { id }) => showImport(ctx, id)),
  mapImportColumns: serve(operations.mapImportColumns, mapColumns),
  listImportRows: serve(operations.listImportRows, listRows),
  acceptImportFindings: serve(operations.acceptImportFindings, acceptFindings),
  decideImportRow: serve(operations.decideImportRow, decideRow),
  getImportImpact: serve(operations.getImportImpact, getImpact),
  setImportPaidThrough: serve(operations.setImportPaidThrough, setPaidThrough),
  applyImport: serve(operations.applyImport, startApplying),
  cancelImport: serve(operations.cancelImport, cancel),
  downloadBadRows: serve(operations.downloadBadRows, (ctx, { id }) => makeBadRows(ctx, id)),
}

/** Whoever puts the program together says who knows the law. */
export const importJobs = (askLaw: AskLaw): JobKinds => ({
  'people.import_check': (job) => checkImport(job, askLaw),
  'people.import_apply': applyImport,
})

/** Keeps the file, guesses what its columns hold, and begins to check its rows when the guess is enough. */
export async function startImport(ctx: Ctx, { areaId, file }: { areaId: number; file: File }) {
  await assertOwnArea(ctx, areaId)
  const today = (await areaAt(ctx, [areaId], ctx.today)).get(areaId)!
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sheet = await readSheet({ name: file.name, bytes })
  const layout = findLayout(
    sheet.rows.map(({ number, cells }) => ({ number, texts: cells.map((cell) => cell?.text ?? null) })),
  )
  if (!layout) throw problems('import_no_header')
  const kept = await keepFile(ctx, {
    name: file.name,
    mediaType: file.type || 'application/octet-stream',
    bytes,
    purpose: 'people.import',
  })
  const same = await findSameImport(ctx, { areaId: today, sha256: kept.sha256 })
  if (same) return { import: await showImport(ctx, same.id), isRepeat: true }
  const mapping = layout.columns.map(({ field }) => field)
  const { id } = await ctx
    .db<ImportTables>()
    .insertInto('people.import')
    .values({
      areaId: today,
      fileId: kept.id,
      fileName: kept.name,
      sha256: kept.sha256,
      state: 'mapping',
      sheet: sheet.name,
      headerRow: layout.headerRow,
      firstRow: layout.firstDataRow,
      columns: JSON.stringify(layout.columns),
      mapping: JSON.stringify(mapping),
      formulas: sheet.formulas,
      rowCount: Math.min(
        mostSheetRows,
        sheet.rows.filter(({ number }) => number >= layout.firstDataRow).length,
      ),
      jobId: null,
      createdAt: ctx.now,
      createdBy: ctx.actor.userId,
      appliedAt: null,
      paidThrough: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (missingIn(mapping).length === 0) await beginCheck(ctx, id)
  return { import: await showImport(ctx, id), isRepeat: false }
}

function missingIn(mapping: readonly ImportField[]): ImportField[] {
  const missing: ImportField[] = []
  if (!mapping.includes('fullName')) missing.push('fullName')
  if (!birthFields.some((field) => mapping.includes(field))) missing.push('born')
  return missing
}

async function beginCheck(ctx: Ctx, importId: string) {
  const { jobId, isNew } = await enqueue(ctx, {
    kind: 'people.import_check',
    input: { importId },
    once: importId,
  })
  if (!isNew) throw problems('import_wrong_state', { state: 'checking' })
  await ctx
    .db<ImportTables>()
    .updateTable('people.import')
    .set({ state: 'checking', jobId })
    .where('id', '=', importId)
    .execute()
}

async function mapColumns(ctx: Ctx, { id, mapping }: { id: ImportId; mapping: ImportField[] }) {
  const found = await getImportForUpdate(ctx, id, ['mapping', 'checking', 'checked'])
  const whole = found.columns.map(({ index }): ImportField => mapping[index] ?? 'ignored')
  const used = whole.filter((field) => field !== 'ignored')
  const twice = used.find((field, index) => used.indexOf(field) !== index)
  if (twice) throw problems('import_column_twice', { field: twice })
  const missing = missingIn(whole)
  if (missing.length > 0) throw problems('import_columns_missing', { missing })
  await ctx
    .db<ImportTables>()
    .updateTable('people.import')
    .set({ mapping: JSON.stringify(whole) })
    .where('id', '=', id)
    .execute()
  await beginCheck(ctx, id)
  return showImport(ctx, id)
}

/** Where an import stands, with the columns as they are taken now. */
export async function showImport(ctx: Ctx, id: string): Promise<ImportView> {
  const found = await getImport(ctx, id)
  const [view] = await viewsOf(ctx, [found])
  return {
    ...view!,
    sheet: found.sheet,
    headerRow: found.headerRow,
    columns: found.columns.map(({ font, ...column }) => ({
      ...column,
      field: found.mapping[column.index] ?? 'ignored',
      font: font
        ? { name: font.font, score: font.score, reads: column.samples.map(decoders[font.font]) }
        : null,
    })),
    paidThrough: found.paidThrough,
    missing: missingIn(found.mapping),
    formulas: found.formulas,
    findings: await countFindings(ctx, id),
    jobId: found.jobId === null ? null : JobId.parse(found.jobId),
  }
}

const none: RowCounts = { ready: 0, look: 0, refused: 0, known: 0, applied: 0 }

async function viewsOf(ctx: Ctx, imports: readonly Import[]) {
  const counts = await countRows(
    ctx,
    imports.map(({ id }) => id),
  )
  const names = await areaNames(ctx, new Set(imports.map(({ areaId }) => areaId)))
  return imports.map(({ id, areaId, fileName, state, rowCount, createdAt, appliedAt }) => ({
    id: ImportId.parse(id),
    area: { id: areaId, name: names.get(areaId)! },
    fileName,
    state,
    rows: { total: rowCount, ...(counts.get(id) ?? none) },
    createdAt,
    appliedAt,
  }))
}

/** Rows of an import by page, of one verdict or with one finding where that is asked. */
export async function listRows(
  ctx: Ctx,
  {
    id,
    verdict,
    code,
    page,
    size,
  }: {
    id: ImportId
    verdict?: ImportTables['people.importRow']['verdict'] | undefined
    code?: string | undefined
    page: number
    size: number
  },
) {
  await getImport(ctx, id)
  const all = ctx
    .db<ImportTables>()
    .selectFrom('people.importRow')
    .where('importId', '=', id)
    .$if(verdict !== undefined, (query) => query.where('verdict', '=', verdict!))
    .$if(code !== undefined, (query) =>
      query.where(sql<boolean>`findings @> ${JSON.stringify([{ code }])}::jsonb`),
    )
  const { total } = await all.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .select(['rowNumber', 'label', 'verdict', 'person', 'findings', 'accepted', 'personId', 'appliedAt'])
    .orderBy('rowNumber')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const owed = new Map(
    (
      await listOwed(
        ctx,
        id,
        rows.map(({ rowNumber }) => rowNumber),
      )
    ).map(({ rowNumber, amount, from, through }) => [rowNumber, { amount, from, through }]),
  )
  return {
    total,
    rows: rows.map(({ rowNumber, appliedAt, ...row }) => ({
      row: rowNumber,
      ...row,
      isApplied: appliedAt !== null,
      owed: owed.get(rowNumber) ?? null,
    })),
  }
}

/** Marks what a finding says as looked at, before or after others were taken in; rows with nothing left become ready. */
export async function acceptFindings(
  ctx: Ctx,
  { id, code, rows }: { id: ImportId; code: string; rows?: number[] | undefined },
) {
  await getImportForUpdate(ctx, id, ['checked', 'applied'])
  if (rows?.length !== 1 && decidedOneByOne.has(code)) throw problems('import_one_by_one', { code })
  const db = ctx.db<ImportTables>()
  const open = await db
    .selectFrom('people.importRow')
    .select(['rowNumber', 'findings', 'accepted'])
    .where('importId', '=', id)
    .where('verdict', '=', 'look')
    .where(sql<boolean>`findings @> ${JSON.stringify([{ code, level: 'look' }])}::jsonb`)
    .$if(rows !== undefined, (query) => query.where('rowNumber', '=', sql<number>`any(${rows!}::int[])`))
    .forUpdate()
    .execute()
  let nowReady = 0
  for (const { rowNumber, findings, accepted } of open) {
    const all = [...new Set([...accepted, code])]
    const verdict = verdictOf(findings, all)
    if (verdict === 'ready') nowReady++
    await db
      .updateTable('people.importRow')
      .set({ accepted: all, verdict })
      .where('importId', '=', id)
      .where('rowNumber', '=', rowNumber)
      .execute()
  }
  return { accepted: open.length, nowReady }
}

/**
 * Begins to take the ready rows into the register; asked again while it does, gives the same work. Rows that somebody
 * looked at only after the others were taken in follow them.
 */
export async function startApplying(ctx: Ctx, { id }: { id: ImportId }) {
  await getImportForUpdate(ctx, id, ['checked', 'applying', 'applied'])
  const counts = (await countRows(ctx, [id])).get(id) ?? none
  if (counts.ready === counts.applied)
    throw problems('import_nothing_ready', { look: counts.look, refused: counts.refused })
  const { jobId } = await enqueue(ctx, { kind: 'people.import_apply', input: { importId: id }, once: id })
  await ctx
    .db<ImportTables>()
    .updateTable('people.import')
    .set({ state: 'applying', jobId, appliedAt: null })
    .where('id', '=', id)
    .execute()
  return { jobId: JobId.parse(jobId) }
}

async function cancel(ctx: Ctx, { id }: { id: ImportId }) {
  await getImportForUpdate(ctx, id, ['mapping', 'checking', 'checked'])
  const applied = (await countRows(ctx, [id])).get(id)?.applied ?? 0
  if (applied > 0) throw problems('import_wrong_state', { state: 'applying' })
  await ctx
    .db<ImportTables>()
    .updateTable('people.import')
    .set({ state: 'cancelled' })
    .where('id', '=', id)
    .execute()
}
