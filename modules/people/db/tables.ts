import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { BirthPrecision, CivilDate, Instant } from '#kernel/civil-date'
import type { Period } from '#kernel/period'
import type { RelationKind } from '../domain/history.ts'
import type { IdentifierKind } from '../domain/identifier.ts'

/** A daterange: read as a period, written as text («[from,until)», see kernel/period.ts). */
type Range = ColumnType<Period, string, string>

type Recorded = {
  source: string
  recordedAt: Generated<Instant>
  recordedBy: string | null
  retractedAt: Instant | null
}

type Identity = {
  fullName: string
  sex: 'female' | 'male'
  born: CivilDate
  bornPrecision: BirthPrecision
  diedOn: CivilDate | null
  ethnicGroup: string | null
  phone: string | null
}

export type PeopleTables = {
  'people.person': Identity & {
    id: Generated<string>
    homeAreaId: number
    homeVillage: string | null
    nameKey: string
    plainKey: string
    sortKey: string
    createdAt: Generated<Instant>
    /** The record this one was found to be the same person as. */
    mergedInto: Generated<string | null>
  }
  'people.personVersion': Identity & Recorded & { id: Generated<string>; personId: string }
  'people.identifier': Recorded & {
    id: Generated<string>
    personId: string
    kind: IdentifierKind
    number: string
    verifiedOn: CivilDate | null
  }
  'people.residence': Recorded & {
    id: Generated<string>
    personId: string
    areaId: number
    village: string | null
    address: string | null
    during: Range
  }
  'people.household': { id: Generated<string>; code: string; createdAt: Generated<Instant> }
  'people.membership': Recorded & {
    id: Generated<string>
    householdId: string
    personId: string
    isHead: boolean
    relationToHead: string
    during: Range
  }
  'people.relation': Recorded & {
    id: Generated<string>
    personId: string
    otherId: string
    kind: RelationKind
    detail: JSONColumnType<Record<string, unknown>>
    during: Range
  }
  'people.circumstance': Recorded & {
    id: Generated<string>
    personId: string | null
    householdId: string | null
    kind: string
    detail: JSONColumnType<Record<string, unknown>>
    evidence: JSONColumnType<Record<string, unknown>> | null
    during: Range
  }
  'people.touched': { personId: string; touchedAt: Generated<Instant> }
}
