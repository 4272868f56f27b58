import type { Generated } from 'kysely'
import type { JobState } from '#platform/contract/jobs'

/** The actor as a job keeps it. */
export type StoredActor = {
  readonly userId: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly areaId: number
  readonly areaIds: readonly number[]
}

/** The tables of the platform; jsonb goes in as text. */
export type PlatformTables = {
  'platform.job': {
    id: Generated<string>
    kind: string
    once: string | null
    input: unknown
    actor: unknown
    state: Generated<JobState>
    attempt: Generated<number>
    tries: Generated<number>
    furthest: Generated<number>
    dueAt: Generated<string>
    leasedUntil: string | null
    done: Generated<number>
    total: number | null
    stage: string | null
    cancelAsked: Generated<boolean>
    output: unknown
    problem: unknown
    createdAt: Generated<string>
    endedAt: string | null
  }
  'platform.event': { id: Generated<number>; type: string; payload: unknown; recordedAt: Generated<string> }
  'platform.delivery': {
    eventId: number
    subscriber: string
    attempt: Generated<number>
    dueAt: Generated<string>
    doneAt: string | null
    error: string | null
  }
  'platform.file': {
    id: Generated<string>
    name: string
    mediaType: string
    size: number
    sha256: string
    ownerId: string
    purpose: string
    createdAt: Generated<string>
    releasedAt: Generated<string | null>
  }
  'platform.setting': { key: string; value: unknown }
}
