import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { Part } from './score.ts'

/** What agrees and differs in a pair and how many bits it weighs, the heaviest first: each bit doubles or halves the odds. */
export function explainParts(parts: readonly Part[], language: 'vi' | 'en'): string[] {
  const words = language === 'en' ? en : vi
  const number = new Intl.NumberFormat(language === 'en' ? 'en' : 'vi', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'always',
  })
  return parts
    .filter((part, place) => part.level !== undefined || isFirstUnknown(parts, place))
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .map((part) => {
      const { comparison, level, bits } = part
      const [field = '', inField = ''] = comparison.split('.')
      const inner = words.comparisons[inField] ?? inField
      const what = inner === '' || level === undefined ? field : `${field} – ${inner}`
      const whole = (side: 'one' | 'other') =>
        parts
          .filter((part) => part.comparison.split('.')[0] === field)
          .map((part) => part[side])
          .join(' ')
          .trim()
      const [one, other] = level === undefined ? [whole('one'), whole('other')] : [part.one, part.other]
      const values = one === other ? (one === '' ? '' : ` (${one})`) : ` (${one || '–'} · ${other || '–'})`
      const said = level === undefined ? words.unknown : (words.levels[level] ?? level)
      return words.said(what, said, values, number.format(bits))
    })
}

/** Of a field of which nothing is known, one line is enough. */
function isFirstUnknown(parts: readonly Part[], place: number): boolean {
  const fieldOf = ({ comparison }: Part) => comparison.split('.')[0]
  const own = parts.filter((part) => fieldOf(part) === fieldOf(parts[place]!))
  const isWritten = own.some(({ one, other }) => one !== '' || other !== '')
  return isWritten && own[0] === parts[place] && own.every(({ level }) => level === undefined)
}

/** What a verdict is called. */
export function verdictInWords(verdict: 'sure' | 'possible', language: 'vi' | 'en'): string {
  return (language === 'en' ? en : vi).verdicts[verdict]
}
