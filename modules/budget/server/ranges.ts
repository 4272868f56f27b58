import type { Month } from '#kernel/civil-date'
import type { RangeRow } from '../db/figures.ts'
import type { Line } from '../domain/lines.ts'
import { monthlyProgrammes } from '../domain/programme-of-line.ts'
import type { Range } from '../domain/spread.ts'
import type { ReckonedYear } from '../domain/reckon-year.ts'

/** The ranges that are kept: of everything, of programmes and lines, and of each commune. */
export function rangesOf(
  { spread }: ReckonedYear,
  months: readonly Month[],
  lines: readonly Line[],
  communes: readonly number[],
  { areaId, widened }: { readonly areaId: number; readonly widened: number },
): RangeRow[] {
  if (!spread) return []
  const rows: RangeRow[] = []
  const none = { programme: null, component: null, lawGroup: null, month: null }
  const ofLine = ({ component, group }: Line) => ({ component, lawGroup: group })
  const wide = ({ below, above }: Range): Range => ({
    below: Math.round(below * widened),
    above: Math.round(above * widened),
  })
  const keep = (
    summed: Parameters<typeof spread>[0],
    about: Partial<RangeRow> & Pick<RangeRow, 'areaId'>,
    { withMonths = true, isZeroKept = true } = {},
  ) => {
    const year = wide(spread(summed, null))
    if (isZeroKept || year.below > 0 || year.above > 0) rows.push({ ...none, ...about, ...year })
    if (withMonths)
      months.forEach((month, place) =>
        rows.push({ ...none, ...about, month, ...wide(spread(summed, place)) }),
      )
  }
  keep({ of: 'all', place: 0 }, { areaId })
  monthlyProgrammes.forEach((programme, place) => keep({ of: 'programme', place }, { areaId, programme }))
  lines.forEach((line, place) => keep({ of: 'line', place }, { areaId, ...ofLine(line) }))
  // A unit that is one commune is its own whole.
  communes.forEach((commune, area) => {
    if (commune === areaId) return
    keep({ of: 'area', place: area }, { areaId: commune })
    lines.forEach((line, place) =>
      keep(
        { of: 'area_line', place: area * lines.length + place },
        { areaId: commune, ...ofLine(line) },
        { withMonths: false, isZeroKept: false },
      ),
    )
  })
  return rows
}
