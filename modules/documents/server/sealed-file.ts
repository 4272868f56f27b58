import { fromBER, ObjectIdentifier, OctetString } from 'asn1js'
import { createHash, createPrivateKey, webcrypto, X509Certificate } from 'node:crypto'
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  EnvelopedData,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { plain } from './cms.ts'
import { SealError, type ExchangeKeys, type SealFault } from './seal-error.ts'

/** Its own, whatever others in this process have set as theirs. */
const engine = new CryptoEngine({ name: 'sealed', crypto: webcrypto as Crypto })

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

/** A file with a signature around it (CMS SignedData, RSA with SHA-256), in DER. */
export async function signFile(content: Uint8Array, keys: ExchangeKeys): Promise<Uint8Array> {
  const certificate = certificateIn(keys.ownCertificate)
  const digest = createHash('sha256').update(content).digest()
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: oids.data,
      eContent: new OctetString({ valueHex: plain(content) }),
    }),
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oids.sha256 })],
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
            new Attribute({
              type: oids.messageDigest,
              values: [new OctetString({ valueHex: plain(digest) })],
            }),
          ],
        }),
      }),
    ],
  })
  const key = await webcrypto.subtle.importKey(
    'pkcs8',
    pkcs8Of(keys.ownKey),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  await signed.sign(key as CryptoKey, 0, 'SHA-256', undefined, engine) // The same key, by another name for its type.
  return der(new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) }))
}

/** The same in an envelope only the other house can open (AES-256, key by RSAES-OAEP with SHA-256). */
export async function sealFile(content: Uint8Array, keys: ExchangeKeys): Promise<Uint8Array> {
  const envelope = new EnvelopedData()
  envelope.addRecipientByCertificate(
    certificateIn(keys.otherCertificate),
    { oaepHashAlgorithm: 'SHA-256' },
    1,
    engine,
  )
  const signed = await signFile(content, keys)
  await envelope.encrypt({ name: 'AES-CBC', length: 256 } as Algorithm, plain(signed), engine)
  return der(new ContentInfo({ contentType: oids.envelopedData, content: envelope.toSchema() }))
}

/**
 * What the other house put into a file, if the file is theirs: signed by the certificate we have of them and no other, which
 * still counted on that day, and in an envelope where one is wanted.
 */
export async function openSealed(
  file: Uint8Array,
  keys: ExchangeKeys,
  { isEncrypted, on }: { isEncrypted: boolean; on: string },
): Promise<Uint8Array> {
  const signed = isEncrypted ? await decrypt(file, keys) : file
  const data =
    contentOf(signed, oids.signedData, ({ content }) => new SignedData({ schema: content })) ??
    fail('not_signed')
  const other = new X509Certificate(keys.otherCertificate)
  const isTheirs = data.certificates?.some(
    (one) => one instanceof Certificate && Buffer.from(one.toSchema().toBER(false)).equals(other.raw),
  )
  if (!isTheirs || data.signerInfos.length !== 1) fail('signer_unknown')
  // The signature is checked by the certificate we hold, whatever others the file brings along.
  data.certificates = [certificateIn(keys.otherCertificate)]
  if (!(await isIntact(data))) fail('signature_wrong')
  const [first, last] = [other.validFromDate, other.validToDate].map((at) => at.toISOString().slice(0, 10))
  if (on < first! || on > last!) fail('certificate_ended')
  const content = data.encapContentInfo.eContent
  if (!content) fail('not_signed')
  return new Uint8Array(content!.getValue())
}

async function isIntact(data: SignedData): Promise<boolean> {
  try {
    return await data.verify({ signer: 0, checkChain: false }, engine)
  } catch {
    return false // Whatever the library says of a file somebody sends: it is not the file that was signed.
  }
}

async function decrypt(file: Uint8Array, keys: ExchangeKeys): Promise<Uint8Array> {
  const envelope =
    contentOf(file, oids.envelopedData, ({ content }) => new EnvelopedData({ schema: content })) ??
    fail('not_encrypted')
  try {
    const opened = await envelope.decrypt(
      0,
      { recipientCertificate: certificateIn(keys.ownCertificate), recipientPrivateKey: pkcs8Of(keys.ownKey) },
      engine,
    )
    return new Uint8Array(opened)
  } catch {
    return fail('not_encrypted') // Not for us, or damaged: the library does not say which, and it is not for the sender to learn.
  }
}

function fail(fault: SealFault): never {
  throw new SealError(fault)
}

/** What a message of this kind holds; undefined where the bytes are none, for somebody may send anything. */
function contentOf<Content>(file: Uint8Array, type: string, read: (info: ContentInfo) => Content) {
  try {
    const { result, offset } = fromBER(plain(file))
    if (offset === -1) return undefined
    const info = new ContentInfo({ schema: result })
    return info.contentType === type ? read(info) : undefined
  } catch {
    return undefined // The library throws one error or another for bytes in which it finds no such message.
  }
}

function certificateIn(pem: string): Certificate {
  return Certificate.fromBER(plain(new X509Certificate(pem).raw))
}

function pkcs8Of(pem: string): ArrayBuffer {
  return plain(createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }))
}

function der(info: ContentInfo): Uint8Array {
  return new Uint8Array(info.toSchema().toBER(false))
}
