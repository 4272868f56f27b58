import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { channels, inboxKinds, newsKinds, reasons, states, tellings, wires } from './domain/kinds.ts'
import { problems } from './domain/problems.ts'

export const NoticeId = id<'NoticeId'>()
export type NoticeId = z.infer<typeof NoticeId>
export const EntryId = id<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>

const Label = z.object({ vi: z.string(), en: z.string() })

/** One entry of an inbox; the file is null where it is out of sight, or where there are several. */
const Entry = z.object({
  id: EntryId,
  kind: z.enum(inboxKinds),
  at: Instant,
  isRead: z.boolean(),
  count: z.int(),
  due: z.string().nullable(),
  /** The payment list it is about, where it is about one. */
  list: z.object({ id: z.uuid(), month: Month }).nullable(),
  file: z
    .object({ id: z.uuid(), code: z.string(), fullName: z.string(), procedure: Label, step: Label })
    .nullable(),
})
export type Entry = z.infer<typeof Entry>

export const listInbox = endpoint({
  method: 'GET',
  path: '/inbox',
  summary: 'What one was told, the latest first',
  permission: 'identity.self',
  audit: 'notices.inbox_read',
  input: z.object({ isUnread: z.boolean().default(false), before: EntryId.optional() }),
  output: z.object({ entries: z.array(Entry), hasMore: z.boolean() }),
})

export const countInbox = endpoint({
  method: 'GET',
  path: '/inbox/unread',
  summary: 'How much of it one has not read; from a hundred on it is a hundred',
  permission: 'identity.self',
  input: z.object({}),
  output: z.object({ unread: z.int() }),
})

export const visitInbox = endpoint({
  method: 'POST',
  path: '/inbox/visit',
  summary: 'Say that one looks at it now; gives the latest entry one had before one the time before',
  permission: 'identity.self',
  input: z.object({}),
  output: z.object({ seenThrough: EntryId.nullable() }),
})

export const readInbox = endpoint({
  method: 'POST',
  path: '/inbox/reading',
  summary: 'Mark some of it as read, or everything through one entry',
  permission: 'identity.self',
  input: z.object({ ids: z.array(EntryId).max(100).optional(), through: EntryId.optional() }),
  output: z.void(),
})

export const NoticeView = z.enum(['to_tell', 'failed', 'sent'])
export type NoticeView = z.infer<typeof NoticeView>

/** A notice as whoever looks after it sees it. */
export const NoticeRow = z.object({
  id: NoticeId,
  kind: z.enum(newsKinds),
  channel: z.enum(channels),
  state: z.enum(states),
  reason: z.enum(reasons).nullable(),
  telling: z.enum(tellings).nullable(),
  /** Null once it is forgotten. */
  toName: z.string().nullable(),
  village: z.string().nullable(),
  area: z.string(),
  phone: z.string().nullable(),
  /** Whether the number or address gets no messages, because its owner wants none. */
  isRefused: z.boolean(),
  createdAt: Instant,
  sentAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  settledBy: z.string().nullable(),
  file: z.object({ id: z.uuid(), code: z.string() }).nullable(),
})
export type NoticeRow = z.infer<typeof NoticeRow>

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  summary: 'Whom there is to be told by hand, what could not be sent, and what was',
  permission: 'notices.tell',
  audit: 'notices.list_read',
  input: z.object({ view: NoticeView.default('to_tell'), after: NoticeId.optional() }),
  output: z.object({ rows: z.array(NoticeRow), hasMore: z.boolean(), toTell: z.int() }),
})

export const printLetters = endpoint({
  method: 'POST',
  path: '/notices/letters',
  summary: 'Letters for some of them, with a list for whoever hands them out',
  permission: 'notices.tell',
  audit: 'notices.letters_printed',
  input: z.object({ ids: z.array(NoticeId).min(1).max(100) }),
  output: z.file(),
  problems: problems.of('nothing_to_print'),
})

export const recordTelling = endpoint({
  method: 'POST',
  path: '/notices/{id}/telling',
  summary: 'Write down that somebody was told, or could not be found',
  permission: 'notices.tell',
  audit: 'notices.person_told',
  input: z.object({ id: NoticeId, how: z.enum(tellings) }),
  output: z.void(),
  problems: problems.of('notice_not_found', 'notice_settled'),
})

export const recordRefusal = endpoint({
  method: 'POST',
  path: '/notices/{id}/refusal',
  summary: 'Send nothing more to this number or address: its owner wants none',
  permission: 'notices.tell',
  audit: 'notices.refusal_recorded',
  input: z.object({ id: NoticeId }),
  output: z.void(),
  problems: problems.of('notice_not_found'),
})

export const withdrawRefusal = endpoint({
  method: 'POST',
  path: '/notices/{id}/refusal/withdrawal',
  summary: 'Send messages to this number or address again: its owner wants them after all',
  permission: 'notices.tell',
  audit: 'notices.refusal_withdrawn',
  input: z.object({ id: NoticeId }),
  output: z.void(),
  problems: problems.of('notice_not_found'),
})

const ChannelView = z.object({
  channel: z.enum(wires),
  isOn: z.boolean(),
  trouble: z.string().nullable(),
  downSince: Instant.nullable(),
  nextTryAt: Instant.nullable(),
  lastSuccessAt: Instant.nullable(),
  waiting: z.int(),
  sent: z.int(),
  failed: z.int(),
  failures: z.array(z.object({ reason: z.enum(reasons), count: z.int(), lastAt: Instant })),
})
export type ChannelView = z.infer<typeof ChannelView>

export const showChannels = endpoint({
  method: 'GET',
  path: '/notice-channels',
  summary: 'How the ways out do: what waits, what failed and why; no names',
  permission: 'notices.administer',
  input: z.object({}),
  output: z.object({ channels: z.array(ChannelView), smsHours: z.string().nullable() }),
})

export const retryChannel = endpoint({
  method: 'POST',
  path: '/notice-channels/{channel}/retry',
  summary: 'Ask a gateway again now, also with what it never took',
  permission: 'notices.administer',
  audit: 'notices.channel_retried',
  input: z.object({ channel: z.enum(wires) }),
  output: z.object({ again: z.int() }),
  problems: problems.of('channel_off'),
})
