import type { Ctx } from '#platform/server/context'
import { keepFile, openFile, type KeptFile } from '#platform/server/files'
import { findUploadState, insertUpload, lockWaiting, markUpload } from '../db/uploads.ts'
import type { UploadState } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { cleanUpload, type CleanUpload } from './clean-upload.ts'
import { configuredScanner, ScannerUnavailable, type Scanner } from './scan.ts'

export type NewUpload = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly purpose: `${string}.${string}`
}

export type KeptUpload = KeptFile & { readonly state: UploadState; readonly pages: number }

/**
 * Looks at an upload before any transaction is open, for a picture takes seconds: what may be kept, or a problem in words.
 * The scanner sees what was sent, not what we made of it.
 */
export async function takeIn(bytes: Uint8Array, scanner: Scanner | undefined = configuredScanner()) {
  const clean = await cleanUpload(bytes)
  return { clean, state: await stateOf(bytes, scanner) }
}

/** Keeps what was taken in, under a name that says what it is now. */
export async function keepUpload(
  ctx: Ctx,
  { clean, state }: { readonly clean: CleanUpload; readonly state: UploadState },
  { name, purpose }: Omit<NewUpload, 'bytes'>,
): Promise<KeptUpload> {
  const stem = name.replace(/\.[^.]*$/, '')
  const file = await keepFile(ctx, {
    name: `${stem || 'tệp'}.${clean.extension}`,
    mediaType: clean.mediaType,
    bytes: clean.bytes,
    purpose,
  })
  await insertUpload(ctx, file.id, state)
  ctx.audit({
    action: 'documents.upload_kept',
    subject: file.id,
    details: { purpose, mediaType: file.mediaType, size: file.size, state },
  })
  return { ...file, state, pages: clean.pages }
}

async function stateOf(bytes: Uint8Array, scanner: Scanner | undefined): Promise<UploadState> {
  if (!scanner) return 'unscanned'
  try {
    const verdict = await scanner(bytes)
    if (!verdict.isClean) throw problems('upload_infected', { found: verdict.found })
    return 'clean'
  } catch (error) {
    if (error instanceof ScannerUnavailable) return 'waiting' // Kept apart until it has been looked at.
    throw error
  }
}

/** Opens a kept file, unless it waits for the scanner or was found to be malicious; what we made ourselves has no state. */
export async function openUpload(ctx: Ctx, id: string) {
  const state = await findUploadState(ctx, id)
  if (state === 'waiting') throw problems('upload_quarantined')
  if (state === 'infected') throw problems('upload_infected')
  return { ...(await openFile(ctx, id)), state: state ?? null }
}

const atOnce = 20

/** Asks the scanner again for what waits; whatever it finds stays locked away and is told in the trail. */
export async function scanWaiting(
  ctx: Ctx,
  scanner: Scanner | undefined = configuredScanner(),
): Promise<number> {
  const waiting = await lockWaiting(ctx, atOnce)
  let scanned = 0
  for (const id of waiting) {
    const { bytes } = await openFile(ctx, id)
    const state = await stateAgain(bytes, scanner)
    if (state === 'waiting') break // It still does not answer.
    await markUpload(ctx, id, state)
    ctx.audit({ action: 'documents.upload_scanned', subject: id, details: { state } })
    scanned += 1
  }
  return scanned
}

async function stateAgain(bytes: Uint8Array, scanner: Scanner | undefined): Promise<UploadState> {
  if (!scanner) return 'unscanned'
  try {
    return (await scanner(bytes)).isClean ? 'clean' : 'infected'
  } catch (error) {
    if (error instanceof ScannerUnavailable) return 'waiting'
    throw error
  }
}
