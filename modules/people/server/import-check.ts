import { openFile } from '#platform/server/files'
import type { Job } from '#platform/server/jobs'
import { readSheet } from '#platform/server/sheet-reading'
import { countRows, getImport, getImportForUpdate, stageRows } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import { isOfPerson } from '../domain/import/footer.ts'
import { parseRow } from '../domain/import/row.ts'
import { holdAgainstLaw, type AskLaw } from './import-law.ts'
import { ImportJobInput } from './import-jobs.ts'
import { readFonts } from '../domain/import/read-fonts.ts'
import { communeFinder, type CommuneFinder } from './import-communes.ts'
import { findRepetitions, matchRows, type NumberedRow } from './import-match.ts'

const batchSize = 500
/** While the database looks up one batch, another is judged. */
const batchesAtOnce = 2

/** Understands and judges every row of a file («kiểm tra»); from the start each time it runs. */
export async function checkImport(job: Job, askLaw: AskLaw) {
  const { importId } = ImportJobInput.parse(job.input)
  const { file, mapping, firstRow, rowCount, columns, communes, today } = await job.request(async (ctx) => {
    const found = await getImportForUpdate(ctx, importId, ['checking'])
    await ctx.db<ImportTables>().deleteFrom('people.importRow').where('importId', '=', importId).execute()
    const finder = await communeFinder(ctx, found.areaId)
    return { ...found, file: await openFile(ctx, found.fileId), communes: finder, today: ctx.today }
  })
  await job.progress(0, rowCount, 'reading')
  const sheet = await readSheet(file)
  const read = readFonts(columns, mapping)
  const listed = sheet.rows
    .filter(({ number }) => number >= firstRow)
    .map(({ number, cells }) => ({ number, ...read(cells) }))
  const rows = listed.filter(({ cells }) => isOfPerson(cells, mapping))
  const context = { today, areaId: communes.areaId, findCommune: communes.find }
  const understood = findRepetitions(
    rows.map(({ number, cells, finding }) => {
      const label = cells[mapping.indexOf('fullName')]?.text.trim() ?? ''
      const row = parseRow(cells, mapping, context)
      return { rowNumber: number, label, ...row, findings: [...finding, ...row.findings] }
    }),
  )
  await judge(job, understood, { importId, communes, file: file.name, askLaw })
  return job.request(async (ctx) => {
    const counts = (await countRows(ctx, [importId])).get(importId)
    await ctx
      .db<ImportTables>()
      .updateTable('people.import')
      .set({ state: 'checked', formulas: sheet.formulas, rowCount: rows.length })
      .where('id', '=', importId)
      .where('state', '=', 'checking')
      .execute()
    return { importId, ...counts, notPeople: listed.length - rows.length }
  })
}

type Setting = {
  readonly importId: string
  readonly communes: CommuneFinder
  readonly file: string
  readonly askLaw: AskLaw
}

/** Judges all rows and keeps them, batch by batch; a few batches are under way at a time. */
async function judge(job: Job, rows: readonly NumberedRow[], { importId, communes, file, askLaw }: Setting) {
  let [next, done] = [0, 0]
  const work = async () => {
    while (next < rows.length) {
      const batch = rows.slice(next, next + batchSize)
      next += batchSize
      await job.request(async (ctx) => {
        const { state } = await getImport(ctx, importId)
        if (state !== 'checking') return
        const matched = await matchRows(ctx, batch, { communes, file })
        await stageRows(ctx, importId, await holdAgainstLaw(ctx, matched, { askLaw, file }))
      })
      done += batch.length
      await job.progress(done, rows.length, 'checking')
    }
  }
  const stopOthers = (error: unknown): never => {
    next = rows.length
    throw error
  }
  await job.progress(0, rows.length, 'checking')
  // Whatever one meets, the others are waited for: a job that has ended writes nothing more.
  const ends = await Promise.allSettled(Array.from({ length: batchesAtOnce }, () => work().catch(stopOthers)))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
