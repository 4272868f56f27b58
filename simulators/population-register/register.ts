import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { readBehaviour, usual, type Behaviour } from './behaviour.ts'
import { keepBooks } from './keep-books.ts'
import { live, type Order } from './life.ts'
import { flawOf, mostSkew, signAnswer } from './signature.ts'
import type { Happening, Store } from './store.ts'
import { verify, type Asked } from './verify.ts'

type Settings = { readonly store: Store; readonly key: string; readonly secret: string }
type Answer = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const refusal = (status: number, code: string, headers = {}): Answer => ({ status, body: { code }, headers })
const mostChanges = 1000
const mostVerified = 100
const inSeconds = () => Math.floor((performance.timeOrigin + performance.now()) / 1000)

/** The register as an HTTP server that listens nowhere yet. */
export function createRegister({ store, key, secret }: Settings): Server {
  let behaviour: Behaviour = usual
  let asked: number[] = []

  async function answer(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method = '', url: target = '' } = request
    const { pathname, searchParams } = new URL(target, 'http://register')
    if (pathname.startsWith('/sim/')) return simulate(`${method} ${pathname}`, body)
    const flaw = header(request, 'x-key') === key ? flawIn(request, body) : 'key_unknown'
    if (flaw) return refusal(401, flaw)
    await sleep(behaviour.answersAfter)
    const wait = secondsToWait()
    if (wait > 0) return refusal(429, 'too_fast', { 'retry-after': String(wait) })
    switch (`${method} ${pathname}`) {
      case 'GET /v1/changes':
        return page(Number(searchParams.get('after') ?? 0), Number(searchParams.get('most') ?? mostChanges))
      case 'POST /v1/verifications':
        return compare(JSON.parse(body.toString()))
      default:
        return refusal(404, 'not_found')
    }
  }

  function flawIn(request: IncomingMessage, body: Buffer): string | undefined {
    const { method = '', url: target = '' } = request
    const [time, nonce] = [header(request, 'x-time'), header(request, 'x-nonce')]
    const flaw = flawOf(secret, { time, nonce, method, target, body }, header(request, 'x-signature'))
    if (flaw) return flaw
    return store.useNonce(nonce, inSeconds(), 2 * mostSkew) ? undefined : 'nonce_used'
  }

  /** As many in any sixty seconds as it allows. */
  function secondsToWait(): number {
    if (behaviour.isBusy) return 30
    const now = performance.now()
    asked = asked.filter((at) => at > now - 60_000)
    if (asked.length < behaviour.perMinute) {
      asked.push(now)
      return 0
    }
    return Math.max(1, Math.ceil((asked[0]! + 60_000 - now) / 1000))
  }

  function page(after: number, most: number): Answer {
    if (!(after >= 0 && most >= 1 && most <= mostChanges)) return refusal(422, 'page_malformed')
    const found = store.changesAfter(after, most)
    const changes = behaviour.repeats ? found.flatMap((one) => [one, one]) : found
    return { status: 200, body: { changes, last: store.last(), hasMore: found.length === most } }
  }

  function compare(given: { readonly people?: readonly Asked[] }): Answer {
    const { people } = given
    if (!Array.isArray(people) || people.length < 1 || people.length > mostVerified)
      return refusal(422, 'people_malformed')
    return { status: 200, body: { answers: people.map((one: Asked) => verify(store, one)) } }
  }

  /** The other side of the simulation: what happens in the country, and what goes wrong. */
  function simulate(what: string, body: Buffer): Answer {
    switch (what) {
      case 'GET /sim/behaviour':
        return { status: 200, body: behaviour }
      case 'PUT /sim/behaviour':
        behaviour = readBehaviour(JSON.parse(body.toString()))
        asked = []
        return { status: 200, body: behaviour }
      case 'POST /sim/happenings': {
        const happenings = JSON.parse(body.toString()) as readonly Happening[]
        const numbers = store.atOnce(() =>
          happenings.map((one) => {
            keepBooks(store, one)
            return store.record(one, Temporal.Now.instant().toString({ smallestUnit: 'second' }))
          }),
        )
        return { status: 200, body: { numbers } }
      }
      case 'POST /sim/life':
        return { status: 200, body: live(store, JSON.parse(body.toString()) as Order) }
      default:
        return refusal(404, 'not_found')
    }
  }

  return createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      send(request, response, { status: 400, body: { code: 'malformed', message: String(error) } })
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    const isOurs = request.url?.startsWith('/sim/')
    if (behaviour.isDown && !isOurs) return void request.socket.destroy()
    send(request, response, await answer(request, body))
  }

  function send(request: IncomingMessage, response: ServerResponse, { status, body, headers = {} }: Answer) {
    const isOurs = request.url?.startsWith('/sim/')
    const whole = JSON.stringify(body)
    const text = behaviour.garbles && !isOurs ? whole.slice(0, -1) : whole
    const nonce = header(request, 'x-nonce')
    const signature = signAnswer(secret, { nonce, status, body: behaviour.forges ? `${text} ` : text })
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...(!isOurs && { 'x-signature': signature }),
      ...headers,
    })
    if (!isOurs && behaviour.cutsAfter > 0 && text.length > behaviour.cutsAfter) {
      response.write(text.slice(0, behaviour.cutsAfter), () => request.socket.destroy())
      return
    }
    response.end(text)
  }
}

function header({ headers }: IncomingMessage, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}
