import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString, type PdfRef } from '@libpdf/core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#kernel/civil-date'
import { setDocument, type Place } from '#platform/server/documents'
import type { TimestampWire } from '#platform/server/wires'
import { signingWords } from '../domain/signing-words.vi.ts'
import { checkDetached, signDetached, type CheckedSignature, type SigningKey } from './cms.ts'
import { askForTimestamp, readToken, type Timestamp } from './timestamp.ts'

const stamp = readFileSync(join(import.meta.dirname, 'stamp.typ'), 'utf8')

/** Room for the message: a signature, a few certificates, a timestamp with its own. */
const roomForSignature = 16 * 1024
const unknownOffset = 9_999_999_999

export type Signing = {
  readonly key: SigningKey
  readonly name: string
  readonly at: Instant
  /** Where it is seen; nowhere if the paper kept no place. */
  readonly place: Place | null
  /** The signature of a hand, PNG with a clear ground, as Nghị định 30/2020/NĐ-CP has it; without one the name is written. */
  readonly picture?: Uint8Array | undefined
  /** Who vouches for when it was signed; without one the moment is what our clock said. */
  readonly timestamps?: TimestampWire | undefined
}

/**
 * Signs a PDF (PAdES baseline B-B, or B-T where somebody vouches for the moment). What is signed is the whole file; the signature is appended to it, so that one that is
 * there already stays valid.
 */
export async function signPdf(pdf: Uint8Array, signing: Signing): Promise<Uint8Array<ArrayBuffer>> {
  const prepared = await prepare(pdf, signing)
  const { text, contents, range } = placeholdersIn(prepared)
  const before = contents.start
  const after = prepared.length - contents.end
  const numbers = `[0 ${before} ${contents.end} ${after}]`
  if (numbers.length > range.end - range.start)
    throw new Error('There is no room for the range of the signature')
  prepared.set(Buffer.from(numbers.padEnd(range.end - range.start), 'latin1'), range.start)
  const signed = Buffer.concat([prepared.subarray(0, before), prepared.subarray(contents.end)])
  const { key, timestamps } = signing
  const vouched = timestamps && ((signature: Uint8Array) => askForTimestamp(timestamps, signature))
  const hex = Buffer.from(await signDetached(signed, key, vouched)).toString('hex')
  if (hex.length > contents.end - contents.start - 2)
    throw new Error(`The signature needs ${hex.length} digits`)
  const padded = hex.padEnd(contents.end - contents.start - 2, '0')
  prepared.set(Buffer.from(`<${padded}>`, 'latin1'), contents.start)
  return text.length === prepared.length ? prepared : prepared.slice()
}

/** Appends a signature field with room for range and message. */
async function prepare(bytes: Uint8Array, { name, at, place, picture }: Signing) {
  const pdf = await PDF.load(bytes)
  const page = pdf.getPage((place?.page ?? 1) - 1)
  if (!page) throw new Error('The place to sign at is on no page')
  const offsets = [0, unknownOffset, unknownOffset, unknownOffset].map((number) => PdfNumber.of(number))
  const value = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Sig'),
      Filter: PdfName.of('Adobe.PPKLite'),
      SubFilter: PdfName.of('ETSI.CAdES.detached'),
      ByteRange: new PdfArray(offsets),
      Contents: PdfString.fromHex('00'.repeat(roomForSignature)),
      M: PdfString.fromString(pdfMoment(at)),
      Name: PdfString.fromString(name),
    }),
  )
  const box = place === null ? [0, 0, 0, 0] : rectangle(place, page.height)
  const field = PdfDict.of({
    FT: PdfName.of('Sig'),
    T: PdfString.fromString(await freeName(pdf)),
    V: value,
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    F: PdfNumber.of(132), // Printed and locked.
    P: page.ref,
    Rect: new PdfArray(box.map((number) => PdfNumber.of(number))),
  })
  if (place !== null) {
    const lines = [signingWords.by(name), signingWords.at(at)]
    const seen = await drawStamp({ lines, picture, place })
    field.set('AP', PdfDict.of({ N: await embed(pdf, seen) }))
  }
  addField(pdf, page.dict, pdf.register(field))
  return new Uint8Array(await pdf.save({ incremental: true }))
}

async function drawStamp({
  lines,
  picture,
  place,
}: {
  readonly lines: readonly string[]
  readonly picture: Uint8Array | undefined
  readonly place: Place
}) {
  const image = picture === undefined ? null : [...picture]
  return (await setDocument(stamp, { lines, image, width: place.width, height: place.height })).pdf
}

async function embed(pdf: PDF, drawn: Uint8Array): Promise<PdfRef> {
  return (await pdf.embedPage(await PDF.load(drawn), 0)).ref
}

function addField(pdf: PDF, page: PdfDict, field: PdfRef) {
  const resolve = pdf.getObject.bind(pdf)
  const catalog = pdf.getCatalog()
  let form = catalog.getDict('AcroForm', resolve)
  if (!form) {
    form = PdfDict.of({ Fields: new PdfArray([]) })
    catalog.set('AcroForm', pdf.register(form))
  }
  form.set('SigFlags', PdfNumber.of(3)) // There is a signature; only append.
  append(form, 'Fields', field, resolve)
  append(page, 'Annots', field, resolve)
}

function append(dict: PdfDict, key: string, item: PdfRef, resolve: PDF['getObject']) {
  const present = dict.getArray(key, resolve)
  if (present) present.push(item)
  else dict.set(key, new PdfArray([item]))
}

async function freeName(pdf: PDF) {
  const names = new Set(
    pdf
      .getForm()
      ?.getFields()
      .map((field) => field.name),
  )
  let number = 1
  while (names.has(`ChuKy${number}`)) number += 1
  return `ChuKy${number}`
}

/** Points from the top left become points from the bottom left. */
function rectangle({ left, top, width, height }: Place, pageHeight: number) {
  return [left, pageHeight - top - height, left + width, pageHeight - top].map(
    (number) => Math.round(number * 100) / 100,
  )
}

/** «D:20261123090005+07'00'», in Vietnam. */
function pdfMoment(at: Instant) {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  return `D:${there.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-T:]/g, '')}+07'00'`
}

function placeholdersIn(bytes: Uint8Array) {
  const text = Buffer.from(bytes).toString('latin1')
  const range = text.lastIndexOf(`[0 ${unknownOffset} `)
  const start = text.lastIndexOf(`<${'00'.repeat(32)}`)
  if (range < 0 || start < 0) throw new Error('The room for the signature is not to be found')
  return {
    text,
    range: { start: range, end: text.indexOf(']', range) + 1 },
    contents: { start, end: text.indexOf('>', start) + 1 },
  }
}

export type FoundSignature = Pick<CheckedSignature, 'isIntact' | 'certificate'> & {
  /** What the signer’s clock said. */
  readonly claimedAt: string | null
  /** When somebody else saw the signature, and who; nobody, or a token that is of another signature, is null. */
  readonly timestamp: Timestamp | null
  /** Nothing was added after it. */
  readonly coversWholeFile: boolean
}

/** Every signature of a PDF, first to last, each checked against the bytes it covers. */
export async function checkSignatures(pdf: Uint8Array): Promise<FoundSignature[]> {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const found: FoundSignature[] = []
  for (const match of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)) {
    const [start, length, next, rest] = match.slice(1).map(Number) as [number, number, number, number] // Four groups.
    const content = Buffer.concat([bytes.subarray(start, start + length), bytes.subarray(next, next + rest)])
    const hex = text.slice(start + length + 1, next - 1)
    const dictionary = text.slice(text.lastIndexOf(' obj', match.index), text.indexOf('endobj', match.index))
    const checked = await checkDetached(content, Buffer.from(hex, 'hex'))
    const { certificate, token, signature } = checked
    const vouched = token && (await readToken(token, signature))
    found.push({
      certificate,
      timestamp: vouched ? { at: vouched.at, certificate: vouched.certificate } : null,
      // The whole is signed but for the message itself.
      isIntact: checked.isIntact && start === 0 && text[start + length] === '<' && text[next - 1] === '>',
      claimedAt: dictionary.match(/\/M\s*\((D:[^)]*)\)/)?.[1] ?? null,
      coversWholeFile: next + rest === bytes.length,
    })
  }
  return found
}
