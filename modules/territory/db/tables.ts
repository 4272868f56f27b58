import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CivilDate, Instant } from '#kernel/civil-date'
import type { GivenOutline, ReformStep } from '#modules/geography'
import type { Figures, Outcome } from '../domain/figures.ts'
import type { ReformLine } from '../domain/reform-line.ts'

export type TerritoryTables = {
  'territory.reform': {
    id: Generated<string>
    fileName: string
    digest: string
    lines: JSONColumnType<ReformLine[]>
    areaId: number
    createdAt: Instant
    createdBy: string
    createdName: string
  }
  'territory.step': {
    id: Generated<string>
    reformId: string
    effective: CivilDate
    state: 'planned' | 'ordered' | 'applied' | 'cancelled'
    plan: JSONColumnType<ReformStep>
    figures: JSONColumnType<Figures> | null
    outcome: JSONColumnType<Outcome> | null
    jobId: string | null
    orderedAt: Instant | null
    orderedBy: string | null
    orderedName: string | null
    appliedAt: Instant | null
  }
  'territory.stepOutline': {
    reformId: string
    effective: CivilDate
    code: string
    rings: ColumnType<GivenOutline['polygons'], string, string>
    areaKm2: string
    source: string
    note: string | null
    isSchematic: boolean
    givenAt: Instant
    givenBy: string
  }
  'territory.toPlace': {
    stepId: string
    personId: string
    areaId: number
    placedAt: Instant | null
    placedBy: string | null
  }
}
