import { useSyncExternalStore } from 'react'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

const kept = 'ansinh.language'
const listeners = new Set<() => void>()
let current: Language = localStorage.getItem(kept) === 'en' ? 'en' : 'vi'

/** The language of the page: Vietnamese unless this browser has chosen English. */
export function currentLanguage(): Language {
  return current
}

/** Turns the whole page to a language at once, without losing what has been typed, and remembers it here. */
export function setLanguage(language: Language) {
  current = language
  localStorage.setItem(kept, language)
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

export function onLanguageChange(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}

/** The texts of a page in the language chosen: `const t = useMessages({ vi, en })`. */
export function useMessages<Messages>(messages: Readonly<Record<Language, Messages>>): Messages {
  return messages[useLanguage()]
}
