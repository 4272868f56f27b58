import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestFile } from './files.ts'
import { refusal } from './http.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // A PDF somebody sent is read beside the list of papers; what is not a PDF is never shown in a frame.
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer tells the browser not to do with it. */
export function secureHeaders({ isHttps }: { isHttps: boolean }): MiddlewareHandler {
  const headers = Object.entries({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    // Slips of payees are scanned with the camera of a phone.
    'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  })
  return async (http, next) => {
    await next()
    for (const [name, value] of headers) http.res.headers.set(name, value)
    // Answers about people stay out of every cache.
    if (http.req.path.startsWith('/api/')) http.res.headers.set('cache-control', 'no-store')
  }
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses commands that a page of somebody else made the browser send with our cookie. */
export function refuseOtherSites(origins: readonly string[]): MiddlewareHandler {
  return async (http, next) => {
    if (!reading.has(http.req.method) && !isOurs(http, origins)) return refusal('cross_site', 403)
    if (!reading.has(http.req.method) && !hasKnownBody(http)) return refusal('media_type_unknown', 415)
    return next()
  }
}

/** A browser always names the page; what sends neither header nor cookie is a program that brings its own rights. */
function isOurs({ req }: Context, origins: readonly string[]) {
  const origin = req.header('origin')
  if (origin !== undefined) return origins.includes(origin) || isHost(origin, req.header('host'))
  const site = req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  return req.header('cookie') === undefined
}

function isHost(origin: string, host: string | undefined) {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

function hasKnownBody({ req }: Context) {
  const type = req.header('content-type')
  return type === undefined || /^(application\/json|multipart\/form-data)\b/i.test(type)
}

const largestBody = 1024 * 1024

/** Bodies are small, but for files; what is larger is not read to its end. */
export function limitBodies(): MiddlewareHandler {
  const onError = () => refusal('body_too_large', 413)
  const small = bodyLimit({ maxSize: largestBody, onError })
  const files = bodyLimit({ maxSize: largestFile + largestBody, onError })
  return (http, next) => {
    // Reading has no body; asking for it would make one.
    if (reading.has(http.req.method)) return next()
    return /^multipart\/form-data\b/i.test(http.req.header('content-type') ?? '')
      ? files(http, next)
      : small(http, next)
  }
}
