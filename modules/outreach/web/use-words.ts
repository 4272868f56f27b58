import { nameOfRule } from '#modules/entitlement/contract'
import { useLanguage } from '#ui/language'
import type { ProspectView } from '../contract.ts'
import { sayCauses } from '../domain/words.ts'
import { wordsEn } from '../domain/words.en.ts'
import { wordsVi } from '../domain/words.vi.ts'

/** What is said of a prospect, in the language of the page. */
export function useWords() {
  const language = useLanguage()
  const words = language === 'en' ? wordsEn : wordsVi
  return {
    benefit: words.benefit,
    kind: words.kind,
    lack: words.lack,
    keptBy: words.keptBy,
    causes: ({ causes }: ProspectView) => capital(sayCauses(words, causes)),
    rules: (rules: readonly string[]) => rules.map((rule) => nameOfRule(rule, language)).join(' + '),
  }
}

function capital(text: string) {
  return text.charAt(0).toLocaleUpperCase('vi-VN') + text.slice(1)
}
