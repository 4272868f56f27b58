import { tillHref } from '../hrefs.ts'

const worker = '/nghiep-vu/may-chi-tien.js'
const shelf = 'may-chi-tien'

/**
 * Keeps this page and all it was made of, so that it opens without a network: the page itself asks for what it has loaded,
 * and a worker gives it back. True once all of it is kept.
 */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined') return false
  await navigator.serviceWorker.register(worker, { scope: tillHref })
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  const wanted = [tillHref, '/mark.svg', ...new Set(loaded)]
  const cache = await caches.open(shelf)
  await cache.addAll(wanted)
  for (const { url } of await cache.keys())
    if (!wanted.includes(new URL(url).pathname)) await cache.delete(url)
  return true
}
