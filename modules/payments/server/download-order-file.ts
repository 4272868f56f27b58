import { openAsBlob } from 'node:fs'
import type { Ctx } from '#platform/server/context'
import type { EnvelopeId } from '../contract.ts'
import { getEnvelopeForUpdate } from '../db/envelopes.ts'
import { problems } from '../domain/problems.ts'
import { writeOrderFile } from './order-file.ts'

/** The file of an envelope that was sent, made anew of what was frozen; it must be the same to the byte. */
export async function downloadOrderFile(ctx: Ctx, { id }: { id: EnvelopeId }): Promise<File> {
  const envelope = await getEnvelopeForUpdate(ctx, id)
  if (envelope.state !== 'sent' && envelope.state !== 'reconciled')
    throw problems('envelope_moved_on', { id, state: envelope.state })
  const { path, name, sha256 } = await writeOrderFile(ctx, envelope)
  if (sha256 !== envelope.fileSha256) throw new Error(`${name} is not the file that was sent`)
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/xml'
  return new File([await openAsBlob(path)], name, { type })
}
