import type { Month } from '#kernel/civil-date'
import { useDaysKept } from '#platform/web/past-view'
import { useLanguage, useMessages } from '#ui/language'
import { nameOfRule } from '../domain/rule-names.ts'
import type { Standing } from '../domain/standing.ts'
import { phrasesEn, wordsEn } from '../domain/words.en.ts'
import { phrasesVi, wordsVi } from '../domain/words.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The sentences of an explanation in the language of the page. */
export function useWords() {
  const isEnglish = useLanguage() === 'en'
  const phrases = isEnglish ? phrasesEn : phrasesVi
  const words = isEnglish ? wordsEn : wordsVi
  return { ...words, factName: (fact: keyof Standing) => nameOf(phrases, fact) }
}

/** What a rule is called; the one a reader may not know is only said to be private. */
export function useRuleName() {
  const language = useLanguage()
  const t = useMessages({ vi, en })
  return (rule: string | null) => (rule === null ? t.privateRule : nameOfRule(rule, language))
}

/** Where it is explained what a person is due in a month, seen from the days one looks from now. */
export function useWhyHref(personId: string): (month: Month) => string {
  const keepDays = useDaysKept()
  return (month) => keepDays(`/nghiep-vu/nguoi/${personId}/vi-sao?thang=${month}`)
}

/** What a fact is called; a flag is named by what it says when it is true. */
function nameOf({ fact: choices, flag, amount }: typeof phrasesVi, fact: keyof Standing): string {
  if (fact in choices) return choices[fact as keyof typeof choices].name // Just looked up.
  if (fact in flag) return flag[fact as keyof typeof flag].yes // Just looked up.
  if (fact in amount) return amount[fact as keyof typeof amount] // Just looked up.
  return fact
}
