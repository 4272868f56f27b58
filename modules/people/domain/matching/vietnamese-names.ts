import { repairTyping } from '../import/legacy-text.ts'
import { readOldFonts } from '../import/old-fonts.ts'
import { normaliseName, personKeys, wordsOf } from '../name.ts'
import { isNothing, openNumbering, remembering, unknown, type Column, type Comparison } from './column.ts'
import { isOneSlip } from './distance.ts'
import { bareSound, northernSound } from './sounds.ts'

const same = 0
const sounds = 1
const bare = 2
const marks = 3
const near = 4
const part = 5
const moved = 5
const different = 6

const byWord = [
  { name: 'same', counts: 'written' },
  { name: 'sounds', counts: 'sound' },
  { name: 'bare', counts: 'plain' },
  { name: 'marks', counts: 'plain' },
  { name: 'near' },
] as const

/** Family, middle and given name («họ, đệm, tên»), of which the given name tells most. */
const comparisons: readonly Comparison[] = [
  { name: 'family', levels: [...byWord, { name: 'moved' }, { name: 'different' }] },
  { name: 'middle', levels: [...byWord, { name: 'part' }, { name: 'different' }] },
  { name: 'given', levels: [...byWord, { name: 'moved' }, { name: 'different' }] },
]

/** Family names of one origin that are written one for the other now and then. */
const variants = [
  ['vu', 'vo'],
  ['hoang', 'huynh'],
] as const

/** A word, or the words between family and given name: how it is written, heard, and looks without its marks. */
type Word = {
  readonly text: string
  readonly written: number
  readonly sound: number
  readonly plain: number
}

type Name = {
  readonly text: string
  /** Numbers of words; 0 where there is none. */
  readonly family: number
  readonly middle: number
  readonly given: number
  readonly isBare: boolean
  readonly bag: string
}

/**
 * Vietnamese names: the given name last, marks that get lost, tones that move, keys of an input method left in the text, and
 * northern sounds. Names of other peoples need not be Vietnamese syllables.
 */
export function vietnameseNames(): Column {
  const texts = openNumbering()
  const writtenAs = openNumbering()
  const soundsAs = openNumbering()
  const plainAs = openNumbering()
  const wordNumbers = openNumbering()
  // Having no middle name is something two names can share, too.
  const words: Word[] = [
    { text: '', written: writtenAs.of(''), sound: soundsAs.of(''), plain: plainAs.of('') },
  ]
  const plains: string[] = ['']
  const barePlains: string[] = ['']
  const names: Name[] = [{ text: '', family: 0, middle: 0, given: 0, isBare: false, bag: '' }]

  const word = (tokens: readonly string[], isBare: boolean): number => {
    if (tokens.length === 0) return 0
    const text = tokens.join(' ')
    const written = tokens.map((token) => personKeys(token).nameKey).join(' ')
    // A word without marks in a name that lost all of them is not the word that never had any.
    const number = wordNumbers.of(isBare ? `${written}°` : written)
    if (number === words.length) {
      const plain = tokens.map((token) => personKeys(token).plainKey.trim()).join(' ')
      const heard = tokens.map((token) => (isBare ? `${bareSound(token)}°` : northernSound(token))).join(' ')
      words.push({
        text,
        written: writtenAs.of(isBare ? `${written}°` : written),
        sound: soundsAs.of(heard),
        plain: plainAs.of(plain),
      })
      plains.push(plain)
      barePlains.push(tokens.map(bareSound).join(' '))
    }
    return number
  }

  /** How two different words are alike, whatever the names they stand in. */
  const relation = remembering((one, other) => {
    const [a, b] = [words[one]!, words[other]!]
    if (a.sound === b.sound) return sounds
    if (a.plain === b.plain) return marks
    return isNear(plains[one]!, plains[other]!) || barePlains[one] === barePlains[other] ? near : different
  })
  const levelOf = (one: number, other: number, isBare: boolean): number => {
    if (one === other) return isBare ? bare : same
    const level = relation(one, other)
    return isBare && (level === marks || level === sounds) && words[one]!.plain === words[other]!.plain
      ? bare
      : level
  }
  const middleRelation = remembering((one, other) => {
    const level = relation(one, other)
    return level === different && isPart(plains[one]!, plains[other]!) ? part : level
  })
  const middleLevel = (one: number, other: number, isBare: boolean): number => {
    if (one === other) return isBare && one !== 0 ? bare : same
    if (one === 0 || other === 0) return part
    const level = levelOf(one, other, isBare)
    return level === different ? middleRelation(one, other) : level
  }

  return {
    comparisons,
    parts: ['name', 'given', 'family', 'ends'],
    intern: ([text = '']) => {
      if (isNothing(text)) return 0
      const number = texts.of(text)
      if (number === names.length) {
        const tokens = wordsOf(meant(text))
        const isBare = tokens.every(
          (token) => personKeys(token).nameKey === personKeys(token).plainKey.trim(),
        )
        const bag = tokens.map(bareSound).toSorted().join(' ')
        names.push({
          text: normaliseName(text),
          family: tokens.length > 1 ? word(tokens.slice(0, 1), isBare) : 0,
          middle: word(tokens.slice(1, -1), isBare),
          given: word(tokens.slice(-1), isBare),
          isBare,
          bag,
        })
      }
      return names[number]!.given === 0 ? 0 : number
    },
    compare: (one, other, into, at) => {
      if (one === 0 || other === 0) {
        into.fill(unknown, at, at + 3)
        return
      }
      const [a, b] = [names[one]!, names[other]!]
      const isBare = a.isBare || b.isBare
      const family = a.family === 0 || b.family === 0 ? unknown : levelOf(a.family, b.family, isBare)
      const given = levelOf(a.given, b.given, isBare)
      into[at] = family
      into[at + 1] = middleLevel(a.middle, b.middle, isBare)
      into[at + 2] = given
      // The same words in another order: «Bình Phạm Văn» for «Phạm Văn Bình».
      if (given === different && family >= near && a.bag === b.bag) {
        into[at] = moved
        into[at + 1] = unknown
        into[at + 2] = moved
      }
    },
    countedAs: (value, comparison, level) => {
      const name = names[value]!
      const { written, sound, plain } = words[[name.family, name.middle, name.given][comparison]!]!
      const counted = comparisons[comparison]!.levels[level]!.counts
      return counted === 'written' ? written : counted === 'sound' ? sound : counted === 'plain' ? plain : 0
    },
    partOf: (value, wanted) => {
      const { family, given, bag } = names[value]!
      if (wanted === 'given') return barePlains[given]
      if (wanted === 'family') return family === 0 ? undefined : barePlains[family]
      if (wanted === 'ends') return [barePlains[family]!, barePlains[given]!].toSorted().join(' ')
      return bag
    },
    textOf: (value, comparison) => {
      const { text, family, middle, given } = names[value]!
      const shown = text.split(' ')
      const count = [family, middle, given].reduce((sum, number) => sum + wordsIn(words[number]!), 0)
      // A name taken to pieces in another way than by its blanks is shown as it was understood.
      if (shown.length !== count) return words[[family, middle, given][comparison]!]!.text
      if (comparison === 0) return family === 0 ? '' : shown[0]!
      return comparison === 1 ? shown.slice(1, -1).join(' ') : shown.at(-1)!
    },
  }
}

const wordsIn = ({ text }: Word) => (text === '' ? 0 : text.split(' ').length)

/** What was meant: text of old codes and keys of an input method that was off are read as people read them. */
function meant(text: string): string {
  const decoded = readOldFonts(text)
  return repairTyping(normaliseName(decoded)) ?? decoded
}

function isNear(one: string, other: string): boolean {
  if (isInitial(one, other) || isInitial(other, one)) return true
  if (variants.some((names) => names.includes(one as never) && names.includes(other as never))) return true
  return Math.max(one.length, other.length) > 3 && isOneSlip(one, other)
}

/** «Ng» for «Nguyen», «T» for «Thi»: what abbreviations leave. */
function isInitial(short: string, long: string): boolean {
  return short.length <= 2 && short.length < long.length && long.startsWith(short) && !/[aeiouy]/.test(short)
}

/** Whether the words of one are among those of the other, or their initials: «Thị Thu» and «Thu». */
function isPart(one: string, other: string): boolean {
  const [few, many] = [one.split(' '), other.split(' ')].toSorted((a, b) => a.length - b.length) as [
    string[],
    string[],
  ]
  return few.every((word) =>
    many.some((long) => long === word || isInitial(word, long) || isInitial(long, word)),
  )
}
