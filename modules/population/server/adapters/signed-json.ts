import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { now } from '#kernel/civil-date'
import type { PopulationWire } from '#platform/server/wires'
import { verifiedFields } from '../../domain/trouble.ts'
import type { PopulationRegister, Unreachable } from './adapter.ts'

const longest = 30_000
const mostBytes = 16 * 2 ** 20

const Page = z.object({
  changes: z.array(z.looseObject({ number: z.int().positive() })),
  last: z.int().nonnegative(),
  hasMore: z.boolean(),
})
const Answers = z.object({
  answers: z.array(
    z.object({
      reference: z.string(),
      outcome: z.enum(['match', 'mismatch', 'not_found']),
      differs: z.array(z.enum(verifiedFields)),
    }),
  ),
})

/** Speaks the contract of simulators/population-register/README.md. */
export function signedJson(wire: PopulationWire): PopulationRegister {
  return {
    most: { changes: 1000, verified: 100 },
    readChanges: async (after, most) => {
      const answer = await ask(
        wire,
        { method: 'GET', target: `/v1/changes?after=${after}&most=${most}` },
        Page,
      )
      if ('kind' in answer) return answer
      const { changes, last, hasMore } = answer.body
      return {
        kind: 'page',
        changes: changes.map((given) => ({ number: given.number, given })),
        last,
        hasMore,
      }
    },
    verify: async (people) => {
      const body = JSON.stringify({ people })
      const answer = await ask(wire, { method: 'POST', target: '/v1/verifications', body }, Answers)
      return 'kind' in answer ? answer : { kind: 'verified', answers: answer.body.answers }
    },
  }
}

type Question = { readonly method: 'GET' | 'POST'; readonly target: string; readonly body?: string }

const unreachable = (trouble: Unreachable['trouble'], seconds?: number): Unreachable => ({
  kind: 'unreachable',
  trouble,
  seconds,
})
const sign = (secret: string, lines: readonly string[]) =>
  `v1=${createHmac('sha256', secret).update(lines.join('\n')).digest('hex')}`
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Signs, sends, and believes only an answer that is signed for this very question. */
async function ask<Shape extends z.ZodType>(
  { url, key, secret }: PopulationWire,
  { method, target, body = '' }: Question,
  shape: Shape,
): Promise<{ readonly body: z.infer<Shape> } | Unreachable> {
  const address = new URL(`${url.replace(/\/$/, '')}${target}`)
  const nonce = randomBytes(18).toString('base64url')
  const time = String(Math.floor(Temporal.Instant.from(now()).epochMilliseconds / 1000))
  const lines = [time, nonce, method, address.pathname + address.search, digestOf(body)]
  const answer = await send(address, {
    method,
    headers: {
      'x-key': key,
      'x-time': time,
      'x-nonce': nonce,
      'x-signature': sign(secret, lines),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body }),
  })
  if (!answer) return unreachable('no_answer')
  const { status, text, headers } = answer
  if (status >= 500) return unreachable('failing')
  const expected = Buffer.from(sign(secret, [nonce, String(status), digestOf(text)]))
  const given = Buffer.from(headers.get('x-signature') ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return unreachable(status === 401 || status === 403 ? 'not_trusted' : 'forged')
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? '')
    return unreachable('busy', seconds > 0 && seconds <= 3600 ? seconds : undefined)
  }
  if (status !== 200) return unreachable(status === 401 ? 'not_trusted' : 'not_understood')
  const read = shape.safeParse(parse(text))
  return read.success ? { body: read.data } : unreachable('not_understood')
}

/** Undefined where nothing came back whole and in time, for whatever reason. */
async function send(address: URL, init: RequestInit) {
  try {
    const signal = AbortSignal.timeout(longest)
    const response = await fetch(address, { ...init, signal, redirect: 'error' })
    if (Number(response.headers.get('content-length') ?? 0) > mostBytes) return undefined
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    // fetch throws these two and nothing else for what happens on the way.
    if (error instanceof TypeError || error instanceof DOMException) return undefined
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
