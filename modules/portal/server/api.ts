import type { Context } from 'hono'

/** What an operation answered: its output, or the code it refused with. */
export type Answer<Output> =
  { readonly output: Output } | { readonly code: string; readonly data: Readonly<Record<string, unknown>> }

/** Calls an operation as the reader’s browser would, so that limits and the trail are the same without JavaScript. */
export type CallApi = (http: Context, path: string, init?: RequestInit) => Promise<Response>

export async function call<Output>(
  api: CallApi,
  http: Context,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Answer<Output>> {
  const response = await api(
    http,
    path,
    body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  )
  const answer = (await response.json()) as unknown // Its shape is the contract’s.
  if (response.ok) return { output: answer as Output }
  const { code = 'internal', data = {} } = answer as { code?: string; data?: Record<string, unknown> } // As refusals are written.
  return { code: response.status >= 500 ? 'internal' : code, data }
}
