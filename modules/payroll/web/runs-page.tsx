import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { Allowed, useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMonth, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listRuns, type RunSummary } from '../contract.ts'
import { runHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { NewRunDialog } from './new-run-dialog.tsx'
import { RunArea } from './run-area.tsx'
import { RunStateChip } from './run-state-chip.tsx'

/** Every run, newest first: what state it is in and what it costs. */
export function RunsPage() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data: runs } = useSuspenseQuery(apiQuery(listRuns, {}))
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.payments }, { label: t.title }]}
        title={t.title}
        actions={
          <Allowed to="payroll.prepare">
            <Button emphasis="primary" icon="plus" onPress={() => setOpen(true)}>
              {t.newRun.open}
            </Button>
          </Allowed>
        }
      />
      <DataTable
        caption={t.runsCaption}
        isCaptionHidden
        rows={runs}
        empty={
          <EmptyState title={t.noRunsTitle}>
            {can('payroll.prepare') ? t.noRuns : t.noRunsForReaders}
          </EmptyState>
        }
        columns={[
          {
            header: t.month,
            cell: (run) => <TextLink href={runHref(run.id)}>{formatMonth(run.month)}</TextLink>,
            isName: true,
          },
          { header: t.area, cell: (run) => <RunArea run={run} /> },
          { header: t.state, cell: (run) => <RunStateChip state={run.state} /> },
          { header: t.people, cell: (run) => formatCount(run.totals.people), align: 'end' },
          { header: t.lines, cell: (run) => formatCount(run.totals.lines), align: 'end' },
          { header: `${t.amount} (đ)`, cell: (run) => formatCount(run.totals.amount), align: 'end' },
          { header: t.preparedBy, cell: (run) => <Signature signed={run.prepared} /> },
          { header: t.decidedBy, cell: (run) => <Signature signed={run.decided} /> },
        ]}
      />
      <NewRunDialog isOpen={isOpen} onClose={() => setOpen(false)} runs={runs} />
    </>
  )
}

function Signature({ signed }: { signed: RunSummary['prepared'] | null }) {
  if (!signed) return null
  return (
    <span>
      {signed.by.name}
      <br />
      <span className="quiet">
        <Moment value={signed.at} />
      </span>
    </span>
  )
}
