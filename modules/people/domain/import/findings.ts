import { z } from 'zod'
import { ImportField } from './fields.ts'

/**
 * What an import says about a cell. `refused` keeps the row out until the file is mended; `look` until somebody has
 * accepted it, with the suggestion where there is one; `note` only tells how the cell was understood.
 */
export const findingLevels = {
  name_missing: 'refused',
  name_wrong: 'refused',
  name_old_encoding: 'look',
  name_typing: 'look',
  name_capitals: 'note',
  birth_missing: 'refused',
  birth_unreadable: 'refused',
  birth_in_future: 'refused',
  birth_too_long_ago: 'refused',
  birth_century_assumed: 'look',
  birth_shared: 'look',
  birth_from_serial: 'note',
  birth_from_year_column: 'note',
  sex_missing: 'refused',
  sex_unreadable: 'refused',
  sex_from_number: 'note',
  sex_from_name: 'look',
  number_zero_lost: 'look',
  number_length: 'refused',
  number_signs: 'refused',
  number_rounded: 'refused',
  number_province_unknown: 'look',
  number_sex_differs: 'look',
  number_birth_year_differs: 'look',
  number_in_file_twice: 'refused',
  number_of_other_person: 'refused',
  number_in_use_elsewhere: 'refused',
  person_in_file_twice: 'look',
  person_like_registered: 'look',
  person_likely_same: 'look',
  commune_unknown: 'refused',
  commune_outside: 'refused',
  commune_renamed: 'note',
  commune_ambiguous: 'refused',
  group_unreadable: 'refused',
  group_negated: 'refused',
  group_other_article: 'refused',
  group_of_other_person: 'refused',
  group_needs_level: 'refused',
  group_parents_unclear: 'refused',
  group_basis_unclear: 'refused',
  group_study_unclear: 'refused',
  group_letter_unclear: 'refused',
  group_needs_poor: 'refused',
  group_sex_or_age: 'look',
  level_unreadable: 'look',
  disability_type_missing: 'note',
  certificate_day_missing: 'note',
  certificate_day_unreadable: 'look',
  certificate_day_impossible: 'refused',
  certificate_after_decision: 'look',
  level_without_allowance: 'note',
  poverty_unreadable: 'look',
  coefficient_unreadable: 'look',
  coefficient_unusual: 'look',
  amount_unreadable: 'look',
  nothing_by_law: 'look',
  award_lapsed: 'look',
  amount_not_by_law: 'look',
  coefficient_not_by_law: 'look',
  decision_missing: 'note',
  decision_date_unreadable: 'look',
  decision_date_in_future: 'refused',
  first_month_unreadable: 'look',
  first_month_before_birth: 'refused',
  first_month_before_decision: 'look',
  first_month_in_future: 'refused',
  paid_through_unreadable: 'refused',
  paid_through_in_future: 'refused',
  death_unreadable: 'look',
  death_before_birth: 'refused',
  death_in_future: 'refused',
  phone_unusual: 'note',
  cell_error: 'refused',
  cell_formula: 'note',
  register_refused: 'refused',
} as const satisfies Readonly<Record<string, 'refused' | 'look' | 'note'>>

/** What is decided row by row: a wrong answer makes one person two, or two one. */
export const decidedOneByOne: ReadonlySet<string> = new Set(['person_likely_same'])

export type FindingCode = keyof typeof findingLevels

export const ImportFinding = z.object({
  code: z.enum(Object.keys(findingLevels) as [FindingCode, ...FindingCode[]]),
  level: z.enum(['refused', 'look', 'note']),
  field: ImportField.nullable(),
  /** The column of the sheet, from 0; null where the row as a whole is meant. */
  column: z.int().nullable(),
  /** What the cell says. */
  value: z.string(),
  /** What is taken instead once the finding is accepted. */
  suggestion: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ImportFinding = z.infer<typeof ImportFinding>

export const ImportVerdict = z.enum(['ready', 'look', 'refused', 'known'])
export type ImportVerdict = z.infer<typeof ImportVerdict>

/** A row waits for a person only when it says something that may be wrong, and for the file when it cannot be right. */
export function verdictOf(
  findings: readonly Pick<ImportFinding, 'level' | 'code'>[],
  accepted: readonly string[] = [],
): Exclude<ImportVerdict, 'known'> {
  if (findings.some(({ level }) => level === 'refused')) return 'refused'
  return findings.some(({ level, code }) => level === 'look' && !accepted.includes(code)) ? 'look' : 'ready'
}
