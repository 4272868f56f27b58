import { useLanguage } from '#ui/language'
import type { Words } from '../domain/words.ts'
import { wordsEn } from '../domain/words.en.ts'
import { wordsVi } from '../domain/words.vi.ts'

/** What a scenario says, in the language of the page. */
export function useScenarioWords(): Words {
  return useLanguage() === 'vi' ? wordsVi : wordsEn
}
