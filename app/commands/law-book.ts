import { CivilDate, todayInVietnam } from '#kernel/civil-date'
import { assertLawKnown, bookLines, bookWordsEn, bookWordsVi, law, lawBookOn } from '#modules/entitlement'
import { optionalText, print, UsageError, type Command, type Given } from './command.ts'

export const command: Command = {
  usage: 'law book [--on YYYY-MM-DD] [--known-on YYYY-MM-DD] [--english]',
  summary: 'Print the whole law as it stood on a day, by what was known on another.',
  options: { on: { type: 'string' }, 'known-on': { type: 'string' }, english: { type: 'boolean' } },
  run: (given) => {
    const on = lawDayOf(given, 'on')
    const book = lawBookOn(law, on, dayOf(given, 'known-on'))
    print(given, book, bookLines(book, given.options['english'] ? bookWordsEn : bookWordsVi))
    return Promise.resolve(0)
  },
}

/** A day asked for by name; today where nothing is said. */
export function dayOf(given: Given, name: string): CivilDate {
  const text = optionalText(given, name)
  if (text === undefined) return todayInVietnam()
  const day = CivilDate.safeParse(text)
  if (!day.success) throw new UsageError(`--${name} is a day, such as 2026-11-20`)
  return day.data
}

/** A day the law is asked about, which has to be one it is known for. */
export function lawDayOf(given: Given, name: string): CivilDate {
  const day = dayOf(given, name)
  assertLawKnown(day)
  return day
}
