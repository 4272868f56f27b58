import type { Instant } from '#kernel/civil-date'
import type { Trouble, VerifiedField } from '../domain/trouble.ts'

export type PopulationTables = {
  'population.sync': {
    onlyOne: boolean
    lastNumber: number
    newestNumber: number
    tries: number
    downSince: Instant | null
    nextTryAt: Instant | null
    trouble: Trouble | null
    lastSuccessAt: Instant | null
  }
  'population.verification': {
    personId: string
    outcome: 'match' | 'mismatch' | 'not_found'
    differs: readonly VerifiedField[]
    verifiedAt: Instant
  }
}
