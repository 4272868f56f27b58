import type { Determination } from './determine-all.ts'
import { phrasesEn, wordsEn } from './words.en.ts'
import { phrasesVi, wordsVi } from './words.vi.ts'
import { supportWordsFrom } from './support-words.ts'
import type { Phrases } from './phrases.ts'
import type { Words } from './words.ts'

/** A whole determination line by line: every member, then every event. */
function linesFrom(phrases: Phrases, words: Words) {
  const support = supportWordsFrom(phrases, words)
  const said = phrases.event
  const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`)
  return ({ members, events, month }: Determination): string[] => [
    ...members.flatMap(({ key, name, monthly, durations, rights }) => [
      ...(members.length > 1 ? [`# ${name ?? key}`] : []),
      ...words.lines(monthly, durations),
      ...(rights ? [said.month(phrases.month(month)), ...indent(support.lines(rights))] : []),
    ]),
    ...events.flatMap(({ kind, on, name, who, rights }) => [
      said.event(said.kind[kind], phrases.day(on), members.length > 1 ? (name ?? who) : undefined),
      ...indent(support.lines(rights)),
    ]),
  ]
}

export const determinationLinesVi = linesFrom(phrasesVi, wordsVi)
export const determinationLinesEn = linesFrom(phrasesEn, wordsEn)
export const supportWordsVi = supportWordsFrom(phrasesVi, wordsVi)
export const supportWordsEn = supportWordsFrom(phrasesEn, wordsEn)
