import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import type { PaymentChannel, ProviderFormat } from '../provider.ts'

/** One order as it goes into a file. */
export type Order = {
  readonly number: number
  readonly endToEndId: string
  readonly payeeName: string
  readonly areaId: number
  readonly amount: Dong
  readonly channel: PaymentChannel
  readonly bank: string | null
  readonly bic: string | null
  readonly account: string | null
  readonly payPointId: number | null
  /** The name the account is in, where it was told. */
  readonly holder: string | null
  /** Who receives in the payee’s place. */
  readonly receiver: { readonly fullName: string } | null
}

/** Orders that stand together in a file, with the sums a bank checks before it reads them. */
export type Block = { readonly areaId: number; readonly orders: number; readonly amount: Dong }

/** What a file says before its orders. */
export type OrderFile = {
  /** At most 35 characters, never used twice: with it the provider refuses a second copy. */
  readonly messageId: string
  readonly format: ProviderFormat
  readonly createdAt: Instant
  readonly executeOn: CivilDate
  readonly month: Month
  /** Money given once has a month, but is not for it. */
  readonly isOnce: boolean
  readonly debtor: { readonly name: string; readonly account: string; readonly bic: string | null }
  readonly isPlain: boolean
  /** One block for everything, or one for each unit, in the order of the orders. */
  readonly blocks: readonly Block[]
}

/** What the payee reads on their statement: the month and nothing that tells why they are paid. */
export function narrativeOf({ month, isOnce }: Pick<OrderFile, 'month' | 'isOnce'>): string {
  const what = isOnce ? 'Hỗ trợ xã hội một lần' : 'Trợ cấp xã hội'
  return `${what} tháng ${month.slice(5)}/${month.slice(0, 4)}`
}

/** A moment as banks write it: whole seconds, with the offset of Vietnam. */
export function localTime(moment: Instant): string {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 0 })
}
