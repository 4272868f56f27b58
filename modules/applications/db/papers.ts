import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import type { Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { anyOf, plannedFor } from '#platform/server/planned-once'
import type { PaperState } from '../domain/paper.ts'
import type { ApplicationsTables } from './tables.ts'

type PaperRow = {
  readonly kind: string
  readonly state: PaperState
  readonly fileId: string | null
  readonly name: string | null
  readonly note: string | null
  readonly recordedAt: string
  readonly recordedBy: string
}

/** The papers of a file as they stand now. */
export function listPapers(ctx: Ctx, applicationId: string) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.paper')
    .select(['kind', 'state', 'fileId', 'name', 'note', 'recordedAt', 'recordedBy'])
    .where('applicationId', '=', applicationId)
    .where('replacedAt', 'is', null)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
}

export type NewPaper = Pick<PaperRow, 'kind' | 'state' | 'fileId' | 'note'> & Partial<Pick<PaperRow, 'name'>>

/** Records how papers stand; a file that came before stays with the paper where no other comes, and so does its name. */
export async function insertPapers(ctx: Ctx, applicationId: string, papers: readonly NewPaper[]) {
  if (papers.length === 0) return
  const before = new Map((await listPapers(ctx, applicationId)).map((paper) => [paper.kind, paper]))
  await dropPapers(
    ctx,
    applicationId,
    papers.map(({ kind }) => kind),
  )
  await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.paper')
    .values(
      papers.map((paper) => ({
        id: newId(),
        ...paper,
        applicationId,
        fileId: paper.fileId ?? before.get(paper.kind)?.fileId ?? null,
        name: before.get(paper.kind)?.name ?? paper.name ?? null,
        recordedAt: ctx.now,
        recordedBy: ctx.actor.name,
        replacedAt: null,
      })),
    )
    .execute()
}

/** From now on these papers are no part of a file, or others stand in their place. */
export async function dropPapers(ctx: Ctx, applicationId: string, kinds: readonly string[]) {
  if (kinds.length === 0) return
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.paper')
    .set({ replacedAt: ctx.now })
    .where('applicationId', '=', applicationId)
    .where('replacedAt', 'is', null)
    .where('kind', 'in', kinds)
    .execute()
}

/** The times in which these files waited for papers, the oldest first. */
export function listPauses(ctx: Ctx, applicationIds: readonly string[]) {
  return ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.pause')
    .select(['applicationId', 'beganAt', 'endedAt'])
    .where('applicationId', '=', anyOf(applicationIds))
    .orderBy('beganAt')
    .modifyEnd(plannedFor(applicationIds))
    .execute()
}

export async function beginPause(ctx: Ctx, applicationId: string) {
  await ctx
    .db<ApplicationsTables>()
    .insertInto('applications.pause')
    .values({
      id: newId(),
      applicationId,
      beganAt: ctx.now,
      endedAt: null,
      requestedBy: ctx.actor.name,
    })
    .execute()
}

export async function endPause(ctx: Ctx, applicationId: string) {
  await ctx
    .db<ApplicationsTables>()
    .updateTable('applications.pause')
    .set({ endedAt: ctx.now })
    .where('applicationId', '=', applicationId)
    .where('endedAt', 'is', null)
    .execute()
}

/** Every step each of these files has been in. */
export async function listEntered(
  ctx: Ctx,
  applicationIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.event')
    .select(['applicationId', 'toStep'])
    .where('applicationId', '=', anyOf(applicationIds))
    .where('toStep', 'is not', null)
    .modifyEnd(plannedFor(applicationIds))
    .execute()
  const entered = new Map<string, Set<string>>()
  for (const { applicationId, toStep } of rows) {
    const steps = entered.get(applicationId) ?? new Set()
    entered.set(applicationId, steps.add(toStep!)) // Asked for above.
  }
  return entered
}

/**
 * When a paper was brought last to each of these files, where one came after the file: since it has been there, however often
 * it was looked at. What the State holds, and what no list names, is waited for by nobody.
 */
export async function listBrought(
  ctx: Ctx,
  applicationIds: readonly string[],
): Promise<Map<string, Instant>> {
  if (applicationIds.length === 0) return new Map()
  const { rows } = await sql<{ applicationId: string; broughtAt: Instant }>`
    with paper as (
      select application_id, kind, recorded_at, state in ('provided', 'accepted') as is_there,
        max(recorded_at) filter (where state in ('missing', 'rejected')) over (partition by application_id, kind) as lacking_at
      from applications.paper where application_id = ${anyOf(applicationIds)} and kind !~ '^other(-[0-9]+)?$'
    ), brought as (
      select application_id, min(recorded_at) as at from paper
      where is_there and (lacking_at is null or recorded_at > lacking_at) group by application_id, kind
    )
    select brought.application_id, max(brought.at) as brought_at
    from brought join applications.event as received
      on received.application_id = brought.application_id and received.kind = 'received'
    where brought.at > received.at group by brought.application_id ${plannedFor(applicationIds)}`.execute(
    ctx.db(),
  )
  return new Map(rows.map(({ applicationId, broughtAt }) => [applicationId, broughtAt]))
}
