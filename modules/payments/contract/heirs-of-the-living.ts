import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { Heir } from '../domain/heir.ts'
import { InstructionState } from '../domain/instruction-state.ts'
import { problems } from '../domain/problems.ts'
import { AreaRef, EnvelopeId, Named } from './shared.ts'

/** An order that goes, or went, to an heir although its payee lives: their death was recorded and was none. */
export const HeirOfTheLiving = z.object({
  /** The order. */
  id: z.uuid(),
  payee: Named,
  heir: Heir.pick({ fullName: true, number: true }),
  area: AreaRef,
  envelope: z.object({ id: EnvelopeId, code: z.string() }),
  state: InstructionState,
  amount: Dong,
  firstMonth: Month,
  lastMonth: Month,
})
export type HeirOfTheLiving = z.infer<typeof HeirOfTheLiving>

export const listHeirsOfTheLiving = endpoint({
  method: 'GET',
  path: '/heirs-of-the-living',
  summary: 'Money that went to an heir of somebody who lives after all, and that nobody has settled',
  permission: 'payroll.read',
  audit: 'payments.heirs_of_the_living_read',
  input: z.object({}),
  output: z.array(HeirOfTheLiving),
})

export const settleHeirOfTheLiving = endpoint({
  method: 'POST',
  path: '/heirs-of-the-living/{id}/settlement',
  summary:
    'Write down by which paper it was settled what an heir had of somebody who lives; nothing is booked by it',
  permission: 'payments.decide_way',
  audit: 'payments.heir_of_the_living_settled',
  input: z.object({ id: z.uuid(), paper: z.string().trim().normalize('NFC').min(1).max(200) }),
  output: z.void(),
  problems: problems.of('heir_of_the_living_not_found'),
})
