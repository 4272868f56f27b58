import { cite } from '#kernel/law'
import type { Certainty, Source } from '../domain/rule-set.ts'

const source =
  (document: string) =>
  (place: string, certainty: Certainty = 'verified'): Source => ({ ...cite(document, place), certainty })

export const nd136 = (place: string, certainty: Certainty = 'knowledge') =>
  source('136/2013/NĐ-CP')(place, certainty)
export const nd20 = source('20/2021/NĐ-CP')
export const nd76 = (place: string, certainty: Certainty = 'knowledge') =>
  source('76/2024/NĐ-CP')(place, certainty)
export const nd147 = source('147/2025/NĐ-CP')
export const nd176 = source('176/2025/NĐ-CP')
export const nd335 = source('335/2026/NĐ-CP')
/** Decree 176 as Decree 335 amends it. */
export const nd176as335 = source('176/2025/NĐ-CP được sửa đổi bởi 335/2026/NĐ-CP')
/** A convention of this system where the text is silent («Cần xác nhận»); its number stands in docs/open-questions.md. */
export const convention = (number: string): Source => ({
  ...cite('docs/open-questions.md', number),
  certainty: 'uncertain',
})
