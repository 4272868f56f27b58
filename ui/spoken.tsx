import type { ReactNode } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { currentLanguage, onLanguageChange, useLanguage } from './language.tsx'
import { spoken as en } from './spoken.en.ts'
import { spoken as vi } from './spoken.vi.ts'

// React Aria looks for its words here before it falls back to English. It keeps the tables it finds at first,
// so they stay the same objects and only their words change with the language.
const tables = Object.fromEntries(Object.entries(vi).map(([name, words]) => [name, { ...words }]))
Object.assign(window, {
  [Symbol.for('react-aria.i18n.locale')]: 'vi-VN',
  [Symbol.for('react-aria.i18n.strings')]: tables,
})

function speak() {
  const words = currentLanguage() === 'vi' ? vi : en
  for (const [name, table] of Object.entries(tables)) Object.assign(table, words[name as keyof typeof vi]) // Names are those of vi.
}
speak()
onLanguageChange(speak)

/** Around everything on screen: the language for what is said aloud, and how a link is followed. */
export function DesignSystem({
  navigate,
  children,
}: {
  navigate: (href: string) => void
  children: ReactNode
}) {
  const locale = useLanguage() === 'vi' ? 'vi-VN' : 'en-GB'
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate}>{children}</RouterProvider>
    </I18nProvider>
  )
}
