import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { id } from '#kernel/id'

export const PaymentRunId = id<'PaymentRunId'>()
export type PaymentRunId = z.infer<typeof PaymentRunId>
export const PersonId = z.uuid()

/** What a line of money is for (modules/entitlement/domain/determination.ts says more). */
export const LineComponent = z.enum([
  'allowance',
  'single_parent',
  'social_pension',
  'care',
  'parenting',
  'nursing',
])
export type LineComponent = z.infer<typeof LineComponent>

/** The money of the month itself, or for an earlier one («truy lĩnh»). */
export const LineKind = z.enum(['regular', 'arrears'])
export type LineKind = z.infer<typeof LineKind>

/** Why a person’s money differs from the month before («lý do chênh lệch»). */
export const ChangeReason = z.enum([
  'new',
  /** New by a decision that a list brought along («nhập từ Excel»): nobody signed it in this system. */
  'listed',
  'resumed',
  'moved_in',
  'raised',
  'lowered',
  'stopped',
  'died',
  'moved_out',
  'territory_in',
  'territory_out',
  'suspended',
  'arrears',
  'arrears_ended',
  'needs_decision',
])
export type ChangeReason = z.infer<typeof ChangeReason>

/** How the money reaches the payee («hình thức chi trả»): none told means cash at the commune. */
export const PayMethod = z.enum(['cash', 'account'])
export type PayMethod = z.infer<typeof PayMethod>

export const PayPointKind = z.enum(['post_office', 'bank', 'home'])

export const Named = z.object({ id: z.string(), name: z.string() })
export const AreaRef = z.object({ id: z.int(), name: z.string() })
export const Signed = z.object({ by: Named, at: Instant })

/** Lines counted and summed; a person with two lines is one person. */
export const Tally = z.object({ people: z.int(), lines: z.int(), amount: Dong })
export type Tally = z.infer<typeof Tally>

/** The law’s group of a line; null is «Trợ cấp xã hội hằng tháng», which says no more to those who may not know. */
export const VisibleRule = z.string().nullable()

export const PersonRef = z.object({
  id: PersonId,
  name: z.string(),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  sex: z.enum(['female', 'male']),
})

/** Rows on a page of lines or changes. */
export const pageSize = 50

export const Page = z.object({ page: z.coerce.number().int().min(1).default(1) })

export const inRun = z.object({ id: PaymentRunId })
