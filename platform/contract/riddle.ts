import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Working riddles out, for whoever loads nothing else: on a page that only sends a form every kilobyte is waited for. */
type Challenge = { readonly challenge: string; readonly bits: number }
type Proof = { readonly challenge: string; readonly answer: string }

/** How many zero bits the digest of an answer begins with. */
export function zeroBitsOf({ challenge, answer }: Proof): number {
  const digest = sha256(utf8ToBytes(`${challenge} ${answer}`))
  let bits = 0
  for (const byte of digest) {
    if (byte === 0) bits += 8
    else return bits + Math.clz32(byte) - 24
  }
  return bits
}

/** Tries so many answers, from one on; undefined where none of them is right, so that a page can breathe in between. */
export function tryAnswers(
  { challenge, bits }: Challenge,
  { from, count }: { readonly from: number; readonly count: number },
): Proof | undefined {
  for (let answer = from; answer < from + count; answer++) {
    const proof = { challenge, answer: String(answer) }
    if (zeroBitsOf(proof) >= bits) return proof
  }
  return undefined
}
