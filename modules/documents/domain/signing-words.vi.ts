import { dayOf, type Instant } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'

/** What is seen of an electronic signature that has no picture of a hand. */
export const signingWords = {
  by: (name: string) => `Ký bởi: ${name}`,
  at: (moment: Instant) => {
    const there = Temporal.Instant.from(moment).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    const day = formatDay(dayOf(moment))
    return `Thời gian ký: ${day} ${there.toPlainTime().toString({ smallestUnit: 'second' })} +07:00`
  },
} as const
