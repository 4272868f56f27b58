import type { CivilDate } from '#kernel/civil-date'
import { checkBirth } from '../birth-date.ts'
import { isName, normaliseName } from '../name.ts'
import { calmCapitals, repairTyping } from './legacy-text.ts'
import { repairOldFonts } from './old-fonts.ts'
import type { RowReading } from './row-cells.ts'
import type { StagedPerson } from './staged-person.ts'
import { isMarked, readBirth, readDay, readNumber, readSex } from './values.ts'

/** The name as it will be written, with what had to be mended of it. */
export function readName(row: RowReading): string | undefined {
  const cell = row.cell('fullName')
  if (!cell) return row.find('name_missing', 'fullName')
  let name = normaliseName(cell.text)
  const decoded = repairOldFonts(name)
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

/** The birth, from the column that has it, and the sex where the column says that too. */
export function readBirthCells(row: RowReading, today: CivilDate) {
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

/** The numbers of the row, one of each kind. */
export function readNumbers(row: RowReading): StagedPerson['identifiers'] {
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

/** The sex, from its own column or what else tells it. */
export function readSexCells(
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

/** The day of death, where the list tells of one. */
export function readDeath(row: RowReading, born: CivilDate | undefined, today: CivilDate): CivilDate | null {
  const cell = row.cell('diedOn')
  if (!cell) return null
  const diedOn = readDay(cell, today)
  if (!diedOn) row.find('death_unreadable', 'diedOn')
  else if (diedOn > today) row.find('death_in_future', 'diedOn')
  else if (born && diedOn < born) row.find('death_before_birth', 'diedOn')
  return diedOn ?? null
}
