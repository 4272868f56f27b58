import { sql } from 'kysely'
import { dayOf, type CivilDate } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { listAwards } from '#modules/entitlement'
import {
  confidentialKinds,
  contactsOf,
  loadHistories,
  membersNow,
  type Contact,
  type Evidence,
  type PersonHistory,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Known, KnownFact } from '../contract.ts'
import { lastConfirmed } from '../db/rows.ts'

export type Way = {
  readonly personId: string
  readonly method: string
  readonly bank: string | null
  readonly account: string | null
  readonly receiver: string | null
  readonly receiverUntil: CivilDate | null
}

/** How these people are paid, as payroll publishes it. */
export async function waysOf(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, Way>> {
  const { rows } = await sql<Way>`
    select person_id, method, bank, account, receiver ->> 'fullName' as receiver, receiver_until
    from payroll.public_channel where person_id = any(${[...personIds]}::uuid[])`.execute(ctx.db())
  return new Map(rows.map((row) => [row.personId, row]))
}

/** What the register knows today of these people that a reviewer asks about; nothing confidential, whoever reads it. */
export async function knownOf(ctx: Ctx, personIds: readonly string[]): Promise<Map<string, Known>> {
  if (personIds.length === 0) return new Map()
  const histories = new Map((await loadHistories(ctx, personIds)).map((one) => [one.personId, one]))
  const contacts = await contactsOf(ctx, personIds)
  const ways = await waysOf(ctx, personIds)
  const awards = Map.groupBy(await listAwards(ctx, personIds), ({ personId }) => personId)
  const households = await householdsOf(ctx, personIds)
  const confirmed = await lastConfirmed(ctx, personIds)
  return new Map(
    personIds.map((id) => [
      id,
      {
        benefits: [
          ...new Set(
            (awards.get(id) ?? [])
              .filter(({ during }) => contains(during, ctx.today))
              .map(({ benefit }) => benefit),
          ),
        ],
        household: households.get(id) ?? null,
        facts: factsOf(ctx, histories.get(id)),
        ...contactOf(contacts.get(id)),
        way: wayOf(ways.get(id)),
        confirmedOn: confirmed.get(id)?.confirmedOn ?? null,
      },
    ]),
  )
}

function contactOf(contact: Contact | undefined) {
  return {
    hasNumber: contact?.hasPersonalId ?? false,
    isVerified: contact?.isVerified ?? false,
    phone: contact?.phone ?? null,
  }
}

function wayOf(way: Way | undefined): Known['way'] {
  if (!way) return null
  const { method, bank, account, receiver, receiverUntil } = way
  return { method, bank, accountEnd: account?.slice(-4) ?? null, receiver, receiverUntil }
}

function factsOf(ctx: Ctx, history: PersonHistory | undefined): KnownFact[] {
  return (history?.circumstances ?? [])
    .filter(
      ({ kind, retractedAt, during }) =>
        retractedAt === null && contains(during, ctx.today) && !confidentialKinds.has(kind),
    )
    .map(({ kind, detail, during, recordedAt, evidence }) => ({
      kind,
      detail: { ...detail },
      since: during.from,
      until: during.until,
      recordedOn: dayOf(recordedAt),
      paper: paperOf(detail, evidence),
    }))
}

function paperOf(detail: Readonly<Record<string, unknown>>, evidence: Evidence | null): string | null {
  if (evidence) return [evidence.document, evidence.number].filter(Boolean).join(' ')
  const named = detail['certificate'] ?? detail['decision']
  return typeof named === 'string' ? named : null
}

async function householdsOf(
  ctx: Ctx,
  personIds: readonly string[],
): Promise<Map<string, NonNullable<Known['household']>>> {
  const members = await membersNow(ctx, { personIds })
  const byHousehold = Map.groupBy(members, ({ householdId }) => householdId)
  return new Map(
    members.map(({ personId, householdId, code }) => [
      personId,
      {
        code,
        members: (byHousehold.get(householdId) ?? []).map(({ fullName, relationToHead, isHead }) => ({
          name: fullName,
          relation: relationToHead,
          isHead,
        })),
      },
    ]),
  )
}
