import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { now } from '#kernel/civil-date'
import type { SmsWire } from '#platform/server/wires'
import type { Outcome, Transport } from './outcome.ts'

const longest = 10_000

const Taken = z.object({ id: z.string() })
const Refused = z.object({ code: z.string() })
const Reports = z.object({
  reports: z.array(
    z.object({
      sequence: z.int().nonnegative(),
      key: z.string(),
      state: z.enum(['delivered', 'undelivered']),
    }),
  ),
})
export type Report = z.infer<typeof Reports>['reports'][number]

/** The gateway did not answer a question for reports in a way that can be used. */
export class NoReports extends Error {
  override readonly name = 'NoReports'
}

/** Hands a text message in at the gateway, by the contract in simulators/sms-gateway/README.md. */
export function smsTransport(wire: SmsWire): Transport {
  return async ({ key, to, text }) => {
    const body = JSON.stringify({ to, text })
    const response = await ask(wire, { method: 'POST', target: '/v1/messages', key, body })
    if (!response) return { kind: 'down', trouble: 'no_answer' }
    return outcomeOf(response)
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status } = response
  const body: unknown = await response.json().catch(() => undefined) // Whatever it was, it is no answer of the contract.
  if (status === 200 || status === 202) {
    const taken = Taken.safeParse(body)
    return taken.success
      ? { kind: 'sent', reference: taken.data.id }
      : { kind: 'down', trouble: 'not_understood' }
  }
  if (status === 429) {
    const asked = Number(response.headers.get('retry-after') ?? '')
    const seconds = asked > 0 && asked <= 3600 ? asked : undefined
    return { kind: 'down', trouble: 'busy', seconds }
  }
  if (status === 401 || status === 403) return { kind: 'down', trouble: 'not_trusted' }
  if (status >= 500) return { kind: 'down', trouble: 'failing' }
  const code = Refused.safeParse(body).data?.code
  if (status === 422 && code === 'number_unknown') return { kind: 'refused', reason: 'address_unknown' }
  if (status === 422 && code === 'number_refuses') return { kind: 'refused', reason: 'refused' }
  if (status === 422 || status === 409) return { kind: 'refused', reason: 'message_refused' }
  return { kind: 'down', trouble: 'not_understood' }
}

/** The next reports after one, oldest first. */
export async function readReports(wire: SmsWire, after: number): Promise<readonly Report[]> {
  const response = await ask(wire, { method: 'GET', target: `/v1/reports?after=${after}`, key: '', body: '' })
  if (!response?.ok) throw new NoReports(response ? `Answered ${response.status}` : 'No answer')
  const read = Reports.safeParse(await response.json().catch(() => undefined)) // As above.
  if (!read.success) throw new NoReports('Answered something else')
  return read.data.reports
}

type Request = {
  readonly method: 'GET' | 'POST'
  readonly target: string
  readonly key: string
  readonly body: string
}

/** Signs and sends; undefined where nothing came back in time, for whatever reason. */
async function ask({ url, key: name, secret }: SmsWire, { method, target, key, body }: Request) {
  const address = new URL(`${url.replace(/\/$/, '')}${target}`)
  const time = String(Math.floor(Temporal.Instant.from(now()).epochMilliseconds / 1000))
  const digest = createHash('sha256').update(body).digest('hex')
  const signed = [time, method, address.pathname + address.search, key, digest].join('\n')
  const headers = {
    'x-key': name,
    'x-time': time,
    'x-signature': `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`,
    ...(key && { 'idempotency-key': key }),
    ...(body && { 'content-type': 'application/json' }),
  }
  try {
    const signal = AbortSignal.timeout(longest)
    return await fetch(address, { method, headers, signal, redirect: 'error', ...(body && { body }) })
  } catch (error) {
    // fetch throws these two and nothing else for what happens on the way.
    if (error instanceof TypeError || error instanceof DOMException) return undefined
    throw error
  }
}
