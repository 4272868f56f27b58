import { z } from 'zod'

/** What one person asks for by a paper, and another decides («đề nghị»). */
export const ProposalState = z.enum(['asked', 'approved', 'refused'])
export type ProposalState = z.infer<typeof ProposalState>

/** What the other one says of it. */
export type ProposalAnswer = {
  readonly id: string
  readonly state: 'approved' | 'refused'
  readonly note?: string | null | undefined
}
