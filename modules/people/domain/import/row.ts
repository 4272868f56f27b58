import { addMonths, ageOn, CivilDate, BirthPrecision, firstDayOf, Month, monthOf } from '#kernel/civil-date'
import { z } from 'zod'
import { checkBirth } from '../birth-date.ts'
import { checkIdentifier } from '../identifier.ts'
import { isName, normaliseName } from '../name.ts'
import type { ImportField } from './fields.ts'
import { findingLevels, type FindingCode, type ImportFinding } from './findings.ts'
import { readDisabilityLevel } from './disability-level.ts'
import { isOfPoorOnly, readGroup, type ImportGroup } from './group.ts'
import { calmCapitals, repairTcvn3, repairTyping } from './legacy-text.ts'
import {
  isMarked,
  readBirth,
  readCoefficient,
  readDay,
  readDisabilityTypes,
  readMoney,
  readMonth,
  readNumber,
  readPoverty,
  readSex,
  type ImportCell,
} from './values.ts'

/** A row as it will be taken into the register once every finding to look at has been accepted. */
export const StagedPerson = z.object({
  fullName: z.string(),
  sex: z.enum(['female', 'male']),
  born: CivilDate,
  bornPrecision: BirthPrecision,
  diedOn: CivilDate.nullable(),
  identifiers: z.array(z.object({ kind: z.enum(['personal_id', 'legacy_id']), number: z.string() })),
  areaId: z.int(),
  village: z.string().nullable(),
  address: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  phone: z.string().nullable(),
  group: z.custom<ImportGroup>().nullable(),
  disability: z
    .object({
      level: z.enum(['exceptionally_severe', 'severe', 'mild']),
      types: z.array(z.string()),
      /** Of the certificate; rows checked before there was a column for it do not know. */
      issuedOn: CivilDate.nullish(),
    })
    .nullable(),
  poverty: z.enum(['poor', 'near_poor', 'none']).nullable(),
  coefficient: z.int().nullable(),
  monthly: z.int().nullable(),
  decision: z.object({ number: z.string(), signedOn: CivilDate.nullable() }).nullable(),
  firstMonth: Month.nullable(),
})
export type StagedPerson = z.infer<typeof StagedPerson>

export type CommuneAnswer =
  | { readonly areaId: number; readonly renamedTo?: string | undefined }
  | { readonly problem: 'commune_unknown' | 'commune_outside' | 'commune_ambiguous' }

export type RowContext = {
  readonly today: CivilDate
  /** The commune of the whole list where it is for one commune. */
  readonly areaId: number | null
  readonly findCommune: (text: string) => CommuneAnswer
}

export type ParsedRow = { readonly person: StagedPerson | null; readonly findings: readonly ImportFinding[] }

/** Understands one row: what it says of a person, and everything that has to be said about how it says it. */
export function parseRow(
  cells: readonly (ImportCell | null)[],
  mapping: readonly ImportField[],
  context: RowContext,
): ParsedRow {
  const row = openRow(cells, mapping)
  const fullName = readName(row)
  const birth = readBirthCells(row, context)
  const identifiers = readNumbers(row)
  const sex = readSexCells(row, birth?.sex, identifiers, fullName)
  const areaId = readCommune(row, context)
  const diedOn = readDeath(row, birth?.born, context.today)
  const listed = readListing(row, birth?.born, context.today)
  const plain = (field: ImportField) => {
    const text = row.cell(field)?.text
    return text ? (repairTcvn3(text) ?? text).normalize('NFC').replaceAll(/\s+/g, ' ').trim() || null : null
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

/** The cells of one row by what they hold, and what was found in them. */
function openRow(cells: readonly (ImportCell | null)[], mapping: readonly ImportField[]) {
  const findings: ImportFinding[] = []
  function cell(field: ImportField): ImportCell | null {
    const column = mapping.indexOf(field)
    const found = column < 0 ? null : (cells[column] ?? null)
    return found && found.kind !== 'error' && found.text.trim() !== '' ? found : null
  }
  function find(
    code: FindingCode,
    field: ImportField,
    suggestion: string | null = null,
    details: Record<string, string | number> = {},
  ): undefined {
    const column = mapping.indexOf(field)
    findings.push({
      code,
      level: findingLevels[code],
      field,
      column: column < 0 ? null : column,
      value: cells[column]?.text ?? '',
      suggestion,
      details,
    })
  }
  mapping.forEach((field, column) => {
    const found = cells[column]
    if (field === 'ignored' || !found) return
    if (found.kind === 'error') find('cell_error', field)
    else if (found.isFormula) find('cell_formula', field)
  })
  return { findings, cell, find }
}

type RowReading = ReturnType<typeof openRow>

function readName(row: RowReading): string | undefined {
  const cell = row.cell('fullName')
  if (!cell) return row.find('name_missing', 'fullName')
  let name = normaliseName(cell.text)
  const decoded = repairTcvn3(name)
  if (decoded) {
    row.find('name_old_encoding', 'fullName', decoded)
    name = decoded
  }
  const typed = repairTyping(name)
  if (typed) {
    row.find('name_typing', 'fullName', typed)
    name = typed
  }
  if (!isName(name) || !/\p{L}{2}/u.test(name) || name.length > 100) return row.find('name_wrong', 'fullName')
  const calm = calmCapitals(name)
  if (calm) row.find('name_capitals', 'fullName', calm)
  return calm ?? name
}

function readBirthCells(row: RowReading, { today }: RowContext) {
  const male = row.cell('bornIfMale')
  const female = row.cell('bornIfFemale')
  const field = row.cell('born') ? 'born' : female ? 'bornIfFemale' : male ? 'bornIfMale' : undefined
  if (!field) return row.find('birth_missing', 'born')
  const sex = field === 'born' ? undefined : field === 'bornIfMale' ? ('male' as const) : ('female' as const)
  const read = readBirth(row.cell(field)!, today)
  if (!read) return row.find('birth_unreadable', field)
  let { born } = read
  const { bornPrecision } = read
  const finding = checkBirth(read, today)
  if (finding?.code === 'birth_too_long_ago') return row.find('birth_too_long_ago', field)
  if (finding?.code === 'birth_in_future') {
    // A year written whole says what it says: nobody makes a century of it but whoever has the paper.
    if (read.how !== 'two_digits') return row.find('birth_in_future', field)
    born = finding.suggested
    row.find('birth_century_assumed', field, born.slice(0, 4), { born: read.born, precision: bornPrecision })
  } else if (read.how === 'two_digits') {
    row.find('birth_century_assumed', field, born.slice(0, 4))
  } else if (read.how === 'serial') {
    row.find('birth_from_serial', field, born)
  }
  return { born, bornPrecision, sex }
}

function readNumbers(row: RowReading): StagedPerson['identifiers'] {
  const identifiers: StagedPerson['identifiers'] = []
  for (const field of ['number', 'formerNumber'] as const) {
    const cell = row.cell(field)
    if (!cell) continue
    const read = readNumber(cell)
    if ('problem' in read) {
      row.find(read.problem, field, null, 'digits' in read ? { digits: read.digits } : {})
      continue
    }
    const number = 'suggested' in read ? read.suggested : read.number
    if ('suggested' in read) row.find('number_zero_lost', field, number, { digits: cell.text.trim().length })
    if (!identifiers.some((one) => one.kind === read.kind)) identifiers.push({ kind: read.kind, number })
  }
  return identifiers
}

function readSexCells(
  row: RowReading,
  fromColumn: 'female' | 'male' | undefined,
  identifiers: StagedPerson['identifiers'],
  fullName: string | undefined,
): 'female' | 'male' | undefined {
  const cell = row.cell('sex')
  if (cell) {
    // A column «Nữ» marked with x, and left empty for men, is not a column of words.
    const sex = readSex(cell.text) ?? (foldsToMark(cell.text) ? 'female' : undefined)
    if (!sex) row.find('sex_unreadable', 'sex')
    return sex
  }
  if (fromColumn) return fromColumn
  const personal = identifiers.find(({ kind }) => kind === 'personal_id')
  if (personal) {
    const sex = Number(personal.number[3]) % 2 === 0 ? 'male' : 'female'
    row.find('sex_from_number', 'sex', sex)
    return sex
  }
  const middle = fullName?.split(' ').slice(1, -1) ?? []
  const sex = middle.includes('Thị') ? 'female' : middle.includes('Văn') ? 'male' : undefined
  row.find(sex ? 'sex_from_name' : 'sex_missing', 'sex', sex ?? null)
  return sex
}

function foldsToMark(text: string): boolean {
  return /^[x+✓v]$/i.test(text.trim()) && isMarked(text)
}

function readCommune(row: RowReading, { areaId, findCommune }: RowContext): number | undefined {
  const cell = row.cell('commune')
  if (!cell) {
    if (areaId === null) row.find('commune_unknown', 'commune')
    return areaId ?? undefined
  }
  const found = findCommune(repairTcvn3(cell.text) ?? cell.text)
  if ('problem' in found) return row.find(found.problem, 'commune')
  if (found.renamedTo) row.find('commune_renamed', 'commune', found.renamedTo)
  return found.areaId
}

function readDeath(row: RowReading, born: CivilDate | undefined, today: CivilDate): CivilDate | null {
  const cell = row.cell('diedOn')
  if (!cell) return null
  const diedOn = readDay(cell, today)
  if (!diedOn) row.find('death_unreadable', 'diedOn')
  else if (diedOn > today) row.find('death_in_future', 'diedOn')
  else if (born && diedOn < born) row.find('death_before_birth', 'diedOn')
  return diedOn ?? null
}

/** What the list says the person receives, and on what ground. */
function readListing(row: RowReading, born: CivilDate | undefined, today: CivilDate) {
  const decisionNumber = row.cell('decisionNumber')?.text.normalize('NFC').trim()
  const dateCell = row.cell('decisionDate')
  const signedOn = dateCell ? readDay(dateCell, today) : undefined
  if (dateCell && !signedOn) row.find('decision_date_unreadable', 'decisionDate')
  if (signedOn && signedOn > today) row.find('decision_date_in_future', 'decisionDate')
  const monthCell = row.cell('firstMonth')
  const firstMonth = monthCell ? readMonth(monthCell, today) : undefined
  if (monthCell && !firstMonth) row.find('first_month_unreadable', 'firstMonth')
  if (firstMonth) checkFirstMonth(row, firstMonth, { born, signedOn, today })

  const coefficientCell = row.cell('coefficient')
  const coefficient = coefficientCell ? readCoefficient(coefficientCell.text) : undefined
  if (coefficientCell && coefficient === undefined) row.find('coefficient_unreadable', 'coefficient')
  else if (coefficient !== undefined && (coefficient % 5 !== 0 || coefficient < 10 || coefficient > 60))
    row.find('coefficient_unusual', 'coefficient')
  const moneyCell = row.cell('monthly')
  const monthly = moneyCell ? readMoney(moneyCell.text) : undefined
  if (moneyCell && monthly === undefined) row.find('amount_unreadable', 'monthly')

  const povertyCell = row.cell('poverty')
  const poverty = povertyCell ? readPoverty(repairTcvn3(povertyCell.text) ?? povertyCell.text) : undefined
  if (povertyCell && !poverty) row.find('poverty_unreadable', 'poverty')

  const isListedAsNotPoor = poverty === 'none'
  const start = firstMonth ? firstDayOf(firstMonth) : (signedOn ?? today)
  const { group, disability } = readGroupCells(row, { born, start, today })
  if (disability?.issuedOn && signedOn && disability.issuedOn > signedOn)
    row.find('certificate_after_decision', 'disabilityIssuedOn')
  if (isListedAsNotPoor && isOfPoorOnly(group)) row.find('group_needs_poor', 'poverty')
  // Without a signed decision the person and the facts are taken in, and nothing is awarded.
  if (group && !(decisionNumber && signedOn)) row.find('decision_missing', 'decisionNumber')
  return {
    group,
    disability,
    poverty: poverty ?? null,
    coefficient: coefficient ?? null,
    monthly: monthly ?? null,
    decision: decisionNumber ? { number: decisionNumber, signedOn: signedOn ?? null } : null,
    firstMonth: firstMonth ?? (signedOn ? monthOf(signedOn) : null),
  }
}

/**
 * A decision gives from its own month on, and seldom from an earlier one, as when a certificate or a birthday came first:
 * whoever has the paper looks. Months to come are not received yet.
 */
function checkFirstMonth(
  row: RowReading,
  firstMonth: Month,
  {
    born,
    signedOn,
    today,
  }: { born: CivilDate | undefined; signedOn: CivilDate | undefined; today: CivilDate },
) {
  if (born && firstMonth < monthOf(born)) row.find('first_month_before_birth', 'firstMonth')
  else if (firstMonth > addMonths(monthOf(today), 1)) row.find('first_month_in_future', 'firstMonth')
  else if (signedOn && firstMonth < monthOf(signedOn))
    row.find('first_month_before_decision', 'firstMonth', null, { month: monthOf(signedOn) })
}

type Days = { readonly born: CivilDate | undefined; readonly start: CivilDate; readonly today: CivilDate }

function readGroupCells(row: RowReading, { born, start, today }: Days) {
  const levelCell = row.cell('disabilityLevel')
  const groupCell = row.cell('group')
  const typesCell = row.cell('disabilityType')
  const level = levelCell ? readDisabilityLevel(repairTcvn3(levelCell.text) ?? levelCell.text) : undefined
  if (levelCell && !level) row.find('level_unreadable', 'disabilityLevel')
  if (level === 'mild') row.find('level_without_allowance', 'disabilityLevel')
  let group = groupCell ? (readGroup(repairTcvn3(groupCell.text) ?? groupCell.text) ?? null) : null
  if (groupCell && !group) row.find('group_unreadable', 'group')
  if (!groupCell && level && level !== 'mild') group = { kind: 'disability', level }
  if (group?.kind === 'disability' && !group.level) {
    if (level && level !== 'mild') group = { kind: 'disability', level }
    else row.find('group_needs_level', 'group')
  }
  if (group?.kind === 'child' && !group.parents) row.find('group_parents_unclear', 'group')
  if (group?.kind === 'single_parent' && !group.basis) row.find('group_basis_unclear', 'group')
  if (group?.kind === 'elder_by_letter') row.find('group_letter_unclear', 'group')
  if (group && born && !isOfAge(group, ageOn(born, start > born ? start : born)))
    row.find('group_sex_or_age', 'group', null, { age: ageOn(born, start > born ? start : born) })
  const known = level ?? (group?.kind === 'disability' ? group.level : undefined)
  if (!known) return { group, disability: null }
  const types = typesCell ? readDisabilityTypes(repairTcvn3(typesCell.text) ?? typesCell.text) : []
  const issuedOn = readCertificateDay(row, born, today)
  // What the list does not say stays open in the register: nobody’s certificate is dated by the day of an import.
  if (types.length === 0) row.find('disability_type_missing', 'disabilityType')
  return { group, disability: { level: known, types, issuedOn } }
}

function readCertificateDay(row: RowReading, born: CivilDate | undefined, today: CivilDate) {
  const cell = row.cell('disabilityIssuedOn')
  if (!cell) row.find('certificate_day_missing', 'disabilityIssuedOn')
  const issuedOn = cell ? readDay(cell, today) : undefined
  if (cell && !issuedOn) row.find('certificate_day_unreadable', 'disabilityIssuedOn')
  if (issuedOn && (issuedOn > today || (born && issuedOn < born)))
    row.find('certificate_day_impossible', 'disabilityIssuedOn')
  return issuedOn ?? null
}

function isOfAge(group: ImportGroup, age: number): boolean {
  switch (group.kind) {
    case 'child':
    case 'child_hiv':
      return age < 16
    case 'child_under_3':
      return age < 3
    case 'student':
    case 'single_parent':
    case 'hiv_poor':
      return age >= 16
    case 'elder_poor':
    case 'elder_facility':
      return age >= 60
    case 'elder_difficult_area':
      return age >= 75
    case 'elder_80':
      return age >= 80
    case 'social_pension':
      return age >= 70
    case 'disability':
    case 'elder_by_letter':
      return true
  }
}
