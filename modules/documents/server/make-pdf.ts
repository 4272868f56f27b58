import encodeQr from 'qr'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setShortest, type SetDocument } from '#platform/server/documents'
import type { Paper } from '../domain/paper.ts'

const source = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8')

/** In points: the usual size and the smallest; Nghị định 30/2020/NĐ-CP allows 13 and 14 on a whole sheet. */
const textSizes = { a4: [14, 13], a5: [11.5, 10.5], certificate: [13.5, 11.5] } as const
/** For whoever has trouble with small letters. */
const largeSizes = { a4: [14, 14], a5: [15, 14], certificate: [15, 13.5] } as const

/**
 * Sets a paper as PDF, with the place where it is to be signed. Where the smaller of the sizes allowed saves a page, it
 * is taken: a second page for one article and a name is paper nobody wants to file.
 */
export function makePaperPdf(paper: Paper, { isLarge = false } = {}): Promise<SetDocument> {
  const qr = paper.verification === null ? null : encodeQr(paper.verification.address, 'svg', { border: 1 })
  const author = paper.letterhead.agency.join(' ')
  const sizes = isLarge ? largeSizes : textSizes
  const [usual, smaller] = sizes[paper.kind === 'certificate' ? 'certificate' : paper.size]
  const at = (textSize: number) => ({ paper, qr, textSize, author })
  return setShortest(source, [at(usual), at(smaller)])
}
