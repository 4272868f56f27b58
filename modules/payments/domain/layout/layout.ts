import { z } from 'zod'
import { Outcome } from '../instruction-state.ts'
import { PaymentChannel } from '../provider.ts'
import { plainText } from '../bank-text.ts'

/** What a column of a list of orders can hold. */
export const OrderField = z.enum([
  'number',
  'key',
  'payee',
  'payee_and_receiver',
  'receiver',
  'holder',
  'channel',
  'bank',
  'bic',
  'account',
  'pay_point',
  'area',
  'amount',
  'day',
  'month',
  'narrative',
  'text',
])
export type OrderField = z.infer<typeof OrderField>

/** What a column of an answer can say. */
export const AnswerField = z.enum([
  'key',
  'result',
  'amount',
  'day',
  'reason',
  'reference',
  'account',
  'name',
])
export type AnswerField = z.infer<typeof AnswerField>

const header = z.string().trim().min(1).max(60)

export const OrderColumn = z.object({
  field: OrderField,
  header,
  /** The most characters the provider takes; none is no limit. */
  most: z.int().min(1).max(200).nullable(),
  /** What stands in a column of fixed text. */
  text: z.string().max(100),
  /** What the last row has in this column. */
  total: z.enum(['none', 'label', 'message', 'count', 'sum']),
})
export type OrderColumn = z.infer<typeof OrderColumn>

/** How text is written down: «utf-8-mark» is what Excel opens as Vietnamese, «utf-16» what older programs call Unicode. */
export const Encoding = z.enum(['utf-8-mark', 'utf-8', 'utf-16'])
export type Encoding = z.infer<typeof Encoding>
export const Separator = z.enum([',', ';', '\t', '|'])
export type Separator = z.infer<typeof Separator>
export const DayFormat = z.enum(['yyyy-mm-dd', 'dd/mm/yyyy', 'yyyymmdd'])
export type DayFormat = z.infer<typeof DayFormat>
/** 540000, 540.000 or 540,000. */
export const MoneyFormat = z.enum(['plain', 'dots', 'commas'])
export type MoneyFormat = z.infer<typeof MoneyFormat>

const table = {
  file: z.enum(['csv', 'xlsx']),
  encoding: Encoding,
  separator: Separator,
  days: DayFormat,
  money: MoneyFormat,
}

const isOnce = (all: readonly string[]) => new Set(all).size === all.length

/** Words as they are compared: with or without marks, large or small. */
export const wordKey = (said: string) => plainText(said).toUpperCase()

/** How a provider wants its list of orders («bố cục tệp lệnh chi»). */
export const OrderLayout = z
  .object({
    ...table,
    hasHeader: z.boolean(),
    /** It takes no Vietnamese letters: everything is written without marks. */
    isPlain: z.boolean(),
    columns: z.array(OrderColumn).min(1).max(40),
    channels: z.record(PaymentChannel, z.string().trim().min(1).max(40)),
    /** What the last row begins with. */
    totalLabel: z.string().trim().max(40),
  })
  .superRefine(({ columns }, context) => {
    const fields = new Set(columns.map(({ field }) => field))
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['columns'], message })
    if (!fields.has('key')) refuse('no_key')
    if (!fields.has('amount')) refuse('no_amount')
    if (!isOnce(columns.map(({ header }) => header))) refuse('header_twice')
  })
export type OrderLayout = z.infer<typeof OrderLayout>

/** How a provider answers («bố cục tệp trả lời»): columns are found by their heads, wherever these stand. */
export const AnswerLayout = z
  .object({
    ...table,
    columns: z
      .array(z.object({ field: AnswerField, header }))
      .min(1)
      .max(20),
    results: z.array(z.object({ said: z.string().trim().min(1).max(60), outcome: Outcome })).max(40),
    /** What a line without a result means; null where there has to be one. */
    otherwise: Outcome.nullable(),
    /** What the row of totals begins with; null where there is none. */
    totalLabel: z.string().trim().min(1).max(40).nullable(),
    /** What the first line begins with that names the answer and ours; null where there is no such line. */
    mark: z.string().trim().min(1).max(40).nullable(),
  })
  .superRefine(({ columns, results, otherwise }, context) => {
    const fields: ReadonlySet<AnswerField> = new Set(columns.map(({ field }) => field))
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['columns'], message })
    if (!fields.has('amount')) refuse('no_amount')
    // By our key, or by what points at one order and no other.
    if (!fields.has('key') && !(fields.has('account') && fields.has('name'))) refuse('nothing_to_match_by')
    if (otherwise === null && !(fields.has('result') && results.length > 0)) refuse('no_result')
    if (fields.size !== columns.length) refuse('field_twice')
    if (!isOnce(columns.map((column) => column.header))) refuse('header_twice')
    if (!isOnce(results.map(({ said }) => wordKey(said)))) refuse('result_twice')
  })
export type AnswerLayout = z.infer<typeof AnswerLayout>

/** Why a row of an answer cannot be taken. */
export const RowFault = z.object({
  /** As people count, from 1. */
  row: z.int(),
  header: z.string().nullable(),
  said: z.string(),
  why: z.enum(['amount', 'result', 'day', 'missing', 'count_differs', 'sum_differs', 'after_total']),
})
export type RowFault = z.infer<typeof RowFault>

/** What the words of a layout mean for money, whatever order they stand in: two layouts of one meaning have the same. */
export function meaningOf({ results, otherwise }: Pick<AnswerLayout, 'results' | 'otherwise'>): string {
  return JSON.stringify([
    results.map(({ said, outcome }) => `${wordKey(said)} ${outcome}`).toSorted(),
    otherwise,
  ])
}
