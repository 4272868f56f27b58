import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { readBehaviour, usual, type Behaviour } from './behaviour.ts'
import { openTokens, type Leave } from './tokens.ts'
import { signHash } from './sign-hash.ts'
import type { Credential } from './vault.ts'

type Settings = {
  readonly vault: ReadonlyMap<string, Credential>
  readonly client: string
  readonly secret: string
}

type Answer = { readonly status: number; readonly body: unknown; readonly headers?: Record<string, string> }
type Asked = Readonly<Record<string, unknown>>

const refusal = (error: string, error_description: string, status = 400): Answer => ({
  status,
  body: { error, error_description },
})
const oids = {
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecPublicKey: '1.2.840.10045.2.1',
  p256: '1.2.840.10045.3.1.7',
}
const mostAtOnce = 50

/** The signing service as an HTTP server that listens nowhere yet. */
export function createService({ vault, client, secret }: Settings): Server {
  let behaviour: Behaviour = usual
  const access = openTokens<true>(600)
  const leaves = openTokens<Leave>(60)
  const signed: { credentialID: string; hash: string; at: string }[] = []

  async function answer(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', 'http://service')
    switch (`${request.method} ${pathname}`) {
      case 'GET /sim/behaviour':
        return { status: 200, body: behaviour }
      case 'PUT /sim/behaviour':
        behaviour = readBehaviour(JSON.parse(body.toString()))
        if (behaviour.forgetsTokens) access.forget()
        return { status: 200, body: behaviour }
      case 'GET /sim/signatures':
        return { status: 200, body: signed }
    }
    await sleep(behaviour.answersAfter)
    if (behaviour.isBusy)
      return { ...refusal('server_busy', 'Try again later', 503), headers: { 'retry-after': '30' } }
    if (behaviour.isFailing) return refusal('server_error', 'Something broke', 500)
    const [, version, path] = /^\/csc\/(v1|v2)\/(.+)$/.exec(pathname) ?? []
    if (request.method !== 'POST' || !path) return refusal('invalid_request', 'There is no such method', 404)
    if (path === 'oauth2/token') return giveToken(new URLSearchParams(body.toString()))
    const asked = JSON.parse(body.toString() || '{}') as Asked // Each field is looked at where it is used.
    if (path === 'info') return describe(version as 'v1' | 'v2')
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!access.find(bearer))
      return refusal('invalid_token', 'The access token is not or no longer good', 401)
    switch (path) {
      case 'credentials/list':
        return { status: 200, body: { credentialIDs: [...vault.keys()] } }
      case 'credentials/info':
        return withCredential(asked, (credential) => show(credential, version as 'v1' | 'v2'))
      case 'credentials/authorize':
        return withCredential(asked, (credential) => authorize(credential, asked, version as 'v1' | 'v2'))
      case 'signatures/signHash':
        return withCredential(asked, (credential) => sign(credential, asked, version as 'v1' | 'v2'))
      default:
        return refusal('invalid_request', 'There is no such method', 404)
    }
  }

  function describe(version: 'v1' | 'v2'): Answer {
    return {
      status: 200,
      body: {
        specs: version === 'v1' ? '1.0.4.0' : '2.0.0.2',
        name: 'A signing service, simulated',
        region: 'VN',
        lang: 'en-US',
        authType: ['oauth2client'],
        methods: ['credentials/list', 'credentials/info', 'credentials/authorize', 'signatures/signHash'],
      },
    }
  }

  function giveToken(form: URLSearchParams): Answer {
    if (form.get('grant_type') !== 'client_credentials')
      return refusal('unsupported_grant_type', 'Only client_credentials')
    const isKnown = form.get('client_id') === client && isSame(form.get('client_secret') ?? '', secret)
    if (!isKnown) return refusal('invalid_client', 'Unknown, or a wrong secret', 401)
    return {
      status: 200,
      body: { access_token: access.give(true), token_type: 'Bearer', expires_in: access.seconds },
    }
  }

  function withCredential(asked: Asked, then: (credential: Credential) => Answer): Answer {
    const credential = vault.get(String(asked['credentialID']))
    return credential ? then(credential) : refusal('invalid_request', 'Invalid parameter credentialID')
  }

  function show(credential: Credential, version: 'v1' | 'v2'): Answer {
    const { chain } = vault.get(behaviour.showsInstead) ?? credential
    const [certificate] = chain
    return {
      status: 200,
      body: {
        description: credential.id,
        key: { status: 'enabled', ...kindOf(credential) },
        cert: {
          status: behaviour.certStatus,
          certificates: chain.map(({ raw }) => raw.toString('base64')),
          subjectDN: certificate!.subject.replaceAll('\n', ', '),
          serialNumber: certificate!.serialNumber,
        },
        ...(version === 'v1'
          ? { authMode: 'explicit', PIN: { presence: 'true', format: 'A', label: 'PIN' }, SCAL: '2' }
          : {
              auth: {
                mode: 'explicit',
                expression: 'PIN',
                objects: [{ type: 'Password', id: 'PIN', format: 'A' }],
              },
              SCAL: '2',
            }),
        multisign: mostAtOnce,
        lang: 'en-US',
      },
    }
  }

  function authorize({ id, pin }: Credential, asked: Asked, version: 'v1' | 'v2'): Answer {
    if (behaviour.refuses) return refusal(behaviour.refuses, 'As it was told to')
    if (!isSame(pinIn(asked, version), pin)) return refusal('invalid_pin', 'The PIN is another')
    const hashes = hashesIn(asked, version)
    if (!hashes || Number(asked['numSignatures']) !== hashes.length)
      return refusal('invalid_request', 'As many hashes as signatures, each a SHA-256')
    return {
      status: 200,
      body: { SAD: leaves.give({ credentialID: id, hashes }), expiresIn: leaves.seconds },
    }
  }

  function sign(credential: Credential, asked: Asked, version: 'v1' | 'v2'): Answer {
    const hashes = hashesIn(asked, version)
    const algorithm = asked[version === 'v1' ? 'hashAlgo' : 'hashAlgorithmOID']
    if (
      !hashes ||
      asked['signAlgo'] !== kindOf(credential).algo.at(-1) ||
      (algorithm !== undefined && algorithm !== oids.sha256)
    )
      return refusal('invalid_request', 'SHA-256 only, by the algorithm of the key')
    const leave = leaves.take(String(asked['SAD']))
    if (!leave || leave.credentialID !== credential.id || leave.hashes.join(' ') !== hashes.join(' '))
      return refusal('invalid_request', 'Invalid parameter SAD')
    const signer = vault.get(behaviour.signsInstead) ?? credential
    const at = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })
    for (const hash of hashes) signed.push({ credentialID: signer.id, hash, at })
    return {
      status: 200,
      body: {
        signatures: hashes.map((hash) =>
          signHash(signer.key, Buffer.from(hash, 'base64')).toString('base64'),
        ),
      },
    }
  }

  return createServer((request, response) => {
    void respond(request, response).catch((error: unknown) => {
      send(response, refusal('invalid_request', String(error)))
    })
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const body = await buffer(request)
    const isOurs = request.url?.startsWith('/sim/') ?? false
    if (behaviour.isDown && !isOurs) return void request.socket.destroy()
    const given = await answer(request, body)
    if (isOurs) return send(response, given)
    if (behaviour.losesAnswers && request.url?.endsWith('/signHash')) return void request.socket.destroy()
    if (behaviour.garbles)
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')
    send(response, given)
  }
}

/** What kind of key it is, and last by what it signs. */
function kindOf({ key }: Credential) {
  return key.asymmetricKeyType === 'rsa'
    ? { algo: [oids.rsa, oids.rsaWithSha256], len: key.asymmetricKeyDetails?.modulusLength }
    : { algo: [oids.ecPublicKey, oids.ecdsaWithSha256], len: 256, curve: oids.p256 }
}

function pinIn(asked: Asked, version: 'v1' | 'v2'): string {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  if (version === 'v1') return text(asked['PIN'])
  const given = Array.isArray(asked['authData'])
    ? (asked['authData'] as Partial<Record<string, unknown>>[])
    : []
  return text(given.find(({ id }) => id === 'PIN')?.['value'])
}

/** The hashes that are asked for; undefined where one is none. */
function hashesIn(asked: Asked, version: 'v1' | 'v2'): readonly string[] | undefined {
  const given = asked[version === 'v1' ? 'hash' : 'hashes']
  if (!Array.isArray(given) || given.length === 0 || given.length > mostAtOnce) return undefined
  const hashes = given.map(String)
  return hashes.every((hash) => Buffer.from(hash, 'base64').length === 32) ? hashes : undefined
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
