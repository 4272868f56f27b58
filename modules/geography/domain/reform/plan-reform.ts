import { addDays, type CivilDate } from '#kernel/civil-date'
import { areaIdOf, foldName, kindOf, type Area } from '../area.ts'
import { checkStep, type Checked } from './check-step.ts'
import { openLandBook, type LandBook } from './land-book.ts'
import { refused, type ReformFinding, type ReformRow } from './reform-row.ts'
import type { ReformChange, ReformPlan, ReformStep, Surroundings } from './reform-step.ts'

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
  for (let grew = true; grew;) {
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
