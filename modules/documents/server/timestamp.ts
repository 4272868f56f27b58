import { fromBER, Integer, Sequence } from 'asn1js'
import { randomBytes, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs'
import { instant, type Instant } from '#kernel/civil-date'
import type { TimestampWire } from '#platform/server/wires'
import { SigningTrouble } from '../domain/signing-trouble.ts'
import { der, isSigned, octets, plain, readSigned, sha256, signerOf } from './cms.ts'

const longest = 15_000
const sha256Name = '2.16.840.1.101.3.4.2.1'
const timestampInfo = '1.2.840.113549.1.9.16.1.4'
/** What a certificate must be meant for, and by law of the protocol for nothing else. */
const timestamping = '1.3.6.1.5.5.7.3.8'

/** Asks an authority to vouch for the moment a signature was there (RFC 3161), and looks whether the answer is its own, and to this. */
export async function askForTimestamp(wire: TimestampWire, signature: Uint8Array): Promise<Uint8Array> {
  const nonce = Buffer.concat([Buffer.from([1]), randomBytes(15)]) // Never negative.
  const token = await tokenFrom(await send(wire.url, der(requestFor(signature, nonce).toSchema())))
  const found = await readToken(token, signature).catch((error: unknown) => {
    throw new SigningTrouble('timestamp_wrong', error) // Whatever the library says of it: it is no token.
  })
  const authority = await authorityOf(wire)
  const isAnswer = found?.nonce && Buffer.from(found.nonce).equals(nonce)
  if (!isAnswer || !isTrusted(found, authority)) throw new SigningTrouble('timestamp_wrong')
  return token
}

function requestFor(signature: Uint8Array, nonce: Uint8Array) {
  return new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Name }),
      hashedMessage: octets(sha256(signature)),
    }),
    nonce: new Integer({ valueHex: plain(nonce) }),
    certReq: true,
  })
}

async function send(url: string, body: Uint8Array): Promise<Uint8Array> {
  const headers = { 'content-type': 'application/timestamp-query' }
  try {
    const signal = AbortSignal.timeout(longest)
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: plain(body),
      signal,
      redirect: 'error',
    })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    // fetch throws these two and nothing else for what happens on the way.
    if (error instanceof TypeError || error instanceof DOMException)
      throw new SigningTrouble('timestamp_missing', error)
    throw error
  }
  throw new SigningTrouble('timestamp_missing')
}

/** The token byte for byte: what is signed in it must not be written anew. */
async function tokenFrom(answer: Uint8Array): Promise<Uint8Array> {
  const { result, offset } = fromBER(plain(answer))
  if (offset === -1 || !(result instanceof Sequence)) throw new SigningTrouble('timestamp_missing')
  const { status, timeStampToken } = understood(() => new TimeStampResp({ schema: result }))
  const isGranted = status.status === 0 || status.status === 1
  const token = result.valueBlock.value[1]
  if (!isGranted || !timeStampToken || !token) throw new SigningTrouble('timestamp_missing')
  return token.valueBeforeDecodeView
}

function understood<Read>(read: () => Read): Read {
  try {
    return read()
  } catch (error) {
    throw new SigningTrouble('timestamp_missing', error)
  }
}

async function authorityOf({ certificate }: TimestampWire): Promise<X509Certificate> {
  try {
    return new X509Certificate(await readFile(certificate))
  } catch (error) {
    throw new SigningTrouble('key_unreadable', error)
  }
}

/** Somebody vouches: the moment, and by whose certificate. */
export type Timestamp = { readonly at: Instant; readonly certificate: X509Certificate }

/** What a token says of a signature; nothing where it is of another, or was not made by the certificate it brings. */
export async function readToken(
  token: Uint8Array,
  signature: Uint8Array,
): Promise<(Timestamp & { readonly nonce: Uint8Array | undefined }) | undefined> {
  const signed = readSigned(token)
  const { certificate, signer } = signerOf(signed)
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== timestampInfo || !eContent || !signer.signedAttrs) return undefined
  const info = TSTInfo.fromBER(eContent.getValue())
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const isOfThis =
    hashAlgorithm.algorithmId === sha256Name &&
    Buffer.from(hashedMessage.valueBlock.valueHexView).equals(sha256(signature))
  if (!isOfThis || !(await isSigned(signed, signature))) return undefined
  return {
    at: instant(info.genTime.toISOString()),
    certificate,
    nonce: info.nonce?.valueBlock.valueHexView,
  }
}

/** The certificate we hold, or one it stands above; meant for this, and good at the moment it tells. */
function isTrusted({ certificate, at }: Timestamp, authority: X509Certificate): boolean {
  const isKnown =
    certificate.raw.equals(authority.raw) ||
    (certificate.checkIssued(authority) && certificate.verify(authority.publicKey))
  const moment = Temporal.Instant.from(at).epochMilliseconds
  return (
    isKnown &&
    (certificate.keyUsage?.includes(timestamping) ?? false) &&
    certificate.validFromDate.getTime() <= moment &&
    moment <= certificate.validToDate.getTime()
  )
}
