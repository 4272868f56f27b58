import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import {
  DisabilityLevel,
  DisabilityType,
  Issuer,
  PaperReference,
  PersonOnPaper,
  Signer,
  Verification,
} from './people.ts'

/** How an amount was reckoned: «mức chuẩn 540.000 đồng nhân hệ số 1,5». */
const Reckoning = z.strictObject({ standard: Dong, coefficientTenths: z.int().positive() })

/** A monthly benefit as a decision grants it. */
const Monthly = z.strictObject({
  amount: Dong,
  reckoning: Reckoning.nullable(),
  from: Month,
  /** The last month, where the law ends it by itself. */
  until: Month.nullable(),
})

const Arrears = z.strictObject({ from: Month, until: Month, total: Dong })

/** Somebody who receives in the place of the person entitled. */
const Payee = z.strictObject({ person: PersonOnPaper, relation: z.string().nullable() })

/** What every decision has. */
const common = {
  version: z.literal(1),
  issuer: Issuer,
  signer: Signer,
  /** The number alone; null while it has none. */
  number: z.string().nullable(),
  /** Null while it is not signed. */
  signedOn: CivilDate.nullable(),
  /** «Căn cứ …» without the word and without the mark at the end, from the rules that fired. */
  bases: z.array(z.string().min(1)).readonly(),
  /** Who else receives it, such as the unit that pays. */
  alsoTo: z.array(z.string()).readonly(),
  verification: Verification.nullable(),
  /** The decision of the same file whose place it takes, decided anew after an appeal or because whoever was to be paid died. */
  replaces: PaperReference.optional(),
}

/** «trợ cấp hưu trí xã hội»: in a sentence, without a capital. */
const benefit = z.string().min(1)

const aboutOne = {
  ...common,
  person: PersonOnPaper,
  benefit,
  /** The group in the words of the law. Left out where it would tell an illness to whoever sees the paper. */
  ground: z.string().nullable(),
}

const grant = z.strictObject({
  kind: z.literal('grant'),
  ...aboutOne,
  monthly: Monthly,
  arrears: Arrears.nullable(),
  payee: Payee.nullable(),
})

const adjust = z.strictObject({
  kind: z.literal('adjust'),
  ...aboutOne,
  before: Dong,
  monthly: Monthly,
  arrears: Arrears.nullable(),
  reason: z.string().min(1),
  earlier: PaperReference.nullable(),
})

const suspend = z.strictObject({
  kind: z.literal('suspend'),
  ...aboutOne,
  from: Month,
  reason: z.string().min(1),
  earlier: PaperReference.nullable(),
})

const resume = z.strictObject({
  kind: z.literal('resume'),
  ...aboutOne,
  monthly: Monthly,
  arrears: Arrears.nullable(),
  reason: z.string().min(1),
  earlier: PaperReference.nullable(),
})

const stop = z.strictObject({
  kind: z.literal('stop'),
  ...aboutOne,
  from: Month,
  reason: z.string().min(1),
  /** Whoever died carries nothing out. */
  hasDied: z.boolean(),
  earlier: PaperReference.nullable(),
})

/** The old place stops and sends the file on. */
const moveOut = z.strictObject({
  kind: z.literal('move_out'),
  ...aboutOne,
  /** The first month the old place pays no more. */
  from: Month,
  /** «Ủy ban nhân dân phường Vĩnh Yên, tỉnh Phú Thọ» */
  to: z.string().min(1),
  earlier: PaperReference.nullable(),
})

/** The new place goes on, at its own level. */
const moveIn = z.strictObject({
  kind: z.literal('move_in'),
  ...aboutOne,
  monthly: Monthly,
  payee: Payee.nullable(),
  /** The decision by which the old place stopped. */
  stoppedBy: PaperReference,
  /** Who left is back: the place that stopped goes on itself. */
  isReturn: z.boolean().optional(),
})

const funeral = z.strictObject({
  kind: z.literal('funeral'),
  ...aboutOne,
  diedOn: CivilDate,
  /** Who arranged the burial: a person, or an organisation by name. */
  claimant: z.union([PersonOnPaper, z.strictObject({ organisation: z.string().min(1) })]),
  relation: z.string().nullable(),
  amount: Dong,
})

/** Taking somebody in («nhận chăm sóc, nuôi dưỡng»); the household is paid. */
const care = z.strictObject({
  kind: z.literal('care'),
  ...aboutOne,
  carer: PersonOnPaper,
  relation: z.string().nullable(),
  monthly: Monthly,
})

const admit = z.strictObject({
  kind: z.literal('admit'),
  ...aboutOne,
  facility: z.string().min(1),
  from: CivilDate,
  /** Three months, for whoever is taken in because of danger. */
  until: CivilDate.nullable(),
  monthly: Monthly.nullable(),
})

/** Whoever leaves a facility («dừng trợ giúp xã hội tại cơ sở»). */
const discharge = z.strictObject({
  kind: z.literal('discharge'),
  ...aboutOne,
  facility: z.string().min(1),
  on: CivilDate,
  reason: z.string().min(1),
  hasDied: z.boolean(),
  /** The last month nursed at the State’s cost; null of who paid for the place. */
  nursedThrough: Month.nullable(),
  /** Where they go home to: «Ủy ban nhân dân xã Tam Sơn» looks into what the law gives there. */
  home: z.string().nullable(),
})

/** «Giấy xác nhận khuyết tật»: name, birth, sex, address, kinds and degree, and no day on which it ends. */
const certify = z.strictObject({
  kind: z.literal('certify'),
  ...common,
  person: PersonOnPaper,
  sex: z.enum(['female', 'male']).nullable(),
  types: z.array(DisabilityType).min(1).readonly(),
  level: DisabilityLevel,
  /** Puts another paper in the place of one that was lost, damaged or wrong. */
  isReplacement: z.boolean(),
})

const emergency = z.strictObject({
  kind: z.literal('emergency'),
  ...aboutOne,
  reason: z.string().min(1),
  /** What is given: money, rice, in words and figures as the law gives them. */
  items: z
    .array(z.strictObject({ what: z.string().min(1), amount: Dong.nullable() }))
    .min(1)
    .readonly(),
  /** Who receives the money, where that is not whom it is about. */
  payee: z.strictObject({ name: z.string().min(1), relation: z.string().nullable() }).nullable(),
})

const recover = z.strictObject({
  kind: z.literal('recover'),
  ...aboutOne,
  from: Month,
  until: Month,
  amount: Dong,
  reason: z.string().min(1),
  earlier: PaperReference.nullable(),
})

/** One decision for many, who stand on a list. */
const batch = z.strictObject({
  kind: z.literal('batch'),
  ...common,
  /** «điều chỉnh», «hưởng», «thôi hưởng»: what the decision does. */
  act: z.enum(['grant', 'adjust', 'stop']),
  benefit,
  from: Month,
  reason: z.string().min(1),
  rows: z
    .array(
      z.strictObject({
        fullName: z.string().min(1),
        born: CivilDate,
        bornPrecision: PersonOnPaper.shape.bornPrecision,
        address: z.string(),
        before: Dong.nullable(),
        after: Dong.nullable(),
        arrears: Dong.nullable(),
      }),
    )
    .min(1)
    .readonly(),
})

/** A refusal is a written answer with its reasons, not a decision («trả lời bằng văn bản và nêu rõ lý do»). */
const refuse = z.strictObject({
  kind: z.literal('refuse'),
  ...aboutOne,
  /** «hưởng trợ cấp xã hội hằng tháng», «được cấp giấy xác nhận khuyết tật» */
  asked: z.string().min(1),
  /** Who asked and is answered, where whom it is about has died: «Phùng Văn Hùng». */
  addressee: z.string().min(1).optional(),
  /** «HS-26-7KQ4» */
  file: z.string(),
  completeOn: CivilDate,
  reasons: z.array(z.string().min(1)).min(1).readonly(),
  /** Where and until when one may complain, in whole sentences. */
  remedy: z.string().nullable(),
})

/** What a decision says, before it is put into words. */
export const DecisionFacts = z.discriminatedUnion('kind', [
  grant,
  adjust,
  suspend,
  resume,
  stop,
  moveOut,
  moveIn,
  funeral,
  care,
  admit,
  discharge,
  emergency,
  recover,
  batch,
  certify,
  refuse,
])
export type DecisionFacts = z.infer<typeof DecisionFacts>
export type DecisionKind = DecisionFacts['kind']
