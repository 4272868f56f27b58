import { makePaperPdf, type Paper } from '#modules/documents'
import { areaNames } from '#modules/geography'
import { readConfiguration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import type { NoticeId } from '../contract.ts'
import { listForUpdate, markPrinted } from '../db/work-list.ts'
import { problems } from '../domain/problems.ts'
import { letterPaper, listPaper, type Letter } from './letter.ts'
import { letterWords } from './letter-words.vi.ts'

/** The letters of these, each unit’s behind its list; printing them again prints the same. */
export async function printLetters(ctx: Ctx, { ids }: { ids: readonly NoticeId[] }): Promise<File> {
  const rows = (await listForUpdate(ctx, ids)).filter(
    ({ channel, state }) => channel === 'letter' && (state === 'pending' || state === 'sent'),
  )
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const letters = rows.flatMap(({ id, toName, village, areaId }): Letter[] =>
    toName === null ? [] : [{ id, toName, village, unit: names.get(areaId) ?? '' }],
  )
  if (letters.length === 0) throw problems('nothing_to_print')
  const setting = { day: ctx.today, helpPhone: readConfiguration().helpPhone }
  const papers = [...Map.groupBy(letters, ({ unit }) => unit)].flatMap(([unit, inside]): Paper[] => [
    listPaper(unit, inside, setting),
    ...inside.map((letter) => letterPaper(letter, setting)),
  ])
  const sheets = await Promise.all(papers.map((paper) => makePaperPdf(paper, { isLarge: true })))
  const { PDF } = await import('@libpdf/core')
  const pdf = await PDF.merge(sheets.map(({ pdf }) => pdf))
  await markPrinted(
    ctx,
    letters.map(({ id }) => id),
  )
  const bytes = new Uint8Array(await pdf.save()) // A copy of its own buffer, which a file may hold.
  return new File([bytes], `${letterWords.fileName(ctx.today)}.pdf`, { type: 'application/pdf' })
}
