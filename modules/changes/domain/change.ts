import { z } from 'zod'
import { BirthPrecision, CivilDate, Month } from '#kernel/civil-date'
import { benefits } from '#modules/entitlement/contract'
import {
  circumstanceKinds,
  DisabilityLevel,
  DisabilityType,
  type CircumstanceKind,
} from '#modules/people/contract'

const Household = z.uuid()
const Relation = z.string().trim().min(1).max(50)
const Members = z.array(z.object({ personId: z.uuid(), relationToHead: Relation })).max(20)
/** Who of those who stay heads the household that loses its head by this; left out, it has none until somebody is recorded. */
const nextHeadId = z.uuid().optional()

/**
 * What a change request asks the register to record («nội dung biến động»), by kind. The person of the request is the
 * subject; whatever else it touches is named here.
 */
export const Change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('identity'),
    fullName: z.string().trim().min(2).max(100).optional(),
    sex: z.enum(['female', 'male']).optional(),
    born: CivilDate.optional(),
    bornPrecision: BirthPrecision.optional(),
    personalId: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
  }),
  z.object({ kind: z.literal('death'), diedOn: CivilDate, nextHeadId }),
  /** A recorded death was none («vẫn còn sống»). */
  z.object({ kind: z.literal('alive') }),
  z.object({
    kind: z.literal('move'),
    areaId: z.int(),
    village: z.string().trim().max(100).nullable().default(null),
    address: z.string().trim().max(200).nullable().default(null),
    from: CivilDate,
    /** Who of the household goes along; what each is to the new head, where there is one. */
    members: z
      .array(z.object({ personId: z.uuid(), relationToHead: Relation.optional() }))
      .min(1)
      .max(20)
      .optional(),
    /** Whoever goes stands in a household of their own from then on, the person as head; else households stay as they are. */
    household: z.literal('own').optional(),
    nextHeadId,
  }),
  z.object({
    kind: z.literal('add_member'),
    householdId: Household,
    relationToHead: Relation,
    from: CivilDate,
    nextHeadId,
  }),
  /** A child is born to the person of the request, and joins their household. */
  z.object({
    kind: z.literal('birth'),
    /** The other parent, where the register knows them. */
    otherParentId: z.uuid().optional(),
    child: z.object({
      fullName: z.string().trim().min(2).max(100),
      sex: z.enum(['female', 'male']),
      born: CivilDate,
      personalId: z
        .string()
        .regex(/^\d{12}$/)
        .nullable()
        .default(null),
    }),
  }),
  /** The person leaves the household and stands in one of their own. */
  z.object({ kind: z.literal('remove_member'), from: CivilDate, nextHeadId }),
  z.object({ kind: z.literal('change_head'), formerHeadBecomes: Relation, from: CivilDate }),
  /** The person, as head, and these members leave into a new household («tách hộ»). */
  z.object({
    kind: z.literal('split_household'),
    members: Members,
    from: CivilDate,
    nextHeadId,
  }),
  /** The person and these members, or everybody of the household where none are named, join another («nhập hộ»). */
  z.object({
    kind: z.literal('merge_household'),
    householdId: Household,
    relationToHead: Relation,
    members: Members.optional(),
    from: CivilDate,
    nextHeadId,
  }),
  z.object({
    kind: z.literal('disability'),
    level: DisabilityLevel,
    types: z.array(DisabilityType).min(1),
    certificate: z.string().trim().min(1).max(50),
    issuedOn: CivilDate,
  }),
  /** Any other circumstance («hoàn cảnh»), in the place of what was recorded of its kind; without a detail, it holds no more. */
  z.object({
    kind: z.literal('circumstance'),
    circumstance: z.enum(circumstanceKinds as [CircumstanceKind, ...CircumstanceKind[]]), // There are some.
    detail: z.record(z.string(), z.unknown()).nullable(),
    from: CivilDate,
    /** The first day it holds no more, where the paper names one. */
    until: CivilDate.nullable().default(null),
  }),
  z.object({ kind: z.literal('marriage'), spouseId: z.uuid(), from: CivilDate }),
  z.object({ kind: z.literal('divorce'), spouseId: z.uuid(), until: CivilDate }),
  /** Somebody becomes the guardian of the person in the place of whoever was («cử, thay đổi người giám hộ»), or nobody is any more. */
  z.object({
    kind: z.literal('guardian'),
    guardianId: z.uuid().nullable(),
    from: CivilDate,
    /** The first day the guardianship holds no more, where the paper names one. */
    until: CivilDate.nullable().default(null),
    /** The guardian receives the money in the place of the person: with the change, that is asked for too. */
    receives: z.boolean().default(false),
  }),
  /** Somebody looks after the person in the place of whoever did («thay người chăm sóc, nuôi dưỡng»), or nobody does any more. */
  z.object({
    kind: z.literal('carer'),
    carerId: z.uuid().nullable(),
    /** Taken in by a decision, or looked after in their own household: the law pays for the one otherwise than for the other. */
    arrangement: z.enum(['own_household', 'taken_in']).default('own_household'),
    from: CivilDate,
    /** The first day the care holds no more, where the paper names one. */
    until: CivilDate.nullable().default(null),
    /** The carer receives the money in the place of the person: with the change, that is asked for too. */
    receives: z.boolean().default(false),
  }),
  /** Somebody is the parent or the child of the person from a day on («nhận cha, mẹ, con; nuôi con nuôi»), or is it no more. */
  z.object({
    kind: z.literal('parent'),
    otherId: z.uuid(),
    /** What the other one is to the person. */
    as: z.enum(['parent', 'child']),
    /** An adoption ends, or the tie was none. */
    ends: z.boolean().default(false),
    from: CivilDate,
  }),
  /** Which months of an award that an imported list brought were paid by the lists of before («đã chi đến hết tháng»). */
  z.object({
    kind: z.literal('paid_months'),
    benefit: z.enum(benefits),
    /** The first month of the award. */
    since: Month,
    /** The last month they paid; null where they paid none of it. */
    paidThrough: Month.nullable(),
  }),
])
export type Change = z.infer<typeof Change>
export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>
export const changeKinds = Change.options.map(({ shape }) => shape.kind.value) // Each option has one kind.
export type ChangeKind = Change['kind']

/** From which day the register has it otherwise; null for what was always so and is only corrected. */
export function effectiveOn(change: Change): CivilDate | null {
  switch (change.kind) {
    case 'identity':
    case 'alive':
    case 'paid_months':
      return null
    case 'death':
      return change.diedOn
    case 'birth':
      return change.child.born
    case 'disability':
      return change.issuedOn
    case 'divorce':
      return change.until
    case 'move':
    case 'add_member':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
    case 'circumstance':
    case 'marriage':
    case 'guardian':
    case 'carer':
    case 'parent':
      return change.from
  }
}

/** Those who go the way of the person: into another home or another household. */
export function companionsIn(change: Change): string[] {
  return 'members' in change ? (change.members ?? []).map(({ personId }) => personId) : []
}

/** The other people a change names. */
export function othersIn(change: Change): string[] {
  return [
    ...companionsIn(change),
    ...('spouseId' in change ? [change.spouseId] : []),
    ...('guardianId' in change && change.guardianId !== null ? [change.guardianId] : []),
    ...('carerId' in change && change.carerId !== null ? [change.carerId] : []),
    ...('otherId' in change ? [change.otherId] : []),
    ...('otherParentId' in change && change.otherParentId !== undefined ? [change.otherParentId] : []),
    ...('nextHeadId' in change && change.nextHeadId !== undefined ? [change.nextHeadId] : []),
  ]
}

type Part =
  | 'identity'
  | 'life'
  | 'home'
  | 'household'
  | 'marriage'
  | 'guardian'
  | 'carer'
  | CircumstanceKind
  /** Somebody has a mother and a father: only the same tie twice is in its own way. */
  | `parent ${string}`
  | `paid ${(typeof benefits)[number]}`

/** What a change touches: two open requests about one person that touch the same stand in each other’s way. */
export function touchedBy(change: Change): Part[] {
  switch (change.kind) {
    case 'identity':
      return ['identity']
    case 'death':
    case 'alive':
      return ['life']
    case 'move':
      return change.household === 'own' ? ['home', 'household'] : ['home']
    case 'birth':
    case 'add_member':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
      return ['household']
    case 'disability':
      return ['disability']
    case 'circumstance':
      return [change.circumstance]
    case 'marriage':
    case 'divorce':
      return ['marriage']
    case 'guardian':
      return ['guardian']
    case 'carer':
      return ['carer']
    case 'parent':
      return [`parent ${change.otherId}`]
    case 'paid_months':
      return [`paid ${change.benefit}`]
  }
}

/** Whether two open requests about the same people cannot both be granted as they are; a death ends every other question. */
export function standInEachOthersWay(one: Change, other: Change): boolean {
  const [first, second] = [touchedBy(one), touchedBy(other)]
  return first.some((part) => second.includes(part)) || first.includes('life') || second.includes('life')
}

/** What no paper can say alone: whoever asks says in words why it was told otherwise before. */
export function needsReason({ kind }: Change): boolean {
  return kind === 'paid_months'
}
