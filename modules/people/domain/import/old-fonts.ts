import { isSyllable, spell } from '../syllable.ts'
import { fromTcvn3, repairTcvn3 } from './legacy-text.ts'

/** Codes of the fonts of the nineties («.VnTime», «VNI-Times»): the same bytes as Latin letters, drawn as Vietnamese ones. */
export type OldFont = 'tcvn3' | 'vni'

/** VNI writes a letter with its marks as two signs, the letter and all its marks; what follows is the second sign of each. */
const vniMarks: Readonly<Record<string, string>> = {
  a: 'áàảãạ ăắằẳẵặ âấầẩẫậ',
  e: 'éèẻẽẹ êếềểễệ',
  o: 'óòỏõọ ôốồổỗộ',
  u: 'úùủũụ',
  y: 'ýỳỷỹ',
}
const vniSigns: Readonly<Record<string, string>> = {
  a: 'ùøûõï êéèúüë âáàåãä',
  e: 'ùøûõï âáàåãä',
  o: 'ùøûõï âáàåãä',
  u: 'ùøûõï',
  y: 'ùøûõ',
}
/** Letters with a sign of their own, and those two that take tones as others do. */
const vniSingle = 'ô:ơ ö:ư ñ:đ í:í ì:ì æ:ỉ ó:ĩ ò:ị î:ỵ'
const vniToned: Readonly<Record<string, string>> = { ô: 'ớờởỡợ', ö: 'ứừửữự' }

const vni = new Map<string, string>()
for (const [base, meant] of Object.entries(vniMarks))
  for (const [place, letter] of Array.from(meant).entries()) addPair(base, vniSigns[base]![place]!, letter)
for (const [base, meant] of Object.entries(vniToned))
  for (const [place, letter] of Array.from(meant).entries()) addPair(base, 'ùøûõï'[place]!, letter)
for (const pair of vniSingle.split(' ')) {
  const [sign, letter] = pair.split(':') as [string, string]
  vni.set(sign, letter)
  vni.set(sign.toUpperCase(), letter.toUpperCase())
}

/** A capital takes its marks large or small: «AÂN» and «Aân» are both Ân. */
function addPair(base: string, sign: string, letter: string) {
  if (letter === ' ') return
  vni.set(base + sign, letter)
  vni.set(base.toUpperCase() + sign, letter.toUpperCase())
  vni.set(base.toUpperCase() + sign.toUpperCase(), letter.toUpperCase())
}

/** Text of a VNI font that was read as Latin-1 («Nguyeãn Vaên Hoøa»), as it was meant. */
export function fromVni(text: string): string {
  const signs = Array.from(text.normalize('NFC'))
  let meant = ''
  for (let at = 0; at < signs.length; at++) {
    const pair = vni.get(signs[at]! + (signs[at + 1] ?? ''))
    meant += pair ?? vni.get(signs[at]!) ?? signs[at]!
    if (pair !== undefined) at++
  }
  return meant
}

/** Reads text by the code of a font. */
export const decoders: Readonly<Record<OldFont, (text: string) => string>> = {
  tcvn3: fromTcvn3,
  vni: fromVni,
}

/** So many of the words of a column must be spelled as Vietnamese is, and so many more than as they stand. */
const enough = 0.8
const more = 0.2

export type Detected = { readonly font: OldFont; readonly score: number }

/**
 * Which font the texts of a column were written for, with the share of words that are spelled right once it is read so;
 * undefined where they are sound as they stand, or no reading makes them so.
 */
export function detectFont(texts: readonly string[]): Detected | undefined {
  const words = wordsIn(texts)
  if (!words.some((word) => /[\u0080-\uffff]/u.test(word))) return undefined
  const asItStands = soundShare(words)
  const [best] = (Object.keys(decoders) as OldFont[]) // Its keys are the fonts.
    .map((font) => ({ font, score: soundShare(words.map(decoders[font])) }))
    .toSorted((one, other) => other.score - one.score)
  return best && best.score >= enough && best.score - asItStands >= more ? best : undefined
}

const beyondLatin1 = /[\u0100-\uffff]/u

/**
 * The font of each column of a sheet. «Tam Sôn» is spelled right as it stands: where another column is of a font, a column
 * without any sign that font could not have is of it too, unless that spoils it.
 */
export function detectFonts(columns: readonly (readonly string[])[]): (Detected | undefined)[] {
  const found = columns.map((texts) => detectFont(texts))
  const surest = found.filter((one) => one !== undefined).toSorted((one, other) => other.score - one.score)[0]
  if (!surest) return found
  return columns.map((texts, place) => {
    if (found[place] || !texts.some((text) => /[\u0080-\u00ff]/u.test(text))) return found[place]
    if (texts.some((text) => beyondLatin1.test(text))) return undefined
    const [asItStands, read] = [texts, texts.map(decoders[surest.font])].map((some) =>
      soundShare(wordsIn(some)),
    )
    return read! >= asItStands! ? { font: surest.font, score: read! } : undefined
  })
}

function wordsIn(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.normalize('NFC').split(/[\s,;()/.–-]+/u))
    .filter((word) => /\p{L}/u.test(word))
}

function soundShare(words: readonly string[]): number {
  if (words.length === 0) return 0
  return words.filter((word) => isSyllable(spell(word).letters)).length / words.length
}

/** Signs Vietnamese in Unicode does not have, alone or in this order: whatever has none is no text of a VNI font. */
const vniTelltale = /[øûïüëåäöñæî]|[aeo]â|aê|[aeouyôö][ùõ]/iu

/** One short text, such as a header or a name, in a VNI font; undefined where it is none. */
export function repairVni(text: string): string | undefined {
  if (!vniTelltale.test(text)) return undefined
  return detectFont([text])?.font === 'vni' ? fromVni(text) : undefined
}

/** One short text in either of the old codes, as it was meant; undefined where it is none. */
export function repairOldFonts(text: string): string | undefined {
  return repairTcvn3(text) ?? repairVni(text)
}

/** The text as it was meant, whichever of the old codes it came in. */
export function readOldFonts(text: string): string {
  return repairOldFonts(text) ?? text
}
