import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

/** What a provider does with a file of orders it has got, whole. */
export type Receive = (name: string, bytes: Buffer) => Receipt
export type Receipt = { readonly status: 200 | 202 | 400 | 409; readonly message: string }

export type Counter = {
  readonly receive: Receive
  readonly listAnswers: () => readonly string[]
  readonly readAnswer: (name: string) => string | undefined
  /** Ends a working day; what it brings stands among the answers. */
  readonly closeDay: () => readonly string[]
  /** Other doors of this provider: the path, what came in, and what goes out. */
  readonly other?: (
    method: string,
    path: string,
    body: Buffer,
  ) => { status: number; body: unknown } | undefined
}

/** A provider whose answers are no text, for they are sealed. */
export type SealedCounter = Omit<Counter, 'readAnswer'> & {
  readonly readAnswer: (name: string) => Buffer | undefined
}

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const largest = 2 * 1024 * 1024 * 1024

/** Serves a provider over HTTP on this machine only; put a proxy with a certificate before it for HTTPS. */
export function serveHttp(
  counter: Counter | SealedCounter,
  port: number,
): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    answer(counter, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => void server.close(),
      })
    })
  })
}

async function answer(counter: Counter | SealedCounter, request: IncomingMessage, response: ServerResponse) {
  const [, first = '', rest = ''] = /^\/([^/?]*)\/?([^?]*)/.exec(request.url ?? '') ?? []
  const name = decodeURIComponent(rest)
  const method = request.method ?? 'GET'
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (method === 'PUT' && first === 'orders') {
    const bytes = await bodyOf(request)
    const digest = request.headers['content-digest']
    if (digest !== undefined && digest !== `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`)
      return send(400, { message: 'The digest is another' })
    const { status, message } = counter.receive(name, bytes)
    return send(status, { message })
  }
  if (method === 'GET' && first === 'answers' && name === '') return send(200, counter.listAnswers())
  if (method === 'GET' && first === 'answers') {
    const text = counter.readAnswer(name)
    return text === undefined ? send(404, {}) : response.writeHead(200).end(text)
  }
  if (method === 'POST' && first === 'days') return send(200, counter.closeDay())
  const other = counter.other?.(method, `/${first}/${name}`, await bodyOf(request))
  return other ? send(other.status, other.body) : send(404, {})
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > largest) throw new Error('Too large')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/**
 * Looks through a folder as a bank looks through its SFTP boxes: takes each file whole, writes `<name>.received` with its
 * hash beside it, removes it, and puts answers into the other folder. Gives the names it took.
 */
export function takeFromFolder(counter: Pick<Counter, 'receive'>, orders: string): string[] {
  mkdirSync(orders, { recursive: true })
  const names = readdirSync(orders).filter((name) => /^[^.].*\.(xml|csv)(\.p7m)?$/.test(name))
  for (const name of names) {
    const bytes = readFileSync(join(orders, name))
    counter.receive(name, bytes)
    writeFileSync(join(orders, `${name}.received`), `${sha256(bytes)}\n`)
    rmSync(join(orders, name))
  }
  return names
}

/** Puts answers that are not there yet into a folder, whole or not at all. */
export function putIntoFolder(counter: Counter | SealedCounter, answers: string) {
  mkdirSync(answers, { recursive: true })
  const there = new Set(readdirSync(answers))
  for (const name of counter.listAnswers()) {
    if (there.has(name)) continue
    writeFileSync(join(answers, `.${name}`), counter.readAnswer(name)!)
    renameSync(join(answers, `.${name}`), join(answers, name))
  }
}
