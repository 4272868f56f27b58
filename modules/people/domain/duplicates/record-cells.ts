import type { BirthPrecision, CivilDate } from '#kernel/civil-date'

/** What is compared of somebody in the register, or about to be in it. */
export type Recordable = {
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: BirthPrecision
  readonly homeAreaId: number
  readonly homeVillage: string | null
  readonly phone: string | null
  readonly personalId: string | null
  readonly legacyId: string | null
  readonly head: string | null
}

/** A record as a table of texts has it, by the columns of the register’s rules. */
export function recordCells(record: Recordable): (column: string) => string {
  const { born, bornPrecision } = record
  const cells: Readonly<Record<string, string | null>> = {
    name: record.fullName,
    born: bornPrecision === 'year' ? born.slice(0, 4) : bornPrecision === 'month' ? born.slice(0, 7) : born,
    sex: record.sex,
    personalId: record.personalId,
    legacyId: record.legacyId,
    commune: String(record.homeAreaId),
    village: record.homeVillage,
    head: record.head,
    phone: record.phone,
  }
  return (column) => cells[column] ?? ''
}
