import { z } from 'zod'
import { findBank } from '../../domain/banks.ts'
import type { Delivery } from '../../domain/provider.ts'

const Answer = z.object({ holder: z.string().trim().min(1).max(200), state: z.enum(['open', 'closed']) })

/** What a bank says of an account: whose it is, that there is none, or nothing, where nobody answers. */
export type BankAnswer =
  | { readonly said: 'holder'; readonly holder: string; readonly isClosed: boolean }
  | { readonly said: 'unknown' }
  | { readonly said: 'nothing' }

/**
 * Asks a provider whose account a number is («truy vấn tên tài khoản»): it looks the name up with the bank of the account, as
 * it does for every transfer. Nothing is told of why we ask.
 */
export async function askBank(
  delivery: Delivery,
  { bank, account }: { readonly bank: string; readonly account: string },
  signal: AbortSignal,
): Promise<BankAnswer> {
  if (delivery.by !== 'http') return { said: 'nothing' }
  const response = await fetch(`${delivery.url.replace(/\/$/, '')}/name-inquiries`, {
    method: 'POST',
    body: JSON.stringify({ bank: findBank(bank)?.bin ?? bank, account }),
    headers: { 'content-type': 'application/json' },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]),
  }).catch((error: unknown) => {
    // A bank that does not answer is an answer here: it is asked again within the hour.
    if (signal.aborted) throw error
    return undefined
  })
  if (response?.status === 404) return { said: 'unknown' }
  if (!response?.ok) return { said: 'nothing' }
  const answer = Answer.safeParse(await response.json().catch(() => undefined))
  if (!answer.success) return { said: 'nothing' }
  return { said: 'holder', holder: answer.data.holder, isClosed: answer.data.state === 'closed' }
}
