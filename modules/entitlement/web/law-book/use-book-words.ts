import { usePastView, useShownDays } from '#platform/web/past-view'
import { useLanguage } from '#ui/language'
import { bookWordsEn } from '../../domain/law-book/sentences.en.ts'
import { bookWordsVi } from '../../domain/law-book/sentences.vi.ts'
import type { LawDays } from './hrefs.ts'

/** The sentences of the law book in the language of the page. */
export function useBookWords() {
  return useLanguage() === 'en' ? bookWordsEn : bookWordsVi
}

/** The days of the address as links carry them on: those that are not today. */
export function useDaysSeen(): LawDays {
  const { on, knownOn, today } = usePastView()
  return { on: on === today ? undefined : on, knownOn: knownOn === today ? undefined : knownOn }
}

/** The days of the address as the server is asked about them. */
export function useDaysAsked() {
  const { on, knownOn } = useShownDays()
  return { on, known: knownOn }
}
