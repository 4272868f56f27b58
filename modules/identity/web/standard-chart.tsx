import { month, monthOf, todayInVietnam, type Month } from '#kernel/civil-date'
import { cite, type Citation } from '#kernel/law'
import { formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Step = { readonly from: Month; readonly amount: number; readonly source: Citation }

/** The standard amount («mức chuẩn») on the door: a picture of public law, no part of any computation. */
const steps: readonly Step[] = [
  { from: month('2015-01'), amount: 270_000, source: cite('136/2013/NĐ-CP', 'Điều 4') },
  { from: month('2021-07'), amount: 360_000, source: cite('20/2021/NĐ-CP', 'Điều 4') },
  { from: month('2024-07'), amount: 500_000, source: cite('76/2024/NĐ-CP', 'khoản 1 Điều 1') },
  { from: month('2026-07'), amount: 540_000, source: cite('335/2026/NĐ-CP', 'Điều 4') },
]

/** The decree whose standard amount counts today. */
export function decreeToday(): string {
  const now = monthOf(todayInVietnam())
  return steps.findLast(({ from }) => from <= now)!.source.document
}

const [left, right, bottom, top] = [30, 470, 210, 48]

/** The standard amount since 2015, as steps: solid line, the latest figure largest. */
export function StandardChart() {
  const t = useMessages({ vi, en }).signIn
  const last = Math.max(monthNumber(steps.at(-1)!.from) + 4, monthNumber(monthOf(todayInVietnam())) + 2)
  const x = (month: number) =>
    left + ((month - monthNumber(steps[0]!.from)) / (last - monthNumber(steps[0]!.from))) * (right - left)
  const y = (amount: number) => bottom - (amount / steps.at(-1)!.amount) * (bottom - top)
  const corners = steps.map(({ from, amount }) => ({ at: x(monthNumber(from)), high: y(amount) }))
  const line = corners
    .map(({ at, high }, place) => (place === 0 ? `M${at} ${high}` : `H${at}V${high}`))
    .join('')
  const spoken = steps.map(({ from, amount }) => t.step(formatCount(amount), formatMonth(from))).join(', ')
  return (
    <figure>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it follows the colours of the page, so it is no file that an img could show */}
      <svg className="stepchart" viewBox="29 0 452 240" role="img" aria-label={t.chartSpoken(spoken)}>
        <path d={`${line}H${x(last)}V${bottom}H${left}Z`} className="area" />
        <path d={`${line}H${x(last)}`} className="line" />
        <path d={`M${left} ${bottom}H${right}`} className="base" />
        {steps.map(({ from, amount }, place) => (
          <StepWords
            key={from}
            amount={formatCount(amount)}
            from={place === 0 ? from.slice(0, 4) : formatMonth(from)}
            at={corners[place]!.at}
            high={corners[place]!.high}
            place={place === 0 ? 'first' : place === steps.length - 1 ? 'last' : 'middle'}
            end={x(last)}
          />
        ))}
      </svg>
      <figcaption>{t.chartTitle}</figcaption>
    </figure>
  )
}

function StepWords({
  amount,
  from,
  at,
  high,
  place,
  end,
}: {
  amount: string
  from: string
  at: number
  high: number
  place: 'first' | 'middle' | 'last'
  end: number
}) {
  const isFirst = place === 'first'
  const isLast = place === 'last'
  return (
    <>
      <text
        x={isFirst ? at + 2 : isLast ? end + 4 : at - 6}
        y={high - 9}
        textAnchor={isFirst ? 'start' : 'end'}
        className={isLast ? 'big' : undefined}
      >
        {amount}
      </text>
      <text
        x={isLast ? end + 4 : at}
        y={bottom + 20}
        textAnchor={isFirst ? 'start' : isLast ? 'end' : 'middle'}
        className="yr"
      >
        {from}
      </text>
    </>
  )
}

function monthNumber(month: Month) {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5))
}
