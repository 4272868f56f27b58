import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** The parts of a request that are signed, as the README lists them. */
export type Signed = {
  readonly time: string
  readonly method: string
  readonly target: string
  readonly key: string
  readonly body: Uint8Array
}

const mostSkew = 300

/** Why a signature does not hold; undefined where it does. */
export function flawOf(secret: string, signed: Signed, signature: string): string | undefined {
  const skew = Math.abs(performance.timeOrigin + performance.now() - Number(signed.time) * 1000)
  if (!(skew <= mostSkew * 1000)) return 'time_wrong'
  const expected = Buffer.from(`v1=${sign(secret, signed)}`)
  const given = Buffer.from(signature)
  const holds = given.length === expected.length && timingSafeEqual(given, expected)
  return holds ? undefined : 'signature_wrong'
}

function sign(secret: string, { time, method, target, key, body }: Signed): string {
  const digest = createHash('sha256').update(body).digest('hex')
  return createHmac('sha256', secret).update([time, method, target, key, digest].join('\n')).digest('hex')
}
