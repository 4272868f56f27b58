import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { circumstanceKinds, Evidence } from '../domain/circumstance.ts'
import { relationKinds } from '../domain/history.ts'
import { IdentifierKind } from '../domain/identifier.ts'
import { problems } from '../domain/problems.ts'
import { AreaView, identityOf, PeriodView, PersonId, PersonMention, RecordedView } from './shared.ts'

const IdentifierView = z.object({
  id: z.uuid(),
  kind: IdentifierKind,
  number: z.string(),
  verifiedOn: CivilDate.nullable(),
  /** What does not agree with the person («sai lệch»): to be looked into, never corrected by itself. */
  findings: z.array(z.object({ code: z.string(), year: z.int().optional(), usual: z.int().optional() })),
  ...RecordedView,
})

const RelationView = z.object({
  id: z.uuid(),
  kind: z.enum(relationKinds),
  /** `from`: this person is the parent, carer, collector or guardian; `to`: the other one is. */
  side: z.enum(['from', 'to']),
  other: PersonMention,
  detail: z.record(z.string(), z.unknown()),
  during: PeriodView,
  ...RecordedView,
})
export type RelationView = z.infer<typeof RelationView>

const MemberView = z.object({
  membershipId: z.uuid(),
  person: PersonMention,
  isHead: z.boolean(),
  relationToHead: z.string(),
  during: PeriodView,
})
export type MemberView = z.infer<typeof MemberView>

export const CircumstanceView = z.object({
  id: z.uuid(),
  /** `person`, or `household` for the poverty list. */
  subject: z.enum(['person', 'household']),
  kind: z.enum(circumstanceKinds as [string, ...string[]]),
  detail: z.record(z.string(), z.unknown()),
  during: PeriodView,
  evidence: Evidence.nullable(),
  ...RecordedView,
})
export type CircumstanceView = z.infer<typeof CircumstanceView>

export const PersonPage = z.object({
  id: PersonId,
  ...identityOf,
  ethnicGroup: z.string().nullable(),
  phone: z.string().nullable(),
  /** Where the identity comes from, since when it is known, and when a number was last checked. */
  identity: z.object({ ...RecordedView, verifiedOn: CivilDate.nullable() }),
  identifiers: z.array(IdentifierView),
  /** What the person was recorded as before. */
  formerIdentities: z.array(z.object({ ...identityOf, ...RecordedView, retractedAt: Instant })),
  home: AreaView.nullable(),
  village: z.string().nullable(),
  household: z.object({ id: z.uuid(), code: z.string(), members: z.array(MemberView) }).nullable(),
  poverty: z
    .object({
      level: z.enum(['poor', 'near_poor']),
      year: z.int(),
      decision: z.string().nullable(),
      during: PeriodView,
    })
    .nullable(),
  /** «Sống cùng» is the household; «họ hàng», «chăm sóc» and «nhận thay» are separate lists. */
  relations: z.object({
    livingWith: z.array(MemberView),
    relatives: z.array(RelationView),
    care: z.array(RelationView),
    collectors: z.array(RelationView),
  }),
  residences: z.array(
    z.object({
      id: z.uuid(),
      area: AreaView,
      village: z.string().nullable(),
      address: z.string().nullable(),
      during: PeriodView,
      ...RecordedView,
    }),
  ),
  circumstances: z.array(CircumstanceView),
  /** The record this one was merged into, under which the person is found now. */
  mergedInto: PersonMention.nullable(),
  /** Records that were merged into this one, with what was written and paid under them. */
  mergedFrom: z.array(PersonMention),
  /** The two days the page shows: true on, and known at the end of. */
  on: CivilDate,
  known: CivilDate,
})
export type PersonPage = z.infer<typeof PersonPage>

export const GetPerson = z.object({ id: PersonId, on: CivilDate.optional(), known: CivilDate.optional() })
export type GetPerson = z.infer<typeof GetPerson>

export const getPerson = endpoint({
  method: 'GET',
  path: '/people/{id}',
  summary: 'A person as they stood on a day, as it was known on a day',
  permission: 'people.read',
  audit: 'people.person_read',
  input: GetPerson,
  output: PersonPage,
  problems: problems.of('person_not_found', 'person_not_recorded_yet'),
})
