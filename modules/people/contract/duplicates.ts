import { z } from 'zod'
import { BirthPrecision, CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { FullName } from './identity.ts'
import { AreaView, PersonId, Sex } from './shared.ts'

/** What is known of somebody before they are written down. */
export const Described = z.object({
  fullName: FullName,
  sex: Sex,
  born: CivilDate,
  bornPrecision: BirthPrecision,
  number: z.string().trim().max(30).nullable().default(null),
  phone: z.string().trim().max(20).nullable().default(null),
  areaId: z.int(),
  village: z.string().trim().max(100).nullable().default(null),
})
export type Described = z.infer<typeof Described>

/** How one thing is alike in two records, and what it weighs in bits: each bit doubles the odds, or halves them. */
export const LikenessPart = z.object({
  comparison: z.string(),
  /** Null where one side says nothing. */
  level: z.string().nullable(),
  bits: z.number(),
})
export type LikenessPart = z.infer<typeof LikenessPart>

/** Somebody in the register who may be the one about to be written down. */
export const LikelySame = z.object({
  /** Null where they live out of sight: who asks learns that there is somebody, and where to ask. */
  id: PersonId.nullable(),
  fullName: z.string(),
  sex: Sex,
  born: CivilDate,
  bornPrecision: BirthPrecision,
  diedOn: CivilDate.nullable(),
  home: AreaView,
  likely: z.number(),
  isNearlySure: z.boolean(),
  parts: z.array(LikenessPart),
})
export type LikelySame = z.infer<typeof LikelySame>

export const findLikelySame = endpoint({
  method: 'POST',
  path: '/people/likely-same',
  summary: 'Who in the register, anywhere in the country, may be somebody about to be written down',
  permission: 'people.record',
  audit: 'people.likely_same_asked',
  input: Described,
  output: z.object({ found: z.array(LikelySame) }),
  problems: problems.of(
    'birth_in_future',
    'birth_too_long_ago',
    'born_precision_differs',
    'not_in_area',
    'area_not_found',
  ),
})
