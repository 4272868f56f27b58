import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { figureNames, type StepView, type UnitFigures, type UnitOfStep } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The units that end and those they become, with the same things counted in both. */
export function UnitTables({ step }: { step: StepView }) {
  const t = useMessages({ vi, en })
  const names = new Map([...step.before, ...step.after].map(({ id, name }) => [id, name]))
  const shown = figureNames.filter(
    (name) => step.totals.before[name] > 0 || name === 'people' || name === 'paidAmount',
  )
  const figures = (totals: UnitFigures): Column<UnitOfStep>[] =>
    shown.map((name) => ({
      key: name,
      header: t.figures[name],
      align: 'end',
      cell: ({ figures }) => formatCount(figures[name]),
      sortBy: ({ figures }) => figures[name],
      total: formatCount(totals[name]),
    }))
  const waysOf = (id: number, side: 'fromId' | 'toId') => step.ways.filter((way) => way[side] === id)
  return (
    <>
      <Panel title={t.beforeTitle}>
        <DataTable
          caption={t.beforeTitle}
          isCaptionHidden
          rows={step.before}
          rowKey={({ id }) => String(id)}
          empty=""
          totalLabel={t.total}
          columns={[
            {
              header: t.unit,
              isName: true,
              cell: ({ name, code }) => `${name} (${code})`,
              sortBy: ({ name }) => name,
            },
            {
              header: t.becomes,
              cell: ({ id }) =>
                waysOf(id, 'fromId').map(({ toId, villages }) => (
                  <p key={toId}>
                    {names.get(toId)}
                    {villages && <span className="quiet"> ({villages.join(', ') || t.restOfUnit})</span>}
                  </p>
                )),
            },
            ...figures(step.totals.before),
          ]}
        />
      </Panel>
      <Panel title={t.afterTitle}>
        <DataTable
          caption={t.afterTitle}
          isCaptionHidden
          rows={step.after}
          rowKey={({ id }) => String(id)}
          empty=""
          totalLabel={t.total}
          columns={[
            {
              header: t.unit,
              isName: true,
              cell: ({ name, code, isNew }) => (
                <>
                  {name} ({code}) <Chip kind={isNew ? 'ok' : 'neutral'}>{isNew ? t.isNew : t.goesOn}</Chip>
                </>
              ),
              sortBy: ({ name }) => name,
            },
            {
              header: t.comesFrom,
              cell: ({ id }) =>
                waysOf(id, 'toId')
                  .map(({ fromId }) => names.get(fromId))
                  .join(', '),
            },
            ...figures(step.totals.after),
          ]}
        />
      </Panel>
    </>
  )
}
