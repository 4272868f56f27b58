/** A word looked for: typed without marks it finds every word of its letters, typed with them only its own. */
type Sought = { readonly plain: string; readonly marked: string | undefined }

/** A text read for searching: as it is shown, in small letters, and without marks; a letter has one place in all three. */
export type Read = { readonly text: string; readonly letters: string; readonly bare: string }

/** Where in a text something was found. */
type Span = { readonly from: number; readonly to: number }

/** A part of a text, and whether it is what was looked for. */
export type Piece = { readonly text: string; readonly isSought: boolean }

/** The words of what was typed. */
export function soughtIn(text: string): readonly Sought[] {
  return read(text)
    .letters.split(/ +/)
    .filter(Boolean)
    .map((word) => {
      const plain = read(word).bare
      return { plain, marked: plain === word ? undefined : inAnyOrder(word) }
    })
}

/** The spans of all words where they stand in a row, the first time they do. */
export function inARow(text: Read, words: readonly Sought[]): readonly Span[] | undefined {
  const found = words.map((word) => spansOf(text, word, 'whole'))
  for (const first of found[0] ?? []) {
    const row = [first]
    for (const spans of found.slice(1)) {
      const { to } = row.at(-1)!
      const next = spans.find(({ from }) => from > to && text.bare.slice(to, from).trim() === '')
      if (!next) break
      row.push(next)
    }
    if (row.length === words.length) return row
  }
  return undefined
}

/** The spans of all words, wherever they stand in one of the texts; undefined where one of them stands in none. */
export function anywhere(
  texts: readonly Read[],
  words: readonly Sought[],
  how: 'whole' | 'beginning',
): readonly (readonly Span[])[] | undefined {
  const found = words.map((word) => texts.map((text) => spansOf(text, word, how)))
  if (found.some((spans) => spans.every(({ length }) => length === 0))) return undefined
  return texts.map((_, place) =>
    found.flatMap((spans) => spans[place] ?? []).toSorted((one, other) => one.from - other.from),
  )
}

function spansOf(
  { letters, bare }: Read,
  { plain: word, marked }: Sought,
  how: 'whole' | 'beginning',
): Span[] {
  const spans: Span[] = []
  for (let from = bare.indexOf(word); from >= 0; from = bare.indexOf(word, from + 1)) {
    const to = from + word.length
    const begins = from === 0 || bare[from - 1] === ' '
    const ends = how === 'beginning' || to === bare.length || bare[to] === ' '
    const isMeant = marked === undefined || inAnyOrder(letters.slice(from, to)) === marked
    if (begins && ends && isMeant) spans.push({ from, to })
  }
  return spans
}

const most = 160

/** A text cut into pieces at what was found in it; of a long one, what stands around the first. */
export function piecesOf({ text: whole }: Read, spans: readonly Span[]): Piece[] {
  const first = spans[0]?.from ?? 0
  const isLong = whole.length > most
  const start = isLong && first > most / 2 ? whole.lastIndexOf(' ', first - most / 4) + 1 : 0
  const cut = isLong ? whole.indexOf(' ', start + most) : -1
  const end = cut < 0 ? whole.length : cut
  const pieces: Piece[] = start > 0 ? [{ text: '… ', isSought: false }] : []
  let at = start
  for (const { from, to } of spans) {
    if (from < at || to > end) continue
    if (from > at) pieces.push({ text: whole.slice(at, from), isSought: false })
    pieces.push({ text: whole.slice(from, to), isSought: true })
    at = to
  }
  const rest = whole.slice(at, end) + (end < whole.length ? ' …' : '')
  return rest ? [...pieces, { text: rest, isSought: false }] : pieces
}

/** Reads a text; «nguoi cao tuoi» is found in «người cao tuổi», and between words a blank stands for every sign. */
export function read(given: string): Read {
  const text = given.normalize('NFC')
  const letters = Array.from(text, (letter) =>
    /[\s«»“”"(),;:.–-]/.test(letter) ? ' ' : letter.toLowerCase(),
  )
  return { text, letters: letters.join(''), bare: letters.map(bareOf).join('') }
}

const bares = new Map<string, string>()

function bareOf(letter: string): string {
  let bare = bares.get(letter)
  if (bare === undefined) {
    const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
    bare = letter === 'đ' ? 'd' : base.length === letter.length ? base : letter
    bares.set(letter, bare)
  }
  return bare
}

/** Letters and marks of a word in one order: «hoà» and «hòa» are one word. */
const inAnyOrder = (word: string) => Array.from(word.normalize('NFD')).toSorted().join('')
