import type { Kind } from './prospect.ts'

/** The lists people work through: what they are called and which prospects stand on them. */
export const views = ['soon', 'unused', 'ending', 'ended', 'changing', 'renewal', 'certificate'] as const
export type View = (typeof views)[number]

export const kindsOf: Readonly<Record<View, readonly Kind[]>> = {
  soon: ['gain'],
  unused: ['unused', 'resume'],
  ending: ['lose'],
  ended: ['ended'],
  changing: ['raise', 'lower'],
  renewal: ['renewal'],
  certificate: ['certificate'],
}

/** Rows on a page. */
export const pageSize = 50
/** Letters printed at once; more paper nobody carries. */
export const mostLetters = 200
