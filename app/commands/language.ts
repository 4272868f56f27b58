import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Vietnamese, unless `--lang en` is among the words: it is read before any command is, so that refusals know it too. */
export const language: 'vi' | 'en' = languageIn(process.argv.slice(2))

export const t = language === 'en' ? en : vi

function languageIn(words: readonly string[]): 'vi' | 'en' {
  const place = words.indexOf('--lang')
  return words.includes('--lang=en') || (place >= 0 && words[place + 1] === 'en') ? 'en' : 'vi'
}
