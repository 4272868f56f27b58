import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'

/** What may happen to a person or a household that the law answers once, and not month by month. */
export const eventKinds = [
  'hunger',
  'home',
  'injury',
  'death',
  'parents_lost',
  'livelihood',
  'temporary_care',
  'admission',
  'spending',
] as const
export type EventKind = (typeof eventKinds)[number]

const danger = ['disaster', 'fire', 'epidemic', 'traffic_accident', 'work_accident', 'force_majeure'] as const

/** Facts of an event that are one of a few words; the first is said where nothing is known. */
export const eventChoices = {
  cause: ['other', 'new_year', ...danger, 'crop_failure', 'between_harvests'],
  place: ['residence', 'elsewhere'],
  damage: ['none', 'destroyed', 'heavily_damaged'],
  reason: ['none', 'child_without_parents', 'victim', 'wandering', 'province'],
  item: ['none', 'personal', 'health_and_culture', 'utilities', 'equipment', 'medicine'],
} as const
export type EventChoice = keyof typeof eventChoices

export const eventFlags = [
  'relativeCares',
  'relocationOrdered',
  'isInHardship',
  'lacksEssentials',
  'nobodyBuries',
  'hasApplied',
  'parentReceives',
] as const
export type EventFlag = (typeof eventFlags)[number]

export const eventNumbers = ['persons', 'months', 'treatmentDays'] as const
export type EventNumber = (typeof eventNumbers)[number]

/** What the law sees of an event, closed like a standing. */
export type EventFacts = {
  readonly [Fact in EventChoice]: (typeof eventChoices)[Fact][number]
} & Readonly<Record<EventFlag, boolean>> &
  Readonly<Record<EventNumber, number>> & {
    readonly on: CivilDate
    /** The last day of a stay; undefined where it is one day. */
    readonly through: CivilDate | undefined
    /** What another law pays for the burial («chế độ mai táng khác»), and what was really spent. */
    readonly otherFuneral: Dong
    readonly cost: Dong
  }

/** An event of which nothing is known but its day; a month is asked about with one. */
export function plainEvent(on: CivilDate): EventFacts {
  return {
    on,
    through: undefined,
    cause: 'other',
    place: 'residence',
    damage: 'none',
    reason: 'none',
    item: 'none',
    relativeCares: false,
    relocationOrdered: false,
    isInHardship: false,
    lacksEssentials: false,
    nobodyBuries: false,
    hasApplied: false,
    parentReceives: false,
    persons: 1,
    months: 1,
    treatmentDays: 0,
    otherFuneral: 0 as Dong, // Zero is whole.
    cost: 0 as Dong,
  }
}
