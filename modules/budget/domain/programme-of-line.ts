import { programmeOf, type Programme } from '#modules/payments'
import type { Line } from './lines.ts'

/** The programmes a monthly line can be paid from, in the order of their places in ranges. */
export const monthlyProgrammes = [
  'monthly_allowance',
  'social_pension',
  'care',
] as const satisfies readonly Programme[]
export type MonthlyProgramme = (typeof monthlyProgrammes)[number]

export function programmeOfLine({ component }: Line): MonthlyProgramme {
  return programmeOf[component]
}

export function placeOfProgramme(line: Line): number {
  return monthlyProgrammes.indexOf(programmeOfLine(line))
}
