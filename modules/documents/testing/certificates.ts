import { Integer, Utf8String } from 'asn1js'
import forge from 'node-forge'
import { generateKeyPairSync, KeyObject, webcrypto, X509Certificate } from 'node:crypto'
import { AttributeTypeAndValue, Certificate, CryptoEngine } from 'pkijs'

type Given = { readonly key: forge.pki.rsa.PrivateKey; readonly certificate: forge.pki.Certificate }

/** A certificate that signs for itself, with its key. */
function makeCertificate(name: string, until = 2036, extensions: readonly object[] = []): Given {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(
    pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  )
  certificate.serialNumber = '01'
  certificate.validity.notBefore.setFullYear(Math.min(2026, until - 1), 0, 1)
  certificate.validity.notAfter.setFullYear(until, 0, 1)
  // Of the type that holds more than ASCII.
  const subject = [{ name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 }]
  certificate.setSubject(subject as never)
  certificate.setIssuer(subject as never)
  certificate.setExtensions([...extensions])
  certificate.sign(key, forge.md.sha256.create())
  return { key, certificate }
}

/** A certificate with its key, in a file. */
export function givenCertificateFile(name: string, password: string, until?: number): Uint8Array {
  const { key, certificate } = makeCertificate(name, until)
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256' })
  return new Uint8Array(Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1'))
}

type PemKey = { readonly key: string; readonly certificate: string }

/** A certificate and its key as text. */
export const givenPemKey = (name: string) => inPem(makeCertificate(name))

/** One that is meant for vouching for moments, and for nothing else. */
export const givenTimestampKey = (name: string) =>
  inPem(makeCertificate(name, undefined, [{ name: 'extKeyUsage', critical: true, timeStamping: true }]))

function inPem({ key, certificate }: Given): PemKey {
  return { key: forge.pki.privateKeyToPem(key), certificate: forge.pki.certificateToPem(certificate) }
}

/** A certificate and its key on P-256, which forge does not know. */
export async function givenPemKeyOnP256(name: string): Promise<PemKey> {
  const engine = new CryptoEngine({ name: 'testing', crypto: webcrypto as Crypto })
  const kind = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await webcrypto.subtle.generateKey(kind, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: 1 })
  for (const { typesAndValues } of [certificate.issuer, certificate.subject])
    typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
    )
  certificate.notBefore.value.setFullYear(2026, 0, 1)
  certificate.notAfter.value.setFullYear(2036, 0, 1)
  await certificate.subjectPublicKeyInfo.importKey(publicKey as CryptoKey, engine) // The same keys, by another name for their type.
  await certificate.sign(privateKey as CryptoKey, 'SHA-256', engine)
  return {
    key: KeyObject.from(privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: new X509Certificate(Buffer.from(certificate.toSchema().toBER(false))).toString(),
  }
}

/** Two houses with a certificate each, which they have exchanged. */
export function givenExchange() {
  const house = (name: string) => {
    const { key, certificate } = givenPemKey(name)
    return { ownKey: key, ownCertificate: certificate }
  }
  const [own, other] = [house('UBND xa Tam Son'), house('Ngan hang')]
  return {
    ours: { ...own, otherCertificate: other.ownCertificate },
    theirs: { ...other, otherCertificate: own.ownCertificate },
  }
}
