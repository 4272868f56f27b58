/** Why a paper could not be signed, in words of ours: never those of the other side. */
export const signingTroubles = [
  /** The service did not answer, is busy, or broke. */
  'no_answer',
  'busy',
  'failing',
  /** What it answered is not of its API. */
  'not_understood',
  /** It does not know this installation any more. */
  'not_trusted',
  /** It gives no leave to sign: a wrong PIN, a key that is locked, somebody who said no. */
  'refused',
  /** The certificate is another than the one that was put here for this office. */
  'certificate_differs',
  /** It has run out, was taken back, or is of a kind nobody here can use. */
  'certificate_unusable',
  /** What came back was not made by the key of this certificate. */
  'signature_wrong',
  /** The file of the key cannot be opened. */
  'key_unreadable',
  /** Whoever vouches for the moment did not answer, or gave no timestamp. */
  'timestamp_missing',
  /** It is for something else, or of somebody else than was put here. */
  'timestamp_wrong',
] as const

export type SigningTroubleKind = (typeof signingTroubles)[number]

const passing: readonly SigningTroubleKind[] = [
  'no_answer',
  'busy',
  'failing',
  'not_understood',
  'timestamp_missing',
]

/** Whether it may be gone by itself in a while. The others need somebody: tried on and on, a PIN that is wrong locks its key. */
export function passesByItself(kind: SigningTroubleKind): boolean {
  return passing.includes(kind)
}

/** A paper could not be signed now. Nothing is lost by it: its words are frozen, and it can be tried again. */
export class SigningTrouble extends Error {
  override readonly name = 'SigningTrouble'
  readonly kind: SigningTroubleKind

  constructor(kind: SigningTroubleKind, cause?: unknown) {
    super(`The paper could not be signed: ${kind}`, { cause })
    this.kind = kind
  }
}
