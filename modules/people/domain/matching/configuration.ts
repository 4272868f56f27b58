import { z } from 'zod'
import { dateOrders } from './dates.ts'

const column = z.string().min(1)
/**
 * Names are common among some and rare among others: Tý is an old woman's name. How rare a name is, is counted among the
 * records that share these parts of other fields («sex», «born.generation»).
 */
const within = z.array(z.string()).max(4).optional()
const columns = z.union([column, z.array(column).min(1).max(6)])

/** One thing records say, the columns that say it, and how it is compared. */
export const FieldRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('vietnamese_name'),
    column,
    /** Says nothing where it only repeats another name, as the head of a household is their own head. */
    unlike: column.optional(),
    within,
  }),
  z.strictObject({ kind: z.literal('name_in_parts'), given: column, surname: column, within }),
  z.strictObject({ kind: z.literal('date'), column, order: z.enum(dateOrders).default('dmy') }),
  z.strictObject({
    kind: z.literal('number'),
    column: columns,
    lengths: z.array(z.int().min(1).max(30)).max(6).default([]),
    /**
     * In which share of one person's records two numbers differ, where that is known: a register that refuses a number a
     * second time has no pair from which it could be learned.
     */
    differs: z.number().gt(0).lt(0.5).optional(),
  }),
  z.strictObject({ kind: z.literal('code'), column }),
  z.strictObject({
    kind: z.literal('area'),
    column,
    successors: z.record(z.string(), z.string()).optional(),
    parents: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ kind: z.literal('text'), column: columns }),
])
export type FieldRule = z.infer<typeof FieldRule>

/** What was learned of one comparison: how often each level is met in pairs of one person, and of two. */
export const LevelShares = z.strictObject({ m: z.array(z.number()), u: z.array(z.number()) })
export type LevelShares = z.infer<typeof LevelShares>

/** What was learned, by comparison («name.given»), and which share of all pairs are one person. */
export const LearnedWeights = z.strictObject({
  prior: z.number().positive().lt(1),
  /** What full agreement of each group of fields that agree together is worth at most, in bits. */
  together: z.array(z.number()).default([]),
  comparisons: z.record(z.string(), LevelShares),
})
export type LearnedWeights = z.infer<typeof LearnedWeights>

/**
 * Fields that agree together where two people live together: their agreement is one piece of evidence, worth no more than it
 * is rare that two people agree on all of them. And it is none where a comparison that tells relatives apart differs: a
 * family shares its home, its telephone and its head.
 */
export const Together = z.strictObject({
  fields: z.array(z.string()).min(2),
  unless: z.array(z.string()).default([]),
})
export type Together = z.infer<typeof Together>

/** What is compared of records, and which records are compared at all. */
export const MatchRules = z.strictObject({
  fields: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/i), FieldRule)
    .refine((all) => Object.keys(all).length > 0),
  /** Records that share all parts of a line are compared: `["name.ends", "born.day_month"]`. */
  blocking: z.array(z.array(z.string()).min(1).max(6)).min(1).max(20),
  /** What more records than these share brings nobody together; another line has to. */
  largestBlock: z.int().min(2).max(100_000).default(400),
  together: z.array(Together).default([]),
  weights: LearnedWeights.optional(),
})
export type MatchRules = z.infer<typeof MatchRules>

/** Rules that name what is not there. */
export type RuleFinding = {
  readonly code: 'unknown_field' | 'unknown_part' | 'unknown_comparison'
  readonly part: string
  readonly known: readonly string[]
}
