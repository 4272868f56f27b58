import { readFile } from 'node:fs/promises'
import { CivilDate, Month } from '#kernel/civil-date'
import { determinationLinesEn, determinationLinesVi, determineAll, readCase } from '#modules/entitlement'
import { neededOption, neededWord, optionalText, print, UsageError, type Command } from './command.ts'

export const command: Command = {
  usage: 'law explain FILE --month YYYY-MM [--known-on YYYY-MM-DD] [--english]',
  summary:
    'Say what the law gives a person or a household told in a file, in a month and for what happened, and why; docs/examples shows such files.',
  options: { month: { type: 'string' }, 'known-on': { type: 'string' }, english: { type: 'boolean' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError('--month is a month, such as 2026-11')
    const knownOn = CivilDate.optional().safeParse(optionalText(given, 'known-on'))
    if (!knownOn.success) throw new UsageError('--known-on is a day, such as 2026-11-20')
    const isEnglish = given.options['english'] === true
    const read = readCase(await readText(file))
    const found = 'refusals' in read ? read : determineAll(read.case, month.data, knownOn.data)
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

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file} cannot be read`, { cause })
  }
}
