import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Tabs } from '#ui/tabs'
import { getEstimate, type EstimateId, type EstimateView, type SumView } from '../contract.ts'
import { Backtested, Grounds } from './grounds.tsx'
import { Deeds } from './deeds.tsx'
import { budgetHref, estimateHref, yearHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useLineName } from './line-name.ts'
import { MonthChart } from './month-chart.tsx'
import { WhatItIsMadeOf } from './made-of.tsx'
import { RangeText, StateChip } from './year-page.tsx'

type Shown = { areaId: number | undefined; line: string | undefined }

/** An estimate, whole or the part of a commune or a line: what it comes to, what that is made of, and on what grounds. */
export function EstimatePage({
  id,
  areaId,
  line,
  part,
}: Shown & { id: EstimateId; part: string | undefined }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const { data: estimate } = useSuspenseQuery(
    apiQuery(getEstimate, {
      id,
      ...(areaId !== undefined && { areaId }),
      ...(line !== undefined && { line }),
    }),
  )
  const shown = { areaId, line }
  const tabs = [
    { id: 'thang', label: t.byMonth, content: <Months estimate={estimate} /> },
    { id: 'nhom', label: t.byLine, content: <Lines estimate={estimate} shown={shown} /> },
    { id: 'xa', label: t.byArea, content: <Areas estimate={estimate} shown={shown} /> },
    { id: 'can-cu', label: t.grounds, content: <Grounds estimate={estimate} /> },
    { id: 'kiem-nghiem', label: t.backtest, content: <Backtested estimate={estimate} /> },
  ]
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.payment },
          { label: t.title, href: budgetHref },
          { label: String(estimate.year), href: yearHref(estimate.year) },
        ]}
        title={estimate.name}
      >
        <p className="filter-line">
          {t.titleOf(estimate.year)} · {estimate.area.name} · {t.fromMonth(formatMonth(estimate.baseMonth))}{' '}
          <StateChip estimate={estimate} />
        </p>
      </PageHead>
      <Deeds estimate={estimate} />
      <Narrowed estimate={estimate} shown={shown} />
      <div className="tiles budget-tiles">
        <div className="tile">
          <span className="label">{t.amountOfYear}</span>
          <span className="figure">{formatMoney(estimate.total.amount)}</span>
          <span className="exact">
            <RangeText range={estimate.total.range} />
          </span>
        </div>
        <div className="tile">
          <span className="label">{t.grantsAtEnd}</span>
          <span className="figure">{formatCount(estimate.byMonth.at(-1)?.people ?? 0)}</span>
          <span className="exact">{t.grantsAtFirst(formatCount(estimate.byMonth[0]?.people ?? 0))}</span>
        </div>
      </div>
      <MonthChart months={estimate.byMonth} />
      <WhatItIsMadeOf estimate={estimate} />
      <Tabs
        label={t.parts}
        tabs={tabs}
        selected={tabs.some((tab) => tab.id === part) ? part! : 'thang'}
        onSelect={(chosen) =>
          void navigate({ to: estimateHref(id, { ...shown, part: chosen }), replace: true })
        }
      />
    </>
  )
}

/** What of the estimate is shown, and the way back to all of it. */
function Narrowed({ estimate, shown }: { estimate: EstimateView; shown: Shown }) {
  const t = useMessages({ vi, en })
  const nameOf = useLineName()
  const { area, line } = estimate.shown
  if (area === null && line === null) return null
  const named = estimate.byLine.find((one) => one.line === line)
  return (
    <p className="filter-line">
      {t.onlyOf} <b>{[area?.name, named ? nameOf(named) : line].filter(Boolean).join(' · ')}</b>{' '}
      {area && line && (
        <TextLink href={estimateHref(estimate.id, { line: shown.line })}>{t.wholeArea}</TextLink>
      )}{' '}
      <TextLink href={estimateHref(estimate.id)}>{t.whole}</TextLink>
    </p>
  )
}

function Months({ estimate }: { estimate: EstimateView }) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={t.byMonth}
      isCaptionHidden
      rows={estimate.byMonth}
      rowKey={({ month }) => month}
      empty={t.nothing}
      columns={[
        {
          header: t.month,
          isName: true,
          cell: ({ month, isListed }) => (
            <>
              {formatMonth(month)} {isListed && <span className="quiet">{t.listed}</span>}
            </>
          ),
        },
        { header: t.grants, align: 'end', cell: ({ people }) => formatCount(people) },
        {
          header: t.amount,
          align: 'end',
          cell: ({ amount }) => formatMoney(amount),
          total: formatMoney(estimate.total.amount),
        },
        {
          header: t.range,
          align: 'end',
          cell: ({ range }) => <RangeText range={range} />,
          total: <RangeText range={estimate.total.range} />,
        },
      ]}
      totalLabel={t.total}
    />
  )
}

/** What the year comes to by lines or by communes: each a way to the estimate of that part alone. */
function Parts<Row extends SumView>({
  estimate,
  caption,
  rows,
  keyOf,
  nameOf,
  hrefOf,
}: {
  estimate: EstimateView
  caption: { readonly title: string; readonly name: string }
  rows: readonly Row[]
  keyOf: (row: Row) => string
  nameOf: (row: Row) => string
  hrefOf: (row: Row) => string
}) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={caption.title}
      isCaptionHidden
      rows={rows}
      rowKey={keyOf}
      empty={t.nothing}
      columns={[
        {
          header: caption.name,
          isName: true,
          sortBy: nameOf,
          cell: (row) => <TextLink href={hrefOf(row)}>{nameOf(row)}</TextLink>,
        },
        {
          header: t.grantsOnAverage,
          align: 'end',
          cell: ({ people }) => formatCount(Math.round(people / Math.max(1, estimate.byMonth.length))),
        },
        {
          header: t.amount,
          align: 'end',
          sortBy: ({ amount }) => amount,
          cell: ({ amount }) => formatMoney(amount),
        },
        { header: t.range, align: 'end', cell: ({ range }) => <RangeText range={range} /> },
      ]}
    />
  )
}

function Lines({ estimate, shown }: { estimate: EstimateView; shown: Shown }) {
  const t = useMessages({ vi, en })
  return (
    <Parts
      estimate={estimate}
      caption={{ title: t.byLine, name: t.line }}
      rows={estimate.byLine}
      keyOf={({ line }) => line}
      nameOf={useLineName()}
      hrefOf={({ line }) => estimateHref(estimate.id, { ...shown, line, part: 'thang' })}
    />
  )
}

function Areas({ estimate, shown }: { estimate: EstimateView; shown: Shown }) {
  const t = useMessages({ vi, en })
  return (
    <Parts
      estimate={estimate}
      caption={{ title: t.byArea, name: t.area }}
      rows={estimate.byArea}
      keyOf={({ area }) => String(area.id)}
      nameOf={({ area }) => area.name}
      hrefOf={({ area }) => estimateHref(estimate.id, { ...shown, areaId: area.id, part: 'thang' })}
    />
  )
}
