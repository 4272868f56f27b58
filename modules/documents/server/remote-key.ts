import { createHash, verify, X509Certificate } from 'node:crypto'
import type { SigningWire } from '#platform/server/wires'
import { SigningTrouble } from '../domain/signing-trouble.ts'
import type { SigningKey } from './cms.ts'
import {
  signatureAlgorithms,
  signingService,
  type Credential,
  type CredentialInfo,
} from './signing-service.ts'

/** A key at a service: by which name, and the certificate that was handed to this office. */
export type RemoteKey = Omit<Credential, 'algorithm'> & { readonly certificate: X509Certificate }

/**
 * A key that is kept by the agency’s signing service. Its certificate is compared with the one that was put here, and what comes
 * back is checked before it is put into a paper: a service that signs with anything else signs nothing.
 */
export async function remoteKey(wire: SigningWire, { certificate, id, pin }: RemoteKey): Promise<SigningKey> {
  const service = signingService(wire)
  const credential = { id, pin, algorithm: algorithmOf(certificate) }
  const info = await service.info(credential)
  const chain = certificatesIn(info)
  if (!chain[0]?.raw.equals(certificate.raw)) throw new SigningTrouble('certificate_differs')
  assertUsable(info, credential)
  return {
    certificate: certificate.raw,
    chain: chain.slice(1).map(({ raw }) => raw),
    algorithm: credential.algorithm,
    sign: async (data) => {
      const hash = createHash('sha256').update(data).digest('base64')
      const signature = Buffer.from(await service.sign(credential, hash), 'base64')
      if (!verify('sha256', data, certificate.publicKey, signature))
        throw new SigningTrouble('signature_wrong')
      return signature
    },
  }
}

/** By what a key signs stands in its certificate: RSA, or ECDSA on P-256. */
function algorithmOf({ publicKey }: X509Certificate): SigningKey['algorithm'] {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = publicKey
  if (type === 'rsa') return 'rsa'
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ecdsa'
  throw new SigningTrouble('certificate_unusable')
}

function certificatesIn({ cert }: CredentialInfo): X509Certificate[] {
  try {
    return cert.certificates.map((text) => new X509Certificate(Buffer.from(text, 'base64')))
  } catch (error) {
    throw new SigningTrouble('not_understood', error)
  }
}

/** Nobody stands by when papers are signed, so a key somebody must open by hand each time is of no use. */
function assertUsable(
  { key, cert, authMode, auth, PIN, OTP }: CredentialInfo,
  { pin, algorithm }: Credential,
) {
  const mode = auth?.mode ?? authMode
  const asks = new Set(auth?.objects.map(({ id }) => id))
  const asksForPin = asks.has('PIN') || isPresent(PIN)
  const isOpenable =
    mode === 'implicit' || (mode === 'explicit' && !isPresent(OTP) && [...asks].every((id) => id === 'PIN'))
  if (
    !isOpenable ||
    key.status !== 'enabled' ||
    (cert.status ?? 'valid') !== 'valid' ||
    !key.algo.includes(signatureAlgorithms[algorithm])
  )
    throw new SigningTrouble('certificate_unusable')
  if (mode === 'explicit' && asksForPin && pin === undefined) throw new SigningTrouble('refused')
}

function isPresent(asked: CredentialInfo['PIN']): boolean {
  return asked !== undefined && String(asked.presence) === 'true'
}
