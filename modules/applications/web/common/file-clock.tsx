import { Clock } from '#ui/chip'
import { formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import type { ClockView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** A clock of the law: what is left in its own unit, then the last day; never the colour alone. */
export function FileClock({ clock }: { clock: ClockView }) {
  const t = useMessages({ vi, en }).clock
  const { state, unit, left, past, dueOn, dueAt, pausedSince, whole } = clock
  const date = dueAt ? t.dueAt(formatInstant(dueAt)) : t.dueOn(formatDay(dueOn))
  if (state === 'paused')
    return <Clock state="paused" left={t.paused(formatDay(pausedSince ?? dueOn))} date="" run={0} />
  if (state === 'waiting')
    return <Clock state="ok" left={t.waiting(formatDay(dueOn))} date="" run={runOf(left, whole)} />
  const words =
    state === 'over' ? t.over(t.span(unit, past)) : state === 'due' ? t.due : t.left(t.span(unit, left))
  return <Clock state={state} left={words} date={date} run={state === 'over' ? 1 : runOf(left, whole)} />
}

function runOf(left: number, whole: number) {
  return whole > 0 ? Math.min(1, Math.max(0, 1 - left / whole)) : 0
}
