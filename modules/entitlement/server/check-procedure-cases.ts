import { civilDate, month } from '#kernel/civil-date'
import { addWorkingDays, calendarOf, publicHolidays } from '#modules/geography'
import { decideBy, isLongRemand, monthsOnResume, stopsOn, suspendedFrom } from '../domain/clocks.ts'
import { law } from '../law/index.ts'
import { disabilityClock } from '../law/clocks.ts'
import type { ProcedureCase, ProcedureQuestion } from '../law/golden/procedure-cases.ts'

export type CheckedProcedure = {
  readonly golden: ProcedureCase
  readonly isRight: boolean
  readonly wrong: readonly { readonly expected: string; readonly given: string }[]
}

/** Asks the clocks of the law what each case of the dossier asks, on the calendar the program comes with. */
export function checkProcedureCases(cases: readonly ProcedureCase[]): CheckedProcedure[] {
  return cases.map((golden) => {
    const wrong = golden.asked.flatMap(({ question, ...wanted }) => {
      const expected = [wanted.expected, wanted.procedure].filter((one) => one !== undefined).join(' ')
      const given = answerTo(question)
      return given === expected ? [] : [{ expected, given }]
    })
    return { golden, isRight: wrong.length === 0, wrong }
  })
}

const calendar = calendarOf(publicHolidays)
const count = (from: Parameters<typeof addWorkingDays>[1], days: number) =>
  addWorkingDays(calendar, from, days)

function answerTo(question: ProcedureQuestion): string {
  switch (question.kind) {
    case 'decided_by': {
      const { by, procedure } = decideBy(law.procedures, civilDate(question.completeOn), count)
      return `${by} ${procedure}`
    }
    case 'concluded_by':
      return count(civilDate(question.receivedOn), disabilityClock.workingDays)
    case 'suspended_from':
      return suspendedFrom(question.uncollected.map(month)) ?? ''
    case 'paid_on_return':
      return monthsOnResume(month(question.uncollectedSince), month(question.resumed)).join(', ')
    case 'stops_on':
      return stopsOn(civilDate(question.suspendedOn))
    case 'suspends_for_remand':
      return String(isLongRemand(civilDate(question.from), civilDate(question.through)))
  }
}
