import { useState } from 'react'
import { dayOf, type CivilDate } from '#kernel/civil-date'
import { todayInVietnam } from '#kernel/civil-date'
import { Button } from '#ui/button'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import type { ApplicationView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

type Counted = ApplicationView['counting'][number]

/** The count day by day, holidays named, with the law it follows: whoever doubts a due day can check it. */
export function Counting({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).clock
  const [isOpen, setOpen] = useState(false)
  const { counting, clocks, edition, completeOn, receivedAt } = file
  if (counting.length === 0 || !clocks.total) return null
  const numbered = counting.findLast(({ number }) => number !== null)
  const named = counting.filter(({ name }) => name !== null)
  const today = todayInVietnam()
  return (
    <>
      <Button emphasis="quiet" icon="calendar" onPress={() => setOpen(true)}>
        {t.counting}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t.countingTitle(edition.citation)} isWide>
        <p>{t.started(formatDay(completeOn ?? dayOf(receivedAt)))}</p>
        <ol className="days">
          <DayCell day={completeOn ?? dayOf(receivedAt)} words={t.received} today={today} />
          {counting.map((one) => (
            <DayCell key={one.day} day={one.day} counted={one} words={wordsFor(one, t)} today={today} />
          ))}
        </ol>
        {named.length > 0 && (
          <>
            <h3 className="h-small">{t.offDays}</h3>
            <ul className="bullets">
              {named.map(({ day, name, isCertain }) => (
                <li key={day}>
                  {formatDay(day)}: {name}
                  {!isCertain && ` ${t.expected}`}
                </li>
              ))}
            </ul>
          </>
        )}
        {numbered && (
          <p className="hint">
            {t.endsOn(t.span(clocks.total.unit, numbered.number ?? 0), formatDay(clocks.total.dueOn))}
          </p>
        )}
        <div className="btns">
          <Button onPress={() => setOpen(false)}>{t.close}</Button>
        </div>
      </Dialog>
    </>
  )
}

function wordsFor({ number, isPaused }: Counted, t: typeof vi.clock) {
  if (number !== null) return t.countedDay(number)
  return isPaused ? t.paused1 : t.off
}

function DayCell({
  day,
  words,
  counted,
  today,
}: {
  day: CivilDate
  words: string
  counted?: Counted
  today: CivilDate
}) {
  const t = useMessages({ vi, en }).clock
  const weekday = t.weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1]
  const isOff = counted !== undefined && counted.number === null
  return (
    <li
      data-off={isOff || undefined}
      data-counted={(counted !== undefined && !isOff) || undefined}
      data-today={day === today || undefined}
    >
      <span>{weekday}</span>
      <b>{formatDay(day).slice(0, 5)}</b>
      <span>{words}</span>
    </li>
  )
}
