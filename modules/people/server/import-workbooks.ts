import type { Ctx } from '#platform/server/context'
import { openFile } from '#platform/server/files'
import { excerptSheet } from '#platform/server/sheet-reading'
import { getImport } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import type { ImportField } from '../domain/import/fields.ts'
import { explainFinding, fieldNames, workbookWords as words } from '../domain/import/messages.vi.ts'
import { problems } from '../domain/problems.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const templateColumns: readonly (readonly [ImportField, number])[] = [
  ['fullName', 28],
  ['sex', 10],
  ['born', 14],
  ['number', 18],
  ['commune', 20],
  ['village', 20],
  ['ethnicGroup', 12],
  ['phone', 14],
  ['group', 26],
  ['disabilityLevel', 18],
  ['disabilityType', 20],
  ['disabilityIssuedOn', 20],
  ['poverty', 20],
  ['coefficient', 8],
  ['decisionNumber', 18],
  ['decisionDate', 16],
  ['firstMonth', 16],
  ['paidThrough', 16],
]

const rowsWithChoices = 500

/** The workbook people fill in: one list, choices in the cells, text where Excel would spoil a number, and guidance. */
export async function makeTemplate(): Promise<File> {
  // Loaded when the first template is asked for: it takes more memory than the rest of the program.
  const { Workbook } = await import('@cj-tech-master/excelts')
  const book = new Workbook()
  const list = book.addWorksheet(words.listSheet, { views: [{ state: 'frozen', ySplit: 2, xSplit: 1 }] })
  list.addRow([words.listTitle]).font = { bold: true, size: 13 }
  list.mergeCells(1, 1, 1, templateColumns.length)
  const header = list.addRow(templateColumns.map(([field]) => fieldNames[field]))
  header.font = { bold: true }
  header.alignment = { wrapText: true, vertical: 'middle' }
  templateColumns.forEach(([field, width], index) => {
    const column = list.getColumn(index + 1)
    column.width = width
    // As text, so that zeros in front and years alone stay as they are typed.
    column.numFmt = '@'
    const choices = field in words.choices ? words.choices[field as keyof typeof words.choices] : undefined
    if (!choices) return
    for (let row = 3; row < 3 + rowsWithChoices; row++)
      list.getCell(row, index + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${choices.join(',')}"`],
        showErrorMessage: true,
        error: words.wrongChoice,
      }
  })
  const guide = book.addWorksheet(words.guideSheet)
  for (const row of words.guide) guide.addRow([...row])
  guide.getRow(1).font = { bold: true }
  for (const [index, width] of [26, 18, 80].entries()) guide.getColumn(index + 1).width = width
  return fileOf(new Uint8Array(await book.xlsx.writeBuffer()), words.templateName)
}

/** The rows that did not get in, in the sheet they came in, with the reason beside each. */
export async function makeBadRows(ctx: Ctx, id: string): Promise<File> {
  const found = await getImport(ctx, id)
  const rows = await ctx
    .db<ImportTables>()
    .selectFrom('people.importRow')
    .select(['rowNumber', 'findings', 'accepted'])
    .where('importId', '=', id)
    .where('verdict', 'in', ['look', 'refused'])
    .orderBy('rowNumber')
    .execute()
  if (rows.length === 0) throw problems('import_no_bad_rows')
  const bytes = await excerptSheet(await openFile(ctx, found.fileId), {
    headerRows: found.firstRow - 1,
    reasonTitle: words.reasonTitle,
    rows: rows.map(({ rowNumber, findings, accepted }) => {
      const open = findings.filter(({ level, code }) => level !== 'note' && !accepted.includes(code))
      return {
        number: rowNumber,
        reason: open.map(explainFinding).join('\n'),
        marks: open.flatMap((finding) =>
          finding.column === null ? [] : [{ column: finding.column, note: explainFinding(finding) }],
        ),
      }
    }),
  })
  return fileOf(bytes, words.badRowsName(found.fileName))
}

function fileOf(bytes: Uint8Array, name: string): File {
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: xlsx }) // Never shared memory.
}
