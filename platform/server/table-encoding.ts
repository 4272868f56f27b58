/** The letters of Vietnamese that are not in ASCII. */
const vietnamese = new Set(
  Array.from('aăâeêioôơuưy', (vowel) =>
    ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
    .flat()
    .concat('đ')
    .filter((letter) => letter > '\u007f'),
)
/** So many of the letters beyond ASCII must be Vietnamese ones, for text to have been read as it was written. */
const enough = 0.9

/** The encoding of a text by the mark at its beginning, or by where its empty bytes stand; undefined where neither says. */
export function markedEncoding(sample: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary' | undefined {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8'
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const [even, odd] = [0, 0].map(
    (_, side) => sample.filter((byte, at) => byte === 0 && at % 2 === side).length,
  )
  if (even === 0 && odd === 0) return undefined
  if (odd! > sample.length / 8 && even! < odd! / 8) return 'utf-16le'
  if (even! > sample.length / 8 && odd! < even! / 8) return 'utf-16be'
  return 'binary'
}

/**
 * The encoding of the text of a table: UTF-8 or UTF-16; windows-1258, as Vietnamese Windows wrote it, where that gives
 * Vietnamese letters; and otherwise windows-1252, in which text of old fonts (TCVN3, VNI) stands for who knows those.
 */
export function encodingOf(
  sample: Uint8Array,
): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252' | 'binary' {
  const marked = markedEncoding(sample)
  if (marked) return marked
  try {
    // A sample may end within a letter.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return 'utf-8'
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return vietnameseShare(new TextDecoder('windows-1258').decode(sample)) >= enough
    ? 'windows-1258'
    : 'windows-1252'
}

/** Windows-1258 writes a tone after its letter; composed, only Vietnamese letters are left. */
function vietnameseShare(text: string): number {
  const beyond = Array.from(text.normalize('NFC').toLowerCase()).filter((char) => char > '\u007f')
  return beyond.length === 0 ? 0 : beyond.filter((char) => vietnamese.has(char)).length / beyond.length
}

/** The text of a whole table. */
export function decodeTable(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  return new TextDecoder(encoding === 'binary' ? 'utf-8' : encoding).decode(bytes).normalize('NFC')
}
