import { addMonths, addYears, monthOf, type CivilDate, type Month } from '#kernel/civil-date'
import type { Known, RegimeId, Source } from './rule-set.ts'

/** How decisions turn into months: where money starts, changes and stops, and how long a decision may take. */
export type Procedure = Known & {
  readonly id: RegimeId
  /** Groups that start before the month of the decision. */
  readonly start: readonly (
    | { readonly group: string; readonly from: 'month_of_age'; readonly years: number }
    | { readonly group: string; readonly from: 'month_of_certificate' }
  )[]
  readonly adjust: 'month_of_change' | 'month_after'
  readonly stop: 'month_after'
  /** From the complete file to the decision («ngày làm việc»). */
  readonly workingDays: number
  readonly cite: Source
}

/** The procedure in force on a day: of the decision for a start, of the change for an adjustment or a stop. */
export function procedureOn(procedures: readonly Procedure[], day: CivilDate): Procedure {
  const procedure = procedures.findLast(({ inForce }) => inForce <= day)
  if (!procedure) throw new RangeError(`No procedure is known for ${day}`)
  return procedure
}

export type Start = {
  readonly group: string
  readonly decidedOn: CivilDate
  readonly born: CivilDate
  /** When the disability certificate was issued. */
  readonly certificateOn?: CivilDate | undefined
  /** When the last of poverty, area or the missing pension came true (C8). */
  readonly conditionsSince?: CivilDate | undefined
}

/** First month due («tháng bắt đầu hưởng»). An earlier start is never before the regime that grants it (C8). */
export function startMonth(procedures: readonly Procedure[], start: Start): Month {
  const procedure = procedureOn(procedures, start.decidedOn)
  const decided = monthOf(start.decidedOn)
  const rule = procedure.start.find(({ group }) => group === start.group)
  if (!rule) return decided
  if (rule.from === 'month_of_certificate')
    return start.certificateOn
      ? earliest(decided, latest(monthOf(start.certificateOn), monthOf(procedure.inForce)))
      : decided
  const birthday = monthOf(addYears(start.born, rule.years))
  const since = start.conditionsSince ? monthOf(start.conditionsSince) : birthday
  return earliest(decided, latest(birthday, since, monthOf(procedure.inForce)))
}

/** First month at the new amount («điều chỉnh»). */
export function adjustMonth(procedures: readonly Procedure[], changedOn: CivilDate): Month {
  const { adjust } = procedureOn(procedures, changedOn)
  return adjust === 'month_of_change' ? monthOf(changedOn) : addMonths(monthOf(changedOn), 1)
}

/** First month no longer due («thôi hưởng»): the month after, in every regime. */
export function stopMonth(endedOn: CivilDate): Month {
  return addMonths(monthOf(endedOn), 1)
}

const latest = (...months: Month[]) => months.reduce((one, other) => (one > other ? one : other))
const earliest = (...months: Month[]) => months.reduce((one, other) => (one < other ? one : other))
