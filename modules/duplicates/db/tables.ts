import type { Generated, JSONColumnType } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { LikelyPair } from '#modules/people'
import type { Answer, Choices, PairState } from '../domain/pair-state.ts'

export type DuplicatesTables = {
  'duplicates.pair': {
    id: Generated<string>
    oneId: string
    otherId: string
    oneAreaId: number
    otherAreaId: number
    score: number
    likely: number
    parts: JSONColumnType<LikelyPair['parts'][number][]>
    atStake: Generated<Dong>
    state: Generated<PairState>
    foundAt: Instant
    proposal: JSONColumnType<Choices> | null
    proposedBy: string | null
    proposedName: string | null
    proposedAt: Instant | null
    reason: string | null
    decidedBy: string | null
    decidedName: string | null
    decidedAt: Instant | null
    mergeId: string | null
  }
  'duplicates.parting': {
    id: Generated<string>
    pairId: string
    mergedBy: string
    mergedName: string
    mergedAt: Instant
    mergedBecause: string | null
    partedBy: string
    partedName: string
    partedAt: Instant
    partedBecause: string
  }
  'duplicates.question': {
    id: Generated<string>
    pairId: string
    fromAreaId: number
    toAreaId: number
    message: string
    askedBy: string
    askedName: string
    askedAt: Instant
    answer: Answer | null
    note: string | null
    answeredBy: string | null
    answeredName: string | null
    answeredAt: Instant | null
  }
}
