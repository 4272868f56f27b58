import { addMonths, civilDate, todayInVietnam, type Month } from '#kernel/civil-date'
import { Clock } from '#ui/chip'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** How long the list of a month may still be worked on: it goes to the payer before the 25th of the month before. */
export function Deadline({ month }: { month: Month }) {
  const t = useMessages({ vi, en })
  const last = civilDate(`${addMonths(month, -1)}-25`)
  const days = Temporal.PlainDate.from(todayInVietnam()).until(last).days
  return (
    <Clock
      state={days < 0 ? 'over' : days === 0 ? 'due' : days <= 2 ? 'near' : 'ok'}
      left={days < 0 ? t.deadline.over(-days) : days === 0 ? t.deadline.today : t.deadline.left(days)}
      date={t.deadline.before(formatDay(last))}
      run={Math.min(1, Math.max(0, 1 - days / 25))}
    />
  )
}
