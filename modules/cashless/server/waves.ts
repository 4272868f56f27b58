import { firstDayOf, monthOf, type Month } from '#kernel/civil-date'
import { newId } from '#kernel/chance'
import { areaNames, communesOf } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import type { WaveId, WavePlan } from '../contract.ts'
import { findFirstCounted } from '../db/results.ts'
import {
  findOrdinaryStart,
  findPilotStart,
  findWaveOf,
  getWaveForUpdate,
  insertChange,
  insertWave,
  listHeld,
  listWaveRows,
  markCancelled,
  updateWave,
} from '../db/waves.ts'
import { problems } from '../domain/problems.ts'
import { areTargetsSound, inOrder } from '../domain/wave.ts'

/** Plans a wave of communes («lập đợt triển khai»). */
export async function planWave(ctx: Ctx, { requestId, ...plan }: WavePlan & { requestId: string }) {
  // Of two presses at once the second waits here, and finds what the first planned.
  await lock(ctx, 'cashless.plan')
  const before = await findWaveOf(ctx, requestId)
  if (before) return { id: before }
  const { areaId } = ctx.actor
  await assertFits(ctx, plan, { id: undefined, areaId })
  const id = newId() as WaveId // Just made for it.
  await insertWave(ctx, { id, requestId, areaId, plan })
  await insertChange(ctx, { waveId: id, version: 1, what: 'planned', content: plan, reason: null })
  ctx.emit({ type: 'cashless.wave_planned', waveId: id })
  return { id }
}

/** Makes a wave another one; what it was is in its history. */
export async function changeWave(
  ctx: Ctx,
  { id, version, reason, ...plan }: WavePlan & { id: WaveId; version: number; reason: string },
) {
  const { areaId } = await openWave(ctx, id, version)
  const [before] = await listWaveRows(ctx, { id })
  await assertFits(ctx, plan, { id, areaId, firstMonth: before?.firstMonth })
  const next = await updateWave(ctx, id, plan)
  await insertChange(ctx, { waveId: id, version: next, what: 'changed', content: plan, reason })
  ctx.emit({ type: 'cashless.wave_changed', waveId: id })
  return { version: next }
}

/** Gives a wave up; its communes may be planned anew. */
export async function cancelWave(
  ctx: Ctx,
  { id, version, reason }: { id: WaveId; version: number; reason: string },
) {
  await openWave(ctx, id, version)
  const [wave] = await listWaveRows(ctx, { id })
  const { name, isPilot, firstMonth, lastMonth, areaIds, targets } = wave! // It was locked just before.
  const content = { name, isPilot, firstMonth, lastMonth, areaIds, targets }
  const next = await markCancelled(ctx, id)
  await insertChange(ctx, { waveId: id, version: next, what: 'cancelled', content, reason })
  ctx.emit({ type: 'cashless.wave_cancelled', waveId: id })
}

async function openWave(ctx: Ctx, id: WaveId, version: number) {
  const wave = await getWaveForUpdate(ctx, id)
  if (wave.cancelledAt !== null) throw problems('wave_cancelled', { id })
  if (wave.version !== version) throw problems('wave_changed_meanwhile', { id, version: wave.version })
  return wave
}

/** A commune is in one wave at a time, whatever two people plan at once; pilots («thí điểm») come first. */
async function assertFits(
  ctx: Ctx,
  plan: WavePlan,
  own: { readonly id: string | undefined; readonly areaId: number; readonly firstMonth?: Month | undefined },
) {
  const { areaIds, firstMonth, lastMonth, isPilot, targets } = plan
  if (lastMonth !== null && lastMonth < firstMonth) throw problems('wave_months_reversed')
  if (!areTargetsSound(inOrder(targets), firstMonth)) throw problems('targets_not_rising')
  await lock(ctx, 'cashless.plan')
  const communes = new Set(await communesOf(ctx, ctx.actor.areaId, dayIn(ctx, firstMonth)))
  const foreign = areaIds.find((areaId) => !communes.has(areaId))
  if (foreign !== undefined) throw problems('area_not_yours', { areaId: foreign })
  const [held] = await listHeld(ctx, { id: own.id, areaIds, firstMonth, lastMonth })
  if (held) {
    const names = await areaNames(ctx, [held.areaId])
    throw problems('commune_in_another_wave', { commune: names.get(held.areaId), wave: held.wave })
  }
  const pilot = isPilot ? firstMonth : await findPilotStart(ctx, own)
  const ordinary = isPilot ? await findOrdinaryStart(ctx, own) : firstMonth
  if (pilot !== undefined && ordinary !== undefined && ordinary < pilot)
    throw problems('wave_before_pilot', { pilot, ordinary })
  // What began before is changed with the month it began in, whatever month it is now.
  if (firstMonth !== own.firstMonth) await assertNotTooEarly(ctx, firstMonth)
}

/** A pilot that runs already may be written down, as far back as the books go: its effect is read from them. */
async function assertNotTooEarly(ctx: Ctx, firstMonth: Month) {
  const [counted, now] = [await findFirstCounted(ctx), monthOf(ctx.today)]
  const earliest = counted !== undefined && counted < now ? counted : now
  if (firstMonth < earliest) throw problems('wave_too_early', { earliest })
}

/** Units are those of the month the wave begins in, or of today where that is past. */
function dayIn(ctx: Ctx, month: Month) {
  const first = firstDayOf(month)
  return first > ctx.today ? first : ctx.today
}
