import type { CircumstanceDetail } from '../circumstance.ts'
import { readDisabilityLevel } from './disability-level.ts'
import { foldGroup } from './group-doubts.ts'

/** Groups of Điều 5 as lists name them («nhóm đối tượng»), and the social pension. */
export type ImportGroup =
  | { readonly kind: 'child'; readonly parents: Parents | undefined }
  | { readonly kind: 'student'; readonly level: StudyLevel | undefined }
  | { readonly kind: 'child_hiv' }
  | {
      readonly kind: 'single_parent'
      readonly basis: 'never_married' | 'spouse_dead' | 'spouse_missing' | undefined
    }
  | { readonly kind: 'elder_poor' | 'elder_difficult_area' | 'elder_80' | 'elder_facility' }
  /** Named by nothing but a letter, which each decree uses for another group. */
  | { readonly kind: 'elder_by_letter' }
  | { readonly kind: 'disability'; readonly level: 'exceptionally_severe' | 'severe' | undefined }
  | { readonly kind: 'child_under_3' }
  | { readonly kind: 'hiv_poor' }
  | { readonly kind: 'social_pension' }

type StudyLevel = CircumstanceDetail<'study'>['level']
type ParentState = 'dead' | 'unidentified' | 'missing_declared' | 'in_facility' | 'detained'
type Parents = { readonly father: ParentState; readonly mother: ParentState; readonly abandoned: boolean }

/** Reads «khoản 6 Điều 5», «K6», «điểm a khoản 5», «khuyết tật đặc biệt nặng», «trẻ mồ côi cả cha lẫn mẹ» and their like; whoever asks has looked at doubtOfGroup. */
export function readGroup(text: string): ImportGroup | undefined {
  const folded = foldGroup(text)
  const clause = /\b(?:khoan|k)\s*([1-8])(?:\b|(?=d ?5\b))/.exec(folded)?.[1] ?? /^([1-8])$/.exec(folded)?.[1]
  const point =
    /\b(?:diem|d)\s*(a|b|c|d)\b/.exec(folded)?.[1] ?? /^(?:k|khoan)?\s*5\s*(a|b|c|d)$/.exec(folded)?.[1]
  if (/huu tri xa hoi|huu tri xh|htxh/.test(folded)) return { kind: 'social_pension' }
  if (/khuyet tat|\bnkt\b/.test(folded) || clause === '6') return disability(text)
  if (/mo coi|bo roi|khong (co )?nguon nuoi duong|mat nguon nuoi duong/.test(folded) || clause === '1')
    return { kind: 'child', parents: readParents(folded) }
  if (/hiv|aids/.test(folded) || clause === '3' || clause === '8')
    return { kind: clause === '3' || /\btre\b/.test(folded) ? 'child_hiv' : 'hiv_poor' }
  if (/don than/.test(folded) || clause === '4') return { kind: 'single_parent', basis: readBasis(folded) }
  if (clause === '2' || /16.*22|dang (di )?hoc/.test(folded))
    return { kind: 'student', level: readStudy(folded) }
  if (clause === '7' || /tre.*duoi (03|3) tuoi/.test(folded)) return { kind: 'child_under_3' }
  if (clause === '5' || point !== undefined || /cao tuoi|\bnct\b|\b80 tuoi\b/.test(folded))
    return elder(folded, point)
  return undefined
}

function disability(text: string): ImportGroup {
  const level = readDisabilityLevel(text)
  return { kind: 'disability', level: level === 'mild' ? undefined : level }
}

/**
 * Words before letters: điểm b and c of khoản 5 are other groups in each decree, so a letter alone names nobody. The fold of
 * đ is d, so point đ of khoản 1 and point d look alike; khoản 5 has no point đ.
 */
function elder(folded: string, point: string | undefined): ImportGroup | undefined {
  if (/du dieu kien.*co so/.test(folded)) return { kind: 'elder_facility' }
  if (/75.*80|dan toc thieu so|dac biet kho khan/.test(folded)) return { kind: 'elder_difficult_area' }
  if (/(?<!can )ngheo/.test(folded)) return { kind: 'elder_poor' }
  if (/(?<!duoi )\b80\b/.test(folded)) return { kind: 'elder_80' }
  switch (point) {
    case 'a':
      return { kind: 'elder_poor' }
    case 'd':
      return { kind: 'elder_facility' }
    case undefined:
      return undefined
    default:
      return { kind: 'elder_by_letter' }
  }
}

function readParents(folded: string): Parents | undefined {
  if (/bo roi/.test(folded)) return { father: 'unidentified', mother: 'unidentified', abandoned: true }
  if (/ca cha (lan|va) me|ca bo (lan|va) me|mo coi cha me|mo coi ca/.test(folded))
    return { father: 'dead', mother: 'dead', abandoned: false }
  return undefined
}

function readStudy(folded: string): StudyLevel | undefined {
  if (/dai hoc/.test(folded)) return 'first_degree'
  if (/\bnghe\b|cao dang|trung cap/.test(folded)) return 'vocational'
  if (/thuong xuyen|gdtx|bo tuc/.test(folded)) return 'continuing'
  return /pho thong|thpt|thcs|\blop \d/.test(folded) ? 'general' : undefined
}

function readBasis(folded: string) {
  if (/mat tich/.test(folded)) return 'spouse_missing'
  if (/(chong|vo|ban doi).*(chet|mat|qua doi)|goa/.test(folded)) return 'spouse_dead'
  return /chua (ket hon|co chong|co vo)|khong (ket hon|chong|chong vo)/.test(folded)
    ? 'never_married'
    : undefined
}

/** Groups of poor households alone; where near-poor is enough the column has to say which. */
export function isOfPoorOnly(group: ImportGroup | null): boolean {
  return ['child_hiv', 'hiv_poor', 'elder_poor', 'elder_facility'].includes(group?.kind ?? '')
}
