import type { BirthPrecision, CivilDate } from '#kernel/civil-date'
import { personKeys } from '#modules/people'

type Said = { readonly fullName: string; readonly sex: 'female' | 'male'; readonly born: CivilDate }

const digitsOf: Readonly<Record<BirthPrecision, number>> = { year: 4, month: 7, day: 10 }

/** Whether a day may be the birth of somebody, as far as that is known. */
export function isBornOn(
  { born, bornPrecision }: { readonly born: CivilDate; readonly bornPrecision: BirthPrecision },
  day: CivilDate,
): boolean {
  const digits = digitsOf[bornPrecision]
  return day.slice(0, digits) === born.slice(0, digits)
}

/**
 * Whether somebody is who the population register says: the same name however its marks are typed, the same sex, and
 * the same birth as far as it is known here.
 */
export function agrees(
  said: Said,
  person: Said & { readonly nameKey: string; readonly bornPrecision: BirthPrecision },
): boolean {
  return (
    personKeys(said.fullName).nameKey === person.nameKey &&
    said.sex === person.sex &&
    isBornOn(person, said.born)
  )
}
