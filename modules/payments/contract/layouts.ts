import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { Outcome } from '../domain/instruction-state.ts'
import { AnswerLayout, OrderLayout, RowFault } from '../domain/layout/layout.ts'
import { problems } from '../domain/problems.ts'
import { EnvelopeId, ProviderId } from './shared.ts'

export const LayoutSummary = z.object({
  provider: z.object({ id: ProviderId, name: z.string() }),
  /** False where it takes ISO messages, and so needs no layout for its orders; its answers may be lists all the same. */
  takesLists: z.boolean(),
  /** Who made the layout it has; null where it is the usual one. */
  made: z.object({ by: z.string(), at: Instant }).nullable(),
})
export type LayoutSummary = z.infer<typeof LayoutSummary>

export const LayoutView = LayoutSummary.extend({
  orders: OrderLayout,
  answers: AnswerLayout,
  versions: z.array(z.object({ id: z.uuid(), by: z.string(), at: Instant })),
  /** Envelopes of the provider a layout can be tried on, newest first. */
  envelopes: z.array(z.object({ id: EnvelopeId, code: z.string(), month: Month })),
})
export type LayoutView = z.infer<typeof LayoutView>

const ofProvider = z.object({ id: ProviderId })

export const listLayouts = endpoint({
  method: 'GET',
  path: '/payment-layouts',
  summary: 'Providers with the layout of their lists',
  permission: 'payments.lay_out',
  input: z.object({}),
  output: z.array(LayoutSummary),
})

export const getLayout = endpoint({
  method: 'GET',
  path: '/payment-providers/{id}/layout',
  summary: 'How the lists of a provider are laid out, in both directions',
  permission: 'payments.lay_out',
  input: ofProvider,
  output: LayoutView,
  problems: problems.of('provider_not_found'),
})

export const keepLayout = endpoint({
  method: 'POST',
  path: '/payment-providers/{id}/layouts',
  summary: 'Lay the lists of a provider out anew; files that were sent keep the layout they had',
  permission: 'payments.lay_out',
  audit: 'payments.layout_kept',
  input: ofProvider.extend({ orders: OrderLayout, answers: AnswerLayout, requestId: z.uuid() }),
  output: z.void(),
  problems: problems.of('provider_not_found', 'layout_meaning_by_approver'),
})

export const previewLayout = endpoint({
  method: 'POST',
  path: '/payment-providers/{id}/layout-preview',
  summary: 'The first orders of an envelope in a layout that is not kept yet; names and accounts are veiled',
  permission: 'payments.lay_out',
  audit: 'payments.layout_tried',
  input: ofProvider.extend({ orders: OrderLayout, envelopeId: EnvelopeId }),
  output: z.object({ name: z.string(), rows: z.array(z.array(z.string())), left: z.int() }),
  problems: problems.of('provider_not_found', 'envelope_not_found'),
})

/** Beside a file everything is text, which knows no null. */
const answersAsText = z
  .string()
  .max(50_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'no_json' })
      return z.NEVER
    }
  })
  .pipe(AnswerLayout)

export const tryAnswer = endpoint({
  method: 'POST',
  path: '/payment-providers/{id}/answer-trial',
  summary: 'What a file of the provider says in a layout that is not kept yet; nothing is booked or kept',
  permission: 'payments.lay_out',
  audit: 'payments.layout_tried',
  input: ofProvider.extend({ answers: answersAsText, file: z.file() }),
  output: z.object({
    lines: z.int(),
    amount: Dong,
    byOutcome: z.array(z.object({ outcome: Outcome, lines: z.int() })),
    faults: z.array(RowFault),
    wrong: z.int(),
    /** Why the file as a whole is no such list; null where it is one. */
    because: z.string().nullable(),
  }),
  problems: problems.of('provider_not_found', 'file_too_large'),
})
