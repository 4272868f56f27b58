import {
  bookWordsEn,
  bookWordsVi,
  differenceBetween,
  differenceLines,
  law,
  lawBookOn,
} from '#modules/entitlement'
import { neededOption, print, type Command } from './command.ts'
import { language, t } from './language.ts'
import { dayOf, lawDayOf } from './law-book.ts'

export const command: Command = {
  usage: 'law diff --from YYYY-MM-DD --to YYYY-MM-DD [--known-on YYYY-MM-DD]',
  summary: t.summaries.lawDiff,
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    'known-on': { type: 'string' },
  },
  run: (given) => {
    neededOption(given, 'from')
    neededOption(given, 'to')
    const knownOn = dayOf(given, 'known-on')
    const [before, after] = ['from', 'to'].map((name) => lawBookOn(law, lawDayOf(given, name), knownOn))
    const difference = differenceBetween(before!, after!)
    print(given, difference, differenceLines(difference, language === 'en' ? bookWordsEn : bookWordsVi))
    return Promise.resolve(0)
  },
}
