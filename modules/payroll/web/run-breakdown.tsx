import { useState } from 'react'
import { nameOfRule } from '#modules/entitlement/contract'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { DataTable, type Column } from '#ui/data-table'
import { formatCount, formatShare } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Fold } from '#ui/fold'
import { Tabs } from '#ui/tabs'
import type { RunView, Tally } from '../contract.ts'
import { visibleRule } from '../domain/discretion.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The same money cut three ways: by benefit and group, by commune, by pay point. */
export function RunBreakdown({ run, linesHref }: { run: RunView; linesHref: (filter: Filter) => string }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const can = useCan()
  const [selected, select] = useState('rule')
  const figures = useFigures(run)
  const tabs = [
    {
      id: 'rule',
      label: t.breakdown.title,
      content: (
        <>
          <DataTable
            caption={t.breakdown.title}
            isCaptionHidden
            rows={withSubtotals(run)}
            rowKey={({ component, rule, isSubtotal }) => `${component} ${isSubtotal ? '=' : rule}`}
            empty={t.list.none}
            totalLabel={t.breakdown.total}
            columns={[
              {
                header: t.breakdown.component,
                cell: ({ component, rule, isSubtotal }) =>
                  isSubtotal ? (
                    <TextLink href={linesHref({ component })}>
                      {t.breakdown.subtotal(t.components[component])}
                    </TextLink>
                  ) : (
                    <TextLink
                      href={linesHref(askableFilter(component, rule, can('people.read_confidential')))}
                    >
                      {t.components[component]}
                    </TextLink>
                  ),
                isName: true,
              },
              {
                header: t.breakdown.rule,
                cell: ({ rule, isSubtotal }) => {
                  if (isSubtotal) return t.none
                  return rule === null ? t.hiddenRule : nameOfRule(rule, language)
                },
              },
              // Sorted, the subtotals would lose their groups.
              ...figures.map(({ header, align, total, cell }): Column<GroupRow> => ({
                header,
                ...(align && { align }),
                total,
                cell: (row) => (row.isSubtotal ? <b>{cell(row)}</b> : cell(row)),
              })),
            ]}
          />
          {run.byRule.some(({ rule }) => rule === null) && <p className="hint">{t.breakdown.unnamed}</p>}
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

type GroupRow = RunView['byRule'][number] & { readonly isSubtotal: boolean }

/** The groups of each benefit together, and under those of several groups what they come to; a person counts there once. */
function withSubtotals({ byComponent, byRule }: RunView): GroupRow[] {
  return byComponent.flatMap((benefit) => {
    const groups = byRule
      .filter(({ component }) => component === benefit.component)
      .map((group) => ({ ...group, isSubtotal: false }))
    return groups.length > 1 ? [...groups, { ...benefit, rule: null, isSubtotal: true }] : groups
  })
}

/**
 * Lines can be asked for by group only where their group may be shown; a sum over many people may name more than a line
 * of one person does (domain/discretion.ts), and then leads to all lines of the benefit.
 */
function askableFilter(component: string, rule: string | null, mayReadConfidential: boolean): Filter {
  const isShownInLines = rule !== null && visibleRule(rule, mayReadConfidential) !== null
  return isShownInLines ? { component, rule } : { component }
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
