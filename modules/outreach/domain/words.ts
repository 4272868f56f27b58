import { formatDate } from '#kernel/written'
import type { Benefit } from '#modules/entitlement'
import type { Lack } from './lacking.ts'
import type { Cause, Keeper, Kind } from './prospect.ts'

/** What is said of a prospect; the phrases of one language, the same on screen, on paper and at the terminal. */
export type Words = {
  readonly benefit: Readonly<Record<Benefit, string>>
  readonly kind: Readonly<Record<Kind, string>>
  readonly age: (months: number, on: string) => string
  readonly childAge: (months: number, on: string) => string
  readonly fact: Readonly<Record<string, string>>
  /** The same where it is there no more, and the direction matters. */
  readonly factEnds: Readonly<Record<string, string>>
  readonly otherFact: string
  readonly law: (month: string) => string
  readonly death: (on: string) => string
  readonly list: (year: number) => string
  readonly certificate: (on: string) => string
  readonly keptBy: Readonly<Record<Keeper, string>>
  readonly lack: Readonly<Record<Lack, string>>
}

/** One sentence for what brings a change about. */
export function sayCause(words: Words, cause: Cause): string {
  switch (cause.kind) {
    case 'age':
      return words.age(cause.months, formatDate(cause.on))
    case 'child_age':
      return words.childAge(cause.months, formatDate(cause.on))
    case 'fact':
      return (cause.ends && words.factEnds[cause.fact]) ?? words.fact[cause.fact] ?? words.otherFact
    case 'law':
      return words.law(formatDate(cause.month))
    case 'death':
      return words.death(formatDate(cause.on))
    case 'list':
      return words.list(cause.year)
    case 'certificate':
      return words.certificate(formatDate(cause.on))
  }
}

/** All that brings it about; nothing where nobody can tell. */
export function sayCauses(words: Words, causes: readonly Cause[]): string {
  const said = new Set(causes.map((cause) => sayCause(words, cause)))
  return [...said].join('; ')
}
