import { PDF, PdfArray, PdfDict, PdfRef, type PdfObject } from '@libpdf/core'
import { problems } from '../domain/problems.ts'
import type { CheckedPdf } from './check-pdf.ts'

/** Under which names a PDF and its parts say who made them and when, and keep what a program wants to remember of itself. */
const traces = ['Metadata', 'PieceInfo', 'LastModified'] as const

/**
 * A signature vouches for every byte of what it covers, and whoever signs says who they are: what is signed stays as it came,
 * with all it tells of its maker, for otherwise it would prove nothing.
 */
export const isSigned = ({ outside }: CheckedPdf) => /\/ByteRange\b/.test(outside)

/**
 * Writes a PDF anew without what tells of its maker: the dictionary of information, XMP of the whole and of its parts, and
 * whatever hangs from nothing, such as earlier states of a file that was changed. Pages, fonts and pictures go over as they are.
 */
export async function withoutTraces({ pdf, pages }: CheckedPdf): Promise<Uint8Array<ArrayBuffer>> {
  for (const dictionary of dictionariesIn(pdf)) for (const name of traces) dictionary.delete(name)
  pdf.context.info.trailer.delete('Info')
  const catalog = pdf.getCatalog()
  // What nobody has changed is given back as it was read; so something is set, to what it is.
  catalog.set('Pages', catalog.get('Pages')!) // Its pages have been counted.
  const written = new Uint8Array(await pdf.save({ compressStreams: false }))
  const again = await PDF.load(written)
  if (again.getPageCount() !== pages) throw problems('pdf_unreadable')
  return written
}

/** Every dictionary that can be reached from the root, those of streams among them. */
function* dictionariesIn(pdf: PDF): Iterable<PdfDict> {
  const seen = new Set<string>()
  const open: PdfObject[] = [pdf.getCatalog()]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    if (object instanceof PdfRef) {
      const key = object.toString()
      const found = seen.has(key) ? null : pdf.context.resolve(object)
      seen.add(key)
      if (found) open.push(found)
    } else if (object instanceof PdfArray) for (const item of object) open.push(item)
    else if (object instanceof PdfDict) {
      yield object
      for (const [, value] of object) open.push(value)
    }
  }
}
