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
    if ('refusal' in proof) return proof
    return await post<Output>(path, { ...body, proof: proof.output })
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
  return read<Output>(response)
}

/** What was answered, by the server or by what stands between: a page in place of an answer is a trouble of theirs. */
async function read<Output>(response: Response): Promise<Written<Output>> {
  const answer: unknown = await response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return undefined
    throw error
  })
  if (response.ok && answer !== undefined) return { output: answer as Output } // Its shape is the contract’s.
  const isRefusal = typeof answer === 'object' && answer !== null && 'code' in answer
  return { refusal: isRefusal ? (answer as Refusal) : { code: 'internal' } } // As refusals are written.
}

export async function solve(): Promise<Written<Proof>> {
  const asked = await read<Challenge>(await fetch('/api/portal/challenge'))
  if ('refusal' in asked) return asked
  const atOnce = 500
  for (let from = 1; ; from += atOnce) {
    const proof = tryAnswers(asked.output, { from, count: atOnce })
    if (proof) return { output: proof }
    // The page goes on answering its reader meanwhile.
    await new Promise((resolve) => setTimeout(resolve))
  }
}
