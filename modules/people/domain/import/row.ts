import type { CivilDate } from '#kernel/civil-date'
import { checkIdentifier } from '../identifier.ts'
import { readCommune, type Communes } from './commune-cell.ts'
import type { ImportField } from './fields.ts'
import type { ImportFinding } from './findings.ts'
import { readBirthCells, readDeath, readName, readNumbers, readSexCells } from './identity-cells.ts'
import { readOldFonts } from './old-fonts.ts'
import { readListing } from './listing-cells.ts'
import { openRow } from './row-cells.ts'
import type { StagedPerson } from './staged-person.ts'
import type { ImportCell } from './values.ts'

/** What a row is read by: the day, and where communes are looked for. */
export type RowContext = Communes & { readonly today: CivilDate }

export type ParsedRow = { readonly person: StagedPerson | null; readonly findings: readonly ImportFinding[] }

/** Understands one row: what it says of a person, and everything that has to be said about how it says it. */
export function parseRow(
  cells: readonly (ImportCell | null)[],
  mapping: readonly ImportField[],
  context: RowContext,
): ParsedRow {
  const row = openRow(cells, mapping)
  const fullName = readName(row)
  const birth = readBirthCells(row, context.today)
  const identifiers = readNumbers(row)
  const sex = readSexCells(row, birth?.sex, identifiers, fullName)
  const areaId = readCommune(row, context)
  const diedOn = readDeath(row, birth?.born, context.today)
  const listed = readListing(row, birth?.born, context.today)
  const plain = (field: ImportField) => {
    const text = row.cell(field)?.text
    return text ? readOldFonts(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim() || null : null
  }
  const phone = plain('phone')
  if (phone && !/^(?:0|\+84)\d{9}$/.test(phone.replaceAll(/[\s.-]/g, ''))) row.find('phone_unusual', 'phone')
  if (
    row.findings.some(({ level }) => level === 'refused') ||
    !fullName ||
    !birth ||
    !sex ||
    areaId === undefined
  )
    return { person: null, findings: row.findings }
  for (const { kind, number } of identifiers)
    for (const finding of checkIdentifier(kind, number, { ...birth, sex }))
      if (finding.level === 'soft' && finding.code !== 'card_level_unusual')
        row.find(finding.code, 'number', null, 'year' in finding ? { year: finding.year } : {})
  const person: StagedPerson = {
    fullName,
    sex,
    born: birth.born,
    bornPrecision: birth.bornPrecision,
    diedOn,
    identifiers,
    areaId,
    village: plain('village'),
    address: plain('address'),
    ethnicGroup: plain('ethnicGroup'),
    phone,
    ...listed,
  }
  return { person, findings: row.findings }
}
