import { CivilDate } from '#kernel/civil-date'
import { announceYear } from '#modules/geography'
import { neededOption, neededWord, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'
import { readText } from './read-file.ts'

const kinds: Readonly<Record<string, 'holiday' | 'substitute' | 'worked'>> = {
  off: 'holiday',
  instead: 'substitute',
  worked: 'worked',
}

/** Enters the days off of a year as they were announced, a line each: `2028-01-03,instead,Tết Dương lịch`. */
export const command: Command = {
  usage: 'calendar enter YEAR FILE --document TEXT',
  summary: t.summaries.calendarEnter,
  options: { document: { type: 'string' } },
  run: async (given) => {
    const year = Number(neededWord(given, 0, 'YEAR'))
    const file = neededWord(given, 1, 'FILE')
    const document = neededOption(given, 'document')
    if (!Number.isInteger(year)) throw new UsageError(t.notACalendarYear)
    const days = (await readText(file))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map(readLine)
    await withProgram(({ request }) => request((ctx) => announceYear(ctx, { year, document, days })))
    print(given, { year, days: days.length }, [t.results.yearEntered(year, days.length)])
    return 0
  },
}

function readLine(line: string) {
  const [day, kind, ...name] = line.split(',').map((part) => part.trim())
  const read = CivilDate.safeParse(day)
  const known = kinds[kind ?? '']
  if (!read.success || !known || name.length === 0) throw new UsageError(t.notACalendarLine(line))
  return { day: read.data, kind: known, name: name.join(', ').normalize('NFC') }
}
