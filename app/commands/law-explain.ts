import { CivilDate, Month, todayInVietnam } from '#kernel/civil-date'
import {
  determinationLinesEn,
  determinationLinesVi,
  determineAll,
  knownByNow,
  readCase,
} from '#modules/entitlement'
import { neededOption, neededWord, optionalText, print, UsageError, type Command } from './command.ts'
import { language, t } from './language.ts'
import { readText } from './read-file.ts'

export const command: Command = {
  usage: 'law explain FILE --month YYYY-MM [--known-on YYYY-MM-DD]',
  summary: t.summaries.lawExplain,
  options: { month: { type: 'string' }, 'known-on': { type: 'string' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError(t.notAMonth('--month'))
    const knownOn = CivilDate.optional().safeParse(optionalText(given, 'known-on'))
    if (!knownOn.success) throw new UsageError(t.notADay('--known-on'))
    const today = todayInVietnam()
    const isEnglish = language === 'en'
    const read = readCase(await readText(file), today)
    const found =
      'refusals' in read
        ? read
        : determineAll(read.case, month.data, knownOn.data ?? knownByNow(month.data, today))
    if ('refusals' in found) {
      const lines = found.refusals.map(
        ({ path, vi, en }) => `${file}: ${path && `${path}: `}${isEnglish ? en : vi}\n`,
      )
      process.stderr.write(lines.join(''))
      if (given.isJson) print(given, { refusals: found.refusals }, [])
      return 1
    }
    const lines = (isEnglish ? determinationLinesEn : determinationLinesVi)(found.determination)
    print(given, found.determination, lines)
    return 0
  },
}
