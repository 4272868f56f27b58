import { formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import type { EstimateView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const size = { left: 84, right: 880, top: 16, bottom: 180 }
const billion = 1_000_000_000

/** The year month by month, with the range around what is estimated; the table below has the same figures. */
export function MonthChart({ months }: { months: EstimateView['byMonth'] }) {
  const t = useMessages({ vi, en })
  if (months.length < 2) return null
  const lows = months.map(({ amount, range }) => range?.low ?? amount)
  const highs = months.map(({ amount, range }) => range?.high ?? amount)
  const most = Math.max(...highs)
  const least = Math.min(...lows)
  // The axis says where it begins: months differ by little of what they come to.
  const reach = Math.max(most - least, most * 0.02, 1)
  const [bottom, top] = [Math.max(0, least - reach * 0.3), most + reach * 0.2]
  const x = (place: number) => size.left + ((size.right - size.left) * place) / (months.length - 1)
  const y = (amount: number) => size.bottom - ((size.bottom - size.top) * (amount - bottom)) / (top - bottom)
  const path = (amounts: readonly number[]) => amounts.map((amount, at) => `${x(at)},${y(amount)}`).join(' ')
  const unit = most >= 2 * billion ? billion : 1_000_000
  const said = (amount: number) => (amount / unit).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  const mids = months.map(({ amount }) => amount)
  const label = t.chart(said(mids[0]!), said(mids.at(-1)!), unit === billion)
  return (
    <figure className="budget-chart">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made here is no file an img could name */}
      <svg viewBox="0 0 900 220" role="img" aria-label={label}>
        {[bottom, (bottom + top) / 2, top].map((amount) => (
          <g key={amount}>
            <path className="grid" d={`M${size.left} ${y(amount)}H${size.right}`} />
            <text x={size.left - 8} y={y(amount) + 4} textAnchor="end">
              {said(amount)}
            </text>
          </g>
        ))}
        <polygon
          className="band"
          points={`${path(highs)} ${months.map((_, at) => `${x(months.length - 1 - at)},${y(lows[months.length - 1 - at]!)}`).join(' ')}`}
        />
        <polyline className="middle" points={path(mids)} />
        {months.map(({ month, amount, isListed }, at) => (
          <g key={month}>
            <circle className={isListed ? 'listed' : 'expected'} cx={x(at)} cy={y(amount)} r="4">
              <title>{`${formatMonth(month)}: ${formatCount(amount)} đ`}</title>
            </circle>
            {(at % 2 === 0 || months.length < 8) && (
              <text
                x={x(at)}
                y={size.bottom + 26}
                textAnchor="middle"
                {...(at % 4 !== 0 && { className: 'sparse' })}
              >
                {formatMonth(month)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption className="hint">{t.chartCaption(unit === billion)}</figcaption>
    </figure>
  )
}
