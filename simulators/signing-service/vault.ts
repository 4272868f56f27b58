import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { curve } from './sign-hash.ts'

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
      const isOnP256 = key.asymmetricKeyDetails?.namedCurve === curve
      if ((key.asymmetricKeyType !== 'rsa' && !isOnP256) || chain.length === 0)
        throw new Error(`${id} needs a key, RSA or on P-256, and its certificate`)
      return [id, { id, key, chain, pin: read(`${id}.pin`).trim() }]
    }),
  )
}
