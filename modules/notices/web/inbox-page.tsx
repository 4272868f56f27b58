import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { CivilDate } from '#kernel/civil-date'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Day, formatMonth, Moment } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState, Skeleton } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { countInbox, listInbox, readInbox, visitInbox, type Entry } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './notices.css'

const here = '/nghiep-vu/thong-bao'

export function InboxRoute() {
  const { muc }: { muc?: string } = useSearch({ strict: false })
  return <InboxPage isUnread={muc === 'chua-doc'} />
}

/** What it was one’s turn to do, the latest first; what is opened is read. */
function InboxPage({ isUnread }: { isUnread: boolean }) {
  const t = useMessages({ vi, en }).inbox
  const { data: count } = useQuery(apiQuery(countInbox, {}))
  const read = useCommand(readInbox)
  // Said once for each visit: what is read meanwhile does not make it another one.
  const { data: visit } = useQuery({ ...apiQuery(visitInbox, {}), staleTime: 'static', gcTime: 0 })
  const pages = useInfiniteQuery({
    queryKey: ['inbox', isUnread],
    queryFn: ({ pageParam, client }) =>
      client.fetchQuery(apiQuery(listInbox, { isUnread, ...(pageParam && { before: pageParam }) })),
    initialPageParam: undefined as Entry['id'] | undefined,
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? entries.at(-1)?.id : undefined),
    retry: false,
  })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const unread = count?.unread ?? 0
  const [latest] = entries
  return (
    <>
      <PageHead
        crumbs={[{ label: t.work }, { label: t.title }]}
        title={t.heading(unread)}
        tabTitle={t.title}
        actions={
          unread > 0 &&
          latest && (
            <Button
              icon="check"
              isPending={read.isPending}
              onPress={() => read.mutate({ through: latest.id })}
            >
              {t.readAll}
            </Button>
          )
        }
      >
        <p className="quiet">{t.lead}</p>
      </PageHead>
      <TabLinks
        label={t.viewsLabel}
        links={[
          { href: here, label: t.views.all, isHere: !isUnread },
          { href: `${here}?muc=chua-doc`, label: t.views.unread, isHere: isUnread, count: unread },
        ]}
      />
      <ProblemNotice error={pages.error ?? read.error} onRetry={() => void pages.refetch()} />
      {pages.isLoading ? (
        <Skeleton lines={6} />
      ) : (
        <Entries
          entries={entries}
          isUnread={isUnread}
          seenThrough={visit?.seenThrough ?? undefined}
          onOpen={(id) => read.mutate({ ids: [id] })}
        />
      )}
      {pages.hasNextPage && (
        <div className="btns">
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t.older}
          </Button>
        </div>
      )}
    </>
  )
}

function Entries({
  entries,
  isUnread,
  seenThrough,
  onOpen,
}: {
  entries: readonly Entry[]
  isUnread: boolean
  /** The latest one had seen before this visit; unknown on the first. */
  seenThrough: Entry['id'] | undefined
  onOpen: (id: Entry['id']) => void
}) {
  const t = useMessages({ vi, en }).inbox
  const language = useLanguage()
  return (
    <DataTable
      caption={t.caption(entries.length)}
      isCaptionHidden
      rows={entries}
      empty={<EmptyState title={isUnread ? t.noneUnread : t.none}>{t.noneNext}</EmptyState>}
      columns={[
        {
          header: t.news,
          isName: true,
          cell: (entry) => (
            <span className="inbox-news" data-new={!entry.isRead || undefined}>
              <TextLink href={hrefOf(entry)} onPress={() => entry.isRead || onOpen(entry.id)}>
                {t.kinds[entry.kind](entry.count)}
                {entry.file && `: ${entry.file.fullName}`}
                {entry.list && ` ${formatMonth(entry.list.month)}`}
              </TextLink>
              {seenThrough !== undefined && entry.id > seenThrough ? (
                <Chip kind="info" icon="dot">
                  {t.isNew}
                </Chip>
              ) : (
                !entry.isRead && <Chip icon="dot">{t.isUnread}</Chip>
              )}
            </span>
          ),
        },
        {
          header: t.file,
          cell: ({ file, list, kind, count }) =>
            file ? (
              <div>
                {file.procedure[language]}
                <br />
                <span className="quiet nowrap">{file.code}</span>
              </div>
            ) : (
              count === 1 && kind !== 'to_tell' && !list && <span className="quiet">{t.outOfSight}</span>
            ),
        },
        { header: t.due, cell: ({ due }) => <Day value={CivilDate.nullable().catch(null).parse(due)} /> },
        { header: t.at, cell: ({ at }) => <Moment value={at} /> },
      ]}
    />
  )
}

function hrefOf({ kind, file, list }: Entry): string {
  if (list) return `/nghiep-vu/ky-chi-tra/${list.id}`
  if (kind === 'to_tell') return '/nghiep-vu/tin-gui-nguoi-dan'
  return file ? `/nghiep-vu/ho-so/${file.id}` : '/nghiep-vu/ho-so?xem=cua-toi'
}
