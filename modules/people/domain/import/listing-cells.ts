import { addMonths, firstDayOf, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import { readGroupCells } from './group-cells.ts'
import { isOfPoorOnly } from './group.ts'
import { readOldFonts } from './old-fonts.ts'
import type { RowReading } from './row-cells.ts'
import { readCoefficient, readDay, readMoney, readMonth, readPoverty } from './values.ts'

/** What the list says the person receives, and on what ground. */
export function readListing(row: RowReading, born: CivilDate | undefined, today: CivilDate) {
  const decisionNumber = row.cell('decisionNumber')?.text.normalize('NFC').trim()
  const dateCell = row.cell('decisionDate')
  const signedOn = dateCell ? readDay(dateCell, today) : undefined
  if (dateCell && !signedOn) row.find('decision_date_unreadable', 'decisionDate')
  if (signedOn && signedOn > today) row.find('decision_date_in_future', 'decisionDate')
  const monthCell = row.cell('firstMonth')
  const firstMonth = monthCell ? readMonth(monthCell, today) : undefined
  if (monthCell && !firstMonth) row.find('first_month_unreadable', 'firstMonth')
  if (firstMonth) checkFirstMonth(row, firstMonth, { born, signedOn, today })

  const paidCell = row.cell('paidThrough')
  const paidThrough = paidCell ? readMonth(paidCell, today) : undefined
  if (paidCell && !paidThrough) row.find('paid_through_unreadable', 'paidThrough')
  if (paidThrough && paidThrough > addMonths(monthOf(today), 1))
    row.find('paid_through_in_future', 'paidThrough')

  const coefficientCell = row.cell('coefficient')
  const coefficient = coefficientCell ? readCoefficient(coefficientCell.text) : undefined
  if (coefficientCell && coefficient === undefined) row.find('coefficient_unreadable', 'coefficient')
  else if (coefficient !== undefined && (coefficient % 5 !== 0 || coefficient < 10 || coefficient > 60))
    row.find('coefficient_unusual', 'coefficient')
  const moneyCell = row.cell('monthly')
  const monthly = moneyCell ? readMoney(moneyCell.text) : undefined
  if (moneyCell && monthly === undefined) row.find('amount_unreadable', 'monthly')

  const povertyCell = row.cell('poverty')
  const poverty = povertyCell ? readPoverty(readOldFonts(povertyCell.text)) : undefined
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
    paidThrough: paidThrough ?? null,
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
