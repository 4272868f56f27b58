import type { ColumnType, Generated } from 'kysely'
import type { Instant, Month } from '#kernel/civil-date'
import type { ImportColumn } from '../domain/import/columns.ts'
import type { ImportField } from '../domain/import/fields.ts'
import type { ImportFinding, ImportVerdict } from '../domain/import/findings.ts'
import type { StagedPerson } from '../domain/import/staged-person.ts'

/** jsonb goes in as text and comes out as what it is. */
type Json<Value> = ColumnType<Value, string, string>

export type ImportState = 'mapping' | 'checking' | 'checked' | 'applying' | 'applied' | 'cancelled'

export type ImportTables = {
  'people.import': {
    id: Generated<string>
    areaId: number
    fileId: string
    fileName: string
    sha256: string
    state: ImportState
    sheet: string
    headerRow: number
    firstRow: number
    columns: Json<ImportColumn[]>
    mapping: Json<ImportField[]>
    formulas: number
    rowCount: number
    jobId: string | null
    createdAt: Instant
    createdBy: string
    appliedAt: Instant | null
    paidThrough: Month | null
  }
  'people.importRow': {
    importId: string
    rowNumber: number
    label: string
    person: Json<StagedPerson | null>
    findings: Json<ImportFinding[]>
    verdict: ImportVerdict
    accepted: Generated<string[]>
    personId: string | null
    lawful: number | null
    owed: Json<Readonly<Record<Month, number>>> | null
    appliedAt: Instant | null
  }
}
