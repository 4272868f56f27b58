import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { PaymentChannel } from '#modules/payments/contract'
import { endpoint } from '#platform/contract/endpoint'
import { measures } from '../domain/effect.ts'
import { problems } from '../domain/problems.ts'
import { WaveId } from './waves.ts'

const Tally = z.object({
  orders: z.int(),
  cashless: z.int(),
  failed: z.int(),
  unclaimed: z.int(),
  waited: z.int(),
  days: z.int(),
  /** How many are in no mean, as they are said to have been paid before they were approved. */
  misdated: z.int(),
})
export type TallyView = z.infer<typeof Tally>

const pair = z.tuple([z.number(), z.number()])

export const Effect = z.object({
  countedAt: Instant.nullable(),
  wave: z.object({ id: WaveId, name: z.string(), firstMonth: Month, communes: z.int() }),
  /** How many communes of the units of whoever asks had not begun by then. */
  others: z.int(),
  /** The months compared: as many before the start as after it, of those that were paid here. */
  before: z.array(Month),
  after: z.array(Month),
  groups: z.array(
    z.object({
      group: z.enum(['wave', 'others']),
      period: z.enum(['before', 'after']),
      channel: PaymentChannel.nullable(),
      ...Tally.shape,
    }),
  ),
  differences: z.array(
    z.object({
      measure: z.enum(measures),
      wave: pair,
      others: pair.nullable(),
      difference: z.number().nullable(),
      span: pair.nullable(),
      isClear: z.boolean(),
      isFew: z.boolean(),
    }),
  ),
  /** Where each figure comes from: the envelopes of those months, with how many of their orders are counted here. */
  sources: z.array(
    z.object({
      envelopeId: z.uuid(),
      month: Month,
      channel: PaymentChannel,
      group: z.enum(['wave', 'others']),
      orders: z.int(),
      failed: z.int(),
    }),
  ),
})
export type Effect = z.infer<typeof Effect>

export const getCashlessEffect = endpoint({
  method: 'GET',
  path: '/cashless/waves/{id}/effect',
  summary: 'What changed in the communes of a wave after it began, beside those that had not begun',
  permission: 'cashless.read',
  input: z.object({ id: WaveId, areaId: z.coerce.number().int().optional() }),
  output: Effect,
  problems: problems.of('wave_not_found'),
})
