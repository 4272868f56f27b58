import { defineProblems } from '#kernel/problem'

/** Why a workbook («bảng tính») cannot be read at all. */
export const sheetProblems = defineProblems('sheet', {
  not_a_workbook: 415,
  has_macros: 415,
  encrypted: 415,
  too_large: 413,
  unpacks_too_large: 413,
  too_many_rows: 422,
  empty: 422,
})

/** All of them: what an operation that takes a workbook may refuse. */
export const anySheetProblem = sheetProblems.of(
  'not_a_workbook',
  'has_macros',
  'encrypted',
  'too_large',
  'unpacks_too_large',
  'too_many_rows',
  'empty',
)
