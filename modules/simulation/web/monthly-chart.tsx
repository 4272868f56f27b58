import { useState } from 'react'
import { addMonths, monthsThrough, type Month } from '#kernel/civil-date'
import { Button } from '#ui/button'
import { formatCount, formatDifference, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { Result } from '../contract.ts'
import { overtakenBy, type Overtaken } from '../domain/overtaken.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const size = { left: 44, right: 442, top: 34, bottom: 180 }

/** In what the axis counts: a commune’s change would be lost among billions. */
const units = { millions: 1_000_000, billions: 1_000_000_000 } as const
type Unit = keyof typeof units

/** What a month costs before and after, from half a year before the start to the end of its first full year. */
export function MonthlyChart({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const [isTable, setTable] = useState(false)
  const { before, cost, from, all, takeUp } = result
  const after = before.amount + cost.monthly
  const first = addMonths(from, -6)
  const months = monthsThrough(first, addMonths(from, 12))
  const overtaken = overtakenBy(result)
  const until = overtaken?.month
  const isEffective = (month: Month) => month >= from && (until === undefined || month < until)
  return (
    <Panel
      title={t.cost.title}
      aside={
        <Button aria-pressed={isTable} onPress={() => setTable(!isTable)}>
          {t.cost.table}
        </Button>
      }
      isPadded
    >
      {isTable ? (
        <Table months={months} result={result} isEffective={isEffective} overtaken={overtaken} />
      ) : (
        <Drawing
          months={months}
          from={from}
          base={result.month}
          isEffective={isEffective}
          before={before.amount}
          after={after}
          overtaken={overtaken}
          label={[
            t.cost.describe(formatCount(before.amount), formatCount(after), {
              base: formatMonth(result.month),
              from: formatMonth(from),
            }),
            ...(overtaken
              ? [t.cost.describeOvertaken(formatMonth(overtaken.month), formatCount(overtaken.amount))]
              : []),
          ].join(' ')}
        />
      )}
      {overtaken && <p className="hint">{t.cost.overtaken(formatMonth(overtaken.month))}</p>}
      {all.fresh > 0 && <p className="hint">{t.cost.note(takeUp)}</p>}
    </Panel>
  )
}

function Drawing({
  months,
  from,
  base,
  isEffective,
  before,
  after,
  overtaken,
  label,
}: {
  months: readonly Month[]
  from: Month
  base: Month
  isEffective: (month: Month) => boolean
  before: number
  after: number
  overtaken: Overtaken | undefined
  label: string
}) {
  const t = useMessages({ vi, en })
  const unit: Unit =
    Math.max(before, after, overtaken?.amount ?? 0) < units.billions ? 'millions' : 'billions'
  const { ticks, low, high } = scaleOf(
    [before, after, overtaken?.amount ?? after].map((amount) => amount / units[unit]),
  )
  const y = (amount: number) =>
    size.bottom - ((amount / units[unit] - low) / (high - low)) * (size.bottom - size.top)
  const inUnit = (amount: number) =>
    t.cost[unit]((amount / units[unit]).toLocaleString('vi-VN', { maximumFractionDigits: 1 }))
  const x = (place: number) => size.left + (place / (months.length - 1)) * (size.right - size.left)
  const start = x(months.indexOf(from))
  const end = x(months.findLastIndex(isEffective) + 1) // Beyond the drawing where they never meet again.
  const doMeet = overtaken !== undefined && end <= size.right
  const parted = Math.min(end, size.right)
  const [yBefore, yAfter, yLater] = [y(before), y(after), y(overtaken?.amount ?? before)]
  const isSame = before === after
  // Two labels need room between them.
  const apart = Math.abs(yBefore - yAfter) < 36 ? 18 : 0
  const shift = yAfter <= yBefore ? -apart : apart
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made here is no file an img could name
    <svg className="chart" viewBox="0 0 526 212" role="img" aria-label={label}>
      <path
        className="grid"
        d={ticks.map((tick) => `M${size.left} ${y(tick * units[unit])}H${size.right}`).join('')}
      />
      {ticks.map((tick) => (
        <text key={tick} x={size.left - 8} y={y(tick * units[unit]) + 4} textAnchor="end">
          {tick.toLocaleString('vi-VN')}
        </text>
      ))}
      <text x="4" y="14">
        {t.cost.unit[unit]}
        {low > 0 && ` (${t.cost.axisFrom(low.toLocaleString('vi-VN'))})`}
      </text>
      <path className="axis" d={`M${size.left} ${size.bottom}H${size.right}`} />
      {!isSame && (
        <>
          <path className="difference" d={`M${start} ${yAfter}H${parted}V${yBefore}H${start}Z`} />
          <path
            className="line-after"
            d={`M${start} ${yBefore}V${yAfter}H${parted}${doMeet ? `V${yLater}` : ''}`}
          />
          {!doMeet && <path className="mark-after" d={`M${parted - 5} ${yAfter - 5}h10v10h-10z`} />}
        </>
      )}
      <path
        className="line-before"
        d={`M${size.left} ${yBefore}H${doMeet ? `${end}V${yLater}H${size.right}` : size.right}`}
      />
      <circle className="mark-before" cx={size.right} cy={doMeet ? yLater : yBefore} r="4.5" />
      <text
        className="strong"
        x={size.right + 12}
        y={doMeet ? yLater + 4 : yBefore + 4 - (isSame ? 0 : shift / 2)}
      >
        {doMeet ? t.cost.both : t.cost.before(formatMonth(base))}
        <tspan x={size.right + 12} dy="16" className="plain">
          {inUnit(doMeet ? overtaken.amount : before)}
        </tspan>
      </text>
      {doMeet && (
        // Where the lines part and meet again, what is said of each stands over its own piece of line.
        <>
          <text className="strong" x={size.left} y={yBefore - 8}>
            {t.cost.before(formatMonth(base))} {inUnit(before)}
          </text>
          {!isSame && (
            <text className="strong" x={start + 6} y={Math.min(yAfter, yLater) - 8}>
              {t.cost.after}: {t.cost.monthly(formatDifference(after - before))}
            </text>
          )}
        </>
      )}
      {!isSame && !doMeet && (
        <>
          <text className="strong" x={parted + 12} y={yAfter + 4 + shift}>
            {t.cost.after}
            <tspan x={parted + 12} dy="16" className="plain">
              {inUnit(after)}
            </tspan>
          </text>
          <text className="strong" x={start + 10} y={Math.min(yBefore, yAfter) - 8}>
            {t.cost.monthly(formatDifference(after - before))}
          </text>
        </>
      )}
      {[0, months.indexOf(from), 12, months.length - 1].map((place, index) => (
        <g key={months[place]}>
          <path className="axis" d={`M${x(place)} ${size.bottom}v5`} />
          <text
            x={x(place)}
            y={size.bottom + 21}
            textAnchor={index === 0 ? 'start' : place === months.length - 1 ? 'end' : 'middle'}
          >
            {formatMonth(months[place]!)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Round numbers around all amounts, in the unit of the axis, which says where it begins. */
function scaleOf(amounts: readonly number[]) {
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const reach = Math.max(most - least, most * 0.04, 0.1)
  const step =
    [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => reach / one <= 3) ?? 5000
  const low = Math.max(0, Math.floor((least - step * 0.5) / step) * step)
  const high = Math.ceil((most + step * 0.7) / step) * step
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) =>
    Number((low + index * step).toFixed(1)),
  )
  return { ticks, low, high }
}

function Table({
  months,
  result,
  isEffective,
  overtaken,
}: {
  months: readonly Month[]
  result: Result
  isEffective: (month: Month) => boolean
  overtaken: Overtaken | undefined
}) {
  const t = useMessages({ vi, en })
  const beforeIn = (month: Month) =>
    overtaken && month >= overtaken.month ? overtaken.amount : result.before.amount
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="sr">{t.cost.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.cost.month}</th>
            <th scope="col" className="num">
              {t.tables.before(formatMonth(result.month))}
            </th>
            <th scope="col" className="num">
              {t.tables.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month)}</th>
              <td className="num">{formatCount(beforeIn(month))}</td>
              <td className="num">
                {formatCount(beforeIn(month) + (isEffective(month) ? result.cost.monthly : 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
