import type { FiguresLinkWords } from './link-words.vi.ts'

export const figuresLinkWords: FiguresLinkWords = { why: 'Why the figures differ' }
