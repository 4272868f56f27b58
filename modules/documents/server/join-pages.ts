import { PDF } from '@libpdf/core'
import type { Ctx } from '#platform/server/context'
import { keepFile, largestFile, openFile, type NewFile } from '#platform/server/files'
import { findUploadState, insertUpload } from '../db/uploads.ts'
import type { UploadState } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'

/** The longer side of A4 in points: a photograph fills a page as a sheet would. */
const longSide = 842

/**
 * Makes one document of the pages of a paper, both sides of a card among them, so that whoever decides opens one. The
 * pictures go in as they were kept, and what the scanner has said of the worst of them is said of the whole.
 */
export async function joinPages(ctx: Ctx, ids: readonly [string, ...string[]], purpose: NewFile['purpose']) {
  const joined = PDF.create()
  const states: (UploadState | undefined)[] = []
  let name = ''
  for (const id of ids) {
    const file = await openFile(ctx, id)
    name ||= file.name.replace(/\.[^.]*$/, '')
    states.push(await findUploadState(ctx, id))
    if (file.mediaType === 'application/pdf') await copyPages(joined, file.bytes)
    else addPicture(joined, file.bytes)
  }
  const bytes = await joined.save()
  if (bytes.length > largestFile)
    throw problems('upload_too_large', { limit: largestFile, size: bytes.length })
  const kept = await keepFile(ctx, { name: `${name}.pdf`, mediaType: 'application/pdf', bytes, purpose })
  await insertUpload(ctx, kept.id, worstOf(states))
  return kept.id
}

async function copyPages(joined: PDF, bytes: Uint8Array) {
  const source = await PDF.load(bytes)
  await joined.copyPagesFrom(
    source,
    source.getPages().map((_, index) => index),
  )
}

function addPicture(joined: PDF, bytes: Uint8Array) {
  const picture = joined.embedJpeg(bytes)
  const scale = longSide / Math.max(picture.width, picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  joined.addPage({ width, height }).drawImage(picture, { x: 0, y: 0, width, height })
}

function worstOf(states: readonly (UploadState | undefined)[]): UploadState {
  return (['infected', 'waiting', 'unscanned'] as const).find((state) => states.includes(state)) ?? 'clean'
}
