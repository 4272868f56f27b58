import { addDays, monthOf, type CivilDate } from '#kernel/civil-date'
import { countOpenFilesIn } from '#modules/applications'
import { countAwardsIn, countAwardsOfPeople } from '#modules/entitlement'
import { foldName, successionOf, type ReformStep } from '#modules/geography'
import { listAssignedTo } from '#modules/identity'
import { countOnTheWay } from '#modules/payments'
import { countPayPointsIn, monthsAround, paidInUnits, paidToPeople } from '#modules/payroll'
import {
  countAtHome,
  countHouseholds,
  countHouseholdsInVillages,
  countInVillages,
  villagesOfPeople,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { noFigures, sumOf, type Figures, type UnitFigures } from '../domain/figures.ts'

/** Which recorded units each unit of a step stands for; one that an earlier step will begin, for those it comes from. */
export async function unitsBehind(
  ctx: Ctx,
  step: ReformStep,
  earlier: readonly ReformStep[],
): Promise<(areaId: number) => readonly number[]> {
  const succession = await successionOf(ctx)
  const behind = (areaId: number, on: CivilDate): number[] => {
    const into = earlier
      .flatMap(({ changes }) => changes)
      .filter(({ toId, effective }) => toId === areaId && effective < on)
    const own = succession.standsFor(areaId, addDays(on, -1))
    return [...new Set([...own, ...into.flatMap(({ fromId, effective }) => behind(fromId, effective))])]
  }
  const known = new Map<number, readonly number[]>()
  return (areaId) => {
    const found = known.get(areaId) ?? behind(areaId, step.on)
    known.set(areaId, found)
    return found
  }
}

/**
 * Counts what a step concerns, by the units that end and by those they become: the sums are the same, or something would be
 * lost. Nothing is written, and nobody is named.
 */
export async function countStep(
  ctx: Ctx,
  step: ReformStep,
  earlier: readonly ReformStep[] = [],
): Promise<Figures> {
  const behind = await unitsBehind(ctx, step, earlier)
  const all = [...new Set(step.closes.flatMap((id) => behind(id)))]
  return forWholeCountry(ctx, async (ctx) => {
    const { before: month } = await monthsAround(ctx, all, monthOf(step.on))
    const counted = await countUnits(ctx, all, month)
    const before = step.closes.map((areaId) => ({
      areaId,
      figures: sumOf(behind(areaId).map((id) => counted(id))),
    }))
    const after = new Map<number, UnitFigures[]>()
    const add = (areaId: number, figures: UnitFigures) =>
      after.set(areaId, [...(after.get(areaId) ?? []), figures])
    const toPlace: Figures['toPlace'] = []
    for (const [fromId, ways] of Map.groupBy(step.changes, (change) => change.fromId)) {
      const whole = before.find(({ areaId }) => areaId === fromId)!.figures
      if (ways.length === 1) add(ways[0]!.toId, whole)
      else {
        const parts = await divide(ctx, { ways, whole, standsFor: behind(fromId), month })
        for (const [toId, figures] of parts.figures) add(toId, figures)
        if (parts.toPlace > 0) toPlace.push({ areaId: fromId, people: parts.toPlace })
      }
    }
    return {
      month,
      before,
      after: Array.from(after, ([areaId, figures]) => ({ areaId, figures: sumOf(figures) })),
      toPlace,
    }
  })
}

async function countUnits(ctx: Ctx, areaIds: readonly number[], month: Figures['month']) {
  const people = await countAtHome(ctx, areaIds)
  const households = await countHouseholds(ctx, areaIds)
  const awards = await countAwardsIn(ctx, areaIds)
  const accounts = Map.groupBy(await listAssignedTo(ctx, areaIds), ({ areaId }) => areaId)
  const files = await countOpenFilesIn(ctx, areaIds)
  const payPoints = await countPayPointsIn(ctx, areaIds)
  const onTheWay = await countOnTheWay(ctx, areaIds)
  const paid = month === null ? new Map() : await paidInUnits(ctx, month, areaIds)
  return (areaId: number): UnitFigures => ({
    people: people.get(areaId) ?? 0,
    households: households.get(areaId) ?? 0,
    awards: awards.get(areaId) ?? 0,
    accounts: accounts.get(areaId)?.length ?? 0,
    files: files.get(areaId) ?? 0,
    payPoints: payPoints.get(areaId) ?? 0,
    cashLists: onTheWay.get(areaId)?.cashLists ?? 0,
    envelopes: onTheWay.get(areaId)?.envelopes ?? 0,
    paidPeople: paid.get(areaId)?.people ?? 0,
    paidAmount: paid.get(areaId)?.amount ?? 0,
  })
}

type Division = {
  readonly ways: ReformStep['changes']
  readonly whole: UnitFigures
  readonly standsFor: readonly number[]
  readonly month: Figures['month']
}

/** Divides what is counted of a unit by the villages people live in; what belongs to no village goes with the largest part. */
async function divide(ctx: Ctx, { ways, whole, standsFor, month }: Division) {
  const wayOf = waysByVillage(ways)
  const people = await countInVillages(ctx, standsFor)
  const homes = await villagesOfPeople(ctx, standsFor)
  const largest = ways.toSorted((one, other) => other.share - one.share)[0]!.toId
  const parts = new Map<number, UnitFigures>(ways.map(({ toId }) => [toId, noFigures]))
  const add = (toId: number, name: keyof UnitFigures, count: number) =>
    parts.set(toId, { ...parts.get(toId)!, [name]: parts.get(toId)![name] + count })
  let toPlace = 0
  for (const [village, count] of people) {
    const toId = village === null ? undefined : wayOf(village)
    if (toId === undefined) toPlace += count
    add(toId ?? largest, 'people', count)
  }
  for (const [village, count] of await countHouseholdsInVillages(ctx, standsFor))
    add((village === null ? undefined : wayOf(village)) ?? largest, 'households', count)
  const partOf = (personId: string) => {
    const village = homes.get(personId)
    return (village === null || village === undefined ? undefined : wayOf(village)) ?? largest
  }
  for (const [personId, awards] of await countAwardsOfPeople(ctx, standsFor))
    add(partOf(personId), 'awards', awards)
  if (month !== null)
    for (const [personId, amount] of await paidToPeople(ctx, month, standsFor)) {
      add(partOf(personId), 'paidPeople', 1)
      add(partOf(personId), 'paidAmount', amount)
    }
  for (const name of ['accounts', 'files', 'payPoints', 'cashLists', 'envelopes'] as const)
    add(largest, name, whole[name])
  return { figures: parts, toPlace }
}

/** Which part a village went to: the one that names it, or the one that has the rest. */
export function waysByVillage(ways: ReformStep['changes']): (village: string) => number | undefined {
  const named = new Map(
    ways.flatMap(({ villages, toId }) =>
      (villages ?? []).map((village) => [foldName(village), toId] as const),
    ),
  )
  const rest = ways.find(({ villages }) => villages?.length === 0)?.toId
  return (village) => named.get(foldName(village)) ?? rest
}
