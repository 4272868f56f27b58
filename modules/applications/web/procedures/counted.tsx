import type { CivilDate } from '#kernel/civil-date'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { HandbookPageView } from '../../handbook-contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Counted = NonNullable<HandbookPageView['counted']>

/** The counting of the law’s days from one day on, so that anyone can check it. */
export function Counted({ on, counted }: { on: CivilDate; counted: Counted }) {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.counted(formatDay(on))} isPadded>
      <p>{t.due(formatDay(counted.dueOn))}</p>
      <ol className="day-count">
        {counted.days.map((day) => (
          <li key={day.day} data-off={day.number === null || undefined}>
            <span>{t.weekdays[Temporal.PlainDate.from(day.day).dayOfWeek - 1]}</span>
            <b>{formatDay(day.day).slice(0, 5)}</b>
            <span>{day.number === null ? (day.name ?? t.weekend) : t.dayNumber(day.number)}</span>
            {!day.certain && <i>{t.uncertainDay}</i>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
