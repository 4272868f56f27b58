import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { Dong, EnteredDong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { InstructionState } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import { ProposalState } from '../domain/proposal.ts'
import { RecallGround } from '../domain/recall.ts'
import { AreaRef, EnvelopeId, InstructionId, Named, Page, Signed } from './shared.ts'

/** What of an item is due to nobody: all of it, or what is too much. */
export const RecallPart = z.object({
  personId: z.uuid(),
  component: z.string().max(50),
  benefitMonth: Month,
  amount: EnteredDong,
})
export type RecallPart = z.infer<typeof RecallPart>

/** What an order is for: a person, a benefit and a month. */
export const OrderItem = z.object({
  person: Named,
  component: z.string(),
  benefitMonth: Month,
  /** What of it is still due. */
  amount: Dong,
})
export type OrderItem = z.infer<typeof OrderItem>

/** Why an order cannot be called back as it stands. */
export const RecallRefusal = z.enum(['not_recallable', 'asked_before'])
export type RecallRefusal = z.infer<typeof RecallRefusal>

export const getOrder = endpoint({
  method: 'GET',
  path: '/payment-instructions/{id}',
  summary: 'An order with what it is for, for whoever is to call it back',
  permission: 'payments.check',
  audit: 'payments.order_read',
  input: z.object({ id: InstructionId }),
  output: z.object({
    id: InstructionId,
    endToEndId: z.string(),
    payee: Named,
    amount: Dong,
    state: InstructionState,
    /** Only its end: the whole is for the provider. */
    account: z.string().nullable(),
    /** What is given once, or ordered by another system, is as much as was decided: only its account can be wrong. */
    isOnce: z.boolean(),
    items: z.array(OrderItem),
    refusal: RecallRefusal.nullable(),
  }),
  problems: problems.of('instruction_not_found'),
})

/** A wish to call an order back, and what became of it («đề nghị thu hồi lệnh»). */
export const RecallView = z.object({
  id: z.uuid(),
  ground: RecallGround,
  paper: z.string(),
  state: ProposalState,
  order: z.object({
    id: InstructionId,
    endToEndId: z.string(),
    payee: Named,
    amount: Dong,
    state: InstructionState,
    /** Only its end: the whole is for the provider. */
    account: z.string().nullable(),
  }),
  envelope: z.object({ id: EnvelopeId, code: z.string() }),
  provider: z.string(),
  /** Whether the product itself tells the provider; otherwise a person does, by a letter. */
  isToldByUs: z.boolean(),
  area: AreaRef,
  /** How much of the order is due to nobody; none where only the account is wrong. */
  notDue: Dong,
  asked: Signed,
  decided: Signed.nullable(),
  note: z.string().nullable(),
  mayDecide: z.boolean(),
  /** Something of it is owed still and may be ordered anew. */
  isWaiting: z.boolean(),
})
export type RecallView = z.infer<typeof RecallView>

export const listRecalls = endpoint({
  method: 'GET',
  path: '/payment-recalls',
  summary: 'Orders that somebody asked to call back, those that wait first',
  permission: 'payments.read',
  audit: 'payments.recalls_read',
  input: z.object({ state: ProposalState.optional(), ...Page.shape }),
  output: z.object({ rows: z.array(RecallView), total: z.int() }),
})

const Text = z.string().trim().normalize('NFC').min(1).max(200)

export const askForRecall = endpoint({
  method: 'POST',
  path: '/payment-instructions/{id}/recall',
  summary: 'Ask to call an order back, by a paper; another person decides',
  permission: 'payments.check',
  audit: 'payments.recall_asked',
  tells: ['ground', 'paper'],
  input: z.object({
    id: InstructionId,
    ground: RecallGround,
    /** Nothing where only the account is wrong: the money stays owed. */
    parts: z.array(RecallPart).max(500),
    /** The decision, or the letter of the bank or the police: kind, number and day. */
    paper: Text,
    requestId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'instruction_not_found',
    'order_not_recallable',
    'recall_asked_before',
    'recall_parts_wrong',
  ),
})

export const decideRecall = endpoint({
  method: 'POST',
  path: '/payment-recalls/{id}/decision',
  summary: 'Decide as a second person whether an order is called back',
  permission: 'payments.approve',
  audit: 'payments.recall_decided',
  tells: ['state'],
  input: z.object({ id: z.uuid(), state: z.enum(['approved', 'refused']), note: Text.max(500).optional() }),
  output: z.void(),
  problems: problems.of(
    'recall_not_found',
    'recall_settled',
    'recall_by_second_person',
    'reason_needed',
    'order_not_recallable',
    'recall_parts_wrong',
  ),
})
