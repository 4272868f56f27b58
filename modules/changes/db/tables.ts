import type { ColumnType, Generated } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Evidence } from '#modules/people'
import type { Change, ChangeKind } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import type { State, Step } from '../domain/state.ts'

/** A jsonb column: read as what it holds, written as text. */
type Json<Value> = ColumnType<Value, string, string>

export type RequestRow = {
  id: Generated<string>
  kind: ChangeKind
  personId: string
  change: Json<Change>
  digest: string
  areaId: number
  otherAreaId: number | null
  evidence: ColumnType<Evidence | null, string | null, string | null>
  reason: string | null
  source: 'officer' | 'population' | 'review'
  foundBecause: string | null
  contestsId: string | null
  state: State
  before: ColumnType<readonly Difference[] | null, string | null, string | null>
  openedAt: Instant
  submittedAt: Instant | null
  submittedBy: string | null
  submittedName: string | null
  decidedAt: Instant | null
  decidedBy: string | null
  decidedName: string | null
  note: string | null
}

export type ChangesTables = {
  'changes.request': RequestRow
  'changes.involved': { requestId: string; personId: string }
  'changes.event': {
    id: Generated<string>
    requestId: string
    step: Step | 'open'
    at: Instant
    byId: string
    byName: string
    note: string | null
  }
  'changes.followUp': {
    personId: string
    kind: FollowUpKind
    happenedOn: CivilDate
    applicationId: string | null
  }
}

export type FollowUpKind = 'funeral_support' | 'residence_transfer' | `termination of ${string}`
