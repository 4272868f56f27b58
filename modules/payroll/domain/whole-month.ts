import { dong, type Dong } from '#kernel/dong'

/** How an amount came about. */
type Arithmetic = { readonly coefficient: number; readonly units: number; readonly standard: number }

/** What the month of a line comes to: of arrears the line itself holds only what was missing of it. */
export function wholeMonth({ coefficient, units, standard }: Arithmetic): Dong {
  return dong((coefficient * units * standard) / 10)
}

/** What all lists before had given of the month of a line of arrears, as far as it was right. */
export function paidBefore(line: Arithmetic & { readonly amount: number }): Dong {
  return dong(wholeMonth(line) - line.amount)
}
