import { sql } from 'kysely'
import type { Dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import { problems } from '../domain/problems.ts'
import type { RecoveryDecisionKind, RecoveryPlan } from '../domain/recovery.ts'
import { proposalColumns, type Proposal } from './proposals.ts'

/** Nobody asked for what was decided before two people were needed. */
export type RecoveryDecision = Omit<Proposal, 'askedBy' | 'askedName'> & {
  readonly askedBy: string | null
  readonly askedName: string | null
  readonly recoveryId: string
  readonly kind: RecoveryDecisionKind
  readonly plan: RecoveryPlan | null
  readonly instalment: Dong | null
  /** The number and day of the decision, or why nothing is withheld for now. */
  readonly paper: string
}

const columns = sql`${proposalColumns('recovery_decision')}, recovery_id, kind, plan, instalment, paper`

/** Every decision about a recovery, newest first. */
export async function listRecoveryDecisions(ctx: Ctx, recoveryId: string): Promise<RecoveryDecision[]> {
  const { rows } = await sql<RecoveryDecision>`
    select ${columns} from payments.recovery_decision
    where recovery_id = ${recoveryId} and ${withinArea(ctx, 'area_id')} order by asked_at desc, id desc`.execute(
    ctx.db(),
  )
  return rows
}

export async function getRecoveryDecision(ctx: Ctx, id: string): Promise<RecoveryDecision> {
  const { rows } = await sql<RecoveryDecision>`
    select ${columns} from payments.recovery_decision where id = ${id} and ${withinArea(ctx, 'area_id')}`.execute(
    ctx.db(),
  )
  if (!rows[0]) throw problems('recovery_decision_not_found', { id })
  return rows[0]
}

type NewDecision = Pick<RecoveryDecision, 'recoveryId' | 'kind' | 'plan' | 'instalment' | 'paper'> & {
  readonly areaId: number
  readonly requestId: string
  /** Whether it counts at once, by whoever asks. */
  readonly isDecided: boolean
}

export async function insertRecoveryDecision(ctx: Ctx, what: NewDecision): Promise<string> {
  const { userId, name } = ctx.actor
  const [by, byName, at] = what.isDecided ? [userId, name, ctx.now] : [null, null, null]
  const { rows } = await sql<{ id: string }>`
    insert into payments.recovery_decision (recovery_id, area_id, request_id, kind, plan, instalment, paper, state, asked_by,
      asked_name, asked_at, decided_by, decided_name, decided_at)
    values (${what.recoveryId}, ${what.areaId}, ${what.requestId}, ${what.kind}, ${what.plan}, ${what.instalment}, ${what.paper},
      ${what.isDecided ? 'approved' : 'asked'}, ${userId}, ${name}, ${ctx.now}, ${by}, ${byName}, ${at})
    returning id`.execute(ctx.db())
  return rows[0]!.id
}
