import { z } from 'zod'
import { Dong, EnteredDong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { FundSource, Programme } from '../domain/programme.ts'
import { AreaRef, Signed } from './shared.ts'

const Direction = z.enum(['give', 'take_back'])

/** What a decision gives a line, or takes back from it, that nobody has booked yet; or why it was not booked. */
export const FundAllocationView = z.object({
  id: z.uuid(),
  direction: Direction,
  amount: Dong,
  decision: z.string(),
  isRefused: z.boolean(),
  asked: Signed,
  refusedBy: z.string().nullable(),
  note: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type FundAllocationView = z.infer<typeof FundAllocationView>

/** A budget line («dòng dự toán») with what the ledger says of it. */
export const FundView = z.object({
  id: z.uuid(),
  area: AreaRef,
  year: z.int(),
  programme: Programme,
  source: FundSource,
  share: z.int(),
  code: z.string(),
  allocated: Dong,
  available: Dong,
  blocked: Dong,
  spent: Dong,
  /** Whether an envelope has held or spent something of it: its share stays from then on. */
  isUsed: z.boolean(),
  waiting: z.array(FundAllocationView),
})
export type FundView = z.infer<typeof FundView>

export const listFunds = endpoint({
  method: 'GET',
  path: '/payment-funds',
  summary: 'Budget lines of a year: given, held, spent and left',
  permission: 'payments.read',
  input: z.object({ year: z.coerce.number().int().optional() }),
  output: z.array(FundView),
})

const Share = z.int().min(1).max(100)
const Code = z.string().trim().min(1).max(50)

export const openFund = endpoint({
  method: 'POST',
  path: '/payment-funds',
  summary: 'Name a budget line and its share of a programme',
  permission: 'payments.check',
  audit: 'payments.fund_opened',
  input: z.object({
    areaId: z.int(),
    year: z.int().min(2000).max(2100),
    programme: Programme,
    source: FundSource,
    share: Share,
    code: Code,
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('area_not_yours', 'fund_exists', 'fund_shares_over'),
})

export const changeFund = endpoint({
  method: 'PUT',
  path: '/payment-funds/{id}',
  summary: 'Put right the share and the code of a budget line of which nothing was held or spent yet',
  permission: 'payments.check',
  audit: 'payments.fund_changed',
  tells: ['share', 'code'],
  input: z.object({ id: z.uuid(), share: Share, code: Code }),
  output: z.void(),
  problems: problems.of('fund_not_found', 'fund_used', 'fund_shares_over'),
})

export const askAllocation = endpoint({
  method: 'POST',
  path: '/payment-funds/{id}/allocations',
  summary:
    'Ask to book what the budget gave to a line or takes back from it, by the number of its decision; another person books it',
  permission: 'payments.check',
  audit: 'payments.fund_allocation_asked',
  tells: ['direction', 'decision'],
  input: z.object({
    id: z.uuid(),
    /** Taken back is only what is neither spent nor held. */
    direction: Direction.default('give'),
    amount: EnteredDong,
    /** The decision that says so; booked once. */
    decision: z.string().trim().min(1).max(100),
    requestId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'fund_not_found',
    'fund_left_short',
    'fund_decision_differs',
    'fund_decision_known',
    'fund_decision_waits',
  ),
})

export const decideAllocation = endpoint({
  method: 'POST',
  path: '/payment-fund-allocations/{id}/decision',
  summary:
    'Book as a second person what a decision gave to a budget line or takes back from it, or refuse it',
  permission: 'payments.approve',
  audit: 'payments.fund_allocated',
  tells: ['state'],
  input: z.object({
    id: z.uuid(),
    state: z.enum(['approved', 'refused']),
    note: z.string().trim().normalize('NFC').min(1).max(500).optional(),
  }),
  output: z.void(),
  problems: problems.of(
    'allocation_not_found',
    'allocation_settled',
    'allocation_by_second_person',
    'reason_needed',
    'fund_left_short',
    'fund_decision_differs',
    'fund_decision_known',
  ),
})
