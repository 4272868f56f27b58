import { sql } from 'kysely'
import type { CivilDate, Instant, Month } from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { anyOf, plannedFor } from '#platform/server/planned-once'
import type { Benefit } from '../domain/determination.ts'
import type { SuspensionGround } from '../domain/suspension-grounds.ts'
import type { DecisionKind, EntitlementTables } from './tables.ts'

/** Why an award ended. */
export const closeReasons = ['died', 'ineligible', 'moved', 'refused', 'sentence', 'other'] as const
export type CloseReason = (typeof closeReasons)[number]

/** An award as it was recorded: what a decision opened, and perhaps another closed. */
export type Award = {
  readonly id: string
  readonly personId: string
  readonly benefit: Benefit
  readonly payeeId: string
  readonly areaId: number
  readonly openedBy: string
  readonly closedBy: string | null
  readonly closeReason: string | null
  readonly during: Period
  /** The first day of the first month this system pays, where lists of before paid those up to it. */
  readonly paidFrom: CivilDate | null
  /** The first day of the first month not paid, while a decision suspends the award. */
  readonly suspendedFrom: CivilDate | null
  readonly suspendReason: SuspensionGround | null
  readonly suspendedBy: string | null
  /** The decision that last let it go on after a suspension. */
  readonly resumedBy: string | null
  readonly recordedAt: Instant
  readonly retractedAt: Instant | null
}

/** An award that no decision suspends. */
export const notSuspended = { suspendedFrom: null, suspendReason: null, suspendedBy: null } as const

type Paying = Pick<Award, 'during' | 'paidFrom' | 'suspendedFrom'>

/**
 * The months an award pays for, if its right holds: not those of a suspension, nor those that were paid by lists of before.
 * Undefined where it pays none.
 */
export function paidDuring({ paidFrom, ...award }: Paying): Period | undefined {
  const granted = grantedDuring(award)
  if (!granted || paidFrom === null) return granted
  return granted.until === null || granted.until > paidFrom ? { ...granted, from: paidFrom } : undefined
}

/** The months for which an award gives something, whoever paid them. */
export function grantedDuring({ during, suspendedFrom }: Omit<Paying, 'paidFrom'>): Period | undefined {
  if (suspendedFrom === null) return during
  return suspendedFrom > during.from! ? { ...during, until: suspendedFrom } : undefined // An award has a first month.
}

export type LegalBasis = {
  readonly ruleSet: string
  readonly rules: readonly string[]
  readonly citations: readonly string[]
}

export type DecisionRow = {
  readonly id: string
  readonly kind: DecisionKind
  readonly number: string
  readonly signedOn: CivilDate
  readonly signerTitle: string
  readonly areaId: number
  readonly personId: string | null
  /** What a refusal is about. */
  readonly benefit: Benefit | null
  readonly effective: Month
  readonly reason: string
  readonly legalBasis: LegalBasis
  readonly source: string
  readonly requestId: string | null
  readonly recordedAt: Instant
  readonly recordedBy: string | null
}

const awardColumns = [
  'id',
  'personId',
  'benefit',
  'payeeId',
  'areaId',
  'openedBy',
  'closedBy',
  'closeReason',
  'during',
  'paidFrom',
  'suspendedFrom',
  'suspendReason',
  'suspendedBy',
  'resumedBy',
  'recordedAt',
  'retractedAt',
] as const

/** The awards of these people, as they are known now or were known at a moment; grants that never took effect are left out. */
export async function listAwards(
  ctx: Ctx,
  personIds: readonly string[],
  knownAt?: Instant,
): Promise<Award[]> {
  let query = ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.award')
    .select(awardColumns)
    .where('personId', '=', anyOf(personIds))
    .where(sql<boolean>`not isempty(during)`)
    .orderBy('personId')
    .orderBy('benefit')
    .orderBy('during')
    .orderBy('id')
    .modifyEnd(plannedFor(personIds))
  query = knownAt
    ? query
        .where('recordedAt', '<=', knownAt)
        .where(sql<boolean>`(retracted_at is null or retracted_at > ${knownAt})`)
    : query.where('retractedAt', 'is', null)
  return query.execute()
}

/**
 * Whoever lives in these units and has an award that lasts on a day, suspended or not, and which benefits: as a list of
 * payment counts them, whichever office decided. Of whom no home is known the unit that decided counts. Whose record was merged
 * into another is that other one.
 */
export async function listPaidIn(
  ctx: Ctx,
  areaIds: readonly number[],
  day: CivilDate,
): Promise<{ personId: string; benefits: Benefit[] }[]> {
  const { rows } = await sql<{ personId: string; benefits: Benefit[] }>`
    select holder.person_id, array_agg(distinct benefit) as benefits
    from entitlement.award, lateral (select coalesce(award.holder_id, award.person_id) as person_id) as holder
    left join entitlement.standing on standing.person_id = holder.person_id and standing.during @> ${day}::date
    where coalesce(standing.area_id, award.area_id) = any(${[...areaIds]}::integer[])
      and retracted_at is null and beside_id is null and award.during @> ${day}::date
    group by holder.person_id`.execute(ctx.db())
  return rows
}

/** The awards of a benefit that these units pay in a month or later, as far as they are known now. */
export async function listAwardsPaidBy(
  ctx: Ctx,
  { areaIds, benefit, from }: { areaIds: readonly number[]; benefit: Benefit; from: CivilDate },
): Promise<Award[]> {
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.award')
    .select(awardColumns)
    .where('benefit', '=', benefit)
    .where('retractedAt', 'is', null)
    .where(sql<boolean>`area_id = any(${[...areaIds]}::integer[])`)
    .where(sql<boolean>`not isempty(during) and (upper_inf(during) or upper(during) > ${from}::date)`)
    .orderBy('personId')
    .orderBy('during')
    .execute()
}

/** Every award of one benefit these people ever had, former knowledge included. */
export async function listAwardsEverHad(
  ctx: Ctx,
  personIds: readonly string[],
  benefit: Benefit,
): Promise<Award[]> {
  if (personIds.length === 0) return []
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.award')
    .select(awardColumns)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('benefit', '=', benefit)
    .where(sql<boolean>`not isempty(during)`)
    .orderBy('personId')
    .orderBy('during')
    .orderBy('id')
    .execute()
}

/** Which of these people, or of all, ever had an award of a benefit, former knowledge included. */
export async function listHolders(
  ctx: Ctx,
  benefit: Benefit,
  personIds?: readonly string[],
): Promise<string[]> {
  if (personIds?.length === 0) return []
  const among = personIds ? sql`and person_id = any(${[...personIds]}::uuid[])` : sql``
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from entitlement.award where benefit = ${benefit} ${among}`.execute(ctx.db())
  return rows.map(({ personId }) => personId)
}

/** What a request did before: an award it opened, closed, suspended or resumed. */
export type AwardOfRequest = {
  readonly requestId: string
  readonly kind: DecisionKind
  readonly awardId: string
  readonly personId: string
  readonly benefit: Benefit
}

export async function findAwardsOfRequests(
  ctx: Ctx,
  requestIds: readonly string[],
): Promise<AwardOfRequest[]> {
  if (requestIds.length === 0) return []
  const { rows } = await sql<AwardOfRequest>`
    with asked as materialized (
      select id, kind, request_id from entitlement.decision where request_id = any(${[...requestIds]}::uuid[])
    )
    select request_id, kind, award_id, person_id, benefit from (
      ${sql.join(
        ['opened_by', 'closed_by', 'suspended_by', 'resumed_by'].map(
          (by) => sql`
            select asked.request_id, asked.kind, award.id as award_id, award.person_id, award.benefit, award.recorded_at
            from asked join entitlement.award on award.${sql.ref(by)} = asked.id`,
        ),
        sql` union all `,
      )}
    ) as done
    order by recorded_at`.execute(ctx.db())
  return rows
}

export async function insertDecisions(ctx: Ctx, decisions: readonly DecisionRow[]) {
  await sql`
    insert into entitlement.decision (id, kind, number, signed_on, signer_title, area_id, person_id, benefit, effective,
      reason, legal_basis, source, request_id, recorded_at, recorded_by)
    select id, kind, number, "signedOn", "signerTitle", "areaId", "personId", benefit, effective, reason,
      "legalBasis", source, "requestId", "recordedAt", "recordedBy"
    from json_to_recordset(${JSON.stringify(decisions)}::json) as row (id uuid, kind text, number text, "signedOn" date,
      "signerTitle" text, "areaId" integer, "personId" uuid, benefit text, effective text, reason text, "legalBasis" jsonb,
      source text, "requestId" uuid, "recordedAt" timestamptz, "recordedBy" uuid)`.execute(ctx.db())
}

/** An award about to be recorded; its time as SQL writes it, `empty` where a grant never took effect. */
export type NewAward = Omit<Award, 'during' | 'retractedAt'> & { readonly during: string }

export async function insertAwards(ctx: Ctx, awards: readonly NewAward[]) {
  await sql`
    insert into entitlement.award (id, person_id, benefit, payee_id, area_id, opened_by, closed_by, close_reason,
      during, paid_from, suspended_from, suspend_reason, suspended_by, resumed_by, recorded_at)
    select id, "personId", benefit, "payeeId", "areaId", "openedBy", "closedBy", "closeReason", during,
      case when not isempty(during) then "paidFrom" end, "suspendedFrom",
      "suspendReason", "suspendedBy", "resumedBy", "recordedAt"
    from json_to_recordset(${JSON.stringify(awards)}::json) as row (id uuid, "personId" uuid, benefit text,
      "payeeId" uuid, "areaId" integer, "openedBy" uuid, "closedBy" uuid, "closeReason" text, during daterange,
      "paidFrom" date, "suspendedFrom" date, "suspendReason" text, "suspendedBy" uuid, "resumedBy" uuid, "recordedAt" timestamptz)`.execute(
    ctx.db(),
  )
}

/** Awards that will be retracted in a moment, locked until then. */
export async function listAwardsForUpdate(ctx: Ctx, personIds: readonly string[]): Promise<Award[]> {
  return ctx
    .db<EntitlementTables>()
    .selectFrom('entitlement.award')
    .select(awardColumns)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where(sql<boolean>`not isempty(during)`)
    .where('retractedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** What was believed until now is so no more. */
export async function retract(ctx: Ctx, awards: readonly { readonly id: string; readonly at: Instant }[]) {
  await sql`
    update entitlement.award set retracted_at = gone.at
    from json_to_recordset(${JSON.stringify(awards)}::json) as gone (id uuid, at timestamptz)
    where award.id = gone.id`.execute(ctx.db())
}
