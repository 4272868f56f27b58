import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'

/** A line of a resolution on communes («nghị quyết sắp xếp đơn vị hành chính»): what a unit becomes, or some villages of it. */
export const ReformRow = z.object({
  /** Where it stands in the file, as people count. */
  row: z.int(),
  from: z.string(),
  to: z.string(),
  /** What the new unit is called, with its kind; left out where it goes on under its name. */
  name: z.string().nullable(),
  /** The villages that go this way; none for the whole unit, or for what no other line names. */
  villages: z.array(z.string()),
  /** Of a hundred parts of the unit. */
  share: z.number().nullable(),
  on: CivilDate,
  act: z.string(),
})
export type ReformRow = z.infer<typeof ReformRow>

export const findingCodes = [
  'code_malformed',
  'date_malformed',
  'share_malformed',
  'act_missing',
  'unknown_code',
  'not_living',
  'changed_that_day',
  'changes_later',
  'row_twice',
  'shares_not_whole',
  'split_without_villages',
  'village_twice',
  'villages_left_over',
  'village_unknown',
  'name_missing',
  'name_differs',
  'name_without_kind',
  'goes_on_under_its_name',
  'code_twice_in_month',
  'changes_nothing',
  'circular',
  'across_provinces',
  'list_drawn_up',
  'not_in_area',
  'companion_refused',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** What is wrong with a line, or only worth knowing; the details are for the sentence. */
export const ReformFinding = z.object({
  code: z.enum(findingCodes),
  level: z.enum(['refused', 'note']),
  detail: z.string().nullable(),
})
export type ReformFinding = z.infer<typeof ReformFinding>

export function refused(code: FindingCode, detail: string | null = null): ReformFinding {
  return { code, level: 'refused', detail }
}
