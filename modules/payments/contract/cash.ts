import { z } from 'zod'
import { CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { Receiver } from '#modules/payroll/contract'
import { endpoint } from '#platform/contract/endpoint'
import { AbsenceReason, HandOutOutcome, HandOutVerdict } from '../domain/hand-out.ts'
import { problems } from '../domain/problems.ts'
import { AreaRef, Named, ProviderId } from './shared.ts'

export const CashListId = z.uuid().brand<'CashListId'>()
export type CashListId = z.infer<typeof CashListId>

/** Where cash is handed out in a month: a pay point («điểm chi»), or without one the commune of the payees. */
export const CashPlace = z.object({
  month: Month,
  providerId: ProviderId,
  areaId: z.coerce.number().int(),
  payPointId: z.coerce.number().int().optional(),
})
export type CashPlace = z.infer<typeof CashPlace>

/** A list somebody carries on a device. */
export const CarriedList = z.object({
  id: CashListId,
  takenBy: z.string(),
  device: z.string(),
  takenAt: Instant,
  expiresAt: Instant,
  state: z.enum(['out', 'expired', 'recalled', 'handed_in']),
  paid: z.int(),
})
export type CarriedList = z.infer<typeof CarriedList>

export const CashPlaceView = z.object({
  place: CashPlace,
  name: z.string(),
  kind: z.enum(['post_office', 'bank', 'home', 'commune']),
  area: AreaRef,
  provider: Named,
  payees: z.int(),
  amount: Dong,
  paid: z.int(),
  paidAmount: Dong,
  /** Who may still be handed money. */
  waiting: z.int(),
  waitingAmount: Dong,
  /** Who may not, for theirs was called back and its provider has not said what became of it. */
  held: z.int(),
  heldAmount: Dong,
  /** Told at the counter to be dead, and not on the books as such. */
  saidDead: z.int(),
  lists: z.array(CarriedList),
})
export type CashPlaceView = z.infer<typeof CashPlaceView>

export const CashReceiver = z.object({
  role: Receiver.shape.role,
  fullName: z.string(),
  /** The last four figures of the number on their card. */
  numberEnd: z.string().nullable(),
  until: CivilDate.nullable(),
})
export type CashReceiver = z.infer<typeof CashReceiver>

/** What a clerk sees of a payee: enough to recognise them, nothing of why they are entitled. */
export const CashRow = z.object({
  number: z.int(),
  payeeId: z.uuid(),
  /** The orders that pay them; the first of their keys stands on their slip, and any of them is theirs. */
  keys: z.array(z.string()),
  /** Those of them that are still to be paid, and come to `amount`. */
  open: z.array(z.string()),
  name: z.string(),
  bornIn: z.string().nullable(),
  village: z.string().nullable(),
  /** The last four figures of the number on their card. */
  numberEnd: z.string().nullable(),
  /** Who may take the money in their place, and until when. */
  receiver: CashReceiver.nullable(),
  amount: Dong,
  amountInWords: z.string(),
  /** Of it, money of earlier months nobody came for. */
  carried: Dong,
  state: z.enum(['waiting', 'paid', 'held', 'ended']),
  paidAt: CivilDate.nullable(),
  /** For how many lists in a row nobody came. */
  missed: z.int(),
  isLastCall: z.boolean(),
})
export type CashRow = z.infer<typeof CashRow>

export const CashListOnDevice = z.object({
  id: CashListId,
  place: CashPlace,
  name: z.string(),
  provider: Named,
  /** Seals the list on the device beside the code the clerk chooses. */
  secret: z.base64(),
  takenAt: Instant,
  expiresAt: Instant,
  rows: z.array(CashRow),
})
export type CashListOnDevice = z.infer<typeof CashListOnDevice>

export const HandOut = z.object({
  id: z.uuid(),
  payeeId: z.uuid(),
  /** The orders that were paid, or could not be. */
  keys: z.array(z.string().max(35)).min(1).max(50),
  outcome: HandOutOutcome,
  reason: AbsenceReason.nullable(),
  amount: Dong,
  happenedAt: Instant,
})
export type HandOut = z.infer<typeof HandOut>

const inList = z.object({ id: CashListId })

export const listCashPlaces = endpoint({
  method: 'GET',
  path: '/cash-places',
  summary: 'Where cash of a month is handed out, how far it is, and who carries lists',
  permission: 'payments.cash',
  input: z.object({ month: Month.optional(), isWaiting: z.stringbool().optional() }),
  output: z.object({ month: Month.nullable(), months: z.array(Month), places: z.array(CashPlaceView) }),
})

export const downloadCashList = endpoint({
  method: 'GET',
  path: '/cash-places/list',
  summary: 'The list of a place to be signed, as Excel or PDF, or the slips of its payees',
  permission: 'payments.hand_out',
  audit: 'payments.cash_list_printed',
  input: CashPlace.extend({ format: z.enum(['xlsx', 'pdf', 'slips']) }),
  output: z.file(),
  problems: problems.of('cash_place_empty', 'cash_place_too_large'),
})

export const takeCashList = endpoint({
  method: 'POST',
  path: '/cash-lists',
  summary: 'Take the list of a place along on a device',
  permission: 'payments.hand_out',
  audit: 'payments.cash_list_taken',
  input: z.object({ place: CashPlace, requestId: z.uuid(), device: z.string().trim().min(1).max(100) }),
  output: CashListOnDevice,
  problems: problems.of('area_not_yours', 'cash_place_empty', 'cash_place_too_large'),
})

export const unlockCashList = endpoint({
  method: 'POST',
  path: '/cash-lists/{id}/unlocking',
  summary: 'Open a list on its device again, for the one who took it and forgot the code',
  permission: 'payments.hand_out',
  audit: 'payments.cash_list_unlocked',
  input: inList,
  output: z.object({ secret: z.base64() }),
  problems: problems.of('cash_list_not_found', 'cash_list_of_another'),
})

export const sendHandOuts = endpoint({
  method: 'POST',
  path: '/cash-lists/{id}/hand-outs',
  summary: 'Say what happened to payees of a list; the same record again changes nothing',
  permission: 'payments.hand_out',
  audit: 'payments.cash_handed_out',
  input: inList.extend({ handOuts: z.array(HandOut).min(1).max(500) }),
  output: z.object({
    verdicts: z.array(z.object({ id: z.uuid(), verdict: HandOutVerdict, because: z.string().nullable() })),
    isRecalled: z.boolean(),
  }),
  problems: problems.of(
    'cash_list_not_found',
    'cash_list_of_another',
    'cash_list_handed_in',
    'hand_out_changed',
    'payee_not_on_list',
  ),
})

export const handInCashList = endpoint({
  method: 'POST',
  path: '/cash-lists/{id}/handing-in',
  summary: 'Say that everything of a list was sent and nothing of it is left on the device',
  permission: 'payments.hand_out',
  audit: 'payments.cash_list_handed_in',
  input: inList,
  output: z.void(),
  problems: problems.of('cash_list_not_found', 'cash_list_of_another'),
})

export const recallCashList = endpoint({
  method: 'POST',
  path: '/cash-lists/{id}/recall',
  summary: 'Call a list back that somebody carries; what was handed out by it is still taken in',
  permission: 'payments.reconcile',
  audit: 'payments.cash_list_recalled',
  input: inList,
  output: z.void(),
  problems: problems.of('cash_list_not_found'),
})

export const closeCashPlace = endpoint({
  method: 'POST',
  path: '/cash-places/closing',
  summary:
    'Close a place for a month: whoever did not come is not collected, and the money waits for the next list',
  permission: 'payments.reconcile',
  audit: 'payments.cash_place_closed',
  input: CashPlace,
  output: z.object({ unclaimed: z.int(), amount: Dong }),
  problems: problems.of('area_not_yours', 'cash_lists_out', 'cash_place_empty', 'cash_place_before_pay_day'),
})
