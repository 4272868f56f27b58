import { Hono, type Context } from 'hono'
import { describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { messages as t } from '../pages/messages.vi.ts'
import type { Around, Shown } from './around.ts'
import { applyFor, applyList, downloadPaper, feedback, track, verify } from './files.ts'

const key = new URLSearchParams({ code: 'HS-26-7KQ4-MX2', born: '1948', document: 'x' })
const code = new URLSearchParams({ ma: 'P-7KQ4-MX2P-0000' })

/** Every page that looks something up, and what it says where there is no such thing. */
const pages = [
  ['tracking', track, { method: 'POST', body: key }, t.track.notFound],
  ['the paper of a file', downloadPaper, { method: 'POST', body: key }, t.track.notFound],
  ['whether a paper is real', verify, { query: '?ma=7KQ4-MX2P-0000' }, t.verify.unknown],
  ['the answer to feedback', feedback, { method: 'POST', body: code }, t.feedback.unknown],
] as const

describe('a page that cannot look says so, and never that there is no such thing', () => {
  for (const [what, shows, asked, unknown] of pages)
    test.for([
      ['asked too often', 429, { code: 'too_many_requests', data: { seconds: 840 } }, t.track.tooMany(14)],
      ['the server fails', 500, { code: 'internal' }, t.track.failed],
      ['the database is away', 503, { code: 'database_restarting' }, t.track.failed],
    ] as const)(`${what}: %s`, async ([, status, refusal, words]) => {
      const page = await shown(shows, asked, Response.json(refusal, { status }))
      expect(page.text).toContain(words)
      expect(page.text).not.toContain(unknown)
      // Nor that something typed is wrong.
      expect(page.text).not.toContain(t.screener.error(1))
    })
})

test.for([
  ['applications.tracking_not_found', track, { method: 'POST', body: key }, t.track.notFound],
  ['applications.document_not_made', downloadPaper, { method: 'POST', body: key }, t.track.pending],
  ['applications.verification_not_found', verify, { query: '?ma=7KQ4-MX2P-0000' }, t.verify.unknown],
  ['applications.feedback_not_found', feedback, { method: 'POST', body: code }, t.feedback.unknown],
] as const)('%s is said as it is', async ([refusal, shows, asked, words]) => {
  expect((await shown(shows, asked, Response.json({ code: refusal }, { status: 404 }))).text).toContain(words)
})

test('where the list of procedures cannot be had nobody is told that there are none', async () => {
  const away = () => Response.json({ code: 'too_many_requests' }, { status: 429 })
  const list = await shown(applyList, {}, away())
  expect(list.text).toContain(t.apply.failed)
  expect(list.text).not.toContain(t.apply.none)
  const one = await shown(applyFor, { path: '/monthly_allowance' }, away())
  expect(one).toMatchObject({ status: 503, text: expect.stringContaining(t.apply.failed) })
})

type Asked = { readonly path?: string; readonly query?: string } & RequestInit

/** The page as whoever asks sees it, when the interface answers so. */
async function shown(
  shows: (around: Around, http: Context) => Promise<Shown | Response>,
  { path = '/', query = '', ...init }: Asked,
  answer: Response,
) {
  const around: Around = {
    t,
    site: { province: undefined, helpPhone: undefined },
    today: civilDate('2026-11-27'),
    places: [],
    api: () => Promise.resolve(answer),
    totals: () => Promise.resolve(undefined),
  }
  const page = new Hono().all('/:id?', async (http) => {
    const found = await shows(around, http)
    return found instanceof Response ? found : http.html(String(found.main), found.status ?? 200)
  })
  const response = await page.request(`${path}${query}`, init)
  return { status: response.status, text: await response.text() }
}
