import { P12Signer } from '@libpdf/core'
import type { SigningKey } from './cms.ts'

/** A key from a certificate file (PKCS#12, `.p12` or `.pfx`). */
export async function certificateFile(file: Uint8Array, password: string): Promise<SigningKey> {
  const opened = await P12Signer.create(file, password)
  return {
    certificate: opened.certificate,
    chain: opened.certificateChain ?? [],
    algorithm: opened.keyType === 'EC' ? 'ecdsa' : 'rsa',
    sign: (data) => opened.sign(data, 'SHA-256'),
  }
}
