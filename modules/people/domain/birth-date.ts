import { CivilDate, type BirthPrecision } from '#kernel/civil-date'

/** A birth date with as much of it as is known; the rest stands as the first of the year or month. */
export type Birth = { readonly born: CivilDate; readonly bornPrecision: BirthPrecision }

export type BirthFinding =
  | { readonly code: 'birth_too_long_ago' | 'died_before_birth' }
  /** `suggested` is the same day a century earlier, where 2036 is most likely 1936. */
  | { readonly code: 'birth_in_future'; readonly suggested: CivilDate }

const shapes: readonly [RegExp, readonly ('year' | 'month' | 'day')[]][] = [
  [/^(\d{4})$/, ['year']],
  [/^(\d{1,2})[/.-](\d{4})$/, ['month', 'year']],
  [/^(\d{4})-(\d{1,2})$/, ['year', 'month']],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/, ['day', 'month', 'year']],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/, ['year', 'month', 'day']],
]

/** Reads what people write for a birth date: 12/03/1938, 3/1938, 1938, 1938-03-12, «tháng 3 năm 1938», and --/--/1938. */
export function parseBirth(text: string): Birth | undefined {
  const plain = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^(?:sinh\s+)?(?:ngày\s+)?/u, '')
    .replaceAll(/\s*(?:tháng|năm)\s*/gu, '/')
    .replaceAll(/\s*([/.-])\s*/g, '$1')
    .replace(/^(?:(?:0{1,2}|-{1,2}|x{1,2}|\.{2,}|\?{1,2})?[/.-])+(?=\d)/, '')
    .replace(/^(?:0{1,2}[/.-])+/, '')
  for (const [shape, parts] of shapes) {
    const match = shape.exec(plain)
    if (!match) continue
    const found = Object.fromEntries(parts.map((part, index) => [part, match[index + 1]!]))
    const born = CivilDate.safeParse(
      `${found['year']}-${(found['month'] ?? '1').padStart(2, '0')}-${(found['day'] ?? '1').padStart(2, '0')}`,
    )
    return born.success ? { born: born.data, bornPrecision: precisionOf(found) } : undefined
  }
  return undefined
}

function precisionOf({ day, month }: Readonly<Record<string, string>>): BirthPrecision {
  if (day !== undefined) return 'day'
  return month === undefined ? 'year' : 'month'
}

/** Nobody lives longer than whoever lived longest, with some years to spare; case files go by the same. */
const oldestAge = 125
/** Of the dead the register has parents and spouses too; nobody before these. */
const oldestBirthYear = 1890

/** What speaks against a birth date, given the day it is and the day of death if there is one. */
export function checkBirth(
  { born }: Birth,
  today: CivilDate,
  diedOn?: CivilDate | null,
): BirthFinding | undefined {
  if (born > today) {
    const suggested = CivilDate.safeParse(`${Number(born.slice(0, 4)) - 100}${born.slice(4)}`)
    // 29 February has no twin in 1900.
    return { code: 'birth_in_future', suggested: suggested.success ? suggested.data : born }
  }
  const year = Number(born.slice(0, 4))
  if (year < oldestBirthYear || (!diedOn && Number(today.slice(0, 4)) - year > oldestAge))
    return { code: 'birth_too_long_ago' }
  return diedOn && diedOn < born ? { code: 'died_before_birth' } : undefined
}

/** What is not known of a birth stands as the first of the year or month, so that nobody takes it for known. */
export function isAsKept({ born, bornPrecision }: Birth): boolean {
  const known = { year: 4, month: 7, day: 10 }[bornPrecision]
  return born === `${born.slice(0, known)}${'-01-01'.slice(known - 4)}`
}
