import type { Sealed } from './shelf.ts'

/** Slow on purpose, so that guessing a short code takes long even for whoever has the memory of the phone. */
const rounds = 600_000

const text = new TextEncoder()
const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))

export const newSalt = () => random(16)

/** Whether this browser can seal anything: only over HTTPS, or on the machine itself. */
export function canSeal(): boolean {
  return (
    globalThis.isSecureContext && typeof crypto.subtle !== 'undefined' && typeof indexedDB !== 'undefined'
  )
}

/** A key for one list alone. It leaves this page only sealed by another. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
}

/** The key that a code makes, with the salt of its list. */
export async function keyOfCode(code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', text.encode(code), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

/** The key that the secret of the server makes, for one purpose alone. */
export async function keyOfSecret(
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  purpose: string,
): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0))
  const material = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: text.encode(purpose) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  )
}

export async function sealKey(key: CryptoKey, by: CryptoKey): Promise<Sealed> {
  const iv = random(12)
  return { iv, bytes: await crypto.subtle.wrapKey('raw', key, by, { name: 'AES-GCM', iv }) }
}

/** The key of a list, never to leave this page again; undefined where what opens it is another. */
export async function openKey({ iv, bytes }: Sealed, by: CryptoKey): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.unwrapKey('raw', bytes, by, { name: 'AES-GCM', iv }, 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ])
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}

export async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = random(12)
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text.encode(JSON.stringify(value)))
  return { iv, bytes }
}

export async function unseal(key: CryptoKey, { iv, bytes }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes)
  return JSON.parse(new TextDecoder().decode(plain)) as unknown
}
