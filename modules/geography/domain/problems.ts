import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('geography', {
  area_not_found: 404,
  /** Units were changed by somebody else since a change was planned. */
  units_changed_meanwhile: 409,
  /** Why a file of outlines cannot be read at all. */
  map_not_a_map: 415,
  map_no_features: 422,
  map_no_geometry_file: 422,
  map_wrong_reference: 422,
  map_unpacks_too_large: 413,
  map_too_detailed: 413,
  no_sound_outline: 422,
  /** A day off is a weekday of the year, a day worked one of its Saturdays. */
  calendar_day_wrong: 422,
  /** `from` is the first year whose days off are known. */
  calendar_year_unknown: 404,
  /** A year has some days off, and each of them once. */
  calendar_year_wrong: 422,
})
