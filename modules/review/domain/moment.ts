import { addSeconds, secondsBetween, type Instant } from '#kernel/civil-date'

type Said = {
  /** When it was recorded, and when it was sent, by the clock of the device. */
  readonly saidAt: Instant
  readonly sentAt: Instant
  /** By our clock: when the list was taken or looked at, and when the answer came. */
  readonly seenAt: Instant
  readonly receivedAt: Instant
}

/**
 * When an answer was given, by our clock: the clock of a device may be wrong, but not between two looks at it. It lies
 * between the moment the list was seen and the moment the answer came, whatever the device says.
 */
export function happenedAt({ saidAt, sentAt, seenAt, receivedAt }: Said): Instant {
  const before = Math.max(0, secondsBetween(saidAt, sentAt))
  const known = Math.max(0, secondsBetween(seenAt, receivedAt))
  return addSeconds(receivedAt, -Math.floor(Math.min(before, known)))
}
