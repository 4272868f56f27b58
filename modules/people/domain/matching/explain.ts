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
    .filter(({ level, one, other }) => level !== undefined || one !== '' || other !== '')
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .map(({ comparison, level, bits, one, other }) => {
      const [field = '', inField = ''] = comparison.split('.')
      const inner = words.comparisons[inField] ?? inField
      const what = inner === '' ? field : `${field} – ${inner}`
      const values = one === other ? (one === '' ? '' : ` (${one})`) : ` (${one || '–'} · ${other || '–'})`
      const said = level === undefined ? words.unknown : (words.levels[level] ?? level)
      return words.said(what, said, values, number.format(bits))
    })
}

/** What a verdict is called. */
export function verdictInWords(verdict: 'sure' | 'possible', language: 'vi' | 'en'): string {
  return (language === 'en' ? en : vi).verdicts[verdict]
}
