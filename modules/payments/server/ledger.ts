import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import { pageSize, type EnvelopeId, type ProviderId, type TrialBalance } from '../contract.ts'
import { listEntryLines, trialBalance } from '../db/ledger.ts'
import type { Account } from '../domain/accounts.ts'

export async function getTrialBalance(ctx: Ctx): Promise<TrialBalance> {
  const accounts = await trialBalance(ctx)
  const sum = (side: 'debit' | 'credit') => dong(accounts.reduce((total, one) => total + one[side], 0))
  return { accounts, debit: sum('debit'), credit: sum('credit') }
}

export async function listEntries(
  ctx: Ctx,
  {
    page,
    ...filter
  }: {
    page: number
    account?: Account | undefined
    envelopeId?: EnvelopeId | undefined
    providerId?: ProviderId | undefined
    personId?: string | undefined
  },
) {
  return listEntryLines(ctx, filter, { page, size: pageSize })
}
