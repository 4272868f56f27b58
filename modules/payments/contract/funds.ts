import { z } from 'zod'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { FundSource, Programme } from '../domain/programme.ts'
import { AreaRef } from './shared.ts'

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

export const allocateFund = endpoint({
  method: 'POST',
  path: '/payment-funds/{id}/allocations',
  summary: 'Book what the budget gave to a line or takes back from it, by the number of its decision',
  permission: 'payments.check',
  audit: 'payments.fund_allocated',
  input: z.object({
    id: z.uuid(),
    /** Taken back is only what is neither spent nor held. */
    direction: z.enum(['give', 'take_back']).default('give'),
    amount: Dong.refine((amount) => amount > 0),
    /** The decision that says so; booked once. */
    decision: z.string().trim().min(1).max(100),
  }),
  output: z.object({ isNew: z.boolean() }),
  problems: problems.of('fund_not_found', 'fund_left_short', 'fund_decision_differs'),
})
