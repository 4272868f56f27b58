import type { Challenge, Proof } from '#platform/contract/proof-of-work'
import { tryAnswers } from '#platform/contract/riddle'

/** What the server refused, or why it was not reached. */
export type Refusal = { readonly code: string; readonly data?: Readonly<Record<string, unknown>> }
export type Written<Output> = { readonly output: Output } | { readonly refusal: Refusal }

/** Sends something that writes: with the answer to a riddle, which takes a phone a moment and keeps machines away. */
export async function write<Output>(
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Written<Output>> {
  try {
    const proof = await solve()
    return await post<Output>(path, { ...body, proof })
  } catch (error) {
    return unreached(error)
  }
}

/** Sends something that only asks. */
export async function ask<Output>(
  path: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Written<Output>> {
  try {
    return await post<Output>(path, body)
  } catch (error) {
    return unreached(error)
  }
}

/** A fetch that fails is a network that is not there; anything else is a mistake of ours. */
function unreached(error: unknown): { readonly refusal: Refusal } {
  if (error instanceof TypeError) return { refusal: { code: 'offline' } }
  throw error
}

async function post<Output>(path: string, body: unknown): Promise<Written<Output>> {
  const response = await fetch(`/api/portal/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as unknown // Its shape is the contract’s.
  return response.ok ? { output: answer as Output } : { refusal: answer as Refusal }
}

export async function solve(): Promise<Proof> {
  const challenge = (await (await fetch('/api/portal/challenge')).json()) as Challenge // The contract says so.
  const atOnce = 500
  for (let from = 1; ; from += atOnce) {
    const proof = tryAnswers(challenge, { from, count: atOnce })
    if (proof) return proof
    // The page goes on answering its reader meanwhile.
    await new Promise((resolve) => setTimeout(resolve))
  }
}
