import { defineProblems } from '#kernel/problem'

/** Why a picture or a file of a citizen is not taken, always in words one can act on. */
export const problems = defineProblems('documents', {
  upload_empty: 422,
  upload_too_large: 413,
  /** Neither a photograph nor a PDF, whatever its name says. */
  upload_of_other_kind: 415,
  picture_unreadable: 422,
  picture_too_many_pixels: 413,
  pdf_unreadable: 422,
  /** Needs a password. */
  pdf_locked: 422,
  /** Has programs, files or commands inside. */
  pdf_active: 422,
  pdf_too_many_pages: 422,
  upload_infected: 422,
  /** Not looked at by the scanner yet. */
  upload_quarantined: 409,
  /** Too many are being looked at. */
  intake_busy: 429,
})

/** Whatever may be wrong with a file that is being taken in; what the scanner says comes later. */
export const intakeProblems = problems.of(
  'upload_empty',
  'upload_too_large',
  'upload_of_other_kind',
  'picture_unreadable',
  'picture_too_many_pixels',
  'pdf_unreadable',
  'pdf_locked',
  'pdf_active',
  'pdf_too_many_pages',
  'upload_infected',
  'intake_busy',
)
