import { readFile } from 'node:fs/promises'
import { CivilDate, Month } from '#kernel/civil-date'
import { explainCase, readCaseFile, wordsEn, wordsVi } from '#modules/entitlement'
import { neededOption, neededWord, optionalText, print, UsageError, type Command } from './command.ts'

export const command: Command = {
  usage: 'law explain FILE --month YYYY-MM [--known-on YYYY-MM-DD] [--english]',
  summary: 'Say what a person told in a file is due in a month, and why; docs/examples shows such a file.',
  options: { month: { type: 'string' }, 'known-on': { type: 'string' }, english: { type: 'boolean' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const month = Month.safeParse(neededOption(given, 'month'))
    if (!month.success) throw new UsageError('--month is a month, such as 2026-11')
    const knownOn = CivilDate.optional().safeParse(optionalText(given, 'known-on'))
    if (!knownOn.success) throw new UsageError('--known-on is a day, such as 2026-11-20')
    const read = readCaseFile(await readText(file))
    if ('errors' in read) {
      process.stderr.write(read.errors.map((error) => `${file}: ${error}\n`).join(''))
      return 1
    }
    const explanation = explainCase(read.case, month.data, knownOn.data)
    const words = given.options['english'] ? wordsEn : wordsVi
    print(given, explanation, words.lines(explanation))
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
