import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import type { AreaLevel } from '../domain/area.ts'
import type { Polygon } from '../domain/boundaries/polygon.ts'
import type { CalendarDay } from '../domain/public-holidays.ts'

type Range = ColumnType<Period, string, string>

export type GeographyTables = {
  'geography.area': {
    id: number
    code: string
    name: string
    kind: string
    level: AreaLevel
    parentId: number | null
    during: Range
    act: string | null
    searchKey: string
  }
  'geography.areaChange': {
    fromId: number
    toId: number
    kind: 'rename' | 'merge' | 'split' | 'transfer'
    effective: CivilDate
    share: string
    certain: boolean
    act: string | null
    villages: Generated<string[] | null>
  }
  'geography.boundary': {
    id: Generated<string>
    areaId: number
    since: CivilDate | null
    rings: JSONColumnType<Polygon[]>
    areaKm2: string
    source: string
    note: string | null
    isSchematic: boolean
    importId: string
    importedAt: Instant
    importedBy: string
    replacedAt: Generated<Instant | null>
  }
  'geography.areaWithin': { withinId: number; areaId: number }
  'geography.classification': {
    id: Generated<string>
    areaId: number
    village: string | null
    kind: 'extremely_difficult' | 'mountainous'
    during: Range
    act: string
    certain: boolean
  }
  'geography.calendarDay': CalendarDay
  'platform.setting': { key: string; value: unknown }
}
