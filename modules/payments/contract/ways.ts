import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { intakeProblems } from '#modules/documents/contract'
import { benefits } from '#modules/entitlement/contract'
import { Receiver } from '#modules/payroll/contract'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { problems } from '../domain/problems.ts'
import { AwardRef, NameCheck, Way, WayOrigin, WayRequestState } from '../domain/way.ts'
import { AreaRef, Named, Page, Signed } from './shared.ts'

export const WayRequestId = id<'WayRequestId'>()
export type WayRequestId = z.infer<typeof WayRequestId>
const PersonId = z.uuid()

/** A way as it is read: of an account only its end, but for whoever asks or decides. */
export const WayView = z.object({
  channel: z.enum(['account', 'wallet', 'cash_point', 'cash_home']),
  bank: z.string().nullable(),
  account: z.string().nullable(),
  holder: z.string().nullable(),
  payPoint: z.string().nullable(),
  isReceivers: z.boolean(),
  receiver: z
    .object({
      role: Receiver.shape.role,
      fullName: z.string(),
      document: z.string(),
      until: CivilDate.nullable(),
    })
    .nullable(),
})
export type WayView = z.infer<typeof WayView>

/** Null for whoever is not told why people are paid. */
const VisibleBenefit = z.enum(benefits).nullable()

export const WayRequestView = z.object({
  id: WayRequestId,
  person: Named,
  /** The one award it is about, and whose; null where it is about all that the person receives. */
  award: z.object({ benefit: VisibleBenefit, person: Named }).nullable(),
  area: AreaRef,
  origin: WayOrigin,
  applicationId: z.uuid().nullable(),
  state: WayRequestState,
  /** Null where no way was told: cash at the commune. */
  before: WayView.nullable(),
  after: WayView,
  evidence: z.string(),
  /** How many pictures of that paper there are, numbered from 1. */
  pictures: z.int(),
  asked: Signed,
  decided: Signed.nullable(),
  note: z.string().nullable(),
  effectiveOn: CivilDate.nullable(),
  nameCheck: NameCheck,
  /** The name the bank has, and the one the account should be in. */
  nameFound: z.string().nullable(),
  nameExpected: z.string(),
  /** How many other requests of the person are open: two at once are never approved. */
  conflicts: z.int(),
  /** Who else is paid on the account and has no tie to the payee that the register knows. */
  strangers: z.array(z.object({ name: z.string(), isElsewhere: z.boolean() })),
  /** When the account asked for was last called wrong, or a fraudster’s; for the payee it then takes a name the bank gave since. */
  calledWrong: z.object({ since: Instant, isForPayee: z.boolean() }).nullable(),
  /** What whoever asks may do with it now. */
  mayApprove: z.boolean(),
  mayRefuse: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type WayRequestView = z.infer<typeof WayRequestView>

export const PersonWays = z.object({
  /** Every open award with who receives its money, and how. */
  awards: z.array(
    z.object({
      id: z.uuid(),
      benefit: VisibleBenefit,
      payee: z.object({ id: z.uuid(), name: z.string().nullable(), isSelf: z.boolean() }),
      way: WayView.nullable(),
      /** Whether it goes a way of its own, other than whatever else the payee receives. */
      isOwnWay: z.boolean(),
    }),
  ),
  /** How the person is paid what they receive, for themselves or for others. */
  way: WayView.nullable(),
  requests: z.array(WayRequestView),
  /** Whom the register knows today to look after the person, or to collect for them. */
  receivers: z.array(
    z.object({ personId: z.uuid(), name: z.string(), role: z.enum(['authorised', 'guardian', 'carer']) }),
  ),
})
export type PersonWays = z.infer<typeof PersonWays>

const inRequest = z.object({ id: WayRequestId })
const reason = z.string().trim().normalize('NFC').min(1).max(500)

export const getPersonWays = endpoint({
  method: 'GET',
  path: '/people/{personId}/ways',
  summary: 'Who receives a person’s money and how, and every change that was asked for',
  permission: 'payroll.read',
  audit: 'payments.ways_read',
  input: z.object({ personId: PersonId }),
  output: PersonWays,
  problems: problems.of('payee_not_found'),
})

export const askForWay = endpoint({
  method: 'POST',
  path: '/people/{personId}/way-requests',
  summary: 'Ask for another way to be paid, with the paper it rests on',
  permission: 'payments.ask_way',
  audit: 'payments.way_asked',
  input: z.object({
    personId: PersonId,
    /** The one award that is to go this way; without it, all that the person receives. */
    award: AwardRef.nullish(),
    way: Way,
    evidence: reason,
    requestId: z.uuid(),
  }),
  output: z.object({ id: z.uuid() }),
  problems: problems.of(
    'payee_not_found',
    'payee_died',
    'way_not_usable',
    'way_unchanged',
    'award_not_received',
    'receiver_not_related',
    'provider_missing',
  ),
})

export const listWayRequests = endpoint({
  method: 'GET',
  path: '/way-requests',
  summary: 'Changes of payees and accounts that wait, or that have ended',
  permission: 'payroll.read',
  audit: 'payments.way_requests_read',
  input: z.object({ isEnded: z.stringbool().optional(), ...Page.shape }),
  output: z.object({ rows: z.array(WayRequestView), total: z.int() }),
})

export const addWayPicture = endpoint({
  method: 'POST',
  path: '/way-requests/{id}/pictures',
  summary: 'Add a picture of the paper a change rests on, before anybody decides about it',
  permission: 'payments.ask_way',
  audit: 'payments.way_pictured',
  input: inRequest.extend({ file: z.file() }),
  output: z.object({ pictures: z.int() }),
  problems: {
    ...intakeProblems,
    ...problems.of('way_request_not_found', 'way_request_settled', 'way_pictures_full'),
  },
})

export const downloadWayPicture = endpoint({
  method: 'GET',
  path: '/way-requests/{id}/pictures/{number}',
  summary: 'A picture of the paper a change rests on',
  permission: 'payroll.read',
  audit: 'payments.way_picture_read',
  input: inRequest.extend({ number: z.coerce.number().int().min(1).max(6) }),
  output: z.file(),
  problems: problems.of('way_request_not_found', 'way_picture_not_found'),
})

export const approveWay = endpoint({
  method: 'POST',
  path: '/way-requests/{id}/approval',
  summary: 'Approve a change as a second person; it counts after the days the law parameter says',
  permission: 'payments.decide_way',
  audit: 'payments.way_approved',
  input: inRequest.extend({
    /** Says that another name of the account, or others on it, have been looked at. */
    isSeen: z.boolean(),
  }),
  output: z.object({ effectiveOn: CivilDate }),
  problems: problems.of(
    'way_request_not_found',
    'way_request_settled',
    'way_by_second_person',
    'way_conflict',
    'way_changed_meanwhile',
    'way_not_usable',
    'way_needs_a_look',
    'way_called_wrong',
    'provider_missing',
    'payee_not_found',
    'payee_died',
  ),
})

export const refuseWay = endpoint({
  method: 'POST',
  path: '/way-requests/{id}/refusal',
  summary: 'Refuse a change, or stop one that was approved and does not count yet',
  permission: 'payments.decide_way',
  audit: 'payments.way_refused',
  input: inRequest.extend({ reason }),
  output: z.void(),
  problems: problems.of('way_request_not_found', 'way_request_settled', 'way_by_second_person'),
})

export const withdrawWay = endpoint({
  method: 'POST',
  path: '/way-requests/{id}/withdrawal',
  summary: 'Take a change back for the payee before it counts',
  permission: 'payments.ask_way',
  audit: 'payments.way_withdrawn',
  input: inRequest.extend({ reason }),
  output: z.void(),
  problems: problems.of('way_request_not_found', 'way_request_settled'),
})

export const recheckName = endpoint({
  method: 'POST',
  path: '/way-requests/{id}/name-check',
  summary: 'Ask the bank once more whose account it is',
  permission: 'payments.decide_way',
  audit: 'payments.name_checked',
  input: inRequest,
  output: z.object({ jobId: JobId }),
  problems: problems.of('way_request_not_found', 'way_request_settled'),
})

export const SharedAccount = z.object({
  bank: z.string(),
  account: z.string(),
  payees: z.array(Named),
  /** How many more live outside the units of whoever asks. */
  elsewhere: z.int(),
  /** When it was last called wrong, or a fraudster’s, for somebody who is paid there no more. */
  calledWrong: Instant.nullable(),
})
export type SharedAccount = z.infer<typeof SharedAccount>

export const listSharedAccounts = endpoint({
  method: 'GET',
  path: '/shared-accounts',
  summary: 'Accounts on which people are paid who have no tie, or that were called wrong for somebody',
  permission: 'payments.decide_way',
  audit: 'payments.shared_accounts_read',
  input: z.object({}),
  output: z.array(SharedAccount),
})

export const listBanks = endpoint({
  method: 'GET',
  path: '/banks',
  summary: 'The banks an account can be at, as NAPAS lists them',
  permission: 'payroll.read',
  input: z.object({}),
  output: z.array(z.object({ bin: z.string(), name: z.string() })),
})
