import type { Answers } from '../domain/question.ts'

/** Of whom the questions speak. */
export type Whom = 'self' | 'other' | 'child' | 'dead'

const persons: Readonly<Record<string, Whom>> = {
  relative: 'other',
  neighbour: 'other',
  child: 'child',
  deceased: 'dead',
}

export function whomOf(answers: Answers): Whom {
  return persons[answers.get('who')?.[0] ?? ''] ?? 'self'
}

/** What a question may speak of: the person, and the sums of the law of the day. */
export type Asked = {
  readonly whom: Whom
  /** The person as the sentence has them: «ông/bà», «cháu»; and where it begins with them. */
  readonly ai: string
  readonly Ai: string
  /** The social pension, the line between a small pension and another. */
  readonly limit: string
}

/** The words of one question: what is asked, where to look it up, why it is asked, and what may be answered. */
export type QuestionWords = {
  readonly ask: (asked: Asked) => string
  readonly hint?: (asked: Asked) => string
  readonly why: string
  readonly options: Readonly<Record<string, string | ((asked: Asked) => string)>>
}
