import type { Instant } from '#kernel/civil-date'

/** What is seen of an electronic signature that has no picture of a hand. */
export const signingWords = {
  by: (name: string) => `Ký bởi: ${name}`,
  at: (moment: Instant) => {
    const there = Temporal.Instant.from(moment).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    const day = there.toPlainDate().toString().split('-').toReversed().join('/')
    return `Thời gian ký: ${day} ${there.toPlainTime().toString({ smallestUnit: 'second' })} +07:00`
  },
} as const
