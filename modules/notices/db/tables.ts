import type { ColumnType, Generated } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { Channel, InboxKind, NewsKind, Reason, State, Telling, Wire } from '../domain/kinds.ts'

export type NoticeRow = {
  id: Generated<string>
  key: string
  kind: NewsKind
  channel: Channel
  applicationId: string | null
  areaId: number
  isConfidential: boolean
  toName: string | null
  village: string | null
  address: string | null
  subject: string | null
  text: string | null
  state: Generated<State>
  reason: Reason | null
  attempt: Generated<number>
  createdAt: Instant
  dueAt: Instant
  attemptedAt: Instant | null
  leasedUntil: Instant | null
  giveUpAt: Instant | null
  sentAt: Instant | null
  reference: string | null
  settledAt: Instant | null
  settledBy: string | null
  settledName: string | null
  telling: Telling | null
}

/** The tables of notices; jsonb goes in as text. */
export type NoticesTables = {
  'notices.notice': NoticeRow
  'notices.inbox': {
    id: Generated<string>
    userId: string
    key: string
    kind: InboxKind
    applicationId: string | null
    detail: ColumnType<InboxDetail, string | undefined, never>
    at: Instant
    readAt: Instant | null
  }
  'notices.visit': { userId: string; through: string; at: Instant }
  'notices.refusal': {
    channel: Wire
    address: string
    applicationId: string | null
    recordedAt: Instant
    recordedBy: string
  }
  'notices.channel': {
    channel: Wire
    downSince: Instant | null
    tries: number
    nextTryAt: Instant | null
    trouble: string | null
    lastSuccessAt: Instant | null
  }
}

/** What an entry says beside its file: how many files at once, until when, or which payment list. */
export type InboxDetail = {
  readonly count?: number
  readonly due?: string
  readonly list?: { readonly id: string; readonly month: Month }
}
