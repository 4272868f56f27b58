import { openFile } from '#platform/server/files'
import type { Job } from '#platform/server/jobs'
import { readSheet } from '#platform/server/sheet-reading'
import { countRows, getImport, getImportForUpdate, stageRows } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import { isOfPerson } from '../domain/import/footer.ts'
import { parseRow } from '../domain/import/row.ts'
import { ImportJobInput } from './import-jobs.ts'
import { readFonts } from '../domain/import/read-fonts.ts'
import { communeFinder } from './import-communes.ts'
import { matchRows, type SeenInFile } from './import-match.ts'

const batchSize = 500

/** Understands and judges every row of a file («kiểm tra»); from the start each time it runs. */
export async function checkImport(job: Job) {
  const { importId } = ImportJobInput.parse(job.input)
  const { file, mapping, firstRow, rowCount, columns } = await job.request(async (ctx) => {
    const found = await getImportForUpdate(ctx, importId, ['checking'])
    await ctx.db<ImportTables>().deleteFrom('people.importRow').where('importId', '=', importId).execute()
    return { ...found, file: await openFile(ctx, found.fileId) }
  })
  await job.progress(0, rowCount, 'reading')
  const sheet = await readSheet(file)
  const read = readFonts(columns, mapping)
  const listed = sheet.rows
    .filter(({ number }) => number >= firstRow)
    .map(({ number, cells }) => ({ number, ...read(cells) }))
  const rows = listed.filter(({ cells }) => isOfPerson(cells, mapping))
  const seen: SeenInFile = { numbers: new Map(), people: new Map() }
  for (let start = 0; start < rows.length; start += batchSize) {
    await job.progress(start, rows.length, 'checking')
    await job.request(async (ctx) => {
      const { areaId, state } = await getImport(ctx, importId)
      if (state !== 'checking') return
      const communes = await communeFinder(ctx, areaId)
      const parsed = rows.slice(start, start + batchSize).map(({ number, cells, finding }) => {
        const context = { today: ctx.today, areaId: communes.areaId, findCommune: communes.find }
        const label = cells[mapping.indexOf('fullName')]?.text.trim() ?? ''
        const row = parseRow(cells, mapping, context)
        return { rowNumber: number, label, ...row, findings: [...finding, ...row.findings] }
      })
      await stageRows(ctx, importId, await matchRows(ctx, parsed, { communes, file: file.name, seen }))
    })
  }
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
