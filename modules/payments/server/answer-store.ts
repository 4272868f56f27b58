import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stateDirectory } from '#platform/server/state-directory'
import { problems } from '../domain/problems.ts'

/** Answers may be larger than other files: a statement of a million entries has a gigabyte. */
const largestAnswer = 4 * 1024 * 1024 * 1024

function directory() {
  return join(process.env['ANSINH_FILES'] ?? join(stateDirectory(), 'files'), 'payments', 'answers')
}

/** Keeps an answer under its hash while it arrives, whole or not at all. */
export async function keepAnswer(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  await mkdir(directory(), { recursive: true, mode: 0o700 })
  const draft = join(directory(), `.new-${randomUUID()}`)
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(draft, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      size += piece.length
      if (size > largestAnswer) throw problems('file_too_large', { limit: largestAnswer })
      hash.update(piece)
      await handle.writeFile(piece)
    }
    await handle.sync()
    await handle.close()
    const sha256 = hash.digest('hex')
    await rename(draft, join(directory(), sha256))
    return { sha256, size }
  } catch (error) {
    await handle.close().catch(() => {}) // What went wrong first is what matters.
    await rm(draft, { force: true })
    throw error
  }
}

export function openAnswer(sha256: string): AsyncIterable<Uint8Array> {
  return createReadStream(join(directory(), sha256), { highWaterMark: 256 * 1024 })
}

/** What browsers send packed, as it was before: what is kept, and known by its hash, is the answer itself. */
export async function* unpacked(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const rest = pieces[Symbol.asyncIterator]()
  const first = await rest.next()
  if (first.done) return
  const whole = (async function* () {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => rest }
  })()
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* whole
  const source = Readable.from(whole)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array> // Bytes, for nothing else was asked of it.
  } catch (cause) {
    // Whoever sends may also break off; only what zlib says is about the file.
    if (!(
      cause instanceof Error &&
      'errno' in cause &&
      'code' in cause &&
      String(cause.code).startsWith('Z_')
    ))
      throw cause
    throw Object.assign(problems('file_not_understood', { because: 'packed_wrongly' }), { cause })
  } finally {
    source.destroy()
  }
}
