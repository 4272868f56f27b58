import { z } from 'zod'
import { id } from '#kernel/id'

export const ReformId = id<'ReformId'>()
export type ReformId = z.infer<typeof ReformId>
export const StepId = id<'StepId'>()
export type StepId = z.infer<typeof StepId>

export const Unit = z.object({ id: z.int(), code: z.string(), name: z.string() })

export const administer = 'territory.administer'
