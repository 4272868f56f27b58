import { z } from 'zod'
import type { SigningWire } from '#platform/server/wires'
import { SigningTrouble } from '../domain/signing-trouble.ts'
import type { SigningKey } from './cms.ts'

const longest = 15_000
const sha256 = '2.16.840.1.101.3.4.2.1'

/** What a key at the service signs by, as the API names it: always over a SHA-256. */
export const signatureAlgorithms = {
  rsa: '1.2.840.113549.1.1.11',
  ecdsa: '1.2.840.10045.4.3.2',
} as const satisfies Record<SigningKey['algorithm'], string>

const Token = z.object({ access_token: z.string().min(1) })
const Refused = z.object({ error: z.string() })
const Leave = z.object({ SAD: z.string().min(1) })
const Signatures = z.object({ signatures: z.tuple([z.base64()]) })
const Presence = z.object({ presence: z.union([z.string(), z.boolean()]) }).optional()

/** What a service says of a key it keeps («credential»); what is not looked at is not read. */
const CredentialInfo = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()) }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(z.base64()).min(1) }),
  /** Of version 1. */
  authMode: z.string().optional(),
  PIN: Presence,
  OTP: Presence,
  /** Of version 2. */
  auth: z.object({ mode: z.string(), objects: z.array(z.object({ id: z.string() })).default([]) }).optional(),
})
export type CredentialInfo = z.infer<typeof CredentialInfo>

/** A key at the service, and what opens it. */
export type Credential = {
  readonly id: string
  readonly pin: string | undefined
  readonly algorithm: SigningKey['algorithm']
}

const tokens = new Map<string, Promise<string>>()

/**
 * A remote signing service by the API of the Cloud Signature Consortium, 1.0.4 (`…/csc/v1`) or 2.0 (`…/csc/v2`): what of it is spoken
 * stands in simulators/signing-service/README.md. Only hashes leave this installation.
 */
export function signingService(wire: SigningWire) {
  const isSecond = /\/v2\/?$/.test(wire.url)
  const hashesOf = (hash: string) =>
    isSecond ? { hashes: [hash], hashAlgorithmOID: sha256 } : { hash: [hash] }
  const pinOf = (pin: string | undefined) => {
    if (pin === undefined) return {}
    return isSecond ? { authData: [{ id: 'PIN', value: pin }] } : { PIN: pin }
  }
  return {
    async info({ id: credentialID }: Credential): Promise<CredentialInfo> {
      return understood(
        CredentialInfo,
        await call(wire, 'credentials/info', {
          credentialID,
          certificates: 'chain',
          certInfo: true,
          authInfo: true,
        }),
      )
    },

    /** The signature over a SHA-256, both in Base64. Asked a second time for the same hash it gives the same. */
    async sign({ id: credentialID, pin, algorithm }: Credential, hash: string): Promise<string> {
      const { SAD } = understood(
        Leave,
        await call(wire, 'credentials/authorize', {
          credentialID,
          numSignatures: 1,
          ...hashesOf(hash),
          ...pinOf(pin),
        }),
      )
      const { signatures } = understood(
        Signatures,
        await call(wire, 'signatures/signHash', {
          credentialID,
          SAD,
          ...hashesOf(hash),
          ...(!isSecond && { hashAlgo: sha256 }),
          signAlgo: signatureAlgorithms[algorithm],
        }),
      )
      return signatures[0]
    },
  }
}

/** Asks with the token there is, and once more with a new one where it is not good any more. */
async function call(wire: SigningWire, method: string, body: object): Promise<unknown> {
  const key = `${wire.url} ${wire.client}`
  for (const isLast of [false, true]) {
    const token = tokens.get(key) ?? login(wire)
    tokens.set(key, token)
    const bearer = await token.catch((error: unknown) => {
      tokens.delete(key)
      throw error
    })
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
    const response = await post(`${base(wire)}/${method}`, headers, JSON.stringify(body))
    if (response.status !== 401) return read(response)
    tokens.delete(key)
    if (isLast) throw new SigningTrouble('not_trusted')
  }
  throw new Error('Asked twice at most')
}

async function login(wire: SigningWire): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: wire.client,
    client_secret: wire.secret,
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await post(wire.tokenUrl ?? `${base(wire)}/oauth2/token`, headers, form.toString())
  if ([400, 401, 403].includes(response.status)) throw new SigningTrouble('not_trusted')
  return understood(Token, await read(response)).access_token
}

async function read(response: Response): Promise<unknown> {
  const { status } = response
  if (status === 429 || status === 503) throw new SigningTrouble('busy')
  if (status >= 500) throw new SigningTrouble('failing')
  const body: unknown = await response.json().catch(() => undefined) // Whatever it was, it is no answer of the API.
  if (response.ok && body !== undefined) return body
  const refused = Refused.safeParse(body)
  if (status === 403) throw new SigningTrouble('not_trusted')
  throw new SigningTrouble(refused.success ? 'refused' : 'not_understood', refused.data?.error)
}

function understood<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body)
  if (!parsed.success) throw new SigningTrouble('not_understood')
  return parsed.data
}

async function post(address: string, headers: Record<string, string>, body: string): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(longest)
    return await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' })
  } catch (error) {
    // fetch throws these two and nothing else for what happens on the way.
    if (error instanceof TypeError || error instanceof DOMException)
      throw new SigningTrouble('no_answer', error)
    throw error
  }
}

const base = ({ url }: SigningWire) => url.replace(/\/$/, '')
