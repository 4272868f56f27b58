import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie, setCookie } from 'hono/cookie'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Place } from '../domain/places.ts'
import { home } from '../pages/home.ts'
import { document, hrefIn, plainLook, sizes, type Look, type Site } from '../pages/layout.ts'
import { messages as en } from '../pages/messages.en.ts'
import { messages as vi, type Messages } from '../pages/messages.vi.ts'
import type { Shows } from './around.ts'
import type { Built } from './assets.ts'
import { listPlaces, provinceOf } from './places.ts'
import { screenerPage } from './screener.ts'
import { webManifest, workerScript } from './shell.ts'

export type PortalSurroundings = {
  readonly built: Built
  /** The code of the province the installation serves; nothing where it serves several. */
  readonly province: string | undefined
  readonly helpPhone: string | undefined
  /** Reads for somebody who has not signed in. */
  readonly read: <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>
}

const pages: Readonly<Record<string, Shows>> = {
  '/': ({ t, site }) => ({ title: t.home.title(site.province), main: home(t, site) }),
  '/kiem-tra': screenerPage,
}

/** The citizen’s door: pages made here, readable without JavaScript, in two languages. */
export function portalPages(surroundings: PortalSurroundings) {
  const know = keepFacts(surroundings)
  const { assets } = surroundings.built
  const portal = new Hono().use(compress())
  const show = (path: string, t: Messages, shows: Shows) => async (http: Context) => {
    const { site, today, places } = await know()
    const shown = await shows({ t, site, today, places }, http)
    http.header('cache-control', 'no-cache')
    http.header('vary', 'Cookie')
    return http.html(document({ t, site, look: lookOf(http), assets, path, ...shown }))
  }
  for (const [path, shows] of Object.entries(pages))
    for (const t of [vi, en]) portal.get(hrefIn(t, path), show(path, t, shows))
  for (const t of [vi, en])
    portal.post(hrefIn(t, '/kiem-tra'), bodyLimit({ maxSize: 64 * 1024 }), show('/kiem-tra', t, screenerPage))
  return portal
    .get('/cach-xem', changeLook)
    .get('/cong/noi-o.json', async (http) => {
      const { places } = await know()
      http.header('cache-control', 'public, max-age=3600')
      return http.json(places)
    })
    .get('/cong.webmanifest', async (http) => webManifest(http, vi, (await know()).site))
    .get('/en/cong.webmanifest', async (http) => webManifest(http, en, (await know()).site))
    .get('/sw.js', (http) => workerScript(http, surroundings.built))
}

/** The register of places changes with a resolution and not from page to page: it is read once a day. */
function keepFacts({ province, helpPhone, read }: PortalSurroundings) {
  let kept: { today: CivilDate; facts: Promise<{ site: Site; places: readonly Place[] }> } | undefined
  return async () => {
    const today = await read(async (ctx) => ctx.today)
    if (kept?.today !== today)
      kept = {
        today,
        facts: read(async (ctx) => {
          const unit = await provinceOf(ctx, province)
          const name = unit && unit.name[0]!.toLowerCase() + unit.name.slice(1)
          return { site: { province: name, helpPhone }, places: await listPlaces(ctx, unit?.id) }
        }),
      }
    return { today, ...(await kept.facts) }
  }
}

const cookie = 'cach-xem'

function lookOf(http: Context): Look {
  const [size, contrast] = (getCookie(http, cookie) ?? '').split('.')
  return { size: sizes.find((one) => one === size) ?? plainLook.size, isContrast: contrast === 'cao' }
}

/** Large letters and strong contrast without JavaScript: chosen by a form, kept in a cookie that says nothing of anybody. */
function changeLook(http: Context) {
  const before = lookOf(http)
  const { co: size, 'tuong-phan': contrast, ve: back = '/' } = http.req.query()
  const next: Look = {
    size: sizes.find((one) => one === size) ?? before.size,
    isContrast: contrast === undefined ? before.isContrast : contrast === 'cao',
  }
  setCookie(http, cookie, `${next.size}.${next.isContrast ? 'cao' : 'thuong'}`, {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'Lax',
  })
  // Only to a page of ours: never where somebody else’s link would lead.
  return http.redirect(/^\/(?![/\\])[a-z0-9/-]*$/.test(back) ? back : '/', 303)
}
