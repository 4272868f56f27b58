import { withoutMarks } from '../syllable.ts'
import { isNothing, openNumbering, remembering, unknown, type Column, type Comparison } from './column.ts'
import { isOneSlip, jaroWinkler } from './distance.ts'
import { areOneName } from './short-names.ts'
import { englishSound } from './sounds.ts'

const levels = [
  { name: 'same', counts: 'written' },
  { name: 'slip' },
  { name: 'close' },
  { name: 'sounds', counts: 'sound' },
  { name: 'moved' },
  { name: 'different' },
] as const
const [same, slip, close, sounds, moved, different] = [0, 1, 2, 3, 4, 5]
const comparisons: readonly Comparison[] = [
  { name: 'given', levels },
  { name: 'surname', levels },
]

/** How alike two spellings must be, after Jaro and Winkler, to be called close. */
const closeFrom = 0.88

/** Names as English keeps them, given name and surname in columns of their own, now and then in each other's. */
export function namesInParts(): Column {
  const texts = openNumbering()
  const written = openNumbering()
  const heard = openNumbering()
  const words: { text: string; sound: string; soundNumber: number }[] = [
    { text: '', sound: '', soundNumber: 0 },
  ]
  const names: { given: number; surname: number; shown: readonly string[] }[] = [
    { given: 0, surname: 0, shown: [] },
  ]

  const word = (text: string): number => {
    if (isNothing(text)) return 0
    const plain = withoutMarks(text.normalize('NFC').toLowerCase()).replaceAll(/[^\p{L}\p{N}]/gu, '')
    if (plain === '') return 0
    const number = written.of(plain)
    if (number === words.length) {
      const sound = englishSound(plain)
      words.push({ text: plain, sound, soundNumber: heard.of(sound) })
    }
    return number
  }
  const relation = remembering((one, other) => {
    const [a, b] = [words[one]!, words[other]!]
    if (a.text.length > 2 && b.text.length > 2 && isOneSlip(a.text, b.text)) return slip
    if (isInitial(a.text, b.text) || areOneName(a.text, b.text)) return close
    if (jaroWinkler(a.text, b.text) >= closeFrom) return close
    return a.soundNumber === b.soundNumber && a.sound !== '' ? sounds : different
  })
  const levelOf = (one: number, other: number): number => {
    if (one === 0 || other === 0) return unknown
    return one === other ? same : relation(one, other)
  }
  const isSwapped = (one: number, other: number) =>
    one !== 0 && other !== 0 && (one === other || isOneSlip(words[one]!.text, words[other]!.text))

  return {
    comparisons,
    parts: ['given', 'surname', 'names', 'start'],
    intern: ([given = '', surname = '']) => {
      const parts = [word(given), word(surname)] as const
      if (parts[0] === 0 && parts[1] === 0) return 0
      const number = texts.of(parts.join(' '))
      if (number === names.length)
        names.push({ given: parts[0], surname: parts[1], shown: [given.trim(), surname.trim()] })
      return number
    },
    compare: (one, other, into, at) => {
      const [a, b] = [names[one]!, names[other]!]
      const given = levelOf(a.given, b.given)
      const surname = levelOf(a.surname, b.surname)
      const areApart = given >= sounds && surname >= sounds
      const isMoved = areApart && isSwapped(a.given, b.surname) && isSwapped(a.surname, b.given)
      into[at] = isMoved ? moved : given
      into[at + 1] = isMoved ? moved : surname
    },
    countedAs: (value, comparison, level) => {
      const { given, surname } = names[value]!
      const number = comparison === 0 ? given : surname
      const { counts } = levels[level]! as { counts?: string }
      return counts === 'written' ? number : counts === 'sound' ? words[number]!.soundNumber : 0
    },
    partOf: (value, wanted) => {
      const { given, surname } = names[value]!
      const sound = (number: number) => (number === 0 ? undefined : words[number]!.sound)
      if (wanted === 'given') return sound(given)
      if (wanted === 'surname') return sound(surname)
      if (given === 0 || surname === 0) return undefined
      if (wanted === 'names') return [words[given]!.sound, words[surname]!.sound].toSorted().join(' ')
      return [words[given]!.text.slice(0, 2), words[surname]!.text.slice(0, 2)].toSorted().join(' ')
    },
    textOf: (value, comparison) => names[value]!.shown[comparison] ?? '',
  }
}

function isInitial(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length === 1 && long.startsWith(short)
}
