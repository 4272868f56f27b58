import { isSyllable, withTone } from '../syllable.ts'

const letters =
  'à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ Ă Â Ê Ô Ơ Ư Đ'
const legacy =
  'µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ ß á â ã ä « å æ ç è é ¬ ê ë ì í î ï ñ ò ó ô \u00ad õ ö ÷ ø ù ú û ü ý þ ® ¡ ¢ £ ¤ ¥ ¦ §'
const tcvn3 = new Map(legacy.split(' ').map((from, index) => [from, letters.split(' ')[index]!]))

/** Signs no Vietnamese text in Unicode has: symbols inside words, or a capital after a small letter. */
const telltale = /\p{L}[¡-¿×÷]|[¡-¿]\p{L}|[a-z][À-ÖØ-Þß]/u
const beyondLatin1 = /[\u0100-\uffff]/

/** Text in the old code TCVN3 (ABC) that was read as Latin-1 («NguyÔn V¨n Hßa»), as it was meant; undefined where it is none. */
export function repairTcvn3(text: string): string | undefined {
  const composed = text.normalize('NFC')
  if (beyondLatin1.test(composed) || !telltale.test(composed)) return undefined
  return fromTcvn3(composed)
}

/**
 * The same, whatever the text looks like. Capitals have no marks of their own in this code: they were written in fonts that
 * draw small letters as large ones («.VnTimeH»), so where every plain letter is a capital the others are meant to be.
 */
export function fromTcvn3(text: string): string {
  const meant = Array.from(text.normalize('NFC'), (char) => tcvn3.get(char) ?? char).join('')
  return /[A-Z][^\sa-z]*[A-Z]/.test(text) && !/[a-z]/.test(text) ? meant.toUpperCase() : meant
}

const telexTones = ' frxsj'
const telexPairs: readonly (readonly [RegExp, string])[] = [
  [/dd/g, 'đ'],
  [/uow|uwow|uwo/g, 'ươ'],
  [/aa/g, 'â'],
  [/aw/g, 'ă'],
  [/ee/g, 'ê'],
  [/oo/g, 'ô'],
  [/ow/g, 'ơ'],
  [/uw/g, 'ư'],
  [/(?<=^|[^aou])w/g, 'ư'],
]

/** Keys left by an input method that was off («Nguyeenx Thij Hoaf», «Nguye6n4 Thi5»), as they were meant; undefined where all is well. */
export function repairTyping(text: string): string | undefined {
  const words = text.split(' ')
  const repaired = words.map((word) => repairWord(word))
  return repaired.some(Boolean) ? repaired.map((word, index) => word ?? words[index]!).join(' ') : undefined
}

function repairWord(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (!/^[a-z]+[0-9a-z]*$/.test(lower) || isSyllable(lower)) return undefined
  const repaired = /\d/.test(lower) ? fromVni(lower) : fromTelex(lower)
  if (!repaired) return undefined
  if (word === word.toUpperCase()) return repaired.toUpperCase()
  return /^[A-Z]/.test(word) ? repaired[0]!.toUpperCase() + repaired.slice(1) : repaired
}

function fromTelex(word: string): string | undefined {
  const candidates = [{ letters: word, tone: 0 }]
  for (let at = word.length - 1; at > 0; at--) {
    const tone = telexTones.indexOf(word[at]!)
    if (tone > 0) candidates.push({ letters: word.slice(0, at) + word.slice(at + 1), tone })
  }
  for (const { letters: typed, tone } of candidates) {
    const meant = telexPairs.reduce((text, [pair, letter]) => text.replaceAll(pair, letter), typed)
    if (isSyllable(meant)) return withTone({ letters: meant, tone })
  }
  return undefined
}

const vniTones = ' 23415'
const vniMarks: Readonly<Record<string, string>> = { 6: 'aâeêoô', 7: 'oơuư', 8: 'aă', 9: 'dđ' }

function fromVni(word: string): string | undefined {
  let tone = 0
  let typed = ''
  for (const char of word) {
    if (!/\d/.test(char)) {
      typed += char
      continue
    }
    const found = vniTones.indexOf(char)
    if (found > 0) {
      tone = found
      continue
    }
    const marks = vniMarks[char]
    const at = marks ? Array.from(typed).findLastIndex((letter) => marks.indexOf(letter) % 2 === 0) : -1
    if (!marks || at < 0) return undefined
    typed = typed.slice(0, at) + marks[marks.indexOf(typed[at]!) + 1]! + typed.slice(at + 1)
  }
  return isSyllable(typed) ? withTone({ letters: typed, tone }) : undefined
}

/** «PHẠM VĂN BÌNH» and «phạm văn bình» as «Phạm Văn Bình»; a name in mixed letters stays as it was written. */
export function calmCapitals(name: string): string | undefined {
  const isLoud = name === name.toUpperCase() && name !== name.toLowerCase() && name.length > 3
  const isQuiet = name === name.toLowerCase()
  if (!isLoud && !isQuiet) return undefined
  return name.toLowerCase().replaceAll(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase())
}
