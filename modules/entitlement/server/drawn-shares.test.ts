import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  civilDate,
  firstDayOf,
  instant,
  month,
  monthsThrough,
  type Month,
} from '#kernel/civil-date'
import { always, overlaps, type Period } from '#kernel/period'
import type { CircumstanceFact, PersonHistory, RelationFact } from '#modules/people'
import { notSuspended } from '../db/awards.ts'
import { determineAll } from '../domain/determine-all.ts'
import type { Case } from '../domain/household-case.ts'
import { dueIn, parseCase } from '../domain/index.ts'
import { lapsesOf } from '../domain/lapse.ts'
import { standingsIn } from '../domain/stood.ts'
import { assembleStandings } from './assemble.ts'
import { drawnShares } from './shares.ts'

/** Both may lose and regain the right; two awards at most each, one after the other. */
test('whatever becomes of a couple, no month pays their one share twice, and none is lost to who has a right and an award', () => {
  fc.assert(
    fc.property(spouses, spouses, ([hers, herAwards], [his, hisAwards]) => {
      const couple = [historyOf('a', 'b', hers), historyOf('b', 'a', his)]
      const awards = [...awardsOf('a', herAwards), ...awardsOf('b', hisAwards)]
      const shares = drawnShares(awards, couple, around)
      const paid = couple.map((history) => monthsPaid(history, awards, { ...around, shares }))
      const alone = couple.map((history) => monthsPaid(history, awards, { ...around, shares: new Map() }))
      const payeesIn = (each: Month, of: typeof paid) => of.filter((one) => one.has(each)).length
      expect(months.filter((each) => payeesIn(each, paid) > 1)).toEqual([])
      // An award in the way of nothing pays what it would pay somebody without a spouse.
      const lost = months.filter((each) => payeesIn(each, alone) === 1 && payeesIn(each, paid) === 0)
      expect(everBoth(alone) ? [] : lost).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a couple in the register and the same couple in a file draw the share alike', () => {
  const within = fc.integer({ min: 0, max: 120 }).map((after) => addDays(civilDate('2022-06-15'), after))
  const person = fc.record({ isSevere: fc.boolean(), raises: fc.boolean(), turns: fc.option(within) })
  fc.assert(
    fc.property(person, person, fc.boolean(), (hers, his, isHersFirst) => {
      const since = [month('2022-01'), month('2022-02')]
      const granted = isHersFirst ? since : since.toReversed()
      const couple = [hers, his].map(({ isSevere, raises, turns }, index) => {
        const severe = isSevere ? { from: null, until: turns } : { from: turns, until: null }
        const periods = isSevere || turns ? [severe] : []
        return historyOf(index === 0 ? 'a' : 'b', index === 0 ? 'b' : 'a', periods, raises)
      })
      const awards = ['a', 'b'].flatMap((id, index) => awardsOf(id, [{ from: granted[index]!, until: null }]))
      const shares = drawnShares(awards, couple, around)
      const register = couple.map((history) => {
        const paid = monthsPaid(history, awards, { ...around, shares })
        return asked.filter((each) => paid.has(each))
      })

      const disability = (isSevere: boolean) => (isSevere ? ('severe' as const) : ('none' as const))
      const members = [hers, his].map(({ isSevere, turns }, index) => ({
        key: index === 0 ? 'a' : 'b',
        born: '1990-01-01',
        ...(index === 1 && { spouseOf: 'a' }),
        facts: { disability: disability(isSevere) },
        changes: turns ? [{ from: turns, disability: disability(!isSevere) }] : [],
      }))
      const childOf = [hers, his].flatMap(({ raises }, index) => (raises ? [members[index]!.key] : []))
      const read = parseCase({
        members: [
          ...(isHersFirst ? members : members.toReversed()),
          { key: 'con', born: childBorn, childOf },
        ],
      })
      if ('refusals' in read) throw new Error(JSON.stringify(read.refusals))
      const file = ['a', 'b'].map((id) => asked.filter((each) => isPaidIn(read.case, id, each)))
      expect(register).toEqual(file)
    }),
  )
})

const asked = monthsThrough(month('2022-05'), month('2022-12'))
const childBorn = '2021-10-10'
const months = monthsThrough(month('2022-01'), month('2024-12'))
const recorded = { recordedAt: instant('2020-01-01T00:00:00Z'), retractedAt: null, source: 'test' }
const around = {
  places: { territoryOf: () => 'central', difficultTimes: () => [] },
  allowances: new Map(),
}

function isPaidIn(couple: Case, id: string, each: Month): boolean {
  const found = determineAll(couple, each)
  if ('refusals' in found) throw new Error('The month is known')
  const { monthly } = found.determination.members.find(({ key }) => key === id)!
  return monthly.due.some(({ component }) => component === 'parenting')
}

type Granted = { readonly from: Month; readonly until: Month | null }
const day = fc.integer({ min: 0, max: 1000 }).map((after) => addDays(civilDate('2021-11-01'), after))
/** When somebody is severely disabled, and what they were granted. */
const spouses = fc.tuple(
  fc
    .array(day, { minLength: 1, maxLength: 4 })
    .map((days) => days.toSorted())
    .map((days) =>
      days.flatMap((from, index): Period[] =>
        index % 2 === 0 ? [{ from, until: days[index + 1] ?? null }] : [],
      ),
    ),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 4 })
    .map((places) =>
      places.toSorted((one, other) => one - other).map((place) => addMonths(month('2022-01'), place)),
    )
    .map((turns) =>
      turns.flatMap((from, index): Granted[] =>
        index % 2 === 0 ? [{ from, until: turns[index + 1] ?? null }] : [],
      ),
    ),
)

function awardsOf(personId: string, granted: readonly Granted[]) {
  return granted.map(({ from, until }) => ({
    ...recorded,
    paidFrom: null,
    ...notSuspended,
    id: `${personId} ${from}`,
    personId,
    benefit: 'parenting_support' as const,
    payeeId: personId,
    areaId: 1,
    openedBy: 'x',
    closedBy: until && 'y',
    closeReason: until && 'other',
    during: { from: firstDayOf(from), until: until && firstDayOf(until) },
    resumedBy: null,
    openedIn: from,
  }))
}

/** The months that pay the share to a person under their awards, those that lapsed left out. */
function monthsPaid(
  history: PersonHistory,
  awards: ReturnType<typeof awardsOf>,
  surroundings: Parameters<typeof assembleStandings>[1],
): ReadonlySet<Month> {
  const standings = assembleStandings(history, surroundings)
  const own = awards.filter(({ personId }) => personId === history.personId)
  const lapses = lapsesOf(own, standings)
  return new Set(
    months.filter((each) => {
      const first = firstDayOf(each)
      const frame = { from: first, until: firstDayOf(addMonths(each, 1)) }
      const isOpen = own.some(
        ({ id, during }) => overlaps(during, frame) && (lapses.get(id) ?? '9999-12') > each,
      )
      const awarded = new Set(isOpen ? (['parenting_support'] as const) : [])
      const person = {
        month: each,
        knownOn: civilDate('2025-01-01'),
        ...standingsIn(standings, each),
        awarded,
      }
      return dueIn(person).length > 0
    }),
  )
}

/** Whether both would ever draw it in one month, if neither had a spouse. */
function everBoth([one, other]: readonly ReadonlySet<Month>[]): boolean {
  return [...one!].some((each) => other!.has(each))
}

function historyOf(
  personId: string,
  otherId: string,
  severe: readonly Period[],
  raises = true,
): PersonHistory {
  return {
    personId,
    identity: [
      {
        ...recorded,
        fullName: 'x',
        sex: 'female',
        born: civilDate('1990-01-01'),
        bornPrecision: 'day',
        diedOn: null,
      },
    ],
    residences: [{ ...recorded, areaId: 1, village: null, during: always }],
    circumstances: severe.map((during, index): CircumstanceFact => ({
      ...recorded,
      id: `${index}`,
      kind: 'disability',
      detail: { level: 'severe' },
      evidence: null,
      during,
    })),
    relations: [
      relation('spouse_of', otherId, '1985-01-01'),
      ...(raises ? [relation('parent_of', 'c', childBorn)] : []),
    ],
  }
}

function relation(kind: RelationFact['kind'], otherId: string, born: string): RelationFact {
  const lives = [{ ...recorded, born: civilDate(born), diedOn: null }]
  const other = { lives, study: [], disability: [] }
  return { ...recorded, kind, side: 'from', otherId, detail: {}, during: always, other }
}
