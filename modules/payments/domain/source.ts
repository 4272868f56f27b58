import { z } from 'zod'
import type { Dong } from '#kernel/dong'
import { banks, type Bank } from './banks.ts'
import type { InstructionState } from './instruction-state.ts'

/** Why a record of another system is not taken. */
export const SourceFault = z.enum([
  'PAYEE_UNKNOWN',
  'PAYEE_NOT_REGISTERED',
  'PAYEE_DEAD',
  'MODALITY_UNKNOWN',
  'ADDRESS_UNKNOWN',
  'CURRENCY_NOT_VND',
  'AMOUNT_NOT_WHOLE',
  'NO_PROVIDER',
  'INSTRUCTION_REPEATED',
  'INSTRUCTION_KNOWN',
])
export type SourceFault = z.infer<typeof SourceFault>

/** PayeeFunctionalID: the personal number of somebody, and what the source calls its programme. */
export const functionalId = /^(\d{12})[0-9A-Za-z]{8}$/

export function personalIdIn(id: string): string | undefined {
  return functionalId.exec(id)?.[1]
}

/** FinancialAddress: the number of the bank or wallet with NAPAS, and the account there, such as `9704051500205123456`. */
export function accountIn(address: string): { bank: Bank['name']; account: string } | undefined {
  const [, bin, account] = /^(\d{6})(\d{4,24})$/.exec(address) ?? []
  const bank = banks.find((one) => one.bin === bin)
  return bank && account !== undefined ? { bank: bank.name, account } : undefined
}

/** PaymentModality as we pay: vouchers and proxies are nothing we know. */
export const channelOfModality: Readonly<Record<string, 'account' | 'wallet'>> = {
  '00': 'account',
  '01': 'wallet',
  '03': 'wallet',
}

/** Whole đồng, above zero and no more than a sum that is certainly a mistake. */
export function isPayable(amount: number): amount is Dong {
  return Number.isSafeInteger(amount) && amount > 0 && amount <= 1_000_000_000
}

/** What becomes of an order, in the words of the interface. */
export const SourceStatus = z.enum(['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED'])
export type SourceStatus = z.infer<typeof SourceStatus>

export const statusOf: Readonly<Record<InstructionState, SourceStatus>> = {
  ready: 'PENDING',
  sent: 'IN_PROGRESS',
  paid: 'COMPLETED',
  returned: 'FAILED',
  rejected: 'FAILED',
  recalled: 'FAILED',
  unclaimed: 'FAILED',
  withdrawn: 'FAILED',
}
