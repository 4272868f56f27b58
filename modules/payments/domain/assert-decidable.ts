import { problems } from './problems.ts'
import type { ProposalAnswer, ProposalState } from './proposal.ts'

type Words = {
  readonly settled: Parameters<typeof problems>[0]
  readonly bySecond: Parameters<typeof problems>[0]
}

/** What has been decided stays so; whoever asked does not decide; and nobody is refused without a reason. */
export function assertDecidable(
  proposal: {
    readonly state: ProposalState
    readonly askedBy: string | null
    readonly decidedName: string | null
  },
  { id, state, note }: ProposalAnswer,
  { actorId, settled, bySecond }: Words & { readonly actorId: string },
) {
  if (proposal.state !== 'asked')
    throw problems(settled, { id, state: proposal.state, by: proposal.decidedName })
  if (proposal.askedBy === actorId) throw problems(bySecond, { id })
  if (state === 'refused' && !note?.trim()) throw problems('reason_needed', { id })
}
