export const figuresLinkWords = { why: 'Vì sao các con số khác nhau' }

export type FiguresLinkWords = typeof figuresLinkWords
