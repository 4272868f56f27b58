import { sql, type Insertable, type Selectable } from 'kysely'
import { newId } from '#kernel/chance'
import type { Ctx } from '#platform/server/context'
import { withinArea } from '#platform/server/scope'
import type { ApplicationsTables, ProposalRow } from './tables.ts'

export type Proposal = Selectable<ProposalRow>

function select(ctx: Ctx) {
  return seen(ctx).where(withinArea(ctx, 'proposal.area_id'))
}

function seen(ctx: Ctx) {
  const query = ctx.db<ApplicationsTables>().selectFrom('applications.proposal as proposal').selectAll()
  return ctx.actor.permissions.has('people.read_confidential')
    ? query
    : query.where('proposal.isConfidential', '=', false)
}

export async function insertProposals(ctx: Ctx, rows: readonly Insertable<ProposalRow>[]): Promise<string[]> {
  const inserted = await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.proposal')
    .values(rows.map((row) => ({ id: newId(), ...row })))
    .returning('id')
    .execute()
  return inserted.map(({ id }) => id)
}

export function findProposal(ctx: Ctx, id: string): Promise<Proposal | undefined> {
  return select(ctx).where('proposal.id', '=', id).executeTakeFirst()
}

/** These proposals, locked in the order of their ids. */
export function listProposalsForUpdate(ctx: Ctx, ids: readonly string[]): Promise<Proposal[]> {
  return select(ctx)
    .where(sql<boolean>`proposal.id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The last proposal of a file that is seen, settled or not, whichever unit drafted it. */
export function findLastProposal(ctx: Ctx, applicationId: string): Promise<Proposal | undefined> {
  return seen(ctx)
    .where('applicationId', '=', applicationId)
    .orderBy('draftedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** A draft or a signed decision of a file, by whichever unit and however confidential: whom it is about stays. */
export function findBinding(ctx: Ctx, applicationId: string): Promise<Pick<Proposal, 'state'> | undefined> {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.proposal')
    .select('state')
    .where('applicationId', '=', applicationId)
    .where('state', 'in', ['drafted', 'signed'])
    .limit(1)
    .executeTakeFirst()
}

/** Who sat in the last council of the actor’s units, present or not. */
export async function findLastCouncil(ctx: Ctx): Promise<{ office: string; name: string }[] | undefined> {
  const last = await select(ctx)
    .where('kind', '=', 'certify')
    .where(
      sql<boolean>`jsonb_array_length(coalesce(proposal.terms #> '{detail,meeting,people}', '[]'::jsonb)) > 0`,
    )
    .orderBy('draftedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const detail = last?.terms.detail
  return detail?.kind === 'certify'
    ? detail.meeting?.people.map(({ office, name }) => ({ office, name }))
    : undefined
}

/** What was signed for these people to be given once, told or not to whoever signs: only that it was given matters. */
export function listSupportsSigned(ctx: Ctx, personIds: readonly string[]) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.proposal as proposal')
    .select(['personId', 'applicationId', 'terms'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('kind', '=', 'support')
    .where('state', '=', 'signed')
    .execute()
}

/** What was signed last about the monthly amounts of these people, the latest first. */
export function listAmountsSigned(ctx: Ctx, personIds: readonly string[]) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.proposal as proposal')
    .select(['personId', 'benefit', 'terms'])
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('kind', 'in', ['grant', 'adjust', 'resume'])
    .where('state', '=', 'signed')
    .orderBy('settledAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

type Place = { readonly dueAt: string | null; readonly id: string }

/** What waits for a signature, the most urgent first. */
export function listDrafted(
  ctx: Ctx,
  {
    areaIds,
    after,
    limit,
  }: { areaIds?: readonly number[] | undefined; after?: Place | undefined; limit: number },
): Promise<Proposal[]> {
  let query = select(ctx).where('state', '=', 'drafted')
  if (areaIds) query = query.where(sql<boolean>`proposal.area_id = any(${[...areaIds]}::integer[])`)
  if (after)
    query = query.where(
      sql<boolean>`(coalesce(proposal.due_at, 'infinity'::timestamptz), proposal.id) > (${after.dueAt ?? 'infinity'}::timestamptz, ${after.id}::uuid)`,
    )
  return query
    .orderBy(sql`coalesce(proposal.due_at, 'infinity'::timestamptz)`)
    .orderBy('proposal.id')
    .limit(limit)
    .execute()
}

export async function countDrafted(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from applications.proposal where state = 'drafted' and ${withinArea(ctx, 'proposal.area_id')} limit 1000
    ) as waiting`.execute(ctx.db())
  return rows[0]!.count // A count has a row.
}

/** Settles proposals that are locked: signed, or sent back with a reason. */
export async function settle(
  ctx: Ctx,
  ids: readonly string[],
  what:
    | { readonly state: 'signed' }
    | { readonly state: 'returned' | 'withdrawn'; readonly returnReason: string },
) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.proposal')
    .set({ ...what, settledAt: ctx.now, settledBy: ctx.actor.userId, settledName: ctx.actor.name })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Takes back what is drafted in a file, because something else takes its place. */
export async function withdrawDrafted(ctx: Ctx, applicationId: string, reason: string) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.proposal')
    .set({
      state: 'withdrawn',
      returnReason: reason,
      settledAt: ctx.now,
      settledBy: ctx.actor.userId || null,
      settledName: ctx.actor.name,
    })
    .where('applicationId', '=', applicationId)
    .where('state', '=', 'drafted')
    .execute()
}
