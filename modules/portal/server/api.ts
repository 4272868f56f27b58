import type { Context } from 'hono'

/** What an operation answered: its output, or the code it refused with. */
type Answer<Output> = { readonly output: Output } | Refused
export type Refused = { readonly code: string; readonly data: Readonly<Record<string, unknown>> }

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
  if (!response.ok) return refusedBy(response)
  return { output: (await response.json()) as Output } // Its shape is the contract’s.
}

export async function refusedBy(response: Response): Promise<Refused> {
  const { code = 'internal', data = {} } = (await response.json()) as {
    code?: string
    data?: Record<string, unknown>
  } // As refusals are written.
  return { code: response.status >= 500 ? 'internal' : code, data }
}
