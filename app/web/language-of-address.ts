import { setLanguage } from '#ui/language'

/** An address under /en, as the portal has them, is the page of staff without it, in English; so it goes on to be called. */
export function takeLanguageOfAddress() {
  const { pathname, search, hash } = location
  if (!pathname.startsWith('/en/')) return
  setLanguage('en')
  history.replaceState(history.state, '', pathname.slice('/en'.length) + search + hash)
}
