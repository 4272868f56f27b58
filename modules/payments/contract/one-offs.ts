import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { InstructionState } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import { PaymentChannel } from '../domain/provider.ts'
import { AreaRef, EnvelopeId, Label, Named } from './shared.ts'

const OneOffId = z.uuid()

/** Whoever receives money given once, and whether the register knows them. */
const Payee = z.object({ name: z.string(), isInRegister: z.boolean() })

export const OneOffDue = z.object({
  id: OneOffId,
  person: Named,
  isHousehold: z.boolean(),
  area: AreaRef,
  /** The right of the law; null for whoever pays people and need not know why. */
  right: Label.nullable(),
  amount: Dong,
  decision: z.object({ number: z.string(), signedOn: CivilDate }),
  payee: Payee,
  channel: PaymentChannel,
  bank: z.string().nullable(),
  account: z.string().nullable(),
  /** Why it goes into no envelope as it stands. */
  held: z.enum(['payee_died']).nullable(),
})
export type OneOffDue = z.infer<typeof OneOffDue>

export const listOneOffsDue = endpoint({
  method: 'GET',
  path: '/one-offs/due',
  summary: 'Money that decisions give once and that no envelope has taken yet, oldest first',
  permission: 'payments.read',
  audit: 'payments.one_offs_read',
  input: z.object({ areaId: z.coerce.number().int() }),
  output: z.object({ rows: z.array(OneOffDue), amount: Dong }),
  problems: problems.of('area_not_yours'),
})

export const prepareOneOffs = endpoint({
  method: 'POST',
  path: '/one-offs/envelopes',
  summary: 'Make envelopes of money given once, by each payee’s way or in cash at once',
  permission: 'payments.prepare',
  audit: 'payments.one_offs_prepared',
  input: z.object({
    areaId: z.int(),
    ids: z.array(OneOffId).min(1).max(5000).optional(),
    isCash: z.boolean().optional(),
    requestId: z.uuid(),
  }),
  output: z.object({ ids: z.array(EnvelopeId), held: z.int() }),
  problems: problems.of('area_not_yours', 'provider_missing', 'nothing_due_once', 'totals_differ'),
})

export const OneOffView = z.object({
  id: OneOffId,
  right: Label,
  citation: z.string(),
  eventOn: CivilDate,
  isHousehold: z.boolean(),
  amount: Dong,
  decision: z.object({ number: z.string(), signedOn: CivilDate }),
  area: AreaRef,
  payee: Payee,
  state: z.enum(['due', 'taken', 'paid', 'cancelled']),
  latest: z
    .object({
      envelope: z.object({ id: EnvelopeId, code: z.string() }),
      state: InstructionState,
      channel: PaymentChannel,
      reason: z.string().nullable(),
      endedOn: CivilDate.nullable(),
    })
    .nullable(),
})
export type OneOffView = z.infer<typeof OneOffView>

export const listOneOffsOfPerson = endpoint({
  method: 'GET',
  path: '/people/{personId}/one-offs',
  summary: 'What decisions gave once because of what happened to a person, and whether it was paid',
  permission: 'entitlement.read',
  audit: 'payments.person_one_offs_read',
  input: z.object({ personId: z.uuid() }),
  output: z.array(OneOffView),
})
