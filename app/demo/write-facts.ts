import type { Client } from 'pg'
import { civilDate, type Instant } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import { personKeys } from '#modules/people'
import { type Cell, copyIn } from './copy.ts'
import { inTime, isWithin, type Stretch } from './in-time.ts'
import { setIndexesAside } from './indexes.ts'
import { lookAt } from './look-at.ts'
import type { Places } from './places.ts'
import type { During, Ids, Known, Person, Register } from './register.ts'

const manyPeople = 5000
const grown = `people.person, people.person_version, people.residence, people.household, people.membership,
  people.relation, people.circumstance, people.identifier`
const afterMergers = civilDate('2025-07-01')

/** Everything of a register, to be had by stretches, and where each person lived. */
export type Chronicle = ReturnType<typeof chronicleOf>

export function chronicleOf(register: Register, ends: readonly Instant[]) {
  const recorded = <Row extends Known>(rows: readonly Row[]) =>
    inTime(rows, ({ recordedAt }) => recordedAt, ends)
  const takenBack = (rows: readonly (Known & { readonly id: number })[]) =>
    inTime(rows, ({ retractedAt }) => retractedAt, ends)
  return {
    people: inTime(register.people, ({ createdAt }) => createdAt, ends),
    households: inTime(register.households, ({ createdAt }) => createdAt, ends),
    channels: inTime(register.channels.values(), ({ person }) => person.createdAt, ends),
    versions: recorded(register.versions),
    identifiers: recorded(register.identifiers),
    residences: recorded(register.residences),
    memberships: recorded(register.memberships),
    relations: recorded(register.relations),
    circumstances: recorded(register.circumstances),
    takenBack: {
      'people.person_version': takenBack(register.versions),
      'people.residence': takenBack(register.residences),
      'people.circumstance': takenBack(register.circumstances),
    },
    homes: Map.groupBy(register.residences, ({ person }) => person),
  }
}

/** Writes, as the owner and in one transaction, every fact recorded in a stretch, and takes back what was taken back in it. */
export async function writeFacts(
  owner: Client,
  chronicle: Chronicle,
  { stretch, ids: { textOf } }: { readonly stretch: Stretch; readonly ids: Ids },
) {
  await owner.query('begin')
  await takeBack(owner, chronicle, { stretch, textOf })
  const people = chronicle.people(stretch)
  const restore =
    people.length > manyPeople ? await setIndexesAside(owner, { isMost: stretch.after === null }) : undefined
  const homeOf = (person: Person) => homeAt(chronicle, person, stretch.through)
  await copyIn(
    owner,
    'people.person',
    'id, full_name, sex, born, born_precision, died_on, ethnic_group, phone, home_area_id, home_village, name_key, plain_key, sort_key, created_at',
    map(people, (person) => personRow(textOf(person.id), person, homeOf(person) ?? person.residence)),
  )
  await copyIn(
    owner,
    'people.household',
    'id, code, created_at',
    map(chronicle.households(stretch), ({ id, code, createdAt }) => [textOf(id), code, createdAt]),
  )
  const known = ({ source, recordedAt, retractedAt }: Known): Cell[] => [
    source,
    recordedAt,
    retractedAt !== null && retractedAt <= stretch.through ? retractedAt : null,
  ]
  const recorded = 'source, recorded_at, retracted_at'
  await copyIn(
    owner,
    'people.person_version',
    `id, person_id, full_name, sex, born, born_precision, died_on, ethnic_group, phone, ${recorded}`,
    map(chronicle.versions(stretch), (row) => [
      textOf(row.id),
      textOf(row.person.id),
      row.fullName,
      row.sex,
      row.born,
      row.precision,
      row.diedOn,
      row.person.ethnicGroup,
      row.person.phone,
      ...known(row),
    ]),
  )
  await copyIn(
    owner,
    'people.identifier',
    `id, person_id, kind, number, verified_on, ${recorded}`,
    map(chronicle.identifiers(stretch), (row) => [
      textOf(row.id),
      textOf(row.person.id),
      row.kind,
      row.number,
      row.verifiedOn,
      ...known(row),
    ]),
  )
  await copyIn(
    owner,
    'people.residence',
    `id, person_id, area_id, village, during, ${recorded}`,
    map(chronicle.residences(stretch), (row) => [
      textOf(row.id),
      textOf(row.person.id),
      row.areaId,
      row.village,
      during(row),
      ...known(row),
    ]),
  )
  await copyIn(
    owner,
    'people.membership',
    `id, household_id, person_id, is_head, relation_to_head, during, ${recorded}`,
    map(chronicle.memberships(stretch), (row) => [
      textOf(row.id),
      textOf(row.household.id),
      textOf(row.person.id),
      row.isHead,
      row.relationToHead,
      during(row),
      ...known(row),
    ]),
  )
  await copyIn(
    owner,
    'people.relation',
    `id, person_id, other_id, kind, detail, during, ${recorded}`,
    map(chronicle.relations(stretch), (row) => [
      textOf(row.id),
      textOf(row.person.id),
      textOf(row.other.id),
      row.kind,
      row.detail,
      during(row),
      ...known(row),
    ]),
  )
  await copyIn(
    owner,
    'people.circumstance',
    `id, person_id, household_id, kind, detail, evidence, during, ${recorded}`,
    map(chronicle.circumstances(stretch), (row) => [
      textOf(row.id),
      'person' in row.subject ? textOf(row.subject.person.id) : null,
      'household' in row.subject ? textOf(row.subject.household.id) : null,
      row.kind,
      row.detail,
      row.evidence,
      during(row),
      ...known(row),
    ]),
  )
  await moveHomes(
    owner,
    chronicle.residences(stretch).filter(({ person }) => !isWithin(stretch, person.createdAt)),
    { homeOf, textOf },
  )
  await restore?.()
  await owner.query('commit')
  // A month changes little of what the planner knows; years change it.
  if (people.length > manyPeople) await lookAt(owner, grown, { roughly: stretch.after === null })
}

/** A post office in each commune of the time, where cash is paid. */
export async function writePayPoints(owner: Client, places: Places) {
  await copyIn(
    owner,
    'payroll.pay_point',
    'id, area_id, name, kind',
    map(places.all, ({ areaId, name }, index) => [
      index + 1,
      areaId,
      `Bưu điện ${lowerFirst(name)}`,
      'post_office',
    ]),
  )
  await owner.query(`select setval(pg_get_serial_sequence('payroll.pay_point', 'id'), ${places.all.length})`)
}

/** How the payees who came in a stretch get their money: cash at the post office where they live, or an account. */
export async function writeChannels(
  owner: Client,
  chronicle: Chronicle,
  {
    places,
    stretch,
    ids: { textOf },
  }: { readonly places: Places; readonly stretch: Stretch; readonly ids: Ids },
) {
  const points = new Map(places.all.map(({ areaId }, index) => [areaId, index + 1]))
  const firstInto = new Map<number, number>()
  for (const { areaId } of places.all) {
    const unit = places.unitOn(areaId, afterMergers).id
    if (!firstInto.has(unit)) firstInto.set(unit, points.get(areaId)!)
  }
  await copyIn(
    owner,
    'payroll.channel',
    'person_id, method, pay_point_id, bank, account',
    map(chronicle.channels(stretch), ({ person, method, bank, account }) => {
      const home = person.residence.areaId
      const point = points.get(home) ?? firstInto.get(places.unitOn(home, afterMergers).id) ?? null
      return [textOf(person.id), method, method === 'cash' ? point : null, bank, account]
    }),
  )
}

/** Sentences about names of units begin with a small letter: «Bưu điện xã Tân Lập». */
function lowerFirst(name: string) {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

type Residence = Register['residences'][number]

/** Where somebody was known to live at a moment: a move yet to come may lead into a unit that is yet to be. */
function homeAt({ homes }: Chronicle, person: Person, moment: Instant): Residence | undefined {
  let home: Residence | undefined
  for (const row of homes.get(person) ?? []) {
    const isKnown = row.recordedAt <= moment && (row.retractedAt === null || row.retractedAt > moment)
    if (isKnown && (!home || (row.from ?? '') >= (home.from ?? ''))) home = row
  }
  return home
}

/** Whoever was in the register already and was learnt to live elsewhere lives there now. */
async function moveHomes(
  owner: Client,
  moved: readonly Residence[],
  {
    homeOf,
    textOf,
  }: { readonly homeOf: (person: Person) => Residence | undefined; readonly textOf: Ids['textOf'] },
) {
  const now = [...new Set(moved.map(({ person }) => person))].flatMap((person) => homeOf(person) ?? [])
  if (now.length === 0) return
  await owner.query(
    `update people.person set home_area_id = moved.area_id, home_village = moved.village
     from unnest($1::uuid[], $2::integer[], $3::text[]) as moved (id, area_id, village) where person.id = moved.id`,
    [
      now.map(({ person }) => textOf(person.id)),
      now.map(({ areaId }) => areaId),
      now.map(({ village }) => village),
    ],
  )
}

function personRow(
  id: string,
  { createdAt, ethnicGroup, phone, version }: Person,
  residence: Pick<Residence, 'areaId' | 'village'>,
): Cell[] {
  const { fullName, sex, born, precision, diedOn } = version
  const { nameKey, plainKey, sortKey } = personKeys(fullName)
  const home = [residence.areaId, residence.village]
  return [
    id,
    fullName,
    sex,
    born,
    precision,
    diedOn,
    ethnicGroup,
    phone,
    ...home,
    nameKey,
    plainKey,
    sortKey,
    createdAt,
  ]
}

async function takeBack(
  owner: Client,
  { takenBack }: Chronicle,
  { stretch, textOf }: { readonly stretch: Stretch; readonly textOf: Ids['textOf'] },
) {
  if (stretch.after === null) return
  for (const [table, rows] of Object.entries(takenBack)) {
    const gone = rows(stretch).filter(({ recordedAt }) => !isWithin(stretch, recordedAt))
    if (gone.length === 0) continue
    await owner.query(
      `update ${table} as fact set retracted_at = gone.at
       from unnest($1::uuid[], $2::timestamptz[]) as gone (id, at) where fact.id = gone.id`,
      [gone.map(({ id }) => textOf(id)), gone.map(({ retractedAt }) => retractedAt)],
    )
  }
}

function during({ from, until }: During): string {
  return rangeOf({ from, until })
}

function* map<Item>(
  items: Iterable<Item>,
  row: (item: Item, index: number) => readonly Cell[],
): Generator<readonly Cell[]> {
  let index = 0
  for (const item of items) yield row(item, index++)
}
