import { formatCount, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import type { QualityOverview } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const width = 88
const height = 22

/** A line of the months gone by and today, and in words what has changed since the month before. */
export function Trend({ points }: { points: QualityOverview['rules'][number]['trend'] }) {
  const t = useMessages({ vi, en })
  const counted = points.filter(
    (point): point is { day: typeof point.day; people: number } => point.people !== null,
  )
  const [before, now] = counted.slice(-2)
  if (!before || !now) return <span className="quiet">{t.trend.unknown}</span>
  const difference = now.people - before.people
  const day = formatDay(before.day)
  const count = formatCount(Math.abs(difference))
  return (
    <span className="trend">
      <Line values={counted.map(({ people }) => people)} />
      <span className="sr">
        {t.trend.spoken(
          counted.map((point) => t.trend.point(formatDay(point.day), formatCount(point.people))).join('; '),
        )}
      </span>
      <span className={difference > 0 ? 'trend-more' : 'quiet'}>
        {difference === 0 ? t.trend.same(day) : t.trend[difference > 0 ? 'more' : 'fewer'](count, day)}
      </span>
    </span>
  )
}

/** From nobody at the bottom, so that a small change of many looks small. */
function Line({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values)
  const step = (width - 4) / Math.max(1, values.length - 1)
  const at = (value: number, place: number) =>
    `${(2 + place * step).toFixed(1)},${(height - 2 - (value / most) * (height - 4)).toFixed(1)}`
  return (
    <svg
      className="trend-line"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <polyline points={values.map(at).join(' ')} />
    </svg>
  )
}
