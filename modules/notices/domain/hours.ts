import type { Instant } from '#kernel/civil-date'

/** From when until when people may be disturbed, in minutes of the day in Vietnam. */
export type Hours = { readonly from: number; readonly until: number }

/** Reads «07:00-20:00»; undefined where it is nothing of the kind. */
export function readHours(text: string): Hours | undefined {
  const [, ...parts] = text.match(/^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/) ?? []
  const [h1, m1, h2, m2] = parts.map(Number)
  if (h1 === undefined || m1 === undefined || h2 === undefined || m2 === undefined) return undefined
  const hours = { from: h1 * 60 + m1, until: h2 * 60 + m2 }
  return hours.from < hours.until ? hours : undefined
}

/** Whether a message may reach somebody now. */
export function isWithin({ from, until }: Hours, now: Instant): boolean {
  const { hour, minute } = Temporal.Instant.from(now).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const time = hour * 60 + minute
  return from <= time && time < until
}
