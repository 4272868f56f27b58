import type { Messages } from './messages.vi.ts'
import { applyEn } from './words/apply.en.ts'
import { carryEn } from './words/carry.en.ts'
import { feedbackEn } from './words/feedback.en.ts'
import { openEn } from './words/open.en.ts'
import { photosEn } from './words/photos.en.ts'
import { resultEn } from './words/result.en.ts'
import { screenerEn } from './words/screener.en.ts'
import { shellEn } from './words/shell.en.ts'
import { trackEn } from './words/track.en.ts'

/** The portal in English; legal names keep their Vietnamese beside them where papers carry it. */
export const messages: Messages = {
  ...shellEn,
  ...screenerEn,
  ...resultEn,
  ...carryEn,
  ...openEn,
  ...trackEn,
  ...feedbackEn,
  ...applyEn,
  ...photosEn,
}
