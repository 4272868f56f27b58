export { languages, setLanguage, useLanguage, useMessages, type Language } from '#ui/language'
