import { useLanguage } from '#ui/language'
import { eventPhrasesEn } from '../../domain/event-words.en.ts'
import { eventPhrasesVi } from '../../domain/event-words.vi.ts'

/** The phrases of events in the language of the page. */
export function useEventPhrases() {
  return useLanguage() === 'en' ? eventPhrasesEn : eventPhrasesVi
}
