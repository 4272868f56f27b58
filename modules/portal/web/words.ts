import type { Messages } from '../pages/messages.vi.ts'

/** The words of the page’s own language, and only those. */
export async function inOwnLanguage(): Promise<Messages> {
  const { messages } =
    document.documentElement.lang === 'en'
      ? await import('../pages/messages.en.ts')
      : await import('../pages/messages.vi.ts')
  return messages
}
