import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { downloadCampaign, listCampaign, pageSize, type CampaignRow } from '../contract.ts'
import { AssignBar } from './assign-bar.tsx'
import { CampaignFilters, type Filter } from './campaign-filters.tsx'
import { CampaignTable } from './campaign-table.tsx'
import { Head } from './head.tsx'
import { askWayHref, campaignHref, waysOfPersonHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { VisitDialog, type Visited } from './visit-dialog.tsx'

/** The people of a commune who still get cash, to be asked one by one; on a phone as cards. */
export function CampaignPage({ filter, page }: { filter: Filter; page: number }) {
  const t = useMessages({ vi, en })
  const { isMine, ...narrowed } = filter
  const asked = { ...narrowed, ...(isMine && { isMine: 'true' }) }
  const { data } = useSuspenseQuery(apiQuery(listCampaign, { ...given(asked), page }))
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [visiting, visit] = useState<CampaignRow>()
  const [visited, tell] = useState<Visited>()
  const [news, say] = useState<string>()
  const sheet = useDownload(downloadCampaign)
  const isNarrowed = isMine || Object.entries(narrowed).some(([key, value]) => key !== 'areaId' && value)
  return (
    <>
      <Head
        part="campaign"
        actions={
          data.area &&
          data.total > 0 && (
            <>
              <Button icon="print" onPress={() => window.print()}>
                {t.campaign.print}
              </Button>
              <Button
                icon="download"
                isPending={sheet.isPending}
                onPress={() => data.area && sheet.mutate({ ...given(asked), areaId: data.area.id })}
              >
                {t.campaign.excel}
              </Button>
            </>
          )
        }
      >
        <p>{t.right}</p>
        <p className="filter-line">{data.countedAt && t.counted(formatInstant(data.countedAt))}</p>
      </Head>
      {data.countedAt === null ? (
        <EmptyState title={t.preparing.title}>{t.preparing.next}</EmptyState>
      ) : (
        <div className="stack">
          <CampaignFilters filter={filter} data={data} />
          {data.area && <h2>{t.campaign.of(data.area.name, data.total)}</h2>}
          <ProblemNotice error={sheet.error} words={t.problems} />
          {news && <Notice kind="ok" isLive title={news} />}
          {visited && <VisitedNotice visited={visited} />}
          <AssignBar
            rows={data.rows}
            chosen={chosen}
            choose={choose}
            onDone={(words) => {
              choose(new Set())
              say(words)
            }}
          />
          <CampaignTable
            rows={data.rows}
            window={{ first: (page - 1) * pageSize + 1, total: data.total }}
            chosen={chosen}
            choose={choose}
            onVisit={visit}
            empty={
              isNarrowed ? (
                <EmptyState title={t.campaign.noneFiltered}>
                  <TextLink href={campaignHref({ areaId: filter.areaId })}>{t.campaign.showAll}</TextLink>
                </EmptyState>
              ) : (
                <EmptyState title={t.campaign.none}>{t.campaign.noneMore}</EmptyState>
              )
            }
          />
          <Pages
            page={page}
            pageSize={pageSize}
            total={data.total}
            href={(at) => campaignHref({ ...filter, page: at })}
          />
        </div>
      )}
      {visiting && (
        <VisitDialog
          row={visiting}
          onClose={() => visit(undefined)}
          onDone={(done) => {
            visit(undefined)
            say(undefined)
            tell(done)
          }}
        />
      )}
    </>
  )
}

/** What was written down, and the next step where there is one: to the request for another way, never to a second one. */
function VisitedNotice({ visited: { row, outcome, openRequestId } }: { visited: Visited }) {
  const t = useMessages({ vi, en })
  const { id, name } = row.person
  if (openRequestId)
    return (
      <Notice kind="info" isLive title={t.visit.savedAsked(name)}>
        <TextLink href={waysOfPersonHref(id)}>{t.campaign.askedOf(name)}</TextLink>
      </Notice>
    )
  if (outcome === 'opened')
    return (
      <Notice kind="ok" isLive title={t.visit.savedOpened(name)}>
        <TextLink href={askWayHref(id)}>{t.campaign.askOf(name)}</TextLink>
      </Notice>
    )
  return <Notice kind="ok" isLive title={t.visit.saved(name)} />
}

function given<Asked extends object>(asked: Asked): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Asked // Fewer keys of the same.
}
