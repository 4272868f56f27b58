import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { formatCount, formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import {
  downloadProspects,
  listProspects,
  pageSize,
  type ProspectFilter,
  type ProspectId,
  type Stake as StakeView,
  type View,
} from '../contract.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { Filters } from './filters.tsx'
import { FollowUpDialog } from './follow-up-dialog.tsx'
import { outreachHref, peopleOf, placeOf, viewsOn } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ProspectTable } from './prospect-table.tsx'
import './outreach.css'

/** A list of people the law will change something for, filtered by the address, to be worked through. */
export function OutreachPage({ view, filter, page }: { view: View; filter: ProspectFilter; page: number }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data } = useSuspenseQuery(apiQuery(listProspects, { view, ...filter, page }))
  const [chosen, choose] = useState<ReadonlySet<ProspectId>>(new Set())
  const [noting, note] = useState<readonly ProspectId[]>()
  const [news, tell] = useState<string>()
  const sheet = useDownload(downloadProspects)
  const mayFollow = can('outreach.follow_up')
  const isFiltered = Object.keys(filter).length > 0
  const title = t.pages[placeOf[view].page]
  return (
    <>
      <PageHead
        crumbs={[{ label: t.work, href: '/nghiep-vu' }, { label: title }]}
        title={title}
        actions={
          mayFollow &&
          data.total > 0 && (
            <Button
              icon="download"
              isPending={sheet.isPending}
              onPress={() => sheet.mutate({ view, ...filter })}
            >
              {t.excel}
            </Button>
          )
        }
      >
        <p className="filter-line">{data.refreshedAt && t.refreshed(formatInstant(data.refreshedAt))}</p>
      </PageHead>
      <TabLinks
        label={title}
        links={viewsOn[placeOf[view].page].map((one) => ({
          href: outreachHref(one),
          label: t.views[one],
          count: peopleOf(data.views.find((count) => count.view === one)),
          isHere: one === view,
        }))}
      />
      <ProblemNotice error={sheet.error} words={t.problems} />
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      <Stake view={view} stake={data.stake} />
      <Filters key={JSON.stringify(filter)} view={view} filter={filter} areas={data.areas} />
      {mayFollow && (
        <ChosenBar
          rows={data.rows}
          chosen={chosen}
          choose={choose}
          onNote={() => note([...chosen])}
          onInvited={(count) => {
            choose(new Set())
            tell(t.recorded(count))
          }}
        />
      )}
      <ProspectTable
        view={view}
        rows={data.rows}
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        showsArea={data.areas.length > 1}
        empty={
          !data.refreshedAt ? (
            <EmptyState title={t.preparing.title}>{t.preparing.next}</EmptyState>
          ) : isFiltered ? (
            <EmptyState title={t.noneFiltered}>
              <TextLink href={outreachHref(view)}>{t.showAll}</TextLink>
            </EmptyState>
          ) : (
            <EmptyState title={t.none[view].title}>{t.none[view].next}</EmptyState>
          )
        }
        {...(mayFollow && { chosen, choose, onNote: (id: ProspectId) => note([id]) })}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => outreachHref(view, { ...filter, page: at })}
      />
      {noting && (
        <FollowUpDialog
          people={data.rows.filter(({ id }) => noting.includes(id))}
          onClose={() => note(undefined)}
          onDone={(count) => {
            choose(new Set())
            tell(t.recorded(count))
          }}
        />
      )}
    </>
  )
}

/** How many people, and what it is about in money: why the list is worth an hour today. */
function Stake({ view, stake: { people, amount, waiting, withFile } }: { view: View; stake: StakeView }) {
  const t = useMessages({ vi, en })
  const inHand = [
    withFile > 0 && t.peopleInHand(formatCount(withFile)),
    waiting > 0 && t.peopleWaiting(formatCount(waiting)),
  ]
    .filter(Boolean)
    .join(' ')
  if (people === 0) return inHand && <p className="stake">{inHand}</p>
  return (
    <p className={view === 'soon' || view === 'unused' ? 'stake urge' : 'stake'}>
      {t.stake[view](formatCount(people), formatMoney(Math.abs(amount)), amount)} {inHand}
    </p>
  )
}
