import { constants, createECDH, privateEncrypt, type KeyObject } from 'node:crypto'

export const curve = 'prime256v1'

/** Signs a SHA-256 somebody else has made: PKCS#1 v1.5, or ECDSA in DER. */
export function signHash(key: KeyObject, hash: Buffer): Buffer {
  return key.asymmetricKeyType === 'rsa' ? rsaOf(key, hash) : ecdsaOf(key, hash)
}

/** What stands before a SHA-256 under PKCS#1 v1.5. */
const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex')

function rsaOf(key: KeyObject, hash: Buffer): Buffer {
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([sha256Info, hash]))
}

/** How many points there are on P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Node makes ECDSA only over what it hashes itself; of the arithmetic it lends the point of a fresh number. */
function ecdsaOf(key: KeyObject, hash: Buffer): Buffer {
  const secret = numberIn(Buffer.from(key.export({ format: 'jwk' }).d!, 'base64url')) // A private key has one.
  for (;;) {
    const fresh = createECDH(curve)
    const point = fresh.generateKeys()
    const r = numberIn(point.subarray(1, 33)) % order
    const s = (inverseOf(numberIn(fresh.getPrivateKey())) * (numberIn(hash) + r * secret)) % order
    if (r !== 0n && s !== 0n) return sequenceOf(integerOf(r), integerOf(s))
  }
}

/** By Fermat: the order is a prime. */
function inverseOf(number: bigint): bigint {
  let inverse = 1n
  for (let base = number, power = order - 2n; power > 0n; power >>= 1n) {
    if (power & 1n) inverse = (inverse * base) % order
    base = (base * base) % order
  }
  return inverse
}

const numberIn = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

function integerOf(number: bigint): Buffer {
  const hex = number.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  const value = bytes[0]! < 0x80 ? bytes : Buffer.from([0, ...bytes]) // Otherwise it would be a negative one.
  return Buffer.from([0x02, value.length, ...value])
}

function sequenceOf(...parts: readonly Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  return Buffer.from([0x30, value.length, ...value])
}
