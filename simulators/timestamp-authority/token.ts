import { fromBER, Integer, ObjectIdentifier, Sequence, type BaseBlock } from 'asn1js'
import { createHash, sign, type KeyObject, type X509Certificate } from 'node:crypto'
import { generalizedTime, integer, octets, oid, retagged, sequence, set, small, tagged } from './der.ts'

export type Authority = { readonly key: KeyObject; readonly certificate: X509Certificate }

/** What is asked for: a moment for this imprint. Parts are as they were sent, to be put into the answer. */
export type Asked = { readonly imprint: Uint8Array; readonly nonce: Uint8Array | undefined }

const oids = {
  signedData: oid('1.2.840.113549.1.7.2'),
  timestamp: oid('1.2.840.113549.1.9.16.1.4'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  rsaWithSha256: oid('1.2.840.113549.1.1.11'),
  /** A policy of nobody. */
  policy: oid('1.2.3.4.1'),
}
const nothing = Buffer.from([0x05, 0x00])
const sha256Name = '2.16.840.1.101.3.4.2.1'

/** Reads a TimeStampReq; undefined where it is none, or its imprint is no SHA-256. */
export function readAsked(bytes: Uint8Array): Asked | undefined {
  const { result, offset } = fromBER(new Uint8Array(bytes).buffer)
  if (offset === -1 || !(result instanceof Sequence)) return undefined
  const [, imprint, ...others] = result.valueBlock.value
  if (!(imprint instanceof Sequence)) return undefined
  const [algorithm, digest] = imprint.valueBlock.value
  const name = algorithm instanceof Sequence ? algorithm.valueBlock.value[0] : undefined
  const isSha256 = name instanceof ObjectIdentifier && name.getValue() === sha256Name
  if (!isSha256 || !digest || rawOf(digest).length !== 34) return undefined
  const nonce = others.find((one) => one instanceof Integer)
  return { imprint: rawOf(imprint), nonce: nonce && rawOf(nonce) }
}

/** TimeStampResp with a token that says: this was there at this moment. */
export function granted(
  { imprint, nonce }: Asked,
  { key, certificate }: Authority,
  { at, serial }: { readonly at: Temporal.Instant; readonly serial: bigint },
): Buffer {
  const info = sequence(
    small(1),
    oids.policy,
    imprint,
    integer(serial),
    generalizedTime(at),
    ...(nonce ? [nonce] : []),
  )
  const attributes = set(
    attribute(oids.contentType, oids.timestamp),
    attribute(oids.messageDigest, octets(sha256(info))),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate.raw)))))),
  )
  const signer = sequence(
    small(1),
    sequence(...issuerAndSerialOf(certificate)),
    sequence(oids.sha256),
    retagged(attributes),
    sequence(oids.rsaWithSha256, nothing),
    octets(sign('sha256', attributes, key)),
  )
  const signed = sequence(
    small(3),
    set(sequence(oids.sha256)),
    sequence(oids.timestamp, tagged(octets(info))),
    tagged(certificate.raw),
    set(signer),
  )
  return sequence(sequence(small(0)), sequence(oids.signedData, tagged(signed)))
}

/** TimeStampResp without one. */
export const refused = () => sequence(sequence(small(2)))

const attribute = (type: Buffer, value: Buffer) => sequence(type, set(value))

/** As they stand in the certificate: after its version come the serial, the algorithm and the issuer. */
function issuerAndSerialOf({ raw }: X509Certificate): [Uint8Array, Uint8Array] {
  const { result } = fromBER(new Uint8Array(raw).buffer)
  const [body] = (result as Sequence).valueBlock.value // A certificate is a sequence of three.
  const [, serial, , issuer] = (body as Sequence).valueBlock.value
  return [rawOf(issuer!), rawOf(serial!)]
}

const rawOf = (block: BaseBlock): Uint8Array => block.valueBeforeDecodeView
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
