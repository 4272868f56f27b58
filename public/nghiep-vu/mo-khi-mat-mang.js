// Opens a page that is carried along («máy ngoại tuyến») where there is no network. Which page, its own address says. What is
// kept, the page itself keeps (platform/web/offline/keep-page.ts); no answer about people is ever kept here.
const page = new URL(self.location.href).searchParams.get('trang')

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/'))
    return
  if (event.request.mode === 'navigate') event.respondWith(newestFirst(event.request))
  else if (pathname.startsWith('/assets/') || pathname === '/mark.svg')
    event.respondWith(keptFirst(event.request))
})

/** Files carry their content in their name and never change. */
async function keptFirst(request) {
  return (await caches.match(request, { cacheName: page })) ?? fetch(request)
}

async function newestFirst(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(page, { cacheName: page })
    if (kept) return kept
    throw error
  }
}
