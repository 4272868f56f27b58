import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The parts of a request that are signed, as the README lists them. */
export type SignedRequest = {
  readonly time: string
  readonly nonce: string
  readonly method: string
  readonly target: string
  readonly body: Uint8Array
}

/** In seconds: how far the clocks of both sides may be apart. */
export const mostSkew = 300

const digestOf = (body: Uint8Array | string) => createHash('sha256').update(body).digest('hex')
const sign = (secret: string, lines: readonly string[]) =>
  `v1=${createHmac('sha256', secret).update(lines.join('\n')).digest('hex')}`

/** Why a signature does not hold; undefined where it does. */
export function flawOf(secret: string, signed: SignedRequest, signature: string): string | undefined {
  const { time, nonce, method, target, body } = signed
  const skew = Math.abs(performance.timeOrigin + performance.now() - Number(time) * 1000)
  if (!(skew <= mostSkew * 1000)) return 'time_wrong'
  if (!/^[\w-]{16,64}$/.test(nonce)) return 'nonce_wrong'
  const expected = Buffer.from(sign(secret, [time, nonce, method, target, digestOf(body)]))
  const given = Buffer.from(signature)
  const holds = given.length === expected.length && timingSafeEqual(given, expected)
  return holds ? undefined : 'signature_wrong'
}

/** An answer is signed too, with the nonce of its request: nobody between can put one in its place. */
export function signAnswer(
  secret: string,
  { nonce, status, body }: { readonly nonce: string; readonly status: number; readonly body: string },
): string {
  return sign(secret, [nonce, String(status), digestOf(body)])
}
