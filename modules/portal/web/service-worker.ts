import { isOfStaff } from '../domain/staff-address.ts'

/** What the server wrote above this text: the version of the build and what it consists of. */
type Kept = { readonly version: string; readonly files: readonly string[]; readonly pages: readonly string[] }

type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asked = Event & { readonly request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = EventTarget & {
  readonly kept: Kept
  skipWaiting: () => Promise<void>
  readonly clients: {
    claim: () => Promise<void>
    matchAll: (which: { type: 'window'; includeUncontrolled: true }) => Promise<readonly { url: string }[]>
  }
}

const worker = self as unknown as Worker // It runs as a worker, whatever the types of a page say.
const { version, files, pages } = worker.kept
const name = `cong-${version}`

worker.addEventListener('install', (event) => {
  const work = async () => {
    const cache = await caches.open(name)
    await cache.addAll([...files, ...pages])
    await worker.skipWaiting()
  }
  ;(event as Waiting).waitUntil(work())
})

// A new build throws everything of the old one away.
worker.addEventListener('activate', (event) => {
  const work = async () => {
    const others = (await caches.keys()).filter((one) => one.startsWith('cong-') && one !== name)
    await Promise.all(others.map((one) => caches.delete(one)))
    await worker.clients.claim()
    await keepWhatIsOpen()
  }
  ;(event as Waiting).waitUntil(work())
})

worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Asked
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method !== 'GET') {
    if (request.mode === 'navigate' && !isOfStaff(pathname)) respondWith.call(event, orOffline(request))
  } else if (files.includes(pathname)) respondWith.call(event, keptFirst(request))
  else if (mayBeKept(pathname)) respondWith.call(event, newestFirst(request))
  else if (request.mode === 'navigate' && !isOfStaff(pathname)) respondWith.call(event, orOffline(request))
})

/** Pages that say the same to everybody, in both languages, and those on which somebody writes an application. */
function mayBeKept(pathname: string): boolean {
  const inVietnamese = pathname.replace(/^\/en(?=\/|$)/, '') || '/'
  return pages.includes(inVietnamese) || /^\/nop-ho-so\/[a-z_]+$/.test(inVietnamese)
}

/** The page of the first visit was loaded before anything here could see it. */
async function keepWhatIsOpen() {
  const cache = await caches.open(name)
  for (const { url } of await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    const { pathname } = new URL(url)
    if (!mayBeKept(pathname) || (await cache.match(pathname))) continue
    const page = await fetch(pathname)
    if (page.ok) await cache.put(pathname, page)
  }
}

/** Files carry their content in their name and never change. */
async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** A page is asked for anew, and only without a network is the kept one shown. */
async function newestFirst(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const cache = await caches.open(name)
  try {
    const fresh = await fetch(request)
    // What stands behind a question mark is somebody’s, such as the code of a paper.
    if (fresh.ok && search === '') await cache.put(pathname, fresh.clone())
    return fresh
  } catch (error) {
    return (await cache.match(pathname)) ?? offline(request, error)
  }
}

async function orOffline(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    return offline(request, error)
  }
}

/** Our own page says what is kept; the browser’s would say nothing of it. */
async function offline(request: Request, error: unknown): Promise<Response> {
  const { pathname } = new URL(request.url)
  const page = /^\/en(\/|$)/.test(pathname) ? '/en/mat-mang' : '/mat-mang'
  const kept = request.mode === 'navigate' ? await caches.match(page) : undefined
  if (kept) return kept
  throw error
}
