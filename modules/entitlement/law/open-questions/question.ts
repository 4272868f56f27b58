import type { Label } from '../../domain/rule-set.ts'

/** Where the law is silent or was not read: what the system does until somebody with the text or the competence says. */
export type OpenQuestion = {
  /** The number in docs/open-questions.md. */
  readonly number: string
  readonly question: Label
  /** What holds until it is settled. */
  readonly assumed: Label
  readonly whoKnows: Label
  /** Rules of the law book that rest on it; none where it concerns how facts are read. */
  readonly about: readonly string[]
}

/** A question as the chapters write it, in both languages. */
export type Row = readonly [
  number: string,
  about: readonly string[],
  whoKnows: Label,
  question: readonly [vi: string, en: string],
  assumed: readonly [vi: string, en: string],
]
