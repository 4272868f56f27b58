import { openAsBlob } from 'node:fs'
import type { Ctx } from '#platform/server/context'
import type { EnvelopeId } from '../contract.ts'
import { getEnvelopeForUpdate } from '../db/envelopes.ts'
import { problems } from '../domain/problems.ts'
import { writeOrderFile, type WrittenFile } from './order-file.ts'

/** The file of an envelope that was sent, for whoever may hand it to its provider. */
export async function downloadOrderFile(ctx: Ctx, { id }: { id: EnvelopeId }): Promise<File> {
  const { path, name } = await writeSentFile(ctx, { id })
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/xml'
  return new File([await openAsBlob(path)], name, { type })
}

/** Makes the file anew of what was frozen; it must be the same to the byte. */
export async function writeSentFile(ctx: Ctx, { id }: { id: EnvelopeId }): Promise<WrittenFile> {
  const envelope = await getEnvelopeForUpdate(ctx, id)
  if (envelope.state !== 'sent' && envelope.state !== 'reconciled')
    throw problems('envelope_moved_on', { id, state: envelope.state })
  const written = await writeOrderFile(ctx, envelope)
  if (written.sha256 !== envelope.fileSha256) throw new Error(`${written.name} is not the file that was sent`)
  return written
}
