import { createServer, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { readBehaviour, usual, type Behaviour } from './behaviour.ts'
import { granted, readAsked, refused, type Authority } from './token.ts'

const query = 'application/timestamp-query'
const reply = 'application/timestamp-reply'

/** The authority as an HTTP server that listens nowhere yet; `other` is one nobody trusts, for what it does wrong. */
export function createAuthority(authority: Authority, other: Authority): Server {
  let behaviour: Behaviour = usual
  let last: { imprint: Uint8Array; nonce: Uint8Array | undefined } | undefined
  let serial = 0n
  return createServer((request, response) => {
    void answer().catch((error: unknown) => response.writeHead(400).end(String(error)))

    async function answer() {
      const body = await buffer(request)
      if (request.url === '/sim/behaviour') {
        if (request.method === 'PUT') behaviour = readBehaviour(JSON.parse(body.toString()))
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(behaviour))
      }
      if (behaviour.isDown) return request.socket.destroy()
      if (behaviour.isFailing) return response.writeHead(500).end()
      if (behaviour.garbles) return response.writeHead(200, { 'content-type': reply }).end('<h1>Welcome</h1>')
      if (request.method !== 'POST' || request.headers['content-type'] !== query)
        return response.writeHead(415).end()
      const asked = behaviour.refuses ? undefined : readAsked(body)
      response.writeHead(200, { 'content-type': reply })
      if (!asked) return response.end(refused())
      const told = { ...asked, ...(behaviour.stampsTheLast && last) }
      last = asked
      serial += 1n
      const at = Temporal.Now.instant()
      return response.end(granted(told, behaviour.isSomebodyElse ? other : authority, { at, serial }))
    }
  })
}
