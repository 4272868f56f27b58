import { createPrivateKey, privateEncrypt, X509Certificate, constants, type KeyObject } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A key that never leaves the service («credential»), with its certificate and those above it. */
export type Credential = {
  readonly id: string
  readonly key: KeyObject
  /** The certificate first, then those above it. */
  readonly chain: readonly X509Certificate[]
  readonly pin: string
}

/** Opens every `<id>.key.pem`, `<id>.chain.pem` and `<id>.pin` of a directory. */
export function openVault(directory: string): ReadonlyMap<string, Credential> {
  const ids = readdirSync(directory).flatMap((name) => /^(.+)\.key\.pem$/.exec(name)?.[1] ?? [])
  const read = (name: string) => readFileSync(join(directory, name), 'utf8')
  return new Map(
    ids.map((id) => {
      const chain = (
        read(`${id}.chain.pem`).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
      ).map((pem) => new X509Certificate(pem))
      const key = createPrivateKey(read(`${id}.key.pem`))
      if (key.asymmetricKeyType !== 'rsa' || chain.length === 0)
        throw new Error(`${id} needs an RSA key and its certificate`)
      return [id, { id, key, chain, pin: read(`${id}.pin`).trim() }]
    }),
  )
}

/** What stands before a SHA-256 under PKCS#1 v1.5. */
const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** Signs a hash somebody else has made. */
export function signHash({ key }: Credential, hash: Buffer): Buffer {
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([sha256Info, hash]))
}
