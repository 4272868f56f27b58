import { z } from 'zod'

/** What is counted of a month, each on its own; `=` of a ladder is counted too and not reckoned from the rest. */
export const figures = [
  // Lists: people, and who receives for them.
  'listed',
  'shared_payee',
  'several_payees',
  'listed_payees',
  // People and the orders made for them.
  'not_ordered',
  'not_listed',
  'ordered',
  'shared_order',
  'several_orders',
  'orders',
  // Orders on the books, and those a page of envelopes shows.
  'payee_elsewhere',
  'for_people_elsewhere',
  'never_owed',
  'not_approved',
  'tried_again',
  'shown_orders',
  'same_payee',
  'shown_payees',
  // Whom the money reached.
  'waiting',
  'unclaimed',
  'returned',
  'rejected',
  'recalled',
  'held',
  'unseen',
  'reached_by_retry',
  'reached',
  // Money.
  'listed_amount',
  'not_ordered_amount',
  'not_listed_amount',
  'due_amount',
  'recalled_amount',
  'set_off_amount',
  'paid_amount',
  'open_amount',
  'paid_by_retry_amount',
  'all_paid_amount',
] as const

export const Figure = z.enum(figures)
export type Figure = z.infer<typeof Figure>
export type FiguresOfMonth = Readonly<Record<Figure, number>>

/** From one figure to another by what lies between them. */
export const FigureLadder = z.object({
  name: z.enum([
    'payees',
    'ordered',
    'orders',
    'shown_orders',
    'shown_payees',
    'reached',
    'owed',
    'money',
    'paid',
  ]),
  steps: z.array(
    z.object({ figure: Figure, sign: z.enum(['start', 'plus', 'minus', 'end']), value: z.int() }),
  ),
  /** What the steps leave over: 0 unless something is wrong. */
  off: z.int(),
})
export type FigureLadder = z.infer<typeof FigureLadder>

type Steps = readonly (readonly ['start' | 'plus' | 'minus' | 'end', Figure])[]

const ladders: Readonly<Record<FigureLadder['name'], Steps>> = {
  payees: [
    ['start', 'listed'],
    ['minus', 'shared_payee'],
    ['plus', 'several_payees'],
    ['end', 'listed_payees'],
  ],
  ordered: [
    ['start', 'listed'],
    ['minus', 'not_ordered'],
    ['plus', 'not_listed'],
    ['end', 'ordered'],
  ],
  orders: [
    ['start', 'ordered'],
    ['minus', 'shared_order'],
    ['plus', 'several_orders'],
    ['end', 'orders'],
  ],
  shown_orders: [
    ['start', 'orders'],
    ['minus', 'payee_elsewhere'],
    ['plus', 'for_people_elsewhere'],
    ['plus', 'never_owed'],
    ['plus', 'not_approved'],
    ['plus', 'tried_again'],
    ['end', 'shown_orders'],
  ],
  shown_payees: [
    ['start', 'shown_orders'],
    ['minus', 'same_payee'],
    ['end', 'shown_payees'],
  ],
  reached: [
    ['start', 'ordered'],
    ['minus', 'waiting'],
    ['minus', 'unclaimed'],
    ['minus', 'returned'],
    ['minus', 'rejected'],
    ['minus', 'recalled'],
    ['minus', 'held'],
    ['minus', 'unseen'],
    ['plus', 'reached_by_retry'],
    ['end', 'reached'],
  ],
  owed: [
    ['start', 'listed_amount'],
    ['minus', 'not_ordered_amount'],
    ['plus', 'not_listed_amount'],
    ['end', 'due_amount'],
  ],
  money: [
    ['start', 'due_amount'],
    ['minus', 'recalled_amount'],
    ['minus', 'set_off_amount'],
    ['minus', 'paid_amount'],
    ['end', 'open_amount'],
  ],
  paid: [
    ['start', 'paid_amount'],
    ['plus', 'paid_by_retry_amount'],
    ['end', 'all_paid_amount'],
  ],
}

/** Lays the figures of a month out so that each explains the next («vì sao các con số khác nhau»). */
export function explainFigures(counted: FiguresOfMonth): FigureLadder[] {
  return Object.entries(ladders).map(([name, steps]) => {
    const signed = { start: 1, plus: 1, minus: -1, end: -1 } as const
    return {
      name: name as FigureLadder['name'], // The keys are the names.
      // What is none explains nothing.
      steps: steps
        .map(([sign, figure]) => ({ figure, sign, value: counted[figure] }))
        .filter(({ sign, value }) => sign === 'start' || sign === 'end' || value !== 0),
      off: 0 - steps.reduce((sum, [sign, figure]) => sum + signed[sign] * counted[figure], 0),
    }
  })
}
