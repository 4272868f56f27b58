import type { CivilDate } from '#kernel/civil-date'
import type { Citation } from '#kernel/law'
import { isConvention } from '../../domain/rule-set.ts'

export const lawBase = '/nghiep-vu/phap-luat'

/** The two days the law is looked at from; what is left out is today. */
export type LawDays = { readonly on?: CivilDate | undefined; readonly knownOn?: CivilDate | undefined }

const withSearch = (path: string, search: Readonly<Record<string, string | undefined>>) => {
  const given = Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}` : path
}

const days = ({ on, knownOn }: LawDays) => ({ ngay: on, biet: knownOn })

export const bookHref = (seen: LawDays = {}) => withSearch(lawBase, days(seen))
export const wholeHref = (seen: LawDays = {}) => withSearch(`${lawBase}/toan-van`, days(seen))
export const ruleHref = (id: string, seen: LawDays = {}) =>
  withSearch(`${lawBase}/quy-tac/${encodeURIComponent(id)}`, days(seen))
export const compareHref = (from?: CivilDate, to?: CivilDate) =>
  withSearch(`${lawBase}/so-sanh`, { tu: from, den: to })
export const searchHref = (q: string, seen: LawDays = {}) =>
  withSearch(`${lawBase}/tim`, { q, ...days(seen) })
export const citedHref = (cited: Citation, seen: LawDays = {}) =>
  isConvention(cited)
    ? questionHref(cited.place)
    : withSearch(`${lawBase}/dan-chieu`, { vb: cited.document, dieu: cited.place, ...days(seen) })
export const tryHref = `${lawBase}/tinh-thu`

/** An open question is found under each of its numbers: the law cites «C20» of «C20, C21». */
export const questionHref = (number: string) => `${lawBase}/can-xac-nhan?cau=${encodeURIComponent(number)}`
export const questionsHref = `${lawBase}/can-xac-nhan`
