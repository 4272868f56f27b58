import { ageOn, type CivilDate } from '#kernel/civil-date'
import { foldHeader } from './columns.ts'
import { readDisabilityLevel } from './disability-level.ts'
import { doubtOfGroup } from './group-doubts.ts'
import { isOfPoorOnly, readGroup, type ImportGroup } from './group.ts'
import { readOldFonts } from './old-fonts.ts'
import type { RowReading } from './row-cells.ts'
import { readDay, readDisabilityTypes } from './values.ts'

type Days = { readonly born: CivilDate | undefined; readonly start: CivilDate; readonly today: CivilDate }

/** The group a list names, and the disability behind it. */
export function readGroupCells(row: RowReading, { born, start, today }: Days) {
  const levelCell = row.cell('disabilityLevel')
  const groupCell = row.cell('group')
  const typesCell = row.cell('disabilityType')
  const level = levelCell ? readDisabilityLevel(readOldFonts(levelCell.text)) : undefined
  if (levelCell && !level) row.find('level_unreadable', 'disabilityLevel')
  if (level === 'mild') row.find('level_without_allowance', 'disabilityLevel')
  const groupText = groupCell ? readOldFonts(groupCell.text) : ''
  const doubt = doubtOfGroup(groupText)
  let group = doubt ? null : (readGroup(groupText) ?? null)
  if (doubt) row.find(doubt, 'group')
  else if (groupCell && !group) row.find('group_unreadable', 'group')
  if (isOfPoorOnly(group) && saysNearPoorOnly(groupText)) row.find('group_needs_poor', 'group')
  if (!groupCell && level && level !== 'mild') group = { kind: 'disability', level }
  if (group?.kind === 'disability' && !group.level) {
    if (level && level !== 'mild') group = { kind: 'disability', level }
    else row.find('group_needs_level', 'group')
  }
  if (group?.kind === 'child' && !group.parents) row.find('group_parents_unclear', 'group')
  if (group?.kind === 'single_parent' && !group.basis) row.find('group_basis_unclear', 'group')
  if (group?.kind === 'student' && !group.level) row.find('group_study_unclear', 'group')
  if (group?.kind === 'elder_by_letter') row.find('group_letter_unclear', 'group')
  if (group && born) checkAge(row, group, { born, start, today })
  const known = level ?? (group?.kind === 'disability' ? group.level : undefined)
  if (!known) return { group, disability: null }
  const types = typesCell ? readDisabilityTypes(readOldFonts(typesCell.text)) : []
  const issuedOn = readCertificateDay(row, born, today)
  // What the list does not say stays open in the register: nobody’s certificate is dated by the day of an import.
  if (types.length === 0) row.find('disability_type_missing', 'disabilityType')
  return { group, disability: { level: known, types, issuedOn } }
}

/** Near-poor is not poor, and nobody is made so by the group he is listed under. */
function saysNearPoorOnly(text: string): boolean {
  const folded = foldHeader(text)
  return /\bcan ngheo\b/.test(folded) && !/(?<!can )\bngheo\b/.test(folded)
}

/** Of the age the group asks when the list began to pay, and still where the group is left again by age. */
function checkAge(
  row: RowReading,
  group: ImportGroup,
  { born, start, today }: { born: CivilDate; start: CivilDate; today: CivilDate },
) {
  const days = group.kind === 'student' ? [start, today] : [start]
  const ages = days.map((day) => ageOn(born, day > born ? day : born))
  const age = ages.find((one) => !isOfAge(group, one))
  if (age !== undefined) row.find('group_sex_or_age', 'group', null, { age })
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
      // Decree 335 has no last age any more; a pupil beyond that of the decrees before is worth a look.
      return age >= 16 && age < 22
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
