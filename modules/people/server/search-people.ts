import { areaAt, areaIdsWithin, areasNamed } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { isWithinArea } from '#platform/server/scope'
import {
  PersonId,
  type AreaView,
  type SearchPage,
  type SearchPeople,
  type SearchRepair,
} from '../contract.ts'
import { viewAreas } from '../db/areas.ts'
import {
  findBorn,
  findByName,
  findByNumber,
  findByNumberStart,
  findByPhone,
  findInAreas,
  findWithin,
  hitsOf,
  keptUnder,
  listFound,
  type Found as Person,
} from '../db/search.ts'
import { maskNumber } from '../domain/identifier.ts'
import { byCloseness, matcherOf, type Candidate } from '../domain/match.ts'
import { problems } from '../domain/problems.ts'
import {
  isBirthYear,
  markedStep,
  parseSearch,
  termsOf,
  wholeNameTerm,
  type SearchQuery,
  type Step,
  type Terms,
} from '../domain/search-query.ts'
import { parseBirth } from '../domain/birth-date.ts'
import { normalisePhone } from './normalise-phone.ts'

const pageSize = 50

/** What is looked for: the pieces of the text, and the units its commune may be. */
type Wanted = SearchQuery & {
  /** Units named in the text, and everything within them or what became of them. */
  readonly named: readonly number[]
  readonly areaIds: readonly number[] | undefined
  /** Whether somebody outside the named units is a hit as well. */
  readonly everywhere: boolean
  readonly withDead: boolean
}

type Found = {
  readonly wanted: Wanted
  readonly people: readonly Person[]
  readonly numbers: ReadonlyMap<string, Candidate['numberMatch']>
  readonly repairs: readonly SearchRepair[]
}

/**
 * One box: a name in any order, with marks or without, a number or its end, a phone, a birth year or date, a commune of
 * any time. Each step is bounded, the strict ones come first, and looser ones only while there is room.
 */
export async function searchPeople(ctx: Ctx, input: SearchPeople): Promise<SearchPage> {
  const query = parseSearch(input.q, ctx.today)
  const isOnlyName = !query.birth && query.digits === undefined && query.areaWords.length === 0
  if (isOnlyName && query.words.join('').length < 2) throw problems('search_too_short')
  const groups = await find(ctx, await locate(ctx, query, input))
  const found = groups.find(({ people }) => people.length > 0) ?? groups[0]!
  const { wanted } = found
  const closest = new Map<string, ReturnType<typeof candidatesOf>[number]>()
  for (const group of groups)
    for (const person of candidatesOf(group)) if (!closest.has(person.id)) closest.set(person.id, person)
  const candidates = [...closest.values()]
  const start = (input.page - 1) * pageSize
  const wantedPage = candidates.slice(start, start + pageSize)
  // Whoever is found by a record that was merged is shown under the one that was kept, and once.
  const kept = await keptUnder(
    ctx,
    wantedPage.map(({ id }) => id),
  )
  const page = underKept(wantedPage, kept)
  const hits = await hitsOf(
    ctx,
    page.map(({ id }) => id),
  )
  const shown = page.flatMap(({ id, match }) => {
    const hit = hits.get(id)
    return hit ? [{ ...hit, match }] : []
  })
  const areaOf = await viewAreas(ctx, [...shown.map(({ homeAreaId }) => homeAreaId), ...wanted.named])
  return {
    hits: shown.map(({ homeAreaId, homeVillage, numberKind, number, match, ...person }) => ({
      ...person,
      id: PersonId.parse(person.id),
      number: numberKind && number ? { kind: numberKind, masked: maskNumber(number) } : null,
      home: areaOf(homeAreaId),
      village: homeVillage,
      reasons: [...match.reasons],
    })),
    tooMany: candidates.length > pageSize,
    understood: {
      name: wanted.words.length > 0 ? wanted.words.join(' ') : null,
      year: wanted.birth ? Number(wanted.birth.born.slice(0, 4)) : null,
      born: wanted.birth?.bornPrecision === 'day' ? wanted.birth.born : null,
      digits: wanted.digits ?? null,
      areas: namedToday(wanted.named.map(areaOf)),
      repairs: [...found.repairs],
    },
  }
}

/** A town and the commune it became are one place, said once. */
function namedToday(areas: readonly AreaView[]): AreaView[] {
  return areas.filter(({ nowId }, at) => areas.findIndex((one) => one.nowId === nowId) === at)
}

/** Those of one reading of the text, closest first. */
function candidatesOf({ wanted, people, numbers }: Found) {
  const matchOf = matcherOf(wanted, wanted.areaIds && new Set(wanted.areaIds))
  return people
    .map((person) => ({
      ...person,
      match: matchOf({ ...person, numberMatch: numbers.get(person.id) }),
    }))
    .toSorted(byCloseness)
}

/** The readings of the text, the likelier first: «1951» ends a number or is a year, «Như Thụy» is a name or a commune. */
async function find(ctx: Ctx, wanted: Wanted): Promise<readonly Found[]> {
  if (wanted.digits !== undefined) {
    const found = await findNumber(ctx, wanted, wanted.digits)
    if (!isBirthYear(wanted.digits, ctx.today) || wanted.birth) return [found]
    return [found, ...(await find(ctx, { ...wanted, digits: undefined, birth: parseBirth(wanted.digits) }))]
  }
  if (wanted.words.length === 0) return [await findNameless(ctx, wanted)]
  const named = await findNamed(ctx, wanted)
  const commune = named.people.length > pageSize || wanted.areaIds ? [] : await areasIn(ctx, wanted.words)
  if (commune.length === 0) return [named]
  return [named, await findNameless(ctx, { ...wanted, words: [], ...(await landOf(ctx, commune)) })]
}

async function findNamed(ctx: Ctx, wanted: Wanted): Promise<Found> {
  const found = await findName(ctx, wanted)
  if (found.people.length > 0) return found
  const inArea = wanted.areaIds ? [] : await splitOffArea(ctx, wanted)
  for (const reading of inArea) {
    const there = await findName(ctx, reading)
    if (there.people.length > 0) return there
  }
  for (const reading of [wanted, ...inArea]) {
    const begun = await findBegun(ctx, reading)
    if (begun.people.length > 0) return begun
  }
  return { ...found, wanted: inArea[0] ?? wanted }
}

/** Everybody of a commune, or born then, or both, as a register sorts them. */
async function findNameless(ctx: Ctx, asked: Wanted): Promise<Found> {
  const wanted = { ...asked, everywhere: false }
  const { birth, areaIds, withDead } = wanted
  const limit = pageSize * 4 + 1
  const people = birth
    ? await findBorn(ctx, termsOf(termsFor(ctx, wanted, 0), 'plain'), birth, withDead, limit)
    : await findInAreas(ctx, areaIds ?? [], withDead, limit)
  return { wanted, people, numbers: new Map(), repairs: wanted.repairs }
}

/** The very name, then its words with their marks, then without and with a year to either side, while there is room. */
async function findName(ctx: Ctx, wanted: Wanted): Promise<Found> {
  const marked = markedStep(termsFor(ctx, wanted, 0))
  const whole = { ...marked, terms: [wholeNameTerm(wanted.words), ...marked.terms] }
  const plain = { terms: termsOf(termsFor(ctx, wanted, 1), 'plain'), marked: [] }
  const isWiderThanMarked = marked.marked.length > 0 || plain.terms.join() !== marked.terms.join()
  return findBySteps(ctx, wanted, [
    ...(wanted.words.length > 2 ? [whole] : []),
    marked,
    ...(isWiderThanMarked ? [plain] : []),
  ])
}

/** Whoever is found by two records of theirs is a hit once. */
function underKept<Row extends { readonly id: string }>(
  rows: readonly Row[],
  kept: ReadonlyMap<string, string>,
): Row[] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const id = kept.get(row.id) ?? row.id
    if (seen.has(id)) return []
    seen.add(id)
    return [{ ...row, id }]
  })
}

/** The last word may only have been begun; two letters at least, or half the index would be read. */
async function findBegun(ctx: Ctx, wanted: Wanted): Promise<Found> {
  const isLong = (wanted.words.at(-1)?.length ?? 0) >= 2
  const begun = { terms: termsOf(termsFor(ctx, wanted, 0), 'begun'), marked: [] }
  return findBySteps(ctx, wanted, isLong ? [begun] : [])
}

async function findBySteps(ctx: Ctx, wanted: Wanted, steps: readonly Step[]): Promise<Found> {
  const { years, areaIds } = termsFor(ctx, wanted, 0)
  const find = years.length > 0 || areaIds ? findWithin : findByName
  const looking = { steps, withDead: wanted.withDead, enough: pageSize + 1 }
  const found = steps.length > 0 ? await find(ctx, looking) : []
  const people = new Map(found.map((person) => [person.id, person]))
  return { wanted, people: [...people.values()], numbers: new Map(), repairs: wanted.repairs }
}

/** More units than these are cheaper to look at afterwards than to name. */
const mostAreas = 40

function termsFor({ actor }: Ctx, { words, birth, areaIds, everywhere }: Wanted, tolerance: 0 | 1): Terms {
  const year = birth && Number(birth.born.slice(0, 4))
  const years = year === undefined ? [] : tolerance === 0 ? [year] : [year - 1, year, year + 1]
  if (areaIds && !everywhere) return { words, years, areaIds }
  const isSmall = actor.areaId !== 0 && actor.areaIds.length > 0 && actor.areaIds.length <= mostAreas
  return { words, years, areaIds: isSmall ? actor.areaIds : undefined }
}

/** Lengths a number has when it lost the zero it began with, as it does in a spreadsheet. */
const lengthsWithoutZero = new Set([8, 11])

/** Fewer digits say only the province and the century: half the register begins with them. */
const leastStart = 6

async function findNumber(ctx: Ctx, wanted: Wanted, digits: string): Promise<Found> {
  const numbers = new Map<string, Candidate['numberMatch']>()
  const isWhole = digits.length >= 9
  for (const { personId, kind, number } of await findByNumber(ctx, digits, !isWhole))
    numbers.set(personId, number !== digits ? 'number_end' : kind === 'legacy_id' ? 'old_number' : 'number')
  let { repairs } = wanted
  if (numbers.size === 0 && lengthsWithoutZero.has(digits.length)) {
    for (const { personId } of await findByNumber(ctx, `0${digits}`, false)) numbers.set(personId, 'number')
    if (numbers.size > 0) repairs = [...repairs, 'lost_zero']
  }
  if (digits.length >= leastStart && digits.length < 12)
    for (const { personId } of await findByNumberStart(ctx, digits))
      if (!numbers.has(personId)) numbers.set(personId, 'number_start')
  if (numbers.size === 0 && isWhole)
    for (const id of await findByPhone(ctx, normalisePhone(digits))) numbers.set(id, 'phone')
  // A number decides who is meant; words beside it only narrow it down.
  const terms = termsOf({ ...termsFor(ctx, wanted, 1), areaIds: undefined }, 'plain')
  const people = numbers.size > 0 ? await listFound(ctx, [...numbers.keys()], terms, wanted.withDead) : []
  return { wanted, people, numbers, repairs }
}

/** The units a text names for sure. */
async function locate(
  ctx: Ctx,
  query: SearchQuery,
  { wholeArea, includeDead }: SearchPeople,
): Promise<Wanted> {
  const wanted = { ...query, named: [], areaIds: undefined, everywhere: wholeArea, withDead: includeDead }
  const named = query.areaWords.length > 0 ? await areasIn(ctx, query.areaWords) : []
  if (named.length > 0) return { ...wanted, ...(await landOf(ctx, named)) }
  return { ...wanted, words: [...query.words, ...query.areaWords] }
}

/** The last words may be a commune, or else the first: the most of them that name one, as long as a name is left. */
async function splitOffArea(ctx: Ctx, wanted: Wanted): Promise<Wanted[]> {
  const { words } = wanted
  const readings: Wanted[] = []
  for (const isLast of [true, false])
    for (let size = Math.min(4, words.length - 1); size > 0; size--) {
      const named = await areasIn(ctx, isLast ? words.slice(-size) : words.slice(0, size))
      if (named.length === 0) continue
      const name = isLast ? words.slice(0, -size) : words.slice(size)
      readings.push({ ...wanted, words: name, ...(await landOf(ctx, named)) })
      break
    }
  return readings
}

async function areasIn(ctx: Ctx, words: readonly string[]): Promise<number[]> {
  const areas = await areasNamed(ctx, words.join(' '))
  return areas.filter(({ id, level }) => level >= 2 && isWithinArea(ctx.actor, id)).map(({ id }) => id)
}

/** Whoever lived in an old commune when it was merged lives in the new one now, and may be recorded in either. */
async function landOf(ctx: Ctx, named: readonly number[]) {
  const today = await areaAt(ctx, named, ctx.today)
  const land = new Set(named)
  for (const id of new Set([...named, ...today.values()]))
    for (const within of [id, ...(await areaIdsWithin(ctx, id))]) land.add(within)
  return { named, areaIds: [...land] }
}
