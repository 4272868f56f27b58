import { monthOf, addMonths, dayOf } from '#kernel/civil-date'
import { listAwards } from '#modules/entitlement'
import { areaAt, areaNames } from '#modules/geography'
import { maskNumber, recordsToCompare, type RecordToCompare } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import type { PairRow, Side } from '../contract.ts'
import type { Pair } from '../db/pairs.ts'

/** Both ends of pairs, for whoever has one of them: what is told of the other is only what the two communes talk by. */
export async function openSides(ctx: Ctx, ids: readonly string[]) {
  const records = await forWholeCountry(ctx, (ctx) => recordsToCompare(ctx, [...new Set(ids)]))
  const homes = [...records.values()].map(({ homeAreaId }) => homeAreaId)
  const now = await areaAt(ctx, homes, ctx.today)
  const names = await areaNames(ctx, [...homes, ...now.values()])
  const areaNow = (areaId: number) => {
    const id = now.get(areaId) ?? areaId
    return { id, name: names.get(id) ?? '' }
  }
  const isSeen = ({ homeAreaId }: RecordToCompare) => isWithinArea(ctx.actor, homeAreaId)
  const told = (id: string): PairRow['people'][number] => {
    const record = records.get(id)!
    const { fullName, sex, born, bornPrecision, homeAreaId } = record
    return { id: isSeen(record) ? id : null, fullName, sex, born, bornPrecision, area: areaNow(homeAreaId) }
  }
  return {
    told,
    isSeen: (id: string) => isSeen(records.get(id)!),
    areaNow: (id: string) => areaNow(records.get(id)!.homeAreaId),
    record: (id: string) => records.get(id)!,
    side: async (id: string): Promise<Side> => {
      const record = records.get(id)!
      const seen = isSeen(record)
      const awards = await forWholeCountry(ctx, (ctx) => listAwards(ctx, [id]))
      return {
        ...told(id),
        diedOn: seen ? record.diedOn : null,
        ethnicGroup: seen ? record.ethnicGroup : null,
        phone: seen ? record.phone : null,
        village: seen ? record.homeVillage : null,
        recordedArea: { id: record.homeAreaId, name: names.get(record.homeAreaId) ?? '' },
        head: seen ? record.head : null,
        spouse: seen ? record.spouse : null,
        facts: seen ? [...record.facts] : [],
        numbers: record.numbers.map(({ kind, number, verifiedOn }) => ({
          kind,
          number: seen ? number : maskNumber(number),
          isVerified: verifiedOn !== null,
        })),
        registeredOn: dayOf(record.createdAt),
        source: seen ? record.source : null,
        awards: awards.map(({ benefit, during: { from, until } }) => ({
          benefit,
          from: monthOf(from!), // An award has a first month.
          through: until === null ? null : addMonths(monthOf(until), -1),
          isOpen: until === null || until > ctx.today,
        })),
        isMerged: record.mergedInto !== null,
      }
    },
  }
}

export type Sides = Awaited<ReturnType<typeof openSides>>

/** One record says that the person has died, and the other does not: merging would make the death a matter of nobody’s decision. */
export function oneHasDied(sides: Sides, { oneId, otherId }: Pair): boolean {
  return (sides.record(oneId).diedOn === null) !== (sides.record(otherId).diedOn === null)
}
