import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { ProgressCard } from '#ui/progress'
import { listAwardLists, type AwardListView } from '../../listed-contract.ts'
import { listHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What a list brought waits for comes a moment after its rows were taken in: it is asked for again a few times. */
const asksAgain = 5

/** On the page of an import: how far a second person has come with the awards it brought. */
export function AwardsOfImport({ importId }: { importId: string }) {
  const t = useMessages({ vi, en })
  const { data, error, refetch } = useQuery({
    ...apiQuery(listAwardLists, { importId }),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      dataUpdateCount <= asksAgain || data?.some(({ coming }) => coming > 0) ? 2000 : false,
  })
  if (error) return <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
  if (!data || data.length === 0) return null
  const coming = data.reduce((sum, list) => sum + list.coming, 0)
  const come = data.reduce((sum, list) => sum + list.proposed + list.confirmed + list.held + list.sentBack, 0)
  const count = (what: 'proposed' | 'confirmed' | 'held' | 'sentBack', header: string) => ({
    header,
    align: 'end' as const,
    cell: (list: AwardListView) => formatCount(list[what]),
    total: formatCount(data.reduce((sum, list) => sum + list[what], 0)),
  })
  return (
    <Panel title={t.ofImport.title}>
      <p className="panel-body">{t.ofImport.lead}</p>
      {coming > 0 && (
        <div className="panel-body">
          <ProgressCard title={t.coming.progress} done={come} total={come + coming} />
        </div>
      )}
      <DataTable
        caption={t.ofImport.title}
        isCaptionHidden
        rows={data}
        rowKey={({ area }) => String(area.id)}
        empty=""
        {...(data.length > 1 && { totalLabel: t.list.total })}
        columns={[
          { header: t.list.area, isName: true, cell: ({ area }) => area.name },
          count('proposed', t.states.proposed),
          count('confirmed', t.states.confirmed),
          count('held', t.states.held),
          count('sentBack', t.states.sent_back),
          {
            header: t.ofImport.open,
            isHeaderHidden: true,
            cell: (list) => (
              <TextLink href={listHref(list)} aria-label={t.ofImport.openOf(list.area.name)}>
                {t.ofImport.open}
              </TextLink>
            ),
          },
        ]}
      />
    </Panel>
  )
}
