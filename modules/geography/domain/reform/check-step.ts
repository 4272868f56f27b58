import { addDays, type CivilDate } from '#kernel/civil-date'
import { areaIdOf, foldName, type Area } from '../area.ts'
import type { LandBook } from './land-book.ts'
import type { Surroundings } from './reform-step.ts'
import { refused, type ReformFinding, type ReformRow } from './reform-row.ts'

export type Checked = {
  readonly rows: readonly ReformRow[]
  readonly findings: ReadonlyMap<number, readonly ReformFinding[]>
}

/** Looks at the lines of one day: at each by itself, then at what leaves a unit, then at what enters one. */
export function checkStep(
  book: LandBook,
  rows: readonly ReformRow[],
  on: CivilDate,
  surroundings: Surroundings,
): Checked {
  const findings = new Map<number, ReformFinding[]>(rows.map(({ row }) => [row, []]))
  const note = (row: ReformRow, finding: ReformFinding | undefined) => {
    if (finding) findings.get(row.row)!.push(finding)
  }
  const isSound = (row: ReformRow) => findings.get(row.row)!.length === 0
  for (const row of rows) note(row, checkRow(book, row, on, surroundings))
  for (const [key, same] of Map.groupBy(rows, ({ from, to }) => `${from} ${to}`))
    for (const row of same.slice(1)) note(row, refused('row_twice', key.split(' ')[0]!))
  const sound = rows.filter(isSound)
  for (const ways of Map.groupBy(sound, ({ from }) => from).values()) {
    const unit = book.livingOn(ways[0]!.from, addDays(on, -1))!
    for (const [row, finding] of checkWaysOut(ways, surroundings.residentsOf(unit))) note(row, finding)
  }
  const leaving = new Set(sound.map(({ from }) => from))
  for (const ways of Map.groupBy(sound, ({ to }) => to).values())
    for (const row of ways) {
      const isDivided = sound.filter(({ from }) => from === row.from).length > 1
      note(row, checkWayIn(book, { ways, row, on, leaving, isDivided }))
    }
  for (const row of circular(sound)) note(row, refused('circular'))
  return { rows, findings }
}

function checkRow(
  book: LandBook,
  { from, to }: ReformRow,
  on: CivilDate,
  { hindrance }: Surroundings,
): ReformFinding | undefined {
  for (const code of [from, to]) if (!/^\d{5}$/.test(code)) return refused('code_malformed', code)
  const known = book.named(from).filter(({ level }) => level === 3)
  if (known.length === 0) return refused('unknown_code', from)
  const unit = known.find(
    ({ during }) =>
      (during.from === null || during.from < on) && (during.until === null || during.until > addDays(on, -1)),
  )
  if (!unit) return refused('not_living', livesOf(known))
  const { until } = unit.during
  if (until === on) return refused('changed_that_day', unit.name)
  if (until !== null) return refused('changes_later', `${unit.name}|${until}`)
  return hindrance(unit, on)
}

function livesOf(units: readonly Area[]): string {
  return units.map(({ name, during }) => `${name}|${during.from ?? ''}|${during.until ?? ''}`).join(';')
}

function* checkWaysOut(
  ways: readonly ReformRow[],
  residents: ReadonlyMap<string | null, number>,
): Generator<readonly [ReformRow, ReformFinding]> {
  const shares = ways.map(({ share }) => share)
  const isDivided = ways.length > 1
  const rest = ways.filter(({ villages }) => villages.length === 0)
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0)
  if (isDivided ? shares.some((share) => share !== null) : shares[0] !== null)
    if (shares.includes(null) || Math.abs(sum - 100) > 0.005)
      for (const row of ways) yield [row, refused('shares_not_whole', String(sum))]
  // By share alone nobody could say who goes where.
  if (isDivided && rest.length > 1)
    for (const row of rest) yield [row, refused('split_without_villages', row.from)]
  const named = new Map<string, ReformRow>()
  for (const row of ways)
    for (const village of row.villages) {
      const key = foldName(village)
      if (named.has(key)) yield [row, refused('village_twice', village)]
      named.set(key, row)
    }
  const known = [...residents.keys()].filter((village) => village !== null)
  if (rest.length === 0) {
    const left = known.filter((village) => !named.has(foldName(village)))
    if (!isDivided || left.length > 0)
      for (const row of ways) yield [row, refused('villages_left_over', left.slice(0, 5).join(', '))]
  }
  const lived = new Set(known.map(foldName))
  for (const row of ways)
    for (const village of row.villages)
      if (!lived.has(foldName(village)))
        yield [row, { code: 'village_unknown', level: 'note', detail: village }]
}

function checkWayIn(
  book: LandBook,
  {
    ways,
    row,
    on,
    leaving,
    isDivided,
  }: {
    ways: readonly ReformRow[]
    row: ReformRow
    on: CivilDate
    leaving: ReadonlySet<string>
    isDivided: boolean
  },
): ReformFinding | undefined {
  const before = addDays(on, -1)
  const unit = book.livingOn(row.from, before)!
  const existing = book.livingOn(row.to, on)
  const names = new Set(ways.flatMap(({ name }) => (name === null ? [] : [foldName(name)])))
  if (names.size > 1) return refused('name_differs', row.to)
  const name = ways.find((one) => one.name !== null)?.name ?? null
  const provinces = new Set(ways.map(({ from }) => book.provinceOf(book.livingOn(from, before)!)?.id))
  if (existing) provinces.add(book.provinceOf(existing)?.id)
  if (provinces.size > 1) return refused('across_provinces', row.to)
  if (existing && !leaving.has(row.to)) {
    if (name !== null && foldName(name) !== foldName(existing.name))
      return refused('goes_on_under_its_name', existing.name)
    if (existing.during.until !== null)
      return refused('changes_later', `${existing.name}|${existing.during.until}`)
    return undefined
  }
  if (name === null && !existing) return refused('name_missing', row.to)
  if (name !== null && !hasKind(name)) return refused('name_without_kind', name)
  if (
    !isDivided &&
    row.from === row.to &&
    ways.length === 1 &&
    (name === null || foldName(name) === foldName(unit.name))
  )
    return refused('changes_nothing', unit.name)
  if (book.get(areaIdOf(3, row.to, on))) return refused('code_twice_in_month', row.to)
  return undefined
}

function hasKind(name: string): boolean {
  return /^(xã|phường|thị trấn|đặc khu) \S/i.test(name.normalize('NFC'))
}

/** Lines by which a unit would, over others, become itself again, none of them with a name of its own. */
function circular(rows: readonly ReformRow[]): ReformRow[] {
  const nexts = Map.groupBy(
    rows.filter(({ from, to, name }) => name === null && from !== to),
    ({ from }) => from,
  )
  const returns = (start: string) => {
    const seen = new Set<string>()
    const waiting = [start]
    for (const code of waiting)
      for (const { to } of nexts.get(code) ?? []) {
        if (to === start) return true
        if (!seen.has(to)) {
          seen.add(to)
          waiting.push(to)
        }
      }
    return false
  }
  return rows.filter(({ from, to, name }) => name === null && from !== to && returns(from))
}
