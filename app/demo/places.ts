import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Database } from '#platform/server/database'
import { villagesOf } from './names.ts'
import { apportion, type Random, randomFrom } from './random.ts'
import type { Group } from './targets.ts'

/** A commune as it was in December 2022, and how many live there. */
export type Place = {
  readonly areaId: number
  readonly code: string
  readonly name: string
  readonly districtId: number
  readonly districtName: string
  readonly population: number
  readonly isUrban: boolean
  readonly isMountainous: boolean
  readonly villages: readonly string[]
}

export type Unit = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parentId: number
  /** The first day it had this name and land; null where it is older than the lists. */
  readonly since: CivilDate | null
}

export type Places = {
  readonly all: readonly Place[]
  /** The unit that one of then had become on a day. */
  readonly unitOn: (areaId: number, day: CivilDate) => Unit
  readonly districtOf: (areaId: number) => Unit
}

/** The census of 1 April 2019, by district, grown to 2022. */
const census: Readonly<Record<string, number>> = {
  '243': 119_128,
  '244': 106_002,
  '246': 136_150,
  '247': 114_391,
  '248': 83_931,
  '249': 131_013,
  '251': 156_456,
  '252': 205_345,
  '253': 98_738,
}
export const population2022 = 1_171_000

/** Forty communes are mountainous; which ones nobody lists, so these are an assumption: the hills of the north and west. */
const mountainous = new Set(
  (
    '08749 08938 08764 08767 08770 08785 08788 08789 08791 08794 08797 08812 08815 08833 08836 ' +
    '08908 08911 08914 08917 08920 08923 08926 08929 08932 ' +
    '08773 08776 08779 08782 08800 08803 08806 08809 08818 08821 08824 08827 08830 08848 08851 08854'
  ).split(' '),
)

/** The communes of the tiny province: three that become Xã Tam Sơn, and one that becomes part of Xã Sông Lô. */
export const tinyCommunes: ReadonlySet<string> = new Set(['08824', '08818', '08800', '08830'])

/** Reads the communes of the former Vĩnh Phúc and what became of them. */
export async function readPlaces(db: Database, seed: number): Promise<Places> {
  const { rows } = await sql<Unit & { level: number; until: CivilDate | null }>`
    select id, code, name, kind, level, parent_id as "parentId", lower(during) as since, upper(during) as until
    from geography.area order by id`.execute(db)
  const { rows: changes } = await sql<{ fromId: number; toId: number }>`
    select from_id as "fromId", to_id as "toId" from geography.area_change order by from_id, share desc, to_id`.execute(
    db,
  )
  const units = new Map(rows.map((row) => [row.id, row]))
  const successors = new Map<number, number>()
  for (const { fromId, toId } of changes) if (!successors.has(fromId)) successors.set(fromId, toId)

  const isThen = ({ since, until }: { since: CivilDate | null; until: CivilDate | null }) =>
    (since === null || since <= '2022-12-31') && (until === null || until > '2022-12-31')
  const communes = rows
    .filter((row) => row.level === 3 && isThen(row) && units.get(row.parentId)!.code in census)
    .filter((row) => units.get(units.get(row.parentId)!.parentId)!.code === '26')
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
  if (communes.length !== 136) throw new Error(`Vĩnh Phúc of 2022 has 136 communes, not ${communes.length}`)

  const all: Place[] = []
  const districts = Object.keys(census)
  const totals = apportion(population2022, Object.values(census))
  districts.forEach((code, index) => {
    const members = communes.filter((row) => units.get(row.parentId)!.code === code)
    const sizes = members.map(({ code: commune }) => {
      if (commune === '08908') return 0.12 // The township on the mountain is tiny.
      return 0.7 + 0.6 * randomFrom(seed, 'size', commune).next()
    })
    apportion(totals[index]!, sizes).forEach((population, at) => {
      const { id, code: commune, name, kind, parentId } = members[at]!
      all.push({
        areaId: id,
        code: commune,
        name,
        districtId: parentId,
        districtName: units.get(parentId)!.name,
        population,
        isUrban: kind !== 'xã',
        isMountainous: mountainous.has(commune),
        villages: villagesOf(randomFrom(seed, 'villages', commune), kind),
      })
    })
  })

  return {
    all,
    unitOn: (areaId, day) => {
      let unit = units.get(areaId)!
      while (unit.until !== null && unit.until <= day) {
        const successor = successors.get(unit.id)
        if (successor === undefined) throw new Error(`Nothing took the place of ${unit.name} (${unit.id})`)
        unit = units.get(successor)!
      }
      return unit
    },
    districtOf: (areaId) => units.get(units.get(areaId)!.parentId)!,
  }
}

/** How many of a group live in each place: by population, with the factors of the hills and the towns. */
export function spread(random: Random, places: readonly Place[], group: Group, total: number): Place[] {
  const weights = places.map(({ population, isUrban, isMountainous }) => {
    const factor = (): number => {
      if (group === 'aged80') return isUrban ? 0.8 : isMountainous ? 1 : 1.1
      if (group === 'singleParents' || group === 'orphans') return isMountainous ? 1.5 : 1
      if (group === 'hiv') return isUrban ? 2 : 1
      return 1
    }
    return population * factor() * (0.9 + 0.2 * random.next())
  })
  const shares = apportion(total, weights)
  return random.shuffle(places.flatMap((place, index) => Array<Place>(shares[index]!).fill(place)))
}
