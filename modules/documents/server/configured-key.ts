import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { now, secondsBetween, type Instant } from '#kernel/civil-date'
import { readConfiguration } from '#platform/server/configuration'
import { SigningTrouble } from '../domain/signing-trouble.ts'
import type { SigningKey } from './cms.ts'
import { certificateFile } from './on-demand.ts'
import { remoteKey } from './remote-key.ts'

/** So long a key that was opened is used without looking again whether it was taken back or exchanged. */
const freshFor = 300

const opened = new Map<string, { readonly at: Instant; readonly key: Promise<SigningKey | undefined> }>()

/**
 * The key of whoever issues papers, if this installation has one, by what lies in the directory ANSINH_SIGNING_KEYS: a certificate
 * file (`<holder>.p12`, its password in `<holder>.password`), or the name of a key at the signing service (`<holder>.credential`, its
 * PIN in `<holder>.pin` if it has one, and the certificate that is expected in `<holder>.certificate.pem`). One that cannot be used
 * is a `SigningTrouble`: nothing goes out unsigned for it.
 */
export async function configuredKey(
  holder: string,
  directory = process.env['ANSINH_SIGNING_KEYS'],
): Promise<SigningKey | undefined> {
  if (!directory) return undefined
  const path = join(directory, holder)
  const known = opened.get(path)
  const key = known && secondsBetween(known.at, now()) < freshFor ? known.key : openAnew(path)
  const found = await key
  if (found) assertValidNow(found)
  return found
}

/** Asks for a key anew the next time, after something went wrong with it. */
export function forgetKey(holder: string, directory = process.env['ANSINH_SIGNING_KEYS']) {
  if (directory) opened.delete(join(directory, holder))
}

function openAnew(path: string): Promise<SigningKey | undefined> {
  const key = openKey(path)
  opened.set(path, { at: now(), key })
  // Only what was opened is kept: a certificate that is put there later is found.
  key.then(
    (found) => found ?? opened.delete(path),
    () => opened.delete(path),
  )
  return key
}

async function openKey(path: string): Promise<SigningKey | undefined> {
  const file = await readIfThere(`${path}.p12`)
  if (file) return openFile(file, path)
  const credential = await readIfThere(`${path}.credential`)
  if (!credential) return undefined
  const { signing } = readConfiguration().wires
  const certificate = await readIfThere(`${path}.certificate.pem`)
  if (!signing || !certificate) throw new SigningTrouble('key_unreadable')
  const pin = await readIfThere(`${path}.pin`)
  return remoteKey(signing, {
    id: credential.toString().trim(),
    pin: pin?.toString().trim(),
    certificate: inOrder(() => new X509Certificate(certificate)),
  })
}

async function openFile(file: Buffer, path: string): Promise<SigningKey> {
  const password = await readIfThere(`${path}.password`)
  try {
    return await certificateFile(file, password?.toString().trim() ?? '')
  } catch (error) {
    throw new SigningTrouble('key_unreadable', error)
  }
}

function inOrder<Read>(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    throw new SigningTrouble('key_unreadable', error)
  }
}

function assertValidNow({ certificate }: SigningKey) {
  const { validFromDate, validToDate } = new X509Certificate(certificate)
  const at = Temporal.Instant.from(now()).epochMilliseconds
  if (at < validFromDate.getTime() || at > validToDate.getTime())
    throw new SigningTrouble('certificate_unusable')
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
