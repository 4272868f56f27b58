import { useLanguage } from '#ui/language'
import type { Standing } from '../domain/standing.ts'
import { phrasesEn, wordsEn } from '../domain/words.en.ts'
import { phrasesVi, wordsVi } from '../domain/words.vi.ts'

/** The sentences of an explanation in the language of the page. */
export function useWords() {
  const isEnglish = useLanguage() === 'en'
  const phrases = isEnglish ? phrasesEn : phrasesVi
  const words = isEnglish ? wordsEn : wordsVi
  return { ...words, factName: (fact: keyof Standing) => nameOf(phrases, fact) }
}

/** What a fact is called; a flag is named by what it says when it is true. */
function nameOf({ fact: choices, flag, amount }: typeof phrasesVi, fact: keyof Standing): string {
  if (fact in choices) return choices[fact as keyof typeof choices].name // Just looked up.
  if (fact in flag) return flag[fact as keyof typeof flag].yes // Just looked up.
  if (fact in amount) return amount[fact as keyof typeof amount] // Just looked up.
  return fact
}
