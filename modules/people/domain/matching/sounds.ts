import { spell, withoutMarks } from '../syllable.ts'

const hoi = 2
const nga = 3

/**
 * A syllable as it is heard in the North, where l is n, tr is ch, s is x, gi and r are d, and ngã is written for hỏi. Two
 * clerks who write down what they hear agree on this much.
 */
export function northernSound(word: string): string {
  const { letters, tone } = spell(word)
  const heard = letters
    .replace(/^gi(?=[aăâeêoôơuưy])|^gi$/, (onset) => (onset === letters ? 'di' : 'd'))
    .replace(/^r/, 'd')
    .replace(/^tr/, 'ch')
    .replace(/^s(?!h)/, 'x')
    .replace(/^n(?![gh])/, 'l')
    .replace(/(?<=^|[bcdđghklmnprstvx])y$/, 'i')
  return `${heard}${tone === nga ? hoi : tone || ''}`
}

/** The same without marks: what is left of a sound where marks were lost. */
export function bareSound(word: string): string {
  return withoutMarks(northernSound(word)).replaceAll(/\d/g, '')
}

const classes: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpvw', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, index) =>
    Array.from(letters, (letter) => [letter, String(index + 1)]),
  ),
)

/** An English name as it is heard, roughly: spellings that sound alike have one code (Smith, Smyth; Catherine, Kathryn). */
export function englishSound(word: string): string {
  const plain = withoutMarks(word.toLowerCase())
    .replaceAll(/[^a-z]/g, '')
    .replace(/^(?:kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replaceAll('ph', 'f')
    .replaceAll('gh', '')
    .replaceAll('ck', 'k')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll('c', 'k')
    .replaceAll(/[hwy]/g, '')
  let code = ''
  let last = ''
  for (const [at, letter] of Array.from(plain).entries()) {
    const sound = classes[letter] ?? ''
    if (at === 0) code = /[aeiou]/.test(letter) ? 'a' : sound
    else if (sound !== '' && sound !== last) code += sound
    last = sound
  }
  return code
}
