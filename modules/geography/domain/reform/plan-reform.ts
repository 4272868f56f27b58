import { addDays, type CivilDate } from '#kernel/civil-date'
import { areaIdOf, foldName, kindOf, type Area, type AreaChange } from '../area.ts'
import { checkStep, type Checked } from './check-step.ts'
import { openLandBook, type LandBook } from './land-book.ts'
import { refused, type ReformFinding, type ReformRow } from './reform-row.ts'

/** One of the ways out of a unit, with the villages that go it where the unit is divided. */
export type ReformChange = AreaChange & { readonly villages: readonly string[] | null }

/** Everything that happens to units on one day: what ends, what begins, what becomes what. */
export type ReformStep = {
  readonly on: CivilDate
  readonly rows: readonly number[]
  /** Units that end; their successors are in the changes. */
  readonly closes: readonly number[]
  readonly opens: readonly Area[]
  readonly changes: readonly ReformChange[]
}

export type ReformPlan = {
  readonly steps: readonly ReformStep[]
  /** What was found in each line. */
  readonly findings: ReadonlyMap<number, readonly ReformFinding[]>
}

/** What else is known of a unit: its villages, and how many live in each; under null those without one. */
export type ResidentsOf = (area: Area) => ReadonlyMap<string | null, number>

export type Surroundings = {
  readonly residentsOf: ResidentsOf
  /** What a unit may not be changed for on a day, such as a payment list that was already drawn up for it. */
  readonly hindrance: (area: Area, on: CivilDate) => ReformFinding | undefined
  /** What becomes of a unit above the communes by a day. */
  readonly becameOn: (areaId: number, on: CivilDate) => number
}

/**
 * Says what the lines of a file would do to the units, day after day, and what is wrong with the others. Lines that depend
 * on each other stand or fall together: a merger is done as a whole or not at all.
 */
export function planReform(
  areas: Iterable<Area>,
  rows: readonly ReformRow[],
  surroundings: Surroundings,
): ReformPlan {
  const book = openLandBook(areas)
  const findings = new Map<number, ReformFinding[]>(rows.map(({ row }) => [row, []]))
  const steps: ReformStep[] = []
  const days = [...new Set(rows.map(({ on }) => on))].toSorted()
  for (const on of days) {
    const checked = checkStep(
      book,
      rows.filter((row) => row.on === on),
      on,
      surroundings,
    )
    for (const [row, found] of checked.findings) findings.get(row)!.push(...found)
    const good = withoutCompanions(checked, findings)
    if (good.length === 0) continue
    const step = composeStep(book, good, on, surroundings)
    book.write(step)
    steps.push(step)
  }
  return { steps, findings }
}

/** Lines that share an old or a new unit with a refused one are refused with it. */
function withoutCompanions({ rows, findings }: Checked, all: Map<number, ReformFinding[]>): Checked['rows'] {
  const bad = new Set(
    [...findings].filter(([, found]) => found.some(({ level }) => level === 'refused')).map(([row]) => row),
  )
  const direct = new Set(bad)
  for (let grew = true; grew; ) {
    grew = false
    const codes = new Set(rows.filter(({ row }) => bad.has(row)).flatMap(({ from, to }) => [from, to]))
    for (const { row, from, to } of rows)
      if (!bad.has(row) && (codes.has(from) || codes.has(to))) {
        bad.add(row)
        grew = true
      }
  }
  for (const row of bad)
    if (!direct.has(row)) {
      const companion = rows.find((one) => direct.has(one.row))!
      all.get(row)!.push(refused('companion_refused', String(companion.row)))
    }
  return rows.filter(({ row }) => !bad.has(row))
}

function composeStep(
  book: LandBook,
  rows: readonly ReformRow[],
  on: CivilDate,
  { residentsOf, becameOn }: Surroundings,
): ReformStep {
  const before = addDays(on, -1)
  const unitOf = (code: string) => book.livingOn(code, before)!
  const closes = [...new Set(rows.map(({ from }) => unitOf(from).id))]
  const opens: Area[] = []
  const became = new Map<string, Area>()
  for (const [to, into] of Map.groupBy(rows, (row) => row.to)) {
    const existing = book.livingOn(to, on)
    if (existing && !closes.includes(existing.id)) {
      became.set(to, existing)
      continue
    }
    const name = tidy(into.find((row) => row.name !== null)?.name ?? existing!.name)
    const parent = unitOf(into[0]!.from).parentId!
    const area: Area = {
      id: areaIdOf(3, to, on),
      code: to,
      name,
      kind: kindOf(name),
      level: 3,
      parentId: becameOn(parent, on),
      during: { from: on, until: null },
    }
    opens.push(area)
    became.set(to, area)
  }
  const waysOut = Map.groupBy(rows, ({ from }) => from)
  const waysIn = Map.groupBy(rows, ({ to }) => to)
  const changes = rows.map((row): ReformChange => {
    const from = unitOf(row.from)
    const to = became.get(row.to)!
    const isSplit = waysOut.get(row.from)!.length > 1
    const isMerger = waysIn.get(row.to)!.length > 1 || !opens.includes(to)
    return {
      fromId: from.id,
      toId: to.id,
      kind: isSplit ? 'split' : isMerger ? 'merge' : 'rename',
      effective: on,
      share: isSplit ? shareOf(row, waysOut.get(row.from)!, residentsOf(from)) : 1,
      certain: true,
      act: row.act,
      villages: isSplit ? row.villages : null,
    }
  })
  return { on, rows: rows.map(({ row }) => row), closes, opens, changes }
}

/** The share the resolution gives, or else that of the people whose villages go this way. */
function shareOf(
  row: ReformRow,
  ways: readonly ReformRow[],
  residents: ReadonlyMap<string | null, number>,
): number {
  if (row.share !== null) return row.share / 100
  const named = new Set(ways.flatMap(({ villages }) => villages.map(foldName)))
  const mine = new Set(row.villages.map(foldName))
  let [all, going] = [0, 0]
  for (const [village, people] of residents) {
    if (village === null) continue
    all += people
    const key = foldName(village)
    if (row.villages.length > 0 ? mine.has(key) : !named.has(key)) going += people
  }
  // Where nobody lives there is nothing to measure by; a share of nothing is not one.
  const share = all === 0 ? 1 / ways.length : going / all
  return Math.max(0.0001, Math.min(1, Math.round(share * 10_000) / 10_000))
}

export function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

