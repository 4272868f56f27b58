import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { getCookie, setCookie } from 'hono/cookie'
import { todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { publicTotals } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { Place } from '../domain/places.ts'
import { amountsOn } from '../domain/amounts.ts'
import { isOfStaff } from '../domain/staff-address.ts'
import { amountsPage } from '../pages/amounts.ts'
import { home } from '../pages/home.ts'
import { document, hrefIn, plainLook, sizes, type Look, type Site } from '../pages/layout.ts'
import { messages as en } from '../pages/messages.en.ts'
import { messages as vi, type Messages } from '../pages/messages.vi.ts'
import { openCsv, openPage } from '../pages/open.ts'
import { accessibilityPage, lostPage, offlinePage, privacyPage } from '../pages/plain.ts'
import { proceduresSection } from '../pages/procedures.ts'
import type { CallApi } from './api.ts'
import type { Shows } from './around.ts'
import type { Built } from './assets.ts'
import {
  applyFor,
  applyList,
  downloadPaper,
  facilities,
  feedback,
  posted,
  procedures,
  track,
  verify,
} from './files.ts'
import { openData } from './open-data.ts'
import { listPlaces, provinceOf } from './places.ts'
import { screenerPage } from './screener.ts'
import { webManifest, workerScript } from './shell.ts'

export type PortalSurroundings = {
  readonly built: Built
  /** The code of the province the installation serves; nothing where it serves several. */
  readonly province: string | undefined
  readonly helpPhone: string | undefined
  /** Reads for somebody who has not signed in. */
  readonly read: Read
  /** Reads what was counted of everybody, for numbers that tell of nobody. */
  readonly count: Read
  readonly api: CallApi
}
type Read = <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>

const pages: Readonly<Record<string, Shows>> = {
  '/': ({ t, site }) => ({ title: t.home.title(site.province), main: home(t, site) }),
  '/kiem-tra': screenerPage,
  '/nop-ho-so': applyList,
  '/nop-ho-so/:id': applyFor,
  '/tra-cuu': track,
  '/xac-minh': verify,
  '/xac-minh/:code': verify,
  '/phan-anh': feedback,
  '/tim-co-so': facilities,
  '/muc-huong': async (around, http) => {
    const { t, today } = around
    const section = proceduresSection(t, await procedures(around, http))
    return { title: t.amounts.title, main: amountsPage(t, amountsOn(today), section) }
  },
  '/cong-khai': async (around) => {
    const { t } = around
    return { title: t.open.title, main: openPage(t, await openData(around)) }
  },
  '/cong-khai/niem-yet': posted,
  '/quyen-rieng-tu': ({ t }) => ({ title: t.nav.privacy, main: privacyPage(t) }),
  '/mat-mang': ({ t }) => ({ title: t.offline.title, main: offlinePage(t), isIndexed: false }),
  '/kha-nang-tiep-can': ({ t }) => ({ title: t.nav.accessibility, main: accessibilityPage(t) }),
}

/** Pages whose forms are sent here when there is no JavaScript, or none is needed. */
const sentTo = ['/kiem-tra', '/tra-cuu', '/phan-anh'] as const

/** The citizen’s door: pages made here, readable without JavaScript, in two languages. */
export function portalPages(surroundings: PortalSurroundings) {
  const know = keepFacts(surroundings)
  const { assets } = surroundings.built
  const portal = new Hono().use(compress())
  const { api, count } = surroundings
  const around = async (t: Messages) => ({
    t,
    ...(await know()),
    api,
    totals: () => count(publicTotals),
  })
  const show = (path: string, t: Messages, shows: Shows) => async (http: Context) => {
    const known = await around(t)
    const { status = 200, ...shown } = await shows(known, http)
    // Nothing about anybody stays in a cache: only pages that say the same to all may be kept, and asked for anew.
    http.header('cache-control', http.req.method === 'GET' ? 'no-cache' : 'no-store')
    http.header('vary', 'Cookie')
    const here = path.includes(':') ? http.req.path.replace(/^\/en(?=\/|$)/, '') : path
    return http.html(
      document({ t, site: known.site, look: lookOf(http), assets, path: here, ...shown }),
      status,
    )
  }
  for (const [path, shows] of Object.entries(pages))
    for (const t of [vi, en]) portal.get(hrefIn(t, path), show(path, t, shows))
  for (const path of sentTo)
    for (const t of [vi, en])
      portal.post(hrefIn(t, path), bodyLimit({ maxSize: 64 * 1024 }), show(path, t, pages[path]!))
  for (const t of [vi, en])
    portal.post(hrefIn(t, '/tra-cuu/giay-to'), bodyLimit({ maxSize: 64 * 1024 }), async (http) => {
      const paper = await downloadPaper(await around(t), http)
      return paper instanceof Response ? paper : show('/tra-cuu', t, () => paper)(http)
    })
  return portal
    .get('/cong/cong-khai.csv', async (http) => {
      const data = await openData(await around(vi))
      if (!data) return http.notFound()
      return http.body(openCsv(data), 200, { 'content-type': 'text/csv; charset=utf-8' })
    })
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
    const today = todayInVietnam()
    if (kept?.today !== today) {
      const facts = read(async (ctx) => {
        const unit = await provinceOf(ctx, province)
        const name = unit && unit.name[0]!.toLowerCase() + unit.name.slice(1)
        return { site: { province: name, helpPhone }, places: await listPlaces(ctx, unit?.id) }
      })
      kept = { today, facts }
      // What could not be read is read again for the next page, not kept for the day; whoever waits for it hears why.
      facts.catch(() => {
        if (kept?.facts === facts) kept = undefined
      })
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

/** Nothing at an address that is neither the portal’s nor the staff’s. */
export function lostPages(surroundings: PortalSurroundings) {
  const know = keepFacts(surroundings)
  return new Hono().get('*', async (http, next) => {
    if (isOfStaff(http.req.path) || /\.[a-z0-9]+$/i.test(http.req.path)) return next()
    const t = http.req.path === '/en' || http.req.path.startsWith('/en/') ? en : vi
    const { site } = await know()
    const { assets } = surroundings.built
    const page = { t, site, look: lookOf(http), assets, path: '/', isIndexed: false }
    return http.html(document({ ...page, title: t.lost.title, main: lostPage(t) }), 404)
  })
}
