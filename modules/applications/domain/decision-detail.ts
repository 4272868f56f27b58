import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'

const text = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)

/** Who receives money that is given once: somebody of the register, or whoever is named. */
export const PayeeTold = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: z.uuid(), relation: text(60).nullable().default(null) }),
  z.object({
    kind: z.literal('named'),
    fullName: text(200),
    isOrganisation: z.boolean().default(false),
    number: text(30).nullable().default(null),
    phone: text(20).nullable().default(null),
    address: text(200).nullable().default(null),
    relation: text(60).nullable().default(null),
  }),
])
export type PayeeTold = z.infer<typeof PayeeTold>

/** Why a stay in a facility ends (8.4 of the dossier: Điều 30 Nghị định 20/2021/NĐ-CP). */
export const dischargeGrounds = [
  'closed',
  'asked_for',
  'adopted',
  'grown',
  'cannot_serve',
  'no_contact',
  'resident_asks',
  'died',
  'contract_ended',
  'other',
] as const

/** What the office has to say of a decision before the law can be asked: each kind its own, most of them nothing. */
export const DecisionDetail = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('support'),
    /** What happened, in the facts of the law; what the file tells already need not be told again. */
    event: z.record(z.string(), z.unknown()).default({}),
    payee: PayeeTold.nullable().default(null),
    /** More than the least the law names («mức thấp nhất»); the law’s own amount where it is left out. */
    amount: Dong.positive().nullable().default(null),
  }),
  z.object({
    kind: z.literal('transfer'),
    /** Since when the person has lived at the new place; asked of the unit that is left. */
    movedOn: CivilDate.nullable().default(null),
  }),
  z.object({
    kind: z.literal('certify'),
    /** Who concluded; `replacement` puts a new paper in the place of one that holds. */
    by: z.enum(['council', 'medical_board', 'replacement']),
    concludedOn: CivilDate,
    level: z.enum(['exceptionally_severe', 'severe', 'mild']),
    types: z
      .array(z.enum(['mobility', 'hearing_speech', 'sight', 'mental', 'intellectual', 'other']))
      .min(1)
      .max(6),
    /** The meeting of the council, as its minutes have it; for none other. */
    meeting: z
      .object({
        members: z.int().min(1).max(30),
        present: z.int().min(1).max(30),
        for: z.int().min(0).max(30),
        against: z.int().min(0).max(30),
        presidentIsFor: z.boolean(),
        /** Every member by name and office, for the minutes; the counts above follow from them where they are told. */
        people: z
          .array(z.object({ office: text(120), name: text(100), isPresent: z.boolean() }))
          .max(30)
          .default([]),
      })
      .nullable()
      .default(null),
    minutes: text(60).nullable().default(null),
  }),
  z.object({
    kind: z.literal('admit'),
    facilityId: z.uuid(),
    group: z.enum(['A', 'B', 'C', 'D']),
    from: CivilDate,
  }),
  z.object({
    kind: z.literal('discharge'),
    on: CivilDate,
    ground: z.enum(dischargeGrounds),
  }),
])
export type DecisionDetail = z.infer<typeof DecisionDetail>

/** One right given once, as a decision names it. */
export type Given = {
  readonly rule: string
  readonly what: string
  /** Money; null where it is given in kind. */
  readonly amount: Dong | null
  /** «60 kg gạo», «lều bạt, nước uống»; null where it is money. */
  readonly quantity: string | null
  readonly isHousehold: boolean
  /** The law names the least there is to give. */
  readonly isFloor: boolean
  readonly citation: string
}
