import { z } from 'zod'
import { ageOn, BirthPrecision, CivilDate } from '#kernel/civil-date'

/** How official papers speak of somebody. */
export const Salutation = z.enum(['ông', 'bà', 'ông (bà)', 'cháu'])
export type Salutation = z.infer<typeof Salutation>

/** Somebody a paper names. */
export const PersonOnPaper = z.strictObject({
  salutation: Salutation,
  fullName: z.string().min(1),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  /** «Số định danh cá nhân»; in full, for a decision is about one person and nobody else. */
  identityNumber: z.string().nullable(),
  /** «Thôn Bình Sơn, xã Tam Sơn, tỉnh Phú Thọ» */
  address: z.string(),
})
export type PersonOnPaper = z.infer<typeof PersonOnPaper>

type Known = { readonly sex: 'male' | 'female' | null; readonly born: CivilDate }

/** «cháu» for whoever is not yet sixteen. */
export function salutationOf({ sex, born }: Known, on: CivilDate): Salutation {
  if (ageOn(born, on) < 16) return 'cháu'
  if (sex === null) return 'ông (bà)'
  return sex === 'male' ? 'ông' : 'bà'
}

export const DisabilityType = z.enum([
  'mobility',
  'hearing_speech',
  'sight',
  'mental',
  'intellectual',
  'other',
])
export const DisabilityLevel = z.enum(['exceptionally_severe', 'severe', 'mild'])

/** Whoever issues a paper. */
export const Issuer = z.strictObject({
  /** «Sở Y tế», above a facility; a People’s Committee stands alone. */
  superior: z.string().nullable(),
  /** In the lines of the letterhead: «Ủy ban nhân dân», «Xã Tam Sơn». */
  agency: z.array(z.string()).min(1).readonly(),
  /** In a sentence: «Ủy ban nhân dân xã Tam Sơn». */
  name: z.string(),
  /** Who decides: «Chủ tịch Ủy ban nhân dân xã Tam Sơn». */
  authority: z.string(),
  /** «Tam Sơn» */
  place: z.string(),
  /** What follows the kind in a number: «UBND». */
  abbreviation: z.string(),
  /** Who proposes: «Trưởng phòng Văn hóa - Xã hội». */
  proposer: z.string(),
  /** Who carries a decision out, besides the proposer. */
  executors: z.array(z.string()).readonly(),
  /** What stands behind «Lưu:». */
  file: z.string(),
})
export type Issuer = z.infer<typeof Issuer>

/** In whose place somebody signs («thay mặt», «ký thay», «quyền»). */
export const Signer = z.strictObject({
  name: z.string().min(1),
  capacity: z.enum([
    'chair',
    'deputy',
    'acting',
    'for_committee',
    'deputy_for_committee',
    'head',
    'deputy_head',
  ]),
  /** The title of a head: «Giám đốc», «Trưởng phòng»; a chair has no other. */
  title: z.string().nullable(),
})
export type Signer = z.infer<typeof Signer>

/** Where a paper can be verified: the whole address for a camera, the page and the code for whoever types. */
export const Verification = z.strictObject({
  address: z.url(),
  /** «ansinh.phutho.gov.vn/kiem-tra» */
  page: z.string().min(1),
  code: z.string().min(1),
})
export type Verification = z.infer<typeof Verification>

/** An earlier paper. */
export const PaperReference = z.strictObject({
  number: z.string().min(1),
  signedOn: CivilDate,
  /** «Chủ tịch Ủy ban nhân dân huyện Sông Lô» */
  authority: z.string(),
})
export type PaperReference = z.infer<typeof PaperReference>
