import { cite } from '#kernel/law'
import { conventionsFile, type Certainty, type Source } from '../domain/rule-set.ts'

export const source =
  (document: string) =>
  (place: string, certainty: Certainty = 'verified'): Source => ({ ...cite(document, place), certainty })

export const nd136 = (place: string, certainty: Certainty = 'knowledge') =>
  source('136/2013/NĐ-CP')(place, certainty)
export const nd20 = source('20/2021/NĐ-CP')
export const nd76 = (place: string, certainty: Certainty = 'knowledge') =>
  source('76/2024/NĐ-CP')(place, certainty)
export const nd147 = source('147/2025/NĐ-CP')
/** Read in press reports only. */
export const nd176 = (place: string, certainty: Certainty = 'knowledge') =>
  source('176/2025/NĐ-CP')(place, certainty)
export const nd335 = source('335/2026/NĐ-CP')
/** Decree 176 as Decree 335 amends it. */
export const nd176as335 = source('176/2025/NĐ-CP được sửa đổi bởi 335/2026/NĐ-CP')
/** A convention of this system where the text is silent («Cần xác nhận»); its number stands in docs/open-questions.md. */
export const convention = (number: string): Source => ({
  ...cite(conventionsFile, number),
  certainty: 'uncertain',
})
export const tt02 = source('02/2021/TT-BLĐTBXH')
export const law25 = source('25/2008/QH12')
export const law51of2024 = (place: string) => source('51/2024/QH15')(place, 'uncertain')
/** Tuition and study support of disabled learners; its successors are not named here. */
export const circular42 = source('42/2013/TTLT-BGDĐT-BLĐTBXH-BTC')
export const nd28 = source('28/2012/NĐ-CP')
export const nd238 = source('238/2025/NĐ-CP')
export const resolutionOf = (province: string) => source(`Nghị quyết của HĐND ${province}`)
