import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { messages as t } from '../pages/messages.vi.ts'
import { lostPages, portalPages, type PortalSurroundings } from './pages.ts'

test('a page that came while the register of places could not be read takes none after it along', async () => {
  let isAway = true
  const portal = givenPortal(() =>
    isAway ? Promise.reject(new Error('No database')) : Promise.resolve(here),
  )
  expect((await portal.request('/quyen-rieng-tu')).status).toBe(500)
  isAway = false
  expect((await portal.request('/quyen-rieng-tu')).status).toBe(200)
})

describe('what is sent to a page and is no form', () => {
  test.for(['/kiem-tra', '/tra-cuu', '/phan-anh', '/tra-cuu/giay-to'])(
    'is answered by the page: %s',
    async (path) => {
      const portal = givenPortal(() => Promise.resolve(here))
      for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
        const answer = await portal.request(path, {
          method: 'POST',
          headers: { 'content-type': type },
          body: 'x',
        })
        expect(answer.status).toBe(200)
        expect(await answer.text()).toContain(t.nav.track)
      }
    },
  )
})

test.for([
  ['/khong-co-trang-nay', 404],
  ['/en/no-such-page', 404],
  // Whose they are is left to say to the application of staff, which turns to English under /en.
  ['/nghiep-vu/nguoi', 200],
  ['/en/nghiep-vu/nguoi', 200],
  ['/en/dang-nhap', 200],
  ['/api/nothing', 200],
] as const)('%s is answered by the portal only where it is nobody else’s', async ([path, status]) => {
  const staff = new Hono().get('*', (http) => http.text('staff'))
  const lost = new Hono().route('/', lostPages(surroundings(() => Promise.resolve(here)))).route('/', staff)
  expect((await lost.request(path)).status).toBe(status)
})

const assets = { styles: '', script: undefined, screener: undefined, ahead: [], forms: undefined }
const here = { site: { province: undefined, helpPhone: undefined }, places: [] }

/** The portal without a server behind it; what it reads for itself comes from here. */
function givenPortal(read: () => Promise<unknown>) {
  return portalPages(surroundings(read))
}

function surroundings(read: () => Promise<unknown>): PortalSurroundings {
  return {
    built: { assets, kept: [], worker: undefined },
    province: undefined,
    helpPhone: undefined,
    read: read as never, // It reads one thing only.
    count: () => Promise.reject(new Error('Nothing is counted here')),
    api: () => Promise.resolve(Response.json({ code: 'invalid_input', data: {} }, { status: 422 })),
  }
}
