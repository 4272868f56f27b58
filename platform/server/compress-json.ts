import type { MiddlewareHandler } from 'hono'
import { promisify } from 'node:util'
import { constants, gzip, gzipSync, type ZlibOptions } from 'node:zlib'

const compressed = promisify(gzip)

/** Below this, headers and a packet cost more than the bytes. */
const least = 1024
/** Up to this, compressing takes less of the processor than having another thread do it. */
const mostAtOnce = 64 * 1024

const quick: ZlibOptions = { level: constants.Z_BEST_SPEED }
/** Room for a page of hits; making room for more would take longer than compressing it. */
const small: ZlibOptions = { ...quick, memLevel: 6, windowBits: 13 }
const compress = (bytes: Uint8Array) =>
  bytes.length > mostAtOnce ? compressed(bytes, quick) : gzipSync(bytes, small)

/**
 * Compresses answers in JSON in one piece: they are whole in memory anyway, and a stream for each costs several times
 * the compression. What comes as a stream is left to whoever compresses streams.
 */
export const compressJson: MiddlewareHandler = async (http, next) => {
  await next()
  const { headers, body } = http.res
  const isJson = headers.get('content-type')?.startsWith('application/json') ?? false
  const isWanted = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(http.req.header('accept-encoding') ?? '')
  if (!isJson || !isWanted || !body || http.req.method === 'HEAD' || headers.has('content-encoding')) return
  const bytes = new Uint8Array(await http.res.arrayBuffer())
  const isWorthIt = bytes.length >= least
  const sent = isWorthIt ? await compress(bytes) : bytes
  http.res = new Response(sent, http.res)
  http.res.headers.set('content-length', String(sent.length))
  if (!isWorthIt) return
  http.res.headers.set('content-encoding', 'gzip')
  http.res.headers.append('vary', 'Accept-Encoding')
}
