import type { Ctx } from '#platform/server/context'
import { writeSheet } from '#platform/server/sheets'
import { getReform } from '../db/reforms.ts'
import { findingWords, sheetWords } from '../domain/finding-words.vi.ts'
import { problems } from '../domain/problems.ts'
import { lineFields } from '../domain/read-lines.ts'
import { isRefused } from '../domain/reform-line.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const widths = { from: 9, to: 9, name: 24, villages: 36, share: 10, on: 14, act: 24 } as const

const columns = lineFields.map((field) => ({
  header: sheetWords.columns[field],
  width: widths[field],
  kind: 'text' as const,
}))

/** A workbook with the titles of the columns and how to fill them in. */
export async function makeTemplate(): Promise<File> {
  const bytes = await writeSheet({
    name: sheetWords.template,
    title: [],
    columns,
    rows: [],
    notes: ['', ...sheetWords.notes],
  })
  return new File([bytes], 'mau-dieu-chinh-dia-gioi.xlsx', { type: xlsx })
}

/** The refused lines as they were written, with the reason beside each; sent again, they are read as they are. */
export async function makeRefusedLines(ctx: Ctx, id: string): Promise<File> {
  const { lines } = await getReform(ctx, id)
  const bad = lines.filter(isRefused)
  if (bad.length === 0) throw problems('no_bad_lines')
  const bytes = await writeSheet({
    name: sheetWords.refusedTitle,
    title: [],
    columns: [...columns, { header: sheetWords.reason, width: 60, kind: 'text' }],
    rows: bad.map(({ cells, findings }) => [
      ...lineFields.map((field) => cells[field] ?? ''),
      findings
        .filter(({ level }) => level === 'refused')
        .map(({ code, detail }) => findingWords[code](detail))
        .join(' '),
    ]),
  })
  return new File([bytes], 'dong-chua-ap-dung.xlsx', { type: xlsx })
}
