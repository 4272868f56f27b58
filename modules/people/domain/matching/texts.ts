import { withoutMarks } from '../syllable.ts'
import {
  isNothing,
  openNumbering,
  readOnce,
  remembering,
  unknown,
  type Column,
  type Comparison,
} from './column.ts'
import { jaroWinkler, overlap } from './distance.ts'

const comparison: Comparison = {
  name: 'text',
  levels: [{ name: 'same', counts: 'text' }, { name: 'close' }, { name: 'alike' }, { name: 'different' }],
}
const [same, close, alike, different] = [0, 1, 2, 3]

/** From which share of common words, or which closeness of letters, two texts are close or alike. */
const bounds = { close: { words: 0.6, letters: 0.93 }, alike: { words: 0.3, letters: 0.85 } } as const

/** Words before the name of a village or street that some write and some do not. */
const fillers = new Set(
  'thon xom to dan pho khu ap ban so nha duong xa phuong street st road rd avenue ave'.split(' '),
)

/** Addresses, villages, titles: words in any order, with marks or without. */
export function texts(): Column {
  const numbering = openNumbering()
  const known: { text: string; folded: string; words: readonly string[] }[] = [
    { text: '', folded: '', words: [] },
  ]
  const relation = remembering((one, other) => {
    const [a, b] = [known[one]!, known[other]!]
    const shared = overlap(a.words, b.words)
    if (shared >= bounds.close.words) return close
    const closeness = jaroWinkler(a.folded, b.folded)
    if (closeness >= bounds.close.letters) return close
    return shared >= bounds.alike.words || closeness >= bounds.alike.letters ? alike : different
  })
  const valueOf = readOnce((text) => {
    if (isNothing(text)) return 0
    const all = withoutMarks(text.normalize('NFC').toLowerCase())
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
    const kept = all.filter((word) => !fillers.has(word))
    const words = kept.length > 0 ? kept : all
    if (words.length === 0) return 0
    const folded = words.join(' ')
    const number = numbering.of(folded)
    if (number === known.length) known.push({ text: text.trim(), folded, words })
    return number
  })
  return {
    comparisons: [comparison],
    parts: ['text', 'start', 'word'],
    intern: ([text = '']) => valueOf(text),
    compare: (one, other, into, at) => {
      if (one === 0 || other === 0) into[at] = unknown
      else into[at] = one === other ? same : relation(one, other)
    },
    countedAs: (value, _, level) => (level === same ? value : 0),
    partOf: (value, wanted) => {
      const { folded, words } = known[value]!
      if (wanted === 'text') return folded
      return wanted === 'start' ? folded.slice(0, 5) : words[0]
    },
    textOf: (value) => known[value]!.text,
  }
}
