import { readFile } from 'node:fs/promises'
import type { Ctx } from '#platform/server/context'
import type { EnvelopeId } from '../contract.ts'
import { getEnvelopeForUpdate } from '../db/envelopes.ts'
import { getProvider } from '../db/providers.ts'
import { problems } from '../domain/problems.ts'
import { mediaTypeOf } from './deliver.ts'
import { writeOrderFile, type WrittenFile } from './order-file.ts'
import { protectFile } from './protection.ts'

/** The file of an envelope that was sent, for whoever may hand it to its provider, protected as the provider wants it. */
export async function downloadOrderFile(ctx: Ctx, { id }: { id: EnvelopeId }): Promise<File> {
  const { providerId } = await getEnvelopeForUpdate(ctx, id)
  const written = await writeSentFile(ctx, { id })
  const { path, name } = await protectFile(written, await getProvider(ctx, providerId))
  // Read at once: whoever downloads it too puts an equal file in its place, which a blob over a path takes for a change.
  return new File([await readFile(path)], name, { type: mediaTypeOf(name) })
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
