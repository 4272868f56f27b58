/** Opens a kept page without a network; which one, its address says. */
const worker = '/nghiep-vu/mo-khi-mat-mang.js'

/**
 * Keeps this page and all it was made of, so that it opens without a network: the page itself asks for what it has loaded,
 * and a worker gives it back. True once all of it is kept.
 */
export async function keepPage(page: string): Promise<boolean> {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined') return false
  await navigator.serviceWorker.register(`${worker}?trang=${page}`, { scope: page })
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  const wanted = [page, '/mark.svg', ...new Set(loaded)]
  const cache = await caches.open(page)
  await cache.addAll(wanted)
  for (const { url } of await cache.keys())
    if (!wanted.includes(new URL(url).pathname)) await cache.delete(url)
  return true
}
