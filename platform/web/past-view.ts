import { useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { CivilDate, todayInVietnam } from '#kernel/civil-date'

/**
 * The two axes of time: what was true on a day, as it was known on a day. Today unless the address says otherwise; what
 * will be known on a day to come nobody can say.
 */
export function usePastView() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const today = todayInVietnam()
  const on = dayIn(search['ngay']) ?? today
  const known = dayIn(search['biet']) ?? today
  const knownOn = known > today ? today : known
  return { on, knownOn, today, isPast: on < today || knownOn < today }
}

/** The two days of what is on the screen: while others are being fetched it stays, and so does the focus. */
export function useShownDays() {
  const { on, knownOn } = usePastView()
  return { on: useDeferredValue(on), knownOn: useDeferredValue(knownOn) }
}

/** An address with the two days one looks from, so that following a link leaves neither. */
export function useDaysKept(): (href: string) => string {
  const { on, knownOn, today } = usePastView()
  const days = new URLSearchParams()
  if (on !== today) days.set('ngay', on)
  if (knownOn !== today) days.set('biet', knownOn)
  const text = days.toString()
  return (href) => (text ? `${href}${href.includes('?') ? '&' : '?'}${text}` : href)
}

/** The day a parameter of the address says; undefined where it says none. */
export function dayIn(value: unknown): CivilDate | undefined {
  const parsed = CivilDate.safeParse(value)
  return parsed.success ? parsed.data : undefined
}
