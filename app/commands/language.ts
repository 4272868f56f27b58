import type { CivilDate, Month } from '#kernel/civil-date'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Vietnamese, unless `--lang en` is among the words: it is read before any command is, so that refusals know it too. */
export const language: 'vi' | 'en' = languageIn(process.argv.slice(2))

export const t = language === 'en' ? en : vi

/** A month as people write it: 10/2026. */
export const monthSaid = (month: Month) => month.split('-').toReversed().join('/')

/** A day as people write it: 20/11/2026. */
export const daySaid = (day: CivilDate) => day.split('-').toReversed().join('/')

function languageIn(words: readonly string[]): 'vi' | 'en' {
  const place = words.indexOf('--lang')
  return words.includes('--lang=en') || (place >= 0 && words[place + 1] === 'en') ? 'en' : 'vi'
}
