import { withoutMarks } from '../syllable.ts'

type Level = 'exceptionally_severe' | 'severe' | 'mild'

/** The degrees as certificates and lists spell them; the longer ones first, for they contain the others. */
const spellings: readonly (readonly [Level, readonly string[]])[] = [
  ['exceptionally_severe', ['đặc biệt nặng', 'đb nặng', 'đbn']],
  ['severe', ['nặng']],
  ['mild', ['nhẹ']],
]

/** What stands in a cell by itself and would say nothing within a sentence. */
const abbreviations: Readonly<Record<string, Level>> = {
  đb: 'exceptionally_severe',
  db: 'exceptionally_severe',
  n: 'severe',
}

/** What may stand beside the degree without changing it: whose it is, of what kind, and by which clause. */
const beside = [
  'khoản [1-8]',
  'k ?[1-8]',
  'điều 5',
  'điểm [abcd]',
  'người khuyết tật',
  'trẻ em khuyết tật',
  'trẻ khuyết tật',
  'khuyết tật',
  'nkt',
  'mức độ',
  'mức',
  'dạng',
  'vận động',
  'nghe',
  'nói',
  'nhìn',
  'thần kinh',
  'tâm thần',
  'trí tuệ',
  'khác',
]

/**
 * The degree of a disability, where a text says exactly one and nothing that we do not know. «Cực nặng», «không nặng»,
 * «nặng hoặc nhẹ» and «chức năng» are no degrees: somebody has to look at the certificate.
 */
export function readDisabilityLevel(text: string): Level | undefined {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim()
  if (words in abbreviations) return abbreviations[words]
  const found: Level[] = []
  let rest = ` ${words} `
  for (const [level, written] of spellings)
    for (const spelling of written)
      rest = rest.replaceAll(asWritten(spelling), () => {
        found.push(level)
        return ' '
      })
  for (const spelling of beside) rest = rest.replaceAll(asWritten(spelling), ' ')
  return found.length === 1 && rest.trim() === '' ? found[0] : undefined
}

/** Each word with all its marks or with none: «nang» is «nặng» without marks, and «năng» is another word. */
function asWritten(spelling: string): RegExp {
  const words = spelling
    .split(' ')
    .map((word) => (withoutMarks(word) === word ? word : `(?:${word}|${withoutMarks(word)})`))
  return new RegExp(`(?<= )${words.join(' ')}(?= )`, 'gu')
}
