import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { LinkButton } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Day, formatCount, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listLog, type LogEntry, type Outcome } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type LogView = 'all' | 'asked' | 'refused'

const here = '/nghiep-vu/dong-bo-dan-cu'
const chips: Readonly<Record<Outcome, ChipKind>> = {
  recorded: 'ok',
  known: 'neutral',
  outdated: 'neutral',
  asked: 'warn',
  asked_before: 'warn',
  unknown_person: 'neutral',
  refused: 'err',
}

/** What became of each change, the latest first. */
export function Log({
  view,
  before,
  slugs,
}: {
  view: LogView
  before: number | undefined
  slugs: Readonly<Record<LogView, string>>
}) {
  const t = useMessages({ vi, en })
  const log = useQuery(apiQuery(listLog, { view, ...(before && { before }) }))
  const hrefOf = (one: LogView, from?: number) => {
    const search = new URLSearchParams({
      ...(slugs[one] && { muc: slugs[one] }),
      ...(from && { truoc: String(from) }),
    }).toString()
    return search ? `${here}?${search}` : here
  }
  const entries = log.data?.entries ?? []
  return (
    <Panel title={t.logTitle}>
      <TabLinks
        label={t.logTitle}
        links={(['all', 'asked', 'refused'] as const).map((one) => ({
          href: hrefOf(one),
          label: t.views[one],
          isHere: one === view,
        }))}
      />
      <ProblemNotice error={log.error} words={t.problems} onRetry={() => void log.refetch()} />
      {log.isLoading ? (
        <Skeleton lines={5} />
      ) : (
        log.data && <Entries entries={entries} caption={t.views[view]} />
      )}
      {(before || log.data?.hasMore) && (
        <div className="panel-body btns">
          {before && <LinkButton href={hrefOf(view)}>{t.newestAgain}</LinkButton>}
          {log.data?.hasMore && <LinkButton href={hrefOf(view, entries.at(-1)?.number)}>{t.more}</LinkButton>}
        </div>
      )}
    </Panel>
  )
}

function Entries({ entries, caption }: { entries: readonly LogEntry[]; caption: string }) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={entries}
      rowKey={({ number }) => String(number)}
      empty={<p className="empty">{t.none}</p>}
      columns={[
        { header: t.number, isName: true, cell: ({ number }) => formatCount(number) },
        { header: t.kind, cell: ({ kind }) => (kind ? t.kinds[kind] : t.unknownKind) },
        { header: t.happenedOn, cell: ({ happenedOn }) => <Day value={happenedOn} /> },
        { header: t.takenAt, cell: ({ takenAt }) => <Moment value={takenAt} /> },
        {
          header: t.outcome,
          cell: ({ outcome }) => <Chip kind={chips[outcome]}>{t.outcomes[outcome]}</Chip>,
        },
        { header: t.reason, cell: ({ reason }) => reason && t.reasons[reason] },
      ]}
    />
  )
}
