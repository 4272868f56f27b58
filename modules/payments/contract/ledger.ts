import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { PaymentRunId } from '#modules/payroll/contract'
import { endpoint } from '#platform/contract/endpoint'
import { Account, EntryKind } from '../domain/accounts.ts'
import { problems } from '../domain/problems.ts'
import { Programme } from '../domain/programme.ts'
import { AreaRef, EnvelopeId, InstructionId, Named, Page, ProviderId } from './shared.ts'

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

/** The figures of the identity of a provider in a month, each of them a sum of entries. */
export const IdentityFigure = z.enum(['transferred', 'carried_in', 'paid', 'carried_out', 'returned'])
export type IdentityFigure = z.infer<typeof IdentityFigure>

/** Which postings a figure is the sum of. */
export const EntryFilter = z.object({
  account: Account.optional(),
  kind: EntryKind.optional(),
  month: Month.optional(),
  envelopeId: EnvelopeId.optional(),
  instructionId: InstructionId.optional(),
  providerId: ProviderId.optional(),
  personId: z.uuid().optional(),
  recoveryId: z.uuid().optional(),
  fundId: z.uuid().optional(),
  /** Of a provider and a month; the same rule the figure itself is summed by. */
  figure: IdentityFigure.optional(),
})
export type EntryFilter = z.infer<typeof EntryFilter>

export const EntryLine = z.object({
  entryId: z.int(),
  kind: EntryKind,
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
  summary: 'The entries behind a figure, with their sum',
  permission: 'payments.read',
  audit: 'payments.ledger_read',
  input: EntryFilter.extend(Page.shape),
  output: z.object({ rows: z.array(EntryLine), total: z.int(), debit: Dong, credit: Dong }),
})

/** What an entry rests on: who decided it, by what, and where that can be read. */
export const EntryGround = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('envelope'),
    id: EnvelopeId,
    code: z.string(),
    runId: PaymentRunId.nullable(),
    preparedBy: z.string(),
    checkedBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
  }),
  z.object({ kind: z.literal('answer'), name: z.string(), receivedBy: z.string(), receivedAt: Instant }),
  z.object({
    kind: z.literal('recovery'),
    id: z.uuid(),
    person: Named,
    decision: z.string().nullable(),
    decidedBy: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('refund'),
    id: z.uuid(),
    code: z.string(),
    askedBy: z.string(),
    approvedBy: z.string().nullable(),
  }),
  z.object({ kind: z.literal('fund'), code: z.string(), year: z.int(), decision: z.string().nullable() }),
])
export type EntryGround = z.infer<typeof EntryGround>

export const EntryView = z.object({
  id: z.int(),
  kind: EntryKind,
  bookedOn: CivilDate,
  recordedAt: Instant,
  byName: z.string(),
  note: z.string().nullable(),
  grounds: z.array(EntryGround),
  /** By account, unit and programme; an envelope has tens of thousands of postings. */
  sums: z.array(
    z.object({
      account: Account,
      area: AreaRef,
      programme: Programme.nullable(),
      debit: Dong,
      credit: Dong,
    }),
  ),
  /** Whose money it is, page by page; their decisions stand on their own pages. */
  people: z.array(
    z.object({
      person: Named,
      instructionId: InstructionId.nullable(),
      account: Account,
      debit: Dong,
      credit: Dong,
    }),
  ),
  totalPeople: z.int(),
})
export type EntryView = z.infer<typeof EntryView>

export const getEntry = endpoint({
  method: 'GET',
  path: '/ledger/entries/{id}',
  summary: 'An entry with its two sides, whose money it is, and the decisions it rests on',
  permission: 'payments.read',
  audit: 'payments.entry_read',
  input: z.object({ id: z.coerce.number().int(), ...Page.shape }),
  output: EntryView,
  problems: problems.of('entry_not_found'),
})
