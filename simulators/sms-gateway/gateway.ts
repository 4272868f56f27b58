import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { readBehaviour, usual, type Behaviour } from './behaviour.ts'
import { flawOf } from './signature.ts'
import type { Message, Store } from './store.ts'

type Settings = { readonly store: Store; readonly key: string; readonly secret: string }

type Answer = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const refusal = (status: number, code: string, headers = {}): Answer => ({ status, body: { code }, headers })
const atOnce = 100
const moment = (later = 0) =>
  Temporal.Now.instant()
    .add({ milliseconds: Math.round(later) })
    .toString({ smallestUnit: 'millisecond' })

/** The gateway as an HTTP server that listens nowhere yet. */
export function createGateway({ store, key, secret }: Settings): Server {
  let behaviour: Behaviour = usual

  async function answer(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method = '', url: target = '' } = request
    const { pathname, searchParams } = new URL(target, 'http://gateway')
    switch (`${method} ${pathname}`) {
      case 'GET /sim/behaviour':
        return { status: 200, body: behaviour }
      case 'PUT /sim/behaviour':
        behaviour = readBehaviour(JSON.parse(body.toString()))
        return { status: 200, body: behaviour }
      case 'GET /sim/messages':
        return { status: 200, body: [...store.messages.values()] }
    }
    const flaw = header(request, 'x-key') === key ? flawIn(request, body) : 'key_unknown'
    if (flaw) return refusal(401, flaw)
    await sleep(behaviour.answersAfter)
    if (behaviour.isBusy) return refusal(429, 'too_fast', { 'retry-after': '30' })
    switch (`${method} ${pathname}`) {
      case 'POST /v1/messages':
        return take(header(request, 'idempotency-key'), body)
      case 'GET /v1/reports':
        return { status: 200, body: { reports: reportsAfter(Number(searchParams.get('after') ?? 0)) } }
      default:
        return refusal(404, 'not_found')
    }
  }

  function flawIn(request: IncomingMessage, body: Buffer) {
    const { method = '', url: target = '' } = request
    const time = header(request, 'x-time')
    const signed = { time, method, target, key: header(request, 'idempotency-key'), body }
    return flawOf(secret, signed, header(request, 'x-signature'))
  }

  function take(key: string, body: Buffer): Answer {
    const { to, text } = readMessage(body)
    if (!/^\+84\d{9}$/.test(to) || text.length < 1 || text.length > 670 || !/^.{1,100}$/.test(key))
      return refusal(422, 'message_malformed')
    const before = store.messages.get(key)
    if (before) {
      const isSame = before.to === to && before.text === text
      return isSame ? { status: 200, body: { id: before.id } } : refusal(409, 'key_reused')
    }
    const fate = behaviour.numbers[to]
    if (fate === 'unknown') return refusal(422, 'number_unknown')
    if (fate === 'refuses') return refusal(422, 'number_refuses')
    const message = { id: randomUUID(), key, to, text, at: moment() }
    store.keep(message)
    if (fate !== 'lost') report(message, fate === 'undelivered')
    return { status: 202, body: { id: message.id } }
  }

  function report({ id, key }: Message, isUndelivered: boolean) {
    const outcome = isUndelivered
      ? ({ state: 'undelivered', reason: 'switched_off' } as const)
      : ({ state: 'delivered' } as const)
    for (let times = behaviour.reportsTwice ? 2 : 1; times > 0; times--)
      store.report({ id, key, ...outcome, at: moment(), visibleAt: moment(behaviour.reportsAfter) })
  }

  function reportsAfter(after: number) {
    const present = moment()
    const since = store.reports.filter(({ sequence }) => sequence > after)
    // What is late holds up what came after it, or whoever reads by sequence would never hear of it.
    const late = since.findIndex(({ visibleAt }) => visibleAt > present)
    return since
      .slice(0, late === -1 ? atOnce : Math.min(late, atOnce))
      .map(({ visibleAt: _visibleAt, ...told }) => told)
  }

  return createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      send(response, { status: 400, body: { code: 'malformed', message: String(error) } })
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    const isOurs = request.url?.startsWith('/sim/')
    if (behaviour.isDown && !isOurs) return void request.socket.destroy()
    const given = await answer(request, body)
    if (behaviour.losesAnswers && !isOurs && request.method === 'POST') return void request.socket.destroy()
    send(response, given)
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

function header({ headers }: IncomingMessage, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

function readMessage(body: Buffer): { readonly to: string; readonly text: string } {
  const read = JSON.parse(body.toString()) as Partial<Record<'to' | 'text', unknown>>
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
  return { to: textOf(read.to), text: textOf(read.text) }
}
