import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { Account, EntryKind } from '../domain/accounts.ts'
import { EnvelopeId, Page, ProviderId } from './shared.ts'

export const TrialBalance = z.object({
  accounts: z.array(z.object({ account: Account, debit: Dong, credit: Dong })),
  debit: Dong,
  credit: Dong,
})
export type TrialBalance = z.infer<typeof TrialBalance>

export const getTrialBalance = endpoint({
  method: 'GET',
  path: '/ledger/trial-balance',
  summary: 'What stands on each account; debit and credit are equal',
  permission: 'payments.read',
  input: z.object({}),
  output: TrialBalance,
})

export const EntryLine = z.object({
  entryId: z.int(),
  kind: EntryKind,
  cause: z.string(),
  bookedOn: CivilDate,
  recordedAt: Instant,
  byName: z.string(),
  account: Account,
  debit: Dong,
  credit: Dong,
  month: Month.nullable(),
  note: z.string().nullable(),
})
export type EntryLine = z.infer<typeof EntryLine>

export const listEntries = endpoint({
  method: 'GET',
  path: '/ledger/entries',
  summary: 'The entries behind a figure: of an account, an envelope, a provider or a person',
  permission: 'payments.read',
  audit: 'payments.ledger_read',
  input: z.object({
    account: Account.optional(),
    envelopeId: EnvelopeId.optional(),
    providerId: ProviderId.optional(),
    personId: z.uuid().optional(),
    ...Page.shape,
  }),
  output: z.object({ rows: z.array(EntryLine), total: z.int() }),
})
