import { sql } from 'kysely'
import type { z } from 'zod'
import { addSeconds, Month } from '#kernel/civil-date'
import { dueIn, replayPersonMonths, type Benefit } from '#modules/entitlement'
import type { World } from '#testing/world'
import * as api from './contract.ts'
import { getApplicationForUpdate } from './db/applications.ts'
import type { DecisionKind } from './domain/procedure.ts'
import { appealUpheld, takeUpAgain } from './server/take-up-again.ts'

/** A command on a file as it was last read. */
export function act(id: string, version: number, action: string) {
  return { id: id as api.ApplicationId, version, action, requestId: crypto.randomUUID() }
}

/** The version of a file now. */
export async function versionOf(world: World, id: string): Promise<number> {
  return (await world.call(api.getApplication, { id: id as api.ApplicationId })).version
}

/** Takes an action of the step a file stands in. */
export async function take(world: World, id: string, action: string, more: object = {}) {
  return world.call(api.takeAction, { ...act(id, await versionOf(world, id), action), ...more })
}

type Draft = {
  readonly action: string
  readonly kind: DecisionKind
  readonly detail?: z.input<typeof api.DecisionDetail>
  readonly reasons?: readonly string[]
  readonly benefit?: Benefit
  readonly lastMonth?: Month
  readonly payeeId?: string
  readonly deviation?: string
}

/** Drafts a decision in a file as it is now. */
export async function propose(world: World, id: string, { action, reasons = [], ...draft }: Draft) {
  return world.call(api.proposeDecision, {
    ...act(id, await versionOf(world, id), action),
    ...draft,
    reasons: [...reasons],
  })
}

/** Signs one decision that was read; whatever was left is an error of the test. */
export async function sign(world: World, proposalId: string) {
  const { signed, left } = await world.call(api.signDecisions, {
    ids: [proposalId as api.ProposalId],
    isRead: true,
    requestId: crypto.randomUUID(),
  })
  if (left.length > 0) throw new Error(`Left: ${JSON.stringify(left)}`)
  return signed[0]!
}

/** The words of the paper that was frozen with a number. */
export async function wordsOf(world: World, documentId: string): Promise<string> {
  const { rows } = await sql<{ content: { paper: unknown } }>`
    select content from applications.document where id = ${documentId}`.execute(world.ctx.db())
  return JSON.stringify(rows[0]!.content.paper).replaceAll('\u00a0', ' ')
}

export async function awardsOf(world: World, personId: string) {
  const { rows } = await sql<{ benefit: string; during: string; areaId: number; closeReason: string | null }>`
    select benefit, during::text, area_id, close_reason from entitlement.award
    where person_id = ${personId} and retracted_at is null and not isempty(during) order by benefit, during`.execute(
    world.ctx.db(),
  )
  return rows
}

/** What the law pays somebody in a month by everything recorded now. */
export async function dueOf(world: World, personId: string, month: string): Promise<Record<string, number>> {
  const { ctx } = world
  const [row] = await replayPersonMonths(ctx, [personId], [Month.parse(month)], addSeconds(ctx.now, 1))
  return Object.fromEntries((row ? dueIn(row) : []).map(({ component, amount }) => [component, amount]))
}

/** An appeal against the last decision of a file was upheld: the file is decided once more. */
export async function upheld({ ctx }: World, id: string) {
  await takeUpAgain(ctx, await getApplicationForUpdate(ctx, id), {
    kind: appealUpheld,
    reason: 'Chấp nhận khiếu nại.',
  })
}
