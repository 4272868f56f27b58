import { z } from 'zod'
import {
  addMonths,
  CivilDate,
  civilDate,
  lastDayOf,
  type BirthPrecision,
  type Month,
} from '#kernel/civil-date'
import { benefits, type PersonMonth } from './determination.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { plainStanding, Standing } from './standing.ts'

/** `1986`, `1986-04` or `1986-04-02`: what is known of a birth, which is all that is said. */
const Born = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, a month or a day: 1986, 1986-04 or 1986-04-02')
  .transform((text, ctx): { born: CivilDate; bornPrecision: BirthPrecision } => {
    const parsed = CivilDate.safeParse(`${text}-01-01`.slice(0, 10))
    if (parsed.success)
      return {
        born: parsed.data,
        bornPrecision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
      }
    ctx.addIssue({ code: 'custom', message: `there is no day ${text}` })
    return z.NEVER
  })

const Child = z.strictObject({
  born: CivilDate,
  isStudying: z.boolean().default(false),
  continued: z.boolean().default(false),
})

const Facts = z.strictObject({
  ...Standing.omit({ born: true, bornPrecision: true, children: true }).partial().shape,
  children: z.array(Child).optional(),
})

/**
 * A person told in a file, to ask the law about («tệp tình huống»): what is not said is plain (`plainStanding`), what
 * changes says from when, and `awarded` limits the answer to benefits that were decided.
 */
export const CaseFile = z
  .strictObject({
    $schema: z.string().optional(),
    name: z.string().optional(),
    note: z.string().optional(),
    born: Born,
    diedOn: CivilDate.optional(),
    facts: Facts.default({}),
    changes: z.array(Facts.extend({ from: CivilDate })).default([]),
    awarded: z.union([z.literal('all'), z.array(z.enum(benefits))]).default('all'),
  })
  .superRefine(({ born: { born }, diedOn, changes }, ctx) => {
    if (diedOn && diedOn < born)
      ctx.addIssue({ code: 'custom', path: ['diedOn'], message: 'is before the birth' })
    for (const [index, { from }] of changes.entries())
      if (index > 0 && from <= changes[index - 1]!.from)
        ctx.addIssue({
          code: 'custom',
          path: ['changes', index, 'from'],
          message: 'changes stand in order of their days',
        })
  })
export type CaseFile = z.infer<typeof CaseFile>
/** A case as one writes it. */
export type CaseInput = z.input<typeof CaseFile>

/** Reads a case from the text of a file, or says line by line what is wrong with it. */
export function readCaseFile(text: string): { case: CaseFile } | { errors: readonly string[] } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    // What is not JSON is an outcome of reading, and its message says where.
    return { errors: [error instanceof SyntaxError ? error.message : String(error)] }
  }
  const parsed = CaseFile.safeParse(json)
  if (parsed.success) return { case: parsed.data }
  return {
    errors: parsed.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    ),
  }
}

/** How the person of a case stood on a day; undefined before the birth and after the death. */
export function standingOn({ born, diedOn, facts, changes }: CaseFile, day: CivilDate): Standing | undefined {
  if (born.born > day || (diedOn !== undefined && diedOn <= day)) return undefined
  const said = changes.filter(({ from }) => from <= day)
  // Parsing leaves the day of each change behind.
  return Standing.parse(Object.assign({ ...plainStanding, ...born }, facts, ...said))
}

/** The person of a case in a benefit month, as the engine asks. */
export function personMonthOf(file: CaseFile, month: Month, knownOn: CivilDate): PersonMonth {
  return {
    month,
    knownOn,
    earlier: standingOn(file, lastDayOf(addMonths(month, -1))),
    later: standingOn(file, lastDayOf(month)),
    awarded: file.awarded === 'all' ? 'all' : new Set(file.awarded),
  }
}

/** Explains a month of a case; `knownOn` is the last day of the month where nothing is said. */
export function explainCase(
  file: CaseFile,
  month: Month,
  knownOn: CivilDate = civilDate(lastDayOf(month)),
): Explanation {
  return explain(personMonthOf(file, month, knownOn))
}
