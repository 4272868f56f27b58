import { addDays, civilDate, type CivilDate } from '#kernel/civil-date'
import { contains, type Period } from '#kernel/period'

export { bareName, foldName } from './area-names.ts'

/** 0 the country, 1 province, 2 district (until 2025-06-30), 3 commune. */
export type AreaLevel = 0 | 1 | 2 | 3

/** An administrative unit («đơn vị hành chính») for as long as it had this name, land and place in the hierarchy. */
export type Area = {
  readonly id: number
  readonly code: string
  /** With its kind, as it stands on papers: «Xã Sao Đại Việt». */
  readonly name: string
  readonly kind: string
  readonly level: AreaLevel
  readonly parentId: number | null
  readonly during: Period
}

/** What took the place of a unit, from a day on. */
export type AreaChange = {
  readonly fromId: number
  readonly toId: number
  readonly kind: 'rename' | 'merge' | 'split' | 'transfer'
  readonly effective: CivilDate
  readonly share: number
  readonly certain: boolean
  readonly act: string | null
}

export const countryId = 0

const offsets: Readonly<Record<Exclude<AreaLevel, 0>, number>> = { 1: 90_000, 2: 80_000, 3: 0 }

/**
 * The id of a unit, the same on every installation: year and month of its first day, then five digits made of its code
 * (communes as they are, districts from 80000, provinces from 90000). So 250708740 is the commune 08740 of July 2025,
 * 8740 the commune of that code in the list of 2022, and 90026 the former Vĩnh Phúc.
 */
export function areaIdOf(level: Exclude<AreaLevel, 0>, code: string, since: CivilDate | null): number {
  const yearMonth = since === null ? 0 : Number(since.slice(2, 4) + since.slice(5, 7))
  return yearMonth * 100_000 + offsets[level] + Number(code)
}

/** The level that a code of the statistics office is of, by its length. */
export function levelOfCode(code: string): AreaLevel {
  return code.length === 2 && code !== 'VN' ? 1 : code.length === 3 ? 2 : code.length === 5 ? 3 : 0
}

/** The kind that a full name begins with: «Thị trấn Thổ Tang» is a «thị trấn». */
export function kindOf(name: string): string {
  const kind = ['Thành phố', 'Thị trấn', 'Thị xã', 'Đặc khu', 'Phường', 'Huyện', 'Quận', 'Tỉnh', 'Xã'].find(
    (word) => name.normalize('NFC').toLowerCase().startsWith(`${word.toLowerCase()} `),
  )
  if (!kind) throw new RangeError(`No kind of unit in the name: ${name}`)
  return kind.toLowerCase()
}

export function isValidOn(area: Area, day: CivilDate): boolean {
  return contains(area.during, day)
}

/** The last day of the three levels; communes and provinces of two levels begin the day after. */
export const lastDayOfDistricts = civilDate('2025-06-30')
export const twoLevelsFrom = addDays(lastDayOfDistricts, 1)
