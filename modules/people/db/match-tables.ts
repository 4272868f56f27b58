import type { Generated, JSONColumnType } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { JoinedTie } from '../domain/ties-of-one.ts'
import type { LearnedWeights } from '../domain/matching/configuration.ts'

/** Ids of rows by the name of their table. */
export type RowIds = Readonly<Partial<Record<string, readonly string[]>>>

export type MatchTables = {
  'people.matchRecord': { personId: string; keys: number[]; areaNowId: number }
  'people.matchModel': {
    id: Generated<string>
    prior: number
    weights: JSONColumnType<Omit<LearnedWeights, 'prior'>> | null
    people: number
    beganAt: Instant
    endedAt: Instant | null
  }
  'people.matchDue': { personId: string; dueAt: Generated<Instant> }
  'people.merge': {
    id: Generated<string>
    keptId: string
    mergedId: string
    standsUntil: CivilDate
    wrote: JSONColumnType<RowIds>
    tookBack: JSONColumnType<RowIds>
    joined: JSONColumnType<readonly JoinedTie[]>
    source: string
    recordedAt: Instant
    recordedBy: string | null
    retractedAt: Instant | null
    retractedBy: string | null
  }
}
