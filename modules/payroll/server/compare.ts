import type { Client } from 'pg'
import { lastDayOf } from '#kernel/civil-date'
import { benefitOf, listEndings, listOpenings, type Component } from '#modules/entitlement'
import { successionOf } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  insertArrearsChanges,
  insertChanges,
  listMovements,
  rememberUnits,
  type MovementRow,
} from '../db/movements.ts'
import { explainAwaiting, explainMovement, type Change, type Opening } from '../domain/changes.ts'
import type { Frame } from './frame.ts'
import { homesAtEnd } from './homes.ts'
import type { Findings } from './drawing.ts'
import { inBatches } from './in-batches.ts'

const peopleAtOnce = 5000

/** Says, person by person, why the run differs from the month before; in the first month there is nothing to say. */
export async function compareWithMonthBefore(
  { source, sink, reader }: { readonly source: Client; readonly sink: Client; readonly reader: Ctx },
  frame: Frame,
  { awaiting }: Findings,
) {
  if (frame.isFirst) return
  await rememberUnits(sink, frame.units)
  await insertArrearsChanges(sink, frame)
  const changes: Change[] = []
  const movements = await listMovements(sink, frame)
  const ids = [...new Set(movements.filter(({ now }) => !now).map(({ personId }) => personId))]
  const homes = await homesAtEnd(source, frame, ids)
  const gone = await whyGone(reader, ids)
  const come = await whyCome(reader, movements)
  const partsOf = await partsOfDivided(reader, frame, movements)
  for (const movement of movements) {
    const home = homes.get(movement.personId)
    const unit = movement.now?.areaId ?? home
    changes.push(
      ...explainMovement({
        ...movement,
        isByTerritory: unit !== undefined && !!partsOf.get(movement.formerAreaId)?.includes(unit),
        movedTo: home === undefined || frame.units.has(home) ? undefined : home,
        diedOn: gone.deaths.get(movement.personId),
        opening: movement.now && come.get(movement.now.awardId),
        closing: gone.endings.get(`${movement.personId} ${benefitOf[movement.component as Component]}`),
      }),
    )
  }
  changes.push(...awaiting.map(explainAwaiting))
  await insertChanges(sink, frame, changes)
}

/** Of each unit people were paid in the month before and that was divided since: the parts it has become. */
async function partsOfDivided(
  reader: Ctx,
  { month }: Frame,
  movements: readonly MovementRow[],
): Promise<ReadonlyMap<number | undefined, readonly number[]>> {
  const former = new Set(movements.flatMap(({ formerAreaId }) => formerAreaId ?? []))
  const succession = await successionOf(reader)
  const parts = Array.from(former, (id) => [id, succession.partsOn(id, lastDayOf(month))] as const)
  return new Map(parts.filter(([, { length }]) => length > 1))
}

/** Deaths, and the decisions that ended awards, of those who get nothing any more. */
async function whyGone(reader: Ctx, ids: readonly string[]) {
  const deaths = new Map<string, Frame['knownOn']>()
  const endings = new Map<string, ReturnType<typeof closingOf>>()
  for (const batch of inBatches(ids, peopleAtOnce)) {
    for (const { id, diedOn } of (await summariesOf(reader, batch)).values())
      if (diedOn) deaths.set(id, diedOn)
    for (const ending of await listEndings(reader, batch))
      endings.set(`${ending.personId} ${ending.benefit}`, closingOf(ending))
  }
  return { deaths, endings }
}

/** The decisions that gave an award to those who got nothing the month before. */
async function whyCome(reader: Ctx, movements: Awaited<ReturnType<typeof listMovements>>) {
  const ids = movements.flatMap(({ before, now }) => (now && !before ? [now.awardId] : []))
  const openings = new Map<string, Opening>()
  for (const batch of inBatches(ids, peopleAtOnce))
    for (const { awardId, decisionId, number, signedOn, isListed } of await listOpenings(reader, batch))
      openings.set(awardId, { decision: { id: decisionId, number, signedOn }, isListed })
  return openings
}

function closingOf({
  kind,
  closeReason,
  decisionId,
  number,
  signedOn,
}: Awaited<ReturnType<typeof listEndings>>[number]) {
  return {
    isSuspension: kind === 'suspend',
    reason: closeReason,
    decision: { id: decisionId, number, signedOn },
  }
}
