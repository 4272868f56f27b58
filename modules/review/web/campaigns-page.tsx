import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { downloadReport, listCampaigns, type CampaignView, type PartView } from '../contract.ts'
import { partHref, tabletHref, tasksHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { OpenDialog } from './open-dialog.tsx'
import { ProgressBar, resultsIn } from './state-chip.tsx'
import { useFieldWords } from './use-field-words.ts'

/** The reviews of one’s own communes, and how far each commune is. */
export function CampaignsPage() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const [isOpening, setOpening] = useState(false)
  const { data: campaigns } = useSuspenseQuery({
    ...apiQuery(listCampaigns, {}),
    // A list that is being drawn up is looked at again until it is there.
    refetchInterval: ({ state: { data } }) => (data?.some(isDrawing) ? 1500 : false),
  })
  return (
    <>
      <PageHead
        crumbs={[{ label: t.people }, { label: t.title }]}
        title={t.title}
        actions={
          <>
            {can('review.open') && (
              <Button emphasis="primary" icon="plus" onPress={() => setOpening(true)}>
                {t.open}
              </Button>
            )}
            {can('review.answer') && (
              <LinkButton href={tabletHref} icon="download">
                {t.tablet}
              </LinkButton>
            )}
            <LinkButton href={tasksHref()} icon="list">
              {t.tasks}
            </LinkButton>
          </>
        }
      >
        <p className="quiet">{t.lead}</p>
      </PageHead>
      {campaigns.length === 0 && <EmptyState title={t.none}>{t.noneMore}</EmptyState>}
      {campaigns.map((campaign) => (
        <Campaign key={campaign.id} campaign={campaign} />
      ))}
      {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
    </>
  )
}

const isDrawing = ({ parts }: CampaignView) => parts.some(({ frozenAt }) => frozenAt === null)

function Campaign({ campaign }: { campaign: CampaignView }) {
  const t = useMessages({ vi, en })
  const report = useDownload(downloadReport)
  const { id, title, from, to, openedName, openedAt, counts, parts } = campaign
  return (
    <Panel
      title={title}
      aside={
        <span className="btns">
          {(['xlsx', 'pdf'] as const).map((format) => (
            <Button
              key={format}
              icon="download"
              isPending={report.isPending && report.variables.format === format}
              onPress={() => report.mutate({ id, format })}
            >
              {format === 'xlsx' ? t.excel : t.pdf}
            </Button>
          ))}
        </span>
      }
    >
      <div className="panel-body">
        <p>
          {t.days(formatDay(from), formatDay(to))} ·{' '}
          <span className="quiet">{t.openedBy(openedName, formatInstant(openedAt))}</span>
        </p>
        <p>{t.progress(formatCount(resultsIn(counts)), formatCount(counts.total))}</p>
        <ProgressBar counts={counts} />
        <ProblemNotice error={report.error} words={t.problems} />
      </div>
      <Parts campaign={campaign} parts={parts} />
    </Panel>
  )
}

function Parts({ campaign: { counts }, parts }: { campaign: CampaignView; parts: readonly PartView[] }) {
  const t = useMessages({ vi, en })
  const { states } = useFieldWords()
  const share = ({ counts: own }: PartView) => resultsIn(own) / Math.max(1, own.total)
  const count = (state: 'unchanged' | 'changed' | 'not_found' | 'conflict') => ({
    header: states[state],
    align: 'end' as const,
    cell: (part: PartView) => formatCount(part.counts[state]),
    total: formatCount(counts[state]),
  })
  return (
    <DataTable
      caption={t.progressTitle}
      isCaptionHidden
      rows={parts}
      empty={t.none}
      {...(parts.length > 1 && { totalLabel: t.sum })}
      columns={[
        {
          header: t.area,
          isName: true,
          sortBy: ({ area }) => area.name,
          cell: ({ id, area, frozenAt }) =>
            frozenAt === null ? area.name : <TextLink href={partHref(id)}>{area.name}</TextLink>,
        },
        {
          header: t.done,
          sortBy: share,
          cell: (part) => (
            <>
              <ProgressBar counts={part.counts} />
              {formatCount(resultsIn(part.counts))} / {formatCount(part.counts.total)}
            </>
          ),
          total: `${formatCount(resultsIn(counts))} / ${formatCount(counts.total)}`,
        },
        count('unchanged'),
        count('changed'),
        count('not_found'),
        count('conflict'),
        { header: t.tasksOpen, align: 'end', cell: ({ tasksOpen }) => formatCount(tasksOpen) },
        { header: t.takesOut, align: 'end', cell: ({ takes }) => formatCount(takes) },
        { header: t.officer, cell: ({ officer }) => officer },
        {
          header: t.state,
          cell: ({ frozenAt, closedAt }) =>
            frozenAt === null ? t.drawing : closedAt === null ? t.under : t.closed(formatInstant(closedAt)),
        },
      ]}
    />
  )
}
