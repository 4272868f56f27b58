import { useMessages } from '#ui/language'
import { batch as en } from './messages.en.ts'
import { batch as vi } from './messages.vi.ts'

/** Kept out of the words of the desk: the page of the day loads those, and has no list. */
export const useBatchWords = () => useMessages({ vi, en })
