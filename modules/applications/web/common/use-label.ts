import { useLanguage } from '#ui/language'

/** Words that come with the procedure, in the language of the page. */
export function useLabel(): (label: { readonly vi: string; readonly en: string }) => string {
  const language = useLanguage()
  return (label) => label[language]
}
