import { monthOf } from '#kernel/civil-date'
import { areaNames, communesOf } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import type { WaveView } from '../contract.ts'
import { countPayeesBy } from '../db/counts.ts'
import { listChanges, listHeld, listWaveRows } from '../db/waves.ts'
import { targetIn } from '../domain/wave.ts'

/** Every wave with its communes, targets and history, and where its payees stand. */
export async function listWaves(ctx: Ctx): Promise<WaveView[]> {
  const rows = await listWaveRows(ctx)
  if (rows.length === 0) return []
  const changes = Map.groupBy(
    await listChanges(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ waveId }) => waveId,
  )
  const counts = new Map(
    (
      await countPayeesBy(
        ctx,
        rows.flatMap(({ areaIds }) => areaIds),
      )
    ).flatMap((count) => (count.areaId === null ? [] : [[count.areaId, count]])),
  )
  const names = await areaNames(
    ctx,
    [...changes.values()].flat().flatMap(({ content }) => content.areaIds),
  )
  const nameOf = (id: number) => names.get(id) ?? ''
  const mayPlan = ctx.actor.permissions.has('cashless.plan')
  return rows.map(({ areaId, cancelledAt, areaIds, targets, ...wave }) => {
    const own = areaIds.flatMap((id) => counts.get(id) ?? [])
    return {
      ...wave,
      isCancelled: cancelledAt !== null,
      communes: areaIds.map((id) => ({ id, name: nameOf(id) })).toSorted(byName),
      targets: [...targets],
      payees: own.reduce((sum, { payees }) => sum + payees, 0),
      cashless: own.reduce((sum, { cashless }) => sum + cashless, 0),
      target: targetIn(targets, monthOf(ctx.today)) ?? null,
      changes: (changes.get(wave.id) ?? []).map(({ what, at, byName, reason, content }) => ({
        what,
        at,
        by: byName,
        reason,
        plan: { ...content, communes: content.areaIds.map(nameOf) },
      })),
      mayChange: mayPlan && cancelledAt === null && isWithinArea(ctx.actor, areaId),
    }
  })
}

/** The communes a plan can be made for, and whether a wave holds them this month or later. */
export async function listFreeCommunes(ctx: Ctx) {
  const ids = await communesOf(ctx, ctx.actor.areaId, ctx.today)
  const names = await areaNames(ctx, ids)
  const held = await listHeld(ctx, {
    id: undefined,
    areaIds: ids,
    firstMonth: monthOf(ctx.today),
    lastMonth: null,
  })
  const waves = new Map(held.map(({ areaId, wave }) => [areaId, wave]))
  const payees = new Map((await countPayeesBy(ctx, undefined)).map((count) => [count.areaId, count.payees]))
  return (
    ids
      .map((id) => ({
        id,
        name: names.get(id) ?? '',
        wave: waves.get(id) ?? null,
        payees: payees.get(id) ?? 0,
      }))
      // Where nobody is paid there is nobody to ask yet.
      .toSorted((one, other) => Number(other.payees > 0) - Number(one.payees > 0) || byName(one, other))
  )
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, 'vi')
