import { Problem } from '#kernel/problem'
import { readSheet } from '#platform/server/sheets'
import { NotUnderstood } from '../domain/not-understood.ts'
import type { AnswerLayout } from '../domain/layout/layout.ts'
import { openAnswerRows } from '../domain/layout/read-answers.ts'
import type { ResponseHead, ResponseLine } from '../domain/response.ts'

/** Reads an answer that is a workbook: gathered as a whole, and opened away from the main thread. */
export function readWorkbook(layout: AnswerLayout) {
  const pieces: Uint8Array[] = []
  return {
    write(piece: Uint8Array): readonly ResponseLine[] {
      pieces.push(piece)
      return []
    },
    async end(): Promise<{ lines: readonly ResponseLine[]; head: ResponseHead }> {
      const sheet = await readSheet({ name: 'answer.xlsx', bytes: Buffer.concat(pieces) }).catch(
        (error: unknown) => {
          if (error instanceof Problem) throw new NotUnderstood('no_workbook')
          throw error
        },
      )
      const rows = openAnswerRows(layout)
      const lines = sheet.rows.flatMap(
        ({ cells, number }) =>
          rows.take(
            cells.map((cell) => cell?.text ?? ''),
            number,
          ) ?? [],
      )
      return { lines, head: rows.end() }
    },
  }
}
