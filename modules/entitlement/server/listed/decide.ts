import { addMonths } from '#kernel/civil-date'
import { lock } from '#platform/server/request'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { listAwards } from '../../db/awards.ts'
import {
  decideListed,
  getListedAwardsForUpdate,
  type ListedAward,
  type ListOfUnit,
} from '../../db/listed-awards.ts'
import type { Which } from '../../listed-contract.ts'
import { problems } from '../../domain/problems.ts'
import { grantAwards } from '../grant-awards.ts'
import { awardFollowing, noteHeld } from './propose.ts'

/**
 * Confirms, as the second person, what a list says: the rows become awards by the decisions the list names, all or none.
 * Sent twice, it grants once. Who was granted the benefit meanwhile keeps that award.
 */
export async function confirmListed(
  ctx: Ctx,
  { which, ...list }: ListOfUnit & { which: Which },
): Promise<{ confirmed: number; held: number }> {
  const found = await lockRows(ctx, list, which)
  const rows = found.filter(({ state }) => state === 'proposed' || state === 'sent_back')
  await assertInSight(ctx, rows)
  const awards = await listAwards(ctx, [...new Set(rows.map(({ personId }) => personId))])
  const [held, fresh]: [string[], ListedAward[]] = [[], []]
  const opening = new Set<string>()
  for (const row of rows) {
    const { id, personId, benefit, firstMonth: from } = row
    const own = awards.filter((award) => award.personId === personId)
    const following = awardFollowing(own, { benefit, from })
    const key = `${personId} ${benefit}`
    if (following) noteHeld(ctx, { personId, awardId: following.id, benefit, from, requestId: id })
    if (following || opening.has(key)) held.push(id)
    else fresh.push(row)
    opening.add(key)
  }
  const opened = await grantAwards(
    ctx,
    fresh.map(({ id, decisionNumber, signedOn, signerTitle, areaId, ...row }) => ({
      personId: row.personId,
      benefit: row.benefit,
      from: row.firstMonth,
      paidFrom: row.paidThrough && addMonths(row.paidThrough, 1),
      decision: { number: decisionNumber, signedOn, signerTitle, areaId, requestId: id, source: 'import' },
    })),
  )
  for (const [index, { id, personId, benefit, firstMonth: from, paidThrough }] of fresh.entries()) {
    const { awardId } = opened[index]! // A grant in, an award out.
    ctx.emit({ type: 'entitlement.award_granted', personId, benefit, from, awardId })
    ctx.audit({
      action: 'entitlement.listed_award_confirmed',
      personId,
      subject: id,
      details: { benefit, from, awardId, ...(paidThrough && { paidThrough }) },
    })
  }
  await decideListed(ctx, { ids: fresh.map(({ id }) => id), state: 'confirmed' })
  await decideListed(ctx, { ids: held, state: 'held' })
  return { confirmed: fresh.length, held: held.length }
}

/** Sends back what a list says: it stays without an award, and whoever brought it reads why. */
export async function sendBackListed(
  ctx: Ctx,
  { which, reason, ...list }: ListOfUnit & { which: Which; reason: string },
): Promise<{ sentBack: number }> {
  const found = await lockRows(ctx, list, which)
  assertOpen(found.filter(({ state }) => state === 'confirmed' || state === 'held'))
  const rows = found.filter(({ state }) => state === 'proposed')
  for (const { id, personId, benefit } of rows)
    ctx.audit({ action: 'entitlement.listed_award_sent_back', personId, subject: id, details: { benefit } })
  await decideListed(ctx, { ids: rows.map(({ id }) => id), state: 'sent_back', reason })
  return { sentBack: rows.length }
}

/** One decision about a list at a time; the rows meant are those that were seen, and none of them is one’s own. */
async function lockRows(ctx: Ctx, list: ListOfUnit, which: Which): Promise<ListedAward[]> {
  await lock(ctx, `entitlement.listed ${list.importId} ${list.areaId}`)
  const ids = 'ids' in which ? which.ids : undefined
  const rows = await getListedAwardsForUpdate(ctx, list, ids)
  if (ids && rows.length !== new Set(ids).size) throw problems('award_list_not_found', { ...list })
  if ('waiting' in which && rows.length > 0 && rows.length !== which.waiting)
    throw problems('award_list_changed', { waiting: rows.length })
  const { userId } = ctx.actor
  if (rows.some(({ broughtBy, appliedBy }) => broughtBy === userId || appliedBy === userId))
    throw problems('award_list_own')
  return rows
}

function assertOpen(decided: readonly ListedAward[]) {
  if (decided.length > 0)
    throw problems('listed_award_decided', { rows: decided.map(({ rowNumber }) => rowNumber) })
}

/** Nobody gives money to people they cannot see. */
async function assertInSight(ctx: Ctx, rows: readonly ListedAward[]) {
  const seen = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const gone = rows.filter(({ personId }) => !seen.has(personId))
  if (gone.length > 0)
    throw problems('listed_award_out_of_sight', { rows: gone.map(({ rowNumber }) => rowNumber) })
}
