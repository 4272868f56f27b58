import { createHash, randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSealed, SealError, sealFile, signFile, type ExchangeKeys } from '#modules/documents'
import type { CivilDate } from '#kernel/civil-date'
import type { Provider } from '../db/providers.ts'
import { problems } from '../domain/problems.ts'
import type { WrittenFile } from './order-file.ts'

/** Signing holds a file in memory, so that larger ones are split before. */
const largestProtected = 256 * 1024 * 1024

/**
 * The keys files with a provider are protected by, in the directory ANSINH_PAYMENT_KEYS: `<code>.key.pem` and `<code>.own.pem` are
 * ours, `<code>.provider.pem` is the certificate of the provider. Read anew each time: whoever replaces one restarts nothing.
 */
export async function exchangeKeys(
  code: string,
  directory = process.env['ANSINH_PAYMENT_KEYS'],
): Promise<ExchangeKeys> {
  const read = async (kind: 'key' | 'own' | 'provider') => {
    const name = `${code}.${kind}.pem`
    if (!directory) throw problems('provider_keys_missing', { code, file: name })
    return readFile(join(directory, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw problems('provider_keys_missing', { code, file: name })
      throw error
    })
  }
  return {
    ownKey: await read('key'),
    ownCertificate: await read('own'),
    otherCertificate: await read('provider'),
  }
}

/**
 * The file as its provider wants it: as it was written, signed, or sealed beside it under `.p7m`. An envelope is another one each
 * time it is made; the message in it is the same to the byte, and by that the provider knows it.
 */
export async function protectFile(
  file: WrittenFile,
  { code, protection }: Pick<Provider, 'code' | 'protection'>,
): Promise<WrittenFile> {
  if (protection === 'none') return file
  if (file.size > largestProtected) throw problems('file_too_large', { limit: largestProtected })
  const keys = await exchangeKeys(code)
  const bytes = await (protection === 'sealed' ? sealFile : signFile)(await readFile(file.path), keys)
  const path = `${file.path}.p7m`
  // Two may ask for one file at once: each writes a draft of its own.
  const draft = `${path}.new-${randomUUID()}`
  try {
    await writeFile(draft, bytes, { mode: 0o600 })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return {
    ...file,
    path,
    name: `${file.name}.p7m`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  }
}

/** What an answer says once it is out of its envelope; what is not signed by the provider is not its answer. */
export async function openProtected(
  pieces: AsyncIterable<Uint8Array>,
  { code, protection }: Pick<Provider, 'code' | 'protection'>,
  on: CivilDate,
): Promise<{ sha256: string; pieces: AsyncIterable<Uint8Array> }> {
  const content = await openIt()
  return { sha256: createHash('sha256').update(content).digest('hex'), pieces: oneAfterAnother(content) }

  async function openIt() {
    const bytes = await gather(pieces)
    try {
      return await openSealed(bytes, await exchangeKeys(code), { isEncrypted: protection === 'sealed', on })
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      throw Object.assign(problems('file_not_protected', { because: error.fault }), { cause: error })
    }
  }
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > largestProtected) throw problems('file_too_large', { limit: largestProtected })
    all.push(piece)
  }
  return Buffer.concat(all)
}

async function* oneAfterAnother(content: Uint8Array, size = 256 * 1024) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}
