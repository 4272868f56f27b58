import type { Context } from 'hono'
import { createHash } from 'node:crypto'
import { hrefIn, type Site } from '../pages/layout.ts'
import type { Messages } from '../pages/messages.vi.ts'
import type { Built } from './assets.ts'

/** Pages that are worth having without a network; each is asked for anew whenever there is one. */
const kept = [
  '/',
  '/kiem-tra',
  '/muc-huong',
  '/tim-co-so',
  '/nop-ho-so',
  '/tra-cuu',
  '/phan-anh',
  '/cong-khai',
  '/xac-minh',
  '/quyen-rieng-tu',
  '/kha-nang-tiep-can',
  '/cong/noi-o.json',
  '/mark.svg',
  '/mat-mang',
  '/en/mat-mang',
]

/** How the portal is put on the first screen of a phone. */
export function webManifest(http: Context, t: Messages, site: Site) {
  return http.body(
    JSON.stringify({
      id: '/',
      name: t.site(site.province),
      short_name: t.brand,
      lang: t.language,
      start_url: hrefIn(t, '/'),
      scope: '/',
      display: 'minimal-ui',
      background_color: '#ffffff',
      theme_color: '#08355e',
      icons: [
        { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/mark-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/mark-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/mark-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    }),
    200,
    { 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' },
  )
}

/** The worker of this build: its name is what it keeps, so that a new build throws the old one away. */
export function workerScript(http: Context, { worker, kept: files }: Built) {
  if (worker === undefined) return http.notFound()
  const version = createHash('sha256')
    .update(worker)
    .update([...files, ...kept].join())
    .digest('hex')
    .slice(0, 12)
  return http.body(`self.kept = ${JSON.stringify({ version, files, pages: kept })};\n${worker}`, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'no-cache',
  })
}
