import type { Context } from 'hono'
import type {
  FeedbackThread,
  PostedFile,
  PublicFacility,
  PublicProcedure,
  TrackedFile,
  VerifiedDocument,
} from '#modules/applications/contract'
import { applyHome, applyPage } from '../pages/apply.ts'
import { lostPage } from '../pages/plain.ts'
import { facilitiesPage } from '../pages/facilities.ts'
import { feedbackPage } from '../pages/feedback.ts'
import { postedPage } from '../pages/posted.ts'
import { trackForm, type Key, type NotShown } from '../pages/track.ts'
import { trackedPage } from '../pages/tracked.ts'
import { verifyPage } from '../pages/verify.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { call, refusedBy, type Refused } from './api.ts'
import type { Around, Shown } from './around.ts'
import { formIn } from './form-in.ts'

/** What one may ask for today; nothing where the list cannot be had. */
export async function procedures({ api }: Around, http: Context) {
  const answer = await call<PublicProcedure[]>(api, http, '/portal/procedures')
  return 'output' in answer ? answer.output : undefined
}

/** Why something could not be looked up now. That there is no such thing would be something else, and untrue. */
function trouble(t: Messages, { code, data }: Refused): string {
  if (code !== 'too_many_requests') return t.track.failed
  return t.track.tooMany(Math.max(1, Math.ceil(Number(data['seconds'] ?? 60) / 60)))
}

export async function applyList(around: Around, http: Context): Promise<Shown> {
  const { t } = around
  return { title: t.nav.apply, main: applyHome(t, await procedures(around, http)), writes: true }
}

export async function applyFor(around: Around, http: Context): Promise<Shown> {
  const { t } = around
  const all = await procedures(around, http)
  if (!all) return { title: t.nav.apply, main: applyHome(t, undefined), status: 503, isIndexed: false }
  const found = all.find(({ id }) => id === http.req.param('id'))
  if (!found) return { title: t.lost.title, main: lostPage(t), status: 404, isIndexed: false }
  return { title: found.name[t.language], main: applyPage(t, found), writes: true }
}

const unknown = (t: Messages): NotShown => ({ says: t.track.notFound, isMistake: true })

function whyNotShown(t: Messages, refused: Refused): NotShown {
  if (refused.code === 'applications.tracking_not_found') return unknown(t)
  return { says: trouble(t, refused), isMistake: false }
}

/** A form any browser can send; what was typed travels in its body and stands in no address. */
export async function track(around: Around, http: Context): Promise<Shown> {
  const { t, api } = around
  const form = await formIn(http)
  const key = keyIn(form)
  const shown = (error?: NotShown): Shown => ({ title: t.nav.track, main: trackForm(t, key, error) })
  if (http.req.method !== 'POST') return shown()
  if (key.code.length < 4 || !/^\d{4}(-\d{2}){0,2}$/.test(key.born)) return shown(unknown(t))
  const answer = await call<TrackedFile>(api, http, '/portal/tracking', key)
  if ('output' in answer)
    return {
      title: t.track.file(answer.output.code),
      main: trackedPage(t, answer.output, key),
      isIndexed: false,
      writes: true,
    }
  return shown(whyNotShown(t, answer))
}

function keyIn(form: FormData): Key {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const born = text('born')
  if (born !== '') return { code: text('code'), born }
  const [year, month, day] = [text('year'), text('month'), text('day')]
  const parts = [year, ...(month && day ? [month.padStart(2, '0'), day.padStart(2, '0')] : [])]
  return { code: text('code'), born: parts.join('-') }
}

/** The paper itself, handed on as the operation gives it out; in its place, why it cannot be had now. */
export async function downloadPaper({ t, api }: Around, http: Context): Promise<Response | Shown> {
  const form = await formIn(http)
  const documentId = form.get('document')
  const key = keyIn(form)
  const response = await api(http, '/portal/tracking/document', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...key, documentId }),
  })
  if (response.ok) return response
  const refused = await refusedBy(response)
  const isPending = refused.code === 'applications.document_not_made'
  return {
    title: t.nav.track,
    main: trackForm(
      t,
      key,
      isPending ? { says: t.track.pending, isMistake: false } : whyNotShown(t, refused),
    ),
    isIndexed: false,
  }
}

export async function verify(around: Around, http: Context): Promise<Shown> {
  const { t, api } = around
  const code = (http.req.param('code') ?? http.req.query('ma') ?? '').trim()
  const answer =
    code === ''
      ? undefined
      : await call<VerifiedDocument>(api, http, `/portal/documents/${encodeURIComponent(code)}`)
  const found = answer && 'output' in answer ? answer.output : undefined
  const isTrouble = answer && 'code' in answer && answer.code !== 'applications.verification_not_found'
  const main = verifyPage(t, { code, found, trouble: isTrouble ? trouble(t, answer) : undefined })
  return { title: t.verify.title, main, isIndexed: code === '' }
}

/** The commune is chosen by a form that works without JavaScript; whose names hang there is in no index and no cache. */
export async function posted(around: Around, http: Context): Promise<Shown> {
  const { t, api, places } = around
  const wanted = Number(http.req.query('xa'))
  const chosen = places.find(({ id }) => id === wanted)?.id
  const answer =
    chosen === undefined
      ? undefined
      : await call<PostedFile[]>(api, http, `/portal/postings?areaId=${chosen}`)
  const found = answer && 'output' in answer ? answer.output : undefined
  return { title: t.posted.title, main: postedPage(t, { places, chosen, posted: found }), isIndexed: false }
}

/** Where one may ask for a place. */
export async function facilities({ t, api }: Around, http: Context): Promise<Shown> {
  const answer = await call<PublicFacility[]>(api, http, '/portal/facilities')
  const found = 'output' in answer ? answer.output : undefined
  return { title: t.nav.places, main: facilitiesPage(t, found) }
}

export async function feedback(around: Around, http: Context): Promise<Shown> {
  const { t, api } = around
  const form = await formIn(http)
  const typed = form.get('ma')
  const code = typeof typed === 'string' ? typed.trim() : ''
  const answer =
    code === '' ? undefined : await call<FeedbackThread>(api, http, '/portal/feedback/opened', { code })
  const thread = answer && 'output' in answer ? answer.output : undefined
  const isTrouble = answer && 'code' in answer && answer.code !== 'applications.feedback_not_found'
  return {
    title: t.nav.feedback,
    main: feedbackPage(t, { code, thread, trouble: isTrouble ? trouble(t, answer) : undefined }),
    writes: true,
  }
}
