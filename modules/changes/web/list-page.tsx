import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Skeleton } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listRequests } from '../contract.ts'
import './changes.css'
import { listHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RequestsTable } from './requests-table.tsx'

const views = ['submitted', 'found', 'mine', 'decided'] as const
type View = (typeof views)[number]
const slugs: Readonly<Record<View, string>> = {
  submitted: '',
  found: 'xac-minh',
  mine: 'cua-toi',
  decided: 'da-quyet-dinh',
}

export function ListRoute() {
  const { muc = '' }: { muc?: string } = useSearch({ strict: false })
  const view = views.find((one) => slugs[one] === muc) ?? 'submitted'
  return <ListPage key={view} view={view} />
}

/** What waits for an officer, what waits for whoever decides, and what was decided. */
function ListPage({ view }: { view: View }) {
  const t = useMessages({ vi, en })
  const pages = useInfiniteQuery({
    queryKey: ['changes', view],
    queryFn: ({ pageParam, client }) =>
      client.fetchQuery(apiQuery(listRequests, { view, ...(pageParam && { after: pageParam }) })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ rows, hasMore }) => (hasMore ? rows.at(-1)?.id : undefined),
    retry: false,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const counts = pages.data?.pages[0]?.counts ?? { found: 0, submitted: 0 }
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: t.title }]}
        title={t.heading(counts.found + counts.submitted)}
        tabTitle={t.title}
      >
        <p className="quiet">{t.lead}</p>
      </PageHead>
      <TabLinks
        label={t.viewsLabel}
        links={views.map((one) => ({
          href: slugs[one] ? `${listHref}?muc=${slugs[one]}` : listHref,
          label: t.views[one],
          isHere: one === view,
          ...((one === 'found' || one === 'submitted') && { count: counts[one] }),
        }))}
      />
      <ProblemNotice error={pages.error} words={t.problems} onRetry={() => void pages.refetch()} />
      {pages.isLoading ? (
        <Skeleton lines={6} />
      ) : (
        !pages.error && <RequestsTable caption={t.views[view]} rows={rows} empty={t.none[view]} />
      )}
      {pages.hasNextPage && (
        <div className="btns">
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t.more}
          </Button>
        </div>
      )}
    </>
  )
}
