import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { copyFile, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Delivery } from '../domain/provider.ts'
import { problems } from '../domain/problems.ts'
import type { WrittenFile } from './order-file.ts'

/**
 * Hands a file to its provider. Safe to repeat: the name is that of the message, a folder gets the same file under the same
 * name, and over HTTP the provider knows a message it already has by its key.
 */
export async function deliver(file: WrittenFile, delivery: Delivery, signal: AbortSignal): Promise<void> {
  switch (delivery.by) {
    case 'hand':
      return
    case 'folder':
      return drop(file, delivery.outbox)
    case 'http':
      return post(file, delivery.url, signal)
  }
}

/** Puts a file where the provider looks for it, whole or not at all. A receipt beside it says that it was taken before. */
async function drop({ path, name, sha256 }: WrittenFile, outbox: string) {
  const failed = (cause: unknown) =>
    Object.assign(problems('provider_unreachable', { by: 'folder' }), { cause })
  await mkdir(outbox, { recursive: true }).catch((error: unknown) => Promise.reject(failed(error)))
  if ((await receiptOf(outbox, name)) === sha256) return
  const draft = join(outbox, `.${name}.${randomUUID()}`)
  try {
    await copyFile(path, draft)
    const handle = await open(draft, 'r+')
    await handle.sync()
    await handle.close()
    await rename(draft, join(outbox, name))
  } catch (error) {
    await rm(draft, { force: true })
    throw failed(error)
  }
}

/** The hash a provider wrote beside a file it has taken, if it has. */
async function receiptOf(outbox: string, name: string): Promise<string | undefined> {
  try {
    return (await readFile(join(outbox, `${name}.received`), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined // Errors of the file system have codes.
    throw error
  }
}

async function post({ path, name, sha256 }: WrittenFile, url: string, signal: AbortSignal) {
  const body = await openAsBlob(path, { type: mediaTypeOf(name) })
  const response = await fetch(`${url.replace(/\/$/, '')}/orders/${encodeURIComponent(name)}`, {
    method: 'PUT',
    body,
    headers: { 'content-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:` },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(120_000)]),
  }).catch((cause: unknown) => {
    throw Object.assign(problems('provider_unreachable', { by: 'http' }), { cause })
  })
  const answer = (await response.text()).slice(0, 300)
  if (response.ok) return
  if (response.status >= 500) throw problems('provider_unreachable', { by: 'http', status: response.status })
  throw problems('provider_refused_file', { status: response.status, answer })
}

/** What a file is, by its name. */
export function mediaTypeOf(name: string): string {
  if (name.endsWith('.p7m')) return 'application/pkcs7-mime'
  if (name.endsWith('.xlsx')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return name.endsWith('.csv') ? 'text/csv' : 'application/xml'
}
