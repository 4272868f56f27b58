import { parseBirth } from '../birth-date.ts'
import { openNumbering, readOnce, unknown, type Column, type Comparison } from './column.ts'
import { isOneSlip } from './distance.ts'

/** How the parts of a date stand in a file, where it is no date people write in Vietnam. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Years in which people are named alike. */
const generation = 15

const comparisons: readonly Comparison[] = [
  {
    name: 'date',
    levels: [
      { name: 'same', counts: 'day' },
      { name: 'swapped' },
      { name: 'year_known', counts: 'year' },
      { name: 'slip' },
      { name: 'year_off' },
      { name: 'lunar' },
      { name: 'same_year' },
      { name: 'near_year' },
      { name: 'different' },
    ],
  },
]
const [same, swapped, yearKnown, slip, yearOff, lunar, sameYear, nearYear, different] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
]

type Known = {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
  /** Only the year is known, or it is the first of January, which as often as not means the same. */
  readonly isYear: boolean
  readonly digits: string
  /** Days since long ago, near enough to tell how far two dates are apart. */
  readonly ordinal: number
}

/**
 * Dates of birth: days and months swapped, years only, one digit wrong, a year off as people count from conception, and
 * lunar dates taken for solar ones, which are 20 to 50 days early.
 */
export function dates(order: DateOrder = 'dmy'): Column {
  const numbering = openNumbering()
  const known: Known[] = [{ text: '', year: 0, month: 0, day: 0, isYear: true, digits: '', ordinal: 0 }]
  const valueOf = readOnce((text) => {
    const found = read(text, order)
    if (!found) return 0
    const number = numbering.of(found.digits)
    if (number === known.length) known.push(found)
    return number
  })
  return {
    comparisons,
    parts: ['date', 'year', 'day_month', 'generation'],
    intern: ([text = '']) => valueOf(text),
    compare: (one, other, into, at) => {
      into[at] = one === 0 || other === 0 ? unknown : levelOf(known[one]!, known[other]!)
    },
    countedAs: (value, _, level) => {
      if (level === same) return value
      return level === yearKnown ? known[value]!.year : 0
    },
    partOf: (value, wanted) => {
      const { year, month, day, digits, isYear } = known[value]!
      if (wanted === 'year') return String(year)
      if (wanted === 'generation') return String(Math.floor(year / generation))
      if (wanted === 'date') return digits
      return isYear ? undefined : `${Math.min(day, month)}/${Math.max(day, month)}`
    },
    textOf: (value) => known[value]!.text,
  }
}

function levelOf(one: Known, other: Known): number {
  const years = Math.abs(one.year - other.year)
  if (one.isYear || other.isYear) return years === 0 ? yearKnown : years <= 1 ? nearYear : different
  if (one.digits === other.digits) return same
  if (years === 0 && one.day === other.month && one.month === other.day) return swapped
  if (isOneSlip(one.digits, other.digits)) return years === 1 ? yearOff : slip
  if (years === 1 && one.day === other.day && one.month === other.month) return yearOff
  const days = Math.abs(one.ordinal - other.ordinal)
  if (days >= 20 && days <= 50) return lunar
  if (years === 0) return sameYear
  return years <= 2 ? nearYear : different
}

function read(text: string, order: DateOrder): Known | undefined {
  const trimmed = text.trim()
  const together = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed)
  const mdy = order === 'mdy' ? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed) : null
  // Eight digits without a break are year, month and day in files of every country.
  const written = together
    ? together.slice(1).join('-')
    : mdy
      ? `${mdy[3]}-${mdy[1]!.padStart(2, '0')}-${mdy[2]!.padStart(2, '0')}`
      : trimmed
  const birth = parseBirth(written)
  if (!birth) return undefined
  const [year, month, day] = birth.born.split('-').map(Number) as [number, number, number]
  const isYear = birth.bornPrecision === 'year' || (month === 1 && day === 1)
  const digits = isYear ? String(year) : birth.born.replaceAll('-', '')
  return { text: trimmed, year, month, day, isYear, digits, ordinal: year * 365.25 + month * 30.44 + day }
}
