import encodeQr from 'qr'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setDocument, type SetDocument } from '#platform/server/documents'
import type { Paper } from '../domain/paper.ts'

const source = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8')

/** In points: the usual size and the smallest; Nghị định 30/2020/NĐ-CP allows 13 and 14 on a whole sheet. */
const textSizes = { a4: [14, 13], a5: [11.5, 10.5] } as const
/** For whoever has trouble with small letters. */
const largeSizes = { a4: [14, 14], a5: [15, 14] } as const

/**
 * Sets a paper as PDF, with the place where it is to be signed. Where the smaller of the sizes allowed saves a page, it
 * is taken: a second page for one article and a name is paper nobody wants to file.
 */
export async function makePaperPdf(paper: Paper, { isLarge = false } = {}): Promise<SetDocument> {
  const [usual, smaller] = (isLarge ? largeSizes : textSizes)[paper.size]
  const made = await setAt(paper, usual)
  if (lastPageOf(made) === 1) return made
  const tighter = await setAt(paper, smaller)
  return lastPageOf(tighter) < lastPageOf(made) ? tighter : made
}

/** The page of the names; annexes come after it. */
function lastPageOf({ places }: SetDocument) {
  return places.at(-1)?.page ?? 1
}

function setAt(paper: Paper, textSize: number) {
  const qr = paper.verification === null ? null : encodeQr(paper.verification.address, 'svg', { border: 1 })
  return setDocument(source, { paper, qr, textSize, author: paper.letterhead.agency.join(' ') })
}
