import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'

/** Amounts a month that a province could decide on; beyond it, somebody typed a zero too many. */
const Amount = Dong.min(1).max(20_000_000)
/** In tenths: 15 is 1,5. */
const Coefficient = z.int().min(1).max(100)
const AgeInMonths = z
  .int()
  .min(1)
  .max(12 * 120)
const AgeInYears = z.int().min(0).max(120)

/** Which households count: poor only, poor or near-poor, or all of them. */
export const PovertyLevel = z.enum(['poor', 'poor_or_near_poor', 'any'])
export type PovertyLevel = z.infer<typeof PovertyLevel>

/** Whose age a boundary is: the person’s own, or that of a child they raise. */
export const Whose = z.enum(['person', 'child'])
export type Whose = z.infer<typeof Whose>

export const disabilities = ['exceptionally_severe', 'severe', 'mild'] as const

/** A group a province adds of its own («đối tượng khó khăn khác», khoản 3 Điều 4): whoever meets all that is asked. */
export const NewGroup = z.object({
  kind: z.literal('new_group'),
  name: z.string().trim().min(1).max(200),
  coefficient: Coefficient,
  fromAge: AgeInYears.nullable().default(null),
  belowAge: AgeInYears.nullable().default(null),
  poverty: PovertyLevel.default('any'),
  /** One of these degrees; none asks nothing. */
  disability: z.array(z.enum(disabilities)).default([]),
  inDifficultArea: z.boolean().default(false),
  /** Neither a pension nor a monthly social-insurance allowance. */
  withoutPension: z.boolean().default(false),
})
export type NewGroup = z.infer<typeof NewGroup>

/** One thing a scenario changes in the law («thay đổi»). */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standard'), value: Amount }),
  z.object({ kind: z.literal('social_pension'), value: Amount }),
  z.object({ kind: z.literal('coefficient'), rule: z.string(), value: Coefficient }),
  z.object({
    kind: z.literal('age'),
    group: z.string(),
    whose: Whose,
    from: AgeInMonths,
    to: AgeInMonths,
  }),
  z.object({ kind: z.literal('poverty'), group: z.string(), to: PovertyLevel }),
  z.object({ kind: z.literal('small_pension'), to: z.enum(['full', 'difference']) }),
  z.object({ kind: z.literal('without'), group: z.string() }),
  NewGroup,
])
export type Change = z.infer<typeof Change>
export type ChangeKind = Change['kind']

/** What would be otherwise, where, and on whose figures it is reckoned («kịch bản»). */
export const Scenario = z.object({
  /** Whose register, awards and law the reckoning starts from. */
  month: Month,
  /** What was in force by this day is the law it starts from; today where it is left out. */
  knownOn: CivilDate.optional(),
  /** Where the change would hold («địa bàn»). */
  areaId: z.int(),
  /** The first month it would be paid. */
  from: Month,
  /** How many in a hundred of those newly eligible would apply («tỷ lệ nộp hồ sơ»). */
  takeUp: z.int().min(0).max(100).default(100),
  changes: z.array(Change).max(20),
})
export type Scenario = z.infer<typeof Scenario>
