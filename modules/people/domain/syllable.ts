/** The tones in the order of the dictionary: none, huyền, hỏi, ngã, sắc, nặng. */
const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/** A word as it is spelled: letters with the marks that make them letters (ă, ơ), and the tone apart. */
export type Spelling = { readonly letters: string; readonly tone: number }

/** Takes a word to pieces, whichever letter its tone stands on; lower case, composed. */
export function spell(word: string): Spelling {
  let letters = ''
  let tone = 0
  for (const char of word.toLowerCase().normalize('NFD')) {
    const found = toneMarks.indexOf(char)
    if (found > 0) tone = found
    else letters += char
  }
  return { letters: letters.normalize('NFC'), tone }
}

/** Letters without any mark; đ is d. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

const onsets = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]'
const rimes = [
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây',
  'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu',
  'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu',
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot',
  'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt',
  'u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu',
  'ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu yn ynh yt ych',
]
  .join(' ')
  .replaceAll(' ', '|')
const syllable = new RegExp(`^(?:${onsets})?(?:${rimes})$`)

/** Whether Vietnamese spelling allows these letters («âm tiết»); names of other peoples need not pass. */
export function isSyllable(letters: string): boolean {
  return syllable.test(letters)
}

/** Puts the tone where the older spelling has it, as in hòa, thủy, hoàng, nguyễn, mùa. */
export function withTone({ letters, tone }: Spelling): string {
  if (tone === 0) return letters
  const start = /^(?:qu|gi(?=[aăâeêoôơuưy]))/.exec(letters)?.[0].length ?? 0
  const vowels = Array.from(letters).flatMap((char, at) =>
    at >= start && /[aăâeêioôơuưy]/.test(char) ? [at] : [],
  )
  const marked = vowels.findLast((at) => /[ăâêôơư]/.test(letters[at]!))
  const isClosed = /[bcdghklmnpqrstvx]$/.test(letters)
  const at = marked ?? (isClosed ? vowels.at(-1) : vowels.length === 3 ? vowels[1] : vowels[0]) ?? 0
  return (letters.slice(0, at + 1) + toneMarks[tone] + letters.slice(at + 1)).normalize('NFC')
}
