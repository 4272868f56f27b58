import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SigningKey } from './cms.ts'
import { certificateFile } from './on-demand.ts'

const opened = new Map<string, Promise<SigningKey | undefined>>()

/**
 * The key of whoever issues papers, if this installation has one: `<holder>.p12` in the directory ANSINH_SIGNING_KEYS, its
 * password in `<holder>.password` beside it. A file that cannot be opened is an error: nothing goes out unsigned for it.
 */
export function configuredKey(
  holder: string,
  directory = process.env['ANSINH_SIGNING_KEYS'],
): Promise<SigningKey | undefined> {
  if (!directory) return Promise.resolve(undefined)
  const path = join(directory, `${holder}.p12`)
  const known = opened.get(path)
  if (known) return known
  const key = openKey(path, join(directory, `${holder}.password`))
  // Only what was opened is kept: a certificate that is put there later is found.
  key.then(
    (found) => found && opened.set(path, key),
    () => opened.delete(path),
  )
  return key
}

async function openKey(path: string, passwordPath: string): Promise<SigningKey | undefined> {
  const file = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!file) return undefined
  return certificateFile(file, (await readFile(passwordPath, 'utf8')).trim())
}
