import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { PaymentChannel } from '#modules/payments/contract'
import { endpoint } from '#platform/contract/endpoint'
import { ageBands } from '../domain/ages.ts'
import { AreaRef, WaveId } from './waves.ts'

/** So many payees; of them without cash, with the name of the account checked or in doubt, and paid at the door. */
const Count = z.object({
  payees: z.int(),
  cashless: z.int(),
  checked: z.int(),
  doubtful: z.int(),
  atHome: z.int(),
})
export type Count = z.infer<typeof Count>

const Part = <Key extends z.ZodType>(key: Key) => z.array(Count.extend({ key }))
export const disabilities = ['mild', 'severe', 'exceptionally_severe', 'none'] as const

export const Overview = z.object({
  /** When payees were counted last; null before the first time. */
  countedAt: Instant.nullable(),
  month: Month.nullable(),
  total: Count,
  ways: z.array(z.object({ way: PaymentChannel, payees: z.int() })),
  byAge: Part(z.enum(ageBands)),
  bySex: Part(z.enum(['female', 'male'])),
  byDisability: Part(z.enum(disabilities)),
  byReceiver: Part(z.enum(['own', 'other'])),
  communes: z.array(
    Count.extend({
      area: AreaRef,
      /** Who said no and is left alone for now. */
      leftAlone: z.int(),
      wave: z
        .object({ id: WaveId, name: z.string(), firstMonth: Month, target: z.int().nullable() })
        .nullable(),
      /** How many more would have to go over for the target of this month; null without one. */
      lacking: z.int().nullable(),
    }),
  ),
  /** Month by month, what the orders that were sent say. */
  months: z.array(
    z.object({
      month: Month,
      orders: z.int(),
      cashless: z.int(),
      /** The same of the communes that had a target by then, with the target, by how many orders each has. */
      aimed: z.object({ orders: z.int(), cashless: z.int(), target: z.number() }).nullable(),
    }),
  ),
})
export type Overview = z.infer<typeof Overview>

export const getCashlessOverview = endpoint({
  method: 'GET',
  path: '/cashless',
  summary:
    'How payees are paid, who is ready to be paid without cash, and how far the communes are from their targets',
  permission: 'cashless.read',
  input: z.object({ areaId: z.coerce.number().int().optional() }),
  output: Overview,
})
