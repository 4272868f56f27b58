import { PDF, PdfArray, PdfDict, PdfName, PdfRef, PdfStream, type PdfObject } from '@libpdf/core'
import { inflateSync } from 'node:zlib'
import { problems } from '../domain/problems.ts'

const mostPages = 60
/** What all structures of a PDF together may unpack to. */
const mostUnpacked = 96 * 1024 * 1024

/** Names under which a PDF runs programs, starts others, carries files, or sends what was typed into it. */
const active = {
  JavaScript: 'script',
  JS: 'script',
  XFA: 'script',
  Launch: 'launch',
  ImportData: 'launch',
  GoToE: 'attachment',
  EmbeddedFile: 'attachment',
  EmbeddedFiles: 'attachment',
  Filespec: 'attachment',
  FileAttachment: 'attachment',
  SubmitForm: 'sending',
  RichMedia: 'media',
  Movie: 'media',
  Sound: 'media',
  Rendition: 'media',
  '3D': 'media',
} as const

/** A PDF that was looked through, and what it says outside its streams, with names written plainly. */
export type CheckedPdf = { readonly pdf: PDF; readonly pages: number; readonly outside: string }

/** Takes a PDF only as a picture of paper: not locked, and without anything that acts. */
export async function checkPdf(bytes: Uint8Array): Promise<CheckedPdf> {
  const text = Buffer.from(bytes).toString('latin1')
  assertUnpacksWithin(text)
  const pdf = await load(bytes)
  if (pdf.isEncrypted) throw problems('pdf_locked')
  const pages = pdf.getPageCount()
  if (pages === 0) throw problems('pdf_unreadable')
  if (pages > mostPages) throw problems('pdf_too_many_pages', { pages, most: mostPages })
  const outside = readable(text.replaceAll(/stream\r?\n[\s\S]*?endstream/g, ''))
  const found = actingIn(pdf) ?? actingInText(outside)
  if (found) throw problems('pdf_active', { what: found })
  return { pdf, pages, outside }
}

async function load(bytes: Uint8Array) {
  try {
    return await PDF.load(bytes)
  } catch (cause) {
    const isLocked = /\/Encrypt\b/.test(Buffer.from(bytes).toString('latin1'))
    throw Object.assign(problems(isLocked ? 'pdf_locked' : 'pdf_unreadable'), { cause })
  }
}

/** Everything that can be reached from the root, inside packed objects too. */
function actingIn(pdf: PDF): string | undefined {
  const seen = new Set<unknown>()
  const open: (PdfObject | undefined)[] = [pdf.getCatalog()]
  const resolve = (ref: PdfRef) => pdf.context.registry.resolve(ref) ?? undefined
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PdfRef) {
      const key = object.toString()
      if (!seen.has(key)) open.push(resolve(object))
      seen.add(key)
    } else if (object instanceof PdfName) {
      const what = meaningOf(object.value)
      if (what) return what
    } else if (object instanceof PdfArray) {
      for (const item of object) open.push(item)
    } else if (object instanceof PdfDict || object instanceof PdfStream) {
      for (const [key, value] of object) {
        const what =
          meaningOf(key.value) ?? startingIn(key.value, value instanceof PdfRef ? resolve(value) : value)
        if (what) return what
        // A name under a free key, such as one of a font, is not an action.
        if (
          !(value instanceof PdfName) ||
          key.value === 'S' ||
          key.value === 'Type' ||
          key.value === 'Subtype'
        )
          open.push(value)
      }
    }
  }
  return undefined
}

/** What a PDF does of itself, once it or a page of it is open; to turn to a page of its own is no harm. */
function startingIn(key: string, value: PdfObject | undefined): string | undefined {
  if (key === 'AA') return 'opening'
  if (key !== 'OpenAction' || !(value instanceof PdfDict)) return undefined
  const kind = value.get('S')
  if (!(kind instanceof PdfName)) return 'opening'
  const turnsPage = kind.value === 'GoTo' && !value.has('Next')
  return turnsPage ? undefined : (meaningOf(kind.value) ?? 'opening')
}

/** What hangs from nothing now may be reached by a reader that repairs what it reads. */
function actingInText(outside: string): string | undefined {
  const [, name] = outside.match(/\/(JavaScript|JS|XFA|Launch|EmbeddedFiles|RichMedia)\b/) ?? []
  return name === undefined ? undefined : meaningOf(name)
}

/** With names written plainly: «/#4AS» is «/JS». */
function readable(text: string) {
  return text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function meaningOf(name: string): string | undefined {
  return Object.hasOwn(active, name) ? active[name as keyof typeof active] : undefined // hasOwn has just looked.
}

/** Refuses structures that unpack to more than a document needs, before anything trusts them. */
function assertUnpacksWithin(text: string) {
  let left = mostUnpacked
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const before = text.slice(Math.max(0, index - 800), index)
    const dictionary = readable(before.slice(before.lastIndexOf(' obj') + 1))
    if (!/\/(ObjStm|XRef)\b/.test(dictionary)) continue
    const filters = dictionary.match(/\/[A-Za-z0-9]*Decode\b/g) ?? []
    if (filters.length === 0) continue
    if (filters.length > 1 || filters[0] !== '/FlateDecode') throw problems('pdf_unreadable')
    left -= unpackedLength(text.slice(text.indexOf('\n', index) + 1), left)
  }
}

function unpackedLength(packed: string, most: number): number {
  try {
    return inflateSync(Buffer.from(packed, 'latin1'), { maxOutputLength: Math.max(1, most) }).length
  } catch (cause) {
    throw Object.assign(problems('pdf_unreadable'), { cause })
  }
}
