import forge from 'node-forge'
import { generateKeyPairSync } from 'node:crypto'

type Given = { readonly key: forge.pki.rsa.PrivateKey; readonly certificate: forge.pki.Certificate }

/** A certificate that signs for itself, with its key. */
function makeCertificate(name: string, until = 2036): Given {
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
  certificate.sign(key, forge.md.sha256.create())
  return { key, certificate }
}

/** A certificate with its key, in a file. */
export function givenCertificateFile(name: string, password: string, until?: number): Uint8Array {
  const { key, certificate } = makeCertificate(name, until)
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: 'aes256' })
  return new Uint8Array(Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1'))
}

/** A certificate and its key as text. */
export function givenPemKey(name: string) {
  const { key, certificate } = makeCertificate(name)
  return { key: forge.pki.privateKeyToPem(key), certificate: forge.pki.certificateToPem(certificate) }
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
