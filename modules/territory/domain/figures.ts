import { z } from 'zod'
import { Month } from '#kernel/civil-date'

const count = z.int().nonnegative()

/** What a change concerns in a unit; money and people paid are those of the last month that was drawn up. */
export const UnitFigures = z.object({
  people: count,
  households: count,
  awards: count,
  accounts: count,
  files: count,
  payPoints: count,
  cashLists: count,
  envelopes: count,
  paidPeople: count,
  paidAmount: count,
})
export type UnitFigures = z.infer<typeof UnitFigures>

export const figureNames = [
  'people',
  'households',
  'awards',
  'accounts',
  'files',
  'payPoints',
  'cashLists',
  'envelopes',
  'paidPeople',
  'paidAmount',
] as const satisfies readonly (keyof UnitFigures)[]

export const noFigures: UnitFigures = {
  people: 0,
  households: 0,
  awards: 0,
  accounts: 0,
  files: 0,
  payPoints: 0,
  cashLists: 0,
  envelopes: 0,
  paidPeople: 0,
  paidAmount: 0,
}

export function sumOf(figures: Iterable<UnitFigures>): UnitFigures {
  let sum = noFigures
  for (const one of figures)
    sum = Object.fromEntries(figureNames.map((name) => [name, sum[name] + one[name]])) as UnitFigures // Every name.
  return sum
}

/** What was counted for a step: by the old units, and carried to the new ones. */
export const Figures = z.object({
  month: Month.nullable(),
  before: z.array(z.object({ areaId: z.int(), figures: UnitFigures })),
  after: z.array(z.object({ areaId: z.int(), figures: UnitFigures })),
  /** Of divided units: who lives in no village that goes anywhere, by the old unit. */
  toPlace: z.array(z.object({ areaId: z.int(), people: count })),
})
export type Figures = z.infer<typeof Figures>

/** What applying a step did. */
export const Outcome = z.object({
  closed: count,
  opened: count,
  /** Residences known under another unit since; none where whole units went. */
  followed: count,
  toPlace: count,
  accounts: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      username: z.string(),
      role: z.string(),
      areaId: z.int(),
    }),
  ),
  milliseconds: count,
})
export type Outcome = z.infer<typeof Outcome>
