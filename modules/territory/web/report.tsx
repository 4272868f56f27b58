import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { reportStep, type StepId } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The last month before a step by old units and carried to the new ones, beside the first month of these. */
export function Report({ id }: { id: StepId }) {
  const t = useMessages({ vi, en })
  const { data: report } = useSuspenseQuery(apiQuery(reportStep, { id }))
  if (report.before === null) return null
  const said = ({ people, amount }: { people: number; amount: number }) =>
    `${formatCount(people)} · ${formatCount(amount)}`
  const head = `${t.figures.paidPeople} · ${t.figures.paidAmount}`
  return (
    <Panel title={t.reportTitle}>
      <p className="panel-body quiet">
        {t.reportLead} {head}.
      </p>
      <DataTable
        caption={t.reportTitle}
        isCaptionHidden
        rows={report.units}
        rowKey={({ id: unit }) => String(unit)}
        empty=""
        totalLabel={t.total}
        columns={[
          { header: t.unit, isName: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
          {
            header: t.old,
            cell: ({ from }) =>
              from.map(({ id: old, name, sum }) => <p key={old}>{`${name}: ${said(sum)}`}</p>),
            total: said(report.totals.old),
          },
          {
            header: t.carried(formatMonth(report.before)),
            align: 'end',
            cell: ({ carried }) => said(carried),
            sortBy: ({ carried }) => carried.amount,
            total: said(report.totals.carried),
          },
          {
            header: report.since ? t.now(formatMonth(report.since)) : t.noneYet,
            align: 'end',
            cell: ({ now }) => (now ? said(now) : t.noneYet),
            total: report.totals.now ? said(report.totals.now) : '',
          },
        ]}
      />
    </Panel>
  )
}
