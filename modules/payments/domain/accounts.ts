import { z } from 'zod'

/** The accounts of the ledger («tài khoản»), and on which side each of them grows. */
export const accounts = {
  /** Dự toán được giao: what the budget gave, against which the next three stand. */
  appropriation: 'credit',
  /** Dự toán còn lại. */
  budget_available: 'debit',
  /** Dự toán đã giữ cho một đợt chi đã duyệt. */
  budget_blocked: 'debit',
  /** Dự toán đã chi. */
  budget_spent: 'debit',
  /** Kho bạc Nhà nước: what was drawn there for payees. */
  treasury: 'credit',
  /** Tiền ở đơn vị chi trả: transferred, and neither paid out nor given back. */
  at_provider: 'debit',
  /** Chi trợ cấp. */
  expense: 'debit',
  /** Phải trả người hưởng: due by an approved envelope and not paid yet. */
  payable: 'credit',
  /** Phải thu hồi: paid above the right. */
  receivable: 'debit',
  /** Khoản thu hồi được xóa theo quyết định. */
  written_off: 'debit',
} as const satisfies Readonly<Record<string, 'debit' | 'credit'>>

export type Account = keyof typeof accounts
export const Account = z.enum(Object.keys(accounts) as [Account, ...Account[]]) // The keys are the accounts.

/** What can happen to money («loại bút toán»), and which accounts it debits and credits. */
export const entryKinds = {
  fund_allocated: { debit: ['budget_available'], credit: ['appropriation'] },
  fund_reduced: { debit: ['appropriation'], credit: ['budget_available'] },
  envelope_approved: { debit: ['expense', 'budget_blocked'], credit: ['payable', 'budget_available'] },
  envelope_cancelled: {
    debit: ['payable', 'budget_available', 'receivable'],
    credit: ['expense', 'budget_blocked', 'payable'],
  },
  envelope_sent: { debit: ['at_provider', 'budget_spent'], credit: ['treasury', 'budget_blocked'] },
  paid: { debit: ['payable'], credit: ['at_provider'] },
  returned: { debit: ['at_provider'], credit: ['payable'] },
  recalled: { debit: ['payable', 'budget_available', 'receivable'], credit: ['expense', 'budget_blocked'] },
  owed_again: { debit: ['expense', 'budget_blocked'], credit: ['payable', 'receivable', 'budget_available'] },
  refunded: { debit: ['treasury', 'budget_available'], credit: ['at_provider', 'budget_spent'] },
  recovery_opened: { debit: ['receivable'], credit: ['expense'] },
  recovery_repaid: { debit: ['treasury', 'budget_available'], credit: ['receivable', 'budget_spent'] },
  recovery_offset: { debit: ['payable'], credit: ['receivable'] },
  recovery_written_off: { debit: ['written_off'], credit: ['receivable'] },
} as const satisfies Readonly<
  Record<string, { readonly debit: readonly Account[]; readonly credit: readonly Account[] }>
>

export type EntryKind = keyof typeof entryKinds
export const EntryKind = z.enum(Object.keys(entryKinds) as [EntryKind, ...EntryKind[]]) // The keys are the kinds.
