import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'

/** What may have become of a parent («tình trạng cha, mẹ»), as khoản 1 Điều 5 asks; `alive_available` is the rule, not the exception. */
export const ParentState = z.enum([
  'alive_available',
  'dead',
  'unidentified',
  'missing_declared',
  'in_facility',
  'detained',
])
export type ParentState = z.infer<typeof ParentState>

export const DisabilityLevel = z.enum(['exceptionally_severe', 'severe', 'mild'])
export type DisabilityLevel = z.infer<typeof DisabilityLevel>

export const DisabilityType = z.enum([
  'mobility',
  'hearing_speech',
  'sight',
  'mental',
  'intellectual',
  'other',
])
export type DisabilityType = z.infer<typeof DisabilityType>

const nothing = z.object({})
/**
 * What somebody is given each month: never less than nothing, and never so much that it can only be another number typed in its
 * place. Case files go by the same bound.
 */
const monthly = Dong.min(0).max(999_999_999)

/**
 * Every kind of circumstance («hoàn cảnh») and its detail. All are facts of a person but `poverty`, which a household
 * has. Each row holds for a period; one kind has one row at a time.
 */
export const circumstanceDetails = {
  /** Khuyết tật, with the certificate («giấy xác nhận khuyết tật») that says so. */
  disability: z.object({
    level: DisabilityLevel,
    /** Left out where a list taken over says neither the kinds nor the day of the certificate. */
    types: z.array(DisabilityType).min(1).optional(),
    certificate: z.string().optional(),
    issuedOn: CivilDate.optional(),
    /** When a council or a board concluded so. */
    concludedOn: CivilDate.optional(),
  }),
  /** Hộ nghèo, hộ cận nghèo on the approved list of a year; of a household. */
  poverty: z.object({ level: z.enum(['poor', 'near_poor']), year: z.int(), decision: z.string().optional() }),
  /** The two parents of a child, and whether it was abandoned («bị bỏ rơi») and not adopted. */
  parents: z.object({ father: ParentState, mother: ParentState, abandoned: z.boolean() }),
  /** HIV. Confidential: never in lists, never posted. */
  hiv: nothing,
  /** In general, continuing, vocational or first-degree study («đang học»). */
  study: z.object({ level: z.enum(['general', 'continuing', 'vocational', 'first_degree']) }),
  /** Received under khoản 1 Điều 5 until the sixteenth birthday; what khoản 2 asks. */
  former_child_without_support: nothing,
  /** Người đơn thân đang nuôi con: why there is no spouse. */
  single_parent: z.object({ basis: z.enum(['never_married', 'spouse_dead', 'spouse_missing']) }),
  pregnancy: z.object({ due: CivilDate.optional() }),
  /** Người có nghĩa vụ và quyền phụng dưỡng; without a row somebody is taken to be there. */
  maintenance_obligor: z.object({ state: z.enum(['none', 'on_allowance']) }),
  /** An older person who qualifies for a facility and is cared for in the community instead (điểm d khoản 5). */
  facility_eligible_in_community: nothing,
  pension: z.object({ monthly }),
  /** Trợ cấp bảo hiểm xã hội hằng tháng, and the survivors’ benefit («tuất») among them. */
  social_insurance_allowance: z.object({ monthly, survivors: z.boolean() }),
  /** Wage or remuneration («tiền lương, tiền công»). */
  wage: nothing,
  /** Trợ cấp ưu đãi người có công. */
  meritorious_allowance: z.object({ monthly }),
  detention: z.object({ kind: z.enum(['pre_trial', 'sentence', 'compulsory_measure']) }),
  /** Đang ở cơ sở trợ giúp xã hội, by admission group (8.1 of the dossier). */
  facility_residence: z.object({ group: z.enum(['A', 'B', 'C', 'D']), facility: z.string() }),
} as const

export type CircumstanceKind = keyof typeof circumstanceDetails
export type CircumstanceDetail<Kind extends CircumstanceKind> = z.infer<(typeof circumstanceDetails)[Kind]>
export const circumstanceKinds = Object.keys(circumstanceDetails) as CircumstanceKind[]

/** Kinds drawn only for those who may read confidential facts; payroll and lists go on without knowing. */
export const confidentialKinds: ReadonlySet<CircumstanceKind> = new Set(['hiv', 'detention'])

/** The paper a fact rests on («giấy tờ chứng minh»). */
export const Evidence = z.object({
  document: z.string(),
  number: z.string().optional(),
  issuedOn: CivilDate.optional(),
  issuedBy: z.string().optional(),
})
export type Evidence = z.infer<typeof Evidence>
