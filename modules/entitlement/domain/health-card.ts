import { cardLevels } from '../law/support/index.ts'

/** What a card number («mã thẻ BHYT») says: of the old form title, level and province, of the new only the person. */
export type HealthCard =
  | { readonly form: 'number' }
  | {
      readonly form: 'old'
      readonly letters: string
      readonly level: keyof typeof cardLevels
      readonly province: string
      /** Letters that never stood on a card of this level: to be looked at, not refused. */
      readonly isDoubtful: boolean
    }

/** Reads a card number; undefined where it is none. There is no check digit. */
export function readHealthCard(text: string): HealthCard | undefined {
  if (/^[0-9]{10}$/.test(text)) return { form: 'number' }
  const parts = /^(?<letters>[A-Z]{2})(?<level>[1-5])(?<province>[0-9]{2})[0-9]{10}$/.exec(text)?.groups
  if (!parts) return undefined
  const level = Number(parts['level']) as keyof typeof cardLevels // One of the five digits just matched.
  const letters = parts['letters']!
  return {
    form: 'old',
    letters,
    level,
    province: parts['province']!,
    isDoubtful: !cardLevels[level].letters.split(' ').includes(letters),
  }
}
