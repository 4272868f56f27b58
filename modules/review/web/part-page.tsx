import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery, useCommand, useDownload } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { formatCount, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import {
  addArrivals,
  downloadRows,
  listRows,
  pageSize,
  ReasonKind,
  State,
  type RowFilter,
  type RowPage,
} from '../contract.ts'
import { CloseDialog } from './close-dialog.tsx'
import { partHref, reviewsHref, tabletHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { PersonPanel } from './person-panel.tsx'
import { RowFilters } from './row-filters.tsx'
import { RowTable } from './row-table.tsx'
import { ProgressBar, resultsIn } from './state-chip.tsx'
import { Takes } from './takes.tsx'

type Search = { ketqua?: string; lydo?: string; thon?: string; tim?: string; trang?: number; nguoi?: string }

/** The list of one commune as its address filters it, with somebody opened beside it. */
export function PartRoute() {
  const { partId = '' } = useParams({ strict: false })
  const { ketqua, lydo, thon, tim, trang = 1, nguoi }: Search = useSearch({ strict: false })
  const state = State.safeParse(ketqua)
  const reason = ReasonKind.safeParse(lydo)
  const filter: RowFilter = {
    ...(state.success && { state: state.data }),
    ...(lydo === 'any' ? { reason: 'any' } : reason.success && { reason: reason.data }),
    ...(thon !== undefined && { village: thon }),
    ...(tim && { q: tim }),
  }
  return <PartPage partId={partId} filter={filter} page={trang} personId={nguoi} />
}

type Given = { partId: string; filter: RowFilter; page: number; personId: string | undefined }

function PartPage({ partId, filter, page, personId }: Given) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const { data } = useSuspenseQuery({
    ...apiQuery(listRows, { id: partId, ...filter, page }),
    refetchInterval: ({ state: { data: read } }) => (read && read.part.frozenAt === null ? 1500 : false),
  })
  const { part, rows, total } = data
  const place = rows.findIndex((row) => row.personId === personId)
  const current = rows[place]
  const hrefOf = (person: string | undefined, at = page) => partHref(partId, { ...filter, page: at, person })
  const go = (step: number) => {
    const next = rows[place + step]
    if (next)
      void navigate({ to: hrefOf(next.personId) as never, resetScroll: false }) // Made of ids, which the router cannot type.
    else if (step > 0 && page * pageSize < total) void navigate({ to: hrefOf(undefined, page + 1) as never }) // The same.
  }
  useKeys({ F8: () => go(1), 'Shift F8': () => go(-1) })
  const isFiltered = Object.keys(filter).length > 0
  return (
    <>
      <Head data={data} filter={filter} />
      {part.frozenAt === null ? (
        <EmptyState title={t.part.notDrawn}>{t.part.notDrawnMore}</EmptyState>
      ) : (
        <>
          <RowFilters key={JSON.stringify(filter)} partId={partId} filter={filter} data={data} />
          <div className="review-columns">
            <div>
              <RowTable
                rows={rows}
                currentId={personId}
                href={(id) => hrefOf(id)}
                window={{ first: (page - 1) * pageSize + 1, total }}
                empty={
                  <EmptyState title={t.part.empty}>
                    {isFiltered && <TextLink href={partHref(partId)}>{t.part.showAll}</TextLink>}
                  </EmptyState>
                }
              />
              <Pages page={page} pageSize={pageSize} total={total} href={(at) => hrefOf(undefined, at)} />
            </div>
            <PersonPanel
              part={part}
              row={current}
              readAt={data.readAt}
              onNext={() => go(1)}
              hasNext={place + 1 < rows.length || page * pageSize < total}
            />
          </div>
          <Takes partId={partId} />
        </>
      )}
    </>
  )
}

function Head({ data: { part }, filter }: { data: RowPage; filter: RowFilter }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const [isClosing, setClosing] = useState(false)
  const sheet = useDownload(downloadRows)
  const arrivals = useCommand(addArrivals)
  const { id, area, title, from, to, counts, closedAt, closedName, closeNote, frozenAt } = part
  const isOpen = closedAt === null && frozenAt !== null
  return (
    <>
      <PageHead
        crumbs={[{ label: t.people }, { label: t.title, href: reviewsHref }, { label: area.name }]}
        title={`${area.name}: ${t.progress(formatCount(resultsIn(counts)), formatCount(counts.total))}`}
        tabTitle={`${t.title}, ${area.name}`}
        actions={
          <>
            <Button
              icon="download"
              isPending={sheet.isPending}
              onPress={() => sheet.mutate({ id, ...filter })}
            >
              {t.part.download}
            </Button>
            {isOpen && can('review.open') && (
              <>
                <Button icon="turn" isPending={arrivals.isPending} onPress={() => arrivals.mutate({ id })}>
                  {t.part.addArrivals}
                </Button>
                <Button icon="lock" onPress={() => setClosing(true)}>
                  {t.part.close}
                </Button>
              </>
            )}
            {isOpen && can('review.answer') && (
              <LinkButton icon="download" href={tabletHref}>
                {t.tablet}
              </LinkButton>
            )}
          </>
        }
      >
        <p className="quiet">
          {title} · {t.days(formatDay(from), formatDay(to))}
        </p>
        <ProgressBar counts={counts} />
      </PageHead>
      <ProblemNotice error={sheet.error ?? arrivals.error} words={t.problems} />
      {arrivals.data && (
        <Notice kind="ok" isLive>
          {t.part.arrivals(arrivals.data.added, arrivals.data.left)}
        </Notice>
      )}
      {closedAt !== null && (
        <Notice kind="past" title={t.close.was(formatInstant(closedAt), closedName ?? '')}>
          {closeNote}
        </Notice>
      )}
      {isClosing && <CloseDialog part={part} onClose={() => setClosing(false)} />}
    </>
  )
}
