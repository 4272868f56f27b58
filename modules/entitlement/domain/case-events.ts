import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { eventChoices, plainEvent, type EventFacts } from './event-facts.ts'

const { cause, place, damage, reason, item } = eventChoices
const Sum = Dong.min(0).max(999_999_999_999)
const Yes = z.boolean().default(false)
/** Which member it happened to; may be left out where there is one. */
const who = z.string().optional()
const happened = { on: CivilDate }

/** What happened («sự việc»), told in a file: each kind with the facts the law asks about it, and no others. */
export const CaseEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hunger'),
    ...happened,
    cause: z.enum(cause),
    /** How many lack food; everybody living in the household where it is left out. */
    persons: z.int().min(1).max(99).optional(),
    months: z.int().min(1).max(12).default(1),
  }),
  z.strictObject({
    kind: z.literal('home'),
    ...happened,
    cause: z.enum(cause),
    damage: z.enum(damage).default('none'),
    relocationOrdered: Yes,
    isInHardship: Yes,
    lacksEssentials: Yes,
  }),
  z.strictObject({
    kind: z.literal('injury'),
    ...happened,
    who,
    cause: z.enum(cause),
    treatmentDays: z.int().min(0).max(3650),
    place: z.enum(place).default('residence'),
    relativeCares: Yes,
  }),
  z.strictObject({
    kind: z.literal('death'),
    ...happened,
    who,
    cause: z.enum(cause).default('other'),
    hasApplied: Yes,
    parentReceives: z.boolean().optional(),
    nobodyBuries: Yes,
    cost: Sum.optional(),
    otherFuneral: Sum.optional(),
  }),
  z.strictObject({
    kind: z.literal('parents_lost'),
    ...happened,
    who,
    cause: z.enum(cause),
    relativeCares: Yes,
  }),
  z.strictObject({ kind: z.literal('livelihood'), ...happened, who, cause: z.enum(cause) }),
  z.strictObject({
    kind: z.literal('temporary_care'),
    ...happened,
    who,
    through: CivilDate,
    reason: z.enum(reason),
  }),
  z.strictObject({ kind: z.literal('admission'), ...happened, who }),
  z.strictObject({ kind: z.literal('spending'), ...happened, who, item: z.enum(item), cost: Sum }),
])
export type CaseEvent = z.infer<typeof CaseEvent>

/** The event as the rules see it, with what nobody said left plain. */
export function factsOfEvent(event: CaseEvent, derived: Partial<EventFacts>): EventFacts {
  const { kind: _, ...told } = event
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { ...plainEvent(told.on), ...derived, ...said }
}
