import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'

/** Everything an estimate was asked to take for granted («giả định»); with the register and the law they make its figures. */
export const Assumptions = z.object({
  /** Deaths by the life table, in percent; 100 is as the table says. */
  mortalityPercent: z.int().min(0).max(300).default(100),
  /** Of a hundred whom age or a new law gives a right, so many ask for it. */
  takeUpPercent: z.int().min(0).max(100).default(100),
  /** How many months before the first the trend is seen in. */
  trendMonths: z.int().min(3).max(24).default(12),
  /** The trend that was seen, in percent; 0 leaves it out. */
  trendPercent: z.int().min(0).max(300).default(100),
  /** Of a hundred years drawn, so many lie between the low and the high figure. */
  interval: z.int().min(50).max(98).default(80),
  /** What the draws begin with: the same seed gives the same range. */
  seed: z.int().min(1).max(2_147_483_647).default(2027),
})
export type Assumptions = z.infer<typeof Assumptions>

/** What is asked for: a year, where, and on what grounds. */
export const EstimateOrder = z.object({
  year: z.int().min(2000).max(2100),
  /** Without it the actor’s own unit. */
  areaId: z.int().optional(),
  /** The last month that is known; without it the last one whose list was approved. */
  baseMonth: Month.optional(),
  /** The law in force by this day is applied; today where it is left out. */
  knownOn: CivilDate.optional(),
  assumptions: Assumptions,
})
export type EstimateOrder = z.infer<typeof EstimateOrder>
