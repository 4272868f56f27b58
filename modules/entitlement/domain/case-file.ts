import { z } from 'zod'
import { Dong } from '#kernel/dong'
import {
  addDays,
  ageOn,
  CivilDate,
  civilDate,
  firstDayOf,
  lastDayOf,
  type BirthPrecision,
  type Month,
} from '#kernel/civil-date'
import { benefits, type PersonMonth } from './determination.ts'
import { engine } from './determine.ts'
import { explain } from './explain.ts'
import type { Explanation } from './explanation.ts'
import { longestLife } from './longest-life.ts'
import type { RefusalCode } from './refusal.ts'
import { plainStanding, Standing } from './standing.ts'

/** `1986`, `1986-04` or `1986-04-02`: what is known of a birth, which is all that is said. */
const Born = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .transform((text, ctx): { born: CivilDate; bornPrecision: BirthPrecision } => {
    const parsed = CivilDate.safeParse(`${text}-01-01`.slice(0, 10))
    if (parsed.success)
      return {
        born: parsed.data,
        bornPrecision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day',
      }
    ctx.addIssue({ code: 'custom', params: { code: 'no_such_day' satisfies RefusalCode } })
    return z.NEVER
  })

const Child = z.strictObject({
  born: CivilDate,
  isStudying: z.boolean().default(false),
  continued: z.boolean().default(false),
})

/** A sum nobody is paid in a month is a slip of the keyboard, such as a number of an identity card. */
const Monthly = Dong.max(999_999_999).min(0)

const Facts = z.strictObject({
  ...Standing.omit({ born: true, bornPrecision: true, children: true }).partial().shape,
  pension: Monthly.optional(),
  socialInsurance: Monthly.optional(),
  meritorious: Monthly.optional(),
  children: z.array(Child).optional(),
})

/** What a file says of one person. */
export const personShape = {
  name: z.string().max(200).optional(),
  note: z.string().optional(),
  born: Born,
  diedOn: CivilDate.optional(),
  facts: Facts.default({}),
  changes: z.array(Facts.extend({ from: CivilDate })).default([]),
  awarded: z.union([z.literal('all'), z.array(z.enum(benefits))]).default('all'),
}

/**
 * A person told in a file, to ask the law about («tệp tình huống»): what is not said is plain (`plainStanding`), what
 * changes says from when, and `awarded` limits the answer to benefits that were decided.
 */
export const CaseFile = z
  .strictObject({ $schema: z.string().optional(), ...personShape })
  .superRefine(assertPossible)
export type CaseFile = z.infer<typeof CaseFile>
/** A case as one writes it. */
export type CaseInput = z.input<typeof CaseFile>

type Told = Pick<CaseFile, 'born' | 'diedOn' | 'facts' | 'changes'>

/** What cannot be true of anybody is refused at the field that says it; `params.code` names the reason. */
export function assertPossible({ born: { born }, diedOn, facts, changes }: Told, ctx: z.RefinementCtx): void {
  const refuse = (code: RefusalCode, ...path: (string | number)[]) =>
    ctx.addIssue({ code: 'custom', path, params: { code } })
  if (diedOn && diedOn < born) refuse('dies_before_birth', 'diedOn')
  if (diedOn && ageOn(born, diedOn) > longestLife) refuse('too_old', 'born')
  const told = [
    { facts, path: ['facts'] },
    ...changes.map((one, index) => ({ facts: one, path: ['changes', index] })),
  ]
  for (const { facts: some, path } of told)
    for (const [index, child] of (some.children ?? []).entries())
      if (child.born <= born) refuse('child_older', ...path, 'children', index, 'born')
  let sex: Standing['sex'] = plainStanding.sex
  for (const { facts: some, path } of told) {
    sex = some.sex ?? sex
    if (some.isPregnant && sex === 'male') refuse('pregnant_man', ...path, 'isPregnant')
  }
  for (const [index, { from, disability }] of changes.entries()) {
    if (from < born)
      refuse(disability ? 'certificate_before_birth' : 'change_before_birth', 'changes', index, 'from')
    if (diedOn && from > diedOn) refuse('change_after_death', 'changes', index, 'from')
    if (index > 0 && from <= changes[index - 1]!.from)
      refuse('changes_out_of_order', 'changes', index, 'from')
  }
}

/** How the person of a case stood on a day; undefined before the birth and after the day of death. */
export function standingOn({ born, diedOn, facts, changes }: CaseFile, day: CivilDate): Standing | undefined {
  if (born.born > day || (diedOn !== undefined && diedOn < day)) return undefined
  const said = changes.filter(({ from }) => from <= day)
  // Parsing leaves the day of each change behind.
  return Standing.parse(Object.assign({ ...plainStanding, ...born }, facts, ...said))
}

/** How somebody told of stands at the ends of a month: at that of their life where it lies within it, and not at all after it. */
export function endsToldIn(
  { diedOn, changes }: Pick<CaseFile, 'diedOn' | 'changes'>,
  { month, turn }: { readonly month: Month; readonly turn: CivilDate | undefined },
  stands: (day: CivilDate) => Standing | undefined,
): Pick<PersonMonth, 'earlier' | 'later' | 'livedThrough' | 'atTurn' | 'within'> {
  const last = lastDayOf(month)
  if (diedOn !== undefined && diedOn < firstDayOf(month)) return { earlier: undefined, later: undefined }
  const isOver = diedOn !== undefined && diedOn < last
  const within = changesWithin(changes, { from: firstDayOf(month), through: isOver ? diedOn : last }).flatMap(
    (through) => {
      const standing = stands(through)
      return standing ? [{ standing, through }] : []
    },
  )
  return {
    earlier: stands(addDays(firstDayOf(month), -1)),
    later: stands(isOver ? diedOn : last),
    ...(isOver && { livedThrough: diedOn }),
    ...(turn && { atTurn: stands(turn) }),
    ...(within.length > 0 && { within }),
  }
}

/** The last day of each change told that came within some days and was followed by another. */
function changesWithin(
  changes: CaseFile['changes'],
  { from: first, through }: { readonly from: CivilDate; readonly through: CivilDate },
): CivilDate[] {
  const days = changes.map(({ from }) => from).filter((day) => day >= first && day <= through)
  return days.slice(1).map((day) => addDays(day, -1))
}

/** The person of a case in a benefit month, as the engine asks. */
export function personMonthOf(file: CaseFile, month: Month, knownOn: CivilDate): PersonMonth {
  const turn = engine.lawIn(month, knownOn)?.turn?.day
  const isTurned = turn && file.changes.some(({ from }) => from >= firstDayOf(month) && from <= turn)
  return {
    month,
    knownOn,
    ...endsToldIn(file, { month, turn: isTurned ? turn : undefined }, (day) => standingOn(file, day)),
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
