import type { Client } from 'pg'
import type { Instant } from '#kernel/civil-date'
import { rangeOf } from '#kernel/period'
import { personKeys } from '#modules/people'
import { type Cell, copyIn, map } from './copy.ts'
import { inTime, isWithin, type Stretch } from './in-time.ts'
import { setIndexesAside } from './indexes.ts'
import { lookAt } from './look-at.ts'
import type { During, Ids, Known, Person, Register } from './register.ts'

const manyPeople = 5000
/** Who there is, and under which names and numbers; and what is known of them. */
export const ofPeople = ['people.person', 'people.name', 'people.household', 'people.identifier']
export const ofFacts = [
  'people.person_version',
  'people.residence',
  'people.membership',
  'people.relation',
  'people.circumstance',
]

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

type Written = {
  readonly stretch: Stretch
  readonly ids: Ids
}

/**
 * Writes, as the owner, every fact recorded in a stretch, and takes back what was taken back in it: of many people by two
 * hands, for while they are so many nothing asks whether the person of a fact is there already.
 */
export async function writeFacts(
  [owner, other]: readonly [Client, Client],
  chronicle: Chronicle,
  written: Written,
) {
  const isMany = chronicle.people(written.stretch).length > manyPeople
  const people = () =>
    inOneGo(owner, ofPeople, { isMany, stretch: written.stretch }, () =>
      writePeople(owner, chronicle, written),
    )
  const facts = (hand: Client) =>
    inOneGo(hand, ofFacts, { isMany, stretch: written.stretch }, () =>
      writeWhatIsKnown(hand, chronicle, written),
    )
  if (isMany) return void (await Promise.all([people(), facts(other)]))
  await people()
  await facts(owner)
}

/** One transaction; of many rows, indexes are made and the planner is told afterwards. */
async function inOneGo(
  owner: Client,
  tables: readonly string[],
  { isMany, stretch }: { readonly isMany: boolean; readonly stretch: Stretch },
  write: () => Promise<void>,
) {
  const isMost = stretch.after === null
  await owner.query('begin')
  const restore = isMany ? await setIndexesAside(owner, { tables, isMost }) : undefined
  await write()
  await restore?.()
  await owner.query('commit')
  // A month changes little of what the planner knows; years change it.
  if (isMany) await lookAt(owner, tables.join(', '), { roughly: isMost })
}

async function writePeople(owner: Client, chronicle: Chronicle, { stretch, ids: { textOf } }: Written) {
  const homeOf = (person: Person) => homeAt(chronicle, person, stretch.through)
  await copyIn(
    owner,
    'people.person',
    'id, full_name, sex, born, born_precision, died_on, ethnic_group, phone, home_area_id, home_village, name_key, plain_key, sort_key, created_at',
    map(chronicle.people(stretch), (person) =>
      personRow(textOf(person.id), person, homeOf(person) ?? person.residence),
    ),
  )
  await copyIn(
    owner,
    'people.household',
    'id, code, created_at',
    map(chronicle.households(stretch), ({ id, code, createdAt }) => [textOf(id), code, createdAt]),
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
      ...known(row, stretch),
    ]),
  )
  await moveHomes(
    owner,
    chronicle.residences(stretch).filter(({ person }) => !isWithin(stretch, person.createdAt)),
    { homeOf, textOf },
  )
}

const recorded = 'source, recorded_at, retracted_at'

function known({ source, recordedAt, retractedAt }: Known, { through }: Stretch): Cell[] {
  return [source, recordedAt, retractedAt !== null && retractedAt <= through ? retractedAt : null]
}

async function writeWhatIsKnown(owner: Client, chronicle: Chronicle, { stretch, ids: { textOf } }: Written) {
  await takeBack(owner, chronicle, { stretch, textOf })
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
      ...known(row, stretch),
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
      ...known(row, stretch),
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
      ...known(row, stretch),
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
      ...known(row, stretch),
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
      ...known(row, stretch),
    ]),
  )
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
