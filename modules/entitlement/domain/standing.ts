import { z } from 'zod'
import { BirthPrecision, CivilDate } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'

const ParentState = z.enum([
  'alive_available',
  'dead',
  'unidentified',
  'missing_declared',
  'in_facility',
  'detained',
])

/**
 * What the law sees of a person: every fact a rule may name, closed and serialisable. It holds for a period in which
 * nothing but ages changes, so it carries birth dates and no age.
 */
export const Standing = z.object({
  born: CivilDate,
  bornPrecision: BirthPrecision,
  sex: z.enum(['female', 'male']),
  /** Which provincial standard applies where the person lives; `central` where none does. */
  territory: z.string(),
  /** Lives in a commune or village of extreme difficulty in ethnic-minority and mountainous areas. */
  inDifficultArea: z.boolean(),
  household: z.enum(['poor', 'near_poor', 'other']),
  disability: z.enum(['exceptionally_severe', 'severe', 'mild', 'none']),
  father: ParentState,
  mother: ParentState,
  abandoned: z.boolean(),
  hiv: z.boolean(),
  isStudying: z.boolean(),
  /** Received under khoản 1 until the sixteenth birthday. */
  wasChildWithoutSupport: z.boolean(),
  singleParent: z.enum(['no', 'never_married', 'spouse_dead', 'spouse_missing']),
  /** The living children the person raises; `continued` where khoản 4 was paid for the child when it turned 16. */
  children: z.array(z.object({ born: CivilDate, isStudying: z.boolean(), continued: z.boolean() })),
  isPregnant: z.boolean(),
  obligor: z.enum(['present', 'none', 'on_allowance']),
  /** Qualifies for a facility, is cared for in the community (R21 điểm d khoản 5, R26 điểm b). */
  facilityEligibleInCommunity: z.boolean(),
  /** Monthly pension («lương hưu») in đồng; 0 where there is none. */
  pension: Dong,
  /** Monthly social-insurance allowance («trợ cấp BHXH hằng tháng», tuất included) in đồng; 0 where there is none. */
  socialInsurance: Dong,
  hasWage: z.boolean(),
  meritorious: Dong,
  /** Admission group in a social assistance facility. */
  facility: z.enum(['none', 'A', 'B', 'C', 'D']),
  /** Who looks after the person: the own household, or one that took them in by decision. */
  care: z.enum(['none', 'own_household', 'taken_in']),
  /** The spouse already draws the one share for raising small children (CARE-2). */
  spouseHasParentingSupport: z.boolean(),
  servesSentence: z.boolean(),
})
export type Standing = z.infer<typeof Standing>

/** A person of whom nothing particular is known. */
export const plainStanding: Omit<Standing, 'born'> = {
  bornPrecision: 'day',
  sex: 'female',
  territory: 'central',
  inDifficultArea: false,
  household: 'other',
  disability: 'none',
  father: 'alive_available',
  mother: 'alive_available',
  abandoned: false,
  hiv: false,
  isStudying: false,
  wasChildWithoutSupport: false,
  singleParent: 'no',
  children: [],
  isPregnant: false,
  obligor: 'present',
  facilityEligibleInCommunity: false,
  pension: 0 as Dong, // Zero is whole.
  socialInsurance: 0 as Dong,
  hasWage: false,
  meritorious: 0 as Dong,
  facility: 'none',
  care: 'none',
  spouseHasParentingSupport: false,
  servesSentence: false,
}
