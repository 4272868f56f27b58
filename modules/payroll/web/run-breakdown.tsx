import { useState } from 'react'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { DataTable, type Column } from '#ui/data-table'
import { formatCount, formatShare } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Fold } from '#ui/fold'
import { Tabs } from '#ui/tabs'
import type { RunView, Tally } from '../contract.ts'
import { breakdownRows, nameOfGroup, type BreakdownRow } from './breakdown-rows.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The same money cut three ways: by benefit and group, by commune, by pay point. */
export function RunBreakdown({ run, linesHref }: { run: RunView; linesHref: (filter: Filter) => string }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const can = useCan()
  const [selected, select] = useState('rule')
  const isTold = can('people.read')
  const figures = useFigures(run)
  const nameOfSum = ({ component, sumOf }: BreakdownRow) => {
    if (sumOf === 'component') return t.breakdown.subtotal(t.components[component])
    return sumOf === 'unnamed' ? t.breakdown.unnamedSum : t.components[component]
  }
  const tabs = [
    {
      id: 'rule',
      label: t.breakdown.title,
      content: (
        <>
          <DataTable
            caption={t.breakdown.title}
            isCaptionHidden
            rows={breakdownRows(run, can('people.read_confidential'))}
            rowKey={({ component, rule, sumOf }) => `${component} ${sumOf} ${rule}`}
            empty={t.list.none}
            totalLabel={t.breakdown.total}
            columns={[
              {
                header: t.breakdown.component,
                cell: (row) => {
                  const name = nameOfSum(row)
                  return row.leadsTo && isTold ? (
                    <TextLink href={linesHref(row.leadsTo)}>{name}</TextLink>
                  ) : (
                    name
                  )
                },
                isName: true,
              },
              {
                header: t.breakdown.rule,
                cell: ({ rule, sumOf }) => {
                  if (sumOf !== 'group') return t.none
                  return nameOfGroup(rule, language, isTold) ?? t.hiddenRule
                },
              },
              // Sorted, the subtotals would lose their groups.
              ...figures.map(({ header, align, total, cell }): Column<BreakdownRow> => ({
                header,
                ...(align && { align }),
                total,
                cell: (row) => (row.sumOf === 'group' ? cell(row) : <b>{cell(row)}</b>),
              })),
            ]}
          />
          {run.unnamed.length > 0 && <p className="hint">{t.breakdown.unnamed}</p>}
        </>
      ),
    },
    {
      id: 'area',
      label: t.breakdown.byArea,
      content: (
        <DataTable
          caption={t.breakdown.byArea}
          isCaptionHidden
          rows={run.byArea}
          rowKey={({ area }) => String(area.id)}
          empty={t.list.none}
          totalLabel={t.breakdown.total}
          columns={[
            {
              header: t.area,
              cell: ({ area }) => <TextLink href={linesHref({ areaId: area.id })}>{area.name}</TextLink>,
              isName: true,
              sortBy: ({ area }) => area.name,
            },
            ...figures,
          ]}
        />
      ),
    },
    {
      id: 'payPoint',
      label: t.breakdown.byPayPoint,
      content: (
        <DataTable
          caption={t.breakdown.byPayPoint}
          isCaptionHidden
          rows={run.byPayPoint}
          rowKey={({ payPoint }) => String(payPoint?.id ?? 0)}
          empty={t.list.none}
          totalLabel={t.breakdown.total}
          columns={[
            {
              header: t.breakdown.payPoint,
              cell: ({ payPoint }) =>
                payPoint ? (
                  <TextLink href={linesHref({ payPointId: payPoint.id })}>{payPoint.name}</TextLink>
                ) : (
                  t.breakdown.atCommune
                ),
              isName: true,
            },
            ...figures,
          ]}
        />
      ),
    },
  ]
  return (
    <div className="breakdown">
      <Fold title={t.breakdown.whole}>
        <Tabs label={t.breakdown.title} tabs={tabs} selected={selected} onSelect={select} />
      </Fold>
    </div>
  )
}

type Filter = { component?: string; rule?: string; areaId?: number; payPointId?: number }

/** People, lines, money and its share: the columns every cut has, with the run’s totals under them. */
function useFigures({ totals }: RunView): Column<Tally>[] {
  const t = useMessages({ vi, en })
  return [
    {
      header: t.people,
      cell: ({ people }) => formatCount(people),
      align: 'end',
      sortBy: ({ people }) => people,
      total: formatCount(totals.people),
    },
    {
      header: t.lines,
      cell: ({ lines }) => formatCount(lines),
      align: 'end',
      sortBy: ({ lines }) => lines,
      total: formatCount(totals.lines),
    },
    {
      header: `${t.amount} (đ)`,
      cell: ({ amount }) => formatCount(amount),
      align: 'end',
      sortBy: ({ amount }) => amount,
      total: <b className="grand">{formatCount(totals.amount)}</b>,
    },
    {
      header: t.breakdown.share,
      cell: ({ amount }) => formatShare(totals.amount > 0 ? amount / totals.amount : 0),
      align: 'end',
    },
  ]
}
