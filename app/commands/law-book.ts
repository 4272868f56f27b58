import { CivilDate, todayInVietnam } from '#kernel/civil-date'
import { assertLawKnown, bookLines, bookWordsEn, bookWordsVi, law, lawBookOn } from '#modules/entitlement'
import { optionalText, print, UsageError, type Command, type Given } from './command.ts'
import { language, t } from './language.ts'

export const command: Command = {
  usage: 'law book [--on YYYY-MM-DD] [--known-on YYYY-MM-DD]',
  summary: t.summaries.lawBook,
  options: { on: { type: 'string' }, 'known-on': { type: 'string' } },
  run: (given) => {
    const on = lawDayOf(given, 'on')
    const book = lawBookOn(law, on, dayOf(given, 'known-on'))
    print(given, book, bookLines(book, language === 'en' ? bookWordsEn : bookWordsVi))
    return Promise.resolve(0)
  },
}

/** A day asked for by name; today where nothing is said. */
export function dayOf(given: Given, name: string): CivilDate {
  const text = optionalText(given, name)
  if (text === undefined) return todayInVietnam()
  const day = CivilDate.safeParse(text)
  if (!day.success) throw new UsageError(t.notADay(`--${name}`))
  return day.data
}

/** A day the law is asked about, which has to be one it is known for. */
export function lawDayOf(given: Given, name: string): CivilDate {
  const day = dayOf(given, name)
  assertLawKnown(day)
  return day
}
