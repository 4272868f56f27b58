import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/**
 * What is known of a request since it arrived, and given on beside it: requests are replaced on their way – by whoever
 * reads a body, by a page that asks an operation – but what lies beside them is not, and nobody outside can write it.
 */
export type Arrival = { readonly address: string }

/**
 * Whose request it is. Behind a proxy the connection is the proxy’s; the header counts only where the operator says who
 * writes it. Nothing where the connection is gone already.
 */
export function addressAtArrival(
  request: Request,
  { incoming }: { readonly incoming: Pick<HttpBindings['incoming'], 'socket'> },
  trustedHeader: string | undefined,
): string | undefined {
  const named = trustedHeader && request.headers.get(trustedHeader)?.split(',').at(-1)?.trim()
  return named || incoming.socket.remoteAddress
}

/** Whose request this is, whatever became of it on the way. */
export function addressOf(http: Context): string {
  return (http.env as Arrival).address // Given to every request by whoever hands it to the program.
}
