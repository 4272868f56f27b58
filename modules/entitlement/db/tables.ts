import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { Period } from '#kernel/period'
import type { Benefit } from '../domain/determination.ts'
import type { EventKind } from '../domain/event-facts.ts'
import type { SuspensionGround } from '../domain/suspension-grounds.ts'
import type { Standing } from '../domain/standing.ts'
import type { ListedState } from '../domain/listed-state.ts'
import type { NamedPayee, OneOff } from '../domain/one-off.ts'

/** A daterange: read as a period, written as text («[from,until)», see kernel/period.ts). */
type Range = ColumnType<Period, string, string>

export type DecisionKind =
  'grant' | 'adjust' | 'suspend' | 'resume' | 'stop' | 'transfer' | 'convert' | 'refuse' | 'support'

/** What a row keeps of a standing: the birth date, and whatever differs from a person of whom nothing is known. */
export type DifferingFacts = Partial<Standing> & { readonly born: CivilDate }

export type EntitlementTables = {
  'entitlement.standing': {
    personId: string
    during: Range
    areaId: number
    facts: JSONColumnType<DifferingFacts>
    shareTurns: boolean
  }
  'entitlement.decision': {
    id: Generated<string>
    kind: DecisionKind
    number: string
    signedOn: CivilDate
    signerTitle: string
    areaId: number
    personId: string | null
    /** What a refusal is about. */
    benefit: Benefit | null
    effective: Month
    reason: string
    legalBasis: JSONColumnType<{ ruleSet: string; rules: string[]; citations: string[] }>
    source: string
    requestId: string | null
    recordedAt: Generated<Instant>
    recordedBy: string | null
  }
  'entitlement.award': {
    id: Generated<string>
    personId: string
    benefit: Benefit
    payeeId: string
    areaId: number
    openedBy: string
    closedBy: string | null
    closeReason: string | null
    during: Range
    paidFrom: CivilDate | null
    suspendedFrom: CivilDate | null
    suspendReason: SuspensionGround | null
    suspendedBy: string | null
    resumedBy: string | null
    recordedAt: Generated<Instant>
    retractedAt: Instant | null
  }
  'entitlement.oneOff': {
    id: Generated<string>
    decisionId: string
    personId: string
    isHousehold: boolean
    areaId: number
    rule: string
    citation: string
    event: EventKind
    eventOn: CivilDate
    amount: Dong
    payeeId: string | null
    payee: ColumnType<NamedPayee | null, string | null, never>
    state: Generated<OneOff['state']>
    takenBy: string | null
    settledAt: Instant | null
    recordedAt: Instant
  }
  'entitlement.conversion': {
    decisionId: string
    awardId: string
    personId: string
    benefit: Benefit
    before: Dong
    after: Dong | null
    arrears: Dong
  }
  'entitlement.listedAward': {
    id: string
    importId: string
    fileName: string
    rowNumber: number
    personId: string
    benefit: Benefit
    decisionNumber: string
    signedOn: CivilDate
    signerTitle: string
    areaId: number
    firstMonth: Month
    paidThrough: Month | null
    isPaidTold: boolean
    monthly: Dong | null
    broughtBy: string
    appliedBy: string
    appliedName: string
    listedAt: Instant
    state: Generated<ListedState>
    decidedBy: string | null
    decidedName: string | null
    decidedAt: Instant | null
    reason: Generated<string>
  }
  'entitlement.changed': { personId: string; changedAt: Instant }
}
