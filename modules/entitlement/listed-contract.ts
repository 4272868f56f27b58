import { z } from 'zod'
import { BirthPrecision, CivilDate, Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { endpoint } from '#platform/contract/endpoint'
import { benefits } from './domain/determination.ts'
import { listedStates } from './domain/listed-state.ts'
import { problems } from './domain/problems.ts'

export const ListedState = z.enum(listedStates)
export type ListedState = z.infer<typeof ListedState>

/** How many rows of a list are shown at once, and may be decided by name. */
export const listedPageSize = 100

/** The awards one imported list brought to one unit, and how far their confirmation has come. */
export const AwardListView = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  area: z.object({ id: z.int(), name: z.string() }),
  /** Who had the list taken into the register, and when. */
  appliedName: z.string(),
  listedAt: Instant,
  proposed: z.int(),
  /** Rows that were taken in and have not come here yet. */
  coming: z.int(),
  confirmed: z.int(),
  /** Had the benefit by another decision when they were confirmed. */
  held: z.int(),
  sentBack: z.int(),
  /** What the list says those who wait are paid each month, where it says it. */
  monthly: Dong,
  /** The first month due among those who wait. */
  earliest: Month.nullable(),
  /** The reader brought it, so another person has to confirm. */
  isOwn: z.boolean(),
})
export type AwardListView = z.infer<typeof AwardListView>

/** What the next list of payment would make good of months before it («truy lĩnh»), first and last of them told. */
const Owed = z.object({ amount: Dong, from: Month, through: Month })
export type Owed = z.infer<typeof Owed>

export const ListedAwardView = z.object({
  id: z.uuid(),
  /** Its row in the file. */
  row: z.int(),
  /** Null where the person lives out of sight by now. */
  person: z
    .object({
      id: z.uuid(),
      fullName: z.string(),
      born: CivilDate,
      bornPrecision: BirthPrecision,
      diedOn: CivilDate.nullable(),
    })
    .nullable(),
  benefit: z.enum(benefits),
  decisionNumber: z.string(),
  signedOn: CivilDate,
  signerTitle: z.string(),
  from: Month,
  /** The last month the lists before have paid, as whoever brought the list says. */
  paidThrough: Month.nullable(),
  /** Arrears, once it is confirmed; null where there are none, or nothing is to be confirmed any more. */
  owed: Owed.nullable(),
  /** What the list says is paid each month. */
  monthly: Dong.nullable(),
  /** What the law gives this month by the facts recorded; null where nobody lived anywhere known. */
  byLaw: Dong.nullable(),
  /** From which month the decision gives nothing any more, and another one is needed. */
  lapsedIn: Month.nullable(),
  state: ListedState,
  decided: z.object({ name: z.string(), at: Instant }).nullable(),
  reason: z.string(),
})
export type ListedAwardView = z.infer<typeof ListedAwardView>

const inList = z.object({ importId: z.uuid(), areaId: z.coerce.number().int() })

/** The rows meant: some by name, or all that wait – as many as were seen. */
const Which = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(listedPageSize) }),
  z.object({ waiting: z.int().min(1) }),
])
export type Which = z.infer<typeof Which>

const deciding = problems.of('award_list_not_found', 'award_list_own', 'award_list_changed')

export const listAwardLists = endpoint({
  method: 'GET',
  path: '/entitlement/award-lists',
  summary: 'Imported lists by unit, with how many of their awards wait for a second person',
  permission: 'entitlement.read',
  input: z.object({ importId: z.uuid().optional(), isWaiting: z.stringbool().optional() }),
  output: z.array(AwardListView),
})

export const getAwardList = endpoint({
  method: 'GET',
  path: '/entitlement/award-lists/{importId}/{areaId}',
  summary: 'The awards an imported list brought to a unit, with what the law gives each',
  permission: 'entitlement.read',
  audit: 'entitlement.award_list_read',
  input: inList.extend({ state: ListedState.optional(), page: z.coerce.number().int().min(1).default(1) }),
  output: z.object({ list: AwardListView, rows: z.array(ListedAwardView) }),
  problems: problems.of('award_list_not_found'),
})

export const getAwardListArrears = endpoint({
  method: 'GET',
  path: '/entitlement/award-lists/{importId}/{areaId}/arrears',
  summary: 'What confirming all that wait would bring as arrears in the next list of payment',
  permission: 'entitlement.read',
  input: inList,
  output: z.object({ people: z.int(), owed: Owed.nullable() }),
  problems: problems.of('award_list_not_found'),
})

export const confirmAwardList = endpoint({
  method: 'POST',
  path: '/entitlement/award-lists/{importId}/{areaId}/confirmation',
  summary:
    'Confirm as the second person what a list says, so that it is paid; never by whoever brought the list',
  permission: 'entitlement.decide',
  audit: 'entitlement.award_list_confirmed',
  tells: ['areaId', 'confirmed', 'held'],
  input: inList.extend({ which: Which }),
  output: z.object({ confirmed: z.int(), held: z.int() }),
  problems: { ...deciding, ...problems.of('listed_award_out_of_sight') },
})

export const sendBackAwardList = endpoint({
  method: 'POST',
  path: '/entitlement/award-lists/{importId}/{areaId}/return',
  summary: 'Send back what a list says, with the reason; it stays unpaid',
  permission: 'entitlement.decide',
  audit: 'entitlement.award_list_sent_back',
  tells: ['areaId', 'sentBack'],
  input: inList.extend({ which: Which, reason: z.string().trim().min(5).max(1000) }),
  output: z.object({ sentBack: z.int() }),
  problems: { ...deciding, ...problems.of('listed_award_decided') },
})
