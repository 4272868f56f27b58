import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

/** A riddle that costs a computer a moment: to find a text with which the digest begins with so many zero bits. */
export const Challenge = z.object({ challenge: z.string().max(300), bits: z.int() })
export type Challenge = z.infer<typeof Challenge>

/** Its answer: what asks for it is refused to whoever sends thousands, and asks nothing of people. */
export const Proof = z.object({ challenge: z.string().max(300), answer: z.string().max(40) })
export type Proof = z.infer<typeof Proof>

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
