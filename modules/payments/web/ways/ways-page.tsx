import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { dayOf } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState, Skeleton } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listSharedAccounts, listWayRequests, pageSize } from '../../contract.ts'
import { personWaysHref, waysHref } from '../hrefs.ts'
import { messages as paymentsEn } from '../messages.en.ts'
import { messages as paymentsVi } from '../messages.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RequestCard } from './request-card.tsx'

/** The requests that wait, those that have ended, and accounts that strangers share or that were called wrong. */
export function WaysPage() {
  const t = useMessages({ vi, en })
  const payments = useMessages({ vi: paymentsVi, en: paymentsEn })
  const can = useCan()
  const { phan: part, trang: page } = useSearch({ strict: false }) as { phan?: string; trang?: number }
  const parts = [
    { id: undefined, label: t.waiting },
    { id: 'xong', label: t.ended },
    ...(can('payments.decide_way') ? [{ id: 'dung-chung', label: t.shared }] : []),
  ]
  return (
    <>
      <PageHead crumbs={[{ label: payments.payments }, { label: t.title }]} title={t.title}>
        <p>{t.lead}</p>
      </PageHead>
      <TabLinks
        label={t.title}
        links={parts.map(({ id, label }) => ({ label, href: waysHref({ part: id }), isHere: part === id }))}
      />
      <Suspense fallback={<Skeleton lines={6} />}>
        {part === 'dung-chung' ? <Shared /> : <Requests isEnded={part === 'xong'} page={page ?? 1} />}
      </Suspense>
    </>
  )
}

function Requests({ isEnded, page }: { isEnded: boolean; page: number }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(listWayRequests, { isEnded: isEnded ? 'true' : 'false', page }))
  if (data.rows.length === 0)
    return (
      <EmptyState title={isEnded ? t.noneEnded : t.none}>{isEnded ? t.noneEndedMore : t.noneMore}</EmptyState>
    )
  return (
    <div className="stack">
      {data.rows.map((request) => (
        <RequestCard key={request.id} request={request} isNamed />
      ))}
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => waysHref({ part: isEnded ? 'xong' : undefined, page: at })}
      />
    </div>
  )
}

function Shared() {
  const t = useMessages({ vi, en })
  const { data: accounts } = useSuspenseQuery(apiQuery(listSharedAccounts, {}))
  return (
    <div className="stack">
      {accounts.length > 0 && <p>{t.sharedLead}</p>}
      <DataTable
        caption={t.sharedCaption}
        isCaptionHidden
        rows={accounts}
        rowKey={({ bank, account, payees }) => `${bank} ${account} ${payees[0]?.id}`}
        empty={<EmptyState title={t.sharedNone} />}
        columns={[
          { header: t.account, cell: ({ bank, account }) => `${bank} ${account}`, isName: true },
          {
            header: t.sharedWhy,
            cell: ({ calledWrong }) =>
              calledWrong ? (
                <Chip kind="err" icon="lock">
                  {t.calledWrong(formatDay(dayOf(calledWrong)))}
                </Chip>
              ) : (
                <Chip kind="warn">{t.noTie}</Chip>
              ),
          },
          {
            header: t.payees,
            cell: ({ payees, elsewhere }) => (
              <span className="way">
                {payees.map(({ id, name }) => (
                  <TextLink key={id} href={personWaysHref(id)}>
                    {name}
                  </TextLink>
                ))}
                {elsewhere > 0 && <span className="quiet">{t.more(formatCount(elsewhere))}</span>}
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
