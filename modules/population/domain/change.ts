import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'

/** A change as the population register tells it («biến động dân cư, hộ tịch»), whichever protocol brought it. */
const Certificate = z.object({
  number: z.string().max(100),
  issuedOn: CivilDate,
  issuedBy: z.string().max(200),
})
export type Certificate = z.infer<typeof Certificate>

const PersonalId = z.string().regex(/^\d{12}$/)
const FullName = z.string().trim().min(2).max(100)
const Sex = z.enum(['female', 'male'])
const Identity = z.object({ fullName: FullName, sex: Sex, born: CivilDate })
export type Identity = z.infer<typeof Identity>
const Place = z.object({
  /** The code of the commune. */
  area: z.string().regex(/^\d{5}$/),
  village: z.string().max(100).nullable().default(null),
  address: z.string().max(200).nullable().default(null),
})

const common = {
  number: z.int().positive(),
  recordedAt: Instant,
  personalId: PersonalId,
  /** The day it happened. */
  on: CivilDate,
  certificate: Certificate.optional(),
}

export const Change = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('birth'),
    identity: Identity,
    residence: Place,
    motherId: PersonalId.optional(),
    fatherId: PersonalId.optional(),
  }),
  z.object({ ...common, kind: z.literal('death'), identity: Identity.optional() }),
  z.object({ ...common, kind: z.literal('death_cancelled') }),
  z.object({ ...common, kind: z.literal('alive') }),
  z.object({ ...common, kind: z.literal('move'), residence: Place }),
  z.object({ ...common, kind: z.literal('marriage'), spouseId: PersonalId }),
  z.object({ ...common, kind: z.literal('divorce'), spouseId: PersonalId }),
  z.object({
    ...common,
    kind: z.literal('identity_corrected'),
    identity: Identity.partial().extend({ bornPrecision: BirthPrecision.optional() }),
  }),
  z.object({
    ...common,
    kind: z.literal('number_changed'),
    former: z.union([
      z.object({ kind: z.literal('personal_id'), number: PersonalId }),
      z.object({ kind: z.literal('legacy_id'), number: z.string().regex(/^\d{9}$/) }),
    ]),
  }),
])
export type Change = z.infer<typeof Change>
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

export const changeKinds = Change.options.map(({ shape }) => shape.kind.value) // Each option has one kind.
export type ChangeKind = Change['kind']

/** Every number a change names somebody by. */
export function numbersIn(change: Change): string[] {
  const { personalId } = change
  switch (change.kind) {
    case 'birth':
      return [personalId, ...[change.motherId, change.fatherId].filter((number) => number !== undefined)]
    case 'marriage':
    case 'divorce':
      return [personalId, change.spouseId]
    case 'number_changed':
      return [personalId, change.former.number]
    case 'death':
    case 'death_cancelled':
    case 'alive':
    case 'move':
    case 'identity_corrected':
      return [personalId]
  }
}
