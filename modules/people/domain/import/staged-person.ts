import { z } from 'zod'
import { BirthPrecision, CivilDate, Month } from '#kernel/civil-date'
import type { ImportGroup } from './group.ts'

/** A row as it will be taken into the register once every finding to look at has been accepted. */
export const StagedPerson = z.object({
  fullName: z.string(),
  sex: z.enum(['female', 'male']),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  diedOn: CivilDate.nullable(),
  identifiers: z.array(z.object({ kind: z.enum(['personal_id', 'legacy_id']), number: z.string() })),
  areaId: z.int(),
  village: z.string().nullable(),
  address: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  phone: z.string().nullable(),
  group: z.custom<ImportGroup>().nullable(),
  disability: z
    .object({
      level: z.enum(['exceptionally_severe', 'severe', 'mild']),
      types: z.array(z.string()),
      /** Of the certificate; rows checked before there was a column for it do not know. */
      issuedOn: CivilDate.nullish(),
    })
    .nullable(),
  poverty: z.enum(['poor', 'near_poor', 'none']).nullable(),
  coefficient: z.int().nullable(),
  monthly: z.int().nullable(),
  decision: z.object({ number: z.string(), signedOn: CivilDate.nullable() }).nullable(),
  firstMonth: Month.nullable(),
  /** The last month the lists before have paid; rows checked before there was a column for it do not know. */
  paidThrough: Month.nullish(),
})
export type StagedPerson = z.infer<typeof StagedPerson>
