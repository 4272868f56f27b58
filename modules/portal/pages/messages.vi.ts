import { applyVi } from './words/apply.vi.ts'
import { carryVi } from './words/carry.vi.ts'
import { feedbackVi } from './words/feedback.vi.ts'
import { openVi } from './words/open.vi.ts'
import { photosVi } from './words/photos.vi.ts'
import { resultVi } from './words/result.vi.ts'
import { screenerVi } from './words/screener.vi.ts'
import { shellVi } from './words/shell.vi.ts'
import { trackVi } from './words/track.vi.ts'

/** What the portal says, in plain Vietnamese: «ông/bà», short sentences, no abbreviation. */
export const messages = {
  ...shellVi,
  ...screenerVi,
  ...resultVi,
  ...carryVi,
  ...openVi,
  ...trackVi,
  ...feedbackVi,
  ...applyVi,
  ...photosVi,
}
export type Messages = typeof messages
