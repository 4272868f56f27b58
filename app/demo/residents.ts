import type { Client } from 'pg'
import { civilDate, instant } from '#kernel/civil-date'
import { personKeys } from '#modules/people'
import { type Cell, copyIn } from './copy.ts'
import { enforceForeignKeys, trustForeignKeys } from './foreign-keys.ts'
import { setIndexesAside } from './indexes.ts'
import { dayIn, monthNumber } from './months.ts'
import { familyName, personalName, type Sex } from './names.ts'
import { type Place, type Places, population2022 } from './places.ts'
import { type Random, randomFrom, weigh, draw } from './random.ts'
import type { Ids } from './register.ts'
import { ofFacts, ofPeople } from './write-facts.ts'

/** Everybody else who lives there, as the census counted them: people of households, whom nothing is paid. */
type Resident = {
  readonly id: string
  readonly household: string
  readonly isHead: boolean
  readonly relationToHead: string
  readonly fullName: string
  readonly sex: Sex
  readonly born: string
  readonly place: Place
  readonly village: string
  readonly number: string
}

const recordedAt = instant('2021-10-12T03:00:00Z')
const source = 'Cơ sở dữ liệu quốc gia về dân cư'
const noting = ['person_version', 'residence', 'membership']
const placesAtOnce = 1
const first = monthNumber('2021-09')

/** Sizes of households, as often as they are met. */
const sizes = weigh([
  [1, 10],
  [2, 17],
  [3, 22],
  [4, 28],
  [5, 14],
  [6, 9],
] as const)

/** Fills the communes up to the population of 2022, a few communes at a time, so that memory stays small. */
export async function fillWithResidents(
  owner: Client,
  given: {
    readonly seed: number
    readonly places: Places
    readonly ids: Ids
    /** How many the register has already. */
    readonly registered: number
    readonly progress: (share: number) => void
  },
) {
  const { seed, places, ids, registered, progress } = given
  const share = (population2022 - registered) / population2022
  await owner.query('begin')
  const restore = await setIndexesAside(owner, { tables: [...ofPeople, ...ofFacts], isMost: true })
  await trustForeignKeys(owner, ['people'])
  // Nobody asks the law about them until something is learnt of them.
  for (const table of noting) await owner.query(`alter table people.${table} disable trigger user`)
  const serials = new Map<string, number>()
  // The register has the lower numbers of every year and sex.
  const serialAfter = (prefix: string) => {
    const serial = serials.get(prefix) ?? 300_000
    serials.set(prefix, serial + 1)
    return serial
  }
  for (let at = 0; at < places.all.length; at += placesAtOnce) {
    const residents: Resident[] = []
    for (const place of places.all.slice(at, at + placesAtOnce)) {
      const random = randomFrom(seed, 'residents', place.code)
      const wanted = Math.round(place.population * share)
      for (let count = 0; count < wanted;) {
        const family = makeFamily(random, place, Math.min(draw(random, sizes), wanted - count), {
          id: () => ids.textOf(ids.next()),
          serialAfter,
        })
        residents.push(...family)
        count += family.length
      }
    }
    await writeResidents(owner, residents)
    progress((at + placesAtOnce) / places.all.length)
  }
  for (const table of noting) await owner.query(`alter table people.${table} enable trigger user`)
  await restore()
  await enforceForeignKeys(owner)
  await owner.query('commit')
}

function makeFamily(
  random: Random,
  place: Place,
  size: number,
  next: { readonly id: () => string; readonly serialAfter: (prefix: string) => number },
): Resident[] {
  const isSanDiu = place.isMountainous && random.chance(0.12)
  const father = familyName(random, isSanDiu)
  const mother = familyName(random, isSanDiu)
  const age = size === 1 ? random.between(22, 74) : random.between(26, 60)
  const village = random.pick(place.villages)
  const household = next.id()
  const member = (years: number, sex: Sex, family: string, relationToHead: string): Resident => {
    const born = dayIn(first - years * 12 - random.below(12), random.between(1, 28))
    const year = Number(born.slice(0, 4))
    const century = (year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
    const prefix = `026${century}${String(year % 100).padStart(2, '0')}`
    return {
      id: next.id(),
      household,
      isHead: relationToHead === 'chủ hộ',
      relationToHead,
      fullName: `${family} ${personalName(random, sex, year)}`,
      sex,
      born,
      place,
      village,
      number: `${prefix}${next.serialAfter(prefix)}`,
    }
  }
  const family = [member(age, size === 1 && random.chance(0.5) ? 'female' : 'male', father, 'chủ hộ')]
  if (size > 1) family.push(member(Math.max(20, age - random.between(-2, 5)), 'female', mother, 'vợ'))
  for (let child = 2; child < size; child++) {
    const isGrandmother = child === 4
    const years = isGrandmother
      ? Math.min(74, age + random.between(20, 28))
      : Math.max(0, age - random.between(22, 34))
    const sex: Sex = isGrandmother || random.chance(0.48) ? 'female' : 'male'
    family.push(member(years, sex, isGrandmother ? mother : father, isGrandmother ? 'mẹ' : 'con'))
  }
  return family
}

async function writeResidents(owner: Client, residents: readonly Resident[]) {
  const since = (born: string) => `[${born},)`
  const rows = (row: (resident: Resident) => Cell[]) => residents.map(row)
  await copyIn(
    owner,
    'people.person',
    'id, full_name, sex, born, born_precision, ethnic_group, home_area_id, home_village, name_key, plain_key, sort_key, created_at',
    rows(({ id, fullName, sex, born, place, village }) => {
      const { nameKey, plainKey, sortKey } = personKeys(fullName)
      return [
        id,
        fullName,
        sex,
        born,
        'day',
        'Kinh',
        place.areaId,
        village,
        nameKey,
        plainKey,
        sortKey,
        recordedAt,
      ]
    }),
  )
  await copyIn(
    owner,
    'people.person_version',
    'id, person_id, full_name, sex, born, born_precision, ethnic_group, source, recorded_at',
    rows(({ id, fullName, sex, born }) => [
      uuidBeside(id, 'a'),
      id,
      fullName,
      sex,
      born,
      'day',
      'Kinh',
      source,
      recordedAt,
    ]),
  )
  await copyIn(
    owner,
    'people.identifier',
    'id, person_id, kind, number, source, recorded_at',
    rows(({ id, number }) => [uuidBeside(id, 'b'), id, 'personal_id', number, source, recordedAt]),
  )
  await copyIn(
    owner,
    'people.residence',
    'id, person_id, area_id, village, during, source, recorded_at',
    rows(({ id, place, village, born }) => [
      uuidBeside(id, 'c'),
      id,
      place.areaId,
      village,
      since(born),
      source,
      recordedAt,
    ]),
  )
  await copyIn(
    owner,
    'people.household',
    'id, code, created_at',
    residents
      .filter(({ isHead }) => isHead)
      .map(({ household, place }) => [household, `${place.code}-R${household.slice(2, 13)}`, recordedAt]),
  )
  await copyIn(
    owner,
    'people.membership',
    'id, household_id, person_id, is_head, relation_to_head, during, source, recorded_at',
    rows(({ id, household, isHead, relationToHead }) => [
      uuidBeside(id, 'd'),
      household,
      id,
      isHead,
      relationToHead,
      `[${civilDate('2021-10-01')},)`,
      source,
      recordedAt,
    ]),
  )
}

/** The ids of a person’s facts, made from the person’s own. */
function uuidBeside(id: string, mark: string) {
  return `${id.slice(0, 20)}${mark}${id.slice(21)}`
}
