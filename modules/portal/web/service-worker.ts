/** What the server wrote above this text: the version of the build and what it consists of. */
type Kept = { readonly version: string; readonly files: readonly string[]; readonly pages: readonly string[] }

type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Asked = Event & { readonly request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = EventTarget & {
  readonly kept: Kept
  skipWaiting: () => Promise<void>
  readonly clients: { claim: () => Promise<void> }
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
  }
  ;(event as Waiting).waitUntil(work())
})

worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (files.includes(pathname)) respondWith.call(event, keptFirst(request))
  else if (pages.includes(pathname)) respondWith.call(event, newestFirst(request, pathname))
})

/** Files carry their content in their name and never change. */
async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** A page is asked for anew, and only without a network is the kept one shown. */
async function newestFirst(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(name)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(pathname, fresh.clone())
    return fresh
  } catch (error) {
    const kept = await cache.match(pathname)
    if (kept) return kept
    throw error
  }
}
