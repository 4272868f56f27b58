import { fromBER, ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js'
import { createHash, webcrypto, X509Certificate } from 'node:crypto'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

/** A key that signs, wherever it is kept: a file, a token, the agency’s signing service. */
export type SigningKey = {
  /** DER. */
  readonly certificate: Uint8Array
  /** Those that stand above it, nearest first, DER. */
  readonly chain: readonly Uint8Array[]
  readonly algorithm: 'rsa' | 'ecdsa'
  /** The signature over the SHA-256 of these bytes: PKCS#1 v1.5, or ECDSA in DER. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>
}

/** Its own, whatever others in this process have set as theirs. */
const engine = new CryptoEngine({ name: 'documents', crypto: webcrypto as Crypto })

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.11',
  ecdsa: '1.2.840.10045.4.3.2',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
} as const

/**
 * A detached CMS signature as PAdES baseline B-B wants it (ETSI EN 319 142-1): bound to its certificate by
 * signing-certificate-v2, and without a signing time, whose place is the dictionary in the PDF. With a token of somebody who
 * vouches for when the signature was there it is B-T.
 */
export async function signDetached(
  content: Uint8Array,
  key: SigningKey,
  vouchedFor?: (signature: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const certificate = Certificate.fromBER(plain(key.certificate))
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
    new Attribute({ type: oids.messageDigest, values: [octets(sha256(content))] }),
    new Attribute({ type: oids.signingCertificateV2, values: [certificateId(key.certificate)] }),
  ].toSorted((one, two) => Buffer.compare(der(one.toSchema()), der(two.toSchema()))) // As DER orders a set.
  const signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes })
  const signature = await key.sign(asSet(signedAttrs))
  const token = await vouchedFor?.(signature)
  const sha = () => new AlgorithmIdentifier({ algorithmId: oids.sha256 })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    digestAlgorithms: [sha()],
    certificates: [certificate, ...key.chain.map((one) => Certificate.fromBER(plain(one)))],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        digestAlgorithm: sha(),
        signedAttrs,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: oids[key.algorithm] }),
        signature: octets(signature),
        ...(token && { unsignedAttrs: timestampAttribute(token) }),
      }),
    ],
  })
  return der(new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) }).toSchema())
}

/** What a signature says, whether or not anybody trusts who made it. */
export type CheckedSignature = {
  /** The content is what was signed, and the key of this certificate signed it. */
  readonly isIntact: boolean
  readonly certificate: X509Certificate
  readonly signature: Uint8Array
  /** What somebody else says of when the signature was there (RFC 3161), as it came. */
  readonly token: Uint8Array | undefined
}

/** Checks a detached signature against its content; trust in the certificate is another question. */
export async function checkDetached(content: Uint8Array, cms: Uint8Array): Promise<CheckedSignature> {
  const signed = readSigned(cms)
  const { signer, certificate, isBound } = signerOf(signed)
  const stamped = signer.unsignedAttrs?.attributes.find(({ type }) => type === oids.signatureTimestamp)
  return {
    isIntact: isBound && (await isSigned(signed, content)),
    certificate,
    signature: signer.signature.valueBlock.valueHexView,
    token: stamped && der(stamped.values[0] as BaseBlock), // An attribute has values.
  }
}

export function readSigned(cms: Uint8Array): SignedData {
  const { result, offset } = fromBER(plain(cms))
  if (offset === -1) throw new Error('The signature is not CMS')
  return new SignedData({ schema: new ContentInfo({ schema: result }).content })
}

/** Who signed, by the certificate that came along, and whether the signature names that very certificate. */
export function signerOf(signed: SignedData) {
  const [signer] = signed.signerInfos
  const sid: unknown = signer?.sid
  const certificate = signed.certificates?.find(
    (one): one is Certificate =>
      one instanceof Certificate &&
      sid instanceof IssuerAndSerialNumber &&
      one.serialNumber.isEqual(sid.serialNumber) &&
      one.issuer.isEqual(sid.issuer),
  )
  if (!signer || !certificate) throw new Error('The signature does not carry the certificate of its signer')
  const raw = der(certificate.toSchema())
  const isBound = signer.signedAttrs?.attributes.some(
    ({ type, values }) =>
      type === oids.signingCertificateV2 && der(values[0] as BaseBlock).includes(sha256(raw)), // An attribute has values.
  )
  return { signer, certificate: new X509Certificate(raw), isBound: isBound ?? false }
}

export async function isSigned(signed: SignedData, content: Uint8Array): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: plain(content), checkChain: false }, engine)
  } catch (error) {
    // The library throws where the digest of the content is another.
    if (error instanceof Error && error.name === 'SignedDataVerifyError') return false
    throw error
  }
}

function timestampAttribute(token: Uint8Array) {
  const { result } = fromBER(plain(token))
  const attributes = [new Attribute({ type: oids.signatureTimestamp, values: [result] })]
  return new SignedAndUnsignedAttributes({ type: 1, attributes })
}

/** ESSCertIDv2, whose digest is SHA-256 where none is named. */
function certificateId(certificate: Uint8Array) {
  const id = new Sequence({ value: [octets(sha256(certificate))] })
  return new Sequence({ value: [new Sequence({ value: [id] })] })
}

/** What is signed of attributes is the set itself, not its place in the message. */
function asSet(attributes: SignedAndUnsignedAttributes) {
  const encoded = der(attributes.toSchema())
  encoded[0] = 0x31
  return encoded
}

export function der(block: { toBER: (sizeOnly?: boolean) => ArrayBuffer }) {
  return Buffer.from(block.toBER(false))
}

export function octets(bytes: Uint8Array) {
  return new OctetString({ valueHex: plain(bytes) })
}

export function sha256(bytes: Uint8Array) {
  return createHash('sha256').update(bytes).digest()
}

export function plain(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
