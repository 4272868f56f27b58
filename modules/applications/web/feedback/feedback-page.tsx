import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { NoAccess } from '#platform/web/page-states'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { Fold } from '#ui/fold'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listFeedback, type FeedbackView } from '../../contract.ts'
import '../common/desk.css'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { FeedbackTable } from './feedback-table.tsx'
import { FeedbackThread } from './feedback-thread.tsx'

const kinds = ['appeal', 'complaint', 'feedback'] as const
const views = ['open', 'answered'] as const

export type Wanted = {
  readonly view: (typeof views)[number]
  readonly kind: FeedbackView['kind'] | undefined
  readonly page: number
  readonly id: string | undefined
}

export const readKind = (text: string | undefined) => kinds.find((kind) => kind === text)

export function feedbackHref({ view, kind, page, id }: Partial<Wanted>): string {
  const search = new URLSearchParams()
  if (view === 'answered') search.set('xem', 'da-tra-loi')
  if (kind) search.set('loai', kind)
  if (page && page > 1) search.set('trang', String(page))
  if (id) search.set('thu', id)
  const query = search.toString()
  return `/nghiep-vu/phan-anh${query && `?${query}`}`
}

/** What people said of the office and against its decisions, whatever has a time first; one at a time is answered. */
export function FeedbackPage({ wanted }: { wanted: Wanted }) {
  const can = useCan()
  return can('applications.answer_feedback') ? <Feedback wanted={wanted} /> : <NoAccess />
}

function Feedback({ wanted }: { wanted: Wanted }) {
  const t = useMessages({ vi, en })
  const words = t.feedback
  const router = useRouter()
  const { view, kind, page } = wanted
  const { data } = useSuspenseQuery(apiQuery(listFeedback, { state: view, page, ...(kind && { kind }) }))
  const { rows, total, pages } = data
  // What was just settled has left the list, and is still on the page until another is opened.
  const [settled, settle] = useState<FeedbackView>()
  const [news, tell] = useState<string>()
  const shown =
    rows.find(({ id }) => id === wanted.id) ?? (settled?.id === wanted.id ? settled : undefined) ?? rows[0]
  const go = (step: number) => {
    const place = rows.findIndex(({ id }) => id === shown?.id)
    const next = rows[Math.max(0, Math.min(rows.length - 1, place + step))]
    if (next) router.history.replace(feedbackHref({ ...wanted, id: next.id }))
  }
  useKeys({ F8: () => go(1), 'Shift F8': () => go(-1) })
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: words.title }]}
        title={words.heading(formatCount(total))}
        tabTitle={words.title}
      />
      <TabLinks
        label={words.viewsLabel}
        links={views.map((one) => ({
          href: feedbackHref({ view: one, kind }),
          label: words.views[one],
          isHere: one === view,
        }))}
      />
      <div className="inline-form">
        <Select
          label={words.kind}
          emptyLabel={words.everyKind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind ?? null}
          onChange={(value) => router.history.push(feedbackHref({ view, kind: value ?? undefined }))}
        />
      </div>
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      {!shown ? (
        kind ? (
          <EmptyState title={words.noneFound}>
            <TextLink href={feedbackHref({ view })}>{t.queue.clear}</TextLink>
          </EmptyState>
        ) : (
          <EmptyState title={words.none[view].title}>{words.none[view].next}</EmptyState>
        )
      ) : (
        <div className="signing-columns">
          <Fold title={words.wholeList(rows.length)}>
            <div className="stack">
              <FeedbackTable
                rows={rows}
                current={shown.id}
                hrefOf={(id) => feedbackHref({ ...wanted, id })}
              />
              <Pages wanted={wanted} pages={pages} />
            </div>
          </Fold>
          <FeedbackThread
            key={shown.id}
            thread={shown}
            onDone={(after, told) => {
              settle(after)
              tell(told)
              router.history.replace(feedbackHref({ ...wanted, id: after.id }))
            }}
          />
        </div>
      )}
    </>
  )
}

function Pages({ wanted, pages }: { wanted: Wanted; pages: number }) {
  const t = useMessages({ vi, en }).feedback
  const { page } = wanted
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label={t.page(page, pages)}>
      {page > 1 && (
        <TextLink href={feedbackHref({ ...wanted, page: page - 1, id: undefined })}>{t.before}</TextLink>
      )}
      <span className="quiet">{t.page(page, pages)}</span>
      {page < pages && (
        <TextLink href={feedbackHref({ ...wanted, page: page + 1, id: undefined })}>{t.next}</TextLink>
      )}
    </nav>
  )
}
