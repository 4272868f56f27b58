/** What is written of ASN.1 here: each a tag, a length, and what is in it (DER). */
export const sequence = (...parts: readonly Uint8Array[]) => node(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]) =>
  node(0x31, ...parts.toSorted((one, other) => Buffer.compare(one, other)))
export const octets = (bytes: Uint8Array) => node(0x04, bytes)
export const small = (number: number) => node(0x02, Buffer.from([number]))
/** `[0]` around what is named so, and in place of the tag of what is. */
export const tagged = (...parts: readonly Uint8Array[]) => node(0xa0, ...parts)
export const retagged = (encoded: Buffer) => Buffer.concat([Buffer.from([0xa0]), encoded.subarray(1)])

/** «20261123020005Z» */
export const generalizedTime = (at: Temporal.Instant) =>
  node(0x18, Buffer.from(at.toString({ smallestUnit: 'second' }).replaceAll(/[-:T]/g, ''), 'latin1'))

export function integer(number: bigint): Buffer {
  const hex = number.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return node(0x02, bytes[0]! < 0x80 ? bytes : Buffer.from([0, ...bytes])) // Otherwise it would be a negative one.
}

export function oid(dotted: string): Buffer {
  const [first, second, ...others] = dotted.split('.').map(Number) as [number, number, ...number[]] // Ours have three and more.
  return node(0x06, Buffer.from([40 * first + second, ...others.flatMap(inSevens)]))
}

/** Seven bits in a byte, all but the last of which say that there is more. */
function inSevens(number: number): number[] {
  const bytes = [number % 128]
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(0x80 + (rest % 128))
  return bytes
}

function node(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}
