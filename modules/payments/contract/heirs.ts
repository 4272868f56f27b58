import { z } from 'zod'
import { CivilDate, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { Heir } from '../domain/heir.ts'
import { problems } from '../domain/problems.ts'
import { ProposalState } from '../domain/proposal.ts'
import { AreaRef, EnvelopeId, Named } from './shared.ts'

const HeirRequestView = z.object({
  id: z.uuid(),
  goesTo: z.enum(['heir', 'treasury']),
  heir: Heir.nullable(),
  paper: z.string(),
  state: ProposalState,
  askedBy: z.string(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable(),
  /** Whoever asked does not decide. */
  isMine: z.boolean(),
})
export type HeirRequestView = z.infer<typeof HeirRequestView>

export const HeldOrder = z.object({
  /** The order that was held. */
  id: z.uuid(),
  payee: Named,
  diedOn: CivilDate.nullable(),
  area: AreaRef,
  month: Month,
  envelope: z.object({ id: EnvelopeId, code: z.string() }),
  amount: Dong,
  /** For whom and which months it was. */
  firstMonth: Month,
  lastMonth: Month,
  /** Who of the family the register knows, and is alive. */
  family: z.array(Named.extend({ relation: z.enum(['spouse', 'parent', 'child', 'carer', 'relative']) })),
  request: HeirRequestView.nullable(),
})
export type HeldOrder = z.infer<typeof HeldOrder>

export const listHeldForTheDead = endpoint({
  method: 'GET',
  path: '/held-for-the-dead',
  summary: 'Orders held because their payee has died, with who asked to whom they go',
  permission: 'payroll.read',
  audit: 'payments.held_for_the_dead_read',
  input: z.object({}),
  output: z.array(HeldOrder),
})

export const askForHeir = endpoint({
  method: 'POST',
  path: '/held-for-the-dead/{id}/request',
  summary: 'Ask that a held order goes to an heir, or back to the treasury, by a paper',
  permission: 'payments.ask_way',
  audit: 'payments.heir_asked',
  input: z.object({
    id: z.uuid(),
    /** Nobody: it goes back to the treasury. */
    heir: Heir.nullable(),
    paper: z.string().trim().normalize('NFC').min(1).max(200),
    requestId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of('held_not_found', 'heir_asked_before', 'heir_not_usable', 'lies_at_provider'),
})

export const decideHeir = endpoint({
  method: 'POST',
  path: '/heir-requests/{id}/decision',
  summary:
    'Decide as a second person to whom a held order goes: it is paid with the next list, or the budget is free again',
  permission: 'payments.decide_way',
  audit: 'payments.heir_decided',
  input: z.object({
    id: z.uuid(),
    state: z.enum(['approved', 'refused']),
    note: z.string().trim().normalize('NFC').max(500).optional(),
  }),
  output: z.void(),
  problems: problems.of(
    'heir_request_not_found',
    'heir_request_settled',
    'way_by_second_person',
    'reason_needed',
    'held_not_ready',
  ),
})
