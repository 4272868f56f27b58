import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
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
