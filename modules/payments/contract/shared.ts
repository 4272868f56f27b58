import { z } from 'zod'
import { Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'

export const EnvelopeId = id<'EnvelopeId'>()
export type EnvelopeId = z.infer<typeof EnvelopeId>
export const ProviderId = id<'ProviderId'>()
export type ProviderId = z.infer<typeof ProviderId>
export const InstructionId = id<'InstructionId'>()
export type InstructionId = z.infer<typeof InstructionId>

export const Named = z.object({ id: z.string(), name: z.string() })
export const AreaRef = z.object({ id: z.int(), name: z.string() })
export const Signed = z.object({ by: Named, at: Instant })

/** Rows on a page. */
export const pageSize = 50
export const Page = z.object({ page: z.coerce.number().int().min(1).default(1) })

export const inEnvelope = z.object({ id: EnvelopeId })

/** A right by its name in both languages. */
export const Label = z.object({ vi: z.string(), en: z.string() })
