import { addDays, type CivilDate } from '#kernel/civil-date'

/** The times of an appeal («khiếu nại lần đầu»), in plain days; known and not read, see docs/open-questions.md. */
export const appealTimes = {
  /** From the day the decision was received or known of: Luật Khiếu nại 2011, Điều 9. */
  daysToAppeal: 90,
  /** To take it in or say why not: Điều 27. */
  daysToAccept: 10,
  /** To settle it once it was taken in: Điều 28; longer where it is difficult, which is not told apart here. */
  daysToSettle: 30,
} as const

/**
 * The last day to appeal: by the day the result was handed over, as the paper itself says («kể từ ngày nhận được»). While it
 * was not, the time has not begun, and whoever reads it today knows of it today.
 */
export function lastDayToAppeal({
  receivedOn,
  today,
}: {
  readonly receivedOn: CivilDate | null
  readonly today: CivilDate
}): CivilDate {
  return addDays(receivedOn ?? today, appealTimes.daysToAppeal)
}
