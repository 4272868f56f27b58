import { useState } from 'react'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMonth, formatShare } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { Overview } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Months = Overview['months']
const size = { left: 44, right: 508, top: 16, bottom: 176 }

/** Month by month what was paid without cash, beside the target of the communes that have begun; as a drawing or a table. */
export function MonthsPanel({ months }: { months: Months }) {
  const t = useMessages({ vi, en }).months
  const [isTable, setTable] = useState(false)
  return (
    <Panel
      title={t.title}
      aside={
        months.length > 0 && (
          <Button aria-pressed={isTable} onPress={() => setTable(!isTable)}>
            {t.table}
          </Button>
        )
      }
      isPadded
    >
      {months.length === 0 ? (
        <p>{t.none}</p>
      ) : isTable ? (
        <Table months={months} />
      ) : (
        <>
          <Drawing months={months} />
          <ul className="legend">
            <li>
              <i className="cashless-all" aria-hidden="true" />
              {t.bars}
            </li>
            <li>
              <i className="cashless-aimed" aria-hidden="true" />
              {t.line}
            </li>
            <li>
              <i className="cashless-target" aria-hidden="true" />
              {t.mark}
            </li>
          </ul>
        </>
      )}
    </Panel>
  )
}

const shareOf = ({ orders, cashless }: { orders: number; cashless: number }) =>
  orders === 0 ? 0 : cashless / orders

function Drawing({ months }: { months: Months }) {
  const t = useMessages({ vi, en }).months
  const y = (share: number) => size.bottom - share * (size.bottom - size.top)
  const step = (size.right - size.left) / Math.max(months.length, 4)
  const width = Math.min(28, step * 0.32)
  const label = t.describe(months.map((one) => t.row(one.month, shareOf(one), one.aimed?.target ?? null)))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made here is no file an img could name
    <svg className="cashless-chart" viewBox="0 0 526 206" role="img" aria-label={label}>
      <path
        className="grid"
        d={[0.25, 0.5, 0.75, 1].map((tick) => `M${size.left} ${y(tick)}H${size.right}`).join('')}
      />
      {[0, 0.5, 1].map((tick) => (
        <text key={tick} x={size.left - 8} y={y(tick) + 4} textAnchor="end">
          {tick * 100}%
        </text>
      ))}
      <path className="axis" d={`M${size.left} ${size.bottom}H${size.right}`} />
      {months.map((one, place) => {
        const middle = size.left + (place + 0.5) * step
        return (
          <g key={one.month}>
            <path
              className="all"
              d={`M${middle - width} ${size.bottom}V${y(shareOf(one))}h${width - 1}V${size.bottom}Z`}
            />
            {one.aimed && (
              <>
                <path
                  className="aimed"
                  d={`M${middle + 1} ${size.bottom}V${y(shareOf(one.aimed))}h${width - 1}V${size.bottom}Z`}
                />
                <path className="target" d={`M${middle - 3} ${y(one.aimed.target / 100)}h${width + 8}`} />
              </>
            )}
            <text x={middle} y={size.bottom + 20} textAnchor="middle">
              {formatMonth(one.month)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function Table({ months }: { months: Months }) {
  const t = useMessages({ vi, en }).months
  return (
    <DataTable
      caption={t.title}
      isCaptionHidden
      rows={months}
      rowKey={({ month }) => month}
      empty={t.none}
      columns={[
        { header: t.month, isName: true, cell: ({ month }) => formatMonth(month) },
        { header: t.orders, align: 'end', cell: ({ orders }) => formatCount(orders) },
        { header: t.share, align: 'end', cell: (one) => formatShare(shareOf(one)) },
        { header: t.aimed, align: 'end', cell: ({ aimed }) => (aimed ? formatShare(shareOf(aimed)) : '–') },
        {
          header: t.target,
          align: 'end',
          cell: ({ aimed }) => (aimed ? formatShare(aimed.target / 100) : '–'),
        },
      ]}
    />
  )
}
