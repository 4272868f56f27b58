import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Skeleton } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listNotices, NoticeView, type NoticeId, type NoticeRow } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './notices.css'
import { NoticesTable } from './notices-table.tsx'
import { PrintBar } from './print-bar.tsx'
import { ResumeDialog, StopDialog, TellingDialog } from './telling-dialogs.tsx'

const slugs: Readonly<Record<NoticeView, string>> = {
  to_tell: 'bao-tan-noi',
  failed: 'khong-den',
  sent: 'da-gui',
}
const here = '/nghiep-vu/tin-gui-nguoi-dan'

export function NoticesRoute() {
  const { muc }: { muc?: string } = useSearch({ strict: false })
  const view = NoticeView.options.find((one) => slugs[one] === muc) ?? 'to_tell'
  return <NoticesPage key={view} view={view} />
}

type Asked = { readonly what: 'telling' | 'stopping' | 'resuming'; readonly row: NoticeRow }

/** Whom there is to be told by hand, what did not arrive, and what was sent. */
function NoticesPage({ view }: { view: NoticeView }) {
  const t = useMessages({ vi, en })
  const [chosen, choose] = useState<ReadonlySet<NoticeId>>(new Set())
  const [asked, ask] = useState<Asked>()
  const [news, tell] = useState<string>()
  const pages = useInfiniteQuery({
    queryKey: ['notices', view],
    queryFn: ({ pageParam, client }) =>
      client.fetchQuery(apiQuery(listNotices, { view, ...(pageParam && { after: pageParam }) })),
    initialPageParam: undefined as NoticeId | undefined,
    getNextPageParam: ({ rows, hasMore }) => (hasMore ? rows.at(-1)?.id : undefined),
    retry: false,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const toTell = pages.data?.pages[0]?.toTell ?? 0
  return (
    <>
      <PageHead
        crumbs={[{ label: t.list.files }, { label: t.list.title }]}
        title={t.list.heading(toTell)}
        tabTitle={t.list.title}
      >
        <p className="quiet">{t.list.lead}</p>
      </PageHead>
      <TabLinks
        label={t.list.viewsLabel}
        links={NoticeView.options.map((one) => ({
          href: one === 'to_tell' ? here : `${here}?muc=${slugs[one]}`,
          label: t.list.views[one],
          isHere: one === view,
          ...(one === 'to_tell' && { count: toTell }),
        }))}
      />
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      <ProblemNotice error={pages.error} words={t.problems} onRetry={() => void pages.refetch()} />
      {pages.isLoading ? (
        <Skeleton lines={6} />
      ) : (
        <>
          {view === 'to_tell' && rows.length > 0 && <PrintBar rows={rows} chosen={chosen} choose={choose} />}
          <NoticesTable
            view={view}
            rows={rows}
            chosen={chosen}
            choose={choose}
            onTelling={(row) => ask({ what: 'telling', row })}
            onStopping={(row) => ask({ what: 'stopping', row })}
            onResuming={(row) => ask({ what: 'resuming', row })}
          />
        </>
      )}
      {pages.hasNextPage && (
        <div className="btns">
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t.list.more}
          </Button>
        </div>
      )}
      {asked?.what === 'telling' && (
        <TellingDialog row={asked.row} onClose={() => ask(undefined)} onDone={tell} />
      )}
      {asked?.what === 'stopping' && (
        <StopDialog row={asked.row} onClose={() => ask(undefined)} onDone={tell} />
      )}
      {asked?.what === 'resuming' && (
        <ResumeDialog row={asked.row} onClose={() => ask(undefined)} onDone={tell} />
      )}
    </>
  )
}
