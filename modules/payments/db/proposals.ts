import { sql } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { ProposalAnswer, ProposalState } from '../domain/proposal.ts'

/** What one person asks for by a paper, and another decides («đề nghị»): so much is alike whatever it is about. */
export type Proposal = {
  readonly id: string
  readonly state: ProposalState
  readonly askedBy: string
  readonly askedName: string
  readonly askedAt: Instant
  readonly decidedBy: string | null
  readonly decidedName: string | null
  readonly decidedAt: Instant | null
  /** Why it was refused. */
  readonly note: string | null
}

type Table = 'fund_allocation' | 'heir_request' | 'recall_request' | 'recovery_decision'

const columns = 'id state asked_by asked_name asked_at decided_by decided_name decided_at note'.split(' ')

/** The columns of a proposal, of a table or what a query calls it. */
export const proposalColumns = (table: string) =>
  sql.join(columns.map((column) => sql.ref(`${table}.${column}`)))

/** Sent twice under one id there is one. */
export async function findProposalOf(ctx: Ctx, table: Table, requestId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(`payments.${table}`)}
    where request_id = ${requestId} and ${withinArea(ctx, 'area_id')}`.execute(ctx.db())
  return rows[0]?.id
}

export async function settleProposal(ctx: Ctx, table: Table, { id, state, note }: ProposalAnswer) {
  await sql`update ${sql.table(`payments.${table}`)} set state = ${state}, note = ${note?.trim() || null},
    decided_by = ${ctx.actor.userId}, decided_name = ${ctx.actor.name}, decided_at = ${ctx.now} where id = ${id}`.execute(
    ctx.db(),
  )
}
