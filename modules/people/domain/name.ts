import { spell, withoutMarks } from './syllable.ts'

/** Composed, one blank between words, the letter Đ for its Icelandic double; otherwise as it was written. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00d0', 'Đ')
    .replaceAll('\u00f0', 'đ')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
}

/** Whether a text can be a name: letters of any people, with their marks, blanks, apostrophes, hyphens and dots. */
export function isName(text: string): boolean {
  return /\p{L}/u.test(text) && /^[\p{L}\p{M} '’ʼ‘.-]+$/u.test(text)
}

type WordKeys = { readonly name: string; readonly plain: string; readonly sort: string }

/** In a sort key a letter with a mark comes after all words with the bare one: `{` and `|` follow z in ASCII. */
const sortLetters: Readonly<Record<string, string>> = {
  ă: 'a{',
  â: 'a|',
  đ: 'd{',
  ê: 'e{',
  ô: 'o{',
  ơ: 'o|',
  ư: 'u{',
}

function keysOfWord(word: string): WordKeys {
  const { letters, tone } = spell(word)
  const suffix = tone || ''
  const likeI = letters.replace(/(?<=^|[bcdđghklmnprstvx])y$/, 'i').replace(/(?<=^qu)y/, 'i')
  const sort = Array.from(letters).map(
    (char) => sortLetters[char] ?? withoutMarks(char).replaceAll(/[^ -~]/g, ''),
  )
  return { name: likeI + suffix, plain: withoutMarks(likeI), sort: sort.join('') + suffix }
}

/** A province has a million names and a few thousand words. */
const known = new Map<string, WordKeys>()

function keysOf(word: string): WordKeys {
  let keys = known.get(word)
  if (!keys) {
    if (known.size >= 20_000) known.clear()
    keys = keysOfWord(word)
    known.set(word, keys)
  }
  return keys
}

/** Words as keys see them: lower case, no apostrophes, hyphens and dots as blanks. */
export function wordsOf(text: string): string[] {
  return normaliseName(text)
    .toLowerCase()
    .replaceAll(/['’ʼ‘`]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

export type PersonKeys = { readonly nameKey: string; readonly plainKey: string; readonly sortKey: string }

/**
 * What a name is found and sorted by. `nameKey`: lower case, the tone as a digit at the end of the syllable (hòa = hoà),
 * y as i where only the spelling differs (Lý = Lí). `plainKey`: that without marks, between blanks. `sortKey`: given
 * name, middle, family («tên, đệm, họ») in Vietnamese order as plain ASCII bytes.
 */
export function personKeys(fullName: string): PersonKeys {
  const words = wordsOf(fullName).map(keysOf)
  const sorted = words.length > 1 ? [words.at(-1)!, ...words.slice(1, -1), words[0]!] : words
  return {
    nameKey: words.map(({ name }) => name).join(' '),
    plainKey: ` ${words.map(({ plain }) => plain).join(' ')} `,
    sortKey: sorted.map(({ sort }) => sort).join(' '),
  }
}
